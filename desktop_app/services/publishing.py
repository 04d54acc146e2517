"""Makes what may leave: a view whose small counts are protected, and attacked before it is given out."""

from dataclasses import replace
from datetime import date, datetime

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.disclosure import Protected, audit, protect
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Report, View
from desktop_app.presentation.reports.preview import chosen
from desktop_app.presentation.reports.publication import FOR_COLLEAGUES, publication_of
from desktop_app.presentation.view import view_of
from desktop_app.services.usecases import summarise
from desktop_app.version import __version__


def protected(
    dataset: Dataset,
    state: ViewState,
    settings: Disclosure,
    progress: Progress | None = None,
    day: date | None = None,
) -> Protected:
    """Return the figures of a view as they may be published; raise UserError where they cannot be."""
    progress = progress or Progress()
    true = summarise(dataset, state, progress, day=day)
    progress.step("Protecting small counts")
    safe = protect(true, settings, progress)
    audit(safe.result, true, settings, progress)
    return safe


def published_view(safe: Protected) -> View:
    """Return the display models of protected figures; nothing of the records and their findings is in it.

    Charts with figures that others published are empty: those could stand in for a suppressed one.
    """
    view = view_of(safe.result, ())
    plots = (replace(plot, series=()) if plot.key in FOR_COLLEAGUES else plot for plot in view.plots)
    return replace(view, plots=tuple(plots))


def publication(safe: Protected, wish: ExportWish, made: datetime) -> Report:
    """Return what a workbook for the public holds of protected figures."""
    return chosen(publication_of(safe, published_view(safe), __version__, made, wish.contact), wish)
