"""Whole-number views of a dataset that every count needs, made once and shared by all computations."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.plausible import impossible_children
from desktop_app.analysis.records.recent import Recent
from desktop_app.analysis.records.text_bank import TextBank
from desktop_app.analysis.records.values import (
    Ints,
    Mask,
    Values,
    category_values,
    date_values,
    number_values,
)
from desktop_app.domain.filters import NOT_UNDERSTOOD
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import DateBasis, Nature, PeriodKind, Shape

__all__ = ["NO_DAY", "NO_NATURE", "Index", "Ints", "Mask", "index_of"]

Made = TypeVar("Made")

NO_DAY = int(np.iinfo(np.int32).min)  # stands for a missing date among days counted from 1 January 1970
NO_NATURE = len(Nature)  # natures are coded in the order of Nature: the gravest has the lowest code

_MASKS = 16  # a million rows take one megabyte each
_ORDERS = 3  # and an order four
_COUNTS = 512  # of the values of a column, a few thousand bytes each
_NO_TIME = np.iinfo(np.int64).min  # how numpy stores a missing date


class Index:
    """The whole-number views of one dataset; each is made when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        # Holds the dataset's parts and not the dataset, so that forgetting the dataset forgets its index.
        self._frame = dataset.frame
        self._shorthand = dataset.shorthand
        self._written = dataset.as_written
        self.coarse = dataset.coarse
        self._made: dict[Hashable, Any] = {}
        self.masks: Recent[Mask] = Recent(_MASKS)
        self.orders: Recent[Ints] = Recent(_ORDERS)
        self.counts: Recent[npt.NDArray[np.float64]] = Recent(_COUNTS)
        self.columns: dict[str, Column] = {column.key: column for column in dataset.columns}
        self.shape = dataset.shape
        self.rows = len(dataset.frame)

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made from this dataset alone under a name; it is made at the first call and kept."""
        if name not in self._made:
            self._made[name] = make()
        return cast("Made", self._made[name])

    @cached_property
    def reference(self) -> Ints | None:
        """Return every row's notification as a code, or None where the rows do not tell.

        A row without a reference is a notification of its own.
        """
        if self.shape not in (Shape.NOTIFICATIONS, Shape.CHILDREN):
            return None
        if "reference" not in self.columns:
            return np.arange(self.rows, dtype=np.int32) if self.shape is Shape.NOTIFICATIONS else None
        codes, count = self._reference_codes()
        return np.where(codes < 0, count + np.arange(self.rows, dtype=np.int32), codes)

    def _reference_codes(self) -> tuple[Ints, int]:
        cells = self._frame["reference"].cat
        names = cells.categories
        codes = cells.codes.to_numpy().astype(np.int32)
        for marker in self._shorthand.get("reference", ()):
            codes[codes == names.get_loc(marker)] = -1
        return codes, len(names)

    @cached_property
    def unreferenced(self) -> Mask:
        """Return which rows have a blank cell where their reference should be."""
        if "reference" not in self.columns:
            return np.zeros(self.rows, dtype=np.bool_)
        return self._reference_codes()[0] < 0

    @cached_property
    def shared(self) -> Mask:
        """Return which rows share their notification with another row."""
        codes = self.reference
        if codes is None:
            return np.zeros(self.rows, dtype=np.bool_)
        shared: Mask = np.bincount(codes)[codes] > 1 if len(codes) else np.zeros(0, dtype=np.bool_)
        return shared

    @cached_property
    def nature(self) -> Ints | None:
        """Return every row's nature as a code, NO_NATURE where it has none, or None without such a column."""
        if "nature" not in self.columns:
            return None
        cells = self._frame["nature"].cat
        code_of = {nature.value: code for code, nature in enumerate(Nature)}
        table = np.array(
            [code_of.get(str(name), NO_NATURE) for name in cells.categories] + [NO_NATURE], dtype=np.uint8
        )
        return table[cells.codes.to_numpy()]

    @cached_property
    def children(self) -> npt.NDArray[np.float64] | None:
        """Return the children each row concerns (missing or impossible: nan), or None: rows do not tell."""
        if self.shape is Shape.CHILDREN:
            return np.broadcast_to(np.float64(1), (self.rows,))  # which takes no memory
        if self.shape is Shape.NOTIFICATIONS and "children" in self.columns:
            given = self._frame["children"].to_numpy(dtype=np.float64)
            return np.where(impossible_children(given), np.nan, given)
        return None

    def days(self, basis: DateBasis) -> Ints | None:
        """Return the day of every row's notification by a date basis, NO_DAY where it is missing.

        The rows of one notification are one incident, reported once: where their dates differ or some are
        blank, the earliest holds for all of them, whatever the filters leave. None where there is no such
        column.
        """
        if basis.column not in self.columns:
            return None
        return self.once(("days", basis), lambda: self.earliest(self.column_days(basis.column)))

    def ordinals(self, basis: DateBasis, kind: PeriodKind) -> Ints:
        """Return the ordinal of the period each row falls into, far below all others where it has no date."""
        days = self.days(basis)
        if days is None:
            raise KeyError(basis.column)
        months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32) + 12 * 1970
        return np.where(days == NO_DAY, NO_DAY // 2, (months - kind.offset) // kind.months)

    def column_days(self, key: str) -> Ints:
        """Return a date column as days from 1 January 1970, NO_DAY where blank."""
        return self.once(("column", key), lambda: self._column_days(key))

    def numbers(self, key: str) -> npt.NDArray[np.float64]:
        """Return a number column; nan where blank."""
        return self._frame[key].to_numpy(dtype=np.float64)

    def texts(self, key: str) -> tuple[list[str], Ints]:
        """Return the different cells of a column of text, and every row's place among them (-1: blank)."""
        cells = self._frame[key].cat
        return cells.categories.to_list(), cells.codes.to_numpy()

    def markers(self, key: str) -> tuple[str, ...]:
        """Return the shorthand that stands in a column of text."""
        return self._shorthand.get(key, ())

    def bank(self, key: str) -> tuple[TextBank, Ints]:
        """Return the different cells of a column of text to be searched, and every row's place among them."""
        return self.once(("bank", key), lambda: self._bank(key))

    def values(self, key: str) -> Values:
        """Return the values of a column; its key must be one of the dataset's."""
        return self.once(("values", key), lambda: self._values(key))

    def _bank(self, key: str) -> tuple[TextBank, Ints]:
        names, codes = self.texts(key)
        return TextBank(names), codes

    def _column_days(self, key: str) -> Ints:
        days = self._frame[key].to_numpy().astype("datetime64[D]").astype(np.int64)
        return np.where(days == _NO_TIME, NO_DAY, days).astype(np.int32)

    def earliest(self, days: Ints) -> Ints:
        """Return for every row the earliest of its notification's days, NO_DAY where all are missing."""
        rows = np.flatnonzero(self.shared)
        if self.reference is None or not len(rows):
            return days
        rows = rows[np.argsort(self.reference[rows], kind="stable")]
        codes = self.reference[rows]
        starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
        late = np.iinfo(days.dtype).max
        first = np.minimum.reduceat(np.where(days[rows] == NO_DAY, late, days[rows]), starts)
        first[first == late] = NO_DAY
        earliest = days.copy()
        earliest[rows] = np.repeat(first, np.diff(np.r_[starts, len(rows)]))
        return days if np.array_equal(earliest, days) else earliest  # one in memory is enough

    def odd(self, key: str) -> dict[int, str]:
        """Return what stands in the rows of a date or number column that hold neither: shorthand, or text."""
        return {
            row: shorthand.code if (shorthand := shorthand_of(text)) else NOT_UNDERSTOOD
            for row, text in self._written.get(key, {}).items()
        }

    def _values(self, key: str) -> Values:
        kind, odd = self.columns[key].kind, self.odd(key)
        match kind:
            case ColumnKind.NUMBER:
                return number_values(self.numbers(key), odd)
            case ColumnKind.DATE:
                days = self.column_days(key)
                return date_values(days, days == NO_DAY, odd)
            case _:
                names, codes = self.texts(key)
                return category_values(key, names, codes.astype(np.int32), self.markers(key), kind)


_made: WeakKeyDictionary[Dataset, Index] = WeakKeyDictionary()


def index_of(dataset: Dataset) -> Index:
    """Return the index of a dataset, made at the first call."""
    found = _made.get(dataset)
    if found is None:
        found = _made[dataset] = Index(dataset)
    return found
