"""Filtering as in a spreadsheet program: every column from its heading, the panel and its chip."""

from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from desktop_app.catalogue.resources import sample
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.filters import DateFilter, NumberFilter, TextFilter, TextMatch, ValueFilter
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import SortKey
from desktop_app.ui.filters.conditions import DateCondition, NumberCondition
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.grid import RecordsGrid

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
ON_WORDS = QPoint(20, 14)  # of a chip, clear of its cross
PANEL, NATIONAL = "panel_notifications_2020_2021.xlsx", "dfe_published_national.csv"


@pytest.fixture
def grid(qtbot, window: MainWindow) -> RecordsGrid:
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    window.loaded.go_to("records")
    return window.loaded.records.grid


def chips(window: MainWindow) -> list[str]:
    return [chip.words for chip in window.loaded.chips.chips]


def column(grid: RecordsGrid, key: str) -> set[str]:
    at, model = [each.key for each in grid.grid.columns].index(key), grid.model()
    return {model.index(row, at).data() for row in range(model.rowCount())}


def open_menu(qtbot, grid: RecordsGrid, key: str):
    """Open a column's menu by keyboard."""
    section = [column.key for column in grid.grid.columns].index(key)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, section))
    qtbot.keyClick(grid, Qt.Key.Key_Down, ALT)
    return grid.window().records_desk.columns.popup


def test_enter_keeps_the_values_found_and_returns_to_the_table(qtbot, window, grid):
    popup = open_menu(qtbot, grid, "local_authority")
    qtbot.keyClicks(popup.finder, "north")
    qtbot.keyClick(popup.finder, Qt.Key.Key_Return)
    (chosen,) = window._workspace.state.filters
    assert chosen.values
    assert all("north" in value.casefold() for value in chosen.values)
    assert (popup.isVisible(), grid.hasFocus()) == (False, True)
    popup = open_menu(qtbot, grid, "local_authority")
    qtbot.keyClick(popup.finder, Qt.Key.Key_Return)  # nothing is sought: nothing changes
    assert window._workspace.state.filters == (chosen,)
    assert not popup.isVisible()


def test_enter_with_a_text_that_no_value_holds_changes_nothing_and_says_so(qtbot, window, grid):
    popup = open_menu(qtbot, grid, "region")
    qtbot.keyClicks(popup.finder, "atlantis")
    qtbot.keyClick(popup.finder, Qt.Key.Key_Return)
    assert popup._note.text() == "0 of 9 values."
    assert chips(window) == []


def test_a_list_too_long_to_show_is_neither_ticked_whole_nor_inverted_but_filtered_by_text(
    qtbot, window, tmp_path
):
    path, rows = tmp_path / "long.csv", (f"R{at:04d},2021-03-05" for at in range(1200))
    path.write_text("\n".join(["Reference,Date notified", *rows]), encoding="utf-8")
    window.open_files((path,))
    window.loaded.go_to("records")
    popup = open_menu(qtbot, window.loaded.records.grid, "reference")
    assert [popup.every.isEnabled(), popup.inverted.isEnabled()] == [False, False]
    qtbot.keyClicks(popup.finder, "r")
    qtbot.keyClick(popup.finder, Qt.Key.Key_Return)
    assert window._workspace.state.filters == (TextFilter("reference", TextMatch.CONTAINS, "r"),)


def test_every_column_is_filtered_from_the_panel_too_days_numbers_and_texts(qtbot, window, grid):
    panel = window.loaded.filters
    panel.further.heading.click()
    lines = {line.column: line for line in panel.further.lines}
    assert not lines.keys() & panel._boxes.keys()
    assert lines.keys() | panel._boxes.keys() == {column.key for column in grid.grid.every_column}
    lines["date_notified"].setFocus()
    qtbot.keyClick(lines["date_notified"], Qt.Key.Key_Space)
    popup = window.records_desk.columns.popup  # the one that the headings open
    assert popup.column == "date_notified"
    days = next(each for each in popup.conditions.values() if isinstance(each, DateCondition))
    days.first.setFocus()
    qtbot.keyClicks(days.first, "1/4/2021")
    qtbot.keyClick(days.first, Qt.Key.Key_Return)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert lines["date_notified"].hasFocus()
    assert lines["date_notified"].text() == "Date notified (filtered)"
    assert chips(window) == ["Date notified from 1 April 2021 on"]
    panel.further.heading.click()
    assert panel.further.heading.text() == "Dates, numbers and texts (1 filtered)"
    workspace = window._workspace
    workspace.update(workspace.state.with_filter(TextFilter("region", TextMatch.BEGINS, "north")))
    assert panel.box("region").heading.text() == "Region (filtered)"


