"""Understands one cell as a date: real ones, serial numbers, and text as people type it."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from desktop_app.reading.files.grid import Raw
from desktop_app.reading.values.periods_text import month_of

_EPOCH = date(1899, 12, 30)  # Excel's day 0, with its 29 February 1900 that never was
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = range(10_000, 73_415)  # May 1927 to December 2100: no year, age or count looks like one of these
YEARS = range(1900, 2101)
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|hrs?|hours)?(?:Z|[+-]\d\d:?\d\d)?"
_TIME = rf"(?:(?:[T ,]+|\s*[-–]\s*|\s+at\s+){_CLOCK})?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NUMERIC = re.compile(rf"(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}|\d\d){_TIME}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[-/.,\s]*([a-z]{{3,9}})[-/.,'’\s]*(\d{{4}}|\d\d){_TIME}",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"([a-z]{{3,9}})[-/.\s]+(\d{{1,2}})(?:st|nd|rd|th)?[-/,\s]+(\d{{4}}){_TIME}", re.IGNORECASE
)
_MONTH_YEAR = re.compile(r"([a-z]{3,9})[-/.,'’\s]*(\d{4}|\d\d)", re.IGNORECASE)
# What follows is understood only in a column that is known to hold dates.
_NUMBERED_MONTH = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{4})")
_TIME_OF_DAY = re.compile(
    r"[\s,]*[-–(]?\s*(?:(?:early|late|in the|at)\s+)?"
    r"(?:[ap]\.?m\.?|morning|afternoon|evening|night|overnight|noon|midday|midnight|\d{4}\s?h(?:ou)?rs)\s*\)?$",
    re.IGNORECASE,
)
_ABOUT = (
    r"c(?:irca)?\.?|ca\.|approx(?:imately|\.)?|about|around|on or (?:around|about)|~|est(?:imated|\.)?|"
    r"early|mid|late|(?:beginning|start|end) of"
)
_ABOUT_BEFORE = re.compile(rf"^(?:{_ABOUT})[-\s:]*(?=\S)", re.IGNORECASE)
_ABOUT_BEHIND = re.compile(
    rf"[\s,]*[(\[]?(?:\?+|{_ABOUT}|tbc|unconfirmed|to be confirmed)[)\]]?$", re.IGNORECASE
)
_WEEK = re.compile(
    r"^(?:w/?[ceb]|w/(?:comm|beg|end)|"
    r"(?:week|wk) ?(?:commencing|comm|beginning|beg|ending|starting|of))[.:\s]+",
    re.IGNORECASE,
)
_DAYS_OF_ONE_MONTH = re.compile(
    r"(?:between |from )?(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|/|&|and|to)\s*"
    r"(\d{1,2})(?:st|nd|rd|th)?(?=[\s/]*[a-z])(.+)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:[(\[][^()\[\]]*[a-z][^()\[\]]*[)\]]|\s[-–]\s+[a-z][a-z ]*)$", re.IGNORECASE)


class Precision(Enum):
    """How exactly a cell names its day."""

    DAY = "day"
    MONTH = "month"
    WEEK = "week"
    DAYS = "several days"
    ABOUT = "about"
    REMARK = "with a remark"


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read from a cell, and how exactly the cell names it."""

    day: date
    precision: Precision = Precision.DAY


def read_date(value: Raw, month_first: bool = False, epoch_1904: bool = False) -> Reading | None:
    """Return the date that a cell surely holds, or None where it holds none that exists."""
    if isinstance(value, datetime):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, str):
        return _from_text(" ".join(value.split()), month_first, epoch_1904)
    return None if value is None else _from_serial(float(value), epoch_1904)


def read_loose_date(value: Raw, month_first: bool = False, epoch_1904: bool = False) -> Reading | None:
    """Return the date of a cell in a column of dates, where it may be a week, a guess or carry a remark."""
    sure = read_date(value, month_first, epoch_1904)
    if sure is not None or not isinstance(value, str):
        return sure
    return _loose(" ".join(value.split()), month_first)


