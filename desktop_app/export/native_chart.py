"""Native Excel charts, drawn from the cells of the table beside them."""

from dataclasses import dataclass
from typing import Any, assert_never

from xlsxwriter import Workbook

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
    """Return the numbers of a plot as a table of their own, with nothing in the cells of its gaps."""
    kind = CellKind.PERCENT if plot.percent else CellKind.COUNT
    rows = [[Cell(label)] + [Cell("")] * len(plot.series) for label in plot.positions]
    for column, series in enumerate(plot.series, start=1):
        for mark in series.marks:
            if mark.value is not None:
                rows[mark.position][column] = Cell(mark.label, mark.value)
    columns = (
        TableColumn("position", plot.position_title or "Shown", CellKind.TEXT),
        *(TableColumn(series.key, series.label, kind) for series in plot.series),
    )
    return Table(f"{plot.key}_numbers", plot.title, "", columns, tuple(map(tuple, rows)), (), "")


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
        chart.add_series(common | _look(plot, series, number))
    _frame(chart, plot)
    return chart


def _look(plot: Plot, series: PlotSeries, number: int) -> dict[str, Any]:
    colour = LIGHT.get(series.key, LIGHT["focus"])
    labels = {"value": True, "num_format": _number_format(plot), "font": _font(LIGHT["text"], 10)}
    match plot.kind:
        case PlotKind.LINES:
            marker = {
                "type": _MARKERS[number % len(_MARKERS)],
                "size": 7,
                "fill": {"color": colour},
                "border": {"color": colour},
            }
            line = {"color": colour, "width": 2.25, "dash_type": _DASHES[number % len(_DASHES)]}
            return {"line": line, "marker": marker, "data_labels": labels | {"position": "above"}}
        case PlotKind.STACKED:
            light = series.key in _DARK_FILLS
            labels |= {"position": "center", "font": _font(LIGHT["surface" if light else "text"], 10)}
            # Nothing is printed on a part of size zero: it would stand on its neighbour.
            labels["num_format"] = "#,##0;;"
            return _filled(series, colour) | {"data_labels": labels}
        case PlotKind.CHANGE:
            look = {"invert_if_negative": False, "y_error_bars": _error_bars(series, plot)}
            return _filled(series, colour) | look
        case PlotKind.BARS:
            return _filled(series, colour) | {"data_labels": labels | {"position": "outside_end"}}
        case _:
            assert_never(plot.kind)


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


def _error_bars(series: PlotSeries, plot: Plot) -> dict[str, Any]:
    """Return the 95% intervals as error bars; a mark without one has a bar of no length."""
    above, below = [0.0] * len(plot.positions), [0.0] * len(plot.positions)
    for mark in series.marks:
        above[mark.position], below[mark.position] = _reach(mark, 100 if plot.percent else 1)
    return {
        "type": "custom",
        "plus_values": above,
        "minus_values": below,
        "line": {"color": LIGHT["text"], "width": 1.25},
    }


def _reach(mark: Mark, scale: float) -> tuple[float, float]:
    if mark.value is None or mark.low is None or mark.high is None:
        return 0.0, 0.0
    return (mark.high - mark.value) / scale, (mark.value - mark.low) / scale


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
