"""What slides and a briefing note hold, before they are any: sentences, charts, cautions, method."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.presentation.models import (
    WHOLE_KINDS,
    Cell,
    CellKind,
    Plot,
    Report,
    Table,
    TableColumn,
    View,
)
from desktop_app.presentation.words.numbers import count_text

MOST_ROWS, MOST_COLUMNS = 12, 6  # of a table beside a chart
TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class Briefing:
    """All in words and charts; `method` are pairs of a heading and a line, as on a workbook's cover."""

    title: str
    subtitle: str
    sentences: tuple[str, ...]
    plots: tuple[Plot, ...]
    cautions: tuple[str, ...]
    method: tuple[tuple[str, str], ...]
    record: str = ""  # how to make it again, for the file's properties


def briefing_of(view: View, report: Report, charts: Sequence[str]) -> Briefing:
    """Return the briefing of a view with the charts of these keys, by default the one that is shown.

    `report` is that of the same view: its cover says where everything comes from. Charts without marks are
    left out.
    """
    offered = [*view.plots, *([view.breakdown_plot] if view.breakdown_plot else [])]
    wanted = charts or (view.plot.key,)
    plots = tuple(plot for plot in offered if plot.key in wanted and not plot.empty)
    lead = plots[0] if plots else view.plot
    told = {*view.sentences, *(f"{each.text} {each.way_out}".rstrip() for each in view.cautions)}
    return Briefing(
        title=lead.title,
        subtitle=lead.subtitle,
        sentences=view.sentences,
        plots=plots,
        cautions=tuple(f"{each.text} {each.way_out}".rstrip() for each in view.cautions),
        method=tuple((heading, line) for heading, line in report.cover if line not in told),
        record=report.record,
    )


def small_table(plot: Plot) -> Table | None:
    """Return the numbers that a chart draws as a table small enough to stand beside it, or None."""
    if plot.kind in WHOLE_KINDS or not 0 < len(plot.positions) <= MOST_ROWS:
        return None
    figures = [line for line in plot.lines if line.last]  # levels such as a mean have no number of their own
    titles = [*(series.label for series in plot.series), *(line.label for line in figures)]
    if plot.totals:
        titles.append(TOTAL)
    if not titles or len(titles) >= MOST_COLUMNS or len(set(titles)) < len(titles):
        return None
    marks = [{mark.position: mark.label for mark in series.marks} for series in plot.series]
    rows = tuple(
        (
            Cell(name),
            *(Cell(each.get(at, "")) for each in marks),
            *(Cell(_text(line.values[at])) for line in figures),
            *((Cell(plot.totals[at]),) if plot.totals else ()),
        )
        for at, name in enumerate(plot.positions)
    )
    columns = (
        TableColumn("position", plot.position_title or "Of", CellKind.TEXT),
        *(TableColumn(title, title, CellKind.COUNT) for title in titles),
    )
    return Table(plot.key, plot.value_title, plot.subtitle, columns, rows, (), plot.source)


def _text(value: float | None) -> str:
    return "" if value is None else count_text(value)
