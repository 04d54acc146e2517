"""The sentences for a briefing: each stands alone, names its period and filters, and can be pasted."""

from dataclasses import dataclass

from desktop_app.analysis.result import Figure, Result, ResultRow, SoFar, Split
from desktop_app.catalogue.measures import headline
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.units import DateBasis, Shape, Unit
from desktop_app.presentation.words.change import capital, change_words, concerned, noun, size_words
from desktop_app.presentation.words.filters import opening, place_words
from desktop_app.presentation.words.messages import no_records
from desktop_app.presentation.words.numbers import (
    SMALL,
    count_text,
    figure_text,
    marker_meaning,
    percent_text,
    rounded,
)
from desktop_app.presentation.words.periods import (
    against,
    compare,
    during,
    incomplete_newest,
    plain_kind,
    row_of,
    spoken_row,
)
from desktop_app.presentation.words.signals import signal_words

MOST = 4
FEWEST_FOR_PEAK = 3  # complete periods; the peak of two is the change that was told already


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the key of the chart whose table has its figures."""

    text: str
    chart: str


def briefing(result: Result) -> tuple[str, ...]:
    """Return the texts of the sentences."""
    return tuple(sentence.text for sentence in sentences_of(result))


def sentences_of(result: Result) -> tuple[Sentence, ...]:
    """Return up to four sentences on the newest complete period; none where nothing is counted."""
    if result.shape is Shape.PLAIN or not result.resolved.possible or no_records(result):
        return ()
    row = spoken_row(result)
    if row is None:
        return (_sentence(result, None, _total_words(result, result.overall), "nature"),)
    bodies = [
        (_total_words(result, row), "nature"),
        (_nature_words(result, row), "nature"),
        (signal_words(result, row), "control"),
        (_peak_words(result, row), "nature"),
        (_share_words(result, row), "share"),
    ]
    sentences = [_sentence(result, row.period, body, chart) for body, chart in bodies if body]
    newest = incomplete_newest(result)
    if newest is not None and newest is not row:
        words = _incomplete_words(result, newest)
        return (*sentences[: MOST - 1], _sentence(result, newest.period, words, "cumulative"))
    return tuple(sentences[:MOST])


def _sentence(result: Result, period: Period | None, body: str, chart: str) -> Sentence:
    lead = opening(result, period)
    if lead == f"In {place_words(result)}, " and body.startswith(("in ", "from ")):
        lead = lead.replace(", ", " ")
    if result.state.date_basis is DateBasis.INCIDENT and period is not None:
        lead = f"by date of incident, {lead[:1].lower()}{lead[1:]}"
    nearest = result.disclosure.rounding if result.disclosure else 0
    rounded = f"; numbers are rounded to the nearest {nearest}" if nearest else ""
    return Sentence(f"{capital(lead + body)}{rounded}.", chart)


def _when(row: ResultRow) -> str:
    if row.period is None:
        return "in the records shown"
    return during(row.period) if row.complete else f"in the part of {row.period.words} that the data cover"


def _total_words(result: Result, row: ResultRow) -> str:
    unit, key = result.state.unit, headline(result.state.unit).key
    figure = row[key].figure
    when = "" if row.period is None and figure.value == 0 else f" {_when(row)}"
    if figure.value is None:
        return _missing_words(unit, figure, _when(row))
    comparison = compare(row, key)
    change = f", {change_words(comparison)}" if comparison else ""
    verb = "was" if rounded(figure.value) == 1 and not figure.at_least else "were"
    if unit is Unit.NOTIFICATIONS:
        return f"there {verb} {_quantity(unit, figure)}{when}{change}"
    concerned_by = "a notification" if figure.value <= 1 else "notifications"
    return f"{_quantity(unit, figure)} {verb} the subject of {concerned_by}{when}{change}"


def _missing_words(unit: Unit, figure: Figure, when: str) -> str:
    if figure.marker:
        return f"the number of {noun(unit)} {when} is not shown: {marker_meaning(figure.marker)}"
    return f"the data do not say how many {noun(unit)} there were {when}"


def _quantity(unit: Unit, figure: Figure) -> str:
    value = figure.value or 0
    if value == 0:
        return f"no {noun(unit)}"
    return f"{figure_text(figure)} {noun(unit, value)}"


def _nature_words(result: Result, row: ResultRow) -> str:
    split, chosen = row.split_in(result.state.unit), result.state.filter_on("nature")
    if row.period is None or chosen is not None or split is Split.NEITHER:
        return ""
    unit = Unit(split.value)  # of the natures, which in some published years is not that of the total
    total = row[headline(unit).key].figure
    if total.value is not None and total.value < 2:
        return ""
    deaths, harm = (_part(row, key) for key in ("deaths", "serious_harm"))
    verbs = ("concerned the death of a child", "serious harm")
    if unit is Unit.CHILDREN:
        verbs = ("died", "were seriously harmed")
    parts = [
        f"{number} {_verb(verb, number)}{', ' + change if change else ''}"
        for (number, change), verb in zip((deaths, harm), verbs, strict=True)
        if number
    ]
    if not parts:
        return ""
    if deaths[0] == "" and unit is Unit.NOTIFICATIONS:
        parts = [part.replace("serious harm", "concerned serious harm", 1) for part in parts]
    joined = ", and ".join(parts) if any(", " in part for part in parts) else " and ".join(parts)
    return f"{_of_the_total(unit, total, row)}, {joined}{_other_words(row)}"


def _other_words(row: ResultRow) -> str:
    figure = row["other"].figure
    if not figure.value:
        return ""
    return f"; {figure_text(figure)} {'was' if figure.value == 1 else 'were'} of another nature"


def _of_the_total(unit: Unit, total: Figure, row: ResultRow) -> str:
    if total.value is None or total.at_least:
        return _when(row)
    return f"of the {count_text(total.value)} {concerned(unit)} {_when(row)}"


def _verb(verb: str, number: str) -> str:
    return verb.replace("were ", "was ") if number == "1" else verb


def _part(row: ResultRow, key: str) -> tuple[str, str]:
    """Return a nature's number and its change in words; empty where the number is not available."""
    figure = row[key].figure
    if figure.value is None:
        return "", ""
    number = "none" if figure.value == 0 and not figure.at_least else figure_text(figure)
    comparison = compare(row, key)
    if comparison is None or (comparison.now == 0 and comparison.base == 0):
        return number, ""
    return number, change_words(comparison, with_period=key == "deaths")


