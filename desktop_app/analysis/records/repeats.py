"""Rows that must not count again: further rows of a notification that has been counted already."""

from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.index import NO_NATURE, Index, Ints, Mask
from desktop_app.domain.units import Shape


class Repeats:
    """The rows that stand beside other rows of their notification under the same value of a column.

    They are sorted so that the row that counts comes first whatever the filters leave: the gravest, and of
    notifications entered twice the one with most children. Without a column all rows of a notification stand
    together.
    """

    def __init__(self, index: Index, key: str | None) -> None:
        rows: Ints = np.flatnonzero(index.shared)
        size = 1
        labels: Ints = np.zeros(len(rows), dtype=np.int64)
        if key is not None:
            values = index.values(key)
            size = len(values.labels)
            rows, labels = values.spread(rows)
        codes = np.zeros(len(rows)) if index.reference is None else index.reference[rows]
        pairs = codes.astype(np.int64) * size + labels
        order = np.lexsort((*_counting_first(index, rows), pairs))
        same = pairs[order][1:] == pairs[order][:-1]
        beside = (np.r_[same, False] | np.r_[False, same])[: len(order)]
        order = order[beside]
        self._rows: Ints = rows[order].astype(np.int32)
        self._labels: Ints = labels[order].astype(np.int32)
        starts = np.r_[True, pairs[order][1:] != pairs[order][:-1]][: len(order)]
        self._group: Ints = np.cumsum(starts, dtype=np.int32)

    def further(self, mask: Mask) -> tuple[Ints, Ints]:
        """Return, of the rows that a mask lets through, those that must not count, and their labels."""
        places = np.flatnonzero(mask[self._rows])
        groups = self._group[places]
        again = places[1:][groups[1:] == groups[:-1]]
        return self._rows[again], self._labels[again]


def repeats_of(index: Index, key: str | None) -> Repeats:
    """Return the repeats under the values of a column, or of the notifications alone."""
    return index.once(("repeats", key), lambda: Repeats(index, key))


def _counting_first(index: Index, rows: Ints) -> tuple[npt.NDArray[Any], ...]:
    """Return sort keys, the least important first, that put the row that counts before the others."""
    nature = np.full(len(rows), NO_NATURE) if index.nature is None else index.nature[rows]
    if index.shape is Shape.CHILDREN or index.children is None:
        return (nature,)
    return (-np.nan_to_num(index.children[rows], nan=-1.0), nature)
