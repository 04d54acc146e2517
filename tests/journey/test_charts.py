"""An analyst's task from end to end: look closer, narrow down, remark on it, compare regions, hand it on."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desktop_app.domain.filters import DateFilter
from desktop_app.ui.charts.words_dialog import WordsDialog
from desktop_app.ui.main_window import MainWindow

DFE = "dfe_notifications_2019-20_to_2025-26.xlsx"
Key = Qt.Key


@pytest.fixture
def opened(qtbot, window: MainWindow) -> MainWindow:
    qtbot.mouseClick(window.start.sample_buttons[DFE], Qt.MouseButton.LeftButton)
    window.loaded.go_to("trends")
    return window


def choose(qtbot, box, text: str) -> None:
    qtbot.keyClicks(box, text)


def test_from_a_look_at_some_quarters_to_a_filter_and_back(qtbot, opened):
    choose(qtbot, opened.top.period, "Quarter")
    panel = opened.loaded.trends.panel
    for key in (Key.Key_Home, Key.Key_Plus, Key.Key_Plus):
        qtbot.keyClick(panel.chart, key)
    assert panel.plot.positions[0] == "Apr-Jun 2019"
    count = len(panel.plot.positions)
    assert count == 7
    panel.stretch.filtering.click()
    (chosen,) = opened._workspace.state.filters
    assert isinstance(chosen, DateFilter)
    assert (str(chosen.first), str(chosen.last)) == ("2019-04-01", "2020-12-31")
    assert len(panel.plot.positions) == count
    opened.actions_["undo"].trigger()
    assert opened._workspace.state.filters == ()
    assert len(panel.plot.positions) == 28


def test_a_note_is_drawn_listed_exported_and_taken_back(qtbot, opened, answers):
    panel = opened.loaded.trends.panel
    panel.words_button.click()
    dialog = opened.findChild(WordsDialog)
    dialog.adding.click()
    dialog.rows[0].period.setCurrentText("2020-21")
    dialog.rows[0].text.setText("Covid-19 lockdown")
    dialog.accept()
    assert [note.text for note in panel.plot.notes] == ["Covid-19 lockdown"]
    told = "Notes written by hand: 2020-21: Covid-19 lockdown."
    assert told in opened.loaded.trends.block.table.notes
    opened.actions_["export"].trigger()
    opened.exporting.dialog.set_place(answers.folder / "figures.xlsx")
    qtbot.keyClick(opened.exporting.dialog, Key.Key_Return)
    book = load_workbook(answers.folder / "figures.xlsx")
    assert any(told in str(cell.value) for sheet in book for row in sheet for cell in row)
    assert opened._workspace.undo_words == "Note: Covid-19 lockdown"
    opened.actions_["undo"].trigger()
    assert panel.plot.notes == ()


@pytest.mark.parametrize(("form", "spots"), [("heat", 63), ("multiples", 63), ("tiles", 9), ("rates", 9)])
def test_regions_are_seen_in_every_form_and_a_click_filters(qtbot, opened, form, spots):
    opened.loaded.go_to("breakdowns")
    page = opened.loaded.breakdowns
    page.buttons["region"].click()
    page.form.chosen.emit(form)
    assert page.form.current == form
    assert len(page.panel.chart.plane.drawing.spots) == spots
    qtbot.keyClick(page.panel.chart, Key.Key_Right)
    qtbot.keyClick(page.panel.chart, Key.Key_Return)
    assert opened._workspace.state.filter_on("region") is not None


def test_the_part_in_sight_is_what_a_saved_picture_shows(qtbot, opened, answers):
    choose(qtbot, opened.top.period, "Month")
    opened.loaded.trends.panel.chart.plane.brushed.emit(0, 11)
    answers.name = "part.svg"
    opened.actions_["picture"].trigger()
    drawn = (answers.folder / "part.svg").read_text(encoding="utf-8")
    assert "Shown: Apr 2019 to Mar 2020 (12 of 84)" in drawn


def test_limits_begin_anew_by_choice_and_one_step_takes_it_back(qtbot, opened):
    choose(qtbot, opened.top.period, "Quarter")
    trends = opened.loaded.trends
    trends.chooser.chosen.emit("control")
    trends.limits.setCurrentText("New limits from Apr-Jun 2023")
    trends.limits.activated.emit(trends.limits.currentIndex())
    assert len(trends.panel.plot.lines) == 6
    assert "by choice" in trends.panel.plot.source
    assert opened.actions_["undo"].text().endswith("New limits from Apr-Jun 2023")
    opened.actions_["undo"].trigger()
    assert len(trends.panel.plot.lines) == 3


def test_what_a_filter_leaves_out_is_hidden_and_shown_again_in_chart_picture_and_workbook(
    qtbot, opened, answers
):
    workspace, panel = opened._workspace, opened.loaded.trends.panel
    assert not panel.others_button.isVisible()
    workspace.update(workspace.state.only("nature", "Child death"))
    assert panel.plot.totals[-1] == "160 of 357"
    qtbot.mouseClick(panel.others_button, Qt.MouseButton.LeftButton)
    assert panel.others_button.text() == "Show others"
    assert workspace.undo_words == "Leave all others out of charts"
    assert panel.plot.totals[-1] == "160"
    panel.others_button.setFocus()
    qtbot.keyClick(panel.others_button, Key.Key_Space)
    answers.name = "beside.svg"
    opened.actions_["picture"].trigger()
    assert "160 of 357" in (answers.folder / "beside.svg").read_text(encoding="utf-8")
    opened.actions_["export"].trigger()
    opened.exporting.dialog.set_place(answers.folder / "figures.xlsx")
    qtbot.keyClick(opened.exporting.dialog, Key.Key_Return)
    book = load_workbook(answers.folder / "figures.xlsx")
    texts = {str(cell.value) for sheet in book for row in sheet for cell in row}
    assert {"All other notifications", "Notifications, without filters"} <= texts
