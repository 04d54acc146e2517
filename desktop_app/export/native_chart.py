"""Native Excel charts, drawn from the cells of the table beside them."""

from dataclasses import dataclass
from typing import Any, assert_never

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from desktop_app.catalogue.palette import LIGHT
from desktop_app.export.cells import stored
from desktop_app.export.layout import Placed
from desktop_app.export.styles import FONT
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)

WIDTH, HEIGHT = 760, 420  # pixels
ROWS_TALL = 22  # rows of the sheet that a chart covers
MOST_LABELLED = 16  # with more positions than this, numbers on the marks would run into each other
THIN = 0.05  # of the tallest column: too thin for a number
_TYPES = {
    PlotKind.STACKED: {"type": "column", "subtype": "stacked"},
    PlotKind.LINES: {"type": "line"},
    PlotKind.CHANGE: {"type": "column"},
    PlotKind.BARS: {"type": "bar"},
}
_DARK_FILLS = ("total", "deaths", "focus")  # white text on these, dark text on the others: 4.5:1 and better
_DASHES = ("solid", "dash", "square_dot", "long_dash")
_MARKERS = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Cells:
    """Which cells of a table a plot can be drawn from: a run of rows, and a column for each series."""

    rows: range
    columns: tuple[int, ...]


def cells_of(plot: Plot, table: Table) -> Cells | None:
    """Return the cells of a table that hold exactly a plot's positions and values, or None where it has none.

    Excel draws a text in place of a number as zero, so a column that has a text in place of a gap is no use.
    """
    if plot.kind is PlotKind.CHANGE:
        return None  # its intervals are drawn from cells as well, which no other table has
    length = len(plot.positions)
    for first in range(len(table.rows) - length + 1):
        rows = table.rows[first : first + length]
        if tuple(row[0].text for row in rows) == plot.positions:
            found = [_column_of(series, plot, table, rows) for series in plot.series]
            columns = tuple(column for column in found if column is not None)
            if len(columns) == len(plot.series):
                return Cells(range(first, first + length), columns)
    return None


def _column_of(
    series: PlotSeries, plot: Plot, table: Table, rows: tuple[tuple[Cell, ...], ...]
) -> int | None:
    wanted = _values(series, plot)
    candidates = sorted(enumerate(table.columns), key=lambda item: item[1].key != series.key)
    for index, column in candidates:
        numeric = column.kind is not CellKind.TEXT
        if numeric and [stored(row[index], column.kind) for row in rows] == wanted:
            return index
    return None


def _values(series: PlotSeries, plot: Plot) -> list[float | None]:
    values: list[float | None] = [None] * len(plot.positions)
    for mark in series.marks:
        if mark.value is not None:
            values[mark.position] = mark.value / 100 if plot.percent else mark.value
    return values


def numbers_table(plot: Plot) -> Table:
    """Return the numbers of a plot as a table of their own, with nothing in the cells of its gaps.

    A chart of change has one series; two further columns say how far its intervals reach below and above.
    """
    kind = CellKind.PERCENT if plot.percent else CellKind.COUNT
    rows = [[Cell(label)] + [Cell("")] * len(plot.series) for label in plot.positions]
    columns = [TableColumn("position", plot.position_title or "Shown", CellKind.TEXT)]
    for number, series in enumerate(plot.series, start=1):
        columns.append(TableColumn(series.key, series.label, kind))
        for mark in series.marks:
            if mark.value is not None:
                rows[mark.position][number] = Cell(mark.label, mark.value)
    if plot.kind is PlotKind.CHANGE:
        columns += [
            TableColumn("below", "Interval reaches below by", kind),
            TableColumn("above", "and above by", kind),
        ]
        for mark in plot.series[0].marks:
            rows[mark.position] += map(_number, _reach(mark))
    return Table(f"{plot.key}_numbers", plot.title, "", tuple(columns), tuple(map(tuple, rows)), (), "")


def _reach(mark: Mark) -> tuple[float, float]:
    """Return how far an interval reaches below and above its value; nothing where there is none."""
    if mark.value is None or mark.low is None or mark.high is None:
        return 0.0, 0.0
    return mark.value - mark.low, mark.high - mark.value


def _number(value: float) -> Cell:
    return Cell(f"{value:.1f}", value)


def chart_of(book: Workbook, plot: Plot, placed: Placed, cells: Cells) -> Any:
    """Return a chart of the plot, drawn from these cells of a placed table."""
    chart = book.add_chart(dict(_TYPES[plot.kind]))
    for number, (series, column) in enumerate(zip(plot.series, cells.columns, strict=True)):
        common = {
            "name": series.label,
            "categories": placed.cells(0, cells.rows),
            "values": placed.cells(column, cells.rows),
            "gap": 60,
        }
        look = _look(plot, series, number)
        if plot.kind is PlotKind.CHANGE:
            look["y_error_bars"] = _error_bars(placed, cells)
        chart.add_series(common | look)
    _frame(chart, plot)
    return chart


