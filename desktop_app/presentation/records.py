"""The records as people read them: dates, numbers and shorthand as text, made only for the rows looked at."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

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
    """The display table over raw records. Nothing is copied: each cell is made when it is asked for."""

    def __init__(self, raw: RawRecords) -> None:
        self._raw = raw
        self._kinds = tuple(column.kind for column in raw.columns)
        self._columns = tuple(
            TableColumn(column.key, column.title, _KINDS[column.kind]) for column in raw.columns
        )
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
        match self._raw.value(row, column):
            case None:
                return Cell(self._raw.written(row, column) or "")
            case date() as day:
                return Cell(day_label(day), day)
            case str() as text:
                return Cell(text)
            case number:
                return Cell(quantity_text(number, self._years[column]), float(number))

    def tooltip(self, row: int, column: int) -> str:
        """Return the meaning of a cell's shorthand, or why it holds no date or number; usually empty."""
        shorthand, written = self._raw.shorthand(row, column), self._raw.written(row, column)
        if shorthand is not None:
            return f"{shorthand.code}: {shorthand.meaning}"
        return f"“{written}” was {self._lack(column)}" if written else ""

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
        columns = range(len(self._columns))
        for row in range(self._raw.row_count):
            yield tuple(self.cell(row, column) for column in columns)

    def _lack(self, column: int) -> str:
        return "not understood as a date" if self._kinds[column] is ColumnKind.DATE else "not a number"


def records_table(raw: RawRecords) -> Records:
    """Return the display table of the records shown."""
    return Records(raw)
