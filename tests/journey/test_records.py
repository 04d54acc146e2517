"""Working in the records as in a spreadsheet: filters from the headings, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.filters import ValueFilter
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records_grid import RecordsGrid

LEFT, ALT, CTRL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PANEL = "panel_notifications_2020_2021.xlsx"


@pytest.fixture
def grid(qtbot, window: MainWindow) -> RecordsGrid:
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    window.loaded.go_to("records")
    return window.loaded.records.grid


def section(grid: RecordsGrid, key: str) -> int:
    return [column.key for column in grid.grid.columns].index(key)


def column(grid: RecordsGrid, key: str) -> set[str]:
    at, model = section(grid, key), grid.model()
    return {model.index(row, at).data() for row in range(model.rowCount())}


def press(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)


def test_a_column_is_filtered_by_keyboard_alone(qtbot, window, grid):
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, section(grid, "local_authority")))
    qtbot.keyClick(grid, Qt.Key.Key_Down, ALT)
    popup = window.columns.popup
    qtbot.keyClicks(popup.finder, "kent")
    qtbot.keyClick(popup.finder, Qt.Key.Key_Return)
    qtbot.keyClick(popup.finder, Qt.Key.Key_Down)
    qtbot.keyClick(popup.tree, Qt.Key.Key_Space)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert column(grid, "local_authority") == {"Kent"}
    assert [chip.words for chip in window.loaded.chips.chips] == ["Local authority is Kent"]
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert grid.model().rowCount() == 912


def test_what_each_value_would_give_follows_the_other_filters(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(workspace.state.only("nature", "Child death"))
    grid.ask_menu(section(grid, "age_group"))
    lines = {line.value: line.text for line in window.columns.popup.tree.lines}
    workspace.update(workspace.state.only("nature", "Serious harm"))
    after = {line.value: line.text for line in window.columns.popup.tree.lines}
    assert set(lines) == set(after)
    assert lines != after


def test_columns_are_hidden_and_pinned_and_that_is_undone(qtbot, window, grid):
    grid.ask_menu(section(grid, "reference"))
    press(qtbot, window.columns.popup.hiding)
    grid.ask_menu(section(grid, "region"))
    press(qtbot, window.columns.popup.pin)
    assert section(grid, "region") == 0
    assert "reference" not in [column.key for column in grid.grid.columns]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert section(grid, "reference") == 0


def test_a_filter_that_cannot_apply_stays_as_a_chip_and_shows_no_rows(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(workspace.state.with_filter(ValueFilter("shoe_size", ("43",))))
    (chip,) = window.loaded.chips.chips
    assert "does not apply to this file" in chip.words
    assert "no such column" in chip.toolTip()
    assert grid.model().rowCount() == 0
    qtbot.mouseClick(chip, LEFT, pos=QPoint(20, 14))
    assert grid.model().rowCount() == 912


def test_a_year_is_folded_out_and_one_of_its_months_taken_away(qtbot, window, grid):
    grid.ask_menu(section(grid, "date_notified"))
    tree = window.columns.popup.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert {day[-4:] for day in column(grid, "date_notified")} == {"2021"}
    for _ in range(4):  # fold out the year, go to its first quarter, fold that out, go to its first month
        qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.current == "Jan 2021"
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert "Jan 2021" not in {day[3:] for day in column(grid, "date_notified")}
    assert "Feb 2021" in {day[3:] for day in column(grid, "date_notified")}
