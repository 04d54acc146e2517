"""A button that puts a text on the clipboard and says that it did."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.icons import IconButton

_SHOWN_MS = 1500


class CopyButton(IconButton):
    """Copies its text as plain text; the icon turns into a tick for a moment."""

    def __init__(self, theme: Theme, name: str = "Copy this sentence", parent: QWidget | None = None) -> None:
        super().__init__(theme, "copy", name, parent)
        self.text_to_copy = ""
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SHOWN_MS)
        self._back.timeout.connect(lambda: self.set_icon("copy"))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text_to_copy)
        self.set_icon("check")
        self._back.start()
        announce(self, "Copied")
