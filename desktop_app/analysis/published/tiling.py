"""Makes a period's figure of the stretches of time that published counts are given for."""

from collections.abc import Collection

from desktop_app.analysis.records.index import Ints
from desktop_app.analysis.records.masks import day_number, day_of
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind

Stretch = tuple[int, int]  # first and last day, counted from 1 January 1970


def stretches(starts: Ints, ends: Ints) -> frozenset[Stretch]:
    """Return the different stretches of time that rows are given for."""
    return frozenset(zip(starts.tolist(), ends.tolist(), strict=True))


def tiles(period: Period, given: Collection[Stretch]) -> tuple[tuple[Stretch, ...], bool]:
    """Return the stretches that make up a period, none overlapping, and whether they leave no gap.

    The period itself where it is given, else the longest that fit, from its first day on.
    """
    cursor, end = day_number(period.start), day_number(period.end)
    inside = sorted((start, -last) for start, last in given if start >= cursor and last <= end)
    found: list[Stretch] = []
    whole = True
    for start, negative in inside:  # by first day, the longest first
        if start >= cursor:
            whole = whole and start == cursor
            found.append((start, -negative))
            cursor = -negative + 1
    return tuple(found), whole and cursor == end + 1


def periods_in(kind: PeriodKind, given: Collection[Stretch]) -> tuple[Period, ...]:
    """Return every period of a kind from the first to the last that any stretch lies wholly inside."""
    inside = [
        period
        for start, last in given
        if (period := Period.containing(day_of(start), kind)) == Period.containing(day_of(last), kind)
    ]
    if not inside:
        return ()
    return tuple(Period(kind, ordinal) for ordinal in range(min(inside).ordinal, max(inside).ordinal + 1))


def kinds_in(given: Collection[Stretch]) -> tuple[PeriodKind, ...]:
    """Return the kinds of period of which at least one is given without a gap, alone or in parts."""
    return tuple(
        kind for kind in PeriodKind if any(tiles(period, given)[1] for period in periods_in(kind, given))
    )
