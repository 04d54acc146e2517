"""Reads columns of dates, day first unless the column itself shows otherwise."""

from collections import Counter
from datetime import date

import numpy as np

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.reading_choices import DateOrder
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import fault
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.date_texts import Precision, lack_of, numeric_date, read_date, read_loose_date
from desktop_app.reading.values.typed import DATES, NO_DATE, Order, Typed, positions_of

_INEXACT = {
    Precision.MONTH: ("Dates that name a month but no day", "Read as the first day of the month."),
    Precision.WEEK: ("Dates that name a week", "Read as the day that is written."),
    Precision.DAYS: ("Dates that name several days of one month", "Read as the first of these days."),
    Precision.ABOUT: ("Dates that say they are about right", "Read as the day that is written."),
    Precision.REMARK: ("Dates with a remark", "Read as the day that is written."),
}
_SLIPS = 0.05  # of the dates; fewer that show the month first decide nothing
_ENOUGH_DATES = 10  # more than these would show it more than once


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
    inexact: Counter[Precision] = Counter()
    for code, value in enumerate(cells.values):
        if value is None or not counts[code]:
            continue
        found = read_loose_date(value, month_first, epoch_1904)
        if found is not None:
            days[code] = np.datetime64(found.day, "s")
            inexact[found.precision] += int(counts[code])
            continue
        text = kept[code] = text_of(value)
        if shorthand_of(text) is not None:
            markers[text] = int(counts[code])
        else:
            what = f"{fault(text, lack_of(text))} ({times(counts[code])})"
            problem = (ProblemKind.DATE, what, "Kept as written; the row is used but has no date here.")
            findings.at(int(first_rows[code]), problem, column, text)
    for precision, (what, done) in _INEXACT.items():
        if number := inexact[precision]:
            findings.sheet_wide(ProblemKind.DATE, f"{what} ({times(number)})", done, column)
    return Typed(days[cells.codes], as_written=positions_of(cells, kept), markers=markers, order=order)


def looks_like_date(value: Raw) -> bool:
    """Return whether a cell is surely a date: a real one, or text that reads as one."""
    return isinstance(value, date) or (
        isinstance(value, str) and not value.strip().isdigit() and read_date(value) is not None
    )


def _order(cells: Cells, wished: DateOrder | None) -> Order | None:
    """Return the order of dates written as numbers: some must show it, and none must show the other one.

    Where none shows it, or some show either, it is day first and not certain; so too where only so few show
    the month first that they are rather slips of the pen: where all are written so, three in five show it.
    None: there are no such dates.
    """
    found = [(value, numbers, count) for value, count in cells.filled() if (numbers := numeric_date(value))]
    if not found:
        return None
    if wished is not None:
        return Order(wished, True, "as you chose")
    shown: dict[DateOrder, str] = {}
    months_first = 0
    for text, (first, second), count in found:
        if max(first, second) > 12 >= min(first, second):
            order = DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST
            shown.setdefault(order, text_of(text).strip())
            months_first += count if order is DateOrder.MONTH_FIRST else 0
    if len(shown) == 1:
        return _shown_by(*shown.popitem(), months_first, sum(count for _, _, count in found))
    if shown:
        examples = " and ".join(f"“{example}”" for example in shown.values())
        return Order(DateOrder.DAY_FIRST, False, f"its dates show either order: {examples}")
    return Order(DateOrder.DAY_FIRST, False, "no date shows which number is the month")


def _shown_by(order: DateOrder, example: str, odd: int, total: int) -> Order:
    """Return the only order that is shown, in doubt where too few of all dates show the month first."""
    if not odd or not _few(odd, total):
        return Order(order, True, f"as “{example}” shows")
    why = f"only {odd:,} dates of {total:,} show the month first, such as “{example}”"
    if odd == 1:
        why = f"only “{example}”, one date of {total:,}, shows the month first"
    return Order(DateOrder.DAY_FIRST, False, why)


def _few(odd: int, total: int) -> bool:
    """Return whether so few dates alone are no ground to turn all others round."""
    return odd < _SLIPS * total or (odd == 1 and total > _ENOUGH_DATES)


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
