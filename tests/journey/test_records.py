"""Working in the records as in a spreadsheet: filters from the headings, by mouse and by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.layout import ColumnLayout
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.records.grid import RecordsGrid

LEFT, ALT, CTRL, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
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
    popup = window.records_desk.columns.popup
    qtbot.keyClicks(popup.finder, "kent")
    qtbot.waitUntil(lambda: [line.value for line in popup.tree.lines] == ["Kent"])
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
    lines = {line.value: line.text for line in window.records_desk.columns.popup.tree.lines}
    workspace.update(workspace.state.only("nature", "Serious harm"))
    after = {line.value: line.text for line in window.records_desk.columns.popup.tree.lines}
    assert set(lines) == set(after)
    assert lines != after


def test_columns_are_hidden_and_pinned_and_that_is_undone(qtbot, window, grid):
    grid.ask_menu(section(grid, "reference"))
    press(qtbot, window.records_desk.columns.popup.hiding)
    grid.ask_menu(section(grid, "region"))
    press(qtbot, window.records_desk.columns.popup.pin)
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
    tree = window.records_desk.columns.popup.tree
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


def test_a_record_is_read_in_full_with_the_other_children_of_its_notification(qtbot, window, grid):
    grid.setFocus()
    detail, references = window.loaded.records.detail, section(grid, "reference")
    model = grid.model()
    shared = [model.index(row, references).data() for row in range(model.rowCount())]
    row = next(at for at, reference in enumerate(shared) if shared.count(reference) == 2)
    grid.setCurrentIndex(model.index(row, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert detail.isVisible()
    assert [field.title for field in detail.shown.fields] == [c.title for c in grid.grid.every_column]
    assert detail.shown.fields[0].text == shared[row]
    assert detail.shown.others_title == "1 other row of the same notification"
    assert "Child number" in detail.shown.others[0]
    assert "Notification reference" not in detail.shown.others[0]
    other = next(at for at, reference in enumerate(shared) if reference != shared[row])
    grid.setCurrentIndex(model.index(other, 0))
    assert detail.shown.fields[0].text == shared[other]
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert not detail.isVisible()
    assert grid.hasFocus()


def test_a_record_in_full_shows_very_long_words_and_what_looks_like_html_as_they_are(qtbot, window, tmp_path):
    path, endless = tmp_path / "long.csv", "W" * 400
    path.write_text(f"Reference,Date notified,Outline\n<b>1</b>,2021-03-05,{endless}\n", encoding="utf-8")
    window.open_files((path,))
    window.loaded.go_to("records")
    window.loaded.records.grid.detail_wished.emit(0)
    text = window.loaded.records.detail.text
    assert text.toPlainText().split("\n")[1::2] == ["<b>1</b>", "05 Mar 2021", endless]
    assert text.document().idealWidth() <= text.viewport().width()
    assert text.verticalScrollBar().value() == 0
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CTRL)
    assert endless in QGuiApplication.clipboard().text()
    assert "Outline\tNotification" not in QGuiApplication.clipboard().text()  # not the table
    window._theme.set_wish("dark")
    assert endless in text.toPlainText()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert window.loaded.records.grid.hasFocus()


def test_a_click_on_the_number_of_a_row_opens_the_record_and_its_button_closes_it(qtbot, window, grid):
    numbers, detail = grid.verticalHeader(), window.loaded.records.detail
    qtbot.mouseClick(numbers.viewport(), LEFT, pos=QPoint(8, numbers.sectionViewportPosition(2) + 5))
    assert detail.shown.title == "Row 4"
    press(qtbot, detail.close_button)
    assert not detail.isVisible()


def test_the_status_line_counts_and_adds_up_what_is_selected(qtbot, window, grid):
    grid.setFocus()
    children = section(grid, "children")
    grid.setCurrentIndex(grid.model().index(0, children))
    qtbot.keyClick(grid, Qt.Key.Key_Space, CTRL)
    cells = (grid.model().index(row, children).data() for row in range(912))
    said = f"912 cells with content selected      Sum of number of children: {sum(map(int, cells)):,}"
    qtbot.waitUntil(lambda: window.status.selected == said)
    qtbot.keyClick(grid, Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: window.status.selected == "")


def test_all_records_are_copied_in_the_background_with_their_headings(qtbot, window, grid):
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert len(lines) == 913
    assert lines[0].split("\t") == [column.title for column in grid.grid.columns]
    assert data.html().count("<tr>") == 913
    assert window.reading.isHidden()


def test_a_column_is_found_by_name_hidden_moved_and_gone_to_by_keyboard(qtbot, window, grid):
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    popup = window.loaded.records.columns
    qtbot.keyClicks(popup.finder, "ethn")
    assert [popup.list.item(at).text() for at in range(popup.list.count())] == ["Ethnicity"]
    qtbot.keyClick(popup.finder, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert "ethnicity" not in [column.key for column in grid.grid.columns]
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    before = section(grid, "ethnicity")
    qtbot.keyClick(popup.list, Qt.Key.Key_Up, ALT)
    assert section(grid, "ethnicity") == before - 1
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert grid.currentIndex().column() == section(grid, "ethnicity")
    window.loaded.records.open_columns()
    press(qtbot, popup.reset)
    assert section(grid, "ethnicity") == before


def mouse(headings: QHeaderView, kind: QEvent.Type, spot: QPoint) -> None:
    """Press, move or release the left button over headings."""
    none = Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else LEFT
    held = none if kind is QEvent.Type.MouseButtonRelease else LEFT
    at, port = QPointF(spot), headings.viewport()
    event = QMouseEvent(kind, at, port.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QGuiApplication.sendEvent(port, event)


def drag(headings: QHeaderView, section: int, to: int) -> None:
    """Drag a heading by its text beyond the middle of another one."""
    start = QPoint(headings.sectionViewportPosition(section) + 12, 10)
    share = 3 if section < to else 1
    end = QPoint(headings.sectionViewportPosition(to) + headings.sectionSize(to) * share // 4, 10)
    mouse(headings, QEvent.Type.MouseButtonPress, start)
    mouse(headings, QEvent.Type.MouseMove, start + QPoint(30, 0))
    mouse(headings, QEvent.Type.MouseMove, end)
    mouse(headings, QEvent.Type.MouseButtonRelease, end)
    QGuiApplication.processEvents()


def keys(grid: RecordsGrid) -> list[str]:
    return [column.key for column in grid.grid.columns]


def test_a_heading_is_dragged_to_another_place_and_that_is_undone(qtbot, window, grid):
    before = keys(grid)
    first, second, third = before[:3]
    grid.setColumnWidth(0, 222)
    grid.setCurrentIndex(grid.model().index(3, 0))
    drag(grid.horizontalHeader(), 0, 2)
    assert keys(grid) == [second, third, first, *before[3:]]
    assert [grid.columnWidth(2), grid.currentIndex().column()] == [222, 2]
    assert grid.horizontalHeader().visualIndex(2) == 2
    assert window._workspace.state.sort == ()
    assert window.actions_["undo"].text() == "&Undo: Move notification reference"
    window.actions_["undo"].trigger()
    assert keys(grid) == before
    assert grid.columnWidth(0) == 222


def test_a_heading_held_beyond_the_end_brings_further_columns_into_sight(qtbot, window, grid):
    headings, bar, moved = grid.horizontalHeader(), grid.horizontalScrollBar(), keys(grid)[0]
    beyond = QPoint(headings.viewport().width() + 20, 10)
    headings._pulling.setInterval(1)
    mouse(headings, QEvent.Type.MouseButtonPress, QPoint(12, 10))
    mouse(headings, QEvent.Type.MouseMove, beyond)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    mouse(headings, QEvent.Type.MouseMove, beyond - QPoint(25, 0))
    at_rest = bar.value()
    assert not headings._pulling.isActive()
    mouse(headings, QEvent.Type.MouseButtonRelease, beyond - QPoint(25, 0))
    QGuiApplication.processEvents()
    assert keys(grid)[-1] == moved
    assert bar.value() == at_rest


def test_pinned_columns_stay_the_first_wherever_headings_are_dragged(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(replace(workspace.state, layout=ColumnLayout(pinned=("region", "sex"))))
    before = keys(grid)
    drag(grid.horizontalHeader(), 4, 0)
    assert keys(grid)[:4] == ["region", "sex", before[4], before[2]]
    drag(grid.pinned.horizontalHeader(), 0, 1)
    assert keys(grid)[:2] == ["sex", "region"]
    assert window.actions_["undo"].text() == "&Undo: Swap sex and region"
    drag(grid.horizontalHeader(), 2, 1)  # it is the first that is not pinned already
    assert keys(grid)[:3] == ["sex", "region", before[4]]
    assert grid.horizontalHeader().visualIndex(2) == 2


def test_the_column_of_the_keyboard_is_moved_by_alt_and_arrow(qtbot, window, grid):
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    first, moved, *others = keys(grid)
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)
    assert keys(grid)[:4] == [first, *others[:2], moved]
    assert grid.currentIndex().column() == 3
    qtbot.keyClick(grid, Qt.Key.Key_Left, ALT)
    assert keys(grid)[:4] == [first, others[0], moved, others[1]]


def test_ctrl_and_arrow_go_from_block_to_block_and_shift_selects_on_the_way(qtbot, window, grid):
    at, last = section(grid, "rapid_review_received"), grid.model().rowCount() - 1
    filled = [bool(grid.model().index(row, at).data()) for row in range(last + 1)]
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, at))
    met, row = [], 0
    while row < last and len(met) < 6:
        qtbot.keyClick(grid, Qt.Key.Key_Down, CTRL)
        before, row = row, grid.currentIndex().row()
        met.append(row)
        inside = filled[before + 1 : row]
        assert all(inside) or not any(inside)
        assert filled[row] or row == last
    assert not all(filled)
    qtbot.keyClick(grid, Qt.Key.Key_Up, CTRL | SHIFT)
    (area,) = grid.selectionModel().selection().toList()
    assert (area.top(), area.bottom(), area.left(), area.right()) == (met[-2], met[-1], at, at)
    qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    (area,) = grid.selectionModel().selection().toList()
    assert (area.top(), area.bottom()) == (met[-2] + 1, met[-1])


def test_filters_are_named_applied_again_renamed_and_handed_on(qtbot, window, grid, answers):
    workspace = window._workspace
    workspace.update(workspace.state.only("region", "London"))
    dialog = window.records_desk.name_filters()
    qtbot.keyClicks(dialog.name, "The capital")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    press(qtbot, dialog.renaming)
    written = dialog.names.findChild(QLineEdit)
    qtbot.keyClicks(written, "London only")
    qtbot.keyClick(written, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.names.item(0).text() == "London only")
    answers.name = "ours.json"
    press(qtbot, dialog.writing)
    press(qtbot, dialog.deleting)
    assert dialog.names.count() == 0
    answers.opens = [answers.folder / "ours.json"]
    press(qtbot, dialog.reading)
    assert [dialog.names.item(at).text() for at in range(dialog.names.count())] == ["London only"]
    workspace.update(workspace.state.cleared())
    press(qtbot, dialog.applying)
    assert column(grid, "region") == {"London"}


def test_pinned_columns_stay_in_sight_and_what_is_searched_for_is_marked(qtbot, window, grid):
    workspace = window._workspace
    workspace.update(replace(workspace.state, search="london", layout=ColumnLayout(pinned=("region",))))
    mark = QColor(window._theme.tokens.mark)
    assert grid.pinned.count == 1
    assert holds(grid.pinned.grab().toImage(), mark)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Right, CTRL)
    assert grid.columnViewportPosition(0) < 0
    assert grid.pinned.columnViewportPosition(0) == 0
    qtbot.keyClick(grid, Qt.Key.Key_Left, CTRL)
    grid.setCurrentIndex(grid.model().index(5, 1))
    assert grid.columnViewportPosition(1) >= grid.pinned.wide
    grid.verticalScrollBar().setValue(7)
    assert grid.pinned.verticalScrollBar().value() == 7
    workspace.update(replace(workspace.state, search="", layout=ColumnLayout()))
    assert not grid.pinned.isVisible()
    assert not holds(grid.grab().toImage(), mark)


def holds(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 3) for y in range(image.height())
    )


def test_a_caution_leads_to_the_rows_it_speaks_of_and_back(qtbot, window, answers, tmp_path):
    file = tmp_path / "returns.csv"
    rows = [f"R{at},{'' if at in (3, 7) else '2021-03-04'},Child death" for at in range(1, 10)]
    file.write_text("\n".join(["Reference,Date notified,Nature", *rows, ""]), encoding="utf-8")
    window.open_files([file])
    (showing,) = window.loaded.overview.briefing.row_buttons
    press(qtbot, showing)
    grid = window.loaded.records.grid
    assert window.loaded.page == "records"
    assert [grid.model().index(row, 0).data() for row in range(grid.model().rowCount())] == ["R3", "R7"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert grid.model().rowCount() == 9


def test_ctrl_with_an_arrow_at_the_edge_selects_the_cell_alone(qtbot, grid):
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(5, 1))
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL)
    grid.selectionModel().setCurrentIndex(
        grid.model().index(0, 0), grid.selectionModel().SelectionFlag.NoUpdate
    )
    qtbot.keyClick(grid, Qt.Key.Key_Up, CTRL)
    assert [(each.row(), each.column()) for each in grid.selectedIndexes()] == [(0, 0)]
    qtbot.keyClick(grid, Qt.Key.Key_Down, CTRL | SHIFT)
    (area,) = grid.selectionModel().selection().toList()
    assert (area.top(), area.bottom(), area.left(), area.right()) == (0, 911, 0, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Up, CTRL | SHIFT)
    assert len(grid.selectedIndexes()) == 1
