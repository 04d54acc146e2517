"""Reads columns of numbers, of ages and of counts; shorthand and what is no such number stay as written."""

from collections import Counter
from collections.abc import Callable

import numpy as np

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.shorthand import MARKS, mark_behind, shorthand_of
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import fault
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.number_texts import age_band, read_age, read_children, read_number
from desktop_app.reading.values.typed import Typed, positions_of

_NOT_COUNTED = "Kept as written; not counted."


def typed_numbers(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as numbers."""
    return _typed(cells, read_number, lambda _: ("is not a number", _NOT_COUNTED), column, findings)


def typed_ages(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as ages in years."""
    return _typed(cells, read_age, _no_age, column, findings)


def typed_children(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as numbers of children, of which each record has one."""
    return _typed(cells, read_children, lambda _: ("is not a number", _NOT_COUNTED), column, findings)


def typed_counts(cells: Cells, column: str, findings: Findings) -> Typed:
    """Return the column as counts: a number with a fraction, such as 1.379 for 1,379, is none."""
    report_marks(cells, column, findings)
    return _typed(cells, _read_count, _no_count, column, findings)


def report_marks(cells: Cells, column: str, findings: Findings) -> None:
    """Note the marks behind numbers, such as [b] or (p), with what they say of them."""
    found = Counter[str]()
    for value, count in cells.filled():
        if isinstance(value, str) and (mark := mark_behind(value)):
            found[mark] += count
    for mark, count in sorted(found.items()):
        what = f"“[{mark}]” ({MARKS[mark]}) stands behind a number {times(count)}"
        done = "The number is counted; say so wherever it is shown."
        findings.sheet_wide(ProblemKind.SHORTHAND, what, done, column, mark)


def _typed(
    cells: Cells,
    read: Callable[[Raw], float | None],
    lack_of: Callable[[str], tuple[str, str]],
    column: str,
    findings: Findings,
) -> Typed:
    """Return the column as what `read` gives of its cells.

    `lack_of` says what the text of another cell is not, and what was done.
    """
    counts, first_rows = cells.counts(), cells.first_rows()
    numbers = np.full(len(cells.values), np.nan)
    kept: dict[int, str] = {}
    markers: dict[str, int] = {}
    for code, value in enumerate(cells.values):
        if value is None or not counts[code]:
            continue
        number = read(value)
        if number is not None:
            numbers[code] = number
            continue
        text = kept[code] = text_of(value)
        if shorthand_of(text) is not None:
            markers[text] = int(counts[code])
            continue
        lack, done = lack_of(text)
        problem = (ProblemKind.NUMBER, f"{fault(text, lack)} ({times(counts[code])})", done)
        findings.at(int(first_rows[code]), problem, column, text)
    return Typed(numbers[cells.codes], as_written=positions_of(cells, kept), markers=markers)


def _read_count(value: Raw) -> float | None:
    number = read_number(value)
    return number if number is not None and number.is_integer() else None


def _no_age(text: str) -> tuple[str, str]:
    if age_band(text) is not None:
        return "is an age band, not an age", "Kept as written; it is in that age group."
    return "is not a number", _NOT_COUNTED


def _no_count(text: str) -> tuple[str, str]:
    return "is not a whole number" if read_number(text) is not None else "is not a number", _NOT_COUNTED
