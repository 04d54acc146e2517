"""Which periods the data cover from first day to last, so that only like is compared with like."""

from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from desktop_app.analysis.records.index import NO_DAY, Index, Ints
from desktop_app.analysis.records.masks import day_of
from desktop_app.analysis.records.values import month_chosen
from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.periods import Period, periods_between
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind

_LEAST_PATIENCE_DAYS = 7
_HOLIDAYS_DAYS = 14  # an office that is closed over Christmas is no end of the data
_BY_CHANCE = 0.1  # how often chance alone may give the silence that is taken for no end of the data
_STRAY_GAP_DAYS = 366
_STRAY_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Window:
    """The days an extract covers as far as its dates tell, and how long a silence at its ends may be."""

    first: date
    last: date
    patience_days: int
    of_notification: bool  # the days are dates notified; otherwise dates of incident stand in for them
    whole: Extent = field(default=Extent())  # what the person says of it

    def covers(self, period: Period, today: date) -> bool:
        """Return whether the data cover a period from its first day to its last."""
        return self.reaches_back_to(period.start) and self.reaches(period.end) and period.end <= today

    def reaches_back_to(self, day: date) -> bool:
        """Return whether the data start early enough to hold what happened on a day."""
        stated = self.whole.first is not None and self.whole.first <= day
        return stated or (self.first - day).days <= self.patience_days

    def reaches(self, day: date) -> bool:
        """Return whether the data go on long enough to hold what happened on a day."""
        return day <= self.known_to or (day - self.last).days <= self.patience_days

    @property
    def known_to(self) -> date:
        """Return the last day of which it is known how many there were."""
        return max(self.last, self.whole.last or self.last)


def span_of(index: Index, basis: DateBasis) -> tuple[date, date] | None:
    """Return the first and the last day of all rows by a date basis, or None without any."""
    return index.once(("span", basis), lambda: _span(index.days(basis)))


def _span(days: Ints | None) -> tuple[date, date] | None:
    dated = days[days != NO_DAY] if days is not None else np.zeros(0, dtype=np.int32)
    return (day_of(int(dated.min())), day_of(int(dated.max()))) if len(dated) else None


def window_of(index: Index, whole: Extent) -> Window | None:
    """Return the window of an extract: from its first to its last date notified, before any filter.

    Whoever draws an extract draws it by the day the notification came in, so these dates tell from when to
    when it was drawn, even where the figures are placed by date of incident. Without that column the dates of
    incident stand in. No notification on the very last day of a year says nothing; a silence longer than
    `_patience` says that the data stop there. Stray dates are left aside. Where the file tells only periods,
    the window is of whole ones. Where the person knows more than the dates tell, their word goes.
    """
    found = index.once("window", lambda: _window(index))
    return replace(found, whole=whole) if found else None


def _window(index: Index) -> Window | None:
    for basis in (DateBasis.NOTIFIED, DateBasis.INCIDENT):
        days = index.days(basis)
        if days is None or not (days != NO_DAY).any():
            continue
        dated = days[days != NO_DAY]
        low = int(dated.min())
        met = _without_strays(np.bincount(dated - low))
        first, last = (day_of(low + int(day)) for day in (met[0], met[-1]))
        told = [Period.containing(last, kind) for kind in index.coarse.get(basis.column, ())]
        last = max((period.end for period in told), default=last)
        lasting = max(((period.end - period.start).days for period in told), default=0)
        silences = np.maximum(np.diff(met) - lasting, 1)  # days, after whole periods
        return Window(first, last, _patience(silences), basis is DateBasis.NOTIFIED)
    return None


def _patience(gaps: Ints) -> int:
    """Return how many days without a notification do not yet say that the data stop.

    A silence is usual where one as long was met inside the data, or where gaps that are spread by chance
    (exponential, with the mean of those met) give one as long in one case of ten; never more than twice the
    longest one met. Few gaps tell their mean badly, which the predictive formula, n m (p^(-1/n) - 1), allows
    for.
    """
    if not len(gaps):
        return _LEAST_PATIENCE_DAYS
    longest, count = int(gaps.max()), len(gaps)
    by_chance = count * float(gaps.mean()) * (_BY_CHANCE ** (-1 / count) - 1)
    usual = max(longest, int(by_chance), _HOLIDAYS_DAYS)
    return max(_LEAST_PATIENCE_DAYS, min(2 * longest, usual))


def _without_strays(per_day: Ints) -> Ints:
    """Return the days met, without the few that lie more than a year away from all others at either end.

    A year typed wrong in one row of hundreds must not stretch the window over years that no one extracted.
    """
    met = np.flatnonzero(per_day)
    blocks = np.split(met, np.flatnonzero(np.diff(met) > _STRAY_GAP_DAYS) + 1)
    few = per_day.sum() * _STRAY_SHARE
    while len(blocks) > 1 and per_day[blocks[0]].sum() <= few:
        blocks = blocks[1:]
    while len(blocks) > 1 and per_day[blocks[-1]].sum() <= few:
        blocks = blocks[:-1]
    return np.concatenate(blocks)


def cut_by(state: ViewState, period: Period) -> bool:
    """Return whether a filter on the dates that place rows into periods leaves out days of a period."""
    days, months = _cuts(state)
    return bool(
        days and ((days.first or period.start) > period.start or (days.last or period.end) < period.end)
    ) or (
        months is not None
        and not all(month_chosen(months, month) for month in _months(period.start, period.end))
    )


def narrowed(state: ViewState, first: date, last: date) -> tuple[date, date] | None:
    """Return the days from the first to the last that filters on the date by which rows are placed leave."""
    days, months = _cuts(state)
    if days is not None:
        first, last = max(first, days.first or first), min(last, days.last or last)
    if months is not None and first <= last:
        met = [month for month in _months(first, last) if month_chosen(months, month)]
        if not met:
            return None
        first, last = max(first, met[0].start), min(last, met[-1].end)
    return (first, last) if first <= last else None


def _cuts(state: ViewState) -> tuple[DateFilter | None, ValueFilter | None]:
    column = state.date_basis.column
    return state.dates_on(column), state.filter_on(column)


def _months(first: date, last: date) -> tuple[Period, ...]:
    return periods_between(*(Period.containing(day, PeriodKind.MONTH) for day in (first, last)))
