"""The records as people read them: dates, numbers and shorthand as text, made only for the rows looked at."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.periods import day_label
from desktop_app.domain.problems import Place, SourceAccount
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.presentation.models import Cell, CellKind, TableColumn
from desktop_app.presentation.tables.shown_records import DetailField, RecordDetail, Span
from desktop_app.presentation.words.change import small
from desktop_app.presentation.words.numbers import count_text, names_year, quantity_text

_KINDS = {
    ColumnKind.IDENTIFIER: CellKind.TEXT,
    ColumnKind.CATEGORY: CellKind.TEXT,
    ColumnKind.SEVERAL: CellKind.TEXT,
    ColumnKind.TEXT: CellKind.TEXT,
    ColumnKind.DATE: CellKind.DATE,
    ColumnKind.NUMBER: CellKind.COUNT,
}
AS_IN_THE_FILE = ColumnLayout()
MOST_OTHERS = 20  # a notification concerns few children; more rows are a fault that quality reports
MOST_SUMS = 2  # the status line stays one line


class RawRecords(Protocol):
    """The rows shown as analysis holds them; rows and columns go by their position from 0."""

    columns: tuple[Column, ...]
    several_sources: bool

    @property
    def row_count(self) -> int:
        """Return the number of rows shown."""

    def value(self, row: int, column: int) -> str | float | date | None:
        """Return a cell's value; None where it is blank or could not become a date or number."""

    def spelled(self, row: int, column: int) -> str | None:
        """Return a cell's text as the file has it where it is shown in another spelling, else None."""

    def written(self, row: int, column: int) -> str | None:
        """Return the text of a cell that could not become a date or number, else None."""

    def shorthand(self, row: int, column: int) -> Shorthand | None:
        """Return what a cell's shorthand stands for, or None."""

    def row_number(self, row: int) -> int:
        """Return the row's number in its sheet, as Excel shows it."""

    def source(self, row: int) -> SourceAccount:
        """Return the sheet that the row comes from."""

    def position_of(self, place: Place) -> int | None:
        """Return the position of a source row among those shown; None where it is not shown."""

    def others(self, row: int) -> "RawRecords":
        """Return the other rows of the same notification."""

    def alike(self, rows: Sequence[int], column: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return a row for each different cell of a column, and for every row which of these it is like."""

    def edge_down(self, row: int, column: int, step: int) -> int:
        """Return the row that Ctrl with an arrow key goes to within a column, down (1) or up (-1)."""

    def edge_across(self, row: int, columns: Sequence[int], at: int, step: int) -> int:
        """Return the place among some columns that Ctrl with an arrow key goes to within a row."""

    def amounts(self, spans: Sequence[Span], column: int) -> tuple[int, float | None]:
        """Return how many cells of a column are filled in some spans of rows, and the sum of its numbers."""


class Records:
    """The display table over raw records. Nothing is copied: each cell is made when it is asked for.

    `every_column` are the columns of the file in its order, hidden ones too; the first `pinned` of those
    shown stay in sight.
    """

    def __init__(self, raw: RawRecords, layout: ColumnLayout) -> None:
        self._raw = raw
        self._kinds = tuple(column.kind for column in raw.columns)
        self.every_column = tuple(
            TableColumn(column.key, column.title, _KINDS[column.kind]) for column in raw.columns
        )
        places = {column.key: place for place, column in enumerate(raw.columns)}
        self._places = tuple(places[key] for key in layout.arranged(places))
        self._columns = tuple(self.every_column[place] for place in self._places)
        self.pinned = layout.shown_pinned(places)
        self._years = tuple(names_year(column.title) for column in raw.columns)

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the columns in the order shown."""
        return self._columns

    @property
    def row_count(self) -> int:
        """Return the number of rows shown."""
        return self._raw.row_count

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell by its position in the rows and columns shown."""
        return self._cell(row, self._places[column])

    def _cell(self, row: int, place: int) -> Cell:
        match self._raw.value(row, place):
            case None:
                return Cell(self._raw.written(row, place) or "")
            case date() as day:
                return Cell(day_label(day), day)
            case str() as text:
                return Cell(text)
            case number:
                return Cell(quantity_text(number, self._years[place]), float(number))

    def tooltip(self, row: int, column: int) -> str:
        """Return a shorthand's meaning, why a cell holds no date or number, or how the file spells it."""
        return self._meaning(row, self._places[column])

    def _meaning(self, row: int, place: int) -> str:
        shorthand, written = self._raw.shorthand(row, place), self._raw.written(row, place)
        if shorthand is not None:
            return f"{(written or shorthand.code).strip()}: {shorthand.meaning}"
        if written:
            return f"“{written}” was {self._lack(place)}"
        spelled = self._raw.spelled(row, place)
        return f"In the file: “{spelled}”" if spelled else ""

    def row_number(self, row: int) -> str:
        """Return the row's number as Excel shows it, with file and sheet where several are open."""
        number = str(self._raw.row_number(row))
        if not self._raw.several_sources:
            return number
        source = self._raw.source(row)
        return f"{number}, {source.file}, {source.sheet}" if source.sheet else f"{number}, {source.file}"

    def position_of(self, place: Place) -> int | None:
        """Return the position of a source row among those shown; None where it is not shown."""
        return self._raw.position_of(place)

    def detail(self, row: int) -> RecordDetail:
        """Return one record in full, hidden columns too."""
        fields = tuple(
            DetailField(column.title, self._cell(row, place).text, self._meaning(row, place))
            for place, column in enumerate(self.every_column)
        )
        others = Records(self._raw.others(row), AS_IN_THE_FILE)
        count = others.row_count
        title = f"{count_text(count)} other {'row' if count == 1 else 'rows'} of the same notification"
        return RecordDetail(
            f"Row {self.row_number(row)}",
            fields,
            title if count else "",
            tuple(others.apart(other, fields) for other in range(min(count, MOST_OTHERS))),
        )

    def apart(self, row: int, fields: tuple[DetailField, ...]) -> str:
        """Return the number of a row and in what it differs from these fields."""
        texts = (self._cell(row, place).text for place in range(len(self.every_column)))
        different = (
            f"{field.title}: {text or 'blank'}"
            for field, text in zip(fields, texts, strict=True)
            if field.text != text
        )
        return f"Row {self.row_number(row)}. {'; '.join(different) or 'The same in every column'}"

    def alike(self, rows: Sequence[int], column: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return a row for each different cell of a column, and for every row which of these it is like."""
        return self._raw.alike(rows, self._places[column])

    def edge(self, row: int, column: int, down: int, right: int) -> tuple[int, int]:
        """Return the cell that Ctrl with an arrow key goes to; of `down` and `right` one is 1 or -1."""
        if down:
            return self._raw.edge_down(row, self._places[column], down), column
        return row, self._raw.edge_across(row, self._places, column, right)

    def amounts(self, areas: Sequence[tuple[Span, Span]]) -> str:
        """Return how many cells of some areas are filled, and the sum of a column of numbers among them."""
        spans: dict[int, list[Span]] = {}
        for rows, (first, last) in areas:
            for column in range(first, last):
                spans.setdefault(self._places[column], []).append(rows)
        filled, sums = 0, []
        for place, of_rows in spans.items():
            count, total = self._raw.amounts(of_rows, place)
            filled += count
            if total is not None and not self._years[place]:
                sums.append(f"Sum of {small(self.every_column[place].title)}: {quantity_text(total)}")
        parts = [f"{count_text(filled)} {'cell' if filled == 1 else 'cells'} with content selected"]
        return "      ".join(parts + sums[:MOST_SUMS])

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row shown, in order."""
        for row in range(self._raw.row_count):
            yield tuple(self._cell(row, place) for place in self._places)

    def _lack(self, place: int) -> str:
        return "not understood as a date" if self._kinds[place] is ColumnKind.DATE else "not a number"


def records_table(raw: RawRecords, layout: ColumnLayout = AS_IN_THE_FILE) -> Records:
    """Return the display table of the records shown, in the columns wished for."""
    return Records(raw, layout)
