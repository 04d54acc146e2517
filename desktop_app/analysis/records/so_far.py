"""The newest year as far as the data go, beside the same part of earlier years."""

from datetime import date

import numpy as np

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.counting import Places, Tally, places_of, tally
from desktop_app.analysis.records.coverage import Window, window_of
from desktop_app.analysis.records.index import Index, Ints, index_of
from desktop_app.analysis.records.masks import Passing, day_number
from desktop_app.analysis.result import Resolved, SoFar, YearByMonth
from desktop_app.analysis.statistics import intervals
from desktop_app.catalogue.measures import MEASURE_KEYS, headline
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind

MOST_YEARS = 4
_FROM_APRIL = (PeriodKind.FINANCIAL_YEAR, PeriodKind.HALF_YEAR)


def so_far_of(dataset: Dataset, resolved: Resolved, passing: Passing, today: date) -> SoFar | None:
    """Return the newest, incomplete period against the same part of a year before, to the day.

    None where that period is complete or the data do not hold the whole of the earlier part. By date of
    incident there is none: late notifications are still to come for the newest part and not for the earlier.
    """
    state, index = resolved.state, index_of(dataset)
    window = _window(index, resolved)
    if window is None:
        return None
    last = min(window.known_to, today)
    newest = Period.containing(last, state.period)
    base = newest.shifted(-newest.kind.per_year)
    if window.covers(newest, today) or not window.reaches_back_to(base.start):
        return None
    base_last = _year_before(last)
    parts = _parts_of(index, state.date_basis, ((base.start, base_last), (newest.start, last)))
    tallied = tally(index, passing, parts)
    then, now = (_exact(tallied, part, state) for part in range(2))
    if then is None or now is None:
        return None
    return SoFar(newest, base, last, base_last, now, intervals.change(then, now))


def by_month(dataset: Dataset, resolved: Resolved, passing: Passing, today: date) -> tuple[YearByMonth, ...]:
    """Return the newest four years by month; years of half-years run from April as financial years do."""
    state, index = resolved.state, index_of(dataset)
    window = _window(index, resolved)
    if window is None:
        return ()
    kind = PeriodKind.FINANCIAL_YEAR if state.period in _FROM_APRIL else PeriodKind.CALENDAR_YEAR
    last = min(window.known_to, today)
    first_year, newest = (Period.containing(day, kind) for day in (window.first, last))
    if not window.reaches_back_to(first_year.start):
        first_year = first_year.shifted(1)
    start = max(first_year.ordinal, newest.ordinal - MOST_YEARS + 1)
    years = [Period(kind, ordinal) for ordinal in range(start, newest.ordinal + 1)]
    if not years:
        return ()
    first_month = Period.containing(years[0].start, PeriodKind.MONTH)
    size = 12 * len(years)
    months = places_of(index, state.date_basis, PeriodKind.MONTH)
    tallied = tally(index, passing, months)
    places = range(first_month.ordinal - months.first, first_month.ordinal - months.first + size)
    totals = [_exact(tallied, at, state) if 0 <= at < months.size - 1 else 0.0 for at in places]
    covered = [_covered(window, first_month.shifted(at), last, today) for at in range(size)]
    begun = (last.year - first_month.start.year) * 12 + last.month - first_month.start.month
    return tuple(
        _year(year, totals[12 * at : 12 * at + 12], covered[12 * at : 12 * at + 12], begun - 12 * at)
        for at, year in enumerate(years)
    )


def _window(index: Index, resolved: Resolved) -> Window | None:
    """Return the window of the data where comparing is fair: by date notified, and not cut by a filter."""
    state = resolved.state
    fair = (
        resolved.possible
        and state.date_basis is DateBasis.NOTIFIED
        and state.date_basis in resolved.date_bases
        and state.unit in resolved.units
        and not state.filters_on(state.date_basis.column)
    )
    window = window_of(index, state.whole) if fair else None
    return window if window is not None and window.of_notification else None


def _covered(window: Window, month: Period, last: date, today: date) -> bool:
    """Return whether the data hold a month to its end; of the months after the last date nothing is known."""
    return month.start <= last and window.covers(month, today)


def _year(year: Period, totals: list[float | None], covered: list[bool], begun: int) -> YearByMonth:
    """Return a year by month; `begun` is the place of the last month that the data reach into."""
    months = tuple(total if whole else None for total, whole in zip(totals, covered, strict=True))
    open_month = covered.index(False) if False in covered else None
    partial = None if open_month is None or open_month > begun else totals[open_month]
    return YearByMonth(year, months, partial)


def _parts_of(index: Index, basis: DateBasis, spans: tuple[tuple[date, date], ...]) -> Places:
    """Return the places of all rows among some stretches of days; all other rows stand after the last."""

    def made() -> Ints:
        days = index.days(basis)
        codes = np.full(index.rows, len(spans), dtype=np.uint8)
        for part, (first, last) in enumerate(spans):
            if days is not None:
                codes[(days >= day_number(first)) & (days <= day_number(last))] = part
        return codes

    name = ("parts", basis, spans)
    return Places(name, 0, len(spans) + 1, index.once(name, made))


def _exact(tallied: Tally, group: int, state: ViewState) -> float | None:
    figure = tallied.figures(group, state.unit)[MEASURE_KEYS.index(headline(state.unit).key)]
    return None if figure.at_least else figure.value


def _year_before(day: date) -> date:
    return (
        day.replace(year=day.year - 1, day=28)
        if (day.month, day.day) == (2, 29)
        else day.replace(year=day.year - 1)
    )
