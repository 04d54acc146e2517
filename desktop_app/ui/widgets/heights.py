"""Heights that follow from widths, told to what is around a widget only where they change.

Qt lays the whole page out anew whenever a widget may have another size. At every click on a filter all texts
change, and hardly ever the number of their lines.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


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
