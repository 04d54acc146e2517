"""Chooses the figures along a value axis and which labels along an axis of positions have room."""

import math
from collections.abc import Sequence

_STEPS = (1.0, 2.0, 5.0, 10.0)
_EVERY = (1, 2, 3, 4, 5, 6, 12, 24, 36, 60, 120)  # intervals that a reader can follow
_YEAR_STARTS = ("Jan", "Q1")


def value_ticks(low: float, high: float, most: int = 8, *, whole: bool) -> tuple[float, ...]:
    """Return evenly spaced round figures that reach from `low` or below to `high` or above.

    There are at most `most` steps between them; `whole` keeps them to whole numbers.
    """
    span = high - low
    if span <= 0:
        low, high, span = min(low, 0.0), max(high, low + 1.0), max(high - min(low, 0.0), 1.0)
    step = _round_step(span / most, whole)
    # Rounding outward may add a step at either end.
    while math.ceil(high / step) - math.floor(low / step) > most:
        step = _round_step(step * 1.01, whole)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def interval(least: float) -> int:
    """Return the smallest good interval of labels that is at least `least` positions."""
    return next((every for every in _EVERY if every >= least), math.ceil(least))


def labelled(labels: Sequence[str], every: int) -> tuple[int, ...]:
    """Return the positions to label at an interval, starting with a year's first period if there is one."""
    starts = (index for index, label in enumerate(labels) if label.startswith(_YEAR_STARTS))
    anchor = next(starts, 0) % every if every > 1 else 0
    return tuple(range(anchor, len(labels), every))


def _round_step(rough: float, whole: bool) -> float:
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * scale for factor in _STEPS if factor * scale >= rough * (1 - 1e-9))
    return max(step, 1.0) if whole else step
