"""Native Excel charts, drawn from the cells of the table beside them."""

import math
from typing import Any, assert_never

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from desktop_app.catalogue.palette import LIGHT
from desktop_app.export.chart_cells import Cells, values_of, with_intervals
from desktop_app.export.layout import Placed
from desktop_app.export.styles import FONT
from desktop_app.presentation.models import Line, Plot, PlotKind, PlotSeries

WIDTH, HEIGHT = 760, 420  # pixels
ROWS_TALL = 22  # rows of the sheet that a chart covers
MOST_LABELLED = 16  # with more positions than this, numbers on the marks would run into each other
SIGNED = "[>0.0001]+0%;[<-0.0001]-0%;0%"  # the zero of an axis can be a tiny number
MOST_NUMBERS = 32  # on all lines together
MOST_LABELS = 12  # of periods along an axis
LEVEL = {"rotation": 0}  # text is never set on its side
ABOVE_AXIS = {"x": 0.01, "y": 0.105}  # the title of the values, as in the window
PLOT_AREA = {"x": 0.08, "y": 0.22, "width": 0.88, "height": 0.6}
AXIS_STEP = 10  # per cent
THIN = 0.05  # of the tallest column: too thin for a number
_TYPES = {
    PlotKind.STACKED: {"type": "column", "subtype": "stacked"},
    PlotKind.GROUPED: {"type": "column"},
    PlotKind.LINES: {"type": "line"},
    PlotKind.CHANGE: {"type": "column"},
    PlotKind.BARS: {"type": "bar"},
}
_DARK_FILLS = ("total", "deaths", "focus")  # white text on these, dark text on the others: 4.5:1 and better
_DASHES = ("solid", "dash", "square_dot", "long_dash")
_MARKERS = ("circle", "square", "diamond", "triangle")


def chart_of(book: Workbook, plot: Plot, placed: Placed, cells: Cells) -> Any:
    """Return a chart of the plot, drawn from these cells of a placed table."""
    on_each_other = {"subtype": "stacked"} if plot.others else {}
    chart = book.add_chart(_TYPES[plot.kind] | on_each_other)
    of_lines = cells.columns[len(plot.series) :]
    for line, column in zip(plot.lines, of_lines, strict=True):
        where = {"categories": placed.cells(0, cells.rows), "values": placed.cells(column, cells.rows)}
        chart.add_series({"name": line.label, **where, **_line_look(line)})
    for number, (series, column) in enumerate(zip(plot.series, cells.columns, strict=False)):
        common = {
            "name": series.label,
            "categories": placed.cells(0, cells.rows),
            "values": placed.cells(column, cells.rows),
            "gap": 60,
        }
        look = _look(plot, series, number)
        if with_intervals(plot):
            look["y_error_bars"] = _error_bars(placed, cells, number)
        chart.add_series(common | look)
    _frame(chart, plot)
    return chart


def _line_look(line: Line) -> dict[str, Any]:
    dash = "dash" if line.dashed else "solid"
    return {"line": {"color": LIGHT["muted"], "width": 1.25, "dash_type": dash}, "marker": {"type": "none"}}


def _look(plot: Plot, series: PlotSeries, number: int) -> dict[str, Any]:
    colour = LIGHT.get(series.key, LIGHT["focus"])
    labels: dict[str, Any] = {
        "value": True,
        "num_format": _number_format(plot),
        "font": _font(LIGHT["text"], 10),
    }
    if _crowded(plot):
        labels = {}
    filled = _filled(series, colour, edged=not _crowded(plot))
    match plot.kind:
        case PlotKind.LINES:
            return _line(plot, series, number) | _labelled(labels, **_beside(plot, series))
        case _ if plot.kind is PlotKind.STACKED or plot.others:
            ink = LIGHT["surface" if series.key in _DARK_FILLS else "text"]
            inside = _labelled(labels, position="center", font=_font(ink, 10), custom=_legible(plot, series))
            return filled | inside
        case PlotKind.CHANGE:
            return filled | {"invert_if_negative": False}
        case PlotKind.BARS | PlotKind.GROUPED:
            return filled | _labelled(labels, position="outside_end")
        case PlotKind.HEAT | PlotKind.TILES | PlotKind.MULTIPLES | PlotKind.FUNNEL:
            raise ValueError(f"Excel has no {plot.kind}")
        case _:
            assert_never(plot.kind)


