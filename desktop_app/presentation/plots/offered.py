"""The charts of the trends page, one builder for every entry of the catalogue."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import overload

from desktop_app.analysis.result import Result
from desktop_app.catalogue.charts import CHARTS, chart
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.plots.change import change_plot
from desktop_app.presentation.plots.control import control_plot
from desktop_app.presentation.plots.counts import grouped_plot
from desktop_app.presentation.plots.cumulative import cumulative_plot
from desktop_app.presentation.plots.delay import delay_plot, reviews_plot
from desktop_app.presentation.plots.make_up import make_up_plot
from desktop_app.presentation.plots.others import lines_beside_whole, nature_beside_others
from desktop_app.presentation.plots.published import published_plot
from desktop_app.presentation.plots.rate import rate_plot
from desktop_app.presentation.plots.share import share_plot
from desktop_app.presentation.plots.timing import timing_plot

_BUILDERS: dict[str, Callable[[Result, Table], Plot]] = {
    "nature": nature_beside_others,
    "grouped": grouped_plot,
    "make_up": make_up_plot,
    "lines": lines_beside_whole,
    "change": change_plot,
    "rate": rate_plot,
    "share": share_plot,
    "cumulative": cumulative_plot,
    "timing": timing_plot,
    "delay": delay_plot,
    "reviews": reviews_plot,
    "published": published_plot,
    "control": control_plot,
}


class Charts(Sequence[Plot]):
    """The chart for every entry of the catalogue, in its order; the others are made when they are looked at.

    The window shows one of them, and to make all of a hundred months takes longer than to count a million
    rows.
    """

    def __init__(self, make: Callable[[str], Plot], shown: str) -> None:
        self._make = cache(make)
        self._make(chart(shown).key)

    def __len__(self) -> int:
        return len(CHARTS)

    @overload
    def __getitem__(self, at: int) -> Plot: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Plot, ...]: ...

    def __getitem__(self, at: int | slice) -> Plot | tuple[Plot, ...]:
        if isinstance(at, slice):
            return tuple(self._make(spec.key) for spec in CHARTS[at])
        return self._make(CHARTS[at].key)


def trend_plot(result: Result, key: str, trend: Table) -> Plot:
    """Return the chart for an entry of the catalogue; `trend` is the table of several of them."""
    return _BUILDERS[key](result, trend)
