"""The records as people read them: dates, numbers and shorthand as text, made only for the rows looked at."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.periods import day_label
from desktop_app.domain.problems import Place, SourceAccount
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.presentation.models import Cell, CellKind, TableColumn
from desktop_app.presentation.numbers import names_year, quantity_text

_KINDS = {
    ColumnKind.IDENTIFIER: CellKind.TEXT,
    ColumnKind.CATEGORY: CellKind.TEXT,
    ColumnKind.SEVERAL: CellKind.TEXT,
    ColumnKind.TEXT: CellKind.TEXT,
    ColumnKind.DATE: CellKind.DATE,
    ColumnKind.NUMBER: CellKind.COUNT,
}
AS_IN_THE_FILE = ColumnLayout()


class RawRecords(Protocol):
    """The rows shown as analysis holds them; rows and columns go by their position from 0."""

    columns: tuple[Column, ...]
    several_sources: bool

    @property
    def row_count(self) -> int:
        """Return the number of rows shown."""

    def value(self, row: int, column: int) -> str | float | date | None:
        """Return a cell's value; None where it is blank or could not become a date or number."""

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
        """Return the meaning of a cell's shorthand, or why it holds no date or number; usually empty."""
        return self._meaning(row, self._places[column])

    def _meaning(self, row: int, place: int) -> str:
        shorthand, written = self._raw.shorthand(row, place), self._raw.written(row, place)
        if shorthand is not None:
            return f"{shorthand.code}: {shorthand.meaning}"
        return f"“{written}” was {self._lack(place)}" if written else ""

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

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row shown, in order."""
        for row in range(self._raw.row_count):
            yield tuple(self._cell(row, place) for place in self._places)

    def _lack(self, place: int) -> str:
        return "not understood as a date" if self._kinds[place] is ColumnKind.DATE else "not a number"


def records_table(raw: RawRecords, layout: ColumnLayout = AS_IN_THE_FILE) -> Records:
    """Return the display table of the records shown, in the columns wished for."""
    return Records(raw, layout)
