"""A sheet as it stands: columns of raw cells, held as distinct values and codes to be quick and small."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import compress, islice, zip_longest

import numpy as np
import numpy.typing as npt

from desktop_app.domain.errors import UserError

Raw = str | float | bool | date | None  # a datetime is a date
Codes = npt.NDArray[np.int32]

_FEW_ROWS = 250  # whose cells stay in the processor's cache: half as long as with thousands at once
_ROWS_BETWEEN_STEPS = 5000
_FIRST_ROWS = 64  # that a column has room for, before it doubles
MOST_COLUMNS = 16_384  # Excel's own limit
MOST_CELLS = 40_000_000  # more than Excel's 1,048,576 rows with 30 columns; what fits into about 3 GB


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """One column of raw cells: `values[codes[row]]`; code 0 is the blank cell."""

    codes: Codes
    values: tuple[Raw, ...]

    def __getitem__(self, row: int) -> Raw:
        """Return the cell of one row (counted from 0)."""
        return self.values[int(self.codes[row])]

    def taken(self, rows: npt.NDArray[np.intp]) -> "Cells":
        """Return only these rows, without the values that no longer occur."""
        taken = self.codes[rows]
        occurs = np.bincount(taken, minlength=len(self.values)) > 0
        occurs[0] = True
        kept = tuple(compress(self.values, occurs.tolist()))
        return Cells((np.cumsum(occurs, dtype=np.int32) - 1)[taken], kept)

    def part(self, first: int, last: int) -> "Cells":
        """Return the rows from a first to a last one, both included."""
        return Cells(self.codes[first : last + 1], self.values)

    def counts(self) -> npt.NDArray[np.intp]:
        """Return how often each value occurs."""
        return np.bincount(self.codes, minlength=len(self.values))

    def filled(self) -> Iterator[tuple[Raw, int]]:
        """Yield each value that occurs, and how often; blank cells have none."""
        counts = self.counts().tolist()
        return (
            (value, count)
            for value, count in zip(self.values, counts, strict=True)
            if count and value is not None
        )

    def share(self, fits: Callable[[Raw], bool]) -> float:
        """Return the share of the filled cells whose value fits, from 0 to 1; 1 where none is filled."""
        filled = int(np.count_nonzero(self.codes))
        return sum(count for value, count in self.filled() if fits(value)) / filled if filled else 1.0

    def first_rows(self) -> npt.NDArray[np.intp]:
        """Return the first row of each value; the number of rows where it does not occur."""
        first = np.full(len(self.values), len(self.codes), np.intp)
        first[self.codes[::-1]] = np.arange(len(self.codes) - 1, -1, -1)  # of several rows the last stays
        return first


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range by its first and last row and column, counted from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class TableObject:
    """A range that Excel itself holds as a table, with how many rows of headings and of totals it has."""

    top: int
    left: int
    bottom: int
    right: int
    headings: int = 1
    totals: int = 0


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What the cells do not tell: what is hidden, which cells are errors, from when serial dates count.

    `no_result` are the cells with a formula whose result the file does not hold; `merged` is for a reader
    that does not tell merged ranges itself; `struck_rows` are struck through. A look that is not
    `complete` took too long to be found.
    """

    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck_rows: tuple[int, ...] = ()
    errors: tuple[tuple[int, int, str], ...] = ()
    epoch_1904: bool = False
    no_result: tuple[tuple[int, int], ...] = ()
    tables: tuple[TableObject, ...] = ()
    merged: tuple[Merge, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """One sheet: its name, its columns of raw cells from A on, and what is merged or hidden in it."""

    name: str
    columns: tuple[Cells, ...]
    height: int
    merged: tuple[Merge, ...] = ()
    look: SheetLook = field(default=SheetLook())

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.columns)

    def row(self, number: int) -> tuple[Raw, ...]:
        """Return the cells of one row (counted from 0)."""
        return tuple(column[number] for column in self.columns)


def too_large() -> UserError:
    """Return the error for a sheet that reaches over too many rows and columns."""
    return UserError(
        f"A sheet reaches over more than {MOST_CELLS:,} cells or {MOST_COLUMNS:,} columns.",
        "Delete stray cells far from the table, or save the part you need as a file of its own.",
    )


