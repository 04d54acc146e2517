"""A small button with three dots: it opens every way to filter the column beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip, draw_box, draw_focus, painting

SIZE = QSize(24, 24)


class MenuButton(QAbstractButton):
    """Draws three dots."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_column(self, title: str) -> None:
        """Say which column it filters."""
        self.setAccessibleName(f"Every way to filter {title}")
        self.setToolTip(as_tooltip(f"Find, invert and further ways to filter {title}"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, area, tokens.hover, None)
        if self.hasFocus():
            draw_focus(painter, area, tokens)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        for step in (-5, 0, 5):
            painter.drawEllipse(area.center() + QPointF(step, 0), 1.5, 1.5)
