"""A long list of choices in groups, each said in a line, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop_app.ui.theme.theme import apply_theme
from desktop_app.ui.widgets.described_box import DescribedBox

CHOICES = (
    ("nature", "By nature", "Columns by nature", "Counts"),
    ("lines", "Trend lines", "One line each", "Counts"),
    ("rate", "Rate", "Per 100,000 children", "Rates"),
)


@pytest.fixture
def box(qtbot, qapp):
    made = DescribedBox(apply_theme(qapp, "light"), "Chart", CHOICES)
    qtbot.addWidget(made)
    made.set_current("nature")
    return made


def test_keys_go_from_choice_to_choice_past_the_headings(qtbot, box):
    sent = []
    box.chosen.connect(sent.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(box, key)
    assert sent == ["lines", "rate", "lines"]


def test_showing_a_choice_sends_nothing_and_tells_what_it_is(qtbot, box):
    with qtbot.assertNotEmitted(box.chosen):
        box.set_current("rate")
    assert (box.current, box.currentText()) == ("rate", "Rate")
    assert box.accessibleDescription() == "Per 100,000 children"


def test_scrolling_the_page_over_it_changes_nothing(box):
    box.show()
    at = QPointF(5, 5)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.current == "nature"


def painted(box, row: int) -> QImage:
    image = QImage(400, 46, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    painter = QPainter(image)
    box.itemDelegate().paint(painter, option, box.model().index(row, 0))
    painter.end()
    return image


def dark_rows(image: QImage) -> set[int]:
    return {
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 200 for x in range(image.width()))
    }


def test_the_list_has_a_heading_for_each_group_and_two_lines_for_each_choice(box):
    names = [box.itemText(at) for at in range(box.count())]
    assert names == ["Counts", "By nature", "Trend lines", "Rates", "Rate"]
    heading, choice = dark_rows(painted(box, 0)), dark_rows(painted(box, 1))
    assert {min(heading) > 12, max(heading) < 34} == {True}
    assert (min(choice) < 20, max(choice) > 26) == (True, True)


def test_what_is_not_possible_stays_in_the_list_and_keys_pass_it_by(qtbot, box):
    box.set_possible(("nature", "rate"))
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.current == "rate"
    assert dark_rows(painted(box, 2))
