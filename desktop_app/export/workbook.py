"""The working workbook: cover, tables with native charts, records; read back before it takes its place."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from desktop_app.domain.progress import Progress
from desktop_app.export.cells import Pen, must
from desktop_app.export.encryption import encrypted
from desktop_app.export.left_behind import SCRATCH, clear_scratch
from desktop_app.export.read_back import check
from desktop_app.export.record import properties
from desktop_app.export.safe_write import replacing
from desktop_app.export.sheets import FINDINGS, Book, write_cover, write_records, write_table_sheet
from desktop_app.export.sink import sinking
from desktop_app.export.styles import FONT, Styles
from desktop_app.presentation.models import WHOLE_KINDS, Plot, Report
from desktop_app.version import __version__

PROGRAM = f"Notification Statistics Viewer {__version__}"
SUBJECT = "Serious incident notifications"
CAUTION = "Working copy with records of children; small counts are not protected. Not for publication."


def write_workbook(
    report: Report,
    path: Path,
    progress: Progress,
    *,
    made: datetime | None = None,
    password: str | None = None,
) -> None:
    """Write a report as an .xlsx workbook; the file at `path` changes only when the new one has proved right.

    `made` is noted in the file's properties (default: now). With a password it is made and encrypted in
    memory: only what is encrypted is ever on the disk. Raises UserError where the place cannot be
    written to, and Cancelled when progress was cancelled; both leave the old file as it was.
    """
    made = made or datetime.now()
    with replacing(path) as draft:
        if password is None:
            _write(report, draft, progress, made)
        else:
            memory = io.BytesIO()
            _write(report, memory, progress, made)
            progress.step("Protecting with the password")
            draft.write_bytes(encrypted(memory.getvalue(), password))
        progress.step("Finishing")


def _write(report: Report, target: Path | io.BytesIO, progress: Progress, made: datetime) -> None:
    """Write the workbook to a file or into memory, and read it back."""
    opened = _workbook(target) if isinstance(target, Path) else _workbook_in_memory(target)
    with opened as workbook:
        _describe(workbook, report, made)
        names = _fill(Book(workbook, Pen(Styles(workbook)), progress), report)
        progress.step("Saving")
    progress.step("Checking the workbook")
    check(report, target, names)


@contextmanager
def _workbook_in_memory(memory: io.BytesIO) -> Iterator[Workbook]:
    """Give a workbook that is saved into memory when the block ends well; it makes no temporary files."""
    workbook = Workbook(memory, {"in_memory": True, "default_format_properties": dict(FONT)})
    yield workbook
    workbook.close()


@contextmanager
def _workbook(draft: Path) -> Iterator[Workbook]:
    """Give a workbook that is saved when the block ends well; its own temporary files never stay."""
    clear_scratch()
    with (
        tempfile.TemporaryDirectory(prefix=SCRATCH, ignore_cleanup_errors=True) as scratch,
        sinking(draft) as sink,
    ):
        options = {"tmpdir": scratch, "default_format_properties": dict(FONT)}
        workbook = Workbook(sink, options)
        try:
            yield workbook
            workbook.constant_memory = False  # what was written row by row is known to each sheet
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from None  # the OSError behind it says what went wrong
        finally:
            for sheet in workbook.worksheets():
                if sheet.row_data_fh is not None:
                    sheet.row_data_fh.close()


def _describe(workbook: Workbook, report: Report, made: datetime) -> None:
    workbook.set_properties(
        {
            "title": report.title,
            "subject": SUBJECT,
            "author": PROGRAM,
            "comments": CAUTION,
            "created": made,
        }
    )
    workbook.set_custom_property("Language", "en-GB")
    for name, text in properties(report.record):
        must(workbook.set_custom_property(name, text, "text"))
    workbook.set_size(1600, 1000)


def _drawn(plot: Plot) -> bool:
    """Return whether Excel has a chart for a plot and there is something to draw."""
    return not plot.empty and plot.kind not in WHOLE_KINDS


def _fill(book: Book, report: Report) -> tuple[str, ...]:
    """Write every sheet and return the names of those of the report's tables."""
    cover = book.new_sheet("Cover")
    names = []
    for number, table in enumerate(report.tables):
        book.progress.step("Writing tables", number, len(report.tables))
        plots = [plot for plot in report.plots if plot.table.key == table.key and _drawn(plot)]
        names.append(write_table_sheet(book, table, plots))
    more = []
    if report.findings is not None and report.findings.row_count:
        write_records(book, report.findings, FINDINGS)
    if report.records is not None:
        sheets = write_records(book, report.records)
        if len(sheets) > 1:
            held = f"On {len(sheets)} sheets, because one cannot hold them: {', '.join(sheets)}."
            more.append(("Records", held))
    if shortened := book.pen.shortened:
        more.append(("Shortened texts", f"{shortened:,} too long for one cell; each says so at its end."))
    write_cover(book, cover, report, more)
    return tuple(names)
