"""The line at the foot shows whole statements, as many as there is room for."""

from pytestqt.qtbot import QtBot

from desktop_app.ui.status_bar import OFFLINE, StatusBar

WORDS = ("2,983 of 2,983 rows", "2,983 notifications and 3,145 children", "Counting by date notified")


def shown(bar: StatusBar) -> list[str]:
    return [each.text() for each in (bar._words, bar._offline) if each.isVisible() and each.text()]


def test_what_has_no_room_is_left_out_and_comes_back(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_words(WORDS)
    bar.resize(1300, 30)
    bar.show()
    told = "      ".join(WORDS)
    assert shown(bar) == [told, OFFLINE]
    wide = bar._words.fontMetrics().horizontalAdvance(told)
    bar.resize(wide + 100, 30)
    assert shown(bar) == [told]
    bar.resize(wide - 20, 30)
    assert shown(bar) == ["      ".join(WORDS[:2])]
    bar.show_selected("40 cells with content selected")
    assert shown(bar) == [WORDS[0]]
    bar.show_selected("")
    bar.resize(1300, 30)
    assert shown(bar) == [told, OFFLINE]
    assert bar._words.accessibleName() == ". ".join(WORDS)
