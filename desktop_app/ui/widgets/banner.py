"""A line across the window: something went wrong, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.ui.theme.theme import GRID, Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.icons import IconButton


class Banner(QFrame):
    """Hidden until there is something to say; the cross hides it again."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self._title = plain_label(role="strong", parent=self)
        self._hint = plain_label(parent=self)
        cross = IconButton(theme, "close", "Dismiss this message", self)
        cross.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.addLayout(words, 1)
        row.addWidget(cross)
        self.hide()

    def show_error(self, error: UserError) -> None:
        """Show what went wrong and the hint that belongs to it, and have it read aloud."""
        self._title.setText(error.title)
        self._hint.setText(error.hint)
        self._hint.setVisible(bool(error.hint))
        self.setAccessibleName(f"{error.title} {error.hint}".strip())
        self.show()
        announce(self, self.accessibleName(), at_once=True)

    def dismiss(self) -> None:
        """Hide the banner and send `dismissed`."""
        self.hide()
        self.dismissed.emit()
