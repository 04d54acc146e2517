"""Draws a funnel plot: points by population and rate, about the limits of chance."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Line, Mark, Plot
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.nudge import nudged
from desktop_app.ui.charts.plan import GAP, tick_texts
from desktop_app.ui.charts.shapes import Block, Dot, Drawing, Shape, Spot, Stroke, Symbol, Words
from desktop_app.ui.charts.ticks import value_ticks

_RADIUS, _SIGNAL_RADIUS, _HIT = 4.0, 6.0, 14.0
_PIXELS_PER_TICK = (110.0, 34.0)
_DASH = (5.0, 3.0)
_LINE = 1.25
_FEW = 12  # points: so many can all be named
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def funnel(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw points at their populations and rates, those outside the outer limits as named diamonds.

    Where the points are few, the others are named too.
    """
    across, up = _ticks(plot, frame.area)
    own = Frame(_inner(plot, frame.area, up), (0.0, _widest(plot)), (0.0, up[-1]))
    shapes = _axes(plot, own, inks, across, up)
    shapes += _lines(plot.lines, own, inks)
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
    names = _names(spots, own, inks)
    spots.sort(key=lambda spot: (spot.series, spot.mark.position))
    return Drawing((*shapes, *names), tuple(spots))


def _ticks(plot: Plot, area: QRectF) -> tuple[tuple[float, ...], tuple[float, ...]]:
    marks = [mark for series in plot.series for mark in series.marks]
    widest = _widest(plot)
    highest = max([mark.value or 0.0 for mark in marks] + [_at(line, widest / 12) for line in plot.lines])
    most = [
        max(2, int(room / each))
        for room, each in zip((area.width(), area.height()), _PIXELS_PER_TICK, strict=True)
    ]
    across = tuple(tick for tick in value_ticks(0.0, widest, most[0], whole=True) if tick <= widest)
    return across, value_ticks(0.0, highest, most[1], whole=False)


def _widest(plot: Plot) -> float:
    """Return where the limits end, so that their names stand beside their ends."""
    marks = (_across(mark) for series in plot.series for mark in series.marks)
    return max([1.0, *marks, *(at for line in plot.lines for at in line.across)])


def _across(mark: Mark) -> float:
    return float(mark.position) if mark.across is None else mark.across


def _at(line: Line, across: float) -> float:
    """Return the value of a line where it has passed a place across: nearer to zero the limits run away."""
    return next(
        (value or 0.0 for at, value in zip(line.across, line.values, strict=True) if at >= across), 0.0
    )


def _inner(plot: Plot, area: QRectF, up: tuple[float, ...]) -> QRectF:
    left = max(map(text_width, tick_texts(plot, up).values())) + GAP
    right = max((text_width(line.label, strong=True) for line in plot.lines), default=0.0) + 2 * GAP
    return area.adjusted(left, GAP, -right, -2 * LINE - 2 * GAP)


def _axes(
    plot: Plot, own: Frame, inks: Inks, across: tuple[float, ...], up: tuple[float, ...]
) -> list[Shape]:
    area = own.area
    shapes: list[Shape] = []
    for tick, text in tick_texts(plot, up).items():
        y = own.reach(tick)
        shapes.append(
            Stroke((QPointF(area.left(), y), QPointF(area.right(), y)), inks["grid" if tick else "muted"])
        )
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


def _lines(lines: tuple[Line, ...], own: Frame, inks: Inks) -> list[Shape]:
    """Draw the overall rate and the limits, each named where it ends, moved apart where names would meet."""
    shapes: list[Shape] = []
    named: list[tuple[str, float]] = []
    for line in lines:
        points = _points(line, own)
        if len(points) < 2:
            continue
        shapes.append(Stroke(points, inks["muted"], _LINE, _DASH if line.dashed else ()))
        if line.label:
            named.append((line.label, points[-1].y()))
    middles = nudged([y for _, y in named], [LINE] * len(named), own.area.top(), own.area.bottom())
    for (text, _), middle in zip(named, middles, strict=True):
        wide = text_width(text, strong=True) + 1
        box = QRectF(own.area.right() + GAP, middle - LINE / 2, wide, LINE)
        shapes.append(Words(box, text, inks.words("muted"), small_font(strong=True), _LEFT))
    return shapes


def _points(line: Line, own: Frame) -> tuple[QPointF, ...]:
    """Return the points of a line that lie in the area: near no children at all the limits run away."""
    return tuple(
        own.point(at, value)
        for at, value in zip(line.across, line.values, strict=True)
        if value is not None and value <= own.values[1]
    )


def _names(spots: list[Spot], own: Frame, inks: Inks) -> list[Shape]:
    """Return the names of those that stand out, and of all where they are few, each where it has room.

    A name that would meet another or a point is left to hovering, unless its point stands out.
    """
    few = len(spots) <= _FEW
    taken = [spot.rect for spot in spots]
    shapes: list[Shape] = []
    for spot in sorted(spots, key=lambda spot: not spot.mark.signal):
        if not (few or spot.mark.signal):
            continue
        places = _beside(spot, own.area)
        free = [box for box in places if not any(box.intersects(other) for other in taken)]
        if not free and not spot.mark.signal:
            continue
        box = free[0] if free else places[0]
        taken.append(box)
        shapes.append(Block(box.adjusted(0, 2, 0, -2), inks["surface"], inks["surface"]))  # keeps limits off
        shapes.append(Words(box, spot.mark.label, inks["text"], small_font(), _LEFT))
    return shapes


def _beside(spot: Spot, area: QRectF) -> list[QRectF]:
    """Return where a name may stand, the best place first: to the right, to the left, above, below."""
    wide, middle = text_width(spot.mark.label) + 1, spot.centre
    away = _SIGNAL_RADIUS + 3
    corners = (
        (middle.x() + away, middle.y() - LINE / 2),
        (middle.x() - away - wide, middle.y() - LINE / 2),
        (middle.x() - wide / 2, middle.y() - away - LINE),
        (middle.x() - wide / 2, middle.y() + away),
    )
    boxes = [QRectF(x, y, wide, LINE) for x, y in corners]
    inside = [
        box
        for box in boxes
        # Beside a point on the ground line a name would stand in the figures below.
        if area.left() <= box.left() and box.right() <= area.right() and box.bottom() <= area.bottom()
    ]
    return inside or boxes
