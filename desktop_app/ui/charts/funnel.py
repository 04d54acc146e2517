"""Draws a funnel plot: points by population and rate, about the limits of chance."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Line, Mark, Plot
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.plan import GAP
from desktop_app.ui.charts.shapes import Dot, Drawing, Shape, Spot, Stroke, Symbol, Words
from desktop_app.ui.charts.ticks import value_ticks

_RADIUS, _SIGNAL_RADIUS, _HIT = 4.0, 6.0, 14.0
_PIXELS_PER_TICK = (110.0, 34.0)
_DASH = (5.0, 3.0)
_LINE = 1.25
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def funnel(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw points at their populations and rates, those outside the outer limits as named diamonds."""
    across, up = _ticks(plot, frame.area)
    own = Frame(_inner(plot, frame.area, up), (0.0, across[-1]), (0.0, up[-1]))
    shapes = _axes(plot, own, inks, across, up)
    for line in plot.lines:
        shapes += _line(line, own, inks)
    names: list[Shape] = []
    spots: list[Spot] = []
    # Those that stand out are drawn last, over the others.
    marks = [(index, mark) for index, series in enumerate(plot.series) for mark in series.marks]
    for index, mark in sorted(marks, key=lambda pair: pair[1].signal):
        if mark.value is None:
            continue
        point = own.point(_across(mark), mark.value)
        radius, symbol = (_SIGNAL_RADIUS, Symbol.DIAMOND) if mark.signal else (_RADIUS, Symbol.CIRCLE)
        colour = inks["signal" if mark.signal else plot.series[index].key]
        shapes.append(Dot(point, radius, colour, inks["surface"], symbol, mark.provisional))
        spots.append(Spot(index, mark, QRectF(point.x() - _HIT / 2, point.y() - _HIT / 2, _HIT, _HIT)))
        if mark.signal:
            names += _name(mark.label, point, own.area, inks)
    spots.sort(key=lambda spot: (spot.series, spot.mark.position))
    return Drawing((*shapes, *names), tuple(spots))


def _ticks(plot: Plot, area: QRectF) -> tuple[tuple[float, ...], tuple[float, ...]]:
    marks = [mark for series in plot.series for mark in series.marks]
    widest = max(
        [1.0, *(_across(mark) for mark in marks), *(at for line in plot.lines for at in line.across)]
    )
    highest = max([mark.value or 0.0 for mark in marks] + [_at(line, widest / 12) for line in plot.lines])
    most = [
        max(2, int(room / each))
        for room, each in zip((area.width(), area.height()), _PIXELS_PER_TICK, strict=True)
    ]
    return value_ticks(0.0, widest, most[0], whole=True), value_ticks(0.0, highest, most[1], whole=False)


def _across(mark: Mark) -> float:
    return float(mark.position) if mark.across is None else mark.across


def _at(line: Line, across: float) -> float:
    """Return the value of a line where it has passed a place across: nearer to zero the limits run away."""
    return next(
        (value or 0.0 for at, value in zip(line.across, line.values, strict=True) if at >= across), 0.0
    )


def _inner(plot: Plot, area: QRectF, up: tuple[float, ...]) -> QRectF:
    left = max(text_width(f"{tick:,.10g}") for tick in up) + GAP
    right = max((text_width(line.label, strong=True) for line in plot.lines), default=0.0) + 2 * GAP
    return area.adjusted(left, GAP, -right, -2 * LINE - 2 * GAP)


def _axes(
    plot: Plot, own: Frame, inks: Inks, across: tuple[float, ...], up: tuple[float, ...]
) -> list[Shape]:
    area = own.area
    shapes: list[Shape] = []
    for tick in up:
        y = own.reach(tick)
        shapes.append(
            Stroke((QPointF(area.left(), y), QPointF(area.right(), y)), inks["grid" if tick else "muted"])
        )
        text = f"{tick:,.10g}"
        wide = text_width(text)
        box = QRectF(area.left() - GAP - wide, y - LINE / 2, wide, LINE)
        shapes.append(Words(box, text, inks["muted"], small_font(), _RIGHT))
    for tick in across:
        text = f"{tick:,.10g}"
        wide = text_width(text)
        box = QRectF(own.place(tick) - wide / 2, area.bottom() + GAP / 2, wide, LINE)
        shapes.append(Words(box, text, inks["muted"], small_font(), _CENTRE))
    title = QRectF(area.left(), area.bottom() + LINE + GAP, area.width(), LINE)
    return [*shapes, Words(title, plot.position_title, inks["muted"], small_font(), _CENTRE)]


def _line(line: Line, own: Frame, inks: Inks) -> list[Shape]:
    top = own.values[1]
    points = tuple(
        own.point(at, value)
        for at, value in zip(line.across, line.values, strict=True)
        if value is not None and value <= top
    )
    if len(points) < 2:
        return []
    stroke = Stroke(points, inks["muted"], _LINE, _DASH if line.dashed else ())
    if not line.label:
        return [stroke]
    box = QRectF(
        own.area.right() + GAP, points[-1].y() - LINE / 2, text_width(line.label, strong=True) + 1, LINE
    )
    return [stroke, Words(box, line.label, inks.words("muted"), small_font(strong=True), _LEFT)]


def _name(label: str, point: QPointF, area: QRectF, inks: Inks) -> list[Shape]:
    wide = text_width(label) + 1
    left = point.x() + _SIGNAL_RADIUS + 3
    if left + wide > area.right():
        left = point.x() - _SIGNAL_RADIUS - 3 - wide
    return [Words(QRectF(left, point.y() - LINE / 2, wide, LINE), label, inks["text"], small_font(), _LEFT)]
