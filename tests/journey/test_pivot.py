"""An analyst breaks notifications down by two columns, sorts, clicks a cell, and takes the table along."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt

from desktop_app.catalogue.resources import sample
from desktop_app.services.usecases import export_workbook, load
from desktop_app.ui.main_window import MainWindow

PANEL = "panel_notifications_2020_2021.xlsx"


@pytest.fixture
def page(qtbot, window: MainWindow):
    qtbot.mouseClick(window.start.sample_buttons[PANEL], Qt.MouseButton.LeftButton)
    window.loaded.go_to("breakdowns")
    breakdowns = window.loaded.breakdowns
    qtbot.mouseClick(breakdowns.buttons["region"], Qt.MouseButton.LeftButton)
    return breakdowns


def chosen(qtbot, box, text: str) -> None:
    qtbot.keyClicks(box, text)
    assert box.currentText() == text


def click_heading(qtbot, grid, column: int) -> None:
    header = grid.horizontalHeader()
    at = QPoint(
        header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2
    )
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_two_columns_sorted_clicked_and_exported(qtbot, window, page, tmp_path):
    assert page.pivot.when.isHidden()
    chosen(qtbot, page.pivot.across, "Nature of notification")
    assert page.block.table.title == "Notifications by region and nature of notification"
    assert [cell.text for cell in page.block.table.rows[-1]] == ["Total", "362", "490", "9", "861"]
    click_heading(qtbot, page.block.grid, 1)
    assert page.block.table.rows[0][0].text == "South East"
    click_heading(qtbot, page.block.grid, 1)
    assert page.block.table.rows[0][0].text == "North East"
    click_heading(qtbot, page.block.grid, 1)
    assert window._workspace.state.pivot.order == ""
    chosen(qtbot, page.pivot.when, "2021")
    assert [cell.text for cell in page.block.table.rows[-1]] == ["Total", "156", "223", "0", "379"]
    workspace = window._workspace
    out = tmp_path / "pivot.xlsx"
    export_workbook(load([sample(PANEL)]), workspace.state, out)
    sheets = load_workbook(out)
    assert any(
        [cell.value for cell in row[:5]] == ["Total", 156, 223, 0, 379]
        for sheet in sheets
        for row in sheet.iter_rows()
    )
    grid = page.block.grid
    cell = grid.visualRect(grid.model().index(0, 1)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert {kept.column for kept in workspace.state.filters} == {"region", "nature", "date_notified"}
    window.actions_["undo"].trigger()
    assert workspace.state.filters == ()
