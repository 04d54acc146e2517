"""Qt's model tester watches every model of the window while a person works with all of them."""

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import SortKey
from desktop_app.ui.actions import PAGES
from desktop_app.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
PANEL = "panel_notifications_2020_2021.xlsx"


def models(window: MainWindow) -> dict[int, QAbstractItemModel]:
    """Return the model of every table, list and tree, those of open menus and closed boxes too."""
    views = window.findChildren(QAbstractItemView)
    return {id(view.model()): view.model() for view in views if view.model() is not None}


def test_every_model_keeps_qt_s_rules_while_it_is_worked_with(qtbot, window, tmp_path):
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    workspace, grid = window._workspace, window.loaded.records.grid
    workspace.update(replace(workspace.state, by="region"))
    for page in PAGES:
        window.loaded.go_to(page)
    window.loaded.go_to("records")
    popup, columns = window.records_desk.columns.popup, window.loaded.records.columns
    grid.ask_menu(4)
    popup.close()
    window.loaded.records.open_columns()
    columns.close()
    dialog = window.records_desk.name_filters()
    watched = models(window)
    kinds = {type(model).__name__ for model in watched.values()}
    assert {
        "GridModel",
        "_SheetModel",
        "QStandardItemModel",
    } < kinds  # and those of lists, which are Qt's own
    testers = [QAbstractItemModelTester(model, FATAL) for model in watched.values()]
    workspace.update(workspace.state.only("region", "London"))
    qtbot.keyClicks(dialog.name, "London")
    qtbot.mouseClick(dialog.saving, LEFT)
    dialog.close()
    workspace.update(replace(workspace.state, sort=(SortKey("age", True), SortKey("sex"))))
    hidden = ColumnLayout(hidden=("reference",), pinned=("nature",))
    workspace.update(replace(workspace.state, layout=hidden))
    for section in (0, 4, 9):  # a category, days as a tree, numbers
        grid.ask_menu(section)
        popup.finder.setText("2")
        popup.ask()
        popup.close()
    window.loaded.records.open_columns()
    columns.finder.setText("age")
    columns.finder.textEdited.emit("age")
    columns.close()
    workspace.update(workspace.state.with_filter(ValueFilter("shoe_size", ("43",))))
    for page in PAGES:
        window.loaded.go_to(page)
    empty = tmp_path / "empty.csv"
    empty.write_text("Reference,Date notified,Nature\n", encoding="utf-8")
    window.open_files((empty,))
    for page in PAGES:
        window.loaded.go_to(page)
    assert grid.model().rowCount() == 0
    assert models(window).keys() & watched.keys()
    del testers
