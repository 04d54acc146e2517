"""What figures are compared with, in words: a year before, the period before, or one that a person chose."""

from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Against, PeriodKind

USUAL = {Against.YEAR_BEFORE: "a year before", Against.PERIOD_BEFORE: "the period before"}
_YEARS = (PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR)


def base_words(state: ViewState) -> str:
    """Return what is compared with, after "change on", e.g. a year before, the quarter before, 2020-21."""
    if state.base is not None:
        return Period.containing(state.base, state.period).label
    if state.period in _YEARS:
        return "the year before"
    return USUAL[state.against]


def base_note(state: ViewState) -> str:
    """Return the sentence that says what changes compare with."""
    if state.base is not None:
        return f"Change compares every later period with {base_words(state)}, by choice."
    if state.against is Against.PERIOD_BEFORE and state.period not in _YEARS:
        return "Change compares with the period before, by choice; the time of year is part of it."
    return "Change compares with the same period a year before."
