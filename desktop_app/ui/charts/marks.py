"""The items of pyqtgraph's scene that carry a chart's marks and the words about one of them."""

from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.presentation.models import Plot, PlotKind
from desktop_app.ui.charts.bars import bars
from desktop_app.ui.charts.columns import change, grouped, stacked
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.funnel import funnel
from desktop_app.ui.charts.heat import heat
from desktop_app.ui.charts.lines import lines
from desktop_app.ui.charts.multiples import multiples
from desktop_app.ui.charts.shapes import Drawing, Spot, paint
from desktop_app.ui.charts.tiles import tiles
from desktop_app.ui.theme.fonts import font

_WIDEST = 260.0
_PADDING = 8.0
_DISTANCE = 10.0
_BAND = 0.15  # how opaque a stretch is shaded


_DRAWN_BY: dict[PlotKind, Callable[[Plot, Frame, Inks], Drawing]] = {
    PlotKind.STACKED: stacked,
    PlotKind.GROUPED: grouped,
    PlotKind.LINES: lines,
    PlotKind.CHANGE: change,
    PlotKind.BARS: bars,
    PlotKind.HEAT: heat,
    PlotKind.FUNNEL: funnel,
    PlotKind.TILES: tiles,
    PlotKind.MULTIPLES: multiples,
}


def draw(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Return the marks of a plot, drawn in the way of its kind."""
    return _DRAWN_BY[plot.kind](plot, frame, inks)


class _Layer(pg.GraphicsObject):
    """Something drawn over the whole chart, in its pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()

    def cover(self, bounds: QRectF) -> None:
        """Take the size of the chart."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def boundingRect(self) -> QRectF:
        return self._bounds


class MarksItem(_Layer):
    """Draws the marks."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing = Drawing()

    def show_drawing(self, drawing: Drawing) -> None:
        """Replace what is drawn."""
        self.drawing = drawing
        self.update()

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        paint(painter, self.drawing.shapes)


class HighlightItem(_Layer):
    """Frames the mark that is pointed at or stepped to, and shows its words beside it as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self._spot: Spot | None = None
        self._beside: tuple[Spot, ...] = ()
        self._inks: Inks | None = None
        self._band: QRectF | None = None
        self.setZValue(10)

    def show_spot(self, spot: Spot | None, inks: Inks, beside: tuple[Spot, ...] = ()) -> None:
        """Frame another mark, or none; those `beside` are the same period in neighbouring little charts."""
        self._spot, self._inks, self._beside = spot, inks, beside
        self.update()

    def show_band(self, band: QRectF | None) -> None:
        """Shade a stretch of the chart, or none."""
        self._band = band
        self.update()

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        if self._band is not None and self._inks is not None:
            shaded = QColor(self._inks["focus"])
            shaded.setAlphaF(_BAND)
            painter.fillRect(self._band, shaded)
        if self._spot is None or self._inks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for each in self._beside:
            self._paint_beside(painter, each, self._inks)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._inks["surface"]), 4.0))
        painter.drawRoundedRect(self._spot.rect.adjusted(-1, -1, 1, 1), 3, 3)
        painter.setPen(QPen(QColor(self._inks["text"]), 2.0))
        painter.drawRoundedRect(self._spot.rect.adjusted(-1, -1, 1, 1), 3, 3)
        self._paint_words(painter, self._spot, self._inks)

    def _paint_beside(self, painter: QPainter, spot: Spot, inks: Inks) -> None:
        """Frame a neighbour lightly, with its value below its little chart, where it covers no column."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(inks["text"]), 1.0))
        painter.drawRect(spot.rect.adjusted(-1, 0, 1, 0))
        wide = text_width(spot.mark.label) + _PADDING
        box = QRectF(spot.centre.x() - wide / 2, spot.rect.bottom() + 2, wide, LINE)
        painter.fillRect(box, QColor(inks["surface"]))
        painter.setFont(small_font())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), spot.mark.label)

    def _paint_words(self, painter: QPainter, spot: Spot, inks: Inks) -> None:
        which = font(12)
        room = QRectF(0, 0, _WIDEST, 400)
        flags = int(Qt.TextFlag.TextWordWrap)
        text = QFontMetricsF(which).boundingRect(room, flags, spot.mark.words)
        box = callout(
            spot.rect, text.width() + 2 * _PADDING, text.height() + 2 * _PADDING, self.boundingRect()
        )
        painter.setPen(QPen(QColor(inks["muted"]), 1.0))
        painter.setBrush(QColor(inks["surface"]))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(inks["text"]))
        painter.setFont(which)
        inside = box.adjusted(_PADDING, _PADDING, -_PADDING + 1, -_PADDING + 1)
        painter.drawText(inside, flags, spot.mark.words)


def callout(mark: QRectF, width: float, height: float, bounds: QRectF) -> QRectF:
    """Return where the words about a mark stand: beside it where there is room, and inside the bounds."""
    right, left = mark.right() + _DISTANCE, mark.left() - _DISTANCE - width
    x = right if right + width <= bounds.right() else max(left, bounds.left())
    y = min(max(mark.center().y() - height / 2, bounds.top() + 1), bounds.bottom() - height - 1)
    return QRectF(x, max(y, bounds.top()), width, height)
