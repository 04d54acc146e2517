"""Change and certainty in plain words: fewer, more, no change, from none; and what chance variation gives."""

from collections.abc import Iterable

from desktop_app.analysis.result import Change
from desktop_app.catalogue.measures import headline
from desktop_app.domain.units import Unit
from desktop_app.presentation.words.numbers import SMALL, count_text, percent_text, rounded
from desktop_app.presentation.words.periods import Comparison, against

SIGNIFICANT = 0.05  # two-sided; the level of every 95% interval in the product
BEYOND_CHANCE = "more than chance variation would usually give"
WITHIN_CHANCE = "within what chance variation gives"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return items as a list in words, e.g. a, b and c."""
    *first, final = items
    return f"{', '.join(first)} {last} {final}" if first else final


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a heading as it stands within a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def noun(unit: Unit, number: float | None = None) -> str:
    """Return the word for what is counted, in the singular for exactly one."""
    spec = headline(unit)
    return spec.one if number is not None and rounded(number) == 1 else spec.many


def concerned(unit: Unit) -> str:
    """Return what is counted, in words that cannot be taken for all children."""
    return "notifications" if unit is Unit.NOTIFICATIONS else "children concerned"


def size_words(number: float, percent: float | None, base: float) -> str:
    """Return the size and direction of a change, e.g. 21% fewer, 1 more, no change.

    Where there were fewer than 20 cases before, or the percentage rounds to none, the number is given.
    """
    if number == 0:
        return "no change"
    direction = "more" if number > 0 else "fewer"
    if percent is None or base < SMALL or rounded(percent) == 0:
        return f"{count_text(abs(number))} {direction}"
    return f"{percent_text(percent)} {direction}"


def change_words(comparison: Comparison, with_period: bool = True, brief: bool = False) -> str:
    """Return a change as the end of a sentence, e.g. 21% fewer than in 2020 (482), up from none in 2020."""
    when = against(comparison, brief) if with_period else ""
    base, number = count_text(comparison.base), comparison.change.number
    same = "about the same number" if comparison.change.rounded else "the same number"
    if number == 0 and comparison.base == 0 and when:
        return f"and none {when}"
    if number == 0:
        return f"{same} as {when}" if when else same
    if comparison.base == 0:
        return f"up from none {when}".rstrip()
    if comparison.now == 0:
        return f"down from {base} {when}".rstrip()
    size = size_words(number, comparison.change.percent, comparison.base)
    return f"{size} than {when} ({base})" if when else f"{size} ({base})"


def certainty_words(change: Change) -> str:
    """Return whether chance alone would usually give a change this large; empty where it was not tested."""
    if change.p is None:
        return ""
    return BEYOND_CHANCE if change.p < SIGNIFICANT else WITHIN_CHANCE


def number_words(number: float) -> str:
    """Return a difference in words, e.g. 103 fewer, 1 more, no change."""
    return size_words(number, None, 0)


def percent_words(percent: float) -> str:
    """Return a change in per cent in words, e.g. 21% fewer, less than 1% more, no change."""
    if percent == 0:
        return "no change"
    direction = "more" if percent > 0 else "fewer"
    return f"{percent_text(percent) if rounded(percent) != 0 else 'less than 1%'} {direction}"


def interval_words(low: float, high: float | None) -> str:
    """Return the interval of a change in words, e.g. 10% to 31% fewer, 9% fewer to 23% more.

    An end on the other side of zero is said however small it is: the verdict on chance rests on it.
    """
    if high is None:
        return f"{percent_words(low)} or above"
    if high <= 0 and rounded(low) < 0:
        return f"{percent_text(high)} to {percent_text(low)} fewer"
    if low >= 0 and rounded(high) > 0:
        return f"{percent_text(low)} to {percent_text(high)} more"
    return f"{percent_words(low)} to {percent_words(high)}"
