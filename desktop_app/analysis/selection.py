"""The rows shown, in the order asked for."""

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.index import NO_DAY, Index, Ints, index_of
from desktop_app.domain.filters import BLANK
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import SortKey


def ordered(dataset: Dataset, rows: Ints, sort: tuple[SortKey, ...]) -> npt.NDArray[np.intp]:
    """Return row positions sorted by several columns, the most important first; without any, in file order.

    Equal rows stay in file order and blanks come last, whichever way a column is sorted.
    """
    index = index_of(dataset)
    keys = [
        _key(column, index, rows, wish.descending) for wish in sort if (column := dataset.column(wish.column))
    ]
    return rows[np.lexsort(keys[::-1])] if keys else rows  # lexsort takes the most important key last


def _key(
    column: Column, index: Index, rows: Ints, descending: bool
) -> npt.NDArray[np.int64] | npt.NDArray[np.float64]:
    """Return numbers that sort as the column's cells do, the largest for blanks."""
    sign = -1 if descending else 1
    match column.kind:
        case ColumnKind.DATE:
            days = index.column_days(column.key)[rows]
            return np.where(days == NO_DAY, np.iinfo(np.int64).max, sign * days)
        case ColumnKind.NUMBER:
            numbers = index.numbers(column.key)[rows]
            return np.where(np.isnan(numbers), np.inf, sign * numbers)
        case _:
            values = index.values(column.key)
            places = values.first(rows)  # a cell with several values stands where its first one does
            blank = len(values.labels) - 1 if BLANK in values.labels[-1:] else len(values.labels)
            return np.where(places == blank, len(values.labels), sign * places)
