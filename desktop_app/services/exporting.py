"""Exports what the person wished for, and shows beforehand what that will be."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.progress import Progress
from desktop_app.domain.state import ViewState
from desktop_app.export import write_workbook
from desktop_app.presentation.reports.preview import (
    Preview,
    chosen,
    differencing,
    not_published,
    preview_of,
)
from desktop_app.presentation.words.sentences import briefing
from desktop_app.services.publications import Publications
from desktop_app.services.publishing import export_publication, protected, publication
from desktop_app.services.texts import TEXTS, Content
from desktop_app.services.usecases import WORKBOOK_ENDING, must_be_workbook, now, record_of, working_report


@dataclass(frozen=True, slots=True, eq=False)
class Exporter:
    """Writes views of one dataset; `published` remembers what was published before."""

    dataset: Dataset
    state: ViewState
    published: Publications = field(default_factory=Publications)

    def preview(self, wish: ExportWish, progress: Progress) -> Preview:
        """Return what would be written; raise UserError where it cannot be published."""
        made = now()
        if wish.audience is Audience.WORKING:
            report = working_report(self.dataset, self.state, made, progress)[1]
            return preview_of(chosen(report, wish))
        safe = protected(self.dataset, self.state, wish.disclosure, progress, made.date())
        before = self.published.before(self.dataset, self.state, wish.disclosure)
        warnings = (
            *differencing(self.state, before.otherwise, before.other_content),
            *not_published(self.state),
        )
        return preview_of(publication(safe, wish, made), safe, warnings)

    def write(self, wish: ExportWish, path: Path, progress: Progress, password: str | None = None) -> None:
        """Write the file; raise UserError where it cannot be, with the old file as it was.

        A password protects a working workbook; it is nowhere kept.
        """
        made = now()
        ending = path.suffix.casefold()
        if password:
            must_take_password(wish, path)
        if wish.audience is Audience.PUBLICATION:
            safe = protected(self.dataset, self.state, wish.disclosure, progress, made.date())
            export_publication(self.dataset, self.state, safe, path, wish, progress)
            return
        if ending not in TEXTS:
            must_be_workbook(path)
        result, report = working_report(self.dataset, self.state, made, progress)
        if ending in TEXTS:
            content = Content(result, chosen(report, wish), briefing(result))
            TEXTS[ending](content, path, progress, made)
            return
        record = record_of(self.dataset, self.state, wish, made)
        write_workbook(
            replace(chosen(report, wish), record=record), path, progress, made=made, password=password
        )


def must_take_password(wish: ExportWish, path: Path) -> None:
    """Raise UserError where what is wished for cannot be protected with a password."""
    if wish.audience is Audience.PUBLICATION or path.suffix.casefold() != WORKBOOK_ENDING:
        raise UserError(
            "Only a workbook for colleagues (.xlsx) can be protected with a password.",
            "Leave the password out, or write such a workbook.",
        )
