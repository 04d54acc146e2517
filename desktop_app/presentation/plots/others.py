"""Adds to columns and bars, in grey, what the filters leave out."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.filters import Filter
from desktop_app.presentation.models import Line, Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.others import (
    UNFILTERED,
    everything,
    left_out,
    others_shown,
    others_title,
)
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.plots.counts import lines_plot, nature_plot
from desktop_app.presentation.words.change import concerned, noun, small
from desktop_app.presentation.words.numbers import figure_text

TOLD = 3  # totals named in the text alternative; the table has them all


def nature_beside_others(result: Result, trend: Table) -> Plot:
    """Return columns of the total by nature, and on them what the filters leave out."""
    key = headline(result.state.unit).key
    return with_others(
        result,
        nature_plot(result, trend),
        [(row[key].figure, everything(result, row.period)) for row in result.rows],
        [period_picks(result, row.period) for row in result.rows],
        others_shown(result),
    )


def lines_beside_whole(result: Result, trend: Table) -> Plot:
    """Return lines of the total and its natures, and behind them in grey the total without filters."""
    plot, shown = lines_plot(result, trend), others_shown(result)
    wholes = [everything(result, row.period) for row in result.rows]
    values = tuple(None if whole.at_least else whole.value for whole in wholes)
    if shown is None or not any(values):
        return plot
    if not shown:
        return replace(plot, others=False)
    name = f"All {concerned(result.state.unit)}"
    told = [f"{at}: {figure_text(whole)}" for at, whole in zip(plot.positions, wholes, strict=True)]
    return replace(
        plot,
        subtitle=f"{plot.subtitle}. In grey: {small(name)}, {small(UNFILTERED)}",
        lines=(Line(name, values),),
        alt_text=f"{plot.alt_text} In grey, {small(name)} {small(UNFILTERED)}: {'; '.join(told[-TOLD:])}.",
        others=True,
    )


def with_others(
    result: Result,
    plot: Plot,
    figures: Sequence[tuple[Figure, Figure]],
    picks: Sequence[tuple[Filter, ...]],
    shown: bool | None,
) -> Plot:
    """Return a chart of stacked marks with a further part on each, from those shown and all at each position.

    `shown` says whether it is to be seen; a chart from whose marks nothing is left out stays as it is.
    """
    rests = [left_out(*pair) for pair in figures]
    if shown is False:
        return replace(plot, others=False)
    if shown is None or not any(rest.value for rest in rests):
        return plot
    title = others_title(result)
    provisional = {mark.position for series in plot.series for mark in series.marks if mark.provisional}
    marks = tuple(
        Mark(
            position=at,
            value=rest.value,
            label=figure_text(rest),
            words=f"{plot.positions[at]}: {_quantity(result, rest)}; {figure_text(whole)} in all",
            provisional=at in provisional,
            picks=picks[at],
        )
        for at, ((_, whole), rest) in enumerate(zip(figures, rests, strict=True))
    )
    named = "" if plot.kind is PlotKind.STACKED else f". In grey: {small(title)}"  # columns name their parts
    return replace(
        plot,
        subtitle=plot.subtitle + named,
        series=(*plot.series, PlotSeries("others", title, marks)),
        totals=tuple(f"{figure_text(some)} of {figure_text(whole)}" for some, whole in figures),
        alt_text=f"{plot.alt_text} {_alt_text(plot, title, figures)}",
        others=True,
    )


def _quantity(result: Result, rest: Figure) -> str:
    return f"{figure_text(rest)} other {noun(result.state.unit, rest.value)}"


def _alt_text(plot: Plot, title: str, figures: Sequence[tuple[Figure, Figure]]) -> str:
    told = [
        f"{name}: {figure_text(some)} of {figure_text(whole)}"
        for name, (some, whole) in zip(plot.positions, figures, strict=True)
    ]
    most_telling = told[-TOLD:] if plot.kind is PlotKind.STACKED else told[:TOLD]  # the newest, the largest
    return f"{title} stand on them in grey: {'; '.join(most_telling)}."
