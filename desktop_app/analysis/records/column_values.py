"""The values of any one column that hold a text, with what choosing each would give."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import columns_offered
from desktop_app.analysis.published.figures import published_facets
from desktop_app.analysis.published.rows import Table
from desktop_app.analysis.records.facets import value_counts
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.values import Values
from desktop_app.analysis.resolve import as_of, resolve
from desktop_app.analysis.result import FacetValue, Resolved
from desktop_app.catalogue.operators import FILTER_KINDS
from desktop_app.domain.filters import Filter, FilterKind
from desktop_app.domain.searching import holding
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, Shape

MOST_LISTED = 1_000  # more than anyone reads; a text finds the others


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """The first of the values found in a column, in its own order; `chosen` are the filters on it.

    `found` says how many values hold the text, `total` how many there are. `ways` are the kinds of filters
    that the column can have. `depths` tells how deep each value of a tree stands, below the nearest one
    before it that stands less deep; empty where there is no tree.
    """

    column: Column
    values: tuple[FacetValue, ...]
    found: int
    total: int
    chosen: tuple[Filter, ...]
    ways: tuple[FilterKind, ...]
    depths: tuple[int, ...] = ()
    ends: tuple[float, float] | None = None  # the least and greatest number of all records, where there are


def column_values(dataset: Dataset, state: ViewState, key: str, sought: str, today: date) -> ColumnValues:
    """Return the values of a column that hold a text, whatever its case, counted under all other filters.

    Raises KeyError where the dataset has no such column.
    """
    column = dataset.column(key)
    if dataset.shape is Shape.AGGREGATE:  # which can be filtered by what its table has no column for
        column = column or next((each for each in columns_offered(dataset) if each.key == key), None)
    if column is None:
        raise KeyError(key)
    resolved = resolve(dataset, as_of(state, today))
    if dataset.shape is Shape.AGGREGATE:
        return _published(dataset, resolved, column, sought)
    passing = Passing(dataset, resolved.state.filters, resolved.state.search, resolved.possible)
    values, counts, short = value_counts(dataset, key, resolved.state, passing)
    places = _holding(values, sought)
    wanted = resolved.state.filter_on(key)
    ticked = set(wanted.values if wanted else ())
    listed = tuple(
        FacetValue(
            values.labels[at],
            None if counts is None else int(counts[at]),
            values.labels[at] in ticked,
            bool(short[at]),
        )
        for at in places[:MOST_LISTED]
    )
    depths = tuple(values.depths[at] for at in places[:MOST_LISTED]) if values.depths else ()
    chosen = resolved.state.filters_on(key)
    ways, ends = FILTER_KINDS[column.kind], _ends(dataset, column)
    if not values.labels:
        ways = tuple(way for way in ways if way is not FilterKind.VALUES)
    return ColumnValues(column, listed, len(places), len(values.labels), chosen, ways, depths, ends)


def _ends(dataset: Dataset, column: Column) -> tuple[float, float] | None:
    if column.kind is not ColumnKind.NUMBER:
        return None
    numbers = index_of(dataset).numbers(column.key)
    known = numbers[~np.isnan(numbers)]
    return (float(known.min()), float(known.max())) if len(known) else None


def _holding(values: Values, sought: str) -> range | list[int]:
    """Return the places of the labels that hold a text, and of the shorthand that it is a spelling of."""
    text, labels = sought.strip().casefold(), values.labels
    if not text:
        return range(len(labels))
    code, plain = shorthand_of(text), len(labels) - values.extra
    found = holding(map(str.casefold, labels), text)
    return [
        at
        for at, (label, hit) in enumerate(zip(labels, found, strict=True))
        if hit or (code and at >= plain and label == code.code)
    ]


def _published(dataset: Dataset, resolved: Resolved, column: Column, sought: str) -> ColumnValues:
    """Return the values of a column of published counts, which has some where it has a value list."""
    facets = published_facets(Table(dataset), resolved)
    every = next((facet.values for facet in facets if facet.column == column.key), ())
    found = tuple(value for value in every if sought.strip().casefold() in value.value.casefold())
    chosen = resolved.state.filters_on(column.key)
    ways = (FilterKind.VALUES,) if every else ()
    if column.key == DateBasis.NOTIFIED.column:
        ways = (FilterKind.DATES,)
    return ColumnValues(column, found[:MOST_LISTED], len(found), len(every), chosen, ways)
