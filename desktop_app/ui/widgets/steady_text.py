"""Heights that follow from widths, and a text on several lines that keeps its neighbours in their place.

Qt lays the whole page out anew whenever a text is set. At every click on a filter all texts change, and
hardly ever the number of their lines.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.widgets.frames import plain_label

_NARROWEST, _WIDTH = 80, 200  # pixels


class Heights:
    """The heights that a widget needs by its width, remembered: measuring text takes long."""

    def __init__(self, widget: QWidget, measure: Callable[[int], int]) -> None:
        self._widget, self._measure = widget, measure
        self._known: dict[int, int] = {}

    def at(self, width: int) -> int:
        """Return the height in pixels that is needed with a width."""
        if width not in self._known:
            self._known[width] = self._measure(width)
        return self._known[width]

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change what is shown; what is around the widget is laid out anew only if its height changes."""
        before = self.at(self._widget.width()), self._widget.sizeHint()
        yield
        self._known.clear()
        if before != (self.at(self._widget.width()), self._widget.sizeHint()):
            self._widget.updateGeometry()

    def resized(self, event: QResizeEvent) -> None:
        """Ask for another height where another width wants one."""
        if event.size().width() != event.oldSize().width():
            self._widget.updateGeometry()

    def forget(self) -> None:
        """Measure anew: the fonts have changed."""
        self._known.clear()
        self._widget.updateGeometry()


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
