"""Exports what the person wished for, and shows beforehand what that will be."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.disclosure import Protected
from desktop_app.analysis.result import Result
from desktop_app.catalogue.formats import FORMATS, FormatSpec, format_of
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish, Look
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.export.task import Draw
from desktop_app.presentation.models import Plot, Report, View
from desktop_app.presentation.reports.preview import (
    Preview,
    chosen,
    differencing,
    given_away,
    not_written,
    preview_of,
)
from desktop_app.services.publications import Publications
from desktop_app.services.publishing import protected, publication, published_view
from desktop_app.services.splitting import split_by
from desktop_app.services.usecases import WORKBOOK_ENDING, now, record_of, working_view
from desktop_app.services.writers import WRITERS, Order

__all__ = ["Draw", "Exporter", "must_be_apart", "must_be_written", "must_take_password", "undrawn"]


def undrawn(_plot: Plot, _look: Look) -> bytes:
    """Stand for the drawing of charts where nothing can draw them."""
    raise UserError("No chart can be drawn here.", "Write a workbook instead.")


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """What was written: of a publication its protected figures, and what whoever passes it on should know."""

    safe: Protected | None
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Exporter:
    """Writes views of one dataset; `published` remembers what was published before, `draw` draws charts."""

    dataset: Dataset
    state: ViewState
    published: Publications = field(default_factory=Publications)
    draw: Draw = undrawn

    def preview(self, wish: ExportWish, progress: Progress) -> Preview:
        """Return what would be written; raise UserError where it cannot be published."""
        _, view, report, safe = self._made(wish, now(), progress)
        return preview_of(report, view, wish, safe, self._cautions(wish, view))

    def remember(self, wish: ExportWish) -> None:
        """Remember that this was written, if it was for the public."""
        if wish.audience is Audience.PUBLICATION:
            self.published.add(self.dataset, self.state, wish.disclosure)

    def write(
        self,
        wish: ExportWish,
        path: Path,
        progress: Progress,
        password: str | None = None,
        template: Path | None = None,
    ) -> Written:
        """Write the file by the ending of its name, and return what is to be said of it.

        A password protects a working workbook; it is nowhere kept. Raises UserError where the file cannot be
        written, with the old file as it was.
        """
        spec = must_be_written(path, wish.audience)
        if password:
            must_take_password(wish, path)
        made = now()
        result, view, report, safe = self._made(wish, made, progress)
        report = replace(report, record=record_of(self.dataset, self.state, wish, made))
        WRITERS[spec.key](
            Order(result, view, report, wish, path, made, self.draw, progress, password, template)
        )
        return Written(safe, self._cautions(wish, view))

    def _cautions(self, wish: ExportWish, view: View) -> tuple[str, ...]:
        told = not_written(self.state, wish, view)
        if wish.audience is Audience.WORKING:
            return told
        before = self.published.before(self.dataset, self.state, wish.disclosure)
        return (
            *differencing(self.state, before.otherwise, before.other_content),
            *given_away(self.dataset.problems),
            *told,
        )

    def _made(
        self, wish: ExportWish, made: datetime, progress: Progress
    ) -> tuple[Result, View, Report, Protected | None]:
        """Return the figures, what shows them, the report with the parts wished for, and what protects it."""
        if wish.audience is Audience.WORKING:
            result, view, report = working_view(self.dataset, self.state, made, progress)
            report = chosen(report, wish)
            if wish.split and wish.format == "xlsx":
                report = split_by(report, self.dataset, self.state, wish.split, made.date(), progress)
            return result, view, report, None
        safe = protected(self.dataset, self.state, wish.disclosure, progress, made.date())
        return safe.result, published_view(safe), publication(safe, wish, made), safe


def must_be_apart(path: Path, sources: Sequence[Path]) -> None:
    """Raise UserError where a file, or one in a folder, that was read would be written over."""
    if path.exists() and any(
        path.samefile(source) or (source.is_dir() and path.resolve().is_relative_to(source.resolve()))
        for source in sources
        if source.exists()
    ):
        raise UserError(f"{path.name} is a file that was read.", "Give the new file another name.")


def must_be_written(path: Path, audience: Audience) -> FormatSpec:
    """Return the format of a name by its ending; raise UserError where it is none, or not for them."""
    try:
        spec = format_of(path.suffix)
    except KeyError:
        endings = ", ".join(each.ending for each in FORMATS)
        raise UserError(
            f"{path.name} has an ending that this program cannot write.", f"Use one of {endings}."
        ) from None
    if audience not in spec.audiences:
        whom = "colleagues" if audience is Audience.WORKING else "a publication"
        raise UserError(f"This kind of file ({spec.title}) is not written for {whom}.", "Choose another one.")
    return spec


def must_take_password(wish: ExportWish, path: Path) -> None:
    """Raise UserError where what is wished for cannot be protected with a password."""
    if wish.audience is Audience.PUBLICATION or path.suffix.casefold() != WORKBOOK_ENDING:
        raise UserError(
            "Only a workbook for colleagues (.xlsx) can be protected with a password.",
            "Leave the password out, or write such a workbook.",
        )
