"""Puts a person's own titles and notes on the charts by period, marked as theirs, and under their tables."""

from dataclasses import replace

from desktop_app.analysis.result import Result
from desktop_app.domain.periods import Period
from desktop_app.presentation.models import Plot, PlotKind, PlotNote, Table

MARKED = "Title written by hand."
NOTES = "Notes written by hand: "
_WITH_NOTES = (PlotKind.STACKED, PlotKind.LINES, PlotKind.CHANGE)


def with_own_words(result: Result, plots: tuple[Plot, ...], trend: Table) -> tuple[tuple[Plot, ...], Table]:
    """Return the charts and the table of the trend with what the person wrote on them."""
    periods = {row.period.label: row.period for row in result.rows if row.period}
    drawn = tuple(titled(result, _noted(result, plot, periods)) for plot in plots)
    # A chart that is drawn from the table of the trend still is, which an export looks for.
    shared = next((new.table for old, new in zip(plots, drawn, strict=True) if old.table is trend), trend)
    return tuple(_sharing(old, new, trend, shared) for old, new in zip(plots, drawn, strict=True)), shared


def _sharing(old: Plot, new: Plot, trend: Table, shared: Table) -> Plot:
    return replace(new, table=shared) if old.table is trend else new


def _noted(result: Result, plot: Plot, periods: dict[str, Period]) -> Plot:
    """Return a chart by period with the first day of each, and with the notes that fall into one of them."""
    if plot.kind not in _WITH_NOTES or not all(label in periods for label in plot.positions):
        return plot
    held = [periods[label] for label in plot.positions]
    notes = tuple(
        PlotNote(at, note.text)
        for note in result.state.own.notes
        for at, period in enumerate(held)
        if period.start <= note.day <= period.end
    )
    plot = replace(plot, starts=tuple(period.start for period in held))
    if not notes:
        return plot
    told = "; ".join(f"{plot.positions[note.position]}: {note.text}" for note in notes)
    table = replace(plot.table, notes=(*plot.table.notes, f"{NOTES}{told}."))
    return replace(plot, notes=notes, table=table, alt_text=f"{plot.alt_text} {NOTES}{told}.")


def titled(result: Result, plot: Plot) -> Plot:
    """Return a chart under the person's title where there is one in place of its message."""
    title = result.state.own.title(plot.title)
    if not title:
        return plot
    return replace(plot, title=title, message=plot.title, source=f"{plot.source} {MARKED}")
