"""The line at the foot of the window: what is shown and how it is counted."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.parts import label
from desktop_app.ui.widgets.announce import announce

SAID_FOR = 4000  # milliseconds
OFFLINE = "Offline. Nothing leaves this computer."


class StatusBar(QFrame):
    """Shows the view's status words side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._words = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        self._said = label("", "strong")
        self._quiet = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._quiet.timeout.connect(self._said.clear)
        row.setSpacing(24)
        self._selected = label("", "small")
        row.addWidget(self._words, 1)
        row.addWidget(self._selected)
        row.addWidget(self._said)
        row.addWidget(label(OFFLINE, "small"))

    @property
    def selected(self) -> str:
        """Return what is said of the selection."""
        return self._selected.text()

    def say(self, words: str) -> None:
        """Say something in passing, for some seconds."""
        self._said.setText(words)
        announce(self, words)
        self._quiet.start()

    def show_selected(self, words: str) -> None:
        """Show what is selected in the records, in words; empty where nothing is."""
        self._selected.setText(words)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, in this order."""
        self._words.setText("      ".join(words))
        self._words.setAccessibleName(". ".join(words))
