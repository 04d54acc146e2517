"""Published counts: their rows decoded, and which of them answer a wish without counting anything twice."""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.index import NO_DAY, Index, Ints, Mask, index_of
from desktop_app.analysis.records.masks import day_number, search_mask
from desktop_app.analysis.result import NOT_AVAILABLE, Figure
from desktop_app.catalogue.layouts import CHILDREN, COMPLETE, LEVELS, LONDON_PARTS, PERIOD_STATUS, TOTAL
from desktop_app.domain.filters import (
    BLANK,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    TextFilter,
    ValueFilter,
)
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.state import ViewState

NATIONAL, REGIONAL, AUTHORITY = (level.value for level in LEVELS)
LONDON = "London"
PLACES = {"region": REGIONAL, "local_authority": AUTHORITY}

Names = npt.NDArray[np.object_]


class Table:
    """The rows of published counts as plain arrays; a role that the file lacks is Total or no place."""

    def __init__(self, dataset: Dataset) -> None:
        index = index_of(dataset)
        self.starts, self.ends = index.column_days("period_start"), index.column_days("period_end")
        self.level = _names(index, dataset, "level", NATIONAL)
        self.places = {key: _names(index, dataset, key, "") for key in PLACES}
        self.topic = _names(index, dataset, "topic", TOTAL)
        self.breakdown = _names(index, dataset, "breakdown", TOTAL)
        self.nature = _names(index, dataset, "nature", TOTAL)
        self.finished = _names(index, dataset, PERIOD_STATUS, COMPLETE) == COMPLETE
        self.source = np.array(dataset.source_of or (0,) * index.rows)
        self._counts = _Counts(index, dataset, "number")
        self._children = _Counts(index, dataset, CHILDREN) if dataset.has(CHILDREN) else None
        self.topics = tuple(dict.fromkeys(name for name in self.topic if name != TOTAL))

    def figure(self, row: int) -> Figure:
        """Return the count in a row, or the shorthand that stands in its place."""
        return self._counts.figure(row)

    def children(self, row: int) -> Figure:
        """Return the number of children about whom a row's notifications are, where the file gives it."""
        return self._children.figure(row) if self._children else NOT_AVAILABLE

    @property
    def gives_children(self) -> bool:
        """Return whether the file counts children too."""
        return self._children is not None

    def labels(self, key: str) -> tuple[str, ...]:
        """Return the values that a column or topic offers; halves of London only where the whole is not."""
        if key in self.topics:
            return tuple(dict.fromkeys(self.breakdown[self.topic == key]))
        if key == "nature":
            return tuple(dict.fromkeys(name for name in self.nature if name != TOTAL))
        names = dict.fromkeys(self.places[key][self.level == PLACES[key]])
        halves = LONDON_PARTS if LONDON in names else ()
        return tuple(name for name in names if name and name not in halves)


class _Counts:
    """A column of counts, with the shorthand that stands in place of some."""

    def __init__(self, index: Index, dataset: Dataset, key: str) -> None:
        self._numbers = index.numbers(key)
        self._written = dataset.as_written.get(key, {})

    def figure(self, row: int) -> Figure:
        if not np.isnan(self._numbers[row]):
            return Figure(float(self._numbers[row]))
        shorthand = shorthand_of(self._written.get(row, ""))
        return Figure(None, shorthand.code if shorthand else None)


def _names(index: Index, dataset: Dataset, key: str, without: str) -> Names:
    if not dataset.has(key):
        return np.full(index.rows, without, dtype=object)
    values = index.values(key)
    names = np.array([without if label == BLANK else label for label in values.labels], dtype=object)
    return names[values.first(np.arange(index.rows))] if index.rows else names


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows answer a wish: of one level and one topic, so that no row is counted with its own parts."""

    level: str
    places: tuple[tuple[str, tuple[str, ...]], ...]  # column of a place -> the places wanted
    topic: str
    breakdowns: tuple[str, ...] | None  # None: all of the topic
    group: str | None  # what the figures are broken down by
    dates: tuple[DateFilter, ...]


def query_of(table: Table, state: ViewState, by: str | None) -> Query:
    """Return the query that answers a state broken down by `by`, or not broken down where that is None."""
    wanted = tuple((key, chosen.values) for key in PLACES if (chosen := state.filter_on(key)))
    used = {key for key, _ in wanted} | {by}
    level = next((PLACES[key] for key in reversed(PLACES) if key in used), NATIONAL)
    topic, breakdowns = TOTAL, None
    for key in table.topics:
        chosen = state.filter_on(key)
        if chosen or key == by:
            topic, breakdowns = key, chosen.values if chosen else None
    dates = tuple(cut for chosen in state.filters if (cut := state.dates_on(chosen.column)))
    return Query(level, wanted, topic, breakdowns, by, dates)


def rows_for(table: Table, query: Query) -> Ints:
    """Return the positions of the rows that answer a query, of every nature and period."""
    mask: Mask = (table.level == query.level) & (table.topic == query.topic)
    if query.topic == TOTAL:
        mask &= table.breakdown == TOTAL
    elif query.breakdowns is not None:
        mask &= np.isin(table.breakdown, np.array(query.breakdowns, dtype=object))
    for key, wanted in query.places:
        mask &= np.isin(table.places[key], np.array(wanted, dtype=object))
    if query.level == REGIONAL:
        mask &= np.isin(table.places["region"], np.array(table.labels("region"), dtype=object))
    return np.flatnonzero(mask & dates_mask(table, query.dates))


def dates_mask(table: Table, filters: tuple[DateFilter, ...]) -> Mask:
    """Return which rows' periods have both ends known and lie wholly between the days of every filter."""
    mask: Mask = (table.starts != NO_DAY) & (table.ends != NO_DAY)
    for chosen in filters:
        if chosen.first is not None:
            mask &= table.starts >= day_number(chosen.first)
        if chosen.last is not None:
            mask &= table.ends <= day_number(chosen.last)
    return mask


def selected_rows(dataset: Dataset, table: Table, state: ViewState, possible: bool) -> Ints:
    """Return the positions of the rows that the filters and the search let through, as records."""
    mask = np.full(len(table.topic), possible)
    for chosen in state.filters:
        mask &= _passes(table, chosen)
    if state.search.strip():
        mask &= search_mask(dataset, state.search)
    return np.flatnonzero(mask)


def _passes(table: Table, chosen: Filter) -> Mask:
    match chosen:
        case DateFilter():
            return dates_mask(table, (chosen,))
        case RelativeDates():
            return dates_mask(table, (chosen.meant,))
        case ValueFilter(column, values):
            return _has(table, column, np.array(values, dtype=object))
        case NumberFilter() | TextFilter():  # they make the whole impossible, see published_wishes
            return np.zeros(len(table.topic), dtype=np.bool_)
        case _:
            assert_never(chosen)


def _has(table: Table, column: str, wanted: Names) -> Mask:
    if column in PLACES:
        return np.isin(table.places[column], wanted)
    if column == "nature":
        return np.isin(table.nature, wanted)
    return np.asarray(table.topic == column) & np.isin(table.breakdown, wanted)
