"""What a click on a mark, a card or a cell wishes for: its filters, or to take them back."""

from collections.abc import Callable

from desktop_app.domain.filters import Filter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState

# A wish is a change of the newest state, which may be newer than the view in which the person clicked.
Change = Callable[[ViewState], ViewState]


def picked(state: ViewState, picks: tuple[Filter, ...], add: bool) -> ViewState:
    """Return the state after a click: its filters replace those on the same columns, or join them (`add`).

    The same click again takes its filters back.
    """
    if all(_present(state, pick, add) for pick in picks):
        for pick in picks:
            state = _without(state, pick)
        return state
    for pick in picks:
        state = state.with_filter(_joined(state, pick) if add else pick)
    return state


def sorted_by(state: ViewState, column: str, add: bool) -> tuple[SortKey, ...]:
    """Return the order after a click on a heading: up, down, then as in the file; `add` keeps the others."""
    now = next((key for key in state.sort if key.column == column), None)
    following = SortKey(column) if now is None else SortKey(column, True) if not now.descending else None
    if not add:
        return (following,) if following else ()
    if now is None:
        return (*state.sort, SortKey(column))
    kept = (following if key == now else key for key in state.sort)
    return tuple(key for key in kept if key is not None)


def _present(state: ViewState, pick: Filter, add: bool) -> bool:
    match pick:
        case ValueFilter(column, values):
            chosen = state.filter_on(column)
            if chosen is None:
                return False
            return set(values) <= set(chosen.values) if add else set(values) == set(chosen.values)
        case _:  # a filter with no values to add to or take from is there as it is, or not
            return pick in state.filters


def _without(state: ViewState, pick: Filter) -> ViewState:
    match pick:
        case ValueFilter(column, values):
            chosen = state.filter_on(column)
            kept = tuple(value for value in chosen.values if value not in values) if chosen else ()
            return state.with_filter(ValueFilter(column, kept))
        case _:
            return state.without_filter(pick)


def _joined(state: ViewState, pick: Filter) -> Filter:
    match pick:
        case ValueFilter(column, values):
            chosen = state.filter_on(column)
            before = chosen.values if chosen else ()
            return ValueFilter(column, (*before, *(value for value in values if value not in before)))
        case _:
            return pick