def _peak_words(result: Result, row: ResultRow) -> str:
    key = headline(result.state.unit).key
    exact = [
        (other[key].figure.value or 0.0, other.period)
        for other in result.rows
        if other.complete
        and other.period
        and other[key].figure.value is not None
        and not other[key].figure.at_least
    ]
    if row.period is None or len(exact) < FEWEST_FOR_PEAK or exact[-1][1] != row.period:
        return ""
    now, what = exact[-1][0], concerned(result.state.unit)
    complete = "" if all(each.complete for each in result.rows) else "complete "
    shown = f"the {len(exact)} {complete}{plain_kind(row.period.kind)} shown"
    values = [value for value, _ in exact]
    peak, peak_period = max(exact, key=lambda pair: pair[0])
    if values.count(now) == 1 and now in {min(values), peak}:
        extreme = "highest" if now == peak else "lowest"
        return f"the number of {what} {during(row.period)} was the {extreme} of {shown}"
    if now == peak or values.count(peak) > 1 or peak_period is None:
        return ""
    below = size_words(now - peak, 100 * (now - peak) / peak, peak).removesuffix(" fewer")
    return (
        f"{during(row.period)}, the number of {what} was {below} below the highest of {shown}"
        f" ({count_text(peak)} {during(peak_period)})"
    )


def _share_words(result: Result, row: ResultRow) -> str:
    unit, key = result.state.unit, headline(result.state.unit).key
    now = _death_share(row, key)
    if now is None or row.period is None or result.state.filter_on("nature") is not None:
        return ""
    if row.split is Split.NEITHER:
        return ""
    share, counts = now
    died = unit is Unit.CHILDREN
    what = "of the children concerned died" if died else "of notifications concerned the death of a child"
    text = f"{_when(row)}, {share} {what} ({counts})"
    comparison = compare(row, key)
    base_row = row_of(result.rows, comparison.base_period) if comparison else None
    base = _death_share(base_row, key) if base_row else None
    if comparison is None or base is None:
        return text
    if base[0] == share:
        same = "about the same share" if comparison.change.rounded else "the same share"
        return f"{text}, {same} as {against(comparison)} ({base[1]})"
    return f"{text}, compared with {base[0]} {against(comparison)} ({base[1]})"


def _death_share(row: ResultRow, key: str) -> tuple[str, str] | None:
    """Return the share of deaths as a percentage and as counts, or None for few cases or inexact figures."""
    total, deaths = row[key].figure, row["deaths"].figure
    if (
        total.value is None
        or deaths.value is None
        or total.at_least
        or deaths.at_least
        or total.value < SMALL
    ):
        return None
    return percent_text(
        100 * deaths.value / total.value
    ), f"{count_text(deaths.value)} of {count_text(total.value)}"


def _incomplete_words(result: Result, row: ResultRow) -> str:
    unit, figure, period = result.state.unit, row[headline(result.state.unit).key].figure, row.period
    if result.so_far is not None and result.so_far.period == period:
        return _so_far_words(unit, result.so_far)
    if period is None or figure.value is None:
        return "the data for the newest period are not complete"
    return f"the data for {period.words} are not complete: they hold {_quantity(unit, figure)}"


def _so_far_words(unit: Unit, found: SoFar) -> str:
    """Return the newest period up to the last day of the data against the same part of the year before."""
    start, last, base = found.period.start, found.last, found.change.base
    first = day_words(start) if start.year != last.year else day_words(start).removesuffix(f" {start.year}")
    verb = "was" if rounded(found.now) == 1 else "were"
    part = f"in the same part of {found.base_period.words}"
    size = size_words(found.change.number, found.change.percent, base)
    than = f"{size} than {part} ({count_text(base)})" if found.change.number else f"the same number as {part}"
    quantity = _quantity(unit, Figure(found.now))
    return f"from {first} to {day_words(last)} there {verb} {quantity}, {than}; this is provisional"