def test_a_range_the_wrong_way_round_is_no_filter_yet(qtbot, window, grid):
    popup = open_menu(qtbot, grid, "age")
    ages = next(each for each in popup.conditions.values() if isinstance(each, NumberCondition))
    for field, text in ((ages.low, "12"), (ages.high, "1")):
        field.setFocus()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chips(window) == ["Age is 12 or more"]
    assert "no row could match" in ages.hint.text()
    qtbot.keyClicks(ages.high, "5")
    qtbot.keyClick(ages.high, Qt.Key.Key_Return)
    assert chips(window) == ["Age is 12 to 15"]
    ages.low.clear()
    qtbot.keyClicks(ages.low, "old")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    popup = open_menu(qtbot, grid, "age")
    assert (ages.low.text(), ages.hint.isVisible()) == ("12", False)


def test_every_chip_can_be_changed_also_that_of_the_search_and_by_keyboard(qtbot, window, grid):
    workspace = window._workspace
    contradiction = NumberFilter("age", 12, 1)
    workspace.update(replace(workspace.state.with_filter(contradiction), search="home"))
    of_ages, of_search = window.loaded.chips.chips
    assert of_ages.words == "Age is 12 to 1: cannot apply"
    of_ages.setFocus()
    qtbot.keyClick(of_ages, Qt.Key.Key_Return)
    popup = window.records_desk.columns.popup
    assert popup.column == "age"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.mouseClick(of_search, LEFT, pos=ON_WORDS)
    assert window.loaded.filters.search.hasFocus()
    assert window.loaded.filters.search.selectedText() == "home"
    qtbot.keyClick(of_search, Qt.Key.Key_Delete)
    assert workspace.state.search == ""
    assert workspace.state.filters == (contradiction,)


def test_published_counts_offer_no_filter_that_could_not_apply(qtbot, window):
    qtbot.mouseClick(window.start.sample_buttons[NATIONAL], LEFT)
    window.loaded.go_to("records")
    grid, popup = window.loaded.records.grid, window.records_desk.columns.popup
    for section, column in enumerate(grid.grid.columns):
        grid.ask_menu(section)
        offered = [kind for kind, each in popup.conditions.items() if each.isVisible()]
        assert offered == []
        assert popup.finder.isVisible() == (column.key == "nature")
        assert popup._note.isVisible()
    workspace = window._workspace
    window.loaded.filters.further.heading.click()
    (days,) = window.loaded.filters.further.lines
    qtbot.mouseClick(days, LEFT)
    assert popup.column == "date_notified"
    assert not popup.up.isVisible()  # the table of published counts has no such column to sort or copy
    field = next(each for each in popup.conditions.values() if isinstance(each, DateCondition)).first
    field.setFocus()
    qtbot.keyClicks(field, "1/4/2023")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (chosen,) = workspace.state.filters
    assert isinstance(chosen, DateFilter)
    (chip,) = window.loaded.chips.chips
    assert not chip.broken
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.mouseClick(chip, LEFT, pos=ON_WORDS)
    assert popup.column == "date_notified"


