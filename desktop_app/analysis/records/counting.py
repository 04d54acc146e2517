"""Counts rows of records into groups: distinct notifications, children, and each nature of either."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.bins import Counts, count_rows
from desktop_app.analysis.records.index import NO_DAY, NO_NATURE, Index, Ints, Mask
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.repeats import repeats_of
from desktop_app.analysis.records.values import small
from desktop_app.analysis.result import NOT_AVAILABLE, Figure
from desktop_app.catalogue.measures import MEASURES
from desktop_app.domain.specs import MeasureSpec
from desktop_app.domain.units import DateBasis, Nature, PeriodKind, Shape, Unit

_Count = Callable[[npt.NDArray[np.float64] | None], Counts]  # from each row's weight; None: one each

_Column = tuple[list[float], list[bool]]  # the count of every group, and whether some are missing in it
_Columns = tuple[_Column | None, ...]  # for every measure; None: not available
_WIDTH = NO_NATURE + 1
_COLUMN_OF_NATURE = {nature: code for code, nature in enumerate(Nature)}


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Counts per group (first axis) and nature (second axis; the last column has no nature), by unit.

    A unit the data cannot give is None. `short` tells where the number of some children is missing.
    """

    by_unit: dict[Unit, Counts | None]
    short: Mask | None
    natures_known: bool
    rows: Counts  # how many rows, whatever they are
    _told: dict[Unit, "_Columns"] = field(default_factory=dict, init=False, repr=False)

    def total(self, unit: Unit) -> Counts | None:
        """Return the count of every group in a unit, or None where the data cannot give it."""
        counts = self.by_unit[unit]
        return None if counts is None else counts.sum(axis=1)

    def merged(self, each: int) -> "Tally":
        """Return the tally of fewer groups, each the sum of so many neighbours that share no notification."""
        return self._changed(lambda counts: counts.reshape(-1, each, _WIDTH).sum(axis=1))

    def within(self, each: int, low: int, high: int) -> "Tally":
        """Return the tally of the groups `low` to `high` - 1 of each `each` neighbours, and the last."""
        kept = [*range(low, high), each - 1]
        return self._changed(lambda counts: _shaped(counts.reshape(-1, each, _WIDTH)[:, kept]))

    def gathered(self, into: Ints, size: int) -> "Tally":
        """Return the tally of `size` groups, each the sum of those that `into` names for it."""

        def change(counts: Counts) -> Counts:
            sums = np.zeros((size, _WIDTH))
            np.add.at(sums, into, counts)
            return sums

        return self._changed(change)

    def _changed(self, change: Callable[[Counts], Counts]) -> "Tally":
        by_unit = {unit: None if counts is None else change(counts) for unit, counts in self.by_unit.items()}
        short = None if self.short is None else change(self.short.astype(np.float64)) > 0
        return Tally(by_unit, short, self.natures_known, change(self.rows))

    def figures(self, group: int, unit: Unit) -> tuple[Figure, ...]:
        """Return one group's figure for every measure of the catalogue, natures in the unit given."""
        if unit not in self._told:
            self._told[unit] = tuple(self._column(spec, spec.unit or unit) for spec in MEASURES)
        return tuple(
            NOT_AVAILABLE if column is None else Figure(column[0][group], at_least=column[1][group])
            for column in self._told[unit]
        )

    def _column(self, spec: MeasureSpec, unit: Unit) -> "_Column | None":
        """Return a measure of all groups at once, and whether it is short: one by one takes far longer."""
        counts = self.by_unit[unit]
        if counts is None or (spec.nature is not None and not self.natures_known):
            return None
        part = slice(None) if spec.nature is None else [_COLUMN_OF_NATURE[spec.nature]]
        short = self.short if unit is Unit.CHILDREN else None
        lacking: Mask = (
            np.zeros(len(counts), np.bool_) if short is None else np.asarray(short[:, part].any(axis=1))
        )
        sums: Counts = counts[:, part].sum(axis=1)
        return sums.tolist(), lacking.tolist()


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """For every row its place among stretches of time; rows in none of them stand in one more, the last.

    The rows of a notification stand in one place.
    """

    name: Hashable
    first: int  # the ordinal of the first of them where they are periods
    size: int  # one more than there are stretches
    codes: Ints
    kind: PeriodKind | None = None  # of the periods that they are
    months: "Places | None" = None  # the same time by month, where each stretch is made up of months

    def of_months(self) -> Ints:
        """Return for each of the months the place that it is in, and for the last the last."""
        if self.months is None or self.kind is None:
            raise ValueError(self.name)
        ordinals = self.months.first + np.arange(self.months.size - 1)
        into: Ints = np.r_[(ordinals - self.kind.offset) // self.kind.months - self.first, self.size - 1]
        return into


def places_of(index: Index, basis: DateBasis, kind: PeriodKind) -> Places:
    """Return every row's place among the periods from the file's first to its last date by a date basis."""
    return index.once(("places", basis, kind), lambda: _places(index, basis, kind))


def _places(index: Index, basis: DateBasis, kind: PeriodKind) -> Places:
    days = index.days(basis)
    if days is None or not (days != NO_DAY).any():
        return Places(("periods", basis, kind), 0, 1, np.zeros(index.rows, dtype=np.uint8))
    ordinals, dated = index.ordinals(basis, kind), days != NO_DAY
    first, last = int(ordinals[dated].min()), int(ordinals[dated].max())
    size = last - first + 2
    codes = small(np.where(dated, ordinals - first, size - 1), size)
    months = None if kind is PeriodKind.MONTH else places_of(index, basis, PeriodKind.MONTH)
    return Places(("periods", basis, kind), first, size, codes, kind, months)


def tally(index: Index, passing: Passing, places: Places, key: str | None = None) -> Tally:
    """Count the rows that pass by place, or by the labels of a column and place (label * places + place).

    Within a group a notification counts once, under the gravest nature that its rows there give (death before
    serious harm before other), so that the natures add up to the total. Children are counted each by its own
    nature where a row is a child; where a row is a notification, by its number of children, once for a
    notification entered twice.
    """
    if key is not None:
        return _tally(index, passing, places, key)
    months = places.months
    if months is None:
        return passing.once(("tally", places.name), lambda: _tally(index, passing, places, None))
    # A million rows are counted once for all kinds of period: each is made up of whole months.
    by_month = passing.once(("tally", months.name), lambda: _tally(index, passing, months, None))
    return by_month.gathered(places.of_months(), places.size)


def siblings_in(index: Index, mask: Mask) -> int:
    """Return how many children are counted beyond the one whom the row of a notification describes."""
    children = index.children
    if index.shape is not Shape.NOTIFICATIONS or children is None:
        return 0
    counted = mask & index.once("several children", lambda: children > 1)  # not where it is missing
    counted[repeats_of(index, None).further(mask)[0]] = False
    return int((children[counted] - 1).sum())


def _tally(index: Index, passing: Passing, places: Places, key: str | None) -> Tally:
    every, again = _every(index, passing, places, key), _further(index, passing, places, key)
    rows = every(None)
    notifications = children = short = None
    if index.reference is not None:
        notifications = rows - again(None)
    if index.shape is Shape.CHILDREN:
        children = rows
    elif index.children is not None:
        missing = np.isnan(index.children)
        known = np.where(missing, 0, index.children)
        children = every(known) - again(known)
        if missing.any():
            short = every(missing.astype(np.float64)) - again(missing.astype(np.float64)) > 0
    by_unit = {Unit.NOTIFICATIONS: notifications, Unit.CHILDREN: children}
    return Tally(by_unit, short, index.nature is not None, rows)


def _every(index: Index, passing: Passing, places: Places, key: str | None) -> _Count:
    """Return what counts all rows that pass, by group and nature."""
    inner, width = _inner(index, places), places.size * _WIDTH
    if key is None:
        return lambda weights: _shaped(count_rows(inner, width, passing.rows, weights))
    values = index.values(key)
    size = width * len(values.labels)
    if values.single:
        codes = values.members.astype(np.int32)[values.cells] * width + inner
        return lambda weights: _shaped(count_rows(codes, size, passing.rows, weights))
    rows, labels = values.spread(passing.rows)
    groups = labels.astype(np.int64) * width + inner[rows]
    return lambda weights: _binned(groups, None if weights is None else weights[rows], size)


def _further(index: Index, passing: Passing, places: Places, key: str | None) -> _Count:
    """Return what counts the rows that must not count again, by group and nature."""
    inner, width = _inner(index, places), places.size * _WIDTH
    rows, labels = repeats_of(index, key).further(passing.mask)
    groups = labels.astype(np.int64) * width + inner[rows]
    size = width * (1 if key is None else len(index.values(key).labels))
    return lambda weights: _binned(groups, None if weights is None else weights[rows], size)


def _inner(index: Index, places: Places) -> Ints:
    """Return for every row its place and nature as one code."""
    natures = np.uint8(NO_NATURE) if index.nature is None else index.nature
    size = places.size * _WIDTH
    return index.once(
        ("place and nature", places.name),
        lambda: small(places.codes.astype(np.int32) * _WIDTH + natures, size),
    )


def _binned(groups: Ints, weights: npt.NDArray[np.float64] | None, size: int) -> Counts:
    return _shaped(np.bincount(groups, weights, size).astype(np.float64))


def _shaped(counts: Counts) -> Counts:
    return counts.reshape(-1, _WIDTH)
