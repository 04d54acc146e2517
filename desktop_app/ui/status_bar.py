"""The line at the foot of the window: what is shown and how it is counted."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.parts import label

OFFLINE = "Offline. Nothing leaves this computer."


class StatusBar(QFrame):
    """Shows the view's status words side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._words = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.addWidget(self._words, 1)
        row.addWidget(label(OFFLINE, "small"))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these words, in this order."""
        self._words.setText("      ".join(words))
        self._words.setAccessibleName(". ".join(words))
