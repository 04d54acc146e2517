"""Sets dates aside that cannot be: decades from the others of their column, or after the file was saved."""

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop_app.domain.periods import day_words
from desktop_app.domain.problems import ProblemKind
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.values.typed import NO_DATE, Typed, positions_of

_TOO_EARLY, _TOO_LATE = (np.timedelta64(years * 365, "D") for years in (50, 20))  # harm may be long past
_A_DAY = np.timedelta64(1, "D")  # between the clocks of two places
_ENOUGH_DATES = 5  # to say where the column's middle is
_CALENDAR_BEGINS = np.datetime64("1901-01-01")  # what lies before is how a spreadsheet shows 0 as a date
_FEW = 0.1  # of the dates; where more are far, the column is what it is, and where more are late, the clock

Ints = npt.NDArray[np.intp]
Days = npt.NDArray[np.datetime64]


def without_far_dates(
    cells: Cells, typed: Typed, column: str, findings: Findings, saved: date | None = None
) -> Typed:
    """Return a column of dates without the few that lie 50 years before or 20 after its middle, reported.

    Dates of 1900 go whatever the others are: a spreadsheet shows an empty cell or 0 so, and no child of whom
    a notification speaks was born then. `saved` is the day on which the file was saved, for columns of what
    had happened by then: later dates go too.
    """
    counts, first_rows = cells.counts(), cells.first_rows()
    codes = np.flatnonzero((counts > 0) & (first_rows < len(typed.values)))
    days = typed.values[first_rows[codes]]
    codes, days = codes[~np.isnat(days)], days[~np.isnat(days)]
    zero = days < _CALENDAR_BEGINS
    whys = dict.fromkeys(codes[zero].tolist(), "is how a spreadsheet shows 0 or nothing as a date")
    codes, days = codes[~zero], days[~zero]
    if counts[codes].sum() >= _ENOUGH_DATES:
        whys |= _far_or_late(codes, days, counts[codes], saved)
    return _without(cells, typed, column, findings, whys) if whys else typed


def _far_or_late(codes: Ints, days: Days, counts: Ints, saved: date | None) -> dict[int, str]:
    """Return the codes of the few dates that lie far from the others or after the file, with why."""
    total, order = counts.sum(), np.argsort(days)
    middle = days[order[np.searchsorted(np.cumsum(counts[order]), total / 2)]]
    far = (days <= middle - _TOO_EARLY) | (days >= middle + _TOO_LATE)
    late = days > np.datetime64(saved) + _A_DAY if saved else np.zeros(len(days), np.bool_)
    wrong = [
        set(codes[each].tolist()) if counts[each].sum() <= _FEW * total else set() for each in (far, late)
    ]
    whys = dict.fromkeys(wrong[0], "lies decades from the column's other dates")
    if saved:
        whys |= dict.fromkeys(
            wrong[1] - wrong[0], f"is later than the file, which was saved on {day_words(saved)}"
        )
    return whys


def _without(cells: Cells, typed: Typed, column: str, findings: Findings, whys: dict[int, str]) -> Typed:
    """Return a column without the dates of some codes, each with the reason that is reported."""
    counts, first_rows = cells.counts(), cells.first_rows()
    kept = {code: text_of(cells.values[code]) for code in sorted(whys)}
    for code, text in kept.items():
        what = f"{quoted(text)} {whys[code]} ({times(int(counts[code]))})"
        problem = (ProblemKind.DATE, what, "Kept as written; the row is used but has no date here.")
        findings.at(int(first_rows[code]), problem, column, text)
    values = typed.values.copy()
    values[np.isin(cells.codes, list(kept))] = NO_DATE
    return replace(typed, values=values, as_written={**typed.as_written, **positions_of(cells, kept)})
