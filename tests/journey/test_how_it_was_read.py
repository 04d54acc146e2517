"""How a messy file was read is seen, corrected, remembered, and taken back."""

import shutil
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop_app.catalogue.resources import sample
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.services.corrections import Corrections
from desktop_app.services.jobs import Jobs
from desktop_app.services.settings import Settings, home
from desktop_app.services.workspace import Workspace
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.how_read import HowReadPage

LEFT = Qt.MouseButton.LeftButton
MESSY = "messy_returns.xlsx"


@pytest.fixture
def page(qtbot, window: MainWindow) -> HowReadPage:
    qtbot.mouseClick(window.start.sample_buttons[MESSY], LEFT)
    qtbot.mouseClick(window.top.account, LEFT)
    return window.loaded.how_read


def choose(qtbot, combo, words: str) -> None:
    """Choose an entry with the keyboard, as a person would."""
    combo.setFocus()
    wanted = combo.findText(words)
    assert wanted >= 0, [combo.itemText(at) for at in range(combo.count())]
    for _ in range(combo.count()):
        at = combo.currentIndex()
        if at == wanted:
            return
        qtbot.keyClick(combo, Qt.Key.Key_Down if at < wanted else Qt.Key.Key_Up)
    assert combo.currentIndex() == wanted


def pick_column(page: HowReadPage, letters: str) -> None:
    model = page.columns.grid.model()
    shown = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    row = shown.index(letters)
    page.columns.grid.selectRow(row)


def enter(qtbot, box, number: int) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(number))
    qtbot.keyClick(box, Qt.Key.Key_Return)


def account(window: MainWindow) -> str:
    return window.top.account.text()


def marks(page: HowReadPage) -> dict[str, str]:
    model = page.sheet.model()
    return {
        model.headerData(row, Qt.Orientation.Vertical): model.index(row, 0).data()
        for row in range(model.rowCount())
    }


def test_the_sheet_stands_as_it_is_with_headings_data_and_what_is_left_out_marked(window, page):
    assert window.loaded.page == "reading"
    assert not window.loaded.filters.isVisible()
    shown = marks(page)
    assert shown["1"] == "Not in the table"
    assert shown["6"] == "Heading"
    assert shown["7"] == "Data"
    assert shown["20"] == "Data (hidden)"
    assert shown["67"] == "Left out: the row is a total of other rows"
    model = page.sheet.model()
    fonts = {
        model.headerData(row, Qt.Orientation.Vertical): model.index(row, 1).data(Qt.ItemDataRole.FontRole)
        for row in range(model.rowCount())
    }
    assert [number for number, font in fonts.items() if font.strikeOut()] == ["67"]
    assert [number for number, font in fonts.items() if font.bold()] == ["6"]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "B\nLocal authority"


def test_a_column_that_is_not_used_is_gone_from_the_records_and_comes_back(qtbot, window, page):
    pick_column(page, "B")
    assert page.columns.meaning.currentText() == "Local authority"
    choose(qtbot, page.columns.meaning, "Not used")
    keys = [column.key for column in window._workspace.records.columns]
    assert "local_authority" not in keys
    assert page.plain.isVisible()
    qtbot.mouseClick(page.plain, LEFT)
    assert "local_authority" in [column.key for column in window._workspace.records.columns]
    assert not page.plain.isVisible()


def test_a_click_into_the_sheet_chooses_the_column(qtbot, page):
    at = page.sheet.visualRect(page.sheet.model().index(8, 2)).center()
    qtbot.mouseClick(page.sheet.viewport(), LEFT, pos=at)
    assert page.columns.meaning.currentText() == "Local authority"


def test_the_last_row_and_the_heading_row_can_be_moved(qtbot, window, page):
    enter(qtbot, page.extent.last, 56)
    assert account(window).startswith("50 rows read, 50 used")
    enter(qtbot, page.extent.last, 67)
    assert account(window).startswith("61 rows read, 60 used, 1 left out")
    qtbot.mouseClick(page.plain, LEFT)
    assert window._workspace.reading.choices == ReadingChoices()


def test_a_row_that_makes_no_sense_is_told_and_what_was_shown_stays(qtbot, window, page):
    enter(qtbot, page.extent.last, 2)
    assert window.banner.isVisible()
    assert "no rows" in window.banner.accessibleName()
    assert page.extent.last.value() == 67
    assert account(window).startswith("61 rows read")


