"""Counts records by period and by the values of a breakdown."""

from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.counted import NOTHING, Counted, Figures
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.cautions import about_records, about_values
from desktop_app.analysis.records.counting import Places, Tally, places_of, siblings_in, tally
from desktop_app.analysis.records.coverage import Window, cut_by, narrowed, span_of, window_of
from desktop_app.analysis.records.coverage_cautions import about_coverage
from desktop_app.analysis.records.index import Index, index_of
from desktop_app.analysis.records.lateness import Lateness, awaits, lateness_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.result import Resolved
from desktop_app.domain.periods import Period, periods_between
from desktop_app.domain.problems import Notice
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis


@dataclass(frozen=True, slots=True, eq=False)
class _Timeline:
    """The periods of a view among the places of all rows; undated rows stand in one more after the last."""

    periods: tuple[Period, ...]
    places: Places
    low: int  # the place of the first period

    @property
    def size(self) -> int:
        return len(self.periods) + 1

    def cut(self, tallied: Tally) -> Tally:
        """Return a tally by place as one by the periods shown; all rows that pass lie in them or undated."""
        return tallied.within(self.places.size, self.low, self.low + len(self.periods))


@dataclass(frozen=True, slots=True)
class _Breakdown:
    """Figures by value, then period, and by value altogether."""

    values: tuple[str, ...] = ()
    by_value: tuple[tuple[Figures, ...], ...] = ()
    overall: tuple[Figures, ...] = ()
    notices: tuple[Notice, ...] = ()


def count_records(dataset: Dataset, resolved: Resolved, passing: Passing, today: date) -> Counted:
    """Return the figures of the rows that pass, with what the reader must know about them."""
    state, index = resolved.state, index_of(dataset)
    places = places_of(index, state.date_basis, state.period)
    tallied = tally(index, passing, places)
    periods = _periods(index, places, tallied, state)
    window = window_of(index, state.whole)
    late = lateness_of(index, window) if window and state.date_basis is DateBasis.INCIDENT else None
    complete = tuple(_complete(period, state, window, late, today) for period in periods)
    if not resolved.possible:
        return Counted(periods, complete, (NOTHING,) * len(periods), NOTHING)
    low = periods[0].ordinal - places.first if periods else 0
    timeline = _Timeline(periods, places, low)
    whole = timeline.cut(tallied)
    breakdown = _breakdown(dataset, passing, timeline, state, whole)
    undated = int(tallied.rows[-1].sum()) if dataset.has(state.date_basis.column) else 0
    return Counted(
        periods=periods,
        complete=complete,
        by_period=tuple(whole.figures(at, state.unit) for at in range(len(periods))),
        overall=whole.merged(timeline.size).figures(0, state.unit),
        values=breakdown.values,
        by_value=breakdown.by_value,
        overall_by_value=breakdown.overall,
        undated=undated,
        siblings=siblings_in(index, passing.mask),
        notices=(
            *about_coverage(periods, complete, state, window, late, today),
            *about_records(index, passing.mask, state, undated, today),
            *breakdown.notices,
        ),
    )


def _periods(index: Index, places: Places, tallied: Tally, state: ViewState) -> tuple[Period, ...]:
    """Return every period from the first to the last date of the file, or as many as a filter on it allows.

    Other filters do not shorten it: where they leave no rows in a period, there are none, and that is a
    figure.
    """
    span = span_of(index, state.date_basis)
    if span is None:
        return ()
    ordinals = {Period.containing(day, state.period).ordinal for day in narrowed(state, *span) or ()}
    # The notification's earliest date can lie before a filter that one of its later rows passes.
    ordinals |= {places.first + int(at) for at in tallied.rows[:-1].sum(axis=1).nonzero()[0]}
    if not ordinals:
        return ()
    kind = state.period
    return periods_between(Period(kind, min(ordinals)), Period(kind, max(ordinals)))


def _complete(
    period: Period, state: ViewState, window: Window | None, late: Lateness | None, today: date
) -> bool:
    if window is None or not window.covers(period, today) or cut_by(state, period):
        return False
    return late is None or not awaits(period, window, late)


def _breakdown(
    dataset: Dataset, passing: Passing, timeline: _Timeline, state: ViewState, whole: Tally
) -> _Breakdown:
    """Return the figures by each value of `state.by`, without the values that a filter on it leaves out."""
    column = dataset.column(state.by) if state.by else None
    if column is None:
        return _Breakdown()
    index, count = index_of(dataset), len(timeline.periods)
    values = index.values(column.key)
    by_value = timeline.cut(tally(index, passing, timeline.places, column.key))
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
            tuple(by_value.figures(at * timeline.size + place, state.unit) for place in range(count))
            for at in shown
        ),
        overall=tuple(overall.figures(at, state.unit) for at in shown),
        notices=about_values(column.title, overall, whole.merged(timeline.size), state.unit),
    )
