"""How long the steps after an incident take: notification, rapid review, local review; per notification."""

from datetime import date

import numpy as np

from desktop_app.analysis.coverage import window_of
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.index import NO_DAY, Ints, Mask, index_of
from desktop_app.analysis.masks import day_number
from desktop_app.analysis.result import OnTime, Resolved, Spread, Stage, Timing, Timings
from desktop_app.analysis.working_days import working_days
from desktop_app.domain.periods import Period
from desktop_app.domain.units import DateBasis, PeriodKind

NOTIFY_WITHIN = 5  # working days of becoming aware
REVIEW_WITHIN = 15  # working days of the notification
DELAY_ENDS = (1, 7, 14, 28, 56, 91)  # days: the last of each group of delays but one

_LATEST = np.iinfo(np.int64).max
_DECIDED = "Yes"


class _Notifications:
    """The notifications of some rows, and the first day that their rows give for each step."""

    def __init__(self, dataset: Dataset, rows: Ints) -> None:
        self._dataset, self._index = dataset, index_of(dataset)
        self._rows, self._inverse = rows, None
        reference = self._index.reference
        if reference is not None and self._index.shared[rows].any():
            _, first, inverse = np.unique(reference[rows], return_index=True, return_inverse=True)
            self.rows, self._inverse = rows[first], inverse
        else:
            self.rows = rows
        self.size = len(self.rows)

    def days(self, key: str) -> Ints:
        """Return each notification's earliest day in a date column, NO_DAY where it has none."""
        for basis in DateBasis:
            days = self._index.days(basis) if basis.column == key else None
            if days is not None:
                return days[self.rows]
        if not self._dataset.has(key):
            return np.full(self.size, NO_DAY)
        days = self._index.column_days(key)[self._rows]
        if self._inverse is None:
            return days
        earliest = np.full(self.size, _LATEST)
        np.minimum.at(earliest, self._inverse, np.where(days == NO_DAY, _LATEST, days))
        return np.where(earliest == _LATEST, NO_DAY, earliest)

    def having(self, key: str, value: str) -> Mask:
        """Return which notifications have a row with this value in a column."""
        values = self._index.values(key)
        mask = values.cells_with((value,))[values.cells[self._rows]]
        if self._inverse is None:
            return mask
        found: Mask = np.bincount(self._inverse, weights=mask, minlength=self.size) > 0
        return found


def timings_of(dataset: Dataset, resolved: Resolved, rows: Ints, today: date) -> Timings | None:
    """Return how long the steps took, by period of the notification; None without dates notified.

    A step that lies before the one it follows contradicts it and is not counted.
    """
    index = index_of(dataset)
    if not resolved.possible or index.reference is None or not dataset.has(DateBasis.NOTIFIED.column):
        return None
    found = _Notifications(dataset, rows)
    window = window_of(index)
    if window is None or not found.size:
        return None
    notified, incident = found.days("date_notified"), found.days("date_of_incident")
    clock = "date_aware" if dataset.has("date_aware") else "date_of_incident"
    delay = _between(incident, notified)
    on_time = _within(found.days(clock), notified, NOTIFY_WITHIN)
    reviewed = _reviewed(found, dataset, notified, min(window.last, today))

    def timing(period: Period | None, complete: bool, at: Ints) -> Timing:
        return Timing(
            period, complete, len(at), _spread(delay[at]), _on_time(on_time[at]), _on_time(reviewed[at])
        )

    periods = [
        timing(period, window.covers(period, today), at)
        for period, at in _by_period(notified, resolved.state.period)
    ]
    return Timings(
        clock=clock,
        by_period=tuple(periods),
        overall=timing(None, all(each.complete for each in periods), np.arange(found.size)),
        delays=_grouped(delay) if dataset.has("date_of_incident") else (),
        without_delay=int((delay < 0).sum()),
        stages=_stages(found, dataset),
        slow=float(np.percentile(delay[delay >= 0], 90)) if (delay >= 0).any() else None,
    )


def _between(first: Ints, last: Ints) -> Ints:
    """Return the days from one step to the next, -1 where either is missing or they are out of order."""
    good = (first != NO_DAY) & (last != NO_DAY) & (last >= first)
    return np.where(good, last - np.where(good, first, 0), -1)


def _within(first: Ints, last: Ints, most: int) -> Ints:
    """Return 1 where a step was taken in time, 0 where not, -1 where its dates do not tell."""
    known = _between(first, last) >= 0
    taken = np.full(len(first), -1)
    taken[known] = working_days(first[known], last[known]) <= most
    return taken


def _reviewed(found: _Notifications, dataset: Dataset, notified: Ints, last: date) -> Ints:
    """Return as `_within` does whether rapid reviews came in time; one that is due and absent did not."""
    if not dataset.has("rapid_review_received"):
        return np.full(found.size, -1)
    received = found.days("rapid_review_received")
    taken = _within(notified, received, REVIEW_WITHIN)
    end = np.full(found.size, day_number(last))
    waiting = (received == NO_DAY) & (notified != NO_DAY) & (notified <= end)
    overdue = waiting.copy()
    overdue[waiting] = working_days(notified[waiting], end[waiting]) > REVIEW_WITHIN
    return np.where(overdue, 0, taken)


def _by_period(notified: Ints, kind: PeriodKind) -> list[tuple[Period, Ints]]:
    """Return the places of the dated notifications of every period that has any, in time order."""
    dated = np.flatnonzero(notified != NO_DAY)
    months = notified[dated].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 12 * 1970
    ordinals = (months - kind.offset) // kind.months
    order = np.argsort(ordinals, kind="stable")
    named, starts = np.unique(ordinals[order], return_index=True)
    parts = np.split(dated[order], starts[1:])
    return [(Period(kind, int(ordinal)), at) for ordinal, at in zip(named, parts, strict=False)]


def _spread(days: Ints) -> Spread | None:
    known = days[days >= 0]
    if not len(known):
        return None
    lower, median, upper = np.percentile(known, (25, 50, 75))
    return Spread(len(known), float(median), float(lower), float(upper))


def _on_time(taken: Ints) -> OnTime | None:
    known = int((taken >= 0).sum())
    return OnTime(int((taken == 1).sum()), known) if known else None


def _grouped(delay: Ints) -> tuple[int, ...]:
    places = np.searchsorted(DELAY_ENDS, delay[delay >= 0])
    return tuple(np.bincount(places, minlength=len(DELAY_ENDS) + 1).tolist())


def _stages(found: _Notifications, dataset: Dataset) -> tuple[Stage, ...]:
    """Return how many notifications came to each stage that the file tells of, and the days it took."""
    notified, received = found.days("date_notified"), found.days("rapid_review_received")
    stages = [Stage("notified", found.size, None)]
    if dataset.has("rapid_review_received"):
        stages.append(_stage("reviewed", received, notified))
    if dataset.has("review_decision"):
        decided = int(found.having("review_decision", _DECIDED).sum())
        stages.append(Stage("decided", decided, None))
    if dataset.has("review_published"):
        stages.append(_stage("published", found.days("review_published"), received))
    return tuple(stages)


def _stage(key: str, reached: Ints, before: Ints) -> Stage:
    return Stage(key, int((reached != NO_DAY).sum()), _spread(_between(before, reached)))
