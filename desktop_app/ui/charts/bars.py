"""Draws horizontal bars: names at the left by the axis, values at the right of each bar."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Mark, Plot
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Stroke, Words

_SHARE = 0.68  # of the pitch that the bars of one position fill
_THICKEST = 28.0
_SPACE = 6.0
_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def bars(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw bars from zero; where there are several series they stand one below the other."""
    several = max(len(plot.series), 1)
    thick = min(frame.pitch * _SHARE / several, _THICKEST)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for index, series in enumerate(plot.series):
        shift = (index - (several - 1) / 2) * thick / frame.pitch
        for mark in series.marks:
            if mark.value is None:
                continue
            box = frame.box(mark.position + shift, max(thick - 1, 1), 0.0, mark.value)
            shapes.append(Block(box, inks[series.key], inks["surface"], mark.provisional))
            end = box.right()
            if mark.low is not None and mark.high is not None:
                end = max(end, frame.reach(mark.high))
                shapes += _whisker(mark.low, mark.high, box.center().y(), frame, inks)
            if thick >= LINE * 0.7:
                shapes.append(_value(mark, end, box.center().y(), inks))
            # The whole line can be pointed at, for a small count leaves next to no bar.
            spots.append(Spot(index, mark, QRectF(box.left(), box.top(), max(box.width(), 24), thick)))
    zero = frame.reach(0.0)
    axis = Stroke((QPointF(zero, frame.area.top()), QPointF(zero, frame.area.bottom())), inks["muted"])
    return Drawing((*shapes, axis), tuple(spots))


def _value(mark: Mark, end: float, middle: float, inks: Inks) -> Shape:
    wide = text_width(mark.label, strong=True) + 1
    box = QRectF(end + _SPACE, middle - LINE / 2, wide, LINE)
    return Words(box, mark.label, inks["text"], small_font(strong=True), _ALIGN)


def _whisker(low: float, high: float, y: float, frame: Frame, inks: Inks) -> list[Shape]:
    ends = (QPointF(frame.reach(low), y), QPointF(frame.reach(high), y))
    return [Stroke(ends, inks["surface"], 4.0), Stroke(ends, inks["text"], 1.5)]
