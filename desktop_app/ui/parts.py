"""Small ready-made parts that several places of the window are put together from."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLayout, QPushButton, QWidget

from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.painting import as_tooltip

_AROUND_TEXT = 48  # pixels of a list around its texts


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the theme's roles, on one line unless it is to wrap."""
    made = plain_label(text, role)
    made.setWordWrap(wrap)
    return made


def button(text: str, role: str, clicked: Callable[[], object], tip: str = "") -> QPushButton:
    """Return a button in one of the theme's roles; an "&" in its text is printed."""
    made = QPushButton(text.replace("&", "&&"))
    made.setToolTip(as_tooltip(tip))
    made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked: clicked())
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def tab_through(*widgets: QWidget) -> None:
    """Have Tab go through these in this order; what is made later would otherwise come last."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def offer(box: QComboBox, choices: Sequence[tuple[str, str]], current: str) -> None:
    """Put the choices into a box and show the current one; a box that offers the same stays as it is."""
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != list(choices):
        box.clear()
        widest = max((box.fontMetrics().horizontalAdvance(title) for title, _ in choices), default=0)
        box.view().setMinimumWidth(widest + _AROUND_TEXT)
        for title, data in choices:
            box.addItem(title, data)
    box.setCurrentIndex(max(0, box.findData(current)))
