"""The records shown, cell by cell on demand: nothing is made for rows that no one looks at."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.index import Mask, index_of
from desktop_app.analysis.records.masks import day_of
from desktop_app.domain.problems import Place, SourceAccount
from desktop_app.domain.shorthand import Shorthand, shorthand_of
from desktop_app.domain.specs import Column, ColumnKind

Value = str | float | date | None


class Records:
    """The rows of a dataset at some positions, in that order; rows and columns count from 0 as shown."""

    def __init__(self, dataset: Dataset, selection: npt.NDArray[np.intp]) -> None:
        self._dataset = dataset
        self._positions = selection
        self._readers: dict[int, Callable[[int], Value]] = {}
        self.columns: tuple[Column, ...] = dataset.columns
        self.several_sources = len(dataset.sources) > 1

    @property
    def row_count(self) -> int:
        """Return the number of rows shown."""
        return len(self._positions)

    def value(self, row: int, column: int) -> Value:
        """Return a cell's text, number or day; None where it is blank or was not understood."""
        if column not in self._readers:
            key = self.columns[column].key
            made = index_of(self._dataset).once(("reader", key), lambda: self._reader(self.columns[column]))
            self._readers[column] = made
        return self._readers[column](int(self._positions[row]))

    def written(self, row: int, column: int) -> str | None:
        """Return the text of a cell that should be a date or a number and could not become one, else None."""
        return self._dataset.as_written.get(self.columns[column].key, {}).get(int(self._positions[row]))

    def spelled(self, row: int, column: int) -> str | None:
        """Return a cell's text as the file has it where it is shown in another spelling, else None."""
        spellings = self._dataset.spellings.get(self.columns[column].key)
        if spellings is None:
            return None
        text = spellings.texts[spellings.codes[self._positions[row]]]
        return text if text and text != self.value(row, column) else None

    def shorthand(self, row: int, column: int) -> Shorthand | None:
        """Return what a cell's shorthand stands for, or None where the cell holds no shorthand."""
        written = self.written(row, column)
        if written is not None:
            return shorthand_of(written)
        value = self.value(row, column)
        markers = self._dataset.shorthand.get(self.columns[column].key, ())
        return shorthand_of(value) if isinstance(value, str) and value in markers else None

    def row_number(self, row: int) -> int:
        """Return where a row stands in its sheet, as Excel numbers it."""
        return self._dataset.row_numbers[int(self._positions[row])]

    def source(self, row: int) -> SourceAccount:
        """Return the sheet that a row comes from."""
        sources, of = self._dataset.sources, self._dataset.source_of
        return sources[of[int(self._positions[row])] if of else 0]

    def others(self, row: int) -> "Records":
        """Return the other rows of the same notification, filtered out or not; none if none can be told."""
        reference, position = index_of(self._dataset).reference, int(self._positions[row])
        if reference is None:
            return Records(self._dataset, self._positions[:0])
        same = np.flatnonzero(reference == reference[position])
        return Records(self._dataset, same[same != position])

    def amounts(self, spans: Sequence[tuple[int, int]], column: int) -> tuple[int, float | None]:
        """Return how many cells of a column are filled from a first to before a last row, and their sum.

        Several such spans count together; the sum is None where the column holds no numbers.
        """
        rows = np.concatenate([self._positions[first:last] for first, last in spans] or [self._positions[:0]])
        key = self.columns[column].key
        cells = (
            self._dataset.frame[key].to_numpy()[rows]
            if self.columns[column].kind is ColumnKind.NUMBER
            else None
        )
        filled = self._filled(column)[rows]
        return int(filled.sum()), None if cells is None else float(np.nansum(cells.astype(np.float64)))

    def alike(self, rows: Sequence[int], column: int) -> tuple[list[int], list[int]]:
        """Return a row for each different cell of a column, and for every row which of these it is like.

        A cell that was not understood is like no other.
        """
        given, key = np.asarray(rows, dtype=np.intp), self.columns[column].key
        positions = self._positions[given]
        odd = np.isin(positions, list(self._dataset.as_written.get(key, {})))
        plain = np.flatnonzero(~odd)
        cells = self._codes(self.columns[column])[positions[plain]]
        _, firsts, alike = np.unique(cells, return_index=True, return_inverse=True)
        places = np.empty(len(given), dtype=np.intp)
        places[plain], places[odd] = alike, len(firsts) + np.arange(np.count_nonzero(odd))
        return [*given[plain[firsts]].tolist(), *given[odd].tolist()], places.tolist()

    def edge_down(self, row: int, column: int, step: int) -> int:
        """Return the row that Ctrl with an arrow key goes to within a column, down (1) or up (-1)."""
        return edge(self._filled(column)[self._positions], row, step)

    def edge_across(self, row: int, columns: Sequence[int], at: int, step: int) -> int:
        """Return the place among some columns that Ctrl with an arrow key goes to within a row."""
        filled = (self._is_filled(row, column) for column in columns)
        return edge(np.fromiter(filled, np.bool_, len(columns)), at, step)

    def position_of(self, place: Place) -> int | None:
        """Return the position of a source row among those shown; None where it is not shown."""
        data = self._dataset
        for row in np.flatnonzero(np.asarray(data.row_numbers) == place.row):
            source = data.sources[data.source_of[row] if data.source_of else 0]
            if (source.file, source.sheet) == (place.file, place.sheet):
                shown = np.flatnonzero(self._positions == row)
                return int(shown[0]) if len(shown) else None
        return None

    def _is_filled(self, row: int, column: int) -> bool:
        return self.value(row, column) is not None or self.written(row, column) is not None

    def _filled(self, column: int) -> Mask:
        """Return for every row of the dataset whether a column's cell is filled."""
        key = self.columns[column].key
        filled = self._dataset.frame[key].notna().to_numpy(copy=True)
        filled[list(self._dataset.as_written.get(key, {}))] = True
        return filled

    def _codes(self, column: Column) -> npt.NDArray[Any]:
        """Return numbers that are the same where the cells of a column are, for every row of the dataset."""
        cells = self._dataset.frame[column.key]
        match column.kind:
            case ColumnKind.DATE | ColumnKind.NUMBER:
                return cells.to_numpy()
            case _:
                return cells.cat.codes.to_numpy()

    def _reader(self, column: Column) -> Callable[[int], Value]:
        cells = self._dataset.frame[column.key]
        match column.kind:
            case ColumnKind.DATE:
                days = cells.to_numpy()
                return lambda position: _day(days[position])
            case ColumnKind.NUMBER:
                numbers = cells.to_numpy(dtype=np.float64)
                return lambda position: None if np.isnan(numbers[position]) else float(numbers[position])
            case _:
                names, codes = cells.cat.categories.to_numpy(dtype=object), cells.cat.codes.to_numpy()
                return lambda position: str(names[codes[position]]) if codes[position] >= 0 else None


def _day(moment: np.datetime64) -> date | None:
    if np.isnat(moment):
        return None
    return day_of(int(moment.astype("datetime64[D]").astype(np.int64)))


def edge(filled: Mask, at: int, step: int) -> int:
    """Return where Ctrl with an arrow key goes along a line of cells, onwards (1) or back (-1).

    As in a spreadsheet program: to the last filled cell before a blank one; from there, or from a blank, to
    the next filled cell; where there is none, to the end.
    """
    ahead = filled[at + 1 :] if step > 0 else filled[:at][::-1]
    if not len(ahead):
        return at
    in_block = bool(filled[at] and ahead[0])
    wanted = ~ahead if in_block else ahead
    first = int(wanted.argmax())
    if not wanted[first]:
        return at + step * len(ahead)
    return at + step * (first if in_block else first + 1)
