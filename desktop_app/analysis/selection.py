"""The rows shown, in the order asked for."""

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.index import NO_DAY, Index, Ints, index_of
from desktop_app.domain.filters import BLANK
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import SortKey


def ordered(dataset: Dataset, rows: Ints, sort: tuple[SortKey, ...]) -> npt.NDArray[np.intp]:
    """Return row positions sorted by several columns, the most important first; without any, in file order.

    Equal rows stay in file order and blanks come last, whichever way a column is sorted.
    """
    index = index_of(dataset)
    # lexsort takes the most important key last; of each column, whether it is blank comes before its value.
    keys = [key for wish in reversed(sort) for key in _keys(dataset, index, rows, wish)]
    return rows[np.lexsort(keys)] if keys else rows


def _keys(dataset: Dataset, index: Index, rows: Ints, wish: SortKey) -> tuple[npt.NDArray[np.float64], ...]:
    column = dataset.column(wish.column)
    if column is None:
        return ()
    match column.kind:
        case ColumnKind.DATE:
            days = index.column_days(column.key)[rows]
            blank, ranks = days == NO_DAY, days.astype(np.float64)
        case ColumnKind.NUMBER:
            ranks = index.numbers(column.key)[rows]
            blank = np.isnan(ranks)
        case _:
            values = index.values(column.key)
            places = values.first(rows)  # a cell with several values stands where its first one does
            blank = places == (len(values.labels) - 1 if BLANK in values.labels[-1:] else -1)
            ranks = places.astype(np.float64)
    return np.where(blank, 0.0, -ranks if wish.descending else ranks), blank.astype(np.float64)
