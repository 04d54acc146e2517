"""The surfaces that content stands on, and what they say while there is nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import GRID


class CardFrame(QFrame):
    """A surface with a thin border; add widgets to its `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.body.setSpacing(GRID)


class EmptyState(QWidget):
    """A heading and a sentence in the middle of a page that has nothing to show, with room for a way out."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(GRID)
        self.body.addStretch(1)
        self._title = _centred("title", self)
        self._sentence = _centred("muted", self)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def add_way_out(self, widget: QWidget) -> None:
        """Put a widget, usually a button, below the sentence."""
        self.body.insertWidget(self.body.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a wrapping label that never takes its text for HTML; `role` as in the stylesheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _centred(role: str, parent: QWidget) -> QLabel:
    label = plain_label("", role, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
