"""The value list of every column worth filtering: what one would get by choosing each value."""

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.index import Mask, index_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.value_counts import ValueCounts
from desktop_app.analysis.records.values import Values
from desktop_app.analysis.result import Facet, FacetValue
from desktop_app.domain.specs import Column
from desktop_app.domain.state import ViewState

_MOST_VALUES = 200


def facets_of(dataset: Dataset, state: ViewState, passing: Passing) -> tuple[Facet, ...]:
    """Return the value lists of a table of records, each counted under all filters but its own."""
    counts = ValueCounts(index_of(dataset), passing, state.unit)
    return tuple(
        _facet(dataset, column, state, counts) for column in dataset.columns if _worth(dataset, column, state)
    )


def _worth(dataset: Dataset, column: Column, state: ViewState) -> bool:
    if not column.breakdown:
        return False
    return (
        state.filter_on(column.key) is not None
        or 2 <= len(index_of(dataset).values(column.key).labels) <= _MOST_VALUES
    )


def value_counts(
    dataset: Dataset, key: str, state: ViewState, passing: Passing
) -> tuple[Values, npt.NDArray[np.float64] | None, Mask]:
    """Return a column's values, how many in the counting unit each would give, and which are at least.

    The counts are None where they cannot be told.
    """
    index = index_of(dataset)
    counts = ValueCounts(index, passing, state.unit)
    return index.values(key), counts.of(key), counts.short(key)


def _facet(dataset: Dataset, column: Column, state: ViewState, every: ValueCounts) -> Facet:
    values, counts = index_of(dataset).values(column.key), every.of(column.key)
    short = every.short(column.key)
    chosen = state.filter_on(column.key)
    wanted = chosen.values if chosen else ()
    listed = [
        FacetValue(
            values.labels[place],
            None if counts is None else int(counts[place]),
            values.labels[place] in wanted,
            bool(short[place]),
        )
        for place in _order(values, counts)
    ]
    absent = [FacetValue(value, 0, True) for value in wanted if value not in values.labels]
    return Facet(column.key, column.title, (*listed, *absent))


def _order(values: Values, counts: npt.NDArray[np.float64] | None) -> list[int]:
    plain = list(range(len(values.labels) - values.extra))
    if not values.ordered and counts is not None:
        plain.sort(key=lambda place: -counts[place])  # stable: equal counts stay in the order of their names
    return plain + list(range(len(plain), len(values.labels)))