def with_look(grid: Grid, look: SheetLook) -> Grid:
    """Return the grid with its look, and its error cells, such as #N/A, which the reader gives as blank.

    Whether the sheet is hidden, and the merged ranges where it knows any, the reader tells itself.
    """
    columns = list(grid.columns)
    for row, column, text in look.errors:
        if row < grid.height and column < grid.width and not columns[column].codes[row]:
            cells = columns[column]
            values = cells.values if text in cells.values else (*cells.values, text)
            codes = cells.codes.copy()
            codes[row] = values.index(text)
            columns[column] = Cells(codes, values)
    look = replace(look, hidden=grid.look.hidden)
    return replace(grid, columns=tuple(columns), merged=grid.merged or look.merged, look=look)


class GridBuilder:
    """Takes rows as a reader gives them, after so many columns that it leaves out, and makes a grid."""

    def __init__(self, blank_columns: int = 0) -> None:
        self._columns = [_GrowingColumn(0) for _ in range(blank_columns)]
        self._blank_columns = blank_columns
        self._height = 0

    def take(self, rows: Iterable[Sequence[object]], told: Callable[[int], None]) -> None:
        """Take all rows of a reader, and tell from time to time how many there are so far."""
        rest = iter(rows)
        while few := list(islice(rest, _FEW_ROWS)):
            self.add(few)
            if self._height % _ROWS_BETWEEN_STEPS == 0:
                told(self._height)

    def add(self, rows: Sequence[Sequence[object]]) -> None:
        """Take the next rows, which may differ in length; raise UserError when the sheet is too large."""
        for number, cells in enumerate(zip_longest(*rows, fillvalue=""), self._blank_columns):
            if number == MOST_COLUMNS:
                raise too_large()
            if number == len(self._columns):
                self._columns.append(_GrowingColumn(self._height))
            self._columns[number].extend(cells)
        self._height += len(rows)
        for column in self._columns:
            column.pad(self._height)
        if self._height * len(self._columns) > MOST_CELLS:
            raise too_large()

    def finish(self, name: str, merged: tuple[Merge, ...] = (), look: SheetLook | None = None) -> Grid:
        """Return the grid, without blank rows below and blank columns to the right."""
        columns = [column.cells() for column in self._columns]
        while columns and not columns[-1].codes.any():
            columns.pop()
        height = max(
            (int(np.flatnonzero(column.codes)[-1]) + 1 for column in columns if column.codes.any()), default=0
        )
        cut = tuple(Cells(column.codes[:height], column.values) for column in columns)
        return Grid(name, cut, height, merged, look or SheetLook())


class _Index(dict[object, int]):
    """Gives each new value the next code."""

    def __init__(self) -> None:
        super().__init__({"": 0, None: 0})
        self.values_in_order: list[Raw] = [None]

    def __missing__(self, value: object) -> int:
        raw = _raw(value)
        code = 0 if raw is None else len(self.values_in_order)
        if raw is not None:
            self.values_in_order.append(raw)
        self[value] = code
        return code


class _GrowingColumn:
    def __init__(self, height: int) -> None:
        self._index = _Index()
        self._codes = np.zeros(max(height, _FIRST_ROWS), np.int32)
        self._height = height

    def extend(self, cells: tuple[object, ...]) -> None:
        if bool in set(map(type, cells)):  # True equals 1.0 and would take its code
            cells = tuple(str(cell).upper() if isinstance(cell, bool) else cell for cell in cells)
        first, self._height = self._height, self._height + len(cells)
        self._make_room()
        codes = map(self._index.__getitem__, cells)
        self._codes[first : self._height] = np.fromiter(codes, np.int32, len(cells))

    def pad(self, height: int) -> None:
        self._height = max(self._height, height)
        self._make_room()

    def cells(self) -> Cells:
        return Cells(self._codes[: self._height].copy(), tuple(self._index.values_in_order))

    def _make_room(self) -> None:
        if self._height > len(self._codes):
            more = np.zeros(max(self._height - len(self._codes), len(self._codes)), np.int32)
            self._codes = np.concatenate([self._codes, more])


def _raw(value: object) -> Raw:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float | int | date):
        return value
    return str(value)  # times of day and durations


def text_of(value: Raw) -> str:
    """Return a cell as text the way a person would write it: 5.0 is 5, a date is day first."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        day = f"{value.day:02d}/{value.month:02d}/{value.year}"
        return day if (value.hour, value.minute) == (0, 0) else f"{day} {value.hour:02d}:{value.minute:02d}"
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def excel_column(number: int) -> str:
    """Return the letters of a column counted from 0: A, B, ... Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
