"""Warnings that a comparison is not fair, each with a way out: units that differ, breaks, missing dates."""

from datetime import date

from desktop_app.analysis.result import Result
from desktop_app.catalogue.breaks import BREAKS
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.problems import Notice
from desktop_app.domain.units import DateBasis, Shape
from desktop_app.presentation.words.change import listed
from desktop_app.presentation.words.numbers import count_text, percent_text
from desktop_app.presentation.words.parts import differing_units
from desktop_app.presentation.words.siblings import siblings_words

MANY_UNDATED = 0.05  # of the rows shown


def guards(result: Result) -> tuple[Notice, ...]:
    """Return what makes a comparison unfair, the gravest first; none where nothing does."""
    if result.shape is Shape.PLAIN or not result.resolved.possible:
        return ()
    return (
        *_sheets(result),
        *differing_units(result),
        *_breaks(result),
        *_siblings(result),
        *_undated(result),
    )


def _sheets(result: Result) -> list[Notice]:
    """Return which sheets are counted together, which are not counted, and that hidden rows are counted."""
    notices = []
    for file in dict.fromkeys(source.file for source in result.sources):
        own = [source for source in result.sources if source.file == file]
        if len(own) > 1:
            sheets = [f"“{name}”" for name in dict.fromkeys(source.sheet for source in own)]
            place = f"the sheet{'s' if len(sheets) > 1 else ''} {listed(sheets)}"
            text = f"{file} holds {len(own)} tables that are counted together, on {place}."
            notices.append(Notice(text, "Choose one under How it was read."))
        others = [name for source in own for name in source.not_read]
        if others:
            names = listed(f"“{name}”" for name in others)
            text = f"{file} also holds records or counts on {names}, which are not counted here."
            notices.append(Notice(text, "Choose them under How it was read."))
        hidden = sum(source.hidden for source in own)
        if hidden:
            rows = "1 row that is hidden" if hidden == 1 else f"{count_text(hidden)} rows that are hidden"
            text = f"{rows} in {file}, perhaps by a filter, {'is' if hidden == 1 else 'are'} counted."
            notices.append(Notice(text, "Leave hidden rows out under Data quality."))
    return notices


def _breaks(result: Result) -> list[Notice]:
    published = result.shape is Shape.AGGREGATE
    periods = [row.period for row in result.rows if row.period and row.complete]
    return [
        Notice(each.text, _since(each.day, periods, published))
        for each in BREAKS
        if each.concerns(result.state.by, published)
        and _compared_over(each.day, periods)
        and (not each.within_breakdowns or _tells_harm_apart(result))
    ]


def _since(day: date, periods: list[Period], published: bool) -> str:
    """Return how to compare only what is alike: records can be cut at a day, published periods cannot."""
    if not published:
        return f"Filter the dates from {day_words(day)} on."
    first = next((period for period in periods if period.start >= day), None)
    return f"Compare the periods from {first.label} on." if first else ""


def _tells_harm_apart(result: Result) -> bool:
    return any(row["serious_harm"].figure.value is not None for row in result.breakdown)


def _compared_over(day: date, periods: list[Period]) -> bool:
    """Return whether complete periods, which are compared, lie on both sides of a day or hold it."""
    return bool(periods) and periods[0].start < day <= periods[-1].end


def _siblings(result: Result) -> list[Notice]:
    words = siblings_words(result, broken_down=True)
    return [Notice(words, "Use a file with a row per child to count each under its own.")] if words else []


def _undated(result: Result) -> list[Notice]:
    shown = len(result.selection)
    if not shown or result.undated / shown < MANY_UNDATED:
        return []
    share = percent_text(100 * result.undated / shown)
    basis, other = ("date notified", "date of incident")
    if result.state.date_basis is DateBasis.INCIDENT:
        basis, other = other, basis
    way_out = f"Use the {other}." if len(result.resolved.date_bases) > 1 else ""
    return [
        Notice(f"{share} of the rows shown have no {basis}: every period is too low by its part.", way_out)
    ]
