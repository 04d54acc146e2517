"""What the window can do with the records beyond showing and writing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.presentation.models import RecordsTable, TableColumn

Span = tuple[int, int]  # from a first to before a last row or column


@dataclass(frozen=True, slots=True)
class DetailField:
    """One field of a record in full; `meaning` explains shorthand and what was not understood."""

    title: str
    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """One record with all its fields, and how the other rows of the same notification differ from it."""

    title: str
    fields: tuple[DetailField, ...]
    others_title: str  # empty where there are no others
    others: tuple[str, ...]


class ShownRecords(RecordsTable, Protocol):
    """The records with what the window can do with them beyond showing and writing them."""

    every_column: tuple[TableColumn, ...]
    pinned: int

    def detail(self, row: int) -> RecordDetail:
        """Return one record in full."""

    def alike(self, rows: Sequence[int], column: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return a row for each different cell of a column, and for every row which of these it is like."""

    def edge(self, row: int, column: int, down: int, right: int) -> tuple[int, int]:
        """Return the cell that Ctrl with an arrow key goes to; of `down` and `right` one is 1 or -1."""

    def amounts(self, areas: Sequence[tuple[Span, Span]]) -> str:
        """Return how many of the cells in some areas of rows and columns are filled, and their sum."""
