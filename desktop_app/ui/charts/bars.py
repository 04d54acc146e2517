"""Draws horizontal bars: names at the left, values at the end of each bar or before it."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Mark, Plot
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.plan import GAP, stack_heights, value_column
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Stroke, Words

_SHARE = 0.68  # of the pitch that the bars of one position fill
_THICKEST = 28.0
_SPACE = 6.0
_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def bars(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw bars from zero, and on them the others; several series stand one below the other."""
    own = plot.series[:-1] if plot.others else plot.series
    several = max(len(own), 1)
    thick = min(frame.pitch * _SHARE / several, _THICKEST)
    shapes, spots = _others(plot, frame, inks, thick) if plot.others else ([], [])
    for index, series in enumerate(own):
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
                end = max(end, _reach(plot, mark, frame))
                shapes.append(_value(plot, mark, QPointF(end, box.center().y()), frame, inks))
            # The whole line can be pointed at, for a small count leaves next to no bar.
            spots.append(Spot(index, mark, QRectF(box.left(), box.top(), max(box.width(), 24), thick)))
    zero = frame.reach(0.0)
    axis = Stroke((QPointF(zero, frame.area.top()), QPointF(zero, frame.area.bottom())), inks["muted"])
    return Drawing((*shapes, axis), tuple(spots))


def _others(plot: Plot, frame: Frame, inks: Inks, thick: float) -> tuple[list[Shape], list[Spot]]:
    """Draw what the filters leave out, from where each bar ends."""
    *own, series = plot.series
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for mark in series.marks:
        if mark.value:
            whole = stack_heights(plot)[mark.position]
            box = frame.box(mark.position, max(thick - 1, 1), whole - mark.value, whole)
            shapes.append(Block(box, inks[series.key], inks["surface"]))
            spots.append(Spot(len(own), mark, box))
    return shapes, spots


def _reach(plot: Plot, mark: Mark, frame: Frame) -> float:
    """Return the pixel where a bar ends together with what stands on it."""
    return frame.reach(stack_heights(plot)[mark.position]) if plot.others else frame.area.left()


def _value(plot: Plot, mark: Mark, end: QPointF, frame: Frame, inks: Inks) -> Shape:
    """Draw the value of a bar at its end or, where whiskers stand there, before the axis."""
    text = plot.totals[mark.position] if plot.totals else mark.label
    wide = text_width(text, strong=True) + 1
    left = frame.area.left() - GAP - wide if value_column(plot) else end.x() + _SPACE
    box = QRectF(left, end.y() - LINE / 2, wide, LINE)
    return Words(box, text, inks["text"], small_font(strong=True), _ALIGN)


def _whisker(low: float, high: float, y: float, frame: Frame, inks: Inks) -> list[Shape]:
    ends = (QPointF(frame.reach(low), y), QPointF(frame.reach(high), y))
    return [Stroke(ends, inks["surface"], 4.0), Stroke(ends, inks["text"], 1.5)]