def _crowded(plot: Plot) -> bool:
    return len(plot.positions) > MOST_LABELLED


def _line(plot: Plot, series: PlotSeries, number: int) -> dict[str, Any]:
    colour = LIGHT.get(series.key, LIGHT["focus"])
    marker = {
        "type": _MARKERS[number % len(_MARKERS)],
        "size": 4 if _crowded(plot) else 7,
        "fill": {"color": colour},
        "border": {"color": colour},
    }
    width = 1.5 if _crowded(plot) else 2.25
    line = {"color": colour, "width": width, "dash_type": _DASHES[number % len(_DASHES)]}
    return {"line": line, "marker": marker, **_points(series, colour)}


def _beside(plot: Plot, series: PlotSeries) -> dict[str, Any]:
    """Return where the numbers of a line stand; among many others or whiskers only the last is told."""
    many = with_intervals(plot) or len(plot.series) * len(plot.positions) > MOST_NUMBERS
    drawn = [mark.position for mark in series.marks if mark.value is not None]
    last = max(drawn, default=0)
    silent = [None if at == last else {"delete": True} for at in range(len(plot.positions))]
    side = "right" if many else "below" if series is _lowest(plot) else "above"
    return {"position": side} | ({"custom": silent} if many else {})


def _points(series: PlotSeries, colour: str) -> dict[str, Any]:
    """Return the look of the points that stand out or are provisional; nothing where none is."""
    if not any(mark.signal or mark.provisional for mark in series.marks):
        return {}
    looks: list[dict[str, Any] | None] = [None] * (max(mark.position for mark in series.marks) + 1)
    for mark in series.marks:
        edge = LIGHT["signal"] if mark.signal else colour
        if mark.signal or mark.provisional:
            fill = LIGHT["surface"] if mark.provisional else edge
            looks[mark.position] = {"fill": {"color": fill}, "border": {"color": edge, "width": 1.5}}
    return {"points": looks}


def _labelled(labels: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"data_labels": labels | more} if labels else {}


def _lowest(plot: Plot) -> PlotSeries | None:
    """Return the series that runs lowest, whose numbers stand below it; None where there is only one."""
    if len(plot.series) < 2:
        return None
    return min(plot.series, key=lambda series: sum(mark.value or 0 for mark in series.marks))


def _legible(plot: Plot, series: PlotSeries) -> list[dict[str, Any] | None]:
    """Return for each mark that its number is left out, its part of the column being too thin for it.

    On the hatching of a provisional part the number is dark whatever the colour.
    """
    totals = [0.0] * len(plot.positions)
    for each in plot.series:
        for at, value in enumerate(values_of(each, plot)):
            totals[at] += value or 0
    least = THIN * max(totals)
    hatched = {mark.position for mark in series.marks if mark.provisional}
    dark = {"font": _font(LIGHT["text"], 10)}
    return [
        {"delete": True} if value is None or value < least else dark if at in hatched else None
        for at, value in enumerate(values_of(series, plot))
    ]


def _filled(series: PlotSeries, colour: str, *, edged: bool = True) -> dict[str, Any]:
    """Fill the marks with their colour, those of incomplete periods with hatching."""
    stripes = {"pattern": "wide_upward_diagonal", "fg_color": colour, "bg_color": LIGHT["surface"]}
    hatched = {"pattern": stripes, "border": {"color": colour, "width": 0.75}}
    # Around thin columns a border in the ground's colour would leave nothing of them.
    border = {"color": LIGHT["surface"], "width": 0.75} if edged else {"none": True}
    look: dict[str, Any] = {"fill": {"color": colour}, "border": border}
    if any(mark.provisional for mark in series.marks):
        length = max(mark.position for mark in series.marks) + 1
        points: list[dict[str, Any] | None] = [None] * length
        for mark in series.marks:
            if mark.provisional:
                points[mark.position] = hatched
        look["points"] = points
    return look


