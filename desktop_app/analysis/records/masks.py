"""Which rows pass the filters and the search: one true or false per row, by lookup on category codes."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TypeVar, assert_never, cast

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.bins import look_up
from desktop_app.analysis.records.index import NO_DAY, Index, Ints, Mask, index_of
from desktop_app.analysis.records.text_bank import TextBank
from desktop_app.analysis.records.values import small
from desktop_app.domain.filters import (
    BLANK,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.searching import day_spellings, holding
from desktop_app.domain.specs import ColumnKind

Made = TypeVar("Made")

_EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Return a day as days from 1 January 1970."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day that lies a number of days after 1 January 1970."""
    return date.fromordinal(int(number) + _EPOCH)


class Passing:
    """Which rows pass each of several filters and a search, so that any one filter can be left aside."""

    def __init__(
        self, dataset: Dataset, filters: tuple[Filter, ...], search: str, possible: bool = True
    ) -> None:
        index = index_of(dataset)
        self.count = index.rows
        self._wishes = tuple(_meant(chosen) for chosen in filters)
        self._search = search.strip().casefold(), possible
        self._aside: dict[str, Mask] = {}
        self._made: dict[Hashable, object] = {}
        self._refusals: dict[str, Ints] = {}  # column -> how many of the filters on it refuse each row
        self._all = np.zeros(index.rows, dtype=np.uint8)
        self._free = possible and not search.strip()  # nothing but the filters refuses any row
        for chosen in filters if possible else ():
            refused = (~filter_mask(index, chosen)).view(np.uint8)
            self._all += refused
            earlier = self._refusals.get(chosen.column)
            self._refusals[chosen.column] = refused if earlier is None else earlier + refused
        if search.strip() and possible:
            self._all += ~search_mask(dataset, search)
        if not possible:
            self._all += 1

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what several figures are made from, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = make()
        return cast("Made", self._made[name])

    @cached_property
    def mask(self) -> Mask:
        """Return which rows pass everything."""
        mask: Mask = self._all == 0
        return mask

    @cached_property
    def rows(self) -> Ints:
        """Return the positions of the rows that pass everything, in file order."""
        return np.flatnonzero(self.mask)

    def wishes_without(self, column: str | None) -> Hashable:
        """Return what tells which rows pass everything but the filters on a column."""
        return self._search, frozenset(chosen for chosen in self._wishes if chosen.column != column)

    def rows_refused_by(self, column: str) -> Ints:
        """Return the positions of the rows that pass everything but some filter on a column."""
        refused = self._refusals[column]
        return np.flatnonzero((self._all == refused) & (refused > 0))

    def narrowed_by(self, column: str) -> bool:
        """Return whether a filter stands on a column."""
        return column in self._refusals

    def whole_without(self, column: str | None) -> bool:
        """Return whether every row passes everything but the filters on a column."""
        return self._free and not self._refusals.keys() - {column}

    def mask_without(self, column: str | None) -> Mask:
        """Return which rows pass everything but the filters on a column."""
        if column is None or column not in self._refusals:
            return self.mask
        if column not in self._aside:
            self._aside[column] = self._all == self._refusals[column]
        return self._aside[column]


def filter_mask(index: Index, chosen: Filter) -> Mask:
    """Return which rows pass one filter; its column must be of a kind that the filter can be put to."""
    meant = _meant(chosen)
    return index.masks.get(meant, partial(_made, index, meant))


def _meant(chosen: Filter) -> Filter:
    """Return the days that a relative filter means: they move with today, so nothing is kept by its name."""
    return chosen.meant if isinstance(chosen, RelativeDates) else chosen


def _made(index: Index, chosen: Filter) -> Mask:
    match chosen:
        case ValueFilter(column, wanted):
            values = index.values(column)
            return look_up(values.cells_with(wanted), values.cells)
        case DateFilter(column):
            return _between(index.column_days(column), chosen)
        case RelativeDates(column):
            return _between(index.column_days(column), chosen.meant)
        case NumberFilter(column, low, high):
            return _within(index.numbers(column), low, high)
        case TextFilter():
            return _relates(index, chosen)
        case _:
            assert_never(chosen)


