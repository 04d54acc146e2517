"""How many of each value of a column the filters on other columns leave: several columns in one pass."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.bins import Counts, count_rows
from desktop_app.analysis.records.index import Index, Ints, Mask
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.repeats import repeats_of
from desktop_app.analysis.records.values import small
from desktop_app.domain.units import Shape, Unit

_KEPT = 2000  # values: the counts of a longer list take too much memory to be kept
_PACK = 1 << 14  # so many combinations of values are counted at once: the counters stay in the fast cache


@dataclass(frozen=True, slots=True, eq=False)
class _Pack:
    """The combinations of the cells of some columns, as one code per row."""

    keys: tuple[str, ...]
    sizes: tuple[int, ...]
    codes: Ints

    def split(self, counts: Counts) -> dict[str, Counts]:
        """Return the counts per cell of every column, from the counts per combination."""
        cube = counts.reshape(self.sizes)
        axes = range(len(self.keys))
        return {key: cube.sum(axis=tuple(a for a in axes if a != at)) for at, key in enumerate(self.keys)}


class ValueCounts:
    """Counts per value under all filters but those on the value's own column.

    `lacking` counts the rows that do not say how many children are concerned, in place of the children.
    """

    def __init__(self, index: Index, passing: Passing, unit: Unit, lacking: bool = False) -> None:
        self._index = index
        self._lacking = lacking
        self._passing = passing
        self._unit = unit
        self._by_cell: dict[str, Counts] = {}

    def of(self, key: str) -> Counts | None:
        """Return the count of every label of a column in the counting unit, or None where it cannot be told.

        Of a plain table rows are counted.
        """
        index = self._index
        able = {Unit.NOTIFICATIONS: index.reference, Unit.CHILDREN: index.children}[self._unit] is not None
        if not able and index.shape is not Shape.PLAIN:
            return None
        if len(index.values(key).labels) > _KEPT:
            return self._made(key)
        # A value that is chosen or left out in a list leaves the list's own counts as they are.
        name = (key, self._unit, self._lacking, self._passing.wishes_without(key))
        return index.counts.get(name, lambda: self._made(key))

    def _made(self, key: str) -> Counts:
        index = self._index
        counts = index.values(key).by_label(self._cells(key))
        one_row_each = index.shape is Shape.CHILDREN and self._unit is Unit.CHILDREN
        return counts if one_row_each or index.shape is Shape.PLAIN else counts - self._further(key)

    @cached_property
    def _unsaid(self) -> "ValueCounts | None":
        index = self._index
        if self._weights is None or index.children is None or not np.isnan(index.children).any():
            return None
        return ValueCounts(index, self._passing, self._unit, lacking=True)

    def short(self, key: str) -> Mask:
        """Return for every label of a column whether its count lacks children whose number is missing."""
        counts = None if self._unsaid is None else self._unsaid.of(key)
        return np.zeros(len(self._index.values(key).labels), np.bool_) if counts is None else counts > 0

    @cached_property
    def _weights(self) -> npt.NDArray[np.float64] | None:
        index = self._index
        if self._unit is Unit.NOTIFICATIONS or index.shape is not Shape.NOTIFICATIONS:
            return None
        if index.children is None:
            return None
        return np.isnan(index.children).astype(np.float64) if self._lacking else np.nan_to_num(index.children)

    def _further(self, key: str) -> Counts:
        rows, labels = repeats_of(self._index, key).further(self._passing.mask_without(key))
        weights = self._weights
        size = len(self._index.values(key).labels)
        return np.bincount(labels, None if weights is None else weights[rows], size).astype(np.float64)

    def _cells(self, key: str) -> Counts:
        if not self._passing.narrowed_by(key):
            return self._passing_cells(key)
        alone = _alone(self._index, key)
        if self._passing.whole_without(key):
            return self._whole(alone)
        refused = self._passing.rows_refused_by(key)  # which are fewer than all that pass the other filters
        return self._passing_cells(key) + count_rows(alone.codes, alone.sizes[0], refused, self._weights)

    def _passing_cells(self, key: str) -> Counts:
        """Return the counts under all filters."""
        if key not in self._by_cell:
            pack = _pack_with(self._index, key) or _alone(self._index, key)
            size = int(np.prod(pack.sizes))
            every = self._passing.whole_without(None)
            counts = (
                self._whole(pack)
                if every
                else count_rows(pack.codes, size, self._passing.rows, self._weights)
            )
            self._by_cell |= pack.split(counts)
        return self._by_cell[key]

    def _whole(self, pack: _Pack) -> Counts:
        """Return the counts of all rows, which are the same under every wish."""
        size, weights = int(np.prod(pack.sizes)), self._weights
        name = ("counts", pack.keys, weights is None, self._lacking)
        return self._index.once(name, lambda: count_rows(pack.codes, size, None, weights))


def _pack_with(index: Index, key: str) -> _Pack | None:
    """Return the pack that holds a column; only columns with value lists are packed."""
    packs = index.once("packs", lambda: _packs(index))
    return next((pack for pack in packs if key in pack.keys), None)


def _packs(index: Index) -> tuple[_Pack, ...]:
    """Return columns with few values in as few packs as will do, the largest columns first."""
    keys = [key for key, column in index.columns.items() if column.breakdown]
    sizes = {key: size for key in keys if (size := index.values(key).size) <= _PACK}
    groups: list[list[str]] = []
    for key in sorted(sizes, key=lambda each: -sizes[each]):
        fitting = (g for g in groups if sizes[key] * np.prod([sizes[other] for other in g]) <= _PACK)
        group = next(fitting, None)
        if group is None:
            groups.append([key])
        else:
            group.append(key)
    return tuple(_packed(index, group) for group in groups)


def _packed(index: Index, keys: list[str]) -> _Pack:
    sizes = tuple(index.values(key).size for key in keys)
    codes = np.zeros(index.rows, dtype=np.int32)
    for key, size in zip(keys, sizes, strict=True):
        codes *= size
        codes += index.values(key).cells
    return _Pack(tuple(keys), sizes, small(codes, int(np.prod(sizes))))


def _alone(index: Index, key: str) -> _Pack:
    values = index.values(key)
    return _Pack((key,), (values.size,), small(values.cells, values.size))
