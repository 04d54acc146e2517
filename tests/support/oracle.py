"""What a plain data frame, filtered and sorted row by row, answers to a wish: slow, and plainly right."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise

import pandas as pd

from desktop_app.domain.filters import (
    BLANK,
    NOT_UNDERSTOOD,
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


class Odd(str):
    """What stands in place of a value: shorthand, or a text that is none; lists name it `label`."""

    __slots__ = ("label",)
    label: str

    @classmethod
    def called(cls, text: str, label: str) -> "Odd":
        made = cls(text)
        made.label = label
        return made


class Oracle:
    """Answers over a frame with a row per child; `several` names the column that holds several values.

    `orders` are the values of columns that have an order of their own.
    """

    def __init__(
        self, frame: pd.DataFrame, today: date, several: str, orders: Mapping[str, Sequence[str]]
    ) -> None:
        self.frame, self.today, self.several, self.orders = frame, today, several, orders

    def rows(self, state: ViewState) -> list[int]:
        """Return the rows that pass, in order: values, then what stands in place of values, then blanks."""
        rows = [int(row) for row in self.frame.index[self._passing(state, state.filters)]]
        for key in reversed(state.sort):
            cells = self.frame[key.column]
            odd = sorted(
                (row for row in rows if isinstance(cells[row], Odd)),
                key=lambda row: (cells[row].label == NOT_UNDERSTOOD, cells[row].label),
            )
            known = [row for row in rows if not pd.isna(cells[row]) and row not in odd]
            known.sort(key=lambda row: self._rank(key.column, cells[row]), reverse=key.descending)
            rows = known + odd + [row for row in rows if pd.isna(cells[row])]
        return rows

    def years(self, state: ViewState) -> dict[int, int]:
        """Return the same per calendar year of each notification's first day, where there are any."""
        days = self.frame["date_notified"].map(lambda cell: cell if isinstance(cell, date) else pd.NaT)
        own = self.frame["reference"].fillna(self.frame.index.to_series().map(lambda at: f"row {at}"))
        first = pd.to_datetime(days).groupby(own).transform("min").dt.year
        mask = self._passing(state, state.filters)
        counts = {
            int(year): self._count(state.unit, mask & (first == year)) for year in first.dropna().unique()
        }
        return {year: count for year, count in counts.items() if count}

    def values(self, key: str) -> set[str]:
        """Return every value that a column holds, as its list names it."""
        return {value for cell in self.frame[key] for value in self._values(key, cell)}

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
                return lambda cell: isinstance(cell, date) and _ordered(first, cell, last)
            case RelativeDates(_, span):
                first, last = span.days(self.today)
                return lambda cell: isinstance(cell, date) and _ordered(first, cell, last)
            case NumberFilter(_, low, high):
                return lambda cell: (
                    isinstance(cell, int | float) and not pd.isna(cell) and _ordered(low, cell, high)
                )
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
        if isinstance(cell, Odd):
            return [cell.label]
        if isinstance(cell, date):
            return [f"{cell:%Y}", f"{_QUARTERS[(cell.month - 1) // 3]} {cell:%Y}", f"{cell:%b %Y}"]
        return str(cell).split("; ") if key == self.several else [str(cell)]

    def _rank(self, key: str, cell: object) -> object:
        if key in self.orders:
            return self.orders[key].index(str(cell))
        if not isinstance(cell, str):
            return cell
        first = cell.split("; ")[0] if key == self.several else cell
        bare = unicodedata.normalize("NFKD", first.casefold())
        return "".join(letter for letter in bare if not unicodedata.combining(letter)), first


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
    if isinstance(cell, date):
        return f"{cell:%d %b %Y}".casefold()
    return f"{cell} {cell:,}" if isinstance(cell, int | float) else str(cell).casefold()