def _between(days: Ints, chosen: DateFilter) -> Mask:
    mask: Mask = days != NO_DAY
    if chosen.first is not None:
        mask &= days >= day_number(chosen.first)
    if chosen.last is not None:
        mask &= days <= day_number(chosen.last)
    return mask


def _within(numbers: npt.NDArray[np.float64], low: float | None, high: float | None) -> Mask:
    mask: Mask = ~np.isnan(numbers)
    if low is not None:
        mask &= numbers >= low
    if high is not None:
        mask &= numbers <= high
    return mask


def _relates(index: Index, chosen: TextFilter) -> Mask:
    """Return which rows have a value that relates to the text; lacking it means that no value contains it."""
    sought = chosen.text.strip().casefold()
    if index.columns[chosen.column].kind is ColumnKind.SEVERAL:
        values = index.values(chosen.column)
        bank, codes = TextBank(values.labels), values.cells
        found = _related(bank, chosen.match, sought) & [label != BLANK for label in values.labels]
        cells = values.cells_of(_padded(found, bank.size + 1))
    else:
        bank, codes = index.bank(chosen.column)
        cells = _padded(_related(bank, chosen.match, sought), bank.size + 1)
    mask = look_up(cells, codes)
    return ~mask if chosen.match is TextMatch.LACKS else mask


def _related(bank: TextBank, match: TextMatch, sought: str) -> Mask:
    match match:
        case TextMatch.CONTAINS | TextMatch.LACKS:
            return bank.holding(sought)
        case TextMatch.BEGINS:
            return bank.beginning(sought)
        case TextMatch.EQUALS:
            return bank.equal_to(sought)
        case _:
            assert_never(match)


def search_mask(dataset: Dataset, text: str) -> Mask:
    """Return which rows hold a text in any column, whatever its case, as the records show it."""
    index, sought = index_of(dataset), text.strip().casefold()
    return index.masks.get(("search", sought), lambda: _searched(dataset, index, sought))


def _searched(dataset: Dataset, index: Index, sought: str) -> Mask:
    mask = np.zeros(index.rows, dtype=np.bool_)
    for column in dataset.columns:
        match column.kind:
            case ColumnKind.DATE:
                mask |= _search_dates(index, column.key, sought)
            case ColumnKind.NUMBER:
                if any(character.isdigit() for character in sought):
                    values = index.values(column.key)
                    numbers = values.labels[: len(values.labels) - values.extra]
                    hits = holding(numbers, sought)
                    mask |= look_up(values.cells_of(_padded(hits, len(values.labels) + 1)), values.cells)
            case _:
                bank, codes = index.bank(column.key)
                mask |= look_up(_padded(bank.holding(sought), bank.size + 1), codes)
        odd = [
            row
            for row, written in dataset.as_written.get(column.key, {}).items()
            if sought in written.casefold()
        ]
        mask[odd] = True
    return mask


def _padded(hits: Sequence[bool] | Mask, size: int) -> Mask:
    """Return hits followed by misses: a blank cell, of code -1, holds nothing."""
    padded = np.zeros(size, dtype=np.bool_)
    padded[: len(hits)] = hits
    return padded


def _search_dates(index: Index, key: str, sought: str) -> Mask:
    distinct, codes = index.once(("distinct days", key), lambda: _distinct(index.column_days(key)))
    hits = [
        day != NO_DAY and any(sought in text for text in day_spellings(day_of(day)))
        for day in distinct.tolist()
    ]
    return np.array([*hits, False])[codes]


def _distinct(days: Ints) -> tuple[Ints, Ints]:
    # Days lie close together: a table over their span is far quicker than sorting a million of them.
    known = days != NO_DAY
    low = int(days[known].min()) if known.any() else 0
    seats = np.where(known, days.astype(np.int64) - low + 1, 0)
    present = np.flatnonzero(np.bincount(seats)) if len(seats) else np.zeros(0, dtype=np.int64)
    place = np.zeros(int(present[-1]) + 1 if len(present) else 1, dtype=np.int64)
    place[present] = np.arange(len(present))
    return np.where(present > 0, present + low - 1, NO_DAY), small(place[seats], len(present))
