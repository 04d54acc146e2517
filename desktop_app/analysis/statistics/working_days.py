"""Counts England's working days: Monday to Friday without bank holidays."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.index import Ints

_DAY = "datetime64[D]"


def working_days(first: Ints, last: Ints) -> Ints:
    """Return the working days after each first day up to and with each last day; both from 1 January 1970.

    A step on the next working day took one, a step on the same day none; a last day before the first counts
    backwards.
    """
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    years = np.array([min(first.min(), last.min()), max(first.max(), last.max())]).astype(_DAY)
    start, end = (int(year) + 1970 for year in years.astype("datetime64[Y]").astype(np.int64))
    counted: Ints = np.busday_count(
        (first + 1).astype(_DAY), (last + 1).astype(_DAY), holidays=bank_holidays(start, end)
    )
    return counted


@lru_cache(maxsize=8)
def bank_holidays(first_year: int, last_year: int) -> npt.NDArray[np.datetime64]:
    """Return England's bank holidays of some years, with days in lieu and those for a single occasion."""
    # The window can start without it.
    from holidays.countries.united_kingdom import UnitedKingdom  # noqa: PLC0415 - see above

    years = range(first_year, last_year + 1)
    found = UnitedKingdom(subdiv="ENG", years=years)  # type: ignore[no-untyped-call]  # its constructor has no types
    return np.array(sorted(found), dtype=_DAY)
