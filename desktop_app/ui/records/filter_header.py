"""The headings of the records: a click sorts, a drag moves, a button on each opens the column's menu."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import draw_box

BUTTON = 20  # pixels that the button takes at the right of each heading
_FUNNEL = ((-5, -4.5), (5, -4.5), (1.2, 0), (1.2, 4.5), (-1.2, 3), (-1.2, 0))
_ARROW = ((-3.5, -1.5), (0, 2), (3.5, -1.5))


class FilterHeader(QHeaderView):
    """Draws a button on every heading: an arrow, or a funnel where the column is filtered."""

    menu_wished = Signal(int)  # section
    dragged = Signal(int, int)  # from a place to another one

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._filtered: frozenset[int] = frozenset()
        self._hovered = -1
        self.setObjectName("filters")
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        # Later, for what answers may take away the sections that Qt is at work on.
        self.sectionMoved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def show_filtered(self, sections: frozenset[int]) -> None:
        """Mark these columns as filtered."""
        self._filtered = sections
        self.viewport().update()

    def put_back(self) -> None:
        """Take back what was dragged: the order of the columns is that of what is shown."""
        with QSignalBlocker(self):
            for place in range(self.count()):
                self.moveSection(self.visualIndex(place), place)

    def button_of(self, section: int) -> QRect:
        """Return where the button of a heading is, in pixels of the viewport."""
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - BUTTON - 4, (self.height() - BUTTON) // 2, BUTTON, BUTTON)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, rect, section)
        tokens, box = self._theme.tokens, QRectF(self.button_of(section))
        filtered, hovered = section in self._filtered, section == self._hovered
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if filtered or hovered:
            draw_box(painter, box, tokens.soft if filtered else tokens.hover, None)
        shape = [box.center() + QPointF(*corner) for corner in (_FUNNEL if filtered else _ARROW)]
        painter.setPen(QPen(QColor(tokens.accent if filtered else tokens.muted), 1.4))
        if filtered:
            painter.setBrush(QColor(tokens.accent))
            painter.drawPolygon(QPolygonF(shape))
        else:
            painter.drawPolyline(shape)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self._button_at(event)
        if section >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.menu_wished.emit(section)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._button_at(event)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        super().mouseMoveEvent(event)

    def _tell(self, _section: int, before: int, after: int) -> None:
        self.dragged.emit(before, after)

    def _button_at(self, event: QMouseEvent) -> int:
        spot = event.position().toPoint()
        section = self.logicalIndexAt(spot)
        return section if section >= 0 and self.button_of(section).contains(spot) else -1
