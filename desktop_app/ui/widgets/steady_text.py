"""A text on several lines that keeps its neighbours in their place while it changes."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.heights import Heights

_NARROWEST, _WIDTH = 80, 200  # pixels


class SteadyText(QWidget):
    """A wrapping text in one of the theme's roles; `selectable` with the mouse."""

    def __init__(self, role: str = "", *, selectable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label("", role, self)
        if selectable:
            self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._heights = Heights(self, self._label.heightForWidth)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the text that is shown."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Show a text."""
        if text != self.text():
            with self._heights.changing():
                self._label.setText(text)

    def heightForWidth(self, width: int) -> int:
        return self._heights.at(width)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(max(self.width(), _WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.resize(event.size())
        self._heights.resized(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._heights.forget()
