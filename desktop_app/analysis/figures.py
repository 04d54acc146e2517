"""Counts records by period and by the values of a breakdown."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from desktop_app.analysis.cautions import about_coverage, about_records, about_values
from desktop_app.analysis.counted import NOTHING, Counted, Figures
from desktop_app.analysis.counting import Tally, tally
from desktop_app.analysis.coverage import Window, cut_by, window_of
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.index import NO_DAY, Index, Ints, index_of
from desktop_app.analysis.masks import Passing, day_of
from desktop_app.analysis.result import Resolved
from desktop_app.domain.filters import DateFilter
from desktop_app.domain.periods import Period, periods_between
from desktop_app.domain.problems import Notice
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState


@dataclass(frozen=True, slots=True, eq=False)
class _Timeline:
    """The periods of a view, and for every row its place among them.

    Undated rows, and rows that no filter lets through, stand in one more place after the last.
    """

    periods: tuple[Period, ...]
    places: Ints

    @property
    def size(self) -> int:
        return len(self.periods) + 1


@dataclass(frozen=True, slots=True)
class _Breakdown:
    """Figures by value, then period, and by value altogether."""

    values: tuple[str, ...] = ()
    by_value: tuple[tuple[Figures, ...], ...] = ()
    overall: tuple[Figures, ...] = ()
    notices: tuple[Notice, ...] = ()


def count_records(dataset: Dataset, resolved: Resolved, passing: Passing, today: date) -> Counted:
    """Return the figures of the rows that pass, with what the reader must know about them."""
    state, index, rows = resolved.state, index_of(dataset), passing.rows
    timeline = _timeline(index, rows, state)
    window = window_of(index)
    complete = tuple(_complete(period, state, window, today) for period in timeline.periods)
    if not resolved.possible:
        nothing = (NOTHING,) * len(timeline.periods)
        return Counted(timeline.periods, complete, nothing, NOTHING)
    whole = tally(index, rows, timeline.places[rows], timeline.size)
    breakdown = _breakdown(dataset, rows, timeline, state, whole)
    days = index.days(state.date_basis)
    undated = 0 if days is None else int((days[rows] == NO_DAY).sum())
    return Counted(
        periods=timeline.periods,
        complete=complete,
        by_period=tuple(whole.figures(at, state.unit) for at in range(len(timeline.periods))),
        overall=whole.merged(timeline.size).figures(0, state.unit),
        values=breakdown.values,
        by_value=breakdown.by_value,
        overall_by_value=breakdown.overall,
        undated=undated,
        notices=(
            *about_records(index, rows, state, undated),
            *about_coverage(timeline.periods, complete, state, window, today),
            *breakdown.notices,
        ),
    )


def _timeline(index: Index, rows: Ints, state: ViewState) -> _Timeline:
    """Return every period from the first to the last date of the file, or as many as a filter on it allows.

    Other filters do not shorten it: where they leave no rows in a period, there are none, and that is a
    figure.
    """
    days = index.days(state.date_basis)
    if days is None or not (days != NO_DAY).any():
        return _Timeline((), np.zeros(index.rows, dtype=np.int64))
    first, last = _span(days)
    for chosen in _cuts(state):
        first, last = max(first, chosen.first or first), min(last, chosen.last or last)
    if (days[rows] != NO_DAY).any():
        # The notification's earliest date can lie before a filter that one of its later rows passes.
        low, high = _span(days[rows])
        first, last = min(first, low), max(last, high)
    ends = (Period.containing(day, state.period) for day in (first, last))
    periods = periods_between(*ends) if first <= last else ()
    places = index.ordinals(state.date_basis, state.period) - (periods[0].ordinal if periods else 0)
    return _Timeline(periods, np.where((places >= 0) & (places < len(periods)), places, len(periods)))


def _span(days: Ints) -> tuple[date, date]:
    dated = days[days != NO_DAY]
    return day_of(dated.min()), day_of(dated.max())


def _cuts(state: ViewState) -> list[DateFilter]:
    cut = state.dates_on(state.date_basis.column)
    return [] if cut is None else [cut]


def _complete(period: Period, state: ViewState, window: Window | None, today: date) -> bool:
    return window is not None and window.covers(period, today) and not cut_by(_cuts(state), period)


def _breakdown(
    dataset: Dataset, rows: Ints, timeline: _Timeline, state: ViewState, whole: Tally
) -> _Breakdown:
    """Return the figures by each value of `state.by`, without the values that a filter on it leaves out."""
    column = dataset.column(state.by) if state.by else None
    if column is None:
        return _Breakdown()
    index = index_of(dataset)
    values = index.values(column.key)
    spread, labels = values.spread(rows)
    size = len(values.labels)
    by_value = tally(index, spread, labels * timeline.size + timeline.places[spread], size * timeline.size)
    overall = by_value.merged(timeline.size)
    chosen = state.filter_on(column.key)
    shown = [
        at
        for at, label in enumerate(values.labels)
        if chosen is None or column.kind is ColumnKind.SEVERAL or label in chosen.values
    ]
    return _Breakdown(
        values=tuple(values.labels[at] for at in shown),
        by_value=tuple(
            tuple(
                by_value.figures(at * timeline.size + place, state.unit)
                for place in range(len(timeline.periods))
            )
            for at in shown
        ),
        overall=tuple(overall.figures(at, state.unit) for at in shown),
        notices=about_values(column.title, overall, whole.merged(timeline.size), state.unit),
    )
