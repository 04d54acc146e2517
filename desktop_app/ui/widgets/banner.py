"""A line across the window: something went wrong and what to do, or something worth knowing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import Notice
from desktop_app.ui.theme import GRID, Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.icons import IconButton


class Banner(QFrame):
    """Hidden until there is something to say; the cross hides it again."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        """Show what went wrong and the hint that belongs to it."""
        self._say("error", error.title, error.hint)

    def show_notice(self, notice: Notice) -> None:
        """Show something worth knowing and its way out."""
        self._say("caution", notice.text, notice.way_out)

    def dismiss(self) -> None:
        """Hide the banner and send `dismissed`."""
        self.hide()
        self.dismissed.emit()

    def _say(self, role: str, title: str, hint: str) -> None:
        self.setProperty("role", role)
        self.style().polish(self)  # the stylesheet looks at the role again
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{title} {hint}".strip())
        self.show()
        announce(self, self.accessibleName(), at_once=True)
