"""Tells that a file was written, with the way to it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.catalogue.formats import format_of
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.icons import IconButton


class SavedStrip(QFrame):
    """Hidden until a file was written; the cross hides it again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "saved")
        self._folder = Path()
        self._words = label("", wrap=True)
        cross = IconButton(theme, "close", "Dismiss this message")
        cross.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(button("Show in folder", "link", self._show_folder, "Open the folder it was saved in"))
        row.addWidget(cross)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is told."""
        return self._words.text()

    def tell(self, path: Path) -> None:
        """Tell what was written and where."""
        self._folder = path.parent
        self._words.setText(f"{format_of(path.suffix).title} saved: {path}")
        self.show()
        announce(self, self._words.text())

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
