"""A mark finds its cells and a cell its mark, whatever stands in the rows."""

from dataclasses import replace

import pytest

from desktop_app.presentation.linked import LinkedCells, cells_of, marks_of
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.view import view_of
from tests.support.results import DFE, Counts, result, with_breakdown


def trend() -> tuple[Plot, Table]:
    plot = next(plot for plot in view_of(result(DFE), ()).plots if plot.key == "nature")
    return plot, plot.table


def by_sex(form: str = "bars") -> tuple[Plot, Table]:
    made = with_breakdown(
        result({2020: Counts(9), 2021: Counts(7)}), "sex", {"Female": [4, 3, 7], "Male": [5, 4, 9]}
    )
    state = replace(made.state, form=form)
    view = view_of(replace(made, resolved=replace(made.resolved, state=state)), ())
    assert view.form_plot is not None
    assert view.breakdown is not None
    return view.form_plot, view.breakdown


def test_a_period_of_a_chart_is_a_row_of_its_table() -> None:
    plot, table = trend()
    at = plot.positions.index("2021")
    cells = cells_of(plot, table, 0, at)
    assert [table.rows[row][0].text for row in cells.rows] == ["2021"]
    assert cells.column is None
    (row,) = cells.rows
    assert marks_of(plot, table, row, 1) == (None, at)


def test_a_value_of_a_breakdown_is_its_row() -> None:
    plot, table = by_sex()
    (row,) = cells_of(plot, table, 0, plot.positions.index("Male")).rows
    assert table.rows[row][0].text == "Male"
    assert marks_of(plot, table, row, 0) == (None, plot.positions.index("Male"))


@pytest.mark.parametrize("form", ["heat", "multiples"])
def test_a_cell_of_values_by_period_is_one_cell(form: str) -> None:
    plot, table = by_sex(form)
    series = [each.label for each in plot.series].index("Female")
    cells = cells_of(plot, table, series, plot.positions.index("2021"))
    (row,) = cells.rows
    assert cells.column is not None
    assert table.rows[row][cells.column].value == 3
    assert marks_of(plot, table, row, cells.column) == (series, plot.positions.index("2021"))


def test_what_the_other_side_does_not_have_has_no_counterpart() -> None:
    plot, table = by_sex()
    total = len(table.rows) - 1
    assert table.rows[total][0].text == "Total"
    assert marks_of(plot, table, total, 0) is None
    without = Table("t", "T", "", table.columns, table.rows[total:], (), "")
    assert cells_of(plot, without, 0, 0) == LinkedCells()