def numeric_date(value: Raw) -> tuple[int, int] | None:
    """Return day and month of a date written in numbers, in the order as written; None for other cells."""
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    found = _NUMERIC.fullmatch(text) or _NUMERIC.fullmatch(_TIME_OF_DAY.sub("", _WEEK.sub("", text)))
    return (int(found.group(1)), int(found.group(2))) if found else None


def lack_of(text: str) -> str:
    """Return what is wrong with a text in a column of dates: an impossible day or year, or no date at all."""
    named = _DAY_MONTH.fullmatch(text)
    iso, numeric = _ISO.fullmatch(text), _NUMERIC.fullmatch(text)
    if not (iso or numeric or (named and month_of(named.group(2)))):
        return "is not a date that can be read"
    year = iso.group(1) if iso else (numeric or named or [""] * 4)[3]
    if len(year) == 4 and int(year) not in YEARS:
        return f"is in no year from {YEARS[0]} to {YEARS[-1]}"
    return "is not a date that exists"


def _loose(text: str, month_first: bool) -> Reading | None:
    """Return what is left of a text as a date once what stands before or behind it is taken off."""
    if found := _NUMBERED_MONTH.fullmatch(text):
        return _with(_checked(int(found.group(2)), int(found.group(1)), 1), Precision.MONTH)
    if found := _DAYS_OF_ONE_MONTH.fullmatch(text):
        first, last, rest = found.groups()
        ends = [_from_text(day + rest, month_first, False) for day in (first, last)]
        return _with(ends[0], Precision.DAYS) if all(ends) and int(first) < int(last) else None
    for pattern, precision in (
        (_TIME_OF_DAY, Precision.DAY),
        (_WEEK, Precision.WEEK),
        (_ABOUT_BEFORE, Precision.ABOUT),
        (_ABOUT_BEHIND, Precision.ABOUT),
        (_REMARK, Precision.REMARK),
    ):
        rest = pattern.sub("", text, count=1)
        if rest != text and (found_in := read_loose_date(rest, month_first)) is not None:
            return _with(found_in, precision)
    return None


def _with(reading: Reading | None, precision: Precision) -> Reading | None:
    """Return a reading that is no more exact than `precision`; what its own words say comes first."""
    if reading is None or reading.precision is not Precision.DAY:
        return reading
    return replace(reading, precision=precision)


def _from_serial(number: float, epoch_1904: bool) -> Reading | None:
    if number.is_integer() and (found := _COMPACT.fullmatch(str(int(number)))):
        return _checked(*(int(part) for part in found.groups()))
    if int(number) not in _SERIALS:
        return None
    return Reading((_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(days=int(number)))


def _from_text(text: str, month_first: bool, epoch_1904: bool) -> Reading | None:
    text = _WEEKDAY.sub("", text)
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _checked(*(int(part) for part in found.groups()))
    if found := _NUMERIC.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return _checked(_full_year(year, found.group(3)), *((day, month) if month_first else (month, day)))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return _from_serial(float(text), epoch_1904)
    return _from_words(text)


def _from_words(text: str) -> Reading | None:
    if found := _DAY_MONTH.fullmatch(text):
        return _named(found.group(2), int(found.group(1)), found.group(3))
    if found := _MONTH_DAY.fullmatch(text):
        return _named(found.group(1), int(found.group(2)), found.group(3))
    if found := _MONTH_YEAR.fullmatch(text):
        return _with(_named(found.group(1), 1, found.group(2)), Precision.MONTH)
    return None


def _named(month_word: str, day: int, year: str) -> Reading | None:
    month = month_of(month_word)
    return None if month is None else _checked(_full_year(int(year), year), month, day)


def _full_year(year: int, written: str) -> int:
    """Return the year that two digits mean: 2000 to 2049, else 1950 to 1999, as Excel does it."""
    if len(written) == 4:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _checked(year: int, month: int, day: int) -> Reading | None:
    if year not in YEARS:
        return None
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return None
