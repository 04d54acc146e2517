"""The XmR chart of a series: its mean, its limits, and the points that stand out from chance variation.

Individuals chart with limits from the mean moving range (Shewhart, 1931; D. J. Wheeler, "Understanding
Variation", 1993), with the rules of NHS England's Making Data Count. Counts that average less than a few per
period are mostly zeros, which carry no information about variation (Wheeler, "Working with Rare Events",
Quality Digest, 2011): they get no limits here, and their way out is longer periods. Nor are limits
ever narrower than those of counts that vary by chance alone, three times the root of the mean (Shewhart's c
chart): a handful of moving ranges is easily too even.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import sqrt

from desktop_app.domain.state import USUAL_RUN

LIMIT_FACTOR = 2.66  # mean moving ranges from the mean to a limit: 3 / 1.128
CHANCE_FACTOR = 3  # roots of the mean to the limits of counts by chance (Poisson), the least that limits are
RANGE_FACTOR = 3.267  # mean moving ranges beyond which a moving range is left out
FEWEST = 5  # points; limits of fewer say nothing
LEAST_MEAN = (
    5  # events per period. Counts by chance with this mean (Poisson) pass mean + 2.66 E|x - y| = 11.6
)
# in 0.5% of periods, where the normal distribution gives 0.1%; with a mean of 1 they pass 3.8 in 1.9%.
FEWEST_FOR_FIRM = 12  # points; limits of fewer are trial limits


class Signal(StrEnum):
    """Why a point stands out."""

    ABOVE = "above the upper limit"
    BELOW = "below the lower limit"
    HIGH = "in a run above the mean"
    LOW = "in a run below the mean"
    RISING = "in a run of rises"
    FALLING = "in a run of falls"
    NEAR_UPPER = "one of two in three near the upper limit"
    NEAR_LOWER = "one of two in three near the lower limit"


class Lack(StrEnum):
    """Why a series has no limits."""

    FEW = "fewer than five values are known"
    SMALL = "the counts are too small"


@dataclass(frozen=True, slots=True)
class Control:
    """Mean and limits of a series of counts, and for every value given why it stands out, if it does.

    `lower` is never below zero, for a count cannot be. `trial`: there are fewer than 12 points. Where someone
    has had the limits begin anew at `start`, `before` are those that hold up to it.
    """

    mean: float
    lower: float
    upper: float
    ranges: tuple[float | None, ...]  # from the value before; None where either is missing
    signals: tuple[tuple[Signal, ...], ...]
    trial: bool
    start: int = 0
    before: "Control | None" = None

    def at(self, place: int) -> "Control":
        """Return the mean and limits that hold at a value."""
        return self.before if self.before is not None and place < self.start else self


def begun_anew(values: Sequence[float | None], run: int, start: int) -> Control | None:
    """Return the limits of a series that begin anew at a value; one set where either part has too few."""
    before, after = control(values[:start], run), control(values[start:], run)
    if before is None or after is None:
        return control(values, run)
    ranges, signals = (*before.ranges, *after.ranges), (*before.signals, *after.signals)
    return replace(after, ranges=ranges, signals=signals, start=start, before=before)


def control(values: Sequence[float | None], run: int = USUAL_RUN) -> Control | None:
    """Return the limits of a series in time order, or None where `lack_of` says why it has none.

    A value of None (a gap, an incomplete period) has no part in the limits and ends every run. `run` is the
    number of points in a row that make a signal: 7, or 6 for more sensitive rules.
    """
    if lack_of(values) is not None:
        return None
    known = [value for value in values if value is not None]
    steps = _steps(values)
    spread = _mean_range([abs(step) for step in steps if step is not None])
    mean = sum(known) / len(known)
    reach = max(LIMIT_FACTOR * spread, CHANCE_FACTOR * sqrt(mean))
    found: list[set[Signal]] = [set() for _ in values]
    _mark_outside(found, values, mean, reach)
    above = [None if value is None or value == mean else value > mean for value in values]
    _mark_runs(found, above, run, (Signal.HIGH, Signal.LOW))
    _mark_trends(found, steps, run)
    _mark_near(found, values, mean, reach)
    return Control(
        mean=mean,
        lower=max(0.0, mean - reach),
        upper=mean + reach,
        ranges=tuple(None if step is None else abs(step) for step in steps),
        signals=tuple(tuple(signal for signal in Signal if signal in each) for each in found),
        trial=len(known) < FEWEST_FOR_FIRM,
    )


def lack_of(values: Sequence[float | None]) -> Lack | None:
    """Return why a series has no limits, or None where it has them."""
    known = [value for value in values if value is not None]
    steps = [step for step in _steps(values) if step is not None]
    if len(known) < FEWEST or not steps:
        return Lack.FEW
    return Lack.SMALL if sum(known) < LEAST_MEAN * len(known) else None


def _steps(values: Sequence[float | None]) -> list[float | None]:
    """Return for every value its step from the one before; None where either is missing."""
    return [None, *(_step(*pair) for pair in pairwise(values))][: len(values)]


def _step(earlier: float | None, later: float | None) -> float | None:
    return None if earlier is None or later is None else later - earlier


def _mean_range(ranges: Sequence[float]) -> float:
    """Return the mean moving range, without ranges so large that they are no part of usual variation."""
    mean = sum(ranges) / len(ranges)
    usual = [each for each in ranges if each <= RANGE_FACTOR * mean]
    return sum(usual) / len(usual)


def _mark_outside(
    found: list[set[Signal]], values: Sequence[float | None], mean: float, reach: float
) -> None:
    for marks, value in zip(found, values, strict=True):
        if value is not None and value > mean + reach:
            marks.add(Signal.ABOVE)
        elif value is not None and value < mean - reach:
            marks.add(Signal.BELOW)


def _mark_runs(
    found: list[set[Signal]], ways: Sequence[bool | None], run: int, kinds: tuple[Signal, Signal]
) -> None:
    """Mark every point of a run of so many points that all go one way; None ends a run."""
    start = 0
    for at in range(1, len(ways) + 1):
        if at < len(ways) and ways[at] is not None and ways[at] == ways[start]:
            continue
        if ways[start] is not None and at - start >= run:
            for marks in found[start:at]:
                marks.add(kinds[0] if ways[start] else kinds[1])
        start = at


def _mark_trends(found: list[set[Signal]], steps: Sequence[float | None], run: int) -> None:
    ways = [None if not step else step > 0 for step in steps]
    marked: list[set[Signal]] = [set() for _ in ways]
    _mark_runs(marked, ways, run - 1, (Signal.RISING, Signal.FALLING))
    for at, marks in enumerate(marked):
        if marks:  # the point that the first step of the run starts from is part of it
            found[at] |= marks
            found[at - 1] |= marks


def _mark_near(found: list[set[Signal]], values: Sequence[float | None], mean: float, reach: float) -> None:
    """Mark two or three of three points in a row that lie in the outer third on the same side."""
    for way, kind in ((1, Signal.NEAR_UPPER), (-1, Signal.NEAR_LOWER)):
        outer = [value is not None and way * (value - mean) > reach * 2 / 3 for value in values]
        for at in range(len(values) - 2):
            if None not in values[at : at + 3] and sum(outer[at : at + 3]) >= 2:
                for place in range(at, at + 3):
                    if outer[place]:
                        found[place].add(kind)
