"""What a plain data frame, filtered and sorted row by row, answers to a wish: slow, and plainly right."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pandas as pd

from desktop_app.catalogue.columns import column
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
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Unit

_QUARTERS = ("Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec")


class Oracle:
    """Answers over a frame with a row per child; `several` names the column that holds several values."""

    def __init__(self, frame: pd.DataFrame, today: date, several: str) -> None:
        self.frame, self.today, self.several = frame, today, several

    def rows(self, state: ViewState) -> list[int]:
        """Return the rows that pass, in the order asked for."""
        rows = [int(row) for row in self.frame.index[self._passing(state, state.filters)]]
        for key in reversed(state.sort):
            cells = self.frame[key.column]
            known = [row for row in rows if not pd.isna(cells[row])]
            known.sort(key=lambda row: self._rank(key.column, cells[row]), reverse=key.descending)
            rows = known + [row for row in rows if pd.isna(cells[row])]
        return rows

    def total(self, state: ViewState) -> int:
        """Return how many notifications or children the rows that pass are."""
        return self._count(state.unit, self._passing(state, state.filters))

    def facet(self, state: ViewState, key: str, value: str) -> int:
        """Return how many a value has under all filters but those on its column."""
        others = tuple(chosen for chosen in state.filters if chosen.column != key)
        has = self.frame[key].map(lambda cell: value in self._values(key, cell))
        return self._count(state.unit, self._passing(state, others) & has)

    def _count(self, unit: Unit, mask: pd.Series) -> int:
        references = self.frame["reference"][mask]
        if unit is Unit.CHILDREN:
            return len(references)
        return references.nunique() + int(references.isna().sum())

    def _passing(self, state: ViewState, filters: tuple[Filter, ...]) -> pd.Series:
        mask = pd.Series(data=True, index=self.frame.index)
        for chosen in filters:
            mask &= self.frame[chosen.column].map(self._test(chosen)).astype(bool)
        sought = state.search.strip().casefold()
        if sought:
            mask &= self.frame.apply(lambda row: any(sought in text for text in map(_shown, row)), axis=1)
        return mask

    def _test(self, chosen: Filter) -> Callable[[object], bool]:
        match chosen:
            case ValueFilter(key, values):
                return lambda cell: bool(set(values) & set(self._values(key, cell)))
            case DateFilter(_, first, last):
                return lambda cell: not pd.isna(cell) and _ordered(first, cell, last)
            case RelativeDates(_, span):
                first, last = span.days(self.today)
                return lambda cell: not pd.isna(cell) and _ordered(first, cell, last)
            case NumberFilter(_, low, high):
                return lambda cell: not pd.isna(cell) and _ordered(low, cell, high)
            case TextFilter(key, match, text):
                lacking = match is TextMatch.LACKS
                return lambda cell: (
                    lacking
                    != any(
                        _matches(match, value.casefold(), text.strip().casefold())
                        for value in self._values(key, cell)
                        if value != BLANK
                    )
                )

    def _values(self, key: str, cell: object) -> list[str]:
        if pd.isna(cell):
            return [BLANK]
        if isinstance(cell, date):
            return [f"{cell:%Y}", f"{_QUARTERS[(cell.month - 1) // 3]} {cell:%Y}", f"{cell:%b %Y}"]
        return str(cell).split("; ") if key == self.several else [str(cell)]

    def _rank(self, key: str, cell: object) -> object:
        spec = column(key)
        order = [category.value for category in spec.categories] if spec else []
        if order:
            return order.index(str(cell))
        return (str(cell).casefold(), str(cell)) if isinstance(cell, str) else cell


def _ordered(*ends_and_cell: object) -> bool:
    known = [each for each in ends_and_cell if each is not None]
    return all(earlier <= later for earlier, later in pairwise(known))  # type: ignore[operator]  # of one kind


def _matches(match: TextMatch, value: str, sought: str) -> bool:
    if match is TextMatch.BEGINS:
        return value.startswith(sought)
    return value == sought if match is TextMatch.EQUALS else sought in value


def _shown(cell: object) -> str:
    if pd.isna(cell):
        return ""
    return f"{cell:%d %b %Y}".casefold() if isinstance(cell, date) else str(cell).casefold()
