"""One value of the filter panel: a tick box, the value in full, its share as a bar, and its count."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.filter_models import FacetLine
from desktop_app.ui.theme.fonts import font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.drawn_button import DrawnButton
from desktop_app.ui.widgets.painting import draw_box

BOX, GAP, BAR, BAR_HEIGHT, PADDING = 14, 8, 40, 5, 3
WIDE_COUNT = 48  # pixels: beside wider counts the bars are half as long, so that names keep their room
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_COUNT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FacetLineButton(DrawnButton):
    """Draws one value, on as many lines as it takes; a click or Space chooses it, Enter asks for it alone."""

    alone = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFont(font(tabular=True))  # the counts stand in a column
        self._line = FacetLine("", "", 0.0, False)
        self._count_width = 0
        self.setCheckable(True)

    @property
    def line(self) -> FacetLine:
        """Return the value that is shown."""
        return self._line

    def show_line(self, line: FacetLine, count_width: int) -> None:
        """Show a value; `count_width` is the width in pixels that all counts of the column share."""
        if (self._line, self._count_width) == (line, count_width):
            return
        with self._heights.changing():
            self._line, self._count_width = line, count_width
        self.setText(line.value)
        self.setChecked(line.chosen)
        self.setAccessibleName(f"{line.value}, {line.text}")
        self.update()

    def enter(self) -> None:
        self.alone.emit()

    def nextCheckState(self) -> None:
        """Leave the tick as it is: it follows the view, which follows the wish."""

    def draw(self, painter: QPainter) -> None:
        tokens, width, height = self._theme.tokens, self.width(), self.height()
        self.draw_ground(painter)
        self._paint_box(painter, QRect(4, (height - BOX) // 2, BOX, BOX))
        zero = self._line.share == 0
        painter.setPen(QColor(tokens.muted if zero else tokens.text))
        painter.drawText(self._text_rect(width, height), int(_WRAP), self._line.value)
        left = width - self._count_width - GAP - self._bar - 4
        if self._line.share > 0:
            wide = max(3, round(self._bar * self._line.share))
            bar = QRect(left, (height - BAR_HEIGHT) // 2, wide, BAR_HEIGHT)
            draw_box(painter, QRectF(bar), tokens.bar, None, 2)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRect(0, 0, width - 4, height), int(_COUNT), self._line.text)

    def needed(self, width: int) -> int:
        room = QRect(0, 0, max(40, self._text_rect(width, 0).width()), 1000)
        needed = self.fontMetrics().boundingRect(room, int(_WRAP), self._line.value).height()
        return max(needed, BOX) + 2 * PADDING

    @property
    def _bar(self) -> int:
        return BAR if self._count_width <= WIDE_COUNT else BAR // 2

    def _text_rect(self, width: int, height: int) -> QRect:
        left = 4 + BOX + GAP
        return QRect(left, 0, width - left - 2 * GAP - self._bar - self._count_width - 4, height)

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        tokens = self._theme.tokens
        chosen = self._line.chosen
        line = tokens.fill if chosen else tokens.control
        draw_box(painter, QRectF(box), tokens.fill if chosen else tokens.surface, line, 3)
        if chosen:
            painter.setPen(QPen(QColor(tokens.on_fill), 1.8))
            tick = (QPointF(3.5, 7.5), QPointF(6, 10), QPointF(11, 4.5))
            painter.drawPolyline([QPointF(box.topLeft()) + corner for corner in tick])
