"""Makes what may leave: a view whose small counts are protected, and attacked before it is given out."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.disclosure import Protected, audit, protect
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.export.ods import write_publication_ods
from desktop_app.export.publication import write_publication
from desktop_app.presentation.models import Report, View
from desktop_app.presentation.reports.preview import chosen
from desktop_app.presentation.reports.publication import FOR_COLLEAGUES, publication_of
from desktop_app.presentation.view import view_of
from desktop_app.services.texts import TEXTS, Content
from desktop_app.services.usecases import now, record_of, summarise
from desktop_app.version import __version__


class Writer(Protocol):
    """Writes a report of protected figures as a workbook."""

    def __call__(
        self, report: Report, path: Path, progress: Progress, *, made: datetime | None = None
    ) -> None:
        """Write the file; raise UserError where it cannot be."""


WRITERS: dict[str, Writer] = {".xlsx": write_publication, ".ods": write_publication_ods}


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


def export_publication(
    dataset: Dataset, state: ViewState, safe: Protected, path: Path, wish: ExportWish, progress: Progress
) -> None:
    """Write protected figures of a view, as the name ends; raise UserError where it cannot be."""
    made = now()
    ending = path.suffix.casefold()
    if ending in TEXTS:
        content = Content(safe.result, publication(safe, wish, made), published_view(safe).sentences)
        TEXTS[ending](content, path, progress, made)
        return
    write = writer_of(path)
    report = replace(publication(safe, wish, made), record=record_of(dataset, state, wish, made))
    write(report, path, progress, made=made)


def writer_of(path: Path) -> Writer:
    """Return what writes a publication of this ending; raise UserError where nothing does."""
    try:
        return WRITERS[path.suffix.casefold()]
    except KeyError:
        raise UserError(
            f"A publication cannot be written as {path.name}.",
            f"Give it a name that ends in {', '.join((*WRITERS, *TEXTS))}.",
        ) from None


def publication(safe: Protected, wish: ExportWish, made: datetime) -> Report:
    """Return what a workbook for the public holds of protected figures."""
    return chosen(publication_of(safe, published_view(safe), __version__, made, wish.contact), wish)
