"""Lays a table on a sheet: title and notes above, a real Excel table below, columns as wide as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from desktop_app.export.cells import Pen, must
from desktop_app.export.names import header_names
from desktop_app.export.row_writer import RowWriter
from desktop_app.export.styles import WIDTH_FACTOR
from desktop_app.presentation.models import Cell, CellKind, TableColumn

TABLE_STYLE = "Table Style Light 1"
WIDEST = 100  # characters; longer text is wrapped
NARROWEST = 7
HEADING_LINES = 3
LINE = 15.0  # points
A4 = 9
TALLEST = 409.0  # points; Excel's limit
ROOM = 2  # characters of free space in a cell
FILTER_BUTTON = 3  # characters that the filter's button covers in a heading


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands on its sheet; rows and columns count from 0."""

    sheet: str
    header_row: int
    first_column: int
    columns: tuple[TableColumn, ...]
    rows: int

    @property
    def first_row(self) -> int:
        """Return the row of the first record."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """Return the row of the last record; an Excel table without any still has one empty row."""
        return self.header_row + max(self.rows, 1)

    @property
    def last_column(self) -> int:
        """Return the table's last column."""
        return self.first_column + len(self.columns) - 1

    def cells(self, column: int, rows: range) -> list[str | int]:
        """Return rows of one column, counted from the first record, as a chart names them."""
        place = self.first_column + column
        return [self.sheet, self.first_row + rows[0], place, self.first_row + rows[-1], place]


def write_heading(sheet: Worksheet, pen: Pen, title: str, subtitle: str, lines: Sequence[str]) -> int:
    """Write the title into A1 and the lines below it; return the row for the header, after a free one."""
    pen.text(sheet, (0, 0), title, pen.styles.title)
    must(sheet.set_row(0, 24))
    row = 1
    if subtitle:
        pen.text(sheet, (row, 0), subtitle, pen.styles.subtitle)
        row += 1
    for line in lines:
        pen.text(sheet, (row, 0), line, pen.styles.note)
        row += 1
    return row + 1


def write_table(
    sheet: Worksheet, pen: Pen, placed: Placed, rows: Iterable[tuple[Cell, ...]], name: str
) -> float:
    """Write the header and rows of a table, mark them as an Excel table and set the widths of its columns.

    Returns the width of the whole table in characters.
    """
    headings = header_names([column.title for column in placed.columns])
    _mark(sheet, placed, headings, name)
    _set_header_height(sheet, placed, headings, [_heading_width(heading) for heading in headings])
    for offset, (heading, column) in enumerate(zip(headings, placed.columns, strict=True)):
        where = (placed.header_row, placed.first_column + offset)
        pen.text(sheet, where, heading, pen.styles.header(column.kind))
    longest = _write_rows(sheet, pen, placed, rows)
    widths = _widths(placed, headings, longest)
    for offset, width in enumerate(widths):
        must(sheet.set_column(*[placed.first_column + offset] * 2, width * WIDTH_FACTOR))
    if not sheet.constant_memory:  # there the header is written for good, with its height
        _set_header_height(sheet, placed, headings, widths)
    return sum(widths) * WIDTH_FACTOR


def _write_rows(sheet: Worksheet, pen: Pen, placed: Placed, rows: Iterable[tuple[Cell, ...]]) -> list[int]:
    """Write the rows below the header; return how many characters each column takes."""
    kinds = [column.kind for column in placed.columns]
    if sheet.constant_memory:
        writer = RowWriter(sheet, pen, (placed.first_row, placed.first_column), kinds, _size)
        writer.write(rows, _height)
        return writer.longest
    longest = [0] * len(kinds)
    for row, cells in enumerate(rows, start=placed.first_row):
        sizes = [_size(cell) for cell in cells]
        if (lines := max(lines for lines, _ in sizes)) > 1:
            must(sheet.set_row(row, _height(lines)))
        for offset, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
            longest[offset] = max(longest[offset], sizes[offset][1])
            pen.cell(sheet, (row, placed.first_column + offset), cell, kind)
    return longest


def _height(lines: int) -> float:
    return min(LINE * lines, TALLEST)


def _size(cell: Cell) -> tuple[int, int]:
    """Return how many lines and characters a cell takes."""
    return lines_of(cell.text) if cell.value is None else 1, _length(cell)


def _length(cell: Cell) -> int:
    """Return how many characters a cell takes; a number said in words stands as a number."""
    in_words = isinstance(cell.value, float | int) and not cell.text[-1:].isdigit()
    return len(f"{cell.value:,.1f}%") if in_words else len(cell.text)


def lines_of(text: str, width: int = WIDEST + ROOM) -> int:
    """Return how many lines a text takes in a column of a width in characters."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(max(len(wrap(line, width)), 1) for line in text.splitlines())


def _mark(sheet: Worksheet, placed: Placed, headings: Sequence[str], name: str) -> None:
    """Mark the range as a table without its cells.

    The library keeps a note of every cell of a table and refuses tables on sheets written row by row. So it
    is given the header and one row, and the range is put right afterwards; cells are written as any others.
    """
    row_by_row, sheet.constant_memory = sheet.constant_memory, False
    columns = [{"header": heading} for heading in headings]
    options = {"name": name, "columns": columns, "style": TABLE_STYLE}
    first = (placed.header_row, placed.first_column)
    try:
        must(sheet.add_table(*first, placed.first_row, placed.last_column, options))
    finally:
        sheet.constant_memory = row_by_row
    whole = xl_range(*first, placed.last_row, placed.last_column)
    sheet.tables[-1].update(range=whole, a_range=whole, autofilter=whole)
    # References and years are texts on purpose; Excel need not point at them.
    must(sheet.ignore_errors({"number_stored_as_text": whole}))


def _widths(placed: Placed, headings: Sequence[str], longest: Sequence[int]) -> list[int]:
    """Return the width of each column in characters."""
    rooms = [ROOM if column.kind is CellKind.TEXT else ROOM + FILTER_BUTTON for column in placed.columns]
    return [
        min(max(most + room, _heading_width(heading)), WIDEST)
        for heading, most, room in zip(headings, longest, rooms, strict=True)
    ]


def _set_header_height(
    sheet: Worksheet, placed: Placed, headings: Sequence[str], widths: Sequence[int]
) -> None:
    rooms = [width - FILTER_BUTTON for width in widths]
    lines = max(len(wrap(heading, room)) for heading, room in zip(headings, rooms, strict=True))
    must(sheet.set_row(placed.header_row, LINE * lines + 4))


def _heading_width(heading: str) -> int:
    """Return the least width, in characters, that shows a heading on few lines and never splits a word."""
    words = max(len(word) for word in heading.split())
    return max(words, len(heading) // HEADING_LINES, NARROWEST) + FILTER_BUTTON + 1


def set_page(sheet: Worksheet, placed: Placed) -> None:
    """Freeze the header and print it on each page, landscape on A4."""
    must(sheet.freeze_panes(placed.first_row, 0))
    must(sheet.repeat_rows(placed.header_row))
    must(sheet.set_landscape())
    must(sheet.set_paper(A4))
