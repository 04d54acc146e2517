"""Sets dates aside that lie decades from the others of their column: years that were mistyped."""

from dataclasses import replace

import numpy as np

from desktop_app.domain.problems import ProblemKind
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.values.typed import NO_DATE, Typed, positions_of

_TOO_EARLY, _TOO_LATE = (np.timedelta64(years * 365, "D") for years in (50, 20))  # harm may be long past
_ENOUGH_DATES = 5  # to say where the column's middle is
_FEW = 0.1  # of the dates; where more are far, the column is what it is


def without_far_dates(cells: Cells, typed: Typed, column: str, findings: Findings) -> Typed:
    """Return a column of dates without the few that lie 50 years before or 20 after its middle."""
    counts, first_rows = cells.counts(), cells.first_rows()
    codes = np.flatnonzero((counts > 0) & (first_rows < len(typed.values)))
    days = typed.values[first_rows[codes]]
    codes, days = codes[~np.isnat(days)], days[~np.isnat(days)]
    total = counts[codes].sum()
    if total < _ENOUGH_DATES:
        return typed
    order = np.argsort(days)
    middle = days[order[np.searchsorted(np.cumsum(counts[codes][order]), total / 2)]]
    far = codes[(days <= middle - _TOO_EARLY) | (days >= middle + _TOO_LATE)]
    if not len(far) or counts[far].sum() > _FEW * total:
        return typed
    kept = {int(code): text_of(cells.values[code]) for code in far}
    for code, text in kept.items():
        what = f"{quoted(text)} lies decades from the column's other dates ({times(int(counts[code]))})"
        problem = (ProblemKind.DATE, what, "Kept as written; the row is used but has no date here.")
        findings.at(int(first_rows[code]), problem, column, text)
    values = typed.values.copy()
    values[np.isin(cells.codes, far)] = NO_DATE
    return replace(typed, values=values, as_written={**typed.as_written, **positions_of(cells, kept)})
