"""Which cells of a table belong to a mark of the chart beside it, and the other way: by their names."""

from dataclasses import dataclass

from desktop_app.presentation.models import Plot, Table

_OPEN = " (not complete)"


@dataclass(frozen=True, slots=True)
class LinkedCells:
    """Rows of a table, and one column where the mark stands for one cell in each; None: for whole rows."""

    rows: frozenset[int] = frozenset()
    column: int | None = None


def cells_of(plot: Plot, table: Table, series: int, position: int) -> LinkedCells:
    """Return the cells that show what a mark shows; none where the table has no row of that name.

    Rows are named by the positions of the chart or, in shaded tables and small charts, by its series.
    """
    at, of = plot.positions[position], plot.series[series].label
    rows = _rows(table, at)
    if rows:
        return LinkedCells(rows, _column(table, of))
    rows, column = _rows(table, of), _column(table, at)
    return LinkedCells(rows, column) if rows and column is not None else LinkedCells()


def marks_of(plot: Plot, table: Table, row: int, column: int) -> tuple[int | None, int] | None:
    """Return the series (None: the first that has one there) and position that a cell shows, or None."""
    name, heading = _name(table, row), table.columns[column].title
    labels = [each.label for each in plot.series]
    if name in plot.positions:
        return (labels.index(heading) if heading in labels else None), plot.positions.index(name)
    if name in labels and heading in plot.positions:
        return labels.index(name), plot.positions.index(heading)
    return None


def _name(table: Table, row: int) -> str:
    return table.rows[row][0].text.removesuffix(_OPEN)


def _rows(table: Table, name: str) -> frozenset[int]:
    return frozenset(at for at in range(len(table.rows)) if _name(table, at) == name)


def _column(table: Table, title: str) -> int | None:
    titles = [column.title for column in table.columns]
    return titles.index(title, 1) if title in titles[1:] else None
