"""Pointing at a mark frames its cells in the table beside it, and pointing at a cell its mark."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.presentation.models import Cell, CellKind, PlotKind, Table, TableColumn
from desktop_app.ui.charts.chart_and_table import ChartAndTable
from tests.support.charts import YEARS, plot, series


def table() -> Table:
    columns = (TableColumn("p", "Year", CellKind.TEXT), TableColumn("n", "Deaths", CellKind.COUNT))
    rows = tuple((Cell(year), Cell(str(at), at)) for at, year in enumerate(YEARS))
    return Table("made", "Made by hand", "", columns, rows, (), "")


@pytest.fixture
def both(qtbot, theme):
    page = ChartAndTable(theme, "Table")
    qtbot.addWidget(page)
    page.resize(900, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.show_both(plot(PlotKind.STACKED, YEARS, series("deaths", (1, 2, 3))), table())
    return page


def test_stepping_along_the_chart_frames_row_after_row_and_letting_go_none(qtbot, both):
    chart, grid = both.panel.chart, both.block.grid
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_Right, 1)):
        qtbot.keyClick(chart, key)
        assert grid._linked.rows == {row}
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert not grid._linked.rows


def test_the_mouse_over_the_chart_frames_the_row(qtbot, both):
    plane = both.panel.chart.plane
    qtbot.mouseMove(plane, plane.drawing.spots[2].centre.toPoint())
    assert both.block.grid._linked.rows == {2}
    with qtbot.waitSignal(plane.highlighted):
        QTest.mouseMove(plane, QPoint(1, 1))
    assert not both.block.grid._linked.rows


def test_the_keyboard_in_the_table_frames_the_mark(qtbot, both):
    grid = both.block.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1, 1))
    assert both.panel.chart.spot.mark.position == 1
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert both.panel.chart.spot.mark.position == 2


def test_the_mouse_over_the_table_frames_the_mark_until_it_leaves(qtbot, both):
    grid = both.block.grid
    both.ensureWidgetVisible(grid)
    qtbot.mouseMove(grid.viewport(), grid.visualRect(grid.model().index(2, 0)).center())
    assert both.panel.chart.spot.mark.position == 2
    grid.hovered.emit(-1, -1)
    assert both.panel.chart.spot is None


def test_a_period_is_framed_in_every_little_chart(qtbot, both):
    both.show_both(
        plot(PlotKind.MULTIPLES, YEARS, series("deaths", (1, 2, 3)), series("other", (4, 5, 6))), table()
    )
    plane = both.panel.chart.plane
    qtbot.keyClick(both.panel.chart, Qt.Key.Key_Home)
    assert [spot.mark.value for spot in plane._highlight._beside] == [4]
    plane.grab()  # it can be painted
    qtbot.keyClick(both.panel.chart, Qt.Key.Key_Escape)
    assert plane._highlight._beside == ()
