"""What a reader must be careful with: first what the data brought up, then what always holds."""

from desktop_app.analysis.result import Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.problems import Notice
from desktop_app.domain.units import Shape, Unit
from desktop_app.presentation.words.change import certainty_words, concerned, interval_words
from desktop_app.presentation.words.guards import guards
from desktop_app.presentation.words.numbers import SMALL, count_text
from desktop_app.presentation.words.periods import Comparison, compare, spoken_row

REPORTED = Notice(
    "Counts show what was reported, not all that happened: a change in reporting looks the same as a change"
    " in incidents."
)
NO_RANKING = Notice(
    "Neither high nor low numbers are a measure of an authority's performance, and small numbers vary by"
    " chance."
)
SIBLINGS = Notice(
    "One notification can concern several children, so chance variation in numbers of children is wider than"
    " the intervals say."
)


def cautions(result: Result) -> tuple[Notice, ...]:
    """Return the notices of the result, how certain the change is, and the standing cautions."""
    unfulfilled = result.resolved.notices  # a wish that was not honoured comes before all else
    found = [*unfulfilled, *guards(result), *_of_change(result), *result.notices]
    if result.state.by in {"local_authority", "partnership"}:
        found.append(NO_RANKING)
    if result.shape is not Shape.PLAIN:
        found.append(REPORTED)
    return tuple(dict.fromkeys(found))


def notices(result: Result) -> tuple[Notice, ...]:
    """Return what could not be honoured and what the figures need said, each once."""
    return tuple(dict.fromkeys((*result.notices, *guards(result), *result.rate_notices)))


def _of_change(result: Result) -> list[Notice]:
    row = spoken_row(result)
    comparison = compare(row, headline(result.state.unit).key) if row else None
    if comparison is None or comparison.change.number == 0:
        return []
    found = (
        [Notice(_change_sentence(result.state.unit, comparison))] if comparison.change.p is not None else []
    )
    if comparison.base < SMALL:
        found.append(
            Notice(f"Fewer than {SMALL} {concerned(result.state.unit)} to compare with: look at the counts.")
        )
    return [*found, SIBLINGS] if result.state.unit is Unit.CHILDREN and found else found


def _change_sentence(unit: Unit, comparison: Comparison) -> str:
    change = comparison.change
    direction = "rise" if change.number > 0 else "fall"
    verdict = certainty_words(change)
    size = count_text(abs(change.number))
    words = f"The {direction} of {size} in the number of {concerned(unit)} is {verdict}"
    if change.interval_percent is None or comparison.base < SMALL:
        return f"{words}."
    return f"{words} (95% interval: {interval_words(*change.interval_percent)})."
