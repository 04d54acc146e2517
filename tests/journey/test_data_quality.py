"""From a finding to its record: what was found in a messy file is counted, narrowed down and handed on."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.presentation.reading.quality import Findings
from desktop_app.services.reader import Reading
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.quality import QualityPage
from tests.support.handmade import view_for

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, window: MainWindow) -> QualityPage:
    qtbot.mouseClick(window.start.sample_buttons["messy_returns.xlsx"], LEFT)
    window.loaded.go_to("quality")
    return window.loaded.quality


def listed(page: QualityPage, title: str) -> list[str]:
    model = page.grid.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return [model.index(row, titles.index(title)).data() for row in range(model.rowCount())]


def test_a_kind_a_column_and_a_text_narrow_the_list_down(qtbot, page):
    everything = page.grid.model().rowCount()
    kind = page.kinds.buttons["Date not understood"]
    assert kind.text().endswith("1")
    qtbot.mouseClick(kind, LEFT)
    assert listed(page, "Value") == ["31/02/2021"]
    qtbot.mouseClick(page.kinds.buttons[""], LEFT)
    assert page.grid.model().rowCount() == everything
    qtbot.keyClicks(page.search, "R21-0018")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert listed(page, "Row") == ["46"]


def test_a_click_on_a_finding_shows_its_record_selected(qtbot, window, page):
    qtbot.mouseClick(page.kinds.buttons["Date not understood"], LEFT)
    at = page.grid.visualRect(page.grid.model().index(0, 0)).center()
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=at)
    assert window.loaded.page == "records"
    grid = window.loaded.records.grid
    selected = {index.row() for index in grid.selectedIndexes()}
    assert [grid.model().headerData(row, Qt.Orientation.Vertical) for row in selected] == ["31"]


def test_a_record_that_a_filter_keeps_out_is_shown_without_it_and_undo_brings_the_filter_back(
    qtbot, window, page
):
    workspace = window._workspace
    workspace.update(workspace.state.toggled("region", "London"))
    filtered = workspace.state
    for _ in range(2):
        page.row_wished.emit(page._findings.where(kind="Date not understood").place(0))
        workspace.update(filtered)
    qtbot.mouseClick(page.kinds.buttons["Reference used twice"], LEFT)
    page.grid.setCurrentIndex(page.grid.model().index(0, 0))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert window.loaded.page == "records"
    assert workspace.state.filters == ()
    window.actions_["undo"].trigger()
    assert workspace.state == filtered


def test_findings_are_copied_with_their_headings_and_saved_as_a_workbook(qtbot, window, page, answers):
    qtbot.mouseClick(page.kinds.buttons["Date not understood"], LEFT)
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Row\tColumn\tValue")
    answers.name = "findings.xlsx"
    qtbot.mouseClick(page.exporting, LEFT)
    assert answers.suggestions == ["messy_returns data quality.xlsx"]
    workbook = load_workbook(answers.folder / "findings.xlsx", read_only=True)
    rows = list(workbook["Data quality"].iter_rows(values_only=True))
    workbook.close()
    header = next(at for at, row in enumerate(rows) if row[0] == "Kind")
    assert len(rows) - header - 1 == 9


def test_the_working_workbook_carries_the_findings_too(qtbot, window, page, answers):
    window.actions_["export"].trigger()
    window.exporting.dialog.set_place(answers.folder / "figures.xlsx")
    qtbot.mouseClick(window.exporting.dialog.writing, LEFT)
    workbook = load_workbook(answers.folder / "figures.xlsx", read_only=True)
    assert {"Cover", "Data quality", "Records"} <= set(workbook.sheetnames)
    workbook.close()


def test_a_hundred_thousand_findings_are_listed_without_making_their_rows(qtbot):
    problems = tuple(
        Problem(
            ProblemKind.VALUE, "a.xlsx", "Returns", row, "Region", f"Regoin {row}",
            "This is no region", "Kept as written.",
        )
        for row in range(2, 100_002)
    )  # fmt: skip
    page = QualityPage()
    qtbot.addWidget(page)
    page.show_view(view_for(ViewState()), Reading(Findings(problems)))
    page.show()
    assert page.grid.model().rowCount() == 100_000
    assert len(page.findChildren(type(page.search))) == 1
    page.search.setText("regoin 99999")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert listed(page, "Row") == ["99999"]