def test_the_shape_can_be_chosen(qtbot, window, page):
    choose(qtbot, page.extent.shape, "a row per child")
    assert "a row per child: you chose so" in page._account.text()


def test_what_was_corrected_is_remembered_for_files_with_the_same_headings(qtbot, window, page, tmp_path):
    pick_column(page, "B")
    choose(qtbot, page.columns.meaning, "Not used")
    stored = (Settings()._file).read_text(encoding="utf-8")
    assert "corrections" in stored
    assert "Haringey" not in stored
    copy = tmp_path / "next_quarter.xlsx"
    book = load_workbook(sample(MESSY))
    book["Returns"]["B7"] = "Kent"
    book.save(copy)
    window.open_files([copy])
    assert "local_authority" not in [column.key for column in window._workspace.records.columns]
    question = window.desk.question
    assert question.isVisible()
    assert "as you corrected a file with the same headings" in question.words
    qtbot.mouseClick(question.buttons[0], LEFT)
    assert "local_authority" in [column.key for column in window._workspace.records.columns]
    assert not question.isVisible()
    window.open_files([copy])
    assert not window.desk.question.isVisible()


def test_a_new_program_start_remembers_too(qtbot, window, page):
    pick_column(page, "B")
    choose(qtbot, page.columns.meaning, "Not used")
    later = Workspace(Jobs.inline(), Corrections(Settings()))
    later.open([sample(MESSY)])
    assert "local_authority" not in [column.key for column in later.records.columns]
    later.close()


def test_a_finding_about_a_row_left_out_leads_to_it_in_the_sheet(qtbot, window, page):
    quality = window.loaded.quality
    window.loaded.go_to("quality")
    qtbot.mouseClick(quality.kinds.buttons["Row left out"], LEFT)
    at = quality.grid.visualRect(quality.grid.model().index(0, 0)).center()
    qtbot.mouseClick(quality.grid.viewport(), LEFT, pos=at)
    assert window.loaded.page == "reading"
    rows = {index.row() for index in page.sheet.selectedIndexes()}
    assert [page.sheet.model().headerData(row, Qt.Orientation.Vertical) for row in rows] == ["67"]


def test_hidden_rows_are_said_and_one_click_leaves_them_out(qtbot, window, page):
    window.loaded.go_to("quality")
    handling = window.loaded.quality.handling
    assert "3 hidden rows in the table (20, 35, 50)" in handling._hidden.text()
    qtbot.mouseClick(handling.switch, LEFT)
    assert "57 used" in account(window)
    assert handling.switch.text() == "Include them"
    qtbot.mouseClick(handling.switch, LEFT)
    assert "60 used" in account(window)


def test_a_file_without_a_finding_offers_nothing_to_settle(window, tmp_path):
    plain = tmp_path / "plain.csv"
    plain.write_text("Reference,Date notified,Nature\nA,13/01/2021,Child death\nB,14/02/2021,Other\n")
    window.open_files([plain])
    window.loaded.go_to("quality")
    assert not window.loaded.quality.handling.isVisible()
    assert not window.loaded.quality.kinds.isVisible()


def test_of_a_reference_in_two_rows_the_first_or_the_last_can_be_kept(qtbot, window, page):
    window.loaded.go_to("quality")
    handling = window.loaded.quality.handling
    choose(qtbot, handling.repeated, "Keep the last row")
    assert "59 used" in account(window)
    choose(qtbot, handling.repeated, "Keep all rows")
    assert "60 used" in account(window)


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """Give the messy file, encrypted."""
    with sample(MESSY).open("rb") as source, (tmp_path / "secret.xlsx").open("wb") as target:
        OOXMLFile(source).encrypt("Blue 7", target)
    return tmp_path / "secret.xlsx"


def test_a_protected_file_opens_with_its_password_which_is_kept_nowhere(qtbot, window, protected):
    window.open_files([protected])
    strip = window.desk.password
    assert strip.isVisible()
    assert window.start.isVisible()
    qtbot.keyClicks(strip.field, "blue 7")
    qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    assert "wrong" in strip.words
    qtbot.keyClicks(strip.field, "Blue 7")
    qtbot.mouseClick(strip.opening, LEFT)
    assert not strip.isVisible()
    assert account(window).startswith("61 rows read")
    window.actions_["reload"].trigger()
    assert account(window).startswith("61 rows read")
    window.close()
    assert all(b"Blue 7" not in file.read_bytes() for file in home().rglob("*") if file.is_file())


