"""The rows shown, in the order asked for."""

from functools import partial

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.collation import order_of
from desktop_app.analysis.records.index import NO_DAY, Index, Ints, index_of
from desktop_app.analysis.records.values import odd_labels, small
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import SortKey

_RADIX = 1 << 16  # numpy sorts numbers below this in one pass over their digits


def ordered(dataset: Dataset, rows: Ints, sort: tuple[SortKey, ...]) -> npt.NDArray[np.intp]:
    """Return row positions sorted by several columns, the most important first; without any, in file order.

    Equal rows stay in file order. Whichever way a column is sorted, shorthand comes after its values,
    then what was not understood, and blanks come last.
    """
    index = index_of(dataset)
    known = tuple(key for key in sort if key.column in index.columns)
    if not known:
        return rows.astype(np.intp)  # a copy: what is handed out is made read-only
    order = index.orders.get(known, lambda: _order(index, known))
    shown = np.zeros(index.rows, dtype=np.bool_)
    shown[rows] = True
    return order[shown[order]].astype(np.intp)


def _order(index: Index, sort: tuple[SortKey, ...]) -> Ints:
    """Return the positions of all rows in order."""
    order: Ints = np.arange(index.rows, dtype=np.int32)
    for key in reversed(sort):
        ranks, plain = _ranks_once(index, index.columns[key.column])
        if key.descending:
            ranks = np.where(ranks >= plain, ranks, plain - 1 - ranks.astype(np.int64))
        rest = ranks.astype(np.int64)
        while True:  # digit by digit, the least important first; every pass keeps what is equal in order
            digits = (rest % _RADIX).astype(np.uint16)
            order = order[np.argsort(digits[order], kind="stable")]
            rest //= _RADIX
            if not rest.any():
                break
    return order


def prepare(dataset: Dataset, progress: Progress) -> None:
    """Make what the first sort by a column and the first search would have to make, column by column.

    Raises Cancelled when the progress was cancelled.
    """
    index = index_of(dataset)
    for column in dataset.columns:
        progress.step("")
        _ranks_once(index, column)
        if column.kind not in (ColumnKind.DATE, ColumnKind.NUMBER):  # those are searched otherwise
            index.bank(column.key)


def _ranks_once(index: Index, column: Column) -> tuple[Ints, int]:
    return index.once(("ranks", column.key), partial(_ranks, index, column))


def _ranks(index: Index, column: Column) -> tuple[Ints, int]:
    """Return numbers from 0 that sort as the column's cells do, and the first that is no value's.

    From there on follow shorthand, what was not understood, and blanks.
    """
    match column.kind:
        case ColumnKind.DATE:
            days = index.column_days(column.key)
            known = days[days != NO_DAY]
            low, high = (int(known.min()), int(known.max())) if len(known) else (0, -1)
            plain = high - low + 1
            return _with_odd(np.where(days == NO_DAY, plain, days - low), plain, index.odd(column.key))
        case ColumnKind.NUMBER:
            numbers, places = np.unique(index.numbers(column.key), return_inverse=True)
            plain = int(np.count_nonzero(~np.isnan(numbers)))  # nan, once, comes last
            return _with_odd(places, plain, index.odd(column.key))
        case ColumnKind.IDENTIFIER | ColumnKind.TEXT:
            return _text_ranks(*index.texts(column.key), index.markers(column.key))
        case _:
            values = index.values(column.key)
            # A cell with several values stands where its first one does.
            firsts = small(values.members[values.starts[:-1]], len(values.labels) + 1)
            return np.take(firsts, values.cells), len(values.labels) - values.extra


def _with_odd(ranks: Ints, plain: int, odd: dict[int, str]) -> tuple[Ints, int]:
    """Return ranks of numbers or days, those that are none told apart; missing ones come as `plain`."""
    labels = odd_labels(odd.values())
    if labels:
        ranks = np.where(ranks == plain, plain + len(labels), ranks)
        ranks[list(odd)] = [plain + labels.index(label) for label in odd.values()]
    return small(ranks, plain + len(labels) + 1), plain


def _text_ranks(names: list[str], codes: Ints, markers: tuple[str, ...]) -> tuple[Ints, int]:
    """Return the ranks of texts that have no order but their names'; shorthand comes after all others."""
    ranks = np.zeros(len(names) + 1, dtype=np.int32)
    ranks[order_of(names)] = np.arange(len(names), dtype=np.int32)
    for at, marker in enumerate(markers):
        if marker in names:
            ranks[names.index(marker)] = len(names) + at
    ranks[-1] = len(names) + len(markers)  # a blank cell has the code -1
    return np.take(ranks, codes), len(names)
