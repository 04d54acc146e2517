"""Texts that change without having everything around them laid out anew."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.steady_text import SteadyText

LONG = "Notifications about children in 2021, by region and by nature of the notification. " * 3


class Column(QWidget):
    """A text with room below it; counts how often it was asked to arrange them."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SteadyText()
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addStretch(1)


@pytest.fixture
def shown(qtbot: QtBot) -> Column:
    made = Column()
    qtbot.addWidget(made)
    made.text.setText("379 notifications")
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_text_of_as_many_lines_leaves_everything_in_its_place(shown: Column) -> None:
    layout, before = shown.layout(), shown.text.geometry()
    assert layout is not None
    layout.activate()
    shown.text.setText("156 deaths")
    assert not layout.activate(), "nothing was to be laid out anew"
    assert (shown.text.text(), shown.text.geometry()) == ("156 deaths", before)


def test_a_longer_text_gets_the_lines_that_it_needs_and_gives_them_back(shown: Column, qtbot: QtBot) -> None:
    one_line = shown.text.height()
    shown.text.setText(LONG)
    qtbot.waitUntil(lambda: shown.text.height() >= 3 * one_line)
    shown.text.setText("156 deaths")
    qtbot.waitUntil(lambda: shown.text.height() == one_line)


def test_a_narrower_place_gives_a_text_more_lines(shown: Column, qtbot: QtBot) -> None:
    shown.text.setText(LONG)
    qtbot.waitUntil(lambda: shown.text.height() > 20)
    wide = shown.text.height()
    shown.resize(160, 400)
    qtbot.waitUntil(lambda: shown.text.height() > wide)


def test_a_larger_type_gets_more_room(shown: Column, qtbot: QtBot) -> None:
    shown.text.setText(LONG)
    before = shown.text.heightForWidth(280)
    shown.setStyleSheet("QLabel { font-size: 30px; }")
    qtbot.waitUntil(lambda: shown.text.heightForWidth(280) > before)
