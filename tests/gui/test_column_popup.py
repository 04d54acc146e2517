"""The menu of a column: every way to filter it, by mouse and by keyboard, from heading, list and chip."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.filters import (
    DateFilter,
    FilterKind,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import SortKey
from desktop_app.presentation.filter_models import ColumnMenu
from desktop_app.ui.filters.column_popup import ColumnPopup
from desktop_app.ui.filters.conditions import DateCondition, NumberCondition, TextCondition
from desktop_app.ui.main_window import MainWindow

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def popup(qtbot, loaded: MainWindow) -> ColumnPopup:
    """Give the menu of the region, opened by keyboard from the records."""
    loaded.loaded.go_to("records")
    grid = loaded.loaded.records.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(3, 2))
    qtbot.keyClick(grid, Qt.Key.Key_Down, ALT)
    return loaded.records_desk.columns.popup


def press(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)


def write(qtbot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def condition(popup: ColumnPopup, kind: type) -> QWidget:
    return next(made for made in popup.conditions.values() if isinstance(made, kind))


def test_alt_down_opens_the_menu_of_the_column_and_escape_returns_to_the_table(qtbot, popup, loaded):
    assert popup.column == "region"
    assert popup.finder.hasFocus()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert popup.column == ""
    assert loaded.loaded.records.grid.hasFocus()


def test_the_button_of_a_heading_opens_the_menu_and_the_heading_beside_it_sorts(qtbot, loaded, workspace):
    loaded.loaded.go_to("records")
    heading = loaded.loaded.records.grid.horizontalHeader()
    qtbot.mouseClick(heading.viewport(), LEFT, pos=heading.button_of(0).center())
    assert loaded.records_desk.columns.popup.column == "reference"
    assert workspace.state.sort == ()
    loaded.records_desk.columns.popup.close()
    qtbot.mouseClick(heading.viewport(), LEFT, pos=QPoint(heading.sectionViewportPosition(1) + 20, 8))
    assert workspace.state.sort == (SortKey("date_notified"),)


def test_the_list_on_the_left_opens_the_same_menu(qtbot, loaded):
    press(qtbot, loaded.loaded.filters.box("region").menu)
    assert loaded.records_desk.columns.popup.column == "region"


def test_a_chip_opens_the_menu_of_its_column(qtbot, loaded, workspace):
    workspace.update(workspace.state.only("region", "London"))
    (chip,) = loaded.loaded.chips.chips
    qtbot.mouseClick(chip, LEFT, pos=QPoint(20, 14))
    assert loaded.records_desk.columns.popup.column == "region"
    assert workspace.state.filters


def test_values_are_found_ticked_and_asked_for_alone_by_keyboard(qtbot, popup, workspace):
    qtbot.keyClicks(popup.finder, "south")
    qtbot.waitUntil(lambda: [line.value for line in popup.tree.lines] == ["South East", "South West"])
    qtbot.keyClick(popup.finder, Qt.Key.Key_Down)
    assert popup.tree.hasFocus()
    qtbot.keyClick(popup.tree, Qt.Key.Key_Space)
    qtbot.keyClick(popup.tree, Qt.Key.Key_Down)
    qtbot.keyClick(popup.tree, Qt.Key.Key_Space)
    assert workspace.state.filters == (ValueFilter("region", ("South East", "South West")),)
    qtbot.keyClick(popup.tree, Qt.Key.Key_Return)
    assert workspace.state.filters == (ValueFilter("region", ("South West",)),)
    assert popup.tree.current == "South West"


def test_all_none_and_invert(qtbot, popup, workspace):
    press(qtbot, popup.every)
    assert len(workspace.state.filters[0].values) == 10
    press(qtbot, popup.none)
    assert workspace.state.filters == ()
    workspace.update(workspace.state.only("region", "London"))
    press(qtbot, popup.inverted)
    assert len(workspace.state.filters[0].values) == 9
    assert "London" not in workspace.state.filters[0].values
    press(qtbot, popup.clear)
    assert workspace.state.filters == ()


def test_a_range_of_numbers_is_a_wish_once_it_can_be_read(qtbot, popup, workspace):
    numbers = condition(popup, NumberCondition)
    write(qtbot, numbers.low, "two")
    assert workspace.state.filters == ()
    assert not numbers.hint.isHidden()
    numbers.low.clear()
    write(qtbot, numbers.low, "2")
    write(qtbot, numbers.high, "1,000")
    assert workspace.state.filters == (NumberFilter("region", 2, 1000),)
    assert numbers.hint.isHidden()


def test_days_are_written_as_people_write_them_or_move_with_today(qtbot, popup, workspace):
    days = condition(popup, DateCondition)
    write(qtbot, days.first, "5/3/2021")
    write(qtbot, days.last, "31 march 2022")
    assert workspace.state.filters == (DateFilter("region", date(2021, 3, 5), date(2022, 3, 31)),)
    days.span.setCurrentIndex(days.span.findData(RelativeSpan.LAST_12_MONTHS))
    days.span.activated.emit(days.span.currentIndex())
    assert workspace.state.filters == (RelativeDates("region", RelativeSpan.LAST_12_MONTHS),)


def test_a_text_that_cells_begin_with(qtbot, popup, workspace):
    texts = condition(popup, TextCondition)
    texts.match.setCurrentIndex(texts.match.findData(TextMatch.BEGINS))
    write(qtbot, texts.text, "south")
    assert workspace.state.filters == (TextFilter("region", TextMatch.BEGINS, "south"),)


def test_the_menu_sorts_hides_and_pins_its_column(qtbot, popup, workspace, loaded):
    press(qtbot, popup.down)
    assert workspace.state.sort == (SortKey("region", True),)
    assert not popup.isVisible()
    loaded.loaded.records.grid.ask_menu(2)
    press(qtbot, popup.pin)
    loaded.loaded.records.grid.ask_menu(0)
    press(qtbot, popup.hiding)
    assert workspace.state.layout == ColumnLayout(hidden=("reference",), pinned=("region",))


def test_the_heading_tells_that_its_column_is_filtered(loaded, workspace):
    loaded.loaded.go_to("records")
    workspace.update(workspace.state.only("region", "London"))
    model = loaded.loaded.records.grid.model()
    words = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Region, filtered: Region is London"
    assert "Region is London" in model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_a_menu_that_is_closed_asks_for_nothing_more(qtbot, popup):
    asked: list[tuple[str, str]] = []
    popup.sought.connect(lambda column, text: asked.append((column, text)))
    qtbot.keyClicks(popup.finder, "Lon")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not [timer for timer in popup.findChildren(QTimer) if timer.isActive()]
    assert asked == []


def test_a_text_that_was_typed_last_counts_although_the_menu_is_closed(qtbot, popup, workspace):
    field = condition(popup, TextCondition).text
    field.setFocus()
    qtbot.keyClicks(field, "Lon")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert workspace.state.filters == (TextFilter("region", TextMatch.CONTAINS, "Lon"),)


def test_the_ends_of_a_number_column_stand_as_hints_in_its_fields(popup):
    fields = condition(popup, NumberCondition)
    menu = ColumnMenu("age", "Age", (FilterKind.NUMBERS,), (), "", (), ("0", "17"))
    popup.show_menu(menu)
    assert (fields.low.placeholderText(), fields.high.placeholderText()) == ("0", "17")
    popup.show_menu(replace(menu, ends=("", "")))
    assert (fields.low.placeholderText(), fields.high.placeholderText()) == ("lowest", "highest")
