"""The heading of a list that folds: an arrow and the title in full, on further lines where it is long."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.fonts import BODY, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.drawn_button import DrawnButton

_ARROW, _PADDING = 22, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_OPEN = (QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2))
_CLOSED = (QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4))


class TitleButton(DrawnButton):
    """A title in full, where the titles of lists begin."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFont(font(BODY, SEMIBOLD))
        self.set_growth(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # as high as its lines
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def needed(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - _ARROW - 2 * _PADDING), 1000)
        return QFontMetrics(self.font()).boundingRect(room, int(_WRAP), self.text()).height() + 2 * _PADDING

    def draw_title(self, painter: QPainter, colour: str) -> None:
        """Draw the title on the ground of the button."""
        self.draw_ground(painter)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        room = QRectF(self.rect()).adjusted(_ARROW + _PADDING, 0, -_PADDING, 0)
        painter.drawText(room, int(_WRAP), self.text())


class FoldButton(TitleButton):
    """Checked: the list is open."""

    def __init__(self, theme: Theme, unfolded: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setChecked(unfolded)

    def set_title(self, title: str) -> None:
        """Show a title, and say aloud whether the list is open."""
        self.setAccessibleName(f"{title}, value list, {'open' if self.isChecked() else 'closed'}")
        if title != self.text():
            with self._heights.changing():
                self.setText(title)

    def draw(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        self.draw_title(painter, tokens.text)
        centre = QPointF(4 + 7, QRectF(self.rect()).center().y())
        painter.setPen(QPen(QColor(tokens.muted), 1.6))
        painter.drawPolyline([centre + corner for corner in (_OPEN if self.isChecked() else _CLOSED)])
