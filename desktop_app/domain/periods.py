"""Periods of time: calendar and financial years, half-years, quarters and months, and their names."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop_app.domain.units import PeriodKind


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One period of a kind, by its ordinal.

    The ordinal counts periods of that kind from year 0: `(12 * year + month - 1 - offset) // months`, one
    formula for every kind, so that neighbours differ by one and whole arrays of dates can be placed at once.
    """

    kind: PeriodKind
    ordinal: int

    @classmethod
    def containing(cls, day: date, kind: PeriodKind) -> "Period":
        """Return the period of this kind in which a day falls."""
        return cls(kind, (12 * day.year + day.month - 1 - kind.offset) // kind.months)

    @property
    def start(self) -> date:
        """Return the first day."""
        return _ends(self)[0]

    @property
    def end(self) -> date:
        """Return the last day."""
        return _ends(self)[1]

    def shifted(self, by: int) -> "Period":
        """Return the period that lies a number of periods later, or earlier when negative."""
        return Period(self.kind, self.ordinal + by)

    @property
    def label(self) -> str:
        """Return the short name for axes and tables, e.g. 2021, 2020-21, H1 2020-21, Jan-Mar 2021."""
        start, end = self.start, self.end
        match self.kind:
            case PeriodKind.CALENDAR_YEAR:
                return f"{start.year}"
            case PeriodKind.FINANCIAL_YEAR:
                return financial_year_label(start.year)
            case PeriodKind.HALF_YEAR:
                first_half = start.month == 4
                return f"H{1 if first_half else 2} {financial_year_label(start.year)}"
            case PeriodKind.QUARTER:
                return f"{_MONTHS[start.month - 1][:3]}-{_MONTHS[end.month - 1][:3]} {end.year}"
            case PeriodKind.MONTH:
                return f"{_MONTHS[start.month - 1][:3]} {start.year}"

    @property
    def words(self) -> str:
        """Return the name as it stands in a sentence after "in", e.g. 2021, the year to March 2021."""
        return _words(self)


@lru_cache(maxsize=1 << 12)  # every mark, cell and sentence asks again
def _ends(period: Period) -> tuple[date, date]:
    year, month = divmod(period.ordinal * period.kind.months + period.kind.offset, 12)
    last_year, last_month = divmod((period.ordinal + 1) * period.kind.months + period.kind.offset - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return date(year, month + 1, 1), date(last_year, last_month + 1, last_day)


@lru_cache(maxsize=1 << 12)
def _words(period: Period) -> str:
    start, end = period.start, period.end
    match period.kind:
        case PeriodKind.CALENDAR_YEAR:
            return f"{start.year}"
        case PeriodKind.FINANCIAL_YEAR:
            return f"the year to March {end.year}"
        case PeriodKind.HALF_YEAR | PeriodKind.QUARTER:
            first = (
                _MONTHS[start.month - 1]
                if start.year == end.year
                else f"{_MONTHS[start.month - 1]} {start.year}"
            )
            return f"{first} to {_MONTHS[end.month - 1]} {end.year}"
        case PeriodKind.MONTH:
            return f"{_MONTHS[start.month - 1]} {start.year}"


def financial_year_label(first_year: int) -> str:
    """Return the name of the financial year that begins in April of a year, e.g. 2020-21 (and 1999-2000)."""
    last = first_year + 1
    return f"{first_year}-{last}" if last % 100 == 0 else f"{first_year}-{last % 100:02d}"


def periods_between(first: Period, last: Period) -> tuple[Period, ...]:
    """Return every period from the first to the last, both included; they must be of one kind."""
    if first.kind is not last.kind:
        raise ValueError(f"Cannot count from a {first.kind} to a {last.kind}")
    return tuple(Period(first.kind, ordinal) for ordinal in range(first.ordinal, last.ordinal + 1))


# Not the calendar module's names: those follow the machine's locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """Return a day as officials write it, e.g. 5 March 2021; the machine's locale changes nothing."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_label(day: date) -> str:
    """Return a day for tables, e.g. 05 Mar 2021; the machine's locale changes nothing."""
    return f"{day.day:02d} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_written(text: str) -> date:
    """Return the day that a person wrote: 5/3/2021 (day first), 5 Mar 2021, 5 March 2021 or 2021-03-05.

    Raises ValueError where it is none of these.
    """
    parts = re.split(r"[\s/.-]+", text.strip())
    if len(parts) != 3:
        raise ValueError(f"Not a day: {text}")
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    if len(year) != 4:  # two figures would have to be guessed at
        raise ValueError(f"Not a day: {text}")
    return date(int(year), int(month) if month.isdigit() else _month_number(month), int(day))


def _month_number(name: str) -> int:
    found = [at for at, month in enumerate(_MONTHS, start=1) if month.casefold().startswith(name.casefold())]
    if len(found) != 1 or len(name) < 3:
        raise ValueError(f"Not a month: {name}")
    return found[0]
