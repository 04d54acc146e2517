"""Understands the periods that headings and row labels name: years, quarters, months, in all notations."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from desktop_app.reading.values.periods_text import month_of, published_period

Span = tuple[date, date]

_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s*[-/–—]\s*"
_MARKS = re.compile(
    r"\s*(?:\[[^\]]*\]|\((?:p|r|e|prov(?:isional)?|revised|estimated|note \d+|\d{1,2})\)|[¹²³⁴-⁹*†‡]+)\s*$",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"^({_YEAR}(?:{_DASH}(?:{_YEAR}|\d\d))?)(?:\d|\s?[pre])$", re.IGNORECASE)
_TWO_YEARS = re.compile(rf"(?:fy\s*)?({_YEAR})(?:{_DASH}|\s+to\s+)?({_YEAR}|\d\d)", re.IGNORECASE)
_PART = r"(q|quarter|h|half|part)\s*([1-4])(?:\s*\([^)]*\))?"
_PART_FIRST = re.compile(rf"{_PART}[\s,:-]*(?:fy\s*)?({_YEAR}[^a-z]*)", re.IGNORECASE)
_PART_LAST = re.compile(rf"({_YEAR}[^a-z]*?)[\s,:-]*{_PART}", re.IGNORECASE)
_PART_ALONE = re.compile(_PART, re.IGNORECASE)
_MONTHS_ALONE = re.compile(r"([a-z]{3,9})\.?(?:\s*(?:to|-|–)\s*([a-z]{3,9})\.?)?", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?[\s,’'-]*(\d{4}|\d\d)", re.IGNORECASE)
_ANY_YEAR = rf"{_YEAR}|[’']?\d\d"
_RANGE = re.compile(
    rf"([a-z]{{3,9}})\.?\s*({_ANY_YEAR})?\s*(?:to|-|–|—)\s*([a-z]{{3,9}})\.?\s*({_ANY_YEAR})", re.IGNORECASE
)
_DAY = rf"(\d{{1,2}})(?:/|(?:st|nd|rd|th)?\s+)(\d{{1,2}}|[a-z]{{3,9}})(?:/|\s+)({_YEAR})"
_DAYS = re.compile(rf"(?:from )?{_DAY}\s*(?:to|-|–|—)\s*{_DAY}", re.IGNORECASE)
_YEAR_TO = re.compile(
    rf"(?:(?:the )?(?:year|12 months|twelve months|period)\s+(?:to|ending|ended)\s+)?(?:the )?"
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?([a-z]{{3,9}})\s+({_YEAR})",
    re.IGNORECASE,
)
_NUMERIC_DAY = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/({_YEAR})")
_REPORTING = re.compile(rf"(?:reporting year\s*)({_YEAR})|({_YEAR})\s*reporting year", re.IGNORECASE)
_TO_MARCH = re.compile(
    r"(?:years?|12 months|twelve months)\s+(?:to|ending|ended)\s+(?:(?:the )?31(?:st)?\s+)?march|"
    r"reporting years?",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(r"academic years?", re.IGNORECASE)
_FINANCIAL = re.compile(r"financial years?|fiscal years?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a table's title says of its years: from which month they run, and what one year's number names.

    `bare_year` is the month with which the year of a single number begins; None: that would be a guess.
    """

    first_month: int = 4
    bare_year: int | None = 1
    ends_in_year: bool = False


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A month, quarter or half whose year stands elsewhere.

    `month` is the month it begins with, or None where it is counted from the year's first: the `number`-th of
    its `length` in months.
    """

    length: int
    month: int | None = None
    number: int = 1

    def within(self, year: Span) -> Span | None:
        """Return the part of this period of whole months; None where it does not lie in it."""
        first, last = year
        month = (
            (first.month - 1 + (self.number - 1) * self.length) % 12 + 1 if self.month is None else self.month
        )
        part = months(first.year + (month < first.month), month, self.length)
        return part if part[1] <= last else None


def calendar_of(context: str) -> Calendar:
    """Return what is said in a table's title or headings about its years."""
    if _TO_MARCH.search(context):
        return Calendar(4, 4, ends_in_year=True)
    if _ACADEMIC.search(context):
        return Calendar(9, None)
    if _FINANCIAL.search(context):
        return Calendar(4, None)
    return Calendar()


def named_period(text: str, calendar: Calendar) -> Span | None:
    """Return the first and last day of the period that a text names and nothing else, or None."""
    plain = " ".join(text.replace("\xa0", " ").split())
    while (shorter := _MARKS.sub("", plain)) != plain:
        plain = shorter
    if glued := _GLUED.match(plain):
        plain = glued.group(1) if _year(glued.group(1), calendar) else plain
    return (
        _year(plain, calendar)
        or _part(plain, calendar)
        or _month_range(plain)
        or _days(plain)
        or _month_or_year_to(plain)
        or _published(plain)
    )


