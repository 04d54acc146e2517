"""Choosing several at once: bars, periods, points and cells that the mouse or the keyboard goes over."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.charts.plane import Plane
from desktop_app.ui.main_window import MainWindow

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
YEARS = "dfe_notifications_2019-20_to_2025-26.xlsx"


@pytest.fixture
def opened(qtbot, window: MainWindow) -> MainWindow:
    qtbot.mouseClick(window.start.sample_buttons[YEARS], LEFT)
    return window


def chips(window: MainWindow) -> list[str]:
    return [chip.words for chip in window.loaded.chips.chips]


def wish(window: MainWindow, **wishes: object) -> None:
    workspace = window._workspace
    workspace.update(replace(workspace.state, **wishes))


def brush(qtbot, plane: Plane, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(plane.viewport(), LEFT, pos=start)
    qtbot.mouseMove(plane.viewport(), (start + end) / 2)
    qtbot.mouseMove(plane.viewport(), end)
    qtbot.mouseRelease(plane.viewport(), LEFT, pos=end)


def middle(plane: Plane, position: int) -> QPoint:
    return next(s for s in plane.drawing.spots if s.mark.position == position).centre.toPoint()


@pytest.mark.parametrize("chart", ["nature", "grouped", "lines", "rate"])
def test_periods_are_chosen_by_drawing_over_them_and_given_back_the_same_way(qtbot, opened, chart):
    opened.loaded.go_to("trends")
    wish(opened, chart=chart)
    plane = opened.loaded.trends.panel.chart.plane
    brush(qtbot, plane, middle(plane, 1), middle(plane, 3))
    assert chips(opened) == ["Date notified from 1 April 2020 to 31 March 2023"]
    last = max(spot.mark.position for spot in plane.drawing.spots)
    brush(qtbot, plane, middle(plane, 0), middle(plane, last))
    assert chips(opened) == []


def test_a_mouse_that_trembles_within_one_column_is_a_click_on_it(qtbot, opened):
    plane = opened.loaded.overview.panel.chart.plane
    start = middle(plane, 2)
    brush(qtbot, plane, start, start + QPoint(9, 0))
    assert chips(opened) == [
        "Date notified from 1 April 2021 to 31 March 2022",
        "Nature of notification is Child death",
    ]


def bars(window: MainWindow) -> tuple[ChartView, list[str]]:
    """Go to the bars of the regions, and return them with their names from the top."""
    window.loaded.go_to("breakdowns")
    wish(window, by="region")
    chart = window.loaded.breakdowns.panel.chart
    assert isinstance(chart.plot, Plot)
    return chart, list(chart.plot.positions)


def chosen(window: MainWindow) -> set[str]:
    values = window._workspace.state.filter_on("region")
    return set(values.values) if values else set()


def test_bars_are_chosen_by_drawing_down_over_them(qtbot, opened):
    chart, names = bars(opened)
    brush(qtbot, chart.plane, middle(chart.plane, 1), middle(chart.plane, 3))
    assert chosen(opened) == set(names[1:4])


def test_a_bar_is_added_with_ctrl_and_given_back_while_the_others_stand_in_grey(qtbot, opened):
    chart, names = bars(opened)
    qtbot.mouseClick(chart.plane.viewport(), LEFT, pos=middle(chart.plane, 0))
    assert chosen(opened) == {names[0]}
    assert set(chart.plot.positions) == set(names)
    port, place = chart.plane.viewport(), list(chart.plot.positions).index(names[4])
    qtbot.mouseClick(port, LEFT, CTRL, pos=middle(chart.plane, place))
    assert chosen(opened) == {names[0], names[4]}
    place = list(chart.plot.positions).index(names[4])
    qtbot.mouseClick(port, LEFT, CTRL, pos=middle(chart.plane, place))
    assert chosen(opened) == {names[0]}
    qtbot.mouseClick(port, LEFT, pos=middle(chart.plane, list(chart.plot.positions).index(names[0])))
    assert chosen(opened) == set()


@pytest.mark.parametrize("form", ["heat", "tiles", "funnel"])
def test_cells_tiles_and_points_are_chosen_by_drawing_around_them(qtbot, opened, form):
    chart, _ = bars(opened)
    wish(opened, form=form)
    spots = chart.plane.drawing.spots
    first, second = spots[0], min(spots[1:], key=lambda s: (s.centre - spots[0].centre).manhattanLength())
    area = first.rect.united(second.rect).adjusted(-1, -1, 1, 1)
    brush(qtbot, chart.plane, area.topLeft().toPoint(), area.bottomRight().toPoint())
    wanted = {pick.values[0] for s in (first, second) for pick in s.mark.picks if pick.column == "region"}
    assert wanted <= chosen(opened)
    assert len(chosen(opened)) < 9


def test_several_periods_and_bars_are_chosen_by_keyboard(qtbot, opened):
    chart = opened.loaded.overview.panel.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    for _ in range(2):
        qtbot.keyClick(chart, Qt.Key.Key_Right, SHIFT)
    assert chart.plane._highlight._band is not None
    chart.plane.grab()  # it can be painted
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chips(opened) == ["Date notified from 1 April 2019 to 31 March 2022"]
    assert chart.plane._highlight._band is None
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(chart, Qt.Key.Key_Left)  # without Shift one alone is framed
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chips(opened)[0] == "Date notified from 1 April 2019 to 31 March 2020"


def test_the_same_key_takes_a_filter_back(qtbot, opened):
    chart = opened.loaded.overview.panel.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chips(opened)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chips(opened) == []


def test_cells_of_the_table_that_are_selected_are_filtered_by_together(qtbot, opened):
    bars(opened)
    grid = opened.loaded.breakdowns.block.grid
    names = [grid.model().index(row, 0).data() for row in range(2)]
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert chosen(opened) == set(names)
    assert "Date notified from 1 April 2019 to 31 March 2021" in chips(opened)


def test_a_breakdown_is_sorted_by_keyboard_as_by_its_headings(qtbot, opened):
    bars(opened)
    grid = opened.loaded.breakdowns.block.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 2))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    pivot = opened._workspace.state.pivot
    assert (pivot.order, pivot.descending) == ("2020-21", True)
    counts = [int(grid.model().index(row, 2).data()) for row in range(9)]
    assert counts == sorted(counts, reverse=True)
