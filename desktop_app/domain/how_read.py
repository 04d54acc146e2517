"""How files were read, for a view to show: sheets, tables, columns, and the grid as it stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop_app.domain.reading_choices import DateOrder, TableId
from desktop_app.domain.specs import ColumnKind


class SheetKind(StrEnum):
    """What kind of sheet it is."""

    TABLE = "table"
    TEXT = "text"
    EMPTY = "empty"


class RowMark(StrEnum):
    """What a row of the grid was taken for."""

    OUTSIDE = "outside the table"
    HEADING = "heading"
    DATA = "data"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """One column of a table that is read.

    `letters` are Excel's; `meaning` is a catalogue key, NOT_USED, or None for a further column; `title` is
    what it was taken for in words. `date_order` and `why_order` are given for dates written as text; the
    order is not `certain` where no date of the column shows it.
    """

    letters: str
    heading: str
    meaning: str | None
    title: str
    kind: ColumnKind
    examples: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    certain: bool = True
    why_order: str = ""

    @property
    def taken_for(self) -> str:
        """Return what the column was taken for, in few words."""
        return self.title if self.meaning or self.title != self.heading else "Kept as it is"


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table of a sheet; rows as Excel numbers them. What follows `last_row` is given where it is read."""

    id: TableId
    chosen: bool
    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    headings: tuple[str, ...]  # as recognised before any correction: what corrections are remembered by
    shape: str = ""
    shape_reason: str = ""
    rows_read: int = 0
    rows_used: int = 0
    columns: tuple[ColumnReading, ...] = ()

    @property
    def rows_left_out(self) -> int:
        """Return the number of rows read and not used."""
        return self.rows_read - self.rows_used


class SheetCells(Protocol):
    """The cells of a sheet as it stands, each made when it is asked for; rows go by Excel's numbers."""

    def text(self, row: int, column: int) -> str:
        """Return a cell as text; columns count from 0."""

    def hidden(self, row: int) -> bool:
        """Return whether a row is hidden."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet: what it holds, and its cells as they stand.

    `letters` names the columns that a view shows, of which there may be fewer than `width`; `hidden_columns`
    are letters too.
    """

    name: str
    kind: SheetKind
    hidden: bool
    height: int
    width: int
    tables: tuple[TableReading, ...] = ()
    letters: tuple[str, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    cells: SheetCells | None = None


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file, as reports name it, with all its sheets."""

    file: str
    sheets: tuple[SheetReading, ...]
