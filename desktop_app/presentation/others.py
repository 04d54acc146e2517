"""What the filters leave out: whether it stands beside what they let through, and how much it is."""

from collections.abc import Iterable

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.periods import Period
from desktop_app.presentation.words.change import concerned

UNFILTERED = "Without filters"  # heads the totals of all records
LEAST_SHARE = 1 / 4  # beside a whole of more than four times their height, parts of columns are hard to read


def others_shown(result: Result) -> bool | None:
    """Return whether charts show what the filters leave out; None where nothing is or it cannot be told.

    Unless a person wished otherwise they do where the columns can still be read beside it. What is published
    never tells it: small counts could be worked out from the difference.
    """
    if not result.everything or result.disclosure is not None:
        return None
    periods = [row.period for row in result.rows] or [None]
    whole = _sum(everything(result, period) for period in periods)
    key = headline(result.state.unit).key
    shown = _sum(row[key].figure for row in result.rows or (result.overall,))
    if whole is None or shown is None or whole <= shown:
        return None
    helps = shown >= LEAST_SHARE * whole
    return helps if result.state.others is None else result.state.others


def others_helpful(
    result: Result, pairs: Iterable[tuple[Figure, Figure]], *, whole_bars: bool
) -> bool | None:
    """Return the same of bars, from what is shown and all of each: the longest of either are compared.

    Bars that are left out as a whole always help: what is shown is seen among its like.
    """
    known = [(shown.value, whole.value) for shown, whole in pairs if left_out(shown, whole).value is not None]
    if not result.everything or result.disclosure is not None or all(one == other for one, other in known):
        return None
    most, whole = (max(value or 0.0 for value in side) for side in zip(*known, strict=True))
    helps = whole_bars or most >= LEAST_SHARE * whole
    return helps if result.state.others is None else result.state.others


def everything(result: Result, period: Period | None, value: str | None = None) -> Figure:
    """Return the total in a period and of a value (None: all of them), whatever the filters."""
    return result.everything.get((period, value), Figure(0.0))


def left_out(shown: Figure, whole: Figure) -> Figure:
    """Return how many of the whole are not shown; not known where either is not known exactly."""
    known = shown.value is not None and whole.value is not None and not (shown.at_least or whole.at_least)
    return Figure((whole.value or 0.0) - (shown.value or 0.0)) if known else Figure(None)


def others_title(result: Result) -> str:
    """Return the name of what the filters leave out."""
    return f"All other {concerned(result.state.unit)}"


def _sum(figures: Iterable[Figure]) -> float | None:
    """Return the sum of figures that are all known exactly, else None."""
    values = [None if figure.at_least else figure.value for figure in figures]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
