"""The drawing area of a chart: pyqtgraph's view with its axes, the marks, and what the mouse points at."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.models import WHOLE_KINDS, Plot, PlotKind
from desktop_app.ui.charts.axes import PositionAxis, ValueAxis
from desktop_app.ui.charts.frame import Frame, Inks
from desktop_app.ui.charts.marks import HighlightItem, MarksItem, draw
from desktop_app.ui.charts.plan import Plan, plan
from desktop_app.ui.charts.pointing import beside, same_spot, spot_at
from desktop_app.ui.charts.shapes import Drawing, Spot
from desktop_app.ui.theme.theme import Theme

_LEAST = QSize(240, 160)
_CLICK = 6.0  # pixels that the mouse may move within a click
_LITTLE = QSize(150, 116)  # pixels: a little chart with its name of up to three lines, and its periods
_ROW_HEIGHT = 22  # pixels: every bar and row keeps room for its name


class Plane(pg.GraphicsView):
    """Draws one plot to its size, and tells what the mouse does; it never opens a menu of its own."""

    pointed = Signal(object)  # the Spot under the mouse, or None
    highlighted = Signal(object)  # the Spot that is framed now, or None
    pressed = Signal(object, bool)  # the Spot that was clicked, and whether Ctrl was held
    brushed = Signal(int, int)  # the positions between which the mouse was drawn across the chart
    chosen = Signal(tuple, bool)  # the Spots that the mouse was drawn over, and whether Ctrl was held
    turned = Signal(int, float, bool)  # steps of the wheel, the position under it, and whether Shift was held

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._theme = theme
        self._plot: Plot | None = None
        self._spot: Spot | None = None
        self._frame: Frame | None = None
        self._press: QPointF | None = None  # where the left button went down
        self._drags = False
        self._stale = False  # the plot or the size is another than was drawn
        self.can_brush = False  # drawing the mouse across looks closer
        self.can_choose = False  # or else chooses the marks it is drawn over
        self._view = pg.ViewBox(enableMouse=False, enableMenu=False)
        self._axes = (PositionAxis("bottom"), ValueAxis("left"))
        self._marks = MarksItem()
        self._highlight = HighlightItem()
        for item in (*self._axes, self._view, self._marks, self._highlight):
            self.addItem(item)
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the layout, and before painting
        self._soon.timeout.connect(lambda: self.settle() if self.isVisible() else None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart view around it has the focus
        self.setMinimumSize(_LEAST)
        self.setStyleSheet("background: transparent; border: none;")
        theme.changed.connect(self.arrange)

    @property
    def spot(self) -> Spot | None:
        """Return the mark that is framed."""
        return self._spot

    @property
    def drawing(self) -> Drawing:
        """Return what is drawn, with the places of the marks."""
        self.settle()
        return self._marks.drawing

    @property
    def inks(self) -> Inks:
        """Return the colours in use."""
        return Inks(self._theme.colours)

    def show_plot(self, plot: Plot) -> None:
        """Draw another plot, once it is known how much room it has."""
        self._plot = plot
        self._stale = True
        self.setMinimumHeight(max(_LEAST.height(), _least_height(plot, self.width())))
        self.highlight(None)
        self._soon.start()

    def highlight(self, spot: Spot | None) -> None:
        """Frame a mark and show its words, or take the frame away."""
        self._spot = spot
        of_several = self._plot is not None and self._plot.kind is PlotKind.MULTIPLES
        others = beside(self.drawing.spots, spot) if of_several and spot else ()
        self._highlight.show_spot(spot, self.inks, others)
        self.highlighted.emit(spot)

    def arrange(self) -> None:
        """Lay out axes and marks for the present size, plot and colours."""
        plot, self._stale = self._plot, False
        if plot is None or plot.empty:
            self._marks.show_drawing(Drawing())
            return
        whole = QRectF(self.rect())
        for item in (*self._axes, self._marks, self._highlight):
            item.cover(whole)
        laid = plan(plot, whole.width(), whole.height())
        frame = self._scaled(laid, whole.marginsRemoved(laid.margins), sideways=plot.kind is PlotKind.BARS)
        self._frame = frame
        self._axes[0].show_positions(plot, frame, self.inks)
        self._axes[1].show_values(plot, laid, frame, self.inks)
        self._marks.show_drawing(draw(plot, frame, self.inks))
        if self._spot is not None:  # the same mark stands elsewhere now
            self.highlight(same_spot(self.drawing.spots, self._spot))

    def _scaled(self, laid: Plan, area: QRectF, *, sideways: bool) -> Frame:
        """Return the frame that pyqtgraph's view makes of an area and the ranges to show in it."""
        across, up = (laid.values, laid.positions) if sideways else (laid.positions, laid.values)
        self._view.invertY(sideways)
        self._view.setGeometry(area)
        self._view.setRange(xRange=across, yRange=up, padding=0)
        across, up = (tuple(ends) for ends in self._view.viewRange())
        positions, values = (up, across) if sideways else (across, up)
        return Frame(self._view.geometry(), positions, values, sideways)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls this itself, before the rest of this object is there
            self._stale = True
            self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.settle()
        super().paintEvent(event)

    def settle(self) -> None:
        """Draw what is to be drawn for the size that it has now."""
        if self._stale:
            self.arrange()

    def position_at(self, point: QPointF) -> float:
        """Return the position, between the first and the last, under a point."""
        self.settle()
        if self._frame is None:
            return 0.0
        low, high = self._frame.positions
        along = point.y() if self._frame.sideways else point.x()
        place = low + (along - self._frame.place(low)) / self._frame.pitch
        return min(max(place, low + 0.5), high - 0.5)

    def shade(self, ends: tuple[int, int] | None) -> None:
        """Shade the positions from one to another, or none."""
        self._highlight.show_band(self._band_of(*ends) if ends else None)

    def spots_between(self, first: int, last: int) -> tuple[Spot, ...]:
        """Return the marks from one position to another."""
        return tuple(spot for spot in self.drawing.spots if first <= spot.mark.position <= last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._press is not None and (self.can_brush or self.can_choose):
            self._drags = self._drags or self._moved(self._press, point) > _CLICK
        if self._drags:
            self._brush(point)
            return
        spot = spot_at(self.drawing.spots, point)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if spot and spot.mark.picks else Qt.CursorShape.ArrowCursor
        )
        self.pointed.emit(spot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, drags = self._press, self._drags
        self._press, self._drags = None, False
        if start is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if drags:
            self._highlight.show_band(None)
            if self.can_brush:
                self.brushed.emit(*self._ends(start, event.position()))
                return
            spots = self._drawn_over(start, event.position())
            if len({spot.mark.position for spot in spots}) > 1 or (self._is_whole and len(spots) > 1):
                self.chosen.emit(spots, ctrl)
                return
        # Drawn within one mark it was meant as a click.
        spot = spot_at(self.drawing.spots, start if drags else event.position())
        if spot is not None:
            self.pressed.emit(spot, ctrl)

    @property
    def _is_whole(self) -> bool:
        return self._plot is not None and self._plot.kind in WHOLE_KINDS

    def _moved(self, start: QPointF, point: QPointF) -> float:
        """Return how many pixels the mouse was drawn along the positions, or anywhere if there are none."""
        across, down = abs(point.x() - start.x()), abs(point.y() - start.y())
        if self._is_whole:
            return max(across, down)
        return down if self._frame is not None and self._frame.sideways else across

    def _drawn_over(self, start: QPointF, point: QPointF) -> tuple[Spot, ...]:
        if self._is_whole:
            area = QRectF(start, point).normalized()
            return tuple(spot for spot in self.drawing.spots if area.intersects(spot.rect))
        return self.spots_between(*self._ends(start, point))

    def _brush(self, point: QPointF) -> None:
        """Shade what the mouse is drawn over: whole periods or bars, or an area where there are neither."""
        if self._press is None:
            return
        if self._is_whole:
            self._highlight.show_band(QRectF(self._press, point).normalized())
        else:
            self.shade(self._ends(self._press, point))

    def _band_of(self, first: int, last: int) -> QRectF | None:
        if self._frame is None:
            return None
        area, begin, end = self._frame.area, self._frame.place(first - 0.5), self._frame.place(last + 0.5)
        if self._frame.sideways:
            return QRectF(area.left(), begin, area.width(), end - begin)
        return QRectF(begin, area.top(), end - begin, area.height())

    def _ends(self, start: QPointF, end: QPointF) -> tuple[int, int]:
        first, last = sorted(round(self.position_at(point)) for point in (start, end))
        return first, last

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        event.accept()
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = event.angleDelta().y() or event.angleDelta().x()
        if not (self.can_brush and steps and (shift or ctrl)):
            event.ignore()  # what scrolls around the chart gets it
            return
        event.accept()
        self.turned.emit(1 if steps > 0 else -1, self.position_at(event.position()), shift)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def _least_height(plot: Plot, width: int) -> int:
    if plot.kind is PlotKind.BARS:
        return _ROW_HEIGHT * len(plot.positions)
    if plot.kind is PlotKind.MULTIPLES:
        across = max(width // _LITTLE.width(), 1)
        return _LITTLE.height() * -(-len(plot.series) // across)
    return _ROW_HEIGHT * (len(plot.series) + 3) if plot.kind is PlotKind.HEAT else 0
