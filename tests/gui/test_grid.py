"""The table model and its view: Qt's own tester, millions of rows, copying."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import SortKey
from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.ui.records.grid import RecordsGrid
from desktop_app.ui.tables.grid_model import GridModel, TableGrid
from desktop_app.ui.tables.grid_view import GridView
from tests.support.handmade import Records, breakdown

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def heading(model: GridModel, section: int) -> object:
    return model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)


def small(*rows: tuple[Cell, ...]) -> TableGrid:
    columns = (TableColumn("what", "What", CellKind.TEXT), TableColumn("count", "Count", CellKind.COUNT))
    return TableGrid(Table("small", "Small", "", columns, rows, (), ""))


def test_the_model_keeps_qt_s_rules_through_a_change_of_what_it_shows(qapp):
    model = GridModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(TableGrid(breakdown()))
    model.show(Records(900))
    model.show(Records(0))
    model.show(None)
    assert model.rowCount() == 0
    del tester


def test_numbers_stand_at_the_right_and_text_at_the_left(qapp):
    model = GridModel()
    model.show(small((Cell("a"), Cell("1,200", 1200))))
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.data(model.index(0, 0), role) & Qt.AlignmentFlag.AlignLeft
    assert model.data(model.index(0, 1), role) & Qt.AlignmentFlag.AlignRight


def test_headings_show_the_order_and_its_rank(qapp):
    model = GridModel()
    model.show(Records(3), (SortKey("region"), SortKey("children", True)))
    assert heading(model, 2) == "Region ▲1"
    assert heading(model, 3) == "Number of children ▼2"
    model.show(Records(3), (SortKey("region"),))
    assert heading(model, 2) == "Region ▲"


def test_long_text_is_shown_in_full_by_pointing_and_never_as_html(qapp):
    model = GridModel()
    model.show(small((Cell("<b>A sentence that is longer than its column</b>"), Cell("", None))))
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;A sentence" in tip
    assert not model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)


def test_a_million_rows_ask_only_for_the_cells_in_sight(qtbot):
    records = Records(1_048_575)
    view = GridView("Records")
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_grid(records)
    view.show()
    qtbot.waitExposed(view)
    assert view.model().rowCount() == 1_048_575
    assert 0 < records.asked < 5_000
    view.scrollToBottom()
    view.grab()
    assert records.asked < 10_000


def test_selecting_a_million_rows_asks_for_no_more_cells_than_are_in_sight(qtbot, theme):
    records = Records(1_048_575)
    view = RecordsGrid(theme)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_grid(records)
    view.show()
    view.grab()
    before = records.asked_for_columns
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.grab()
    assert view.selectionModel().selection()
    assert records.asked_for_columns - before < 50_000


def test_copying_takes_the_selected_cells_with_their_headings_as_text_and_html(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell("North"), Cell("12", 12)), (Cell("South & West"), Cell("7", 7))))
    view.selectRow(1)
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "What\tCount\nSouth & West\t7"
    assert "<th>What</th>" in data.html()
    assert "South &amp; West" in data.html()
    assert ">7</td>" in data.html()
    assert "North" not in data.html()


def test_cells_between_those_selected_are_copied_as_blanks_and_never_with_what_they_hold(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    rows = ("North", "South", "East")
    view.show_grid(small(*((Cell(name), Cell(str(at), at)) for at, name in enumerate(rows))))
    flag, model = QItemSelectionModel.SelectionFlag, view.model()
    view.selectionModel().select(model.index(0, 0), flag.ClearAndSelect)
    view.selectionModel().select(model.index(2, 1), flag.Select)
    view.copy()
    assert QGuiApplication.clipboard().text() == "What\tCount\nNorth\t\n\t2"
    view.selectionModel().select(model.index(2, 0), flag.Select)
    view.selectionModel().select(model.index(0, 1), flag.Select)
    view.copy()
    assert QGuiApplication.clipboard().text() == "What\tCount\nNorth\t0\nEast\t2"


def test_numbers_and_lines_of_a_text_are_pasted_as_such_whatever_the_language(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell("one\ntwo"), Cell("1,200.5", 1200.5)), (Cell("00123"), Cell("12%", 12.2))))
    view.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert 'x:num="1200.5"' in html
    assert 'one<br style="mso-data-placement:same-cell">two' in html
    assert "<td>12%</td>" in html  # rounded: its text is what was seen


def test_a_day_is_pasted_as_a_day_whatever_the_language(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell("North"), Cell("05 Mar 2021", date(2021, 3, 5)))))
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "What\tCount\nNorth\t05 Mar 2021"
    # 1 January 1900 is day 1, and 29 February 1900, which never was, is counted.
    assert 'x:num="44260"' in data.html()
    assert "mso-number-format:'dd mmm yyyy'" in data.html()


def test_copying_without_a_selection_takes_everything(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell("North"), Cell("12", 12)), (Cell("South"), Cell("7", 7))))
    view.copy()
    assert QGuiApplication.clipboard().text() == "What\tCount\nNorth\t12\nSouth\t7"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@name"])
def test_text_like_a_formula_stays_text_where_it_is_pasted(qtbot, text):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell(text), Cell("-5", -5))))
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == f"What\tCount\n'{text}\t-5"  # a number keeps its sign
    assert rf'mso-number-format:\@" sdnum="2057;0;@">{text}</td>' in data.html()


def test_a_tab_or_a_line_end_in_a_cell_does_not_begin_another_cell(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    view.show_grid(small((Cell("one\ttwo\nthree"), Cell("1", 1))))
    view.copy()
    assert QGuiApplication.clipboard().text() == "What\tCount\none two three\t1"


def test_a_click_and_enter_pick_the_cell_s_filters(qtbot):
    view = GridView("Small")
    qtbot.addWidget(view)
    picks = (ValueFilter("region", ("London",)),)
    view.show_grid(small((Cell("London", picks=picks), Cell("1", 1))))
    view.resize(400, 200)
    view.show()
    centre = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(view.picked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert clicked.args == [picks, False]
    view.selectionModel().setCurrentIndex(
        view.model().index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    with qtbot.waitSignal(view.picked) as entered:
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entered.args == [picks, True]
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 1)).center()
        )


def test_the_widths_of_columns_stay_while_the_columns_stay(qtbot, theme):
    view = RecordsGrid(theme)
    qtbot.addWidget(view)
    view.show_grid(Records(10))
    view.setColumnWidth(0, 333)
    view.show_grid(Records(5))
    assert view.columnWidth(0) == 333
    view.show_grid(small((Cell("a"), Cell("1", date(2021, 3, 5)))))
    assert view.columnWidth(0) != 333
