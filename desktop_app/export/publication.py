"""The workbook for the public: one table per sheet, read back and checked before it takes its place."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as MarkedTable
from openpyxl.worksheet.table import TableColumn as MarkedColumn

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export.cells import fitting, stored
from desktop_app.export.checker import check_workbook
from desktop_app.export.names import header_names, sheet_name, table_name
from desktop_app.export.publication_styles import (
    BODY,
    HEADER,
    HEADING,
    LINKED,
    NUMBER,
    NUMBER_HEADER,
    TITLE,
    add_styles,
    number_format,
)
from desktop_app.export.read_back import check
from desktop_app.export.record import properties as recorded
from desktop_app.export.safe_write import replacing
from desktop_app.presentation.models import Cell, CellKind, Report, Table, TableColumn

AUTHOR = "Notification Statistics Viewer"
ONE_TABLE = "This worksheet contains one table."
COVER, CONTENTS, NOTES = "Cover", "Contents", "Notes"
FIRST_WIDTH = 44  # characters of the first column, in which the lines above a table stand
WIDEST = 60
COVER_WIDTH = 100
LINE = 16.0  # points that a line of the body takes; a character is about a fifth wider than Excel counts
FACTOR = 1.25
TALLEST = 409.0  # points; Excel's limit


def write_publication(
    report: Report, path: Path, progress: Progress, *, made: datetime | None = None
) -> None:
    """Write a report of protected figures as an .xlsx workbook that keeps the rules for publications.

    The file at `path` changes only when the new one holds the report's numbers and breaks no rule. Raises
    UserError where it does, or where the place cannot be written to.
    """
    with replacing(path) as draft:
        progress.step("Writing the workbook")
        names = _write(report, draft, made or datetime.now())
        progress.step("Checking the workbook")
        check(report, draft, names)
        breaches = check_workbook(draft)
        if breaches:
            first = breaches[0]
            what = f"{first.rule} ({first.place}: {first.what})"
            raise UserError(
                f"The workbook would break a rule for publications: {what}.",
                "Nothing was written. Choose another breakdown or filter, or write a working copy.",
            )
        progress.step("Finishing")


def _write(report: Report, draft: Path, made: datetime) -> tuple[str, ...]:
    """Write every sheet and return the names of those of the report's tables."""
    book = Workbook()
    add_styles(book)
    book.remove(book.active)
    properties = book.properties
    properties.title, properties.creator, properties.language = report.title, AUTHOR, "en-GB"
    properties.created = properties.modified = made
    for name, text in recorded(report.record):
        book.custom_doc_props.append(StringProperty(name=name, value=text))
    names: list[str] = [COVER, CONTENTS, NOTES]
    for table in report.tables:
        names.append(sheet_name(table.key.replace("_", " ").capitalize(), names))
    sheets = [book.create_sheet(name) for name in names]
    for sheet in sheets:
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
    _cover(sheets[0], report)
    _contents(sheets[1], names[2:], report)
    notes = [(Cell(f"[note {number}]"), Cell(text)) for number, text in enumerate(report.notes, start=1)]
    columns = (
        TableColumn("note", "Note number", CellKind.TEXT),
        TableColumn("text", "Note text", CellKind.TEXT),
    )
    _table_sheet(sheets[2], Table("notes", "Notes", "", columns, tuple(notes), (), ""), [])
    taken = ["contents_table", "notes_table"]
    for sheet, table in zip(sheets[3:], report.tables, strict=True):
        _table_sheet(sheet, table, taken)
    book.save(draft)
    return tuple(names[3:])


def _cover(sheet: Any, report: Report) -> None:
    _put(sheet, 1, 1, report.title, TITLE)
    row, before = 2, ""
    for label, text in report.cover:
        if label != before:
            _put(sheet, row, 1, label, HEADING)
            row += 1
        before = label
        _put(sheet, row, 1, text, BODY)
        sheet.row_dimensions[row].height = _height(text, COVER_WIDTH)
        row += 1
    sheet.column_dimensions["A"].width = COVER_WIDTH


