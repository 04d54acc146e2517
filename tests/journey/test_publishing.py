"""From the real window to a workbook that may leave: protected, checked, with warnings where needed."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.exporting import Audience
from desktop_app.export.checker import check_workbook
from desktop_app.ui.exporting.preview import WAITING
from desktop_app.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PANEL = "panel_notifications_2020_2021.xlsx"


@pytest.fixture
def public(qtbot, window: MainWindow) -> MainWindow:
    """Give the window with the dialog open on a publication of London by quarter."""
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    box = window.loaded.filters.box("region")
    qtbot.mouseClick(next(button for button in box.buttons if button.line.value == "London"), LEFT)
    period = window.top.period
    period.setCurrentIndex(period.findData("quarter"))
    period.activated.emit(period.currentIndex())
    ask(qtbot, window)
    return window


def ask(qtbot, window: MainWindow) -> None:
    window.actions_["export"].trigger()
    segments = window.exporting.dialog.audience.findChildren(QAbstractButton)
    qtbot.mouseClick(segments[1], LEFT)
    qtbot.waitUntil(lambda: window.exporting.dialog.preview.words != (WAITING,))


def test_the_preview_names_every_hidden_count_and_why(public):
    preview = public.exporting.dialog.preview
    words = " ".join(preview.words)
    assert "counts are hidden" in words
    assert "readers can subtract" in words
    reasons = {row[-1].text for row in preview.hidden.table.rows}
    assert reasons == {"Too small", "Linked to a small one"}
    assert "Records" not in [text.split(":")[0] for text in preview.words]


def test_the_workbook_is_written_keeps_the_rules_and_holds_no_records(qtbot, public, answers):
    dialog = public.exporting.dialog
    dialog.set_place(answers.folder / "tables.xlsx")
    qtbot.mouseClick(dialog.writing, LEFT)
    assert "tables.xlsx" in public.saved.words
    assert check_workbook(answers.folder / "tables.xlsx") == ()
    book = load_workbook(answers.folder / "tables.xlsx")
    assert book.sheetnames[:4] == ["Cover", "Contents", "Notes", "Summary"]
    assert "Records" not in book.sheetnames
    assert public._settings.values.export.audience is Audience.PUBLICATION


def test_a_second_publication_with_other_filters_is_warned_about(qtbot, public, answers):
    public.exporting.dialog.set_place(answers.folder / "tables.xlsx")
    qtbot.mouseClick(public.exporting.dialog.writing, LEFT)
    public.actions_["clear"].trigger()
    ask(qtbot, public)
    assert "of the same records with other filters" in " ".join(public.exporting.dialog.preview.words)


def test_the_file_that_is_open_is_never_written_over(qtbot, window, answers):
    source = answers.folder / "returns.csv"
    held = "Reference,Date notified,Nature\nA,2021-03-04,Child death\nB,2021-03-05,Serious harm\n"
    source.write_text(held, encoding="utf-8")
    for opened in (source, answers.folder):
        window.open_files([opened])
        window.actions_["export"].trigger()
        dialog = window.exporting.dialog
        kind = dialog.form.format
        kind.setCurrentIndex(kind.findText("Open data", Qt.MatchFlag.MatchContains))
        kind.activated.emit(kind.currentIndex())
        dialog.set_place(source)
        qtbot.mouseClick(dialog.writing, LEFT)
        assert "returns.csv is a file that was read" in window.banner.accessibleName()
        assert source.read_text(encoding="utf-8") == held
