"""The headings of the records: a click sorts, a drag moves, a button on each opens the column's menu."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import draw_box

PULL = 50  # milliseconds from one step to the next
BUTTON = 20  # pixels that the button takes at the right of each heading
_FUNNEL = ((-5, -4.5), (5, -4.5), (1.2, 0), (1.2, 4.5), (-1.2, 3), (-1.2, 0))
_ARROW = ((-3.5, -1.5), (0, 2), (3.5, -1.5))


class FilterHeader(QHeaderView):
    """Draws a button on every heading: an arrow, or a funnel where the column is filtered."""

    menu_wished = Signal(int)  # section
    dragged = Signal(int, int)  # from a place to another one
    pulled = Signal(int)  # a heading is held beyond the right (1) or the left (-1) end

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._filtered: frozenset[int] = frozenset()
        self._hovered = -1
        self.setObjectName("filters")
        self.setMouseTracking(True)
        self.setSectionsMovable(True)
        self._moves = False
        self._spot = QPointF()
        self._pulling = QTimer(self, interval=PULL)
        self._pulling.timeout.connect(self._pull)
        # Later, for what answers may take away the sections that Qt is at work on.
        self.sectionMoved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def show_filtered(self, sections: frozenset[int]) -> None:
        """Mark these columns as filtered."""
        self._filtered = sections
        self.viewport().update()

    def put_back(self) -> None:
        """Take back what was dragged: the order of the columns is that of what is shown."""
        with QSignalBlocker(self):
            for place in range(self.count()) if self.sectionsMoved() else ():
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
        self._moves = self.cursor().shape() is not Qt.CursorShape.SplitHCursor  # which changes a width
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._button_at(event)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        self._spot = event.position()
        beyond = not 0 <= self._spot.x() < self.viewport().width()
        if not (beyond and self._moves and event.buttons() & Qt.MouseButton.LeftButton):
            self._pulling.stop()
        elif not self._pulling.isActive():
            self._pulling.start()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pulling.stop()
        super().mouseReleaseEvent(event)

    def _pull(self) -> None:
        """Bring further headings into sight, and drag on over them."""
        self.pulled.emit(-1 if self._spot.x() < 0 else 1)
        spot = QPointF(max(0, min(self._spot.x(), self.viewport().width() - 1)), self._spot.y())
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        kind, held = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        super().mouseMoveEvent(QMouseEvent(kind, spot, self.viewport().mapToGlobal(spot), none, left, held))

    def _tell(self, _section: int, before: int, after: int) -> None:
        self.dragged.emit(before, after)

    def _button_at(self, event: QMouseEvent) -> int:
        spot = event.position().toPoint()
        section = self.logicalIndexAt(spot)
        return section if section >= 0 and self.button_of(section).contains(spot) else -1
