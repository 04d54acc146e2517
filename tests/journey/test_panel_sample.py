"""An official's task from end to end: open the Panel's file, look, narrow down, hand the figures on."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.units import Unit
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.widgets.chip import ChipButton

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PANEL = "panel_notifications_2020_2021.xlsx"


@pytest.fixture
def opened(qtbot, window: MainWindow) -> MainWindow:
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    return window


def figures(window: MainWindow) -> dict[str, str]:
    return {
        card.accessibleName().split(":")[0]: card.accessibleName() for card in window.loaded.overview.cards
    }


def value(window: MainWindow, column: str, text: str) -> QAbstractButton:
    box = window.loaded.filters.box(column)
    return next(button for button in box.buttons if button.line.value == text)


def test_the_published_figures_stand_on_the_overview(opened):
    shown = " ".join(figures(opened).values())
    assert "Notifications, 2021: 379. 21% fewer than in 2020 (482)" in shown
    assert "Child deaths, 2021: 156. 24% fewer than in 2020 (206)" in shown
    assert opened.windowTitle().startswith(PANEL)


def test_switching_to_children_counts_children(qtbot, opened):
    qtbot.mouseClick(opened.top.unit.findChildren(QAbstractButton)[1], LEFT)
    assert opened.top.unit.current == Unit.CHILDREN
    assert "Children concerned, 2021: 398" in " ".join(figures(opened).values())
    shown = [chip for chip in opened.loaded.chips.findChildren(ChipButton) if chip.isVisible()]
    assert shown[0].words == "all 912 children"


def test_filter_click_a_bar_undo_and_redo(qtbot, opened):
    workspace = opened._workspace
    all_of_them = opened.loaded.overview.panel.plot
    qtbot.mouseClick(value(opened, "region", "London"), LEFT)
    london = opened.loaded.overview.panel.plot
    assert london != all_of_them
    assert [chip.words for chip in opened.loaded.chips.chips] == ["Region is London"]
    plane = opened.loaded.overview.panel.chart.plane
    qtbot.wait(1)
    spot = next(spot for spot in plane.drawing.spots if spot.mark.picks)
    qtbot.mouseClick(plane.viewport(), LEFT, pos=spot.rect.center().toPoint())
    kinds = {type(chosen) for chosen in workspace.state.filters}
    assert ValueFilter in kinds
    assert len(workspace.state.filters) > 1
    assert any(isinstance(chosen, DateFilter) for chosen in workspace.state.filters)
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert workspace.state.filters == (ValueFilter("region", ("London",)),)
    assert opened.loaded.overview.panel.plot == london
    assert "Region is London" in opened.actions_["undo"].text()
    qtbot.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert opened.loaded.overview.panel.plot == all_of_them
    qtbot.keyClick(opened, Qt.Key.Key_Y, CTRL)
    assert opened.loaded.overview.panel.plot == london


def test_the_exported_workbook_holds_the_figures_that_are_shown(qtbot, opened, answers):
    qtbot.keyClick(opened, Qt.Key.Key_E, CTRL)
    opened.exporting.dialog.set_place(answers.folder / "figures.xlsx")
    qtbot.keyClick(opened.exporting.dialog, Qt.Key.Key_Return)
    assert "figures.xlsx" in opened.saved.words
    workbook = load_workbook(answers.folder / "figures.xlsx", read_only=True)
    cells = {cell for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row}
    workbook.close()
    assert {482, 379, 206, 156, 514, 398} <= cells
    assert sorted(path.name for path in answers.folder.iterdir()) == ["figures.xlsx"]


def test_a_sentence_is_copied_as_it_stands(qtbot, opened):
    qtbot.mouseClick(opened.loaded.overview.briefing.copy_buttons[0], LEFT)
    assert "379 notifications in 2021, 21% fewer than in 2020 (482)" in QGuiApplication.clipboard().text()


def test_the_chart_is_saved_as_a_picture_and_copied_with_its_table(qtbot, opened, answers):
    answers.name = "chart.png"
    qtbot.mouseClick(opened.loaded.overview.panel.save_button, LEFT)
    image = QImage(str(answers.folder / "chart.png"))
    assert image.width() == 3 * 960
    answers.name = "chart.svg"
    opened.actions_["picture"].trigger()
    assert "482" in Path(answers.folder / "chart.svg").read_text(encoding="utf-8")
    opened.actions_["copy_chart"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert "482" in data.text()


def test_a_picture_that_cannot_be_saved_is_told_and_the_window_stays(qtbot, opened, answers):
    answers.name = "chart.docx"
    opened.actions_["picture"].trigger()
    assert "docx" in opened.banner.accessibleName()
    assert opened.loaded.isVisible()


def test_the_dark_look_changes_every_page_at_once(opened):
    light = opened.grab().toImage()
    opened.actions_["theme_dark"].trigger()
    dark = opened.grab().toImage()
    corners = [(4, 200), (light.width() - 4, light.height() - 4), (light.width() // 2, 40)]
    assert all(dark.pixelColor(*at).lightness() < light.pixelColor(*at).lightness() for at in corners)


def test_sorting_the_records_puts_them_in_order_and_keeps_their_number(qtbot, opened):
    opened.loaded.go_to("records")
    grid = opened.loaded.records.grid
    model = grid.model()
    before = model.rowCount()
    column = next(
        at
        for at in range(model.columnCount())
        if model.headerData(at, Qt.Orientation.Horizontal) == "Notification reference"
    )
    grid.heading_clicked.emit("reference", False)
    grid.heading_clicked.emit("reference", False)
    references = [model.index(row, column).data() for row in range(model.rowCount())]
    assert references == sorted(references, reverse=True)
    assert model.rowCount() == before == 912


def test_a_file_that_is_none_is_told_in_one_sentence_and_what_was_open_stays(qtbot, opened, answers):
    text = answers.folder / "letter.xlsx"
    text.write_text("Dear Minister", encoding="utf-8")
    answers.opens = [text]
    qtbot.keyClick(opened, Qt.Key.Key_O, CTRL)
    assert opened.banner.isVisible()
    assert opened.banner.accessibleName()
    assert opened.windowTitle().startswith(PANEL)


def test_every_row_of_a_messy_file_is_accounted_for(qtbot, window):
    qtbot.mouseClick(window.start.sample_buttons["messy_returns.xlsx"], LEFT)
    qtbot.mouseClick(window.top.account, LEFT)
    assert window.loaded.page == "reading"
    assert "left out" in window.top.account.text()
    window.loaded.go_to("quality")
    assert window.loaded.quality.grid.model().rowCount() == 9


def test_a_sentence_leads_to_the_table_that_has_its_figures(qtbot, window):
    qtbot.mouseClick(
        window.start.sample_buttons["panel_notifications_2020_2021.xlsx"], Qt.MouseButton.LeftButton
    )
    briefing = window.loaded.overview.briefing
    share = next(at for at, words in enumerate(window._workspace.view.sentences) if "41% of" in words)
    qtbot.mouseClick(briefing.figure_buttons[share], Qt.MouseButton.LeftButton)
    assert window.loaded.page == "trends"
    table = window.loaded.trends.block.table
    assert table.key == "share"
    assert any("156" in cell.text for row in table.rows for cell in row)
    window.actions_["undo"].trigger()
    assert window._workspace.state.chart == "nature"
