"""The two axes: whole positions with their names, and values with round ticks and light gridlines.

pyqtgraph's own axes know no periods, and draw through a recorded picture that other resolutions distort;
these draw straight.
"""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop_app.presentation.models import WHOLE_KINDS, Plot, PlotKind
from desktop_app.ui.charts.frame import LINE, Frame, Inks, broken, height_of, small_font, text_width
from desktop_app.ui.charts.notes import note_shapes
from desktop_app.ui.charts.plan import (
    GAP,
    PROVISIONAL,
    STANDS_OUT,
    Plan,
    has_provisional,
    has_signal,
    position_labels,
    tick_texts,
    value_column,
)
from desktop_app.ui.charts.shapes import Block, Dot, Shape, Stroke, Symbol, Words, paint

_TICK = 4.0
_KEY_BOX = 12.0
_KEY_DOT = 4.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class _Axis(pg.AxisItem):
    """An axis that draws shapes in the coordinates of the whole chart."""

    def __init__(self, orientation: str) -> None:
        self._bounds = QRectF()  # asked for while the axis is still being made
        super().__init__(orientation)
        self.shapes: tuple[Shape, ...] = ()

    def _draw(self, shapes: Sequence[Shape]) -> None:
        self.shapes = tuple(shapes)
        self.update()

    def cover(self, bounds: QRectF) -> None:
        """Take the size of the chart."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        paint(painter, self.shapes)


class PositionAxis(_Axis):
    """An axis over the whole numbers from 0, each with a name, e.g. of a period."""

    def show_positions(self, plot: Plot, frame: Frame, inks: Inks) -> None:
        """Draw the names that have room."""
        if plot.kind in WHOLE_KINDS:
            self._draw(())
            return
        if frame.sideways:
            room = frame.area.left() - GAP - value_column(plot)
            names = enumerate(plot.positions)
            self._draw([_beside(index, name, (frame, room), inks) for index, name in names])
            return
        labels = position_labels(plot.positions, frame.pitch)
        y = frame.area.bottom() + (2 * LINE if plot.kind is PlotKind.CHANGE and frame.values[0] < 0 else 0)
        shapes = [_below(index, text, y, frame, inks) for index, text in labels.items()]
        if len(labels) < len(plot.positions):
            shapes += [_tick(frame.place(index), y, inks) for index in labels]
        self._draw([*shapes, *note_shapes(plot, frame, inks)])


class ValueAxis(_Axis):
    """An axis with round figures, light gridlines, and its title set level above it."""

    def show_values(self, plot: Plot, laid: Plan, frame: Frame, inks: Inks) -> None:
        """Draw ticks, gridlines, the title, and what the look of provisional marks means."""
        shapes: list[Shape] = []
        for tick, text in tick_texts(plot, laid.ticks).items():
            shapes += _row(tick, text, frame, inks)
        left = text_width(plot.value_title) + 1
        shapes.append(Words(QRectF(0, 0, left, LINE), plot.value_title, inks["muted"], small_font(), _LEFT))
        left += 3 * GAP
        if has_signal(plot):
            look = Dot(_box(left).center(), _KEY_DOT + 1, inks["signal"], inks["surface"], Symbol.DIAMOND)
            key = _key(look, STANDS_OUT, left, inks)
            shapes += key
            left = key[-1].rect.right() + 2 * GAP
        if has_provisional(plot):
            shapes += _provisional_key(left, frame, inks, dots=plot.kind is PlotKind.LINES)
        self._draw(shapes)


def _row(tick: float, text: str, frame: Frame, inks: Inks) -> list[Shape]:
    at, area = frame.reach(tick), frame.area
    colour = inks["muted"] if tick == 0 else inks["grid"]
    wide = text_width(text) + 1
    if frame.sideways:
        line = Stroke((QPointF(at, area.top()), QPointF(at, area.bottom())), colour)
        box = QRectF(at - wide / 2, area.top() - LINE - 2, wide, LINE)
        return [line, Words(box, text, inks["muted"], small_font())]
    line = Stroke((QPointF(area.left(), at), QPointF(area.right(), at)), colour)
    box = QRectF(area.left() - GAP - wide, at - LINE / 2, wide, LINE)
    return [line, Words(box, text, inks["muted"], small_font(), _RIGHT)]


def _below(index: int, text: str, y: float, frame: Frame, inks: Inks) -> Shape:
    wide = text_width(text) + 1
    box = QRectF(frame.place(index) - wide / 2, y + GAP - 1, wide, height_of(text))
    return Words(box, text, inks["muted"], small_font(), _TOP)


def _beside(index: int, name: str, within: tuple[Frame, float], inks: Inks) -> Shape:
    """Draw the name of a bar, as wide as its room."""
    frame, room = within
    text = broken(name, room)
    if height_of(text) > max(frame.pitch, LINE):  # hovering shows the name in full
        text = QFontMetricsF(small_font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
    tall = height_of(text)
    box = QRectF(0, frame.place(index) - tall / 2, room, tall)
    return Words(box, text, inks["text"], small_font(), _RIGHT)


def _tick(x: float, y: float, inks: Inks) -> Shape:
    return Stroke((QPointF(x, y), QPointF(x, y + _TICK)), inks["muted"])


def _provisional_key(left: float, frame: Frame, inks: Inks, *, dots: bool) -> list[Shape]:
    box = _box(left)
    text = PROVISIONAL
    if box.right() + text_width(text) > frame.area.right():
        text = PROVISIONAL.partition(":")[0]
    look: Shape = (
        Dot(box.center(), _KEY_DOT, inks["muted"], inks["surface"], Symbol.CIRCLE, hollow=True)
        if dots
        else Block(box, inks["muted"], inks["surface"], hollow=True)
    )
    return [*_key(look, text, left, inks)]


def _box(left: float) -> QRectF:
    return QRectF(left, (LINE - _KEY_BOX) / 2, _KEY_BOX, _KEY_BOX)


def _key(look: Shape, text: str, left: float, inks: Inks) -> tuple[Shape, Words]:
    """Return a look of marks with the words that say what it means."""
    words = QRectF(_box(left).right() + GAP / 2, 0, text_width(text) + 1, LINE)
    return look, Words(words, text, inks["muted"], small_font(), _LEFT)
