"""The ways to filter each kind of column: one table for the window, the command line and the analysis."""

from desktop_app.domain.filters import FilterKind
from desktop_app.domain.specs import ColumnKind

FILTER_KINDS: dict[ColumnKind, tuple[FilterKind, ...]] = {
    ColumnKind.IDENTIFIER: (FilterKind.VALUES, FilterKind.TEXT),
    ColumnKind.CATEGORY: (FilterKind.VALUES, FilterKind.TEXT),
    ColumnKind.SEVERAL: (FilterKind.VALUES, FilterKind.TEXT),
    ColumnKind.DATE: (FilterKind.VALUES, FilterKind.DATES),
    ColumnKind.NUMBER: (FilterKind.VALUES, FilterKind.NUMBERS),
    ColumnKind.TEXT: (FilterKind.VALUES, FilterKind.TEXT),
}
LACK: dict[FilterKind, str] = {
    FilterKind.VALUES: "it does not hold values to choose from",
    FilterKind.TEXT: "it does not hold text",
    FilterKind.DATES: "it does not hold dates",
    FilterKind.NUMBERS: "it does not hold numbers",
}
