"""How files were read, for the view of that name: tables to choose from, the sheet's grid, columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.domain.how_read import (
    ColumnReading,
    FileReading,
    RowMark,
    SheetReading,
    TableReading,
)
from desktop_app.domain.problems import Place, Problem, ProblemKind
from desktop_app.domain.reading_choices import NOT_USED, PLAIN, DateOrder, TableId
from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.presentation.words.change import small
from desktop_app.presentation.words.numbers import count_text

NOT_KNOWN = "Not recognised, kept as it is"
MEANINGS: tuple[tuple[str, str], ...] = (
    *((spec.key, spec.title) for spec in COLUMNS),
    (PLAIN, NOT_KNOWN),
    (NOT_USED, "Not used"),
)
ORDERS = (
    (DateOrder.DAY_FIRST, "Day first: 03/04 is 3 April"),
    (DateOrder.MONTH_FIRST, "Month first: 03/04 is 4 March"),
)
_MARKS = {
    RowMark.HEADING: "Heading",
    RowMark.DATA: "Data",
    RowMark.OUTSIDE: "Not in the table",
}
_COLUMNS = (
    TableColumn("heading", "Heading", CellKind.TEXT),
    TableColumn("title", "Taken for", CellKind.TEXT),
    TableColumn("type", "Type", CellKind.TEXT),
    TableColumn("examples", "Examples", CellKind.TEXT),
)


@dataclass(frozen=True, slots=True)
class TableOffer:
    """A table, or a sheet without one, that the view can look at, in words."""

    id: TableId
    words: str
    read: bool


class SheetGrid:
    """A sheet as it stands, with Excel's letters and row numbers and what each row was taken for.

    The first column says that in words. Nothing is copied: each cell is made when it is asked for.
    """

    def __init__(
        self, sheet: SheetReading, tables: tuple[TableReading, ...], reasons: dict[int, str]
    ) -> None:
        self._sheet = sheet
        self._tables = tables
        self._reasons = reasons
        titles = {column.letters: column.title for table in tables for column in table.columns}
        hidden = set(sheet.hidden_columns)
        self._columns = (
            TableColumn("mark", "Taken for", CellKind.TEXT),
            *(
                TableColumn(
                    letters,
                    f"{letters}{' (hidden)' if letters in hidden else ''}\n{titles.get(letters, '')}".strip(),
                    CellKind.TEXT,
                )
                for letters in sheet.letters
            ),
        )

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return what each row was taken for, and the columns of the sheet."""
        return self._columns

    @property
    def row_count(self) -> int:
        """Return the number of rows of the sheet."""
        return self._sheet.height

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell as text."""
        cells = self._sheet.cells
        if column == 0:
            return Cell(self._words(row + 1))
        return Cell(cells.text(row + 1, column - 1) if cells else "")

    def tooltip(self, row: int, column: int) -> str:
        """Return the whole text of a cell."""
        return self.cell(row, column).text

    def row_number(self, row: int) -> str:
        """Return the row's number as Excel shows it."""
        return str(row + 1)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row, in order."""
        for row in range(self.row_count):
            yield tuple(self.cell(row, column) for column in range(len(self._columns)))

    def mark(self, row: int) -> RowMark:
        """Return what a row, by its position, was taken for."""
        number = row + 1
        for table in self._tables:
            if number in table.header_rows:
                return RowMark.HEADING
            if table.first_row <= number <= table.last_row:
                return RowMark.LEFT_OUT if number in self._reasons else RowMark.DATA
        return RowMark.OUTSIDE

    @property
    def longest_mark(self) -> str:
        """Return the longest of the texts in the first column, so that it can be made wide enough."""
        return max((*_MARKS.values(), *map(_left_out, set(self._reasons.values()))), key=len)

    def _words(self, number: int) -> str:
        mark, reason = self.mark(number - 1), self._reasons.get(number, "")
        words = _left_out(reason) if mark is RowMark.LEFT_OUT else _MARKS[mark]
        return f"{words} (hidden)" if self._sheet.cells and self._sheet.cells.hidden(number) else words


class HowRead:
    """How the open files were read."""

    def __init__(self, files: tuple[FileReading, ...], problems: tuple[Problem, ...]) -> None:
        self._sheets = {(file.file, sheet.name): sheet for file in files for sheet in file.sheets}
        self._problems = problems
        self.offers = tuple(_offers(files))

    @property
    def read(self) -> tuple[TableId, ...]:
        """Return the tables that are read."""
        return tuple(offer.id for offer in self.offers if offer.read)

    def table(self, wanted: TableId) -> TableReading | None:
        """Return how a table was read; None where the sheet holds none."""
        sheet = self._sheets.get((wanted.file, wanted.sheet))
        return next((table for table in sheet.tables if table.id == wanted), None) if sheet else None

    def grid(self, wanted: TableId) -> SheetGrid:
        """Return the sheet that a table stands on."""
        sheet = self._sheets[wanted.file, wanted.sheet]
        reasons = {
            each.row: each.what
            for each in self._problems
            if each.kind is ProblemKind.LEFT_OUT
            and (each.file, each.sheet) == (wanted.file, wanted.sheet)
            and each.row is not None
        }
        tables = tuple(table for table in sheet.tables if table.chosen or table.id == wanted)
        return SheetGrid(sheet, tables, reasons)

    def columns_left(self, wanted: TableId) -> str:
        """Return in words that a sheet has more columns than are shown; usually nothing."""
        sheet = self._sheets[wanted.file, wanted.sheet]
        shown = len(sheet.letters)
        if sheet.width <= shown:
            return ""
        return f" Of {count_text(sheet.width)} columns the first {count_text(shown)} are shown."

    def rows(self, wanted: TableId) -> int:
        """Return how many rows the sheet of a table has."""
        return self._sheets[wanted.file, wanted.sheet].height

    def table_at(self, place: Place) -> TableId | None:
        """Return the table that is read whose rows hold a place, or any on that sheet; None without one."""
        on_sheet = [each for each in self.read if (each.file, each.sheet) == (place.file, place.sheet)]
        for each in on_sheet:
            table = self.table(each)
            if table and table.first_row <= place.row <= table.last_row:
                return each
        return on_sheet[0] if on_sheet else None


def account_words(table: TableReading) -> str:
    """Return what became of a table's rows and what one of them stands for."""
    if not table.chosen:
        return "This table is not read."
    out = f", {count_text(table.rows_left_out)} left out" if table.rows_left_out else ""
    read = f"{count_text(table.rows_read)} {'row' if table.rows_read == 1 else 'rows'} read"
    return f"{read}, {count_text(table.rows_used)} used{out}. Taken for {table.shape}: {table.shape_reason}."


