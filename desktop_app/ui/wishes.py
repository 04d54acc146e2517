"""What a click on a mark, a card or a cell wishes for: its filters, or to take them back."""

from collections.abc import Callable, Iterable, Iterator

from desktop_app.domain.filters import DateFilter, Filter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.filter_models import FacetLine

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


def together(many: Iterable[tuple[Filter, ...]]) -> tuple[Filter, ...]:
    """Return the filters of several marks or cells as one wish: all their values, from first to last day.

    Without a filter on a column somewhere, none on it is wished for: that one stands for all its values.
    """
    every = [picks for picks in many if picks]
    columns = [pick.column for picks in every for pick in picks]
    wished = []
    for column in dict.fromkeys(columns):
        if columns.count(column) == len(every):
            wished += _joined_picks([pick for picks in every for pick in picks if pick.column == column])
    return tuple(wished)


def _joined_picks(picks: list[Filter]) -> list[Filter]:
    values = [value for pick in picks if isinstance(pick, ValueFilter) for value in pick.values]
    days = [pick for pick in picks if isinstance(pick, DateFilter)]
    if len(days) == len(picks):
        firsts, lasts = [each.first for each in days], [each.last for each in days]
        first = min((day for day in firsts if day), default=None) if None not in firsts else None
        last = max((day for day in lasts if day), default=None) if None not in lasts else None
        return [DateFilter(picks[0].column, first, last)]
    return [ValueFilter(picks[0].column, tuple(dict.fromkeys(values)))] if values else []


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


def ticked_in(lines: tuple[FacetLine, ...], chosen: ValueFilter, value: str) -> ValueFilter:
    """Return the filter with a line of a tree of values ticked or unticked.

    A whole that is ticked gives way to its parts when one of them is unticked; one that becomes ticked takes
    the place of its parts.
    """
    path = _path_to(lines, value)
    wanted = list(chosen.values)
    for whole in path[:-1]:
        if whole.value in wanted:
            wanted.remove(whole.value)
            wanted += [part.value for part in whole.parts if part.value not in wanted]
    within = set(_leaves(path[-1].parts, every=True)) if path else set()
    return ValueFilter(chosen.column, tuple(kept for kept in wanted if kept not in within)).toggled(value)


def all_in(lines: tuple[FacetLine, ...], chosen: ValueFilter) -> ValueFilter:
    """Return the filter with every value of a list ticked; a value that stands in no list stays as it is."""
    kept = none_in(lines, chosen)
    return ValueFilter(chosen.column, (*kept.values, *(line.value for line in lines)))


def none_in(lines: tuple[FacetLine, ...], chosen: ValueFilter) -> ValueFilter:
    """Return the filter with no value of a list ticked; a value that stands in no list stays as it is."""
    listed = set(_leaves(lines, every=True))
    return ValueFilter(chosen.column, tuple(value for value in chosen.values if value not in listed))


def inverted_in(lines: tuple[FacetLine, ...], chosen: ValueFilter) -> ValueFilter:
    """Return the filter with those values of a list ticked that were not, in the smallest parts of a tree.

    A value that stands in no list stays as it is.
    """
    ticked = {leaf for value in chosen.values for leaf in _smallest(lines, value)}
    turned = tuple(leaf for leaf in _leaves(lines) if leaf not in ticked)
    return ValueFilter(chosen.column, (*none_in(lines, chosen).values, *turned))


def _path_to(lines: tuple[FacetLine, ...], value: str) -> tuple[FacetLine, ...]:
    for line in lines:
        if line.value == value:
            return (line,)
        if below := _path_to(line.parts, value):
            return (line, *below)
    return ()


def _smallest(lines: tuple[FacetLine, ...], value: str) -> tuple[str, ...]:
    return tuple(_leaves(_path_to(lines, value)[-1:]))


def _leaves(lines: tuple[FacetLine, ...], every: bool = False) -> Iterator[str]:
    """Yield the values that have no parts; `every`: those that have parts too."""
    for line in lines:
        if every or not line.parts:
            yield line.value
        yield from _leaves(line.parts, every)


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
