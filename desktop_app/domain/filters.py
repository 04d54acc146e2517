"""Filters as values: what the person asked to see, to be compared, stored and put into words."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind

BLANK = "(blank)"  # stands for an empty cell in value lists, filters and on the command line
NOT_UNDERSTOOD = "(not understood)"  # stands for a cell that should hold a date or number and does not


class FilterKind(StrEnum):
    """The ways to filter a column; each is one class below but for dates, which are fixed or relative."""

    VALUES = "values"
    NUMBERS = "numbers"
    DATES = "dates"
    TEXT = "text"


class TextMatch(StrEnum):
    """How a cell's text must relate to the text sought, whatever the case of either."""

    CONTAINS = "contains"
    BEGINS = "begins with"
    EQUALS = "equals"
    LACKS = "does not contain"


class RelativeSpan(StrEnum):
    """A stretch of days that moves with today."""

    LAST_3_MONTHS = "last 3 months"
    LAST_12_MONTHS = "last 12 months"
    THIS_YEAR = "this calendar year"
    LAST_YEAR = "last calendar year"
    THIS_FINANCIAL_YEAR = "this financial year"
    LAST_FINANCIAL_YEAR = "last financial year"

    def days(self, today: date) -> tuple[date, date]:
        """Return the first and the last day meant; so many months end with today, years are whole."""
        match self:
            case RelativeSpan.LAST_3_MONTHS:
                return _months_back(today, 3), today
            case RelativeSpan.LAST_12_MONTHS:
                return _months_back(today, 12), today
            case RelativeSpan.THIS_YEAR | RelativeSpan.LAST_YEAR:
                year = Period.containing(today, PeriodKind.CALENDAR_YEAR)
            case RelativeSpan.THIS_FINANCIAL_YEAR | RelativeSpan.LAST_FINANCIAL_YEAR:
                year = Period.containing(today, PeriodKind.FINANCIAL_YEAR)
        if self in (RelativeSpan.LAST_YEAR, RelativeSpan.LAST_FINANCIAL_YEAR):
            year = year.shifted(-1)
        return year.start, year.end


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """Keep rows that have any of these values in a column, be it one value per cell or several.

    The values of a date column are the labels of its calendar years, quarters and months.
    """

    column: str
    values: tuple[str, ...]

    def toggled(self, value: str) -> "ValueFilter":
        """Return the filter with one value added, or taken out where it is present."""
        if value in self.values:
            return ValueFilter(self.column, tuple(kept for kept in self.values if kept != value))
        return ValueFilter(self.column, (*self.values, value))

    def inverted(self, offered: Iterable[str]) -> "ValueFilter":
        """Return the filter on all values offered but those chosen."""
        return ValueFilter(self.column, tuple(value for value in offered if value not in set(self.values)))


@dataclass(frozen=True, slots=True)
class DateFilter:
    """Keep rows whose date lies from a first to a last day, both included; None leaves that end open."""

    column: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class RelativeDates:
    """Keep rows whose date lies within a stretch of days that moves with today.

    `today` is filled in when the wish is honoured. It is no part of the wish: it is neither compared nor
    stored.
    """

    column: str
    span: RelativeSpan
    today: date | None = field(default=None, compare=False)

    @property
    def meant(self) -> DateFilter:
        """Return the days meant; open at both ends while it is not known what day it is."""
        first, last = self.span.days(self.today) if self.today else (None, None)
        return DateFilter(self.column, first, last)


@dataclass(frozen=True, slots=True)
class NumberFilter:
    """Keep rows whose number lies from `low` to `high`, both included; None leaves that end open."""

    column: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class TextFilter:
    """Keep rows whose text relates so to the text sought; a blank cell contains nothing."""

    column: str
    match: TextMatch
    text: str


Filter = ValueFilter | DateFilter | RelativeDates | NumberFilter | TextFilter


def kind_of(chosen: Filter) -> FilterKind:
    """Return the kind of a filter; a column has at most one filter of each kind."""
    match chosen:
        case ValueFilter():
            return FilterKind.VALUES
        case DateFilter() | RelativeDates():
            return FilterKind.DATES
        case NumberFilter():
            return FilterKind.NUMBERS
        case TextFilter():
            return FilterKind.TEXT
        case _:
            assert_never(chosen)


def asks_nothing(chosen: Filter) -> bool:
    """Return whether a filter would let every row through because it names no bound, value or text."""
    match chosen:
        case ValueFilter(_, values):
            return not values
        case DateFilter(_, first, last):
            return first is None and last is None
        case RelativeDates():
            return False
        case NumberFilter(_, low, high):
            return low is None and high is None
        case TextFilter(_, _, text):
            return not text.strip()
        case _:
            assert_never(chosen)


def filter_to_json(chosen: Filter) -> dict[str, object]:
    """Return a filter as JSON values."""
    match chosen:
        case ValueFilter(column, values):
            return {"kind": "values", "column": column, "values": list(values)}
        case DateFilter(column, first, last):
            return {
                "kind": "dates",
                "column": column,
                "first": first.isoformat() if first else None,
                "last": last.isoformat() if last else None,
            }
        case RelativeDates(column, span):
            return {"kind": "relative dates", "column": column, "span": span.value}
        case NumberFilter(column, low, high):
            return {"kind": "numbers", "column": column, "low": low, "high": high}
        case TextFilter(column, match, text):
            return {"kind": "text", "column": column, "match": match.value, "text": text}
        case _:
            assert_never(chosen)


def filter_from_json(data: dict[str, object]) -> Filter:
    """Return the filter that `filter_to_json` wrote; raise ValueError where it is not one."""
    column = data.get("column")
    if not isinstance(column, str):
        raise ValueError("A filter needs a column")
    match data.get("kind"), data.get("values"):
        case "values", list(values):
            return ValueFilter(column, tuple(str(value) for value in values))
        case "dates", None:
            return DateFilter(column, _day(data.get("first")), _day(data.get("last")))
        case "relative dates", None:
            return RelativeDates(column, RelativeSpan(str(data.get("span"))))
        case "numbers", None:
            return NumberFilter(column, _number(data.get("low")), _number(data.get("high")))
        case "text", None:
            return TextFilter(column, TextMatch(str(data.get("match"))), str(data.get("text")))
        case kind, _:
            raise ValueError(f"Not a filter: {kind!r}")


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _months_back(today: date, months: int) -> date:
    """Return the first day of so many months that end with today, e.g. 1 March for a year to 28 February."""
    year, month = divmod(12 * today.year + today.month - 1 - months, 12)
    day = min(today.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day) + timedelta(days=1)
