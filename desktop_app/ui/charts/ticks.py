"""Chooses the figures along a value axis and which labels along an axis of positions have room."""

import math
import re
from collections.abc import Iterator, Sequence

_STEPS = (1.0, 2.0, 5.0, 10.0)
_NOISE = 1e-12
_YEAR = re.compile(r"\s*\d{4}(-\d{2,4})?$")
_YEAR_STARTS = ("Jan", "H1")


def value_ticks(low: float, high: float, most: int = 8, *, whole: bool) -> tuple[float, ...]:
    """Return evenly spaced round figures that reach from `low` or below to `high` or above.

    There are at most `most` steps between them; `whole` keeps them to whole numbers.
    """
    span = high - low
    if span <= 0:
        low, high, span = min(low, 0.0), max(high, low + 1.0), max(high - min(low, 0.0), 1.0)
    step = _round_step(span / most, whole)
    # Rounding outward may add a step at either end; what binary fractions leave behind must not.
    while math.ceil(high / step - _NOISE) - math.floor(low / step + _NOISE) > most:
        step = _round_step(step * 1.01, whole)
    first = math.floor(low / step + _NOISE)
    last = max(math.ceil(high / step - _NOISE), first + 1)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def intervals(labels: Sequence[str]) -> Iterator[int]:
    """Yield, from 1 up, the intervals at which labels may be thinned: the same months recur each year."""
    year = _periods_in_a_year(labels)
    yield from (every for every in range(1, year) if year % every == 0)
    scale = 1
    while True:
        yield from (year * factor * scale for factor in (1, 2, 5))
        scale *= 10


def labelled(labels: Sequence[str], every: int) -> tuple[int, ...]:
    """Return the positions to label at an interval, starting with a year's first period if there is one."""
    starts = (index for index, label in enumerate(labels) if label.startswith(_YEAR_STARTS))
    anchor = next(starts, 0) % every
    return tuple(range(anchor, len(labels), every))


def _periods_in_a_year(labels: Sequence[str]) -> int:
    # What stands before the year, e.g. the month, comes again after a year; in labels of years nothing does.
    heads = [_YEAR.sub("", label) for label in labels]
    if not heads or not heads[0]:
        return 1
    return heads.index(heads[0], 1) if heads[0] in heads[1:] else 1


def _round_step(rough: float, whole: bool) -> float:
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * scale for factor in _STEPS if factor * scale >= rough * (1 - 1e-9))
    return max(step, 1.0) if whole else step