def columns_table(table: TableReading) -> Table:
    """Return the columns of a table: what each was taken for, its type and examples."""
    rows = tuple(
        (
            Cell(column.heading),
            Cell(column.taken_for),
            Cell(_type_words(column)),
            Cell(" · ".join(column.examples)),
        )
        for column in table.columns
    )
    return Table("columns", "Columns", "", _COLUMNS, rows, (), "")


def column_number(letters: str) -> int:
    """Return the place of a column in its sheet, counted from 0, by Excel's letters for it."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _type_words(column: ColumnReading) -> str:
    if column.meaning == NOT_USED:
        return ""
    if column.date_order is None:
        return column.kind.value
    doubt = "" if column.certain else "?"
    return f"{column.kind.value}, {column.date_order.value}{doubt}"


def _offers(files: tuple[FileReading, ...]) -> Iterator[TableOffer]:
    for file in files:
        for sheet in file.sheets:
            place = f", in {file.file}" if len(files) > 1 else ""
            name = f"{sheet.name or 'The table'}{' (hidden)' if sheet.hidden else ''}"
            for table in sheet.tables:
                rows = f"rows {count_text(table.first_row)} to {count_text(table.last_row)}"
                if table.last_row < table.first_row:
                    rows = "headings and no records yet"
                read = "" if table.chosen else ", not read"
                yield TableOffer(table.id, f"{name}: {rows}{read}{place}", table.chosen)
            if not sheet.tables and sheet.height > 1:
                yield TableOffer(TableId(file.file, sheet.name), f"{name}: no table found{place}", False)


def _left_out(reason: str) -> str:
    return f"Left out: {small(reason)}".rstrip(".")
