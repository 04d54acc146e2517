"""Confronts wishes with the data at hand: keeps what they can honour and says what they cannot."""

from dataclasses import replace
from datetime import date
from typing import TypeVar, assert_never

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.pivot_wishes import narrow_enough, settled_pivot
from desktop_app.analysis.published.rows import Table
from desktop_app.analysis.published.wishes import opening_filters, resolve_published
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.result import Resolved
from desktop_app.analysis.wishes import MOST_BROKEN_DOWN, about_absent, as_spelled, title_of
from desktop_app.catalogue.operators import FILTER_KINDS, LACK
from desktop_app.domain.filters import (
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    TextFilter,
    ValueFilter,
    kind_of,
)
from desktop_app.domain.problems import Notice
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit

Choice = TypeVar("Choice")

_NOT_BROKEN_DOWN = (ColumnKind.DATE, ColumnKind.IDENTIFIER, ColumnKind.TEXT)


def as_of(state: ViewState, today: date) -> ViewState:
    """Return the state with the day filled in from which its relative dates are meant."""
    filters = tuple(replace(f, today=today) if isinstance(f, RelativeDates) else f for f in state.filters)
    return replace(state, filters=filters)


def resolve(dataset: Dataset, state: ViewState) -> Resolved:
    """Return the wishes that the data can honour, with a notice for every one that they cannot.

    Filters are all kept, in the file's own spelling: one that cannot apply makes the whole impossible.
    """
    if dataset.shape is Shape.AGGREGATE:
        return resolve_published(dataset, Table(dataset), state)
    filters, notices, possible = _filters(dataset, state.filters)
    by, about_by = _by(dataset, state.by)
    sort = tuple(key for key in state.sort if dataset.has(key.column))
    pivot, about_pivot = settled_pivot(replace(state, by=by), lambda key: _by(dataset, key))
    if pivot.across is not None:
        columns = len(index_of(dataset).values(pivot.across).labels)
        pivot, about_width = narrow_enough(pivot, columns, title_of(pivot.across))
        about_pivot += about_width
    notices += [*about_by, *about_pivot]
    notices += [
        _unknown(key.column, "The records are not sorted by")
        for key in state.sort
        if not dataset.has(key.column)
    ]
    units, bases = _units(dataset), tuple(basis for basis in DateBasis if dataset.has(basis.column))
    told = dataset.coarse.get(state.date_basis.column, ())
    periods = tuple(kind for kind in PeriodKind if units and bases and all(map(kind.made_of, told)))
    notices += _about_counting(dataset, state, units, bases)
    if told and state.period not in periods:
        state, about_period = _in_told_periods(state, told, periods)
        notices.append(about_period)
    return Resolved(
        replace(state, filters=filters, by=by, sort=sort, pivot=pivot),
        tuple(notices),
        possible,
        units,
        bases,
        periods,
    )


def opening_state(dataset: Dataset) -> ViewState:
    """Return the view to begin with: the usual one, but for choices that the data cannot honour."""
    published = dataset.shape is Shape.AGGREGATE
    state = ViewState(filters=opening_filters(Table(dataset)) if published else ())
    offered = resolve(dataset, state)
    return replace(
        state,
        unit=_first(state.unit, offered.units),
        date_basis=_first(state.date_basis, offered.date_bases),
        period=_first(state.period, offered.periods),
    )


def _first(usual: Choice, offered: tuple[Choice, ...]) -> Choice:
    return usual if usual in offered or not offered else offered[0]


def _filters(dataset: Dataset, filters: tuple[Filter, ...]) -> tuple[tuple[Filter, ...], list[Notice], bool]:
    kept: list[Filter] = []
    notices: list[Notice] = []
    possible = True
    for wish in filters:
        chosen, column = wish, dataset.column(wish.column)
        obstacle = _obstacle(wish, column)
        if column is None or obstacle:
            possible = False
            title = column.title if column else title_of(wish.column)
            text = f"The filter on {title} cannot apply: {obstacle}. No rows are shown."
            notices.append(Notice(text, "Remove this filter."))
        elif isinstance(wish, ValueFilter):
            chosen, absent = as_spelled(
                wish, (values := index_of(dataset).values(wish.column)).labels, values.place
            )
            notices += about_absent(column.title, absent)
        kept.append(chosen)
    return tuple(kept), notices, possible


def _obstacle(chosen: Filter, column: Column | None) -> str:
    if column is None:
        return "the file has no such column"
    kind = kind_of(chosen)
    if kind not in FILTER_KINDS[column.kind]:
        return LACK[kind]
    return _contradiction(chosen)


def _contradiction(chosen: Filter) -> str:
    match chosen:
        case DateFilter(_, first, last):
            return "its first day lies after its last" if first and last and first > last else ""
        case NumberFilter(_, low, high):
            above = low is not None and high is not None and low > high
            return "its lowest number lies above its highest" if above else ""
        case ValueFilter() | RelativeDates() | TextFilter():
            return ""
        case _:
            assert_never(chosen)


def _unknown(key: str, what: str) -> Notice:
    return Notice(f"{what} {title_of(key)}: the file has no such column.")


def _by(dataset: Dataset, key: str | None) -> tuple[str | None, list[Notice]]:
    if key is None:
        return None, []
    column = dataset.column(key)
    if column is None:
        return None, [_unknown(key, "The figures are not broken down by")]
    if column.kind in _NOT_BROKEN_DOWN:
        return None, [Notice(f"The figures are not broken down by {column.title}: it does not hold groups.")]
    count = len(index_of(dataset).values(key).labels)
    if count > MOST_BROKEN_DOWN:
        text = f"The figures are not broken down by {column.title}: it holds {count:,} different values."
        return None, [Notice(text)]
    return key, []


def _in_told_periods(
    state: ViewState, told: tuple[PeriodKind, ...], periods: tuple[PeriodKind, ...]
) -> tuple[ViewState, Notice]:
    """Return the state in periods that the records can be counted in, and that it is so."""
    wished, given = (
        " and ".join(kind.value.replace("-", " ") for kind in kinds) for kinds in ((state.period,), told)
    )
    period = _first(state.period, periods)
    text = f"There are no figures by {wished}: the file tells only the {given} of its records."
    return replace(state, period=period), Notice(text, f"Shown by {period.value.replace('-', ' ')}.")


def _units(dataset: Dataset) -> tuple[Unit, ...]:
    index = index_of(dataset)
    able = {Unit.NOTIFICATIONS: index.reference is not None, Unit.CHILDREN: index.children is not None}
    return tuple(unit for unit in Unit if able[unit])


def _about_counting(
    dataset: Dataset, state: ViewState, units: tuple[Unit, ...], bases: tuple[DateBasis, ...]
) -> list[Notice]:
    if dataset.shape is Shape.PLAIN:
        return [
            Notice("Nothing is counted: the rows are not known to be notifications. Value lists count rows.")
        ]
    notices = []
    if state.unit not in units:
        lack = (
            "a number of children"
            if state.unit is Unit.CHILDREN
            else "a reference that tells notifications apart"
        )
        others = " and ".join(units)
        notices.append(
            Notice(
                f"The file cannot be counted in {state.unit}: it lacks {lack}.", f"Count {others} instead."
            )
        )
    if state.date_basis not in bases:
        other = "".join(f"Use the {title_of(basis.column).lower()} instead." for basis in bases)
        title = title_of(state.date_basis.column).lower()
        notices.append(Notice(f"There are no figures by period: the file has no {title}.", other))
    if not dataset.has("nature"):
        notices.append(
            Notice("The file does not give the nature of notifications: deaths and harm are not available.")
        )
    return notices
