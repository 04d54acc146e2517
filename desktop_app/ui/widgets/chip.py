"""A small rounded label, e.g. an active filter that a click changes and its cross takes out."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.theme.fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip, draw_box, draw_focus, painting

_HEIGHT = 28
_PADDING = 12
_CROSS = 20
_WIDEST = 480


class ChipButton(QAbstractButton):
    """An active filter in words; `clicked` asks to change it, `removed` (cross, Delete) to take it out.

    One that is not `editable` is taken out wherever it is clicked. A `broken` one cannot apply.
    """

    removed = Signal()

    def __init__(
        self, theme: Theme, text: str, *, removable: bool = True, editable: bool = False, broken: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._removable = removable
        self._editable = editable
        self._broken = broken
        self._font = font(BODY, REGULAR if removable else SEMIBOLD)
        does = "Change filter (Delete removes it)" if editable else "Remove filter"
        words = f"{text}. {broken}" if broken else text
        self.setAccessibleName(f"{does}: {words}" if removable else text)
        self.setToolTip(as_tooltip(f"{does}: {words}" if removable else ""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not removable)
        theme.changed.connect(self.update)

    def set_words(self, text: str) -> None:
        """Say something else, for one that is not removable."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """Return the text in full."""
        return self._text

    @property
    def broken(self) -> str:
        """Return why the filter cannot apply; empty where it can."""
        return self._broken

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = event.position().x() >= self.width() - _PADDING - _CROSS
        inside = self.rect().contains(event.position().toPoint())
        if self._removable and inside and (on_cross or not self._editable):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes_out = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        presses = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if takes_out or (not self._editable and presses):
            self.removed.emit()
            return
        if presses and event.key() != Qt.Key.Key_Space:  # to Qt only Space presses a button
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font).horizontalAdvance(self._text) + 1 + 2 * _PADDING
        return QSize(min(wide + (_CROSS if self._removable else 0), _WIDEST), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        area = QRectF(self.rect())
        with painting(self) as painter:
            hovered = self._removable and self.underMouse()
            fill, line = (tokens.error, tokens.error_border) if self._broken else (tokens.soft, None)
            draw_box(painter, area, fill, tokens.accent if hovered else line, _HEIGHT / 2)
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
