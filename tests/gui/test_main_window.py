"""The window: what it shows of a view, what it wishes for, and how it tells of trouble."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.services.settings import Settings
from desktop_app.ui.actions import ACTIONS, PAGES, Menu
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.samples import SAMPLES
from desktop_app.ui.shortcuts import ShortcutsDialog
from tests.support.handmade import HandmadeWorkspace, view_for

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def press(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_start_page_offers_the_ways_in_and_says_that_nothing_leaves_the_computer(window):
    shown = " ".join(texts(window.start))
    assert "Nothing leaves this computer" in shown
    assert window.start.open_button.isVisible()
    assert len(window.start.sample_buttons) == len(SAMPLES)
    assert not window.top.isVisible()
    assert window.windowTitle() == "Notification Statistics Viewer"


def test_a_sample_button_opens_that_sample(qtbot, window, workspace):
    press(qtbot, window.start.sample_buttons["messy_returns.xlsx"])
    assert [path.name for path in workspace.paths] == ["messy_returns.xlsx"]


def test_a_file_that_was_open_is_offered_again_and_a_sample_is_not(loaded, workspace, tmp_path):
    assert Settings().values.recent == (str(tmp_path / "handmade_notifications.xlsx"),)
    loaded.actions_.submenus["samples"].actions()[0].trigger()
    assert len(Settings().values.recent) == 1


def test_the_title_and_the_top_bar_name_the_file_and_account_for_its_rows(loaded):
    assert loaded.windowTitle() == "handmade_notifications.xlsx - Notification Statistics Viewer"
    assert loaded.top.account.text() == "2,985 rows read, 2,983 used · how it was read"


def test_the_account_leads_to_how_it_was_read(qtbot, loaded):
    press(qtbot, loaded.top.account)
    assert loaded.loaded.page == "reading"
    loaded.loaded.go_to("quality")
    assert "2 findings" in " ".join(texts(loaded.loaded.quality))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_reached_by_its_shortcut(qtbot, loaded, page):
    qtbot.keyClick(loaded, Qt.Key(Qt.Key.Key_1.value + PAGES.index(page)), CTRL)
    assert loaded.loaded.page == page
    assert loaded.actions_[page].isChecked()


def test_the_choices_at_the_top_are_wishes_and_what_the_data_cannot_tell_is_disabled(
    qtbot, loaded, workspace
):
    children, of_incident = loaded.top.unit.findChildren(QAbstractButton)[1], loaded.top.basis
    press(qtbot, children)
    assert workspace.state.unit is Unit.CHILDREN
    assert not of_incident.findChildren(QAbstractButton)[1].isEnabled()
    loaded.top.period.setFocus()
    qtbot.keyClick(loaded.top.period, Qt.Key.Key_Down)
    assert workspace.state.period is PeriodKind.FINANCIAL_YEAR


def test_ticking_a_value_filters_and_its_chip_takes_it_back(qtbot, loaded, workspace):
    london = next(b for b in loaded.loaded.filters.box("region").buttons if b.line.value == "London")
    press(qtbot, london)
    assert workspace.state.filters == (ValueFilter("region", ("London",)),)
    assert london.isChecked()
    (chip,) = loaded.loaded.chips.chips
    assert chip.words == "Region is London"
    qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 12, chip.height() // 2))
    assert workspace.state.filters == ()
    assert not london.isChecked()


def test_space_ticks_the_value_that_has_the_focus(qtbot, loaded, workspace):
    button = loaded.loaded.filters.box("nature").buttons[1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert workspace.state.filters == (ValueFilter("nature", ("Child death",)),)


def test_a_list_folds_and_says_how_many_are_chosen(qtbot, loaded, workspace):
    box = loaded.loaded.filters.box("ethnicity")
    assert box.buttons == ()
    press(qtbot, box.heading)
    assert box.buttons[0].line.value == "White"
    press(qtbot, box.buttons[0])
    press(qtbot, box.heading)
    assert box.heading.text() == "Ethnicity (1 chosen)"


def test_no_value_of_the_filter_panel_is_cut(loaded):
    for column in ("nature", "age_group", "region"):
        for button in loaded.loaded.filters.box(column).buttons:
            assert button.height() >= button.heightForWidth(button.width())


def test_typing_searches_after_a_pause_and_enter_at_once(qtbot, loaded, workspace):
    qtbot.keyClick(loaded, Qt.Key.Key_F, CTRL)
    search = loaded.loaded.filters.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "knife")
    assert workspace.state.search == ""
    qtbot.waitUntil(lambda: workspace.state.search == "knife")
    qtbot.keyClicks(search, " crime")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.search == "knife crime"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert workspace.state.search == ""


def test_undo_and_redo_carry_the_words_of_what_they_do(qtbot, loaded, workspace):
    assert not loaded.actions_["undo"].isEnabled()
    press(qtbot, loaded.loaded.filters.box("nature").buttons[0])
    assert loaded.actions_["undo"].text() == "&Undo: the last change"
    qtbot.keyClick(loaded, Qt.Key.Key_Z, CTRL)
    assert workspace.state.filters == ()
    assert not loaded.actions_["undo"].isEnabled()
    assert loaded.actions_["redo"].isEnabled()
    press(qtbot, loaded.top.redo)
    assert workspace.state.filters


def test_a_card_filters_and_the_same_click_takes_it_back(qtbot, loaded, workspace):
    card = loaded.loaded.overview.cards[1]
    press(qtbot, card)
    assert workspace.state.filters == (ValueFilter("nature", ("Child death",)),)
    press(qtbot, card)
    assert workspace.state.filters == ()


def test_a_heading_of_the_records_sorts_and_shows_the_order(qtbot, loaded, workspace):
    loaded.loaded.go_to("records")
    headings = loaded.loaded.records.grid.horizontalHeader()
    at = QPoint(headings.sectionViewportPosition(2) + 20, headings.height() // 2)
    qtbot.mouseClick(headings.viewport(), LEFT, pos=at)
    assert workspace.state.sort == (SortKey("region"),)
    assert "Sorted by Region." in texts(loaded.loaded.records)
    qtbot.mouseClick(headings.viewport(), LEFT, pos=at)
    assert workspace.state.sort == (SortKey("region", True),)
    press(qtbot, loaded.loaded.records.unsort)
    assert workspace.state.sort == ()


def test_a_breakdown_is_chosen_and_its_cells_filter(qtbot, loaded, workspace):
    loaded.loaded.go_to("breakdowns")
    press(qtbot, loaded.loaded.breakdowns.buttons["region"])
    assert workspace.state.by == "region"
    grid = loaded.loaded.breakdowns.block.grid
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(grid.model().index(1, 0)).center())
    assert workspace.state.filters == (ValueFilter("region", ("London",)),)


def test_the_chart_of_the_trends_is_a_wish(qtbot, loaded, workspace):
    loaded.loaded.go_to("trends")
    qtbot.keyClick(loaded.loaded.trends.chooser, Qt.Key.Key_Down)
    assert workspace.state.chart == "lines"
    assert loaded.loaded.trends.run.isHidden()


def test_the_length_of_a_run_is_a_wish_where_the_chart_marks_runs(qtbot, loaded, workspace):
    loaded.loaded.go_to("trends")
    loaded.loaded.trends.chooser.chosen.emit("control")
    assert workspace.state.chart == "control"
    press(qtbot, loaded.loaded.trends.run.findChildren(QAbstractButton)[1])
    assert workspace.state.run == 6


def test_the_table_stands_in_the_chart_s_place_when_asked_for(qtbot, loaded):
    panel = loaded.loaded.overview.panel
    press(qtbot, panel.table_button)
    assert panel.block.grid.isVisible()
    assert panel.table_button.text() == "Chart"
    press(qtbot, panel.copy_button)
    assert QGuiApplication.clipboard().text().startswith("Year to 31 March\tChild death")


def test_reading_shows_stage_rows_and_a_way_to_stop_while_the_window_stays(qtbot, loaded, workspace):
    loaded.reading_changed("Reading rows", 120_000, 1_048_575)
    assert loaded.reading.words == "Reading rows: 120,000 of 1,048,575 (11%)"
    assert loaded.loaded.isVisible()
    press(qtbot, loaded.reading.cancel)
    assert ("cancel",) in workspace.asked
    assert not loaded.reading.isVisible()


def test_trouble_is_told_with_its_hint_and_the_view_stays(loaded):
    loaded.trouble(UserError("The file is empty.", "Choose another."))
    assert {"The file is empty.", "Choose another."} <= set(texts(loaded.banner))
    assert loaded.loaded.isVisible()


def test_a_view_that_is_being_updated_is_dimmed_only_when_that_lasts(qtbot, loaded):
    loaded.updating_changed(True)
    assert not loaded.loaded.veil.isVisible()
    qtbot.waitUntil(loaded.loaded.veil.isVisible)
    loaded.updating_changed(False)
    assert not loaded.loaded.veil.isVisible()


def test_files_dropped_on_the_window_are_opened(window, workspace, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.xlsx", "b.csv")])
    where, copying = QPoint(50, 50), Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(where, copying, data, LEFT, nothing)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(where), copying, data, LEFT, nothing))
    assert [path.name for path in workspace.paths] == ["a.xlsx", "b.csv"]


def test_exporting_takes_one_key_more_and_tells_where_it_is(qtbot, loaded, workspace):
    press(qtbot, loaded.top.export)
    qtbot.keyClick(loaded.exporting.dialog, Qt.Key.Key_Return)
    kind, wish, path = workspace.asked[-1]
    assert (kind, wish, path.name) == ("export", ExportWish(), "handmade_notifications figures.xlsx")
    assert path.name in loaded.saved.words
    assert loaded.exporting.dialog is None


def test_giving_up_the_dialog_exports_nothing(qtbot, loaded, workspace):
    press(qtbot, loaded.top.export)
    qtbot.keyClick(loaded.exporting.dialog, Qt.Key.Key_Escape)
    assert all(asked[0] != "export" for asked in workspace.asked)
    assert loaded.exporting.dialog is None


def test_every_shortcut_is_listed_and_none_is_given_twice(loaded, qtbot):
    given = [spec.shortcut for spec in ACTIONS if spec.shortcut]
    assert len(given) == len(set(given))
    dialog = ShortcutsDialog(loaded)
    qtbot.addWidget(dialog)
    dialog.show()
    listed = texts(dialog)
    assert set(given) <= set(listed)


def test_the_menus_hold_every_action(loaded):
    menus = {action.text(): action.menu() for action in loaded.menuBar().actions()}
    assert list(menus) == [menu.value for menu in Menu]
    held = sum(len([a for a in menu.actions() if not a.isSeparator()]) for menu in menus.values())
    assert held == len(ACTIONS)


def test_the_look_changes_at_once_and_is_remembered(loaded):
    before = loaded.grab().toImage().pixelColor(4, 300)
    loaded.actions_["theme_dark"].trigger()
    assert loaded.grab().toImage().pixelColor(4, 300).lightness() < before.lightness()
    assert Settings().values.theme == "dark"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_the_window_fits_its_sizes(qtbot, loaded, size):
    loaded.resize(*size)
    for page in PAGES:
        loaded.loaded.go_to(page)
        qtbot.wait(1)
        assert (loaded.width(), loaded.height()) == size
    for area in (loaded.loaded.overview, loaded.loaded.trends):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_away_from_the_overview_the_cautions_are_one_click_away(qtbot, loaded):
    assert not loaded.loaded.cautions.isVisible()
    loaded.loaded.go_to("records")
    assert loaded.loaded.cautions.text() == "Be careful: 2 notes"
    press(qtbot, loaded.loaded.cautions)
    assert loaded.loaded.page == "overview"


def test_a_window_made_smaller_again_shows_the_overview_without_scrolling(qtbot, loaded):
    for size in ((1920, 1080), (1366, 768)):
        loaded.resize(*size)
        qtbot.wait(20)
    assert loaded.loaded.overview.verticalScrollBar().maximum() == 0


def test_everything_that_takes_the_focus_has_a_name(loaded):
    for page in PAGES:
        loaded.loaded.go_to(page)
        for widget in loaded.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.focusProxy() is None:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, f"{widget} in {widget.parent()} on {page}"


def test_tab_goes_through_the_window_in_its_order_and_comes_back(qtbot, loaded, workspace):
    workspace.update(workspace.state.toggled("region", "London"))
    loaded.top.account.setFocus()
    seen: list[QWidget] = []
    for _ in range(80):
        qtbot.keyClick(loaded.focusWidget(), Qt.Key.Key_Tab)
        if loaded.focusWidget() is loaded.top.account:
            break
        seen.append(loaded.focusWidget())
    else:
        pytest.fail("Tab does not come back")
    parts = loaded.loaded
    (chip,) = parts.chips.chips
    in_order = (
        loaded.top.export,
        parts.filters.search,
        parts.filters.box("nature").buttons[0],
        parts.filters.box("region").buttons[0],
        parts.tabs,
        chip,
        parts.overview.cards[0],
        parts.overview.panel.chart,
        parts.overview.briefing.copy_buttons[0],
    )
    places = [seen.index(widget) for widget in in_order]
    assert places == sorted(places)


def test_a_page_is_brought_up_to_date_only_when_it_is_looked_at(loaded, workspace):
    assert workspace.made_records.asked == 0
    loaded.loaded.go_to("records")
    assert workspace.made_records.asked > 0


def test_the_window_remembers_its_place(qtbot, theme, tmp_path):
    first = MainWindow(HandmadeWorkspace(), Settings(), theme)
    qtbot.addWidget(first)
    first.resize(1024, 700)  # the screen of the tests is hardly wider
    first.show()
    first.close()
    second = MainWindow(HandmadeWorkspace(), Settings(), theme)
    qtbot.addWidget(second)
    assert second.size() == first.size()
    assert Path(Settings().values.last_folder or ".").exists()


def test_one_key_leads_from_the_chart_to_its_table_and_back(qtbot, loaded):
    for page in ("trends", "overview"):
        loaded.actions_[page].trigger()
        panel = loaded.loaded.overview.panel if page == "overview" else loaded.loaded.trends.panel
        grid = panel.block.grid if page == "overview" else loaded.loaded.trends.block.grid
        loaded.actions_["table"].trigger()
        qtbot.waitUntil(grid.hasFocus)
        loaded.actions_["table"].trigger()
        qtbot.waitUntil(panel.chart.hasFocus)


def test_the_keyboard_is_at_the_open_file_after_another_was_read(loaded, workspace, tmp_path):
    loaded.loaded.filters.search.setFocus()
    loaded.reading_changed("Reading rows", 0, 0)
    loaded.reading.cancel.setFocus()
    loaded.reading_changed(None, 0, 0)
    assert loaded.focusWidget() is loaded.loaded
    loaded.top.account.setFocus()
    workspace.open([tmp_path / "another.xlsx"])
    assert loaded.focusWidget() is loaded.loaded


def test_a_lone_choice_of_a_breakdown_stands_in_the_middle(qtbot, loaded):
    page = loaded.loaded.breakdowns
    loaded.loaded.go_to("breakdowns")
    page.show_view(replace(view_for(ViewState()), breakdowns=(("region", "Region"),), breakdown=None))
    lone = page.buttons["region"]
    middle = page.rect().center().x()
    qtbot.waitUntil(lambda: abs(lone.mapTo(page, lone.rect().center()).x() - middle) <= 2)