def test_the_menu_sorts_after_other_columns_copies_its_own_and_shows_it_again(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(
        replace(workspace.state, sort=(SortKey("region"),), layout=ColumnLayout(hidden=("sex",)))
    )
    window.loaded.filters.box("sex").menu.click()
    popup = window.records_desk.columns.popup
    assert popup.hiding.text() == "Show"
    assert not popup.copying.isEnabled()
    qtbot.mouseClick(popup.then_down, LEFT)
    assert workspace.state.sort == (SortKey("region"), SortKey("sex", True))
    window.loaded.filters.box("sex").menu.click()
    qtbot.mouseClick(popup.hiding, LEFT)
    assert workspace.state.layout == ColumnLayout()
    workspace.update(workspace.state.only("sex", "Female"))
    popup = open_menu(qtbot, grid, "sex")
    qtbot.mouseClick(popup.copying, LEFT)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied == ["Sex", *["Female"] * grid.model().rowCount()]
    workspace.update(replace(workspace.state, sort=(SortKey("sex"),)))
    popup = open_menu(qtbot, grid, "sex")
    assert not popup.then_up.isVisible()
    popup.copy_wished.emit("shoe_size")  # as of a menu that was open while another file was read
    assert QGuiApplication.clipboard().text().split("\n") == copied


def test_a_day_found_in_another_spelling_is_marked(qtbot, window, grid):
    workspace, mark = window._workspace, QColor(window._theme.tokens.mark)
    workspace.update(replace(workspace.state, search="02/01/2020"))
    assert grid.model().rowCount() > 0
    image = grid.grab().toImage()
    marked = sum(image.pixelColor(x, y) == mark for x in range(image.width()) for y in range(0, 300, 3))
    assert marked > 50


def test_a_value_sought_is_ticked_beside_those_that_are_ticked_already(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(workspace.state.only("region", "London"))
    popup = open_menu(qtbot, grid, "region")
    qtbot.keyClicks(popup.finder, "south")
    qtbot.waitUntil(lambda: len(popup.tree.lines) == 2)
    qtbot.mouseClick(popup.every, LEFT)
    assert workspace.state.filters == (ValueFilter("region", ("London", "South East", "South West")),)
    qtbot.mouseClick(popup.none, LEFT)
    assert workspace.state.filters == (ValueFilter("region", ("London",)),)


def test_very_many_cells_that_are_no_table_are_not_copied_and_that_is_said(qtbot, window, grid):
    QGuiApplication.clipboard().setText("before")
    flag, model, chosen = QItemSelectionModel.SelectionFlag, grid.model(), grid.selectionModel()
    chosen.select(QItemSelection(model.index(0, 0), model.index(911, 9)), flag.ClearAndSelect)
    chosen.select(model.index(3, 12), flag.Select)
    grid.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert window.status._said.text() == "Not copied: select the same columns in every row"


def test_filters_left_behind_with_a_file_are_told_and_brought_back_and_fit_again_where_their_column_is(
    qtbot, window, grid, tmp_path
):
    workspace = window._workspace
    workspace.update(workspace.state.only("region", "London"))
    path = tmp_path / "other.csv"
    path.write_text("Reference,Date notified\nR1,2021-03-05\nR2,2021-03-06\n", encoding="utf-8")
    window.open_files((path,))
    assert (chips(window), grid.model().rowCount()) == ([], 2)
    assert (
        window.status._said.text() == "Opened without the filters of the file before: Ctrl+Z brings them back"
    )
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chips(window) == ["Region is London: does not apply to this file"]
    assert grid.model().rowCount() == 0
    window.actions_["add"].trigger()  # nothing is chosen
    qtbot.mouseClick(window.loaded.chips._clear, LEFT)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.open_files((sample(PANEL),))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chips(window) == ["Region is London"]
    assert column(grid, "region") == {"London"}
    workspace.update(workspace.state.cleared())
    window.open_files((path,))
    assert not window.actions_["undo"].isEnabled()


def test_named_filters_say_what_they_hold_and_when_one_gives_way_to_another(qtbot, window, grid):
    workspace = window._workspace
    for region in ("London", "South East"):
        workspace.update(workspace.state.only("region", region))
        dialog = window.records_desk.name_filters()
        qtbot.keyClicks(dialog.name, "Ours")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        assert dialog.holds.text() == f"Region is {region}"
        assert ("replaced" in dialog.said.text()) == (region == "South East")
        if region == "London":
            dialog.close()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.names.setFocus()
    qtbot.keyClick(dialog.names, Qt.Key.Key_Delete)
    assert (dialog.said.text(), dialog.holds.text()) == ("Deleted “Ours”.", "")
    dialog.close()


def test_a_workbook_holds_exactly_the_cells_that_the_window_shows_in_their_order(
    qtbot, window, grid, tmp_path
):
    workspace = window._workspace
    keys = [each.key for each in grid.grid.every_column]
    layout = ColumnLayout(hidden=("sex", "outline"), pinned=("age",)).moved("region", 2, keys)
    chosen = workspace.state.only("region", "London").with_filter(NumberFilter("age", 0, 11))
    order = (SortKey("date_notified", True), SortKey("reference"))
    workspace.update(replace(chosen, layout=layout, sort=order))
    path = tmp_path / "shown.xlsx"
    workspace.export(ExportWish(), path)
    rows = list(openpyxl.load_workbook(path)["Records"].iter_rows(values_only=True))
    heads = [each.title for each in grid.grid.columns]
    start = next(at for at, row in enumerate(rows) if list(row) == heads)
    model = grid.model()
    assert len(rows) - start - 1 == model.rowCount() > 20
    for row, cells in enumerate(rows[start + 1 :]):
        shown = [grid.grid.cell(row, at) for at in range(model.columnCount())]
        wanted = [cell.text or None if cell.value is None else cell.value for cell in shown]
        assert [cell.date() if isinstance(cell, datetime) else cell for cell in cells] == wanted


def test_enter_on_a_value_of_the_panel_asks_for_it_alone_and_on_a_card_filters(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(workspace.state.only("region", "London"))
    line = next(
        each for each in window.loaded.filters.box("region").buttons if each.line.value == "North East"
    )
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chips(window) == ["Region is North East"]
    workspace.update(workspace.state.cleared())
    window.loaded.go_to("overview")
    card = next(each for each in window.loaded.overview.cards if each._card.picks)
    for there in (True, False):
        qtbot.keyClick(card, Qt.Key.Key_Return)
        assert bool(chips(window)) == there


def test_what_is_searched_for_is_marked_in_the_record_in_full_too(qtbot, window, tmp_path):
    path, outline = tmp_path / "long.csv", f"\U0001f9d2 {'word ' * 80}Neglect at home"
    path.write_text(f"Reference,Date notified,Outline\nR1,2021-03-05,{outline}\n", encoding="utf-8")
    window.open_files((path,))
    window.loaded.go_to("records")
    workspace, records = window._workspace, window.loaded.records
    workspace.update(replace(workspace.state, search="NEGLECT"))
    records.grid.detail_wished.emit(0)
    document, mark = records.detail.text.document(), QColor(window._theme.tokens.mark)

    def marked() -> list[str]:
        block, found = document.begin(), []
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                found += [piece.text()] * (piece.charFormat().background().color() == mark)
                pieces += 1
            block = block.next()
        return found

    assert marked() == ["Neglect"]
    workspace.update(replace(workspace.state, search=""))
    assert marked() == []
