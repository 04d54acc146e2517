"""Whole-number views of a dataset that every count needs, made once and shared by all computations."""

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.wishes import in_own_order
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.domain.filters import BLANK
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import DateBasis, Nature, PeriodKind, Shape

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

NO_DAY = np.iinfo(np.int64).min  # stands for a missing date among days counted from 1 January 1970
NO_NATURE = len(Nature)  # natures are coded in the order of Nature: the gravest has the lowest code

_SINGLE = (ColumnKind.CATEGORY, ColumnKind.IDENTIFIER, ColumnKind.TEXT)


@dataclass(frozen=True, slots=True, eq=False)
class Values:
    """A column's values in their own order, and which of them each cell holds.

    `cells` gives every row's cell code. The values of cell `i` are `members[starts[i]:starts[i + 1]]`,
    positions in `labels`; a cell of a column with several values may hold many. The last `extra` labels are
    shorthand and BLANK.
    """

    labels: tuple[str, ...]
    extra: int
    ordered: bool  # the catalogue knows the order of the values
    cells: Ints
    starts: Ints
    members: Ints

    def cells_with(self, values: tuple[str, ...]) -> Mask:
        """Return for every cell code whether the cell has any of these values."""
        chosen = set(values)
        wanted = np.array([label in chosen for label in self.labels] + [False])  # never empty
        hits = np.zeros(len(self.starts) - 1, dtype=np.bool_)
        hits[np.repeat(np.arange(len(hits)), np.diff(self.starts))[wanted[self.members]]] = True
        return hits

    def first(self, rows: Ints) -> Ints:
        """Return the position in `labels` of the first value that each of the given rows holds."""
        return self.members[self.starts[self.cells[rows]]]

    def spread(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return one (row, label) pair for every value that the given rows hold."""
        cells = self.cells[rows]
        if len(self.members) == len(self.starts) - 1:  # one value in every cell, for no cell is without
            return rows, self.members[cells]
        counts = np.diff(self.starts)[cells]
        ends = np.cumsum(counts)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
        return np.repeat(rows, counts), self.members[np.repeat(self.starts[cells], counts) + within]


class Index:
    """The whole-number views of one dataset; each is made when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        # Holds the dataset's parts and not the dataset, so that forgetting the dataset forgets its index.
        self._frame = dataset.frame
        self._columns = {column.key: column for column in dataset.columns}
        self._shorthand = dataset.shorthand
        self._values: dict[str, Values] = {}
        self._days: dict[DateBasis, Ints] = {}
        self._ordinals: dict[tuple[DateBasis, PeriodKind], Ints] = {}
        self.shape = dataset.shape
        self.rows = len(dataset.frame)

    @cached_property
    def reference(self) -> Ints | None:
        """Return every row's notification as a code, or None where the rows do not tell.

        A row without a reference is a notification of its own.
        """
        if self.shape not in (Shape.NOTIFICATIONS, Shape.CHILDREN):
            return None
        if "reference" not in self._columns:
            return np.arange(self.rows) if self.shape is Shape.NOTIFICATIONS else None
        codes, count = self._reference_codes
        return np.where(codes < 0, count + np.arange(self.rows), codes)

    @cached_property
    def _reference_codes(self) -> tuple[Ints, int]:
        cells = self._frame["reference"].cat
        names = list(cells.categories)
        codes = cells.codes.to_numpy().astype(np.int64)
        for marker in self._shorthand.get("reference", ()):
            codes[codes == names.index(marker)] = -1
        return codes, len(names)

    @cached_property
    def unreferenced(self) -> Mask:
        """Return which rows have a blank cell where their reference should be."""
        if "reference" not in self._columns:
            return np.zeros(self.rows, dtype=np.bool_)
        return self._reference_codes[0] < 0

    @cached_property
    def shared(self) -> Mask:
        """Return which rows share their notification with another row."""
        codes = self.reference
        if codes is None:
            return np.zeros(self.rows, dtype=np.bool_)
        shared: Mask = np.bincount(codes)[codes] > 1 if len(codes) else np.zeros(0, dtype=np.bool_)
        return shared

    @cached_property
    def nature(self) -> Ints | None:
        """Return every row's nature as a code, NO_NATURE where it has none, or None without such a column."""
        if "nature" not in self._columns:
            return None
        cells = self._frame["nature"].cat
        code_of = {nature.value: code for code, nature in enumerate(Nature)}
        table = np.array([code_of.get(str(name), NO_NATURE) for name in cells.categories] + [NO_NATURE])
        return table[cells.codes.to_numpy()]

    @cached_property
    def children(self) -> npt.NDArray[np.float64] | None:
        """Return the children each row concerns (missing: nan), or None where the rows do not tell."""
        if self.shape is Shape.CHILDREN:
            return np.ones(self.rows)
        if self.shape is Shape.NOTIFICATIONS and "children" in self._columns:
            return self._frame["children"].to_numpy(dtype=np.float64)
        return None

    def days(self, basis: DateBasis) -> Ints | None:
        """Return the day of every row's notification by a date basis, NO_DAY where it is missing.

        The rows of one notification are one incident, reported once: where their dates differ or some are
        blank, the earliest holds for all of them, whatever the filters leave. None where there is no such
        column.
        """
        if basis.column not in self._columns:
            return None
        if basis not in self._days:
            self._days[basis] = self._earliest(self.column_days(basis.column))
        return self._days[basis]

    def ordinals(self, basis: DateBasis, kind: PeriodKind) -> Ints:
        """Return the ordinal of the period each row falls into, far below all others where it has no date."""
        if (basis, kind) not in self._ordinals:
            days = self.days(basis)
            if days is None:
                raise KeyError(basis.column)
            months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 12 * 1970
            self._ordinals[basis, kind] = np.where(
                days == NO_DAY, NO_DAY // 2, (months - kind.offset) // kind.months
            )
        return self._ordinals[basis, kind]

    def column_days(self, key: str) -> Ints:
        """Return a date column as days from 1 January 1970, NO_DAY where blank."""
        return self._frame[key].to_numpy().astype("datetime64[D]").astype(np.int64)

    def numbers(self, key: str) -> npt.NDArray[np.float64]:
        """Return a number column; nan where blank."""
        return self._frame[key].to_numpy(dtype=np.float64)

    def _earliest(self, days: Ints) -> Ints:
        rows = np.flatnonzero(self.shared)
        if self.reference is None or not len(rows):
            return days
        rows = rows[np.argsort(self.reference[rows], kind="stable")]
        codes = self.reference[rows]
        starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
        known = np.where(days[rows] == NO_DAY, np.iinfo(np.int64).max, days[rows])
        first = np.minimum.reduceat(known, starts)
        first[first == np.iinfo(np.int64).max] = NO_DAY
        earliest = days.copy()
        earliest[rows] = np.repeat(first, np.diff(np.r_[starts, len(rows)]))
        return earliest

    def values(self, key: str) -> Values:
        """Return the values of a column of any kind but dates; its key must be one of the dataset's."""
        if key not in self._values:
            kind = self._columns[key].kind
            if kind is ColumnKind.NUMBER:
                self._values[key] = self._number_values(key)
            else:
                self._values[key] = self._category_values(key, several=kind not in _SINGLE)
        return self._values[key]

    def _number_values(self, key: str) -> Values:
        numbers, codes = np.unique(self.numbers(key), return_inverse=True)  # nan, once, comes last
        names = [BLANK if np.isnan(number) else f"{number:.15g}" for number in numbers]
        every = np.arange(len(names) + 1)
        return Values(tuple(names), int(BLANK in names), False, codes.astype(np.int64), every, every[:-1])

    def _category_values(self, key: str, several: bool) -> Values:
        column = self._frame[key].cat
        names = column.categories.to_list()
        codes = column.codes.to_numpy().astype(np.int64)
        used = np.bincount(codes + 1, minlength=len(names) + 1) > 0
        cells = [name.split("; ") for name in names] if several else [(name,) for name in names]
        present = {
            value for cell, there in zip(cells, used[1:].tolist(), strict=True) if there for value in cell
        }
        markers = [marker for marker in self._shorthand.get(key, ()) if marker in present]
        labels = [*in_own_order(key, present.difference(markers)), *markers, *([BLANK] if used[0] else [])]
        place = {label: position for position, label in enumerate(labels)}
        cells.append((BLANK,))  # code -1, the blank cell, is the last one
        # A category that no row uses has no label; no row leads to its cell, so any place will do.
        members = [place.get(value, 0) for cell in cells for value in dict.fromkeys(cell)]
        starts = np.cumsum([0, *(len(set(cell)) for cell in cells)])
        codes[codes < 0] = len(names)
        spec = catalogue_column(key)
        return Values(
            labels=tuple(labels),
            extra=len(markers) + int(used[0]),
            ordered=bool(spec and spec.categories),
            cells=codes,
            starts=starts,
            members=np.array(members, dtype=np.int64),
        )


_made: WeakKeyDictionary[Dataset, Index] = WeakKeyDictionary()


def index_of(dataset: Dataset) -> Index:
    """Return the index of a dataset, made at the first call."""
    found = _made.get(dataset)
    if found is None:
        found = _made[dataset] = Index(dataset)
    return found