def _contents(sheet: Any, names: Sequence[str], report: Report) -> None:
    titles = ["Notes that the tables refer to", *(table.title for table in report.tables)]
    columns = (TableColumn("sheet", "Worksheet", CellKind.TEXT), TableColumn("title", "Title", CellKind.TEXT))
    rows = tuple((Cell(name), Cell(title)) for name, title in zip(names, titles, strict=True))
    first = _table_sheet(sheet, Table("contents", "Contents", "", columns, rows, (), ""), [])
    for row, name in enumerate(names, start=first):
        cell = sheet.cell(row, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!A1", display=name)
        cell.style = LINKED


def _table_sheet(sheet: Any, table: Table, taken: list[str]) -> int:
    """Write a title, lines and a table marked up as one; return the number of the table's first row."""
    headings = header_names([column.title for column in table.columns])
    widths = _widths(table, headings)
    above = [ONE_TABLE, *(line for line in (table.subtitle, *table.notes, table.source) if line)]
    for row, text in enumerate((table.title, *above), start=1):
        _put(sheet, row, 1, text, TITLE if row == 1 else BODY)
        sheet.row_dimensions[row].height = _height(text, widths[0] / (FACTOR if row == 1 else 1))
    head = len(above) + 2
    for at, (heading, column) in enumerate(zip(headings, table.columns, strict=True), start=1):
        _put(sheet, head, at, heading, HEADER if column.kind is CellKind.TEXT else NUMBER_HEADER)
    _set_height(sheet, head, [(heading, width) for heading, width in zip(headings, widths, strict=True)])
    for row, cells in enumerate(table.rows, start=head + 1):
        for at, (cell, column) in enumerate(zip(cells, table.columns, strict=True), start=1):
            _figure(sheet, (row, at), cell, column.kind)
        _set_height(sheet, row, [(cell.text, width) for cell, width in zip(cells, widths, strict=True)])
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    reference = f"A{head}:{get_column_letter(len(headings))}{head + len(table.rows)}"
    name = table_name(table.key, taken)
    taken.append(name)
    marked = MarkedTable(displayName=name, name=name, ref=reference)
    # With its columns given, the library adds no filter, which has no place in a publication.
    marked.tableColumns = [MarkedColumn(id=at, name=heading) for at, heading in enumerate(headings, start=1)]
    sheet.add_table(marked)
    return head + 1


def _put(sheet: Any, row: int, column: int, text: str, style: str) -> None:
    """Write a text that stays a text, whatever it looks like."""
    cell = sheet.cell(row, column)
    cell.value = clean(text)
    cell.data_type = "s"
    cell.style = style


def _figure(sheet: Any, place: tuple[int, int], cell: Cell, kind: CellKind) -> None:
    value = stored(cell, kind)
    if value is None or isinstance(value, str):
        _put(sheet, *place, value or "", BODY if kind is CellKind.TEXT else NUMBER)
        return
    written = sheet.cell(*place)
    written.value = value
    written.style = NUMBER
    written.number_format = number_format(kind, cell.text)


def clean(text: str) -> str:
    """Return the text as Excel can hold it; control characters become spaces."""
    return fitting(str(ILLEGAL_CHARACTERS_RE.sub(" ", text)))


def _widths(table: Table, headings: Sequence[str]) -> list[float]:
    """Return for each column a width that shows every number whole and splits no word."""
    widths = []
    for at, (heading, column) in enumerate(zip(headings, table.columns, strict=True)):
        words = [word for text in (heading, *(row[at].text for row in table.rows)) for word in text.split()]
        longest = max((len(row[at].text) for row in table.rows), default=0)
        shown = longest if column.kind is CellKind.TEXT else 12
        least = max(max(map(len, words), default=0), min(shown, WIDEST), len(heading) // 3)
        widths.append(max(least, FIRST_WIDTH if at == 0 else 0) * FACTOR)
    return widths


def _set_height(sheet: Any, row: int, cells: Iterable[tuple[str, float]]) -> None:
    sheet.row_dimensions[row].height = max(_height(text, width) for text, width in cells)


def _height(text: str, width: float) -> float:
    lines = sum(max(len(wrap(line, max(int(width / 1.1), 8))), 1) for line in text.splitlines() or [""])
    return min(LINE * lines + 4, TALLEST)
