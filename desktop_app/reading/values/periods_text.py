"""Understands periods written as text or numbers, as table headings and published tables have them."""

import re
from calendar import monthrange
from datetime import date

_YEAR = r"(?:19|20)\d\d"
_PERIOD_HEADING = re.compile(
    rf"(?:(?:fy|year|years?\s+to|year\s+ending|h[12]|q[1-4]|quarter\s*[1-4]|[a-z]{{3,9}})[\s,:-]*)?"
    rf"(?:\d{{1,2}}\s+[a-z]{{3,9}}\s+)?"
    rf"{_YEAR}(?:\s*[-/–]\s*(?:\d\d|{_YEAR}))?(?:\s*\(?[a-z]\)?)?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_RANGE = re.compile(r"([a-z]{3,9})\.?\s*(?:to|-|–)\s*([a-z]{3,9})", re.IGNORECASE)
_TWO_YEARS = re.compile(rf"({_YEAR})\s*[-/–]?\s*({_YEAR}|\d\d)")
_QUARTER = re.compile(r"\bq(?:uarter)?\s*([1-4])\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:part|h|half)\s*([12])\b", re.IGNORECASE)


def is_period(text: str) -> bool:
    """Return whether a text is nothing but a year or a period, as headings of wide tables are."""
    return len(text) < 30 and _PERIOD_HEADING.fullmatch(text.strip()) is not None


def month_of(word: str) -> int | None:
    """Return the month from 1 to 12 that a word names in full or by three or more letters, or None."""
    short = word.strip(". ").casefold()
    if short[:3] not in _MONTHS or len(short) < 3:
        return None
    number = _MONTHS.index(short[:3]) + 1
    full = date(2000, number, 1).strftime("%B").casefold()
    return number if full.startswith(short) or short == "sept" else None


def published_period(time_period: str, identifier: str, quarter: str = "") -> tuple[date, date] | None:
    """Return the first and last day of a period in DfE's tidy layout, or None where it is not understood.

    A reporting year is named by the March in which it ends; six digits name a financial (or academic) year.
    """
    year = _whole_year(time_period.strip(), identifier.casefold())
    if year is None:
        return None
    for words in (quarter, identifier):
        part = _part(words, year)
        if part is not None:
            return part
    return year


def _whole_year(time_period: str, identifier: str) -> tuple[date, date] | None:
    start_month = 9 if "academic" in identifier else 4
    two_years = _TWO_YEARS.fullmatch(time_period)
    if two_years:
        first, second = int(two_years.group(1)), int(two_years.group(2))
        return _months(first, start_month, 12) if (first + 1 - second) % 100 == 0 else None
    if not re.fullmatch(_YEAR, time_period):
        return None
    year = int(time_period)
    if "reporting" in identifier:
        return _months(year - 1, 4, 12)
    if "financial" in identifier or "academic" in identifier or "part" in identifier:
        return _months(year, start_month, 12)
    month = month_of(identifier)
    if month is not None:
        return _months(year, month, 1)
    return (
        _months(year, 1, 12)
        if not identifier or "calendar" in identifier or _QUARTER.search(identifier)
        else None
    )


def _part(words: str, year: tuple[date, date]) -> tuple[date, date] | None:
    """Return the part of a year that words such as "Part 1 (April to September)" or "Q3" name, or None."""
    months = _MONTH_RANGE.search(words)
    if months:
        first, last = month_of(months.group(1)), month_of(months.group(2))
        if first is not None and last is not None:
            start_year = year[0].year if first >= year[0].month else year[1].year
            return _months(start_year, first, (last - first) % 12 + 1)
    for pattern, length in ((_QUARTER, 3), (_HALF, 6)):
        found = pattern.search(words)
        if found:
            months_before = (int(found.group(1)) - 1) * length + year[0].month - 1
            return _months(year[0].year + months_before // 12, months_before % 12 + 1, length)
    return None


def _months(year: int, month: int, length: int) -> tuple[date, date]:
    last_year, last_month = divmod(12 * year + month - 1 + length - 1, 12)
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
