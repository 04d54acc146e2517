"""The charts of the trends page, one builder for every entry of the catalogue."""

from collections.abc import Callable

from desktop_app.analysis.result import Result
from desktop_app.catalogue.charts import CHARTS
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.plots.change import change_plot
from desktop_app.presentation.plots.control import control_plot
from desktop_app.presentation.plots.counts import grouped_plot, lines_plot
from desktop_app.presentation.plots.cumulative import cumulative_plot
from desktop_app.presentation.plots.delay import delay_plot, reviews_plot
from desktop_app.presentation.plots.make_up import make_up_plot
from desktop_app.presentation.plots.others import nature_beside_others
from desktop_app.presentation.plots.published import published_plot
from desktop_app.presentation.plots.rate import rate_plot
from desktop_app.presentation.plots.share import share_plot
from desktop_app.presentation.plots.timing import timing_plot

_BUILDERS: dict[str, Callable[[Result, Table, Table], Plot]] = {
    "nature": nature_beside_others,
    "grouped": grouped_plot,
    "make_up": make_up_plot,
    "lines": lines_plot,
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


def trend_plots(result: Result, trend: Table, change: Table) -> tuple[Plot, ...]:
    """Return the chart for every entry of the catalogue, in its order."""
    return tuple(_BUILDERS[spec.key](result, trend, change) for spec in CHARTS)
