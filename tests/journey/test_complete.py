"""Who knows that a year is whole says so beside the caution, and can take it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.briefing import BY_THE_DATES, COMPLETE
from desktop_app.ui.main_window import MainWindow


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """Write a file of four notifications a month that ends in the September of its second year."""
    file = tmp_path / "returns.csv"
    days = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in (5, 12, 19, 26)]
    days += [f"2021-{month:02}-{day:02}" for month in range(1, 10) for day in (5, 12, 19, 26)]
    rows = [f"R{at},{day},Child death" for at, day in enumerate(days)]
    file.write_text("\n".join(["Reference,Date notified,Nature", *rows, ""]), encoding="utf-8")
    return file


def settling(window: MainWindow) -> QPushButton:
    (button,) = window.loaded.overview.briefing.settling_buttons
    return button


def headline(window: MainWindow) -> str:
    return window.loaded.overview.cards[0].accessibleName()


def test_an_incomplete_year_is_compared_once_the_person_knows_that_it_is_whole(qtbot, window, returns):
    window.open_files([returns])
    assert "2020: 48" in headline(window)  # the newest year that is complete
    assert settling(window).text() == COMPLETE
    qtbot.mouseClick(settling(window), Qt.MouseButton.LeftButton)
    assert "2021: 36" in headline(window)
    assert "25% fewer than in 2020 (48)" in headline(window)
    assert settling(window).text() == BY_THE_DATES
    assert settling(window).hasFocus()
    assert "taken as complete to 31 December 2021 by choice" in settling(window).accessibleDescription()
    assert window.actions_["undo"].text().replace("&", "") == "Undo: Complete to 31 December 2021"
    qtbot.mouseClick(settling(window), Qt.MouseButton.LeftButton)
    assert "2020: 48" in headline(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "2021: 36" in headline(window)
