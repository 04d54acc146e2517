"""The sheets of a working workbook: cover, tables with their charts, and the records."""

from collections.abc import Iterator, Sequence
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.progress import Progress
from desktop_app.export.cells import Pen, must
from desktop_app.export.chart_cells import Cells, cells_of, numbers_table
from desktop_app.export.layout import A4, LINE, Placed, lines_of, set_page, write_heading, write_table
from desktop_app.export.names import sheet_name, table_name
from desktop_app.export.native_chart import ROWS_TALL, chart_of
from desktop_app.export.styles import WIDTH_FACTOR
from desktop_app.presentation.models import Cell, Plot, RecordsTable, Report, Table

SHEET_ROWS = 1_048_576  # Excel's limit
RECORDS_HEADER_ROW = 3
RECORDS, FINDINGS = "Records", "Data quality"  # what the sheets with one row each are called
COVER_WIDTH = 100  # characters
COVER_LINE = 114  # characters of a sentence that it holds, for most are narrower than a digit
SCREEN_WIDTH = 110  # characters; what is wider leaves no room beside it
PAGE_ROWS = 90  # so many are still legible on one page
PROGRESS_EVERY = 500  # rows


class Book:
    """A workbook being written: its sheets and tables by name, its styles, its progress."""

    def __init__(self, book: Workbook, pen: Pen, progress: Progress) -> None:
        self.book = book
        self.pen = pen
        self.progress = progress
        self._sheets: list[str] = []
        self._tables: list[str] = []

    def new_sheet(self, wanted: str, *, row_by_row: bool = False) -> Worksheet:
        """Add a sheet; one written row by row keeps only one row in memory."""
        name = sheet_name(wanted, self._sheets)
        self._sheets.append(name)
        self.book.constant_memory = row_by_row and not self.book.in_memory
        sheet = self.book.add_worksheet(name)
        must(sheet.hide_gridlines(2))
        return sheet

    def new_table(self, wanted: str) -> str:
        """Return a table name that the workbook does not have yet."""
        self._tables.append(table_name(wanted, self._tables))
        return self._tables[-1]


def write_cover(book: Book, sheet: Worksheet, report: Report, more: Sequence[tuple[str, str]]) -> None:
    """Write the cover: what the workbook holds, from what, and how it was made."""
    pen = book.pen
    row = write_heading(sheet, pen, report.title, "", ())
    for label, text in (*report.cover, *more):
        pen.text(sheet, (row, 0), label, pen.styles.label)
        pen.text(sheet, (row, 1), text, pen.styles.wrapped)
        must(sheet.set_row(row, LINE * lines_of(text, COVER_LINE) + 3))
        row += 1
    row += 1
    for note in report.notes:
        pen.text(sheet, (row, 0), note, pen.styles.note)
        row += 1
    must(sheet.set_column(0, 0, 26))
    must(sheet.set_column(1, 1, COVER_WIDTH * WIDTH_FACTOR))
    must(sheet.set_landscape())
    must(sheet.set_paper(A4))
    must(sheet.fit_to_pages(1, 0))


def write_table_sheet(book: Book, table: Table, plots: Sequence[Plot]) -> str:
    """Write one table on a sheet of its own with its charts; return the sheet's name.

    Charts stand beside the table, or below one that fills the width of the screen.
    """
    sheet = book.new_sheet(table.sheet or _spoken(table.key))
    lines = (*table.notes, table.source)
    header_row = write_heading(sheet, book.pen, table.title, table.subtitle, [line for line in lines if line])
    placed = Placed(sheet.get_name(), header_row, 0, table.columns, len(table.rows))
    width = write_table(sheet, book.pen, placed, table.rows, book.new_table(table.key))
    set_page(sheet, placed)
    beside = placed.last_column + 2
    if width > SCREEN_WIDTH:
        at, spare = (placed.last_row + 2, 0), (header_row - 1, beside)
    else:
        at, spare = (placed.first_row, beside), (placed.first_row + ROWS_TALL * len(plots), beside)
    _draw(book, sheet, (table, placed), plots, at, spare)
    end = max(placed.last_row, at[0] + ROWS_TALL * len(plots))
    must(sheet.fit_to_pages(1, 1 if end <= PAGE_ROWS else 0))  # a page break would cut a chart
    return placed.sheet


def _draw(
    book: Book,
    sheet: Worksheet,
    near: tuple[Table, Placed],
    plots: Sequence[Plot],
    at: tuple[int, int],
    spare: tuple[int, int],
) -> None:
    """Draw charts below one another from `at`; numbers that the table lacks go to `spare`."""
    row, column = at
    free, side = spare
    for plot in plots:
        table, placed = near
        cells = cells_of(plot, table)
        if cells is None:
            table = numbers_table(plot)
            book.pen.text(sheet, (free, side), f"Drawn in the chart: {plot.title}", book.pen.styles.label)
            placed = Placed(placed.sheet, free + 1, side, table.columns, len(table.rows))
            write_table(sheet, book.pen, placed, table.rows, book.new_table(table.key))
            cells = Cells(range(len(table.rows)), tuple(range(1, len(plot.series) + len(plot.lines) + 1)))
            free = placed.last_row + 2
        chart = chart_of(book.book, plot, placed, cells)
        must(sheet.insert_chart(row, column, chart, {"description": plot.alt_text, "object_position": 2}))
        row += ROWS_TALL


def write_records(book: Book, records: RecordsTable, title: str = RECORDS) -> tuple[str, ...]:
    """Write records or findings, on further sheets where one cannot hold them; return the sheets' names."""
    room = SHEET_ROWS - RECORDS_HEADER_ROW - 1
    parts = max(1, -(-records.row_count // room))
    rows = records.rows()
    names = []
    for part in range(parts):
        first, last = part * room, min((part + 1) * room, records.row_count)
        words = f"{records.row_count:,} rows" if records.row_count != 1 else "1 row"
        if parts > 1:
            words = f"Rows {first + 1:,} to {last:,} of {records.row_count:,}; one sheet holds no more"
        sheet = book.new_sheet(title if part == 0 else f"{title} {part + 1}", row_by_row=True)
        header_row = write_heading(sheet, book.pen, title, words, ())
        placed = Placed(sheet.get_name(), header_row, 0, records.columns, last - first)
        counted = _counting(islice(rows, last - first), book.progress, first, records.row_count)
        write_table(sheet, book.pen, placed, counted, book.new_table(title.casefold()))
        set_page(sheet, placed)
        must(sheet.repeat_columns(0))
        names.append(placed.sheet)
    return tuple(names)


def _counting(
    rows: Iterator[tuple[Cell, ...]], progress: Progress, done: int, total: int
) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows, start=done):
        if number % PROGRESS_EVERY == 0:
            progress.step("Writing records", number, total)
        yield row


def _spoken(key: str) -> str:
    return key.replace("_", " ").strip().capitalize()