def part_of_year(text: str) -> PartOfYear | None:
    """Return the month, quarter or half that a text names without its year, or None."""
    plain = " ".join(text.replace("\xa0", " ").split())
    while (shorter := _MARKS.sub("", plain)) != plain:
        plain = shorter
    if found := _PART_ALONE.fullmatch(plain):
        return _numbered_part(found.group(1), int(found.group(2)))
    if found := _MONTHS_ALONE.fullmatch(plain):
        first, last = month_of(found.group(1)), month_of(found.group(2) or found.group(1))
        if first is not None and last is not None:
            return PartOfYear((last - first) % 12 + 1, first)
    return None


def _numbered_part(kind: str, number: int) -> PartOfYear | None:
    length = 3 if kind.casefold().startswith("q") else 6
    return PartOfYear(length, None, number) if number * length <= 12 else None


def _year(text: str, calendar: Calendar) -> Span | None:
    if re.fullmatch(_YEAR, text):
        if calendar.bare_year is None:
            return None
        return months(int(text) - calendar.ends_in_year, calendar.bare_year, 12)
    found = _TWO_YEARS.fullmatch(text)
    if not found:
        return None
    first, second = int(found.group(1)), int(found.group(2))
    return months(first, calendar.first_month, 12) if (first + 1 - second) % 100 == 0 else None


def _part(text: str, calendar: Calendar) -> Span | None:
    """Return the quarter or half that a text names; of a single year's number it is a calendar year's."""
    if first := _PART_FIRST.fullmatch(text):
        kind, number, year_text = first.groups()
    elif last := _PART_LAST.fullmatch(text):
        year_text, kind, number = last.groups()
    else:
        return None
    year = _year(year_text.strip(" ,:-"), calendar)
    length = 3 if kind.casefold().startswith("q") else 6
    if year is None or int(number) * length > 12:
        return None
    return months(year[0].year, year[0].month + (int(number) - 1) * length, length)


def _month_range(text: str) -> Span | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    first, last = month_of(found.group(1)), month_of(found.group(3))
    if first is None or last is None:
        return None
    end_year = _full_year(found.group(4))
    start_year = _full_year(found.group(2)) if found.group(2) else end_year - (first > last)
    length = 12 * (end_year - start_year) + last - first + 1
    return months(start_year, first, length) if 0 < length <= 24 else None


def _full_year(text: str) -> int:
    """Return the year that a text such as 2022 or '22 names."""
    digits = text.lstrip("’'")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _days(text: str) -> Span | None:
    """Return the whole months from one day to another, as in 1 April 2022 to 31 March 2023."""
    found = _DAYS.fullmatch(text)
    if not found:
        return None
    first_day, first, first_year, last_day, last, last_year = found.groups()
    start, end = (int(word) if word.isdecimal() else month_of(word) for word in (first, last))
    if start is None or end is None or not (1 <= start <= 12 and 1 <= end <= 12) or int(first_day) != 1:
        return None
    length = 12 * (int(last_year) - int(first_year)) + end - start + 1
    whole = int(last_day) == monthrange(int(last_year), end)[1]
    return months(int(first_year), start, length) if whole and 0 < length <= 24 else None


def _month_or_year_to(text: str) -> Span | None:
    """Return the month that a text names, or the year that ends on its day, e.g. 31 March 2021."""
    if found := _NUMERIC_DAY.fullmatch(text):
        return _by_day(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if found := _YEAR_TO.fullmatch(text):
        month, year = month_of(found.group(2)), int(found.group(3))
        if month is None:
            return None
        if found.group(1):
            return _by_day(int(found.group(1)), month, year)
        return months(year, month, 1) if text.startswith(found.group(2)) else months(year - 1, month + 1, 12)
    if found := _MONTH_YEAR.fullmatch(text):
        month = month_of(found.group(1))
        digits = found.group(2)
        return months(int(digits) + (2000 if len(digits) == 2 else 0), month, 1) if month else None
    return None


def _by_day(day: int, month: int, year: int) -> Span | None:
    """Return the month that begins on a day, or the year that ends on it."""
    if not 1 <= month <= 12:
        return None
    if day == 1:
        return months(year, month, 1)
    return months(year - 1, month + 1, 12) if day == monthrange(year, month)[1] else None


def _published(text: str) -> Span | None:
    if found := _REPORTING.fullmatch(text):
        return months(int(found.group(1) or found.group(2)) - 1, 4, 12)
    number, _, words = text.partition(" ")
    return published_period(number, words) if re.search("year|part", words, re.IGNORECASE) else None


def months(year: int, month: int, length: int) -> Span:
    """Return the first and last day of so many months; a month beyond 12 lies in a later year."""
    first = 12 * year + month - 1
    last_year, last_month = divmod(first + length - 1, 12)
    return date(first // 12, first % 12 + 1, 1), date(
        last_year, last_month + 1, monthrange(last_year, last_month + 1)[1]
    )
