"""The line at the foot of the window: what is shown and how it is counted."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.parts import label
from desktop_app.ui.widgets.announce import announce

SAID_FOR = 4000  # milliseconds
OFFLINE = "Offline. Nothing leaves this computer."
_SIDE, _GAP, _BETWEEN = 16, 24, " " * 6


class StatusBar(QFrame):
    """Shows the view's status words side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._told: tuple[str, ...] = ()
        self._words = label("", "small")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 5, _SIDE, 5)
        self._said = label("", "strong")
        self._quiet = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._quiet.timeout.connect(self._say_no_more)
        row.setSpacing(_GAP)
        self._selected = label("", "small")
        row.addWidget(self._words, 1)
        row.addWidget(self._selected)
        row.addWidget(self._said)
        self._offline = label(OFFLINE, "small")
        row.addWidget(self._offline)

    @property
    def selected(self) -> str:
        """Return what is said of the selection."""
        return self._selected.text()

    def say(self, words: str) -> None:
        """Say something in passing, for some seconds."""
        self._said.setText(words)
        self._fit()
        announce(self, words)
        self._quiet.start()

    def _say_no_more(self) -> None:
        self._said.clear()
        self._fit()

    def show_selected(self, words: str) -> None:
        """Show what is selected in the records, in words; empty where nothing is."""
        self._selected.setText(words)
        self._fit()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, in this order."""
        self._told = words
        self._words.setAccessibleName(". ".join(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many of the words as there is room for, each in full, then that all stays offline."""
        measured, fixed = self._words.fontMetrics(), 2 * _SIDE + _GAP
        fixed += sum(each.sizeHint().width() + _GAP for each in (self._selected, self._said) if each.text())
        texts = [_BETWEEN.join(self._told[:count]) for count in range(len(self._told), 0, -1)]
        room = self.width() - fixed
        self._words.setText(next((text for text in texts if measured.horizontalAdvance(text) <= room), ""))
        whole = self._words.text() == _BETWEEN.join(self._told)
        left = room - measured.horizontalAdvance(self._words.text())
        self._offline.setVisible(whole and self._offline.sizeHint().width() <= left)
