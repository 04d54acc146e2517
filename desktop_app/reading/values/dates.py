"""Reads dates: real ones, serial numbers and text, day first unless the column itself shows otherwise."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.reading_choices import DateOrder
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import fault
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.periods_text import month_of
from desktop_app.reading.values.typed import DATES, NO_DATE, Order, Typed, positions_of

_EPOCH = date(1899, 12, 30)  # Excel's day 0, with its 29 February 1900 that never was
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = range(10_000, 73_415)  # May 1927 to December 2100: no year, age or count looks like one of these
_YEARS = range(1900, 2101)
_TIME = r"(?:[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]m)?(?:Z|[+-]\d\d:?\d\d)?)?"
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read from a cell; `whole_month` where the cell names no day."""

    day: date
    whole_month: bool = False


def typed_dates(
    cells: Cells,
    column: str,
    findings: Findings,
    epoch_1904: bool = False,
    wished: DateOrder | None = None,
) -> Typed:
    """Return the column as dates without time of day; what is no date stays as written and is reported.

    The order of day and month is the one `wished`, else what the column's own dates show.
    """
    counts, first_rows = cells.counts(), cells.first_rows()
    order = _order(cells, wished)
    if order is not None:
        _report_order(order, column, findings)
    month_first = order is not None and order.order is DateOrder.MONTH_FIRST
    days = np.full(len(cells.values), NO_DATE, DATES)
    kept: dict[int, str] = {}
    markers: dict[str, int] = {}
    whole_months = 0
    for code, value in enumerate(cells.values):
        if value is None or not counts[code]:
            continue
        found = read_date(value, month_first, epoch_1904)
        if found is not None:
            days[code] = np.datetime64(found.day, "s")
            whole_months += int(counts[code]) if found.whole_month else 0
            continue
        text = kept[code] = text_of(value)
        if shorthand_of(text) is not None:
            markers[text] = int(counts[code])
        else:
            what = f"{fault(text, _lack(text))} ({times(counts[code])})"
            problem = (ProblemKind.DATE, what, "Kept as written; the row is used but has no date here.")
            findings.at(int(first_rows[code]), problem, column, text)
    if whole_months:
        what = f"Dates that name a month but no day ({times(whole_months)})"
        findings.sheet_wide(ProblemKind.DATE, what, "Read as the first day of the month.", column)
    return Typed(days[cells.codes], as_written=positions_of(cells, kept), markers=markers, order=order)


def looks_like_date(value: Raw) -> bool:
    """Return whether a cell is surely a date: a real one, or text that reads as one."""
    return isinstance(value, date) or (
        isinstance(value, str) and not value.strip().isdigit() and read_date(value) is not None
    )


def _lack(text: str) -> str:
    """Return what is wrong with a text in a column of dates: an impossible day, or no date at all."""
    named = _DAY_MONTH.fullmatch(text)
    whole = _ISO.fullmatch(text) or _NUMERIC.fullmatch(text) or (named and month_of(named.group(2)))
    return "is not a date that exists" if whole else "is not a date that can be read"


def read_date(value: Raw, month_first: bool = False, epoch_1904: bool = False) -> Reading | None:
    """Return the date that a cell holds, or None where it holds none that exists."""
    if isinstance(value, datetime):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, str):
        return _from_text(" ".join(value.split()), month_first, epoch_1904)
    return None if value is None else _from_serial(float(value), epoch_1904)


def _from_serial(number: float, epoch_1904: bool) -> Reading | None:
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
        reading = _named(found.group(1), 1, found.group(2))
        return reading and Reading(reading.day, whole_month=True)
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
    if year not in _YEARS:
        return None
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return None


def _order(cells: Cells, wished: DateOrder | None) -> Order | None:
    """Return the order of dates written as numbers: some must show it, and none must show the other one.

    Where none shows it, or some show either, it is day first and not certain. None: there are no such dates.
    """
    texts = [value for value, count in zip(cells.values, cells.counts(), strict=True) if count]
    found = [match for text in texts if isinstance(text, str) and (match := _NUMERIC.fullmatch(text.strip()))]
    if not found:
        return None
    shown: dict[DateOrder, str] = {}
    for match in found:
        first, second = int(match.group(1)), int(match.group(2))
        if first > 12 >= second:
            shown.setdefault(DateOrder.DAY_FIRST, match.group())
        elif second > 12 >= first:
            shown.setdefault(DateOrder.MONTH_FIRST, match.group())
    if wished is not None:
        return Order(wished, True, "as you chose")
    if len(shown) == 1:
        ((order, example),) = shown.items()
        return Order(order, True, f"as “{example}” shows")
    if shown:
        examples = " and ".join(f"“{example}”" for example in shown.values())
        return Order(DateOrder.DAY_FIRST, False, f"its dates show either order: {examples}")
    return Order(DateOrder.DAY_FIRST, False, "no date shows which number is the month")


def _report_order(order: Order, column: str, findings: Findings) -> None:
    if not order.certain:
        what = f"Whether the day or the month comes first is uncertain: {order.why}"
        done = "Read day first, as is usual in Britain; choose the order under How it was read."
    elif order.order is DateOrder.MONTH_FIRST:
        what = f"Dates are written with the month first, {order.why}"
        done = "All text dates of this column are read month first."
    else:
        return
    findings.sheet_wide(ProblemKind.DATE, what, done, column)
