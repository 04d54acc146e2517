"""The message of a chart as its title, in at most ten words made from the data."""

from typing import assert_never

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.catalogue.measures import headline
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.words.change import capital, change_words, concerned, noun, size_words
from desktop_app.presentation.words.filters import filtered, opening, place_words
from desktop_app.presentation.words.numbers import SMALL, count_text, figure_text, percent_text, rounded
from desktop_app.presentation.words.periods import (
    Comparison,
    a_year_before,
    compare,
    period_title,
    plain_kind,
    spoken_row,
)

MOST_WORDS = 10
NO_MATCH, NO_RECORDS = "No records match the filters", "The table has no records yet"
_YEARS_IN_A_ROW = dict(enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine"], start=2))
_YEARS = {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR}


def nothing_matches(result: Result) -> bool:
    """Return whether no record is left; protected figures never say which records they were made from."""
    return result.disclosure is None and not len(result.selection)


def no_records(result: Result) -> bool:
    """Return whether the file itself holds no records: it has headings only."""
    return nothing_matches(result) and not result.rows_total


def subjects(result: Result, period: Period | None) -> tuple[str, str]:
    """Return what a title speaks of in full and in short: Notifications in London, Selected notifications.

    The short one stands where a title would be longer than ten words.
    """
    what, short = capital(concerned(result.state.unit)), f"Selected {noun(result.state.unit)}"
    place = place_words(result)
    if place and opening(result, period) == f"In {place}, ":
        return f"{what} in {place}", short
    if opening(result, period) or (period is None and filtered(result)):
        return short, short
    return what, capital(noun(result.state.unit))


def fitting(result: Result, period: Period | None, rest: str) -> str:
    """Return the first title of at most ten words: the subject in full, else in short, with the rest."""
    full, short = (f"{name}{rest}" for name in subjects(result, period))
    return full if len(full.split()) <= MOST_WORDS else short


def total_message(result: Result) -> str:
    """Return how the total changed in the newest complete period, e.g. Notifications fell 21% in 2021."""
    row = spoken_row(result)
    if row is None or row.period is None or nothing_matches(result):
        return _nothing_message(result)
    comparison = compare(row, headline(result.state.unit).key)
    if comparison is None:
        return _number_message(result, row)
    if row.period.kind not in _YEARS or not _usual(comparison):
        return fitting(result, row.period, f", {row.period.label}: {_against(comparison)}")
    moved, (full, _), turn = _moved(comparison), subjects(result, row.period), _turn(result, comparison)
    if len(full.split()) > 1:
        return fitting(result, row.period, f" {moved} in {row.period.label}")
    if turn:
        return f"{full} {moved} in {row.period.label} {turn}"
    return f"{full} {moved} in {row.period.words}"


def _nothing_message(result: Result) -> str:
    if not result.resolved.possible:
        return "Nothing to show: a filter does not fit this file"
    if not len(result.selection):
        return NO_RECORDS if no_records(result) else NO_MATCH
    match result.shape:
        case Shape.NOTIFICATIONS | Shape.CHILDREN:
            return "Nothing to show: no dates to go by"
        case Shape.AGGREGATE:
            return "Nothing to show: the file gives no such total"
        case Shape.PLAIN:
            return "Nothing to show: the rows are not counted"
        case _:
            assert_never(result.shape)


def _turn(result: Result, comparison: Comparison) -> str:
    """Return after how many years the direction turned, e.g. after two years of falls, or nothing."""
    key, rose = headline(result.state.unit).key, comparison.change.number > 0
    run = 0
    for row in reversed(result.rows):
        earlier = compare(row, key) if row.period and row.period < comparison.period else None
        if row.period is None or row.period >= comparison.period:
            continue
        if earlier is None or earlier.change.number == 0 or (earlier.change.number > 0) == rose:
            break
        run += 1
    if comparison.change.number == 0 or comparison.base < SMALL or run not in _YEARS_IN_A_ROW:
        return ""
    return f"after {_YEARS_IN_A_ROW[run]} years of {'falls' if rose else 'rises'}"


def nature_message(result: Result) -> str:
    """Return how deaths and serious harm changed, e.g. Deaths fell 24% and serious harm 16% in 2021."""
    row = spoken_row(result)
    deaths = compare(row, "deaths") if row else None
    harm = compare(row, "serious_harm") if row else None
    if row is None or row.period is None or deaths is None or harm is None or row.period.kind not in _YEARS:
        return total_message(result)
    if not _usual(deaths):
        return total_message(result)
    if opening(result, row.period) or min(deaths.base, harm.base) < SMALL or 0 in {deaths.now, harm.now}:
        return total_message(result)
    first, second = _moved(deaths), _moved(harm)
    verb, _, amount = second.partition(" ")
    if amount and verb == first.split()[0]:
        second = amount
    title = f"Deaths {first} and serious harm {second} in {row.period.label}"
    return title if len(title.split()) <= MOST_WORDS else total_message(result)


def change_message(result: Result, compared: list[Comparison]) -> str:
    """Return how often the total rose and fell, e.g. Notifications fell in 4 of 6 years."""
    falls = sum(each.change.number < 0 for each in compared)
    rises = sum(each.change.number > 0 for each in compared)
    if len(compared) < 2 or falls + rises == 0:
        return total_message(result)
    if result.state.base is not None:
        side, often = ("below", falls) if falls > rises else ("above", rises)
        kind = plain_kind(result.state.period)
        base = compared[0].base_period.label
        return fitting(result, None, f" were {side} {base} in {often} of {len(compared)} {kind}")
    verb, times = ("fell", falls) if falls > rises else ("rose", rises)
    kind = plain_kind(compared[0].period.kind)
    if falls == rises:
        counted = kind if rises > 1 else kind.removesuffix("s")
        return fitting(result, None, f" rose in {rises} {counted} and fell in {falls}")
    if times == len(compared):
        every = "both" if times == 2 else f"each of {times}"
        return fitting(result, None, f" {verb} in {every} {kind}")
    return fitting(result, None, f" {verb} in {times} of {len(compared)} {kind}")


def _number_message(result: Result, row: ResultRow) -> str:
    period, figure = row.period, row[headline(result.state.unit).key].figure
    if period is None or figure.value is None:
        return fitting(result, period, f", {period_title(period)}" if period else "")
    when = period.label if row.complete else f"{period.label} (not complete)"
    return fitting(result, period, f", {when}: {figure_text(figure)}")


def _against(comparison: Comparison) -> str:
    number, base = comparison.change.number, comparison.base
    if number == 0:
        same = "about the same as" if comparison.change.rounded else "no change on"
        return f"{same} {_earlier(comparison)}"
    if base == 0 or comparison.now == 0:
        return change_words(comparison, with_period=False)
    return f"{size_words(number, comparison.change.percent, base)} than {_earlier(comparison)}"


def _earlier(comparison: Comparison) -> str:
    return "a year before" if _usual(comparison) else f"in {comparison.base_period.label}"


def _usual(comparison: Comparison) -> bool:
    return comparison.base_period == a_year_before(comparison.period)


def _moved(comparison: Comparison) -> str:
    number, percent = comparison.change.number, comparison.change.percent
    if number == 0:
        return "did not change"
    verb = "rose" if number > 0 else "fell"
    if comparison.base < SMALL or percent is None:
        return f"{verb} from {_or_none(comparison.base)} to {_or_none(comparison.now)}"
    if rounded(percent) == 0:
        return f"{verb} by {count_text(abs(number))}"
    return f"{verb} {percent_text(percent)}"


def _or_none(number: float) -> str:
    return count_text(number) if number else "none"
