"""Which rows pass the filters and the search: one true or false per row, by lookup on category codes."""

from datetime import date
from functools import cached_property
from typing import assert_never

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.index import NO_DAY, Index, Ints, Mask, index_of
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
from desktop_app.domain.periods import day_label
from desktop_app.domain.specs import ColumnKind

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
        self._refusals = np.zeros(index.rows, dtype=np.int16)
        self._masks: dict[str, list[Mask]] = {}
        if not possible:
            self._refusals += 1
            return
        for chosen in filters:
            mask = filter_mask(index, chosen)
            self._refusals += ~mask
            self._masks.setdefault(chosen.column, []).append(mask)
        if search.strip():
            self._refusals += ~search_mask(dataset, search)

    @cached_property
    def mask(self) -> Mask:
        """Return which rows pass everything."""
        mask: Mask = self._refusals == 0
        return mask

    @cached_property
    def rows(self) -> Ints:
        """Return the positions of the rows that pass everything, in file order."""
        return np.flatnonzero(self.mask)

    def rows_without(self, column: str) -> Ints:
        """Return the positions of the rows that pass everything but the value filter on this column."""
        if column not in self._masks:
            return self.rows
        refusals = self._refusals.copy()
        for mask in self._masks[column]:
            refusals -= ~mask
        return np.flatnonzero(refusals == 0)


def filter_mask(index: Index, chosen: Filter) -> Mask:
    """Return which rows pass one filter; its column must be of a kind that the filter can be put to."""
    match chosen:
        case ValueFilter(column, wanted):
            values = index.values(column)
            return values.cells_with(wanted)[values.cells]
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
    values, sought = index.values(chosen.column), chosen.text.strip().casefold()
    texts = ((label, label.casefold()) for label in values.labels if label != BLANK)
    match chosen.match:
        case TextMatch.CONTAINS | TextMatch.LACKS:
            found = tuple(label for label, text in texts if sought in text)
        case TextMatch.BEGINS:
            found = tuple(label for label, text in texts if text.startswith(sought))
        case TextMatch.EQUALS:
            found = tuple(label for label, text in texts if text == sought)
        case _:
            assert_never(chosen.match)
    mask = values.cells_with(found)[values.cells]
    return ~mask if chosen.match is TextMatch.LACKS else mask


def search_mask(dataset: Dataset, text: str) -> Mask:
    """Return which rows hold a text in any column, whatever its case, as the records show it."""
    sought = text.strip().casefold()
    mask = np.zeros(len(dataset.frame), dtype=np.bool_)
    for column in dataset.columns:
        cells = dataset.frame[column.key]
        match column.kind:
            case ColumnKind.DATE:
                mask |= _search_dates(cells.to_numpy(), sought)
            case ColumnKind.NUMBER:
                mask |= _search_numbers(cells.to_numpy(dtype=np.float64), sought)
            case _:
                hits = [sought in str(name).casefold() for name in cells.cat.categories]
                mask |= np.array([*hits, False])[cells.cat.codes.to_numpy()]
        odd = [
            row
            for row, written in dataset.as_written.get(column.key, {}).items()
            if sought in written.casefold()
        ]
        mask[odd] = True
    return mask


def _search_dates(cells: npt.NDArray[np.datetime64], sought: str) -> Mask:
    distinct, codes = _distinct(cells.astype("datetime64[D]").astype(np.int64))
    hits = [day != NO_DAY and _in_day(day_of(day), sought) for day in distinct]
    return np.array(hits, dtype=np.bool_)[codes]


def _distinct(days: Ints) -> tuple[Ints, Ints]:
    # Days lie close together: a table over their span is far quicker than sorting a million of them.
    known = days != NO_DAY
    low = int(days[known].min()) if known.any() else 0
    seats = np.where(known, days - low + 1, 0)
    present = np.flatnonzero(np.bincount(seats)) if len(seats) else np.zeros(0, dtype=np.int64)
    place = np.zeros(int(present[-1]) + 1 if len(present) else 1, dtype=np.int64)
    place[present] = np.arange(len(present))
    return np.where(present > 0, present + low - 1, NO_DAY), place[seats]


def _in_day(day: date, sought: str) -> bool:
    return any(sought in text for text in (day_label(day).casefold(), f"{day:%d/%m/%Y}", day.isoformat()))


def _search_numbers(cells: npt.NDArray[np.float64], sought: str) -> Mask:
    if not any(character.isdigit() for character in sought):
        return np.zeros(len(cells), dtype=np.bool_)
    distinct, codes = np.unique(cells, return_inverse=True)
    hits = [not np.isnan(number) and sought in f"{number:.15g}" for number in distinct]
    return np.array(hits, dtype=np.bool_)[codes]
