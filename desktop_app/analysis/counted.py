"""The figures of every period and value before they are compared, from records and published counts alike."""

from dataclasses import dataclass

from desktop_app.analysis.result import NOT_AVAILABLE, Figure, Split
from desktop_app.catalogue.measures import MEASURES
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice

Figures = tuple[Figure, ...]  # one for every measure of the catalogue, in its order

NOTHING: Figures = (NOT_AVAILABLE,) * len(MEASURES)


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures by period, by value of the breakdown and period, and altogether.

    `by_value[v][p]` belongs to `values[v]` and `periods[p]`; `overall_by_value[v]` to all periods together.
    """

    periods: tuple[Period, ...]
    complete: tuple[bool, ...]
    by_period: tuple[Figures, ...]
    overall: Figures
    values: tuple[str, ...] = ()
    by_value: tuple[tuple[Figures, ...], ...] = ()
    overall_by_value: tuple[Figures, ...] = ()
    undated: int = 0
    siblings: int = 0  # children beyond the one whom a row of a notification describes
    notices: tuple[Notice, ...] = ()
    # Of published figures: what the natures count in each period, of all and of each value.
    splits: tuple[Split | None, ...] = ()
    splits_by_value: tuple[tuple[Split | None, ...], ...] = ()
