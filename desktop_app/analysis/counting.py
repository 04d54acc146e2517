"""Counts rows of records into groups: distinct notifications, children, and each nature of either."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.index import NO_NATURE, Index, Ints, Mask
from desktop_app.analysis.result import NOT_AVAILABLE, Figure
from desktop_app.catalogue.measures import MEASURES
from desktop_app.domain.specs import MeasureSpec
from desktop_app.domain.units import Nature, Shape, Unit

_COLUMN_OF_NATURE = {nature: code for code, nature in enumerate(Nature)}


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Counts per group (first axis) and nature (second axis; the last column has no nature), by unit.

    A unit the data cannot give is None. `short` tells where the number of some children is missing.
    """

    by_unit: dict[Unit, npt.NDArray[np.float64] | None]
    short: Mask | None
    natures_known: bool

    def total(self, unit: Unit) -> npt.NDArray[np.float64] | None:
        """Return the count of every group in a unit, or None where the data cannot give it."""
        counts = self.by_unit[unit]
        return None if counts is None else counts.sum(axis=1)

    def merged(self, each: int) -> "Tally":
        """Return the tally of fewer groups, each the sum of so many neighbours that share no notification."""
        by_unit = {
            unit: None if counts is None else counts.reshape(-1, each, NO_NATURE + 1).sum(axis=1)
            for unit, counts in self.by_unit.items()
        }
        short: Mask | None = None
        if self.short is not None:
            short = np.any(self.short.reshape(-1, each, NO_NATURE + 1), axis=1)
        return Tally(by_unit, short, self.natures_known)

    def figures(self, group: int, unit: Unit) -> tuple[Figure, ...]:
        """Return one group's figure for every measure of the catalogue, natures in the unit given."""
        return tuple(self._figure(group, spec, spec.unit or unit) for spec in MEASURES)

    def _figure(self, group: int, spec: MeasureSpec, unit: Unit) -> Figure:
        counts = self.by_unit[unit]
        if counts is None or (spec.nature is not None and not self.natures_known):
            return NOT_AVAILABLE
        part = slice(None) if spec.nature is None else _COLUMN_OF_NATURE[spec.nature]
        short = unit is Unit.CHILDREN and self.short is not None and bool(self.short[group, part].any())
        return Figure(float(counts[group, part].sum()), at_least=short)


def tally(index: Index, rows: Ints, groups: Ints, size: int) -> Tally:
    """Count rows, given by position and group (0 to size - 1); a row may fall into several groups.

    Within a group a notification counts once, under the gravest nature that its rows there give (death before
    serious harm before other), so that the natures add up to the total. Children are counted each by its own
    nature where a row is a child; where a row is a notification, by its number of children, once for a
    notification entered twice.
    """
    natures = index.nature
    nature = np.full(len(rows), NO_NATURE) if natures is None else natures[rows]
    notifications = children = short = None
    each = _one_row_each(index, rows, groups, nature)
    if each is not None:
        notifications = _count(groups[each], nature[each], size)
    if index.children is not None:
        if each is None or index.shape is Shape.CHILDREN:
            each = np.arange(len(rows))
        weights = index.children[rows[each]]
        missing = np.isnan(weights)
        children = _count(groups[each], nature[each], size, np.where(missing, 0, weights))
        if missing.any():
            short = _count(groups[each], nature[each], size, missing.astype(np.float64)) > 0
    return Tally({Unit.NOTIFICATIONS: notifications, Unit.CHILDREN: children}, short, natures is not None)


def _one_row_each(index: Index, rows: Ints, groups: Ints, nature: Ints) -> Ints | None:
    """Return places in `rows`: of each notification in each group the gravest row, with most children."""
    if index.reference is None:
        return None
    shared = index.shared[rows]
    places = np.flatnonzero(shared)
    if not len(places):
        return np.arange(len(rows))
    codes = index.reference[rows[places]]
    pairs = groups[places] * (int(index.reference.max()) + 1) + codes
    graver_first = pairs * (NO_NATURE + 1) + nature[places]
    if index.shape is Shape.CHILDREN or index.children is None:
        order = np.argsort(graver_first, kind="stable")
    else:
        order = np.lexsort((-index.children[rows[places]], graver_first))
    pairs = pairs[order]
    firsts = order[np.r_[True, pairs[1:] != pairs[:-1]]]
    return np.concatenate([np.flatnonzero(~shared), places[firsts]])


def _count(
    groups: Ints, nature: Ints, size: int, weights: npt.NDArray[np.float64] | None = None
) -> npt.NDArray[np.float64]:
    width = NO_NATURE + 1
    counts = np.bincount(groups * width + nature, weights=weights, minlength=size * width)
    return counts.reshape(size, width).astype(np.float64)
