"""How long the steps after an incident take: notification, rapid review, local review; per notification."""

from datetime import date

import numpy as np

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.bins import Counts, count_rows
from desktop_app.analysis.records.counting import Places, places_of
from desktop_app.analysis.records.coverage import window_of
from desktop_app.analysis.records.index import NO_DAY, Index, Ints, Mask, index_of
from desktop_app.analysis.records.masks import Passing, day_number
from desktop_app.analysis.records.repeats import repeats_of
from desktop_app.analysis.records.steps import (
    IN_TIME,
    LATE,
    UNTOLD,
    Coded,
    between,
    first_days,
    having,
    in_time,
    in_time_or_due,
)
from desktop_app.analysis.records.values import small
from desktop_app.analysis.result import OnTime, Resolved, Spread, Stage, Timing, Timings
from desktop_app.domain.periods import Period
from desktop_app.domain.units import DateBasis

NOTIFY_WITHIN = 5  # working days of becoming aware
REVIEW_WITHIN = 15  # working days of the notification
DELAY_ENDS = (1, 7, 14, 28, 56, 91)  # days: the last of each group of delays but one

_NOTIFIED, _INCIDENT, _RECEIVED = "date_notified", "date_of_incident", "rapid_review_received"
_DECIDED = "Yes"


class _Notifications:
    """The notifications that pass, by the one row of each that counts."""

    def __init__(self, index: Index, passing: Passing, places: Places) -> None:
        self._index, self._places = index, places
        self.mask: Mask = passing.mask.copy()
        self.mask[repeats_of(index, None).further(passing.mask)[0]] = False
        self.rows = np.flatnonzero(self.mask)
        self.size, self.places = len(self.rows), places.size

    def spread_over(self, name: str, codes: Ints, size: int) -> Counts:
        """Return how many have each code from 0 to size - 1, by place; `name` tells codes apart."""
        joint = self._index.once(
            ("by place", name, self._places.name),
            lambda: small(self._places.codes.astype(np.int64) * size + codes, self._places.size * size),
        )
        return count_rows(joint, self._places.size * size, self.rows).reshape(-1, size)


def timings_of(dataset: Dataset, resolved: Resolved, passing: Passing, today: date) -> Timings | None:
    """Return how long the steps took, by period of the notification; None without days notified.

    A step that lies before the one it follows contradicts it and is not counted.
    """
    index = index_of(dataset)
    if not resolved.possible or index.reference is None or not dataset.has(_NOTIFIED):
        return None
    if _NOTIFIED in dataset.coarse:  # no days between periods
        return None
    places = places_of(index, DateBasis.NOTIFIED, resolved.state.period)
    found, window = _Notifications(index, passing, places), window_of(index, resolved.state.whole)
    if window is None or not found.size:
        return None
    clock = "date_aware" if dataset.has("date_aware") else _INCIDENT
    delay = between(dataset, index, _INCIDENT, _NOTIFIED)
    delays = found.spread_over("delay", delay.codes, len(delay.numbers) + 1)
    by_place = delays.sum(axis=1)  # every notification has a delay or none
    told = in_time(dataset, index, clock, _NOTIFIED, NOTIFY_WITHIN)
    on_time = found.spread_over("notified", told, UNTOLD + 1)
    reviewed = _reviewed(dataset, index, found, min(window.known_to, today))

    def timing(period: Period | None, complete: bool, at: list[int]) -> Timing:
        return Timing(
            period,
            complete,
            int(by_place[at].sum()),
            _spread(delay, delays[at].sum(axis=0)),
            _on_time(on_time[at].sum(axis=0)),
            _on_time(reviewed[at].sum(axis=0)),
        )

    met = np.flatnonzero(by_place[:-1])
    between_ends = range(met[0], met[-1] + 1) if len(met) else range(0)  # periods without any too
    named = [(Period(resolved.state.period, places.first + at), at) for at in between_ends]
    periods = [timing(period, window.covers(period, today), [at]) for period, at in named]
    every = delays.sum(axis=0)
    return Timings(
        clock=clock,
        by_period=tuple(periods),
        overall=timing(None, all(each.complete for each in periods), list(range(places.size))),
        delays=_grouped(delay, every) if dataset.has(_INCIDENT) else (),
        without_delay=int(every[-1]),
        stages=_stages(dataset, index, found),
    )


def _reviewed(dataset: Dataset, index: Index, found: _Notifications, last: date) -> Counts:
    """Return by place how many rapid reviews came in time; one that is due and absent did not."""
    if not dataset.has(_RECEIVED):
        return np.zeros((found.places, UNTOLD + 1))
    end = day_number(last)
    codes = in_time_or_due(dataset, index, (_NOTIFIED, _RECEIVED), REVIEW_WITHIN, end)
    return found.spread_over(f"reviewed by {end}", codes, UNTOLD + 1)


def _spread(coded: Coded, counts: Counts) -> Spread | None:
    known = counts[:-1]
    if not known.any():
        return None
    lower, median, upper = _quantiles(coded.numbers, known, 0.25, 0.5, 0.75)
    return Spread(int(known.sum()), median, lower, upper)


def _quantiles(numbers: Ints, counts: Counts, *shares: float) -> list[float]:
    """Return quantiles of numbers of which there are so many each, between neighbours by proportion."""
    ends = np.cumsum(counts)
    places = np.array(shares) * (ends[-1] - 1)
    lows, highs = (numbers[np.searchsorted(ends, at, "right")] for at in (np.floor(places), np.ceil(places)))
    quantiles: list[float] = (lows + (highs - lows) * (places % 1)).tolist()
    return quantiles


def _on_time(counts: Counts) -> OnTime | None:
    known = int(counts[LATE] + counts[IN_TIME])
    return OnTime(int(counts[IN_TIME]), known) if known else None


def _grouped(delay: Coded, counts: Counts) -> tuple[int, ...]:
    groups = np.searchsorted(DELAY_ENDS, delay.numbers)
    return tuple(np.bincount(groups, counts[:-1], len(DELAY_ENDS) + 1).astype(int).tolist())


def _stages(dataset: Dataset, index: Index, found: _Notifications) -> tuple[Stage, ...]:
    """Return how many notifications came to each stage that the file tells of, and the days it took."""

    def stage(key: str, reached: str, before: str) -> Stage:
        days = first_days(dataset, index, reached)
        coded = between(dataset, index, before, reached)
        counts = count_rows(coded.codes, len(coded.numbers) + 1, found.rows)
        return Stage(key, int(np.count_nonzero((days != NO_DAY) & found.mask)), _spread(coded, counts))

    stages = [Stage("notified", found.size, None)]
    if dataset.has(_RECEIVED):
        stages.append(stage("reviewed", _RECEIVED, _NOTIFIED))
    if dataset.has("review_decision"):
        decided = having(index, "review_decision", _DECIDED) & found.mask
        stages.append(Stage("decided", int(np.count_nonzero(decided)), None))
    if dataset.has("review_published"):
        stages.append(stage("published", "review_published", _RECEIVED))
    return tuple(stages)
