"""The display models of filters: chips, value lists, and everything a column can be filtered by."""

from dataclasses import dataclass

from desktop_app.domain.filters import Filter, FilterKind


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter in words, with what to take out when it is removed."""

    text: str
    removes: Filter | None  # None: the search text
    broken: str = ""  # why the filter cannot apply to the data at hand
    fits: bool = True  # the data at hand have its column, so that the filter can be changed


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One value in the filter panel: its count as text, its share of the largest for the bar (0 to 1).

    A count that lacks a suppressed or missing part ends in "+": so many or more.
    """

    value: str
    text: str
    share: float
    chosen: bool
    parts: tuple["FacetLine", ...] = ()  # what the value is made up of, e.g. the quarters of a year


@dataclass(frozen=True, slots=True)
class ColumnMenu:
    """Everything that one column can be filtered by: the ways its kind allows, and what is chosen in each."""

    column: str
    title: str
    ways: tuple[FilterKind, ...]
    lines: tuple[FacetLine, ...]
    note: str  # how many values there are, and whether others can be found
    chosen: tuple[Filter, ...]
    ends: tuple[str, str] = ("", "")  # the least and greatest number of the column, where it has numbers
    cut: bool = False  # more values are found than are listed
    shown: tuple[bool, bool] = (True, False)  # whether the records show the column, and keep it in sight
    recorded: bool = True  # the records have it as a column, to be sorted, hidden and copied
    sorted_first: bool = False  # the records are sorted by other columns, after which this one can come


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """The value list of one column in the filter panel."""

    column: str
    title: str
    lines: tuple[FacetLine, ...]
    expanded: bool
    words: str = ""  # the filters on the column that are no choice of values


@dataclass(frozen=True, slots=True)
class FurtherColumn:
    """A column without a value list in the filter panel, with its filters in words; empty without any."""

    column: str
    title: str
    words: str = ""
