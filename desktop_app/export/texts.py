"""Writes text files: tables as CSV in one archive, open data with its metadata, a summary for an e-mail."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.progress import Progress
from desktop_app.export.cells import WorkbookError, whole
from desktop_app.export.names import file_name
from desktop_app.export.safe_write import replacing
from desktop_app.presentation.models import Cell, Report, TableColumn
from desktop_app.presentation.reports.tidy import META, Tidy

BOM = "\ufeff"  # by which Excel knows UTF-8
ABOUT = "About these tables.txt"
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # of texts that spreadsheet programs take for formulas
PROGRESS_EVERY = 2_000  # rows


def write_tables(report: Report, path: Path, progress: Progress, *, made: datetime | None = None) -> None:
    """Write every table of a report as CSV into one .zip, with a text that says where they come from.

    Numbers stand unrounded and without signs, so that programs read them; a per cent stands as 21.4. Raises
    UserError where the place cannot be written to; the old file is then as it was.
    """
    day = made or datetime.now()
    when = (day.year, day.month, day.day, day.hour, day.minute, day.second)
    with replacing(path) as draft:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            names: list[str] = []
            for name, columns, rows in _tables(report, progress):
                names.append(file_name(name, ".csv", names))
                text = io.StringIO(newline="")
                csv.writer(text).writerows(_written(columns, rows))
                # Whole: an archive in which an entry is still open cannot end well on a full disk.
                archive.writestr(_entry(names[-1], when), (BOM + text.getvalue()).encode())
            about = "\r\n".join(
                f"{label}: {text}" for label, text in (("Title", report.title), *report.cover)
            )
            archive.writestr(_entry(ABOUT, when), BOM + about + "\r\n" + "\r\n".join(report.notes))
        progress.step("Checking the files")
        _check_archive(draft, report)


def _entry(name: str, when: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, when)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _tables(
    report: Report, progress: Progress
) -> Iterable[tuple[str, Sequence[TableColumn], Iterable[Sequence[Cell]]]]:
    for table in report.tables:
        yield table.key.replace("_", " ").capitalize(), table.columns, table.rows
    for name, each in (("Data quality", report.findings), ("Records", report.records)):
        if each is not None and each.row_count:
            yield name, each.columns, _counted(each.rows(), progress, each.row_count)


def _counted(rows: Iterable[Sequence[Cell]], progress: Progress, total: int) -> Iterable[Sequence[Cell]]:
    for number, row in enumerate(rows):
        if number % PROGRESS_EVERY == 0:
            progress.step("Writing records", number, total)
        yield row


def _written(columns: Sequence[TableColumn], rows: Iterable[Sequence[Cell]]) -> Iterable[list[str]]:
    yield [guarded(column.title) for column in columns]
    for row in rows:
        yield [value_text(cell) for cell in row]


def value_text(cell: Cell) -> str:
    """Return what a CSV file holds for a cell: a bare number, an ISO date, or text made safe."""
    value = cell.value
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return guarded(cell.text)
    return f"{value:.0f}" if float(value).is_integer() else repr(float(value))


def guarded(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula: an apostrophe stands before it.

    The rule is OWASP's for CSV injection. Null characters, which end a text for many readers, are left out.
    """
    text = whole(text.replace("\0", ""))
    return f"'{text}" if text.startswith(_STARTS) else text


def _check_archive(draft: Path, report: Report) -> None:
    """Raise WorkbookError unless the archive is whole and holds the tables of the report."""
    with zipfile.ZipFile(draft) as archive:
        if broken := archive.testzip():
            raise WorkbookError(f"{broken} did not arrive on the disk as written")
        for info, table in zip(archive.infolist(), report.tables, strict=False):
            _same(archive.read(info).decode("utf-8"), list(_written(table.columns, table.rows)))


def write_tidy(tidy: Tidy, path: Path, progress: Progress, *, made: datetime | None = None) -> None:  # noqa: ARG001 - one form for all writers
    """Write open data as .csv, and beside it what its columns mean as .meta.csv; neither has a BOM.

    Both take their places only when both are whole.
    """
    progress.step("Writing the data")
    tables = ((tidy.headings, tidy.rows, path), (META, tidy.meta, path.with_suffix(".meta.csv")))
    with replacing(tables[0][2]) as data, replacing(tables[1][2]) as meta:
        for (headings, rows, _), draft in zip(tables, (data, meta), strict=True):
            lines = [[guarded(text) for text in line] for line in (headings, *rows)]
            with draft.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, lineterminator="\n").writerows(lines)
            _same(draft.read_text(encoding="utf-8"), lines)


def write_text(text: str, path: Path, progress: Progress, *, made: datetime | None = None) -> None:  # noqa: ARG001 - as above
    """Write a summary for an e-mail; UTF-8 with a BOM and Windows' line ends, which every editor reads."""
    progress.step("Writing the text")
    with replacing(path) as draft:
        draft.write_text(BOM + whole(text), encoding="utf-8", newline="\r\n")
        if draft.read_bytes().decode("utf-8") != BOM + whole(text).replace("\n", "\r\n"):
            raise WorkbookError("the text did not arrive on the disk as written")


def _same(written: str, wanted: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(written.removeprefix(BOM), newline="")))
    if found != wanted:
        raise WorkbookError("the rows in the file are not those that were written")
