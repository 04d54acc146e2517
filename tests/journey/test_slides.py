"""An official makes slides and a note for a briefing from the export dialog of the real window."""

import docx
import pptx
import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.main_window import MainWindow

PANEL = "panel_notifications_2020_2021.xlsx"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot, window: MainWindow) -> MainWindow:
    qtbot.mouseClick(window.start.sample_buttons[PANEL], LEFT)
    return window


def tick(dialog, *titles: str) -> None:
    charts = dialog.form.charts
    for at in range(charts.count()):
        item = charts.item(at)
        item.setCheckState(Qt.CheckState.Checked if item.text() in titles else Qt.CheckState.Unchecked)


def test_slides_of_two_charts_then_a_note_then_one_picture(qtbot, opened, tmp_path):
    opened.actions_["export"].trigger()
    dialog = opened.exporting.dialog
    qtbot.keyClicks(dialog.form.format, "PowerPoint slides")
    dialog.set_place(tmp_path / "briefing")
    tick(dialog, "By nature", "Trend lines")
    assert dialog.place.text().endswith("briefing.pptx")
    qtbot.waitUntil(lambda: any("Slide 2" in words for words in dialog.preview.words))
    assert dialog.preview.picture.accessibleName().startswith("Column chart")
    qtbot.mouseClick(dialog.writing, LEFT)
    deck = pptx.Presentation(str(tmp_path / "briefing.pptx"))
    assert deck.slides[0].shapes.title.text == "Notifications fell 21% in 2021"
    assert len(deck.slides) == 3

    opened.actions_["export"].trigger()
    dialog = opened.exporting.dialog
    assert dialog.form.spec.key == "pptx"  # the last choice
    qtbot.keyClicks(dialog.form.format, "Word briefing note")
    dialog.set_place(tmp_path / "briefing")
    qtbot.mouseClick(dialog.writing, LEFT)
    note = docx.Document(str(tmp_path / "briefing.docx"))
    assert note.paragraphs[0].text == "Notifications fell 21% in 2021"
    assert len(note.inline_shapes) == 2

    opened.actions_["export"].trigger()
    dialog = opened.exporting.dialog
    qtbot.keyClicks(dialog.form.format, "PNG picture")
    assert len(dialog.wish.charts) == 1
    dialog.audience.set_current("publication")
    dialog.audience.chosen.emit("publication")
    dialog.set_place(tmp_path / "chart")
    qtbot.mouseClick(dialog.writing, LEFT)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["briefing.docx", "briefing.pptx", "chart.png"]
