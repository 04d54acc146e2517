"""A small rounded label, e.g. an active filter that a click takes out."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.theme_fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.widgets.painting import as_tooltip, draw_box, draw_focus, painting

_HEIGHT = 28
_PADDING = 12
_CROSS = 20
_WIDEST = 480


class ChipButton(QAbstractButton):
    """An active filter in words with a cross; `clicked` means that it is to be taken out."""

    def __init__(
        self, theme: Theme, text: str, *, removable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._removable = removable
        self._font = font(BODY, REGULAR if removable else SEMIBOLD)
        self.setAccessibleName(f"Remove filter: {text}" if removable else text)
        self.setToolTip(as_tooltip(f"Remove filter: {text}" if removable else ""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not removable)
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """Return the text in full."""
        return self._text

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font).horizontalAdvance(self._text) + 1 + 2 * _PADDING
        return QSize(min(wide + (_CROSS if self._removable else 0), _WIDEST), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        area = QRectF(self.rect())
        with painting(self) as painter:
            hovered = self._removable and self.underMouse()
            draw_box(painter, area, tokens.soft, tokens.accent if hovered else None, _HEIGHT / 2)
            if self.hasFocus():
                draw_focus(painter, area, tokens, _HEIGHT / 2 - 1)
            painter.setPen(QColor(tokens.accent))
            painter.setFont(self._font)
            room = area.adjusted(_PADDING, 0, -_PADDING - (_CROSS if self._removable else 0), 0)
            text = painter.fontMetrics().elidedText(
                self._text, Qt.TextElideMode.ElideMiddle, int(room.width()) + 1
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            if self._removable:
                _draw_cross(painter, QPointF(area.right() - _PADDING - 3, area.center().y()), tokens.accent)


def _draw_cross(painter: QPainter, centre: QPointF, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    arm = 3.5
    for slope in (1, -1):
        painter.drawLine(centre + QPointF(-arm, -arm * slope), centre + QPointF(arm, arm * slope))
