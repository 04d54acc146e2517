"""Figures, value lists and cautions from published counts."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from desktop_app.analysis.counted import NOTHING, Counted, Figures
from desktop_app.analysis.parts import split_of
from desktop_app.analysis.published.cells import WHOLE, Cells, collect, figures_of, together
from desktop_app.analysis.published.rows import PLACES, Table, query_of, rows_for
from desktop_app.analysis.published.tiling import Stretch, periods_in, stretches, tiles
from desktop_app.analysis.records.coverage_cautions import about_incomplete, named
from desktop_app.analysis.records.index import Ints
from desktop_app.analysis.result import NOT_AVAILABLE, Facet, FacetValue, Figure, Resolved, Split
from desktop_app.analysis.wishes import in_own_order, title_of
from desktop_app.catalogue.measures import MEASURE_KEYS, headline
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Nature, Unit


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """The rows that answer one query, their figures and the stretches of time they are given for."""

    rows: Ints
    cells: Cells
    children: Cells
    given: frozenset[Stretch]


def count_published(table: Table, resolved: Resolved, today: date) -> Counted:
    """Return the figures of published counts, with what the reader must know about them."""
    state = resolved.state
    if not answerable(resolved):
        return Counted((), (), (), NOTHING)
    whole = _answer(table, state, None)
    parts = _answer(table, state, state.by, whole.given) if state.by else whole
    periods = periods_in(state.period, whole.given | parts.given)
    given = whole.given or parts.given
    unfinished = _unfinished(table, whole, parts)
    complete = tuple(
        tiles(period, given)[1] and period.end <= today and not unfinished & {*tiles(period, given)[0]}
        for period in periods
    )
    by_period = tuple(_figures(whole, state, None, period) for period in periods)
    values = shown_values(table, state, state.by) if state.by else ()
    by_value = tuple(tuple(_figures(parts, state, value, period) for period in periods) for value in values)
    figures = [figures for series in (by_period, *by_value) for figures in series]
    return Counted(
        periods=periods,
        complete=complete,
        by_period=by_period,
        overall=together(by_period),
        values=values,
        by_value=by_value,
        overall_by_value=tuple(together(series) for series in by_value),
        notices=(
            *_about_periods(periods, complete, given, unfinished),
            *_about_figures(figures),
            *_about_rows(table, (whole,) if parts is whole else (whole, parts)),
        ),
        splits=tuple(_split(whole, state, None, period) for period in periods),
        splits_by_value=tuple(
            tuple(_split(parts, state, value, period) for period in periods) for value in values
        ),
    )


def answerable(resolved: Resolved) -> bool:
    """Return whether any figure can be given: there is none by another date or for a text searched for."""
    state = resolved.state
    wished = state.date_basis in resolved.date_bases and state.period in resolved.periods
    return resolved.possible and wished and not state.search.strip()


def shown_values(table: Table, state: ViewState, by: str) -> tuple[str, ...]:
    """Return the values of a breakdown in their own order, without those that a filter leaves out."""
    chosen = state.filter_on(by)
    labels = in_own_order(by, table.labels(by))
    return labels if chosen is None else tuple(label for label in labels if label in chosen.values)


def published_facets(table: Table, resolved: Resolved) -> tuple[Facet, ...]:
    """Return the value lists of nature, places and topics; a count that cannot be had is None."""
    keys = [key for key in ("nature", *PLACES, *table.topics) if _worth(table, resolved.state, key)]
    return tuple(_facet(table, resolved, key) for key in keys)


def _worth(table: Table, state: ViewState, key: str) -> bool:
    return len(table.labels(key)) > 1 or state.filter_on(key) is not None


def _facet(table: Table, resolved: Resolved, key: str) -> Facet:
    state = resolved.state
    chosen = state.filter_on(key)
    wanted = chosen.values if chosen else ()
    alone = replace(state, filters=tuple(kept for kept in state.filters if kept != chosen), by=key)
    other_topic = key in table.topics and any(alone.filter_on(topic) for topic in table.topics)
    labels = in_own_order(key, table.labels(key))
    counts = dict.fromkeys(labels, Figure(None))
    if answerable(resolved) and not other_topic:
        counts |= _facet_counts(table, alone, key, labels)
    absent = tuple(FacetValue(value, 0, True) for value in wanted if value not in counts)
    listed = tuple(_facet_value(value, count, value in wanted) for value, count in counts.items())
    return Facet(key, title_of(key), listed + absent)


def _facet_value(value: str, count: Figure, chosen: bool) -> FacetValue:
    if count.value is None or (count.at_least and count.value == 0):  # "at least 0" says nothing
        return FacetValue(value, None, chosen)
    return FacetValue(value, int(count.value), chosen, count.at_least)


def _facet_counts(table: Table, state: ViewState, key: str, labels: tuple[str, ...]) -> dict[str, Figure]:
    answer = _answer(table, state, key)
    measure = MEASURE_KEYS.index(headline(state.unit).key)
    counts = {}
    for label in labels:
        series = [_figures(answer, state, label, period) for period in periods_in(state.period, answer.given)]
        counts[label] = together(series)[measure]
    return counts


def _answer(
    table: Table, state: ViewState, by: str | None, expected: frozenset[Stretch] = frozenset()
) -> _Answer:
    query = query_of(table, state, by)
    rows = rows_for(table, query)
    given = stretches(table.starts[rows], table.ends[rows])
    cells = collect(table, query, rows, expected or given, table.figure)
    children = (
        collect(table, query, rows, expected or given, table.children) if table.gives_children else Cells()
    )
    return _Answer(rows, cells, children, given)


def _figures(answer: _Answer, state: ViewState, value: str | None, period: Period) -> Figures:
    """Return the figures of a value, and no total of natures that are given in another unit."""
    chosen = state.filter_on("nature")
    natures = chosen.values if chosen else None
    if value is not None and state.by == "nature":
        natures = (value,)
    counts = (answer.cells, answer.children)
    figures = figures_of(counts, _group(state, value), natures, state.unit, period)
    if natures is None or set(natures) <= {Nature.DEATH.value}:
        return figures
    if _split(answer, state, value, period) in (None, Split(state.unit.value)):
        return figures
    totals = {MEASURE_KEYS.index(headline(unit).key) for unit in Unit}
    return tuple(NOT_AVAILABLE if at in totals else figure for at, figure in enumerate(figures))


def _split(answer: _Answer, state: ViewState, value: str | None, period: Period) -> Split | None:
    """Return what the natures of a value count in a period, whichever of them are chosen."""
    counts = (answer.cells, answer.children)
    return split_of(figures_of(counts, _group(state, value), None, state.unit, period))


def _group(state: ViewState, value: str | None) -> str:
    return WHOLE if value is None or state.by == "nature" else value


def _unfinished(table: Table, *answers: _Answer) -> frozenset[Stretch]:
    """Return the stretches of time that the file itself says were not complete when it was made."""
    rows = np.concatenate([answer.rows for answer in answers])
    rows = rows[~table.finished[rows]]
    return stretches(table.starts[rows], table.ends[rows])


def _about_periods(
    periods: tuple[Period, ...],
    complete: tuple[bool, ...],
    given: frozenset[Stretch],
    unfinished: frozenset[Stretch],
) -> list[Notice]:
    partial = [period for period, whole in zip(periods, complete, strict=True) if not whole]
    made_of = {period: tiles(period, given) for period in partial}
    missing = [period for period, (found, _) in made_of.items() if not found]
    short = [period for period, (found, whole) in made_of.items() if found and not whole]
    whole = [period for period, (_, whole) in made_of.items() if whole]
    said = [period for period in whole if unfinished & {*made_of[period][0]}]
    running = [period for period in whole if period not in said]
    notices = [Notice(f"The file gives no figures for {named(missing)}.")] if missing else []
    if short:
        notices.append(about_incomplete(short, "the file gives only a part of the time"))
    if said:
        notices.append(about_incomplete(said, "the file says that it does not hold all of it"))
    if running:
        notices.append(about_incomplete(running, "the time has not yet passed"))
    return notices


def _about_figures(figures: list[Figures]) -> list[Notice]:
    if any(figure.at_least for row in figures for figure in row):
        return [
            Notice(
                "Some figures are sums that lack a missing or suppressed part: they are that or more.",
                "Compare only those that are not marked “at least”.",
            )
        ]
    return []


def _about_rows(table: Table, answers: tuple[_Answer, ...]) -> list[Notice]:
    notices = []
    cells = [cells for answer in answers for cells in (answer.cells, answer.children)]
    revised = sum(each.revised for each in cells)
    contradicting = sum(each.contradicting for each in cells)
    if revised:
        text = "Some figures differ between the files; those of the file added last are used."
        notices.append(Notice(text, "Open the file alone whose figures you want."))
    if contradicting:
        text = "Some figures stand in the file more than once with different values, so they are not given."
        notices.append(Notice(text, "Correct the file, or ask whoever sent it."))
    if any(_rounded(table, answer.rows) for answer in answers):
        text = (
            "Regional figures seem to be rounded to the nearest 10 in this file, for all of them end in 0:"
            " they need not add up to England's."
        )
        notices.append(Notice(text, "Take England's total from its own row."))
    return notices


def _rounded(table: Table, rows: Ints) -> bool:
    """Return whether all figures of regions end in 0; a rest that is no region is reckoned, not rounded."""
    known = np.isin(table.places["region"][rows], [category.value for category in REGIONS])
    regional = rows[(table.level[rows] == PLACES["region"]) & known]
    numbers = [figure.value for row in regional.tolist() if (figure := table.figure(row)).value]
    return len(numbers) > 2 and not np.any(np.mod(np.array(numbers, dtype=np.float64), 10))
