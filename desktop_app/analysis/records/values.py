"""A column's values in their own order, and which of them each cell holds, as small whole numbers."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.collation import in_order
from desktop_app.analysis.wishes import in_own_order
from desktop_app.catalogue.columns import column as catalogue_column
from desktop_app.domain.filters import BLANK, NOT_UNDERSTOOD, ValueFilter
from desktop_app.domain.periods import Period
from desktop_app.domain.searching import number_plain
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import PeriodKind

Ints = npt.NDArray[np.integer[Any]]
Mask = npt.NDArray[np.bool_]

_TREE = (PeriodKind.CALENDAR_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH)


class Values:
    """The values of one column.

    `cells` gives every row's cell code. The values of cell `i` are `members[starts[i]:starts[i + 1]]`,
    positions in `labels`; a cell of a column with several values may hold many. The last `extra` labels are
    shorthand, NOT_UNDERSTOOD and BLANK. `depths` tells how deep a label stands in a tree: a date is in its
    year, its quarter and its month.
    """

    def __init__(self, labels: Sequence[str], extra: int, cells: Ints, starts: Ints, members: Ints) -> None:
        self.labels = tuple(labels)
        self.extra = extra
        self.ordered = False  # the values have an order of their own, which is not that of their names
        self.cells = cells
        self.starts = starts
        self.members = members
        self.depths: tuple[int, ...] = ()

    @cached_property
    def place(self) -> dict[str, int]:
        """Return the position of every label."""
        return {label: at for at, label in enumerate(self.labels)}

    @property
    def size(self) -> int:
        """Return how many different cells there are, used or not."""
        return len(self.starts) - 1

    @property
    def single(self) -> bool:
        """Return whether every cell holds one value."""
        return len(self.members) == self.size

    def cells_with(self, values: Iterable[str]) -> Mask:
        """Return for every cell code whether the cell has any of these values."""
        wanted = np.zeros(len(self.labels) + 1, dtype=np.bool_)  # never empty
        wanted[[self.place[value] for value in values if value in self.place]] = True
        return self.cells_of(wanted)

    def cells_of(self, wanted: Mask) -> Mask:
        """Return for every cell code whether the cell has any of the labels marked."""
        hits = np.zeros(self.size, dtype=np.bool_)
        hits[self._cell_of_member[wanted[self.members]]] = True
        return hits

    def by_label(self, by_cell: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return sums per label of numbers given per cell code, along the first axis of either."""
        sums = np.zeros((len(self.labels) + 1, *by_cell.shape[1:]))  # never empty: no row leads to some cells
        np.add.at(sums, self.members, by_cell[self._cell_of_member])
        return sums[:-1]

    def first(self, rows: Ints) -> Ints:
        """Return the position in `labels` of the first value that each of the given rows holds."""
        return self.members[self.starts[self.cells[rows]]]

    def spread(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return one (row, label) pair for every value that the given rows hold."""
        cells = self.cells[rows]
        if self.single:
            return rows, self.members[cells]
        counts = np.diff(self.starts)[cells]
        ends = np.cumsum(counts)
        within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)
        return np.repeat(rows, counts), self.members[np.repeat(self.starts[cells], counts) + within]

    @cached_property
    def _cell_of_member(self) -> Ints:
        return np.repeat(np.arange(self.size), np.diff(self.starts))


def small(codes: Ints, size: int) -> Ints:
    """Return codes from 0 to size - 1 in the smallest type that holds them."""
    kinds: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16)
    kind = next((kind for kind in kinds if size <= np.iinfo(kind).max + 1), np.int32)
    return codes.astype(kind, copy=False)


def category_values(
    key: str, names: list[str], codes: Ints, markers: tuple[str, ...], kind: ColumnKind
) -> Values:
    """Return the values of a column of text from its categories and codes (-1: blank)."""
    several, grouped = kind is ColumnKind.SEVERAL, kind in (ColumnKind.SEVERAL, ColumnKind.CATEGORY)
    used = np.bincount(codes + 1, minlength=len(names) + 1) > 0
    cells = [tuple(dict.fromkeys(name.split("; "))) for name in names] if several else [(n,) for n in names]
    # A dictionary and not a set: it is made in steps, between which the window's thread gets its turn.
    present = {
        value: None for cell, there in zip(cells, used[1:].tolist(), strict=True) if there for value in cell
    }
    found = [marker for marker in markers if marker in present]
    for marker in found:
        del present[marker]
    plain = in_own_order(key, present) if grouped else in_order(list(present))
    labels = [*plain, *found, *([BLANK] if used[0] else [])]
    place = {label: at for at, label in enumerate(labels)}
    # A category that no row uses has no label; no row leads to its cell, so any place will do.
    members = [place.get(value, 0) for cell in cells for value in cell]
    lengths = [len(cell) for cell in cells] if several else 1
    values = Values(
        labels,
        len(found) + int(used[0]),
        small(np.where(codes < 0, len(names), codes), len(names) + 1),
        np.cumsum(np.r_[0, np.full(len(names), lengths, dtype=np.int64), 1]),
        small(np.array([*members, place.get(BLANK, 0)], dtype=np.int64), len(labels)),
    )
    spec = catalogue_column(key)
    values.ordered = bool(spec and spec.categories) or (grouped and list(plain) != in_order(list(plain)))
    return values


def number_values(numbers: npt.NDArray[np.float64], odd: dict[int, str]) -> Values:
    """Return the values of a column of numbers; `odd` names what stands in rows without a number."""
    known, codes = np.unique(numbers, return_inverse=True)  # nan, once, comes last
    names = [number_plain(number) for number in known[~np.isnan(known)]]
    missing = np.isnan(numbers)
    return _with_odd(names, codes, np.arange(len(names))[:, np.newaxis], missing, odd)


def date_values(days: Ints, missing: Mask, odd: dict[int, str]) -> Values:
    """Return the years, quarters and months of a column of days: labels of a tree, each before its parts."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 12 * 1970
    low = int(months[~missing].min()) if not missing.all() else 0
    seats = np.where(missing, 0, months - low)
    met = np.flatnonzero(np.bincount(seats[~missing])) if not missing.all() else np.zeros(0, np.int64)
    code_of = np.zeros(int(met[-1]) + 1 if len(met) else 1, dtype=np.int64)
    code_of[met] = np.arange(len(met))
    chains = [_chain(Period(PeriodKind.MONTH, int(month) + low)) for month in met]
    tree = list(dict.fromkeys(period for chain in chains for period in chain))
    place = {period: at for at, period in enumerate(tree)}
    members = np.array([[place[period] for period in chain] for chain in chains], dtype=np.int64)
    members = members.reshape(-1, len(_TREE))
    values = _with_odd([period.label for period in tree], code_of[seats], members, missing, odd)
    values.depths = (*(_TREE.index(period.kind) for period in tree), *[0] * values.extra)
    return values


def month_chosen(chosen: ValueFilter, month: Period) -> bool:
    """Return whether a filter on the values of a date column lets a month through."""
    return any(period.label in chosen.values for period in _chain(month))


def _chain(month: Period) -> tuple[Period, ...]:
    return tuple(Period.containing(month.start, kind) for kind in _TREE)


def odd_labels(found: Iterable[str]) -> list[str]:
    """Return what stands in place of numbers or days, once each: shorthand before what was not understood."""
    labels = set(found)
    return [*sorted(labels - {NOT_UNDERSTOOD}), *([NOT_UNDERSTOOD] if NOT_UNDERSTOOD in labels else [])]


def _with_odd(names: list[str], codes: Ints, members: Ints, missing: Mask, odd: dict[int, str]) -> Values:
    """Return values whose last labels tell apart what stands in rows without one: shorthand, text, nothing.

    `members` has a row of label positions for every code.
    """
    extra = [*odd_labels(odd.values()), BLANK]
    codes = np.where(missing, len(members) + len(extra) - 1, codes)
    codes[list(odd)] = [len(members) + extra.index(label) for label in odd.values()]
    if not (codes == len(members) + len(extra) - 1).any():
        extra.pop()
    count, each = members.shape
    values = Values(
        [*names, *extra],
        len(extra),
        small(codes, count + len(extra) + 1),
        np.r_[np.arange(count) * each, count * each + np.arange(len(extra) + 1)],
        np.r_[members.ravel(), len(names) + np.arange(len(extra))],
    )
    values.ordered = True
    return values
