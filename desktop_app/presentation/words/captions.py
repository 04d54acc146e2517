"""The words around charts and tables: measure, place, kind of period, date basis and filters."""

from desktop_app.analysis.result import Result
from desktop_app.domain.units import Shape, Unit
from desktop_app.presentation.words.change import listed
from desktop_app.presentation.words.filters import beyond_place, filters_words, place_words
from desktop_app.presentation.words.numbers import SMALL
from desktop_app.presentation.words.periods import KIND_WORDS
from desktop_app.presentation.words.status import NOTHING_COUNTED, basis_words

FEW_SHOWN = f"Fewer than {SMALL} in some periods: look at the numbers."


def counted(result: Result) -> str:
    """Return what is counted, for a subtitle."""
    unit = result.state.unit
    if result.beyond_children:
        return "Notifications about people aged above 17 too"
    return (
        "Serious incident notifications"
        if unit is Unit.NOTIFICATIONS
        else "Children in serious incident notifications"
    )


def subtitle(result: Result, what: str = "", when: str = "") -> str:
    """Return measure, place, kind of period (or other words for the time), date basis and filters."""
    place = place_words(result) or result.place
    parts = [counted(result) + what, place, when or KIND_WORDS[result.state.period], basis_words(result)]
    if result.shape is Shape.PLAIN:
        parts = [NOTHING_COUNTED]
    words = filters_words(beyond_place(result), result.columns)
    line = ", ".join(part for part in parts if part)
    return f"{line}. Only where: {words}" if words else line


def all_shown(result: Result) -> str:
    """Return the time of figures of all periods together, e.g. calendar years 2019 to 2021 together."""
    names = [row.period.label for row in result.rows if row.period]
    if not names:
        return "all records shown"
    if len(names) == 1:
        return f"{KIND_WORDS[result.state.period]}, {names[0]} alone"
    return f"{KIND_WORDS[result.state.period]} {names[0]} to {names[-1]} together"


def provisional_words(result: Result) -> str:
    """Return the sentence that names the incomplete periods; empty where there are none."""
    names = [row.period.label for row in result.rows if row.period and not row.complete]
    if not names:
        return ""
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} not complete."
