"""What the total of each period is made up of: columns of equal height, parted by nature."""

from dataclasses import replace

from desktop_app.analysis.result import NOT_AVAILABLE, Figure, Result
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.models import Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.plots.counts import nature_plot, parts_of
from desktop_app.presentation.plots.share import share_plot
from desktop_app.presentation.words.captions import subtitle
from desktop_app.presentation.words.change import capital, concerned
from desktop_app.presentation.words.numbers import percent_text


def make_up_plot(result: Result, trend: Table) -> Plot:
    """Return the chart by nature with shares of each period's total, its number above every column.

    A period whose total or parts are not known exactly has no column.
    """
    whole, shares = nature_plot(result, trend), share_plot(result, trend)
    totals = [row[headline(result.state.unit).key].figure for row in result.rows]
    unit = concerned(result.state.unit)
    _, parted = parts_of(result)
    series = tuple(_shared(each, totals if parted else []) for each in whole.series)
    return replace(
        whole,
        key="make_up",
        kind=PlotKind.STACKED,
        title=shares.title,
        subtitle=subtitle(result, ", share of each nature; the number stands above each column"),
        source=shares.source,
        alt_text=shares.alt_text.replace("Line chart", "Column chart", 1),
        value_title=f"Share of {unit}, per cent",
        series=series if shares.series else (),
        totals=whole.totals if parted and shares.series else (),
        table=shares.table,
        percent=True,
        absence=shares.absence,
    )


def _shared(series: PlotSeries, totals: list[Figure]) -> PlotSeries:
    """Return a series as shares of these totals; without totals it has only gaps."""
    of = totals or [NOT_AVAILABLE] * len(series.marks)
    return replace(series, marks=tuple(_mark(mark, of[mark.position]) for mark in series.marks))


def _mark(mark: Mark, total: Figure) -> Mark:
    if mark.value is None or not total.value or total.at_least:
        return replace(mark, value=None, label="", low=None, high=None)
    percent = 100 * mark.value / total.value
    words = f"{capital(mark.words)}; {percent_text(percent)} of {total.value:,.0f}"
    return replace(mark, value=percent, label=percent_text(percent), words=words, low=None, high=None)
