"""Puts a person's own titles and notes on the charts by period, marked as theirs, and under their tables."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.analysis.result import Result
from desktop_app.domain.periods import Period
from desktop_app.presentation.models import Plot, PlotKind, PlotNote, Table

MARKED = "Title written by hand."
NOTES = "Notes written by hand: "
_WITH_NOTES = (PlotKind.STACKED, PlotKind.LINES, PlotKind.CHANGE)


def with_own_words(result: Result, plot: Plot, trend: Table) -> Plot:
    """Return a chart with what the person wrote on it; the table of the trend has their notes already."""
    return titled(result, _noted(result, plot, trend))


def noted_table(result: Result, table: Table) -> Table:
    """Return a table of the periods shown with the notes that fall into one of them."""
    told = _told(tuple(row.period for row in result.rows if row.period), result)
    return replace(table, notes=(*table.notes, told)) if told else table


def _noted(result: Result, plot: Plot, trend: Table) -> Plot:
    """Return a chart by period with the first day of each, and with the notes that fall into one of them."""
    periods = {row.period.label: row.period for row in result.rows if row.period}
    if plot.kind not in _WITH_NOTES or not all(label in periods for label in plot.positions):
        return plot
    held = tuple(periods[label] for label in plot.positions)
    plot = replace(plot, starts=tuple(period.start for period in held))
    told = _told(held, result)
    if not told:
        return plot
    notes = tuple(PlotNote(at, text) for at, text in _notes(held, result))
    table = plot.table if plot.table is trend else replace(plot.table, notes=(*plot.table.notes, told))
    return replace(plot, notes=notes, table=table, alt_text=f"{plot.alt_text} {told}")


def _notes(periods: tuple[Period, ...], result: Result) -> Iterator[tuple[int, str]]:
    """Yield the notes that fall into periods, each with the position of its period."""
    for note in result.state.own.notes:
        for at, period in enumerate(periods):
            if period.start <= note.day <= period.end:
                yield at, note.text


def _told(periods: tuple[Period, ...], result: Result) -> str:
    """Return the notes in words; empty where there are none."""
    told = "; ".join(f"{periods[at].label}: {text}" for at, text in _notes(periods, result))
    return f"{NOTES}{told}." if told else ""


def titled(result: Result, plot: Plot) -> Plot:
    """Return a chart under the person's title where there is one in place of its message."""
    title = result.state.own.title(plot.title)
    if not title:
        return plot
    return replace(plot, title=title, message=plot.title, source=f"{plot.source} {MARKED}")
