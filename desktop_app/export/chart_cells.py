"""Finds the cells that a chart is drawn from, or makes a table of them where no table has them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.export.cells import stored
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Line,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)


@dataclass(frozen=True, slots=True)
class Cells:
    """Which cells of a table a plot can be drawn from: a run of rows, a column for each series and line."""

    rows: range
    columns: tuple[int, ...]


def cells_of(plot: Plot, table: Table) -> Cells | None:
    """Return the cells of a table that hold exactly a plot's positions and values, or None where it has none.

    Excel draws a text in place of a number as zero, so a column that has a text in place of a gap is no use.
    """
    if with_intervals(plot):
        return None  # its intervals are drawn from cells as well, which no other table has
    length = len(plot.positions)
    for first in range(len(table.rows) - length + 1):
        rows = table.rows[first : first + length]
        if tuple(row[0].text for row in rows) == plot.positions:
            found = [_column_of(series.key, values_of(series, plot), table, rows) for series in plot.series]
            found += [_column_of("", line_values(line, plot), table, rows) for line in plot.lines]
            columns = tuple(column for column in found if column is not None)
            if len(columns) == len(found):
                return Cells(range(first, first + length), columns)
    return None


def _column_of(
    key: str, wanted: list[float | None], table: Table, rows: Sequence[tuple[Cell, ...]]
) -> int | None:
    candidates = sorted(enumerate(table.columns), key=lambda item: item[1].key != key)
    for index, column in candidates:
        numeric = column.kind is not CellKind.TEXT
        if numeric and [stored(row[index], column.kind) for row in rows] == wanted:
            return index
    return None


def values_of(series: PlotSeries, plot: Plot) -> list[float | None]:
    """Return a series' values at every position as cells hold them, None in its gaps."""
    values: list[float | None] = [None] * len(plot.positions)
    for mark in series.marks:
        if mark.value is not None:
            values[mark.position] = mark.value / 100 if plot.percent else mark.value
    return values


def with_intervals(plot: Plot) -> bool:
    """Return whether the intervals of a plot are drawn."""
    return plot.kind is PlotKind.CHANGE or plot.band


def line_values(line: Line, plot: Plot) -> list[float | None]:
    """Return a line's values as cells hold them."""
    return [value / 100 if plot.percent and value is not None else value for value in line.values]


def numbers_table(plot: Plot) -> Table:
    """Return the numbers of a plot as a table of their own, with nothing in the cells of its gaps.

    Where intervals are drawn, two further columns for each series say how far they reach below and above.
    """
    kind = CellKind.PERCENT if plot.percent else CellKind.DECIMAL if plot.places else CellKind.COUNT
    rows = [[Cell(label)] + [Cell("")] * len(plot.series) for label in plot.positions]
    columns = [TableColumn("position", plot.position_title or "Shown", CellKind.TEXT)]
    for number, series in enumerate(plot.series, start=1):
        columns.append(TableColumn(series.key, series.label, kind))
        for mark in series.marks:
            if mark.value is not None:
                rows[mark.position][number] = Cell(mark.label, mark.value)
    for number, line in enumerate(plot.lines):
        columns.append(TableColumn(f"line_{number}", line.label, kind))
        for row, value in zip(rows, line.values, strict=True):
            row.append(Cell("") if value is None else _number(value))
    for series in plot.series if with_intervals(plot) else ():
        name = f"{series.label}: " if len(plot.series) > 1 else ""
        columns += [
            TableColumn(f"{series.key}_below", f"{name}interval reaches below by", kind),
            TableColumn(f"{series.key}_above", f"{name}and above by", kind),
        ]
        for mark in series.marks:
            rows[mark.position] += map(_number, _reach(mark))
    return Table(f"{plot.key}_numbers", plot.title, "", tuple(columns), tuple(map(tuple, rows)), (), "")


def _reach(mark: Mark) -> tuple[float, float]:
    """Return how far an interval reaches below and above its value; nothing where there is none."""
    if mark.value is None or mark.low is None or mark.high is None:
        return 0.0, 0.0
    return mark.value - mark.low, mark.high - mark.value


def _number(value: float) -> Cell:
    return Cell(f"{value:.1f}", value)