def test_a_protected_file_is_left_closed_when_the_person_gives_up(qtbot, window, page, protected):
    window.open_files([protected])
    strip = window.desk.password
    qtbot.mouseClick(strip.leaving, LEFT)
    assert not strip.isVisible()
    assert not window.reading.isVisible()
    assert window.windowTitle().startswith(MESSY)
    window.actions_["reload"].trigger()
    assert account(window).startswith("61 rows read")


def test_of_tables_of_which_nothing_is_known_one_is_chosen_by_a_click(qtbot, window, tmp_path):
    book = Workbook()
    for at, band in enumerate(("beatles", "stones")):
        sheet = book.active if at == 0 else book.create_sheet()
        sheet.title = band
        sheet.append(["Name", "Plays", "Born"])
        for number in range(4 + at):
            sheet.append([f"{band} {number}", "guitar", 1940 + number])
    book.save(tmp_path / "bands.xlsx")
    window.open_files([tmp_path / "bands.xlsx"])
    question = window.desk.question
    assert "Which table of bands.xlsx" in question.words
    assert [made.text() for made in question.buttons] == ["beatles"]
    qtbot.mouseClick(question.buttons[0], LEFT)
    assert account(window).startswith("4 rows read, 4 used")
    assert not question.isVisible()


def test_a_dropped_folder_opens_all_its_files_as_one_table(qtbot, window, tmp_path):
    folder = tmp_path / "returns"
    folder.mkdir()
    for name in ("kent.xlsx", "leeds.xlsx"):
        shutil.copyfile(sample(MESSY), folder / name)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    action, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    place = QPoint(600, 400)
    QApplication.sendEvent(window, QDragEnterEvent(place, action, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), action, data, buttons, keys))
    assert account(window).startswith("122 rows read, 120 used")
    assert {"source_file", "source_sheet"} <= {column.key for column in window._workspace.records.columns}
    page = window.loaded.how_read
    window.loaded.go_to("reading")
    offered = [page.tables.itemText(at) for at in range(page.tables.count())]
    assert "Returns: rows 7 to 67, in kent.xlsx" in offered
    assert "Returns: rows 7 to 67, in leeds.xlsx" in offered


@pytest.fixture
def undecided(tmp_path: Path) -> Path:
    """Give a file whose dates could be read either way."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Reference", "Date notified", "Local authority", "Nature"])
    for number, day in enumerate(("03/04/2021", "05/06/2021", "07/08/2021", "01/02/2021"), start=1):
        sheet.append([f"R{number:03}", day, "Kent", "Child death"])
    book.save(tmp_path / "undecided.xlsx")
    return tmp_path / "undecided.xlsx"


def test_dates_that_could_be_either_way_are_one_question_that_stands_in_no_one_s_way(
    qtbot, window, undecided
):
    window.open_files([undecided])
    question = window.desk.question
    assert question.isVisible()
    assert window.loaded.isVisible()
    assert "“Date notified”" in question.words
    column = [each.key for each in window._workspace.records.columns].index("date_notified")
    assert window._workspace.records.cell(0, column).text == "03 Apr 2021"
    qtbot.mouseClick(question.buttons[1], LEFT)
    assert window._workspace.records.cell(0, column).text == "04 Mar 2021"
    assert not question.isVisible()


def test_another_sheet_is_read_instead_or_as_well(qtbot, window, tmp_path):
    book = Workbook()
    for at, title in enumerate(("2020", "2021")):
        sheet = book.active if at == 0 else book.create_sheet(title)
        sheet.title = title
        sheet.append(["Reference", "Date notified", "Local authority" if at else "Region"])
        for number in range(3 + at):
            sheet.append([f"R{at}{number}", f"{15 + number}/03/{title}", "Kent" if at else "London"])
    book.save(tmp_path / "years.xlsx")
    window.open_files([tmp_path / "years.xlsx"])
    window.loaded.go_to("reading")
    page = window.loaded.how_read
    first = page.tables.currentIndex()
    other = next(at for at in range(page.tables.count()) if "not read" in page.tables.itemText(at))
    page.tables.setFocus()
    qtbot.keyClick(page.tables, Qt.Key.Key_Down if other > first else Qt.Key.Key_Up)
    assert not page.extent.isVisible()
    qtbot.mouseClick(page.also, LEFT)
    assert account(window).startswith("7 rows read, 7 used")
    qtbot.mouseClick(page.without, LEFT)
    assert len(window._workspace.reading.how_read.read) == 1