def _error_bars(placed: Placed, cells: Cells, number: int) -> dict[str, Any]:
    """Return the 95% intervals as error bars, drawn from a series' two columns after the values."""
    below, above = (_range(placed, cells.columns[-1] + 2 * number + offset, cells.rows) for offset in (1, 2))
    line = {"color": LIGHT["text"], "width": 1.25}
    return {"type": "custom", "plus_values": above, "minus_values": below, "line": line}


def _range(placed: Placed, column: int, rows: range) -> str:
    sheet, *corners = placed.cells(column, rows)
    return f"={quote_sheetname(str(sheet))}!{xl_range_abs(*corners)}"


def _frame(chart: Any, plot: Plot) -> None:
    chart.set_title({"name": plot.title, "name_font": _font(LIGHT["text"], 13, bold=True), "overlay": False})
    positions = {
        "name": plot.position_title,
        "name_font": _font(LIGHT["muted"], 10),
        "num_font": _font(LIGHT["text"], 10),
        "label_position": "low",  # below the plot also where values are negative
        "line": {"color": LIGHT["muted"]},
        "major_tick_mark": "none",
        "text_axis": True,
    }
    if _crowded(plot) and plot.kind is not PlotKind.BARS:
        positions["interval_unit"] = _interval(plot)
    values: dict[str, Any] = {
        "name": plot.value_title,
        "name_font": _font(LIGHT["muted"], 10) | LEVEL,
        "num_font": _font(LIGHT["text"], 10),
        "num_format": _number_format(plot),
        "major_gridlines": {"visible": True, "line": {"color": LIGHT["grid"], "width": 0.75}},
        "line": {"none": True},
    }
    values |= _reach_of_axis(plot) if plot.kind is PlotKind.CHANGE else {"min": 0}
    if plot.kind is PlotKind.STACKED and plot.percent:
        values["max"] = 1  # no more than all
    if plot.kind is not PlotKind.BARS:
        values["name_layout"] = ABOVE_AXIS
        chart.set_plotarea({"layout": PLOT_AREA})  # else the title, though above, would take its width
    if plot.kind is PlotKind.BARS:
        positions["reverse"] = True  # the first row of the table is the bar at the top
        values["label_position"] = "high"
    across, up = (values, positions) if plot.kind is PlotKind.BARS else (positions, values)
    chart.set_x_axis(across)
    chart.set_y_axis(up)
    legend: dict[str, Any] = {"position": "top", "font": _font(LIGHT["text"], 10)}
    chart.set_legend(legend if len(plot.series) + len(plot.lines) > 1 else {"none": True})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT["surface"]}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})


def _interval(plot: Plot) -> int:
    """Return how many periods lie from one label to the next: whole years where the same months recur."""
    heads = [label.split()[0] for label in plot.positions if label]
    year = heads.index(heads[0], 1) if heads and heads[0] in heads[1:] else 1
    least = math.ceil(len(plot.positions) / MOST_LABELS)
    return math.ceil(least / year) * year if least > 1 else 1


def _reach_of_axis(plot: Plot) -> dict[str, float]:
    """Return the ends of an axis that shows the intervals, but for those that would flatten every column."""
    marks = [mark for series in plot.series for mark in series.marks if mark.value is not None]
    most = 3 * max((abs(mark.value or 0) for mark in marks), default=0) + AXIS_STEP
    ends = [end for mark in marks for end in (mark.low, mark.high, mark.value) if end is not None]
    low = math.floor(max(min(*ends, 0), -most) / AXIS_STEP) * AXIS_STEP
    high = math.ceil(min(max(*ends, 0), most) / AXIS_STEP) * AXIS_STEP
    scale = 100 if plot.percent else 1
    return {"min": low / scale, "max": high / scale}


def _font(colour: str, size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT["font_name"], "size": size, "color": colour, "bold": bold}


def _number_format(plot: Plot) -> str:
    if not plot.percent:
        return "#,##0" + (f".{'0' * plot.places}" if plot.places else "")
    return SIGNED if plot.kind is PlotKind.CHANGE else "0%"