def _look(plot: Plot, series: PlotSeries, number: int) -> dict[str, Any]:
    colour = LIGHT.get(series.key, LIGHT["focus"])
    labels: dict[str, Any] = {
        "value": True,
        "num_format": _number_format(plot),
        "font": _font(LIGHT["text"], 10),
    }
    if len(plot.positions) > MOST_LABELLED:
        labels = {}
    match plot.kind:
        case PlotKind.LINES:
            marker = {
                "type": _MARKERS[number % len(_MARKERS)],
                "size": 7,
                "fill": {"color": colour},
                "border": {"color": colour},
            }
            line = {"color": colour, "width": 2.25, "dash_type": _DASHES[number % len(_DASHES)]}
            side = "below" if series is _lowest(plot) else "above"
            return {"line": line, "marker": marker} | _labelled(labels, position=side)
        case PlotKind.STACKED:
            ink = LIGHT["surface" if series.key in _DARK_FILLS else "text"]
            inside = _labelled(labels, position="center", font=_font(ink, 10), custom=_legible(plot, series))
            return _filled(series, colour) | inside
        case PlotKind.CHANGE:
            return _filled(series, colour) | {"invert_if_negative": False}
        case PlotKind.BARS:
            return _filled(series, colour) | _labelled(labels, position="outside_end")
        case _:
            assert_never(plot.kind)


def _labelled(labels: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"data_labels": labels | more} if labels else {}


def _lowest(plot: Plot) -> PlotSeries | None:
    """Return the series that runs lowest, whose numbers stand below it; None where there is only one."""
    if len(plot.series) < 2:
        return None
    return min(plot.series, key=lambda series: sum(mark.value or 0 for mark in series.marks))


def _legible(plot: Plot, series: PlotSeries) -> list[dict[str, bool] | None]:
    """Return for each mark whether its number is left out, its part of the column being too thin for it."""
    totals = [0.0] * len(plot.positions)
    for mark in (mark for each in plot.series for mark in each.marks):
        totals[mark.position] += mark.value or 0
    least = THIN * max(totals)
    return [{"delete": True} if value is None or value < least else None for value in _values(series, plot)]


def _filled(series: PlotSeries, colour: str) -> dict[str, Any]:
    """Fill the marks with their colour, those of incomplete periods with hatching."""
    stripes = {"pattern": "wide_upward_diagonal", "fg_color": colour, "bg_color": LIGHT["surface"]}
    hatched = {"pattern": stripes, "border": {"color": colour, "width": 0.75}}
    look: dict[str, Any] = {"fill": {"color": colour}, "border": {"color": LIGHT["surface"], "width": 0.75}}
    if any(mark.provisional for mark in series.marks):
        length = max(mark.position for mark in series.marks) + 1
        points: list[dict[str, Any] | None] = [None] * length
        for mark in series.marks:
            if mark.provisional:
                points[mark.position] = hatched
        look["points"] = points
    return look


def _error_bars(placed: Placed, cells: Cells) -> dict[str, Any]:
    """Return the 95% intervals as error bars, drawn from the two columns beside the values."""
    below, above = (_range(placed, cells.columns[-1] + offset, cells.rows) for offset in (1, 2))
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
    values: dict[str, Any] = {
        "name": plot.value_title,
        "name_font": _font(LIGHT["muted"], 10),
        "num_font": _font(LIGHT["text"], 10),
        "num_format": _number_format(plot),
        "major_gridlines": {"visible": True, "line": {"color": LIGHT["grid"], "width": 0.75}},
        "line": {"none": True},
    }
    if plot.kind is not PlotKind.CHANGE:
        values["min"] = 0
    if plot.kind is PlotKind.BARS:
        positions["reverse"] = True  # the first row of the table is the bar at the top
        values["label_position"] = "high"
    across, up = (values, positions) if plot.kind is PlotKind.BARS else (positions, values)
    chart.set_x_axis(across)
    chart.set_y_axis(up)
    legend: dict[str, Any] = {"position": "top", "font": _font(LIGHT["text"], 10)}
    chart.set_legend(legend if len(plot.series) > 1 else {"none": True})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT["surface"]}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})


def _font(colour: str, size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT["font_name"], "size": size, "color": colour, "bold": bold}


def _number_format(plot: Plot) -> str:
    if not plot.percent:
        return "#,##0"
    return "+0%;-0%;0%" if plot.kind is PlotKind.CHANGE else "0%"
