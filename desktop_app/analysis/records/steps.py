"""The steps after an incident for every notification, made once: days between them, and whether in time.

The rows of one notification are one incident: where their dates differ, the earliest holds for all of them,
whatever the filters leave.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.bins import look_up
from desktop_app.analysis.records.index import NO_DAY, Index, Ints, Mask
from desktop_app.analysis.records.values import small
from desktop_app.analysis.statistics.working_days import working_days
from desktop_app.domain.units import DateBasis

LATE, IN_TIME, UNTOLD = range(3)  # the codes of whether a step was taken in time


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Numbers that are met, in order, and for every row its place among them (one above: it has none)."""

    numbers: Ints
    codes: Ints


def first_days(dataset: Dataset, index: Index, key: str) -> Ints:
    """Return each row's notification's earliest day in a date column, NO_DAY where it has none."""
    for basis in DateBasis:
        days = index.days(basis) if basis.column == key else None
        if days is not None:
            return days
    if not dataset.has(key):
        return index.once("no days", lambda: np.full(index.rows, NO_DAY, dtype=np.int32))
    return index.once(("first days", key), lambda: index.earliest(index.column_days(key)))


def between(dataset: Dataset, index: Index, first: str, last: str) -> Coded:
    """Return the days from one step to the next; there are none where either is missing or out of order."""
    return index.once(
        ("between", first, last),
        lambda: _between(first_days(dataset, index, first), first_days(dataset, index, last)),
    )


def _between(first: Ints, last: Ints) -> Coded:
    good = _in_order(first, last)
    days = np.where(good, last - np.where(good, first, 0), 0)
    met = np.flatnonzero(np.bincount(days[good])) if good.any() else np.zeros(0, dtype=np.int64)
    place = np.zeros(int(met[-1]) + 1 if len(met) else 1, dtype=np.int64)
    place[met] = np.arange(len(met))
    return Coded(met, small(np.where(good, place[days], len(met)), len(met) + 2))


def in_time(dataset: Dataset, index: Index, first: str, last: str, most: int) -> Ints:
    """Return whether so many working days at most lay between two steps."""
    return index.once(
        ("in time", first, last),
        lambda: _in_time(first_days(dataset, index, first), first_days(dataset, index, last), most),
    )


def _in_time(first: Ints, last: Ints, most: int) -> Ints:
    good = _in_order(first, last)
    taken = np.full(len(first), UNTOLD, dtype=np.uint8)
    taken[good] = np.where(working_days(first[good], last[good]) <= most, IN_TIME, LATE)
    return taken


def in_time_or_due(dataset: Dataset, index: Index, steps: tuple[str, str], most: int, last_day: int) -> Ints:
    """Return as `in_time` does; a step that is due on the last day and absent was not taken in time."""
    first, last = (first_days(dataset, index, key) for key in steps)
    taken = in_time(dataset, index, *steps, most)

    def due() -> Ints:
        waiting = (last == NO_DAY) & (first != NO_DAY) & (first <= last_day)
        overdue = waiting.copy()
        overdue[waiting] = working_days(first[waiting], np.full(int(waiting.sum()), last_day)) > most
        return np.where(overdue, np.uint8(LATE), taken)

    return index.once(("in time or due", *steps, last_day), due)


def having(index: Index, key: str, value: str) -> Mask:
    """Return the rows of the notifications that have a row with this value in a column."""
    return index.once(("having", key, value), lambda: _having(index, key, value))


def _having(index: Index, key: str, value: str) -> Mask:
    values = index.values(key)
    mask = look_up(values.cells_with((value,)), values.cells)
    if index.reference is None or not len(mask):
        return mask
    return np.asarray(np.bincount(index.reference, mask)[index.reference] > 0)


def _in_order(first: Ints, last: Ints) -> Mask:
    good: Mask = (first != NO_DAY) & (last != NO_DAY) & (last >= first)
    return good
