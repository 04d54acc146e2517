"""How a rate is named and written: for every so many children, and with whose number of children."""

from desktop_app.analysis.result import Result
from desktop_app.domain.units import USUAL_RATE
from desktop_app.presentation.words.numbers import count_text, decimal_text

OF_CHILDREN = "children aged 0 to 17"
MID_YEAR_NOTE = "A year takes the estimate of the June within its first nine months."


def per(result: Result) -> str:
    """Return what a rate is for, e.g. per 100,000."""
    return f"per {count_text(result.state.per)}"


def per_children(result: Result) -> str:
    """Return what a rate is for in full, e.g. per 100,000 children aged 0 to 17."""
    return f"{per(result)} {OF_CHILDREN}"


def rate_places(result: Result) -> int:
    """Return how many decimals tell rates apart: one more for every ten times fewer children."""
    return 2 if result.state.per >= USUAL_RATE else 3


def rate_text(result: Result, rate: float | None) -> str:
    """Return a rate as text, e.g. 3.22; empty where there is none."""
    return "" if rate is None else decimal_text(rate, rate_places(result))


def population_words(result: Result) -> str:
    """Return where the numbers of children come from; it stands wherever a rate is shown."""
    own = result.populations.file is not None
    return f"{'Population from a file of your own' if own else 'Population'}: {result.populations.source}."


def population_extent(result: Result) -> str:
    """Return the source of the numbers of children with its places and years, and what was left out of it."""
    found = result.populations
    years = f"mid-{found.years[0]}" + (f" to mid-{found.years[-1]}" if len(found.years) > 1 else "")
    places = "1 place" if len(found.places) == 1 else f"{count_text(len(found.places))} places"
    words = f"{population_words(result)} {places}, {years}."
    if not found.left_out:
        return words
    rows = "1 row is" if found.left_out == 1 else f"{count_text(found.left_out)} rows are"
    return f"{words} {rows} left out: the area is not England, one of its regions or an authority."


def rate_notes(result: Result) -> tuple[str, ...]:
    """Return what must be said wherever a rate is shown."""
    return (population_words(result), *(notice.text for notice in result.rate_notices))
