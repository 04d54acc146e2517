"""The heading of a list that folds: an arrow and the title in full, on further lines where it is long."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.theme.fonts import BODY, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import draw_box, draw_focus, painting

ARROW, PADDING = 22, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_OPEN = (QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2))
_CLOSED = (QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4))


class FoldButton(QAbstractButton):
    """Checked: the list is open."""

    def __init__(self, theme: Theme, unfolded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = font(BODY, SEMIBOLD)
        self._heights: dict[int, int] = {}  # by width
        self.setCheckable(True)
        self.setChecked(unfolded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def set_title(self, title: str) -> None:
        """Show a title, and say aloud whether the list is open."""
        self.setAccessibleName(f"{title}, value list, {'open' if self.isChecked() else 'closed'}")
        if title != self.text():
            self.setText(title)
            self._heights.clear()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = QRect(0, 0, max(40, width - ARROW - 2 * PADDING), 1000)
            words = QFontMetrics(self._font).boundingRect(room, int(_WRAP), self.text())
            self._heights[width] = words.height() + 2 * PADDING
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the words may take more lines now

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, area, tokens.hover, None)
        if self.hasFocus():
            draw_focus(painter, area, tokens)
        centre = QPointF(4 + 7, area.center().y())
        painter.setPen(QPen(QColor(tokens.muted), 1.6))
        painter.drawPolyline([centre + corner for corner in (_OPEN if self.isChecked() else _CLOSED)])
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(area.adjusted(ARROW + PADDING, 0, -PADDING, 0), int(_WRAP), self.text())
