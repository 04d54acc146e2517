"""Draws lines by period; each has its own dash and symbol, and its name and last value at its end."""

from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF

from desktop_app.presentation.models import Mark, Plot, PlotSeries
from desktop_app.ui.charts.ends import end_words
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.plan import crowded, end_labels, head
from desktop_app.ui.charts.references import band, names_within, references
from desktop_app.ui.charts.shapes import Block, Dot, Drawing, Shape, Spot, Stroke, Symbol, Words

_WIDTH = 2.25
_THIN = 1.5
_RADIUS = 4.0
_SIGNAL_RADIUS = 6.0
_HIT = 16.0
_ROOM_FOR_DOTS = 14.0  # pixels from point to point; closer, only ends and lone points get a symbol
_ROOM_FOR_VALUES = 40.0
_LIFT = 7.0  # from a point to the value above it
# In the order of the series: dashes in multiples of the line's width.
_STYLES: tuple[tuple[Symbol, tuple[float, ...]], ...] = (
    (Symbol.CIRCLE, ()),
    (Symbol.SQUARE, (5.0, 1.5)),
    (Symbol.TRIANGLE, (2.0, 1.5)),
    (Symbol.DIAMOND, (7.0, 1.5, 1.5, 1.5)),
)


def lines(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw the lines; a gap is not bridged, a provisional point is hollow, one that stands out a diamond."""
    behind, ends = references(plot, frame, inks)
    strokes = list(behind)
    bands: list[Shape] = []
    dots: list[Shape] = []
    spots: list[Spot] = []
    roomy = frame.pitch >= _ROOM_FOR_DOTS and not crowded(plot)
    for index, series in enumerate(plot.series):
        symbol, dash = _STYLES[index % len(_STYLES)]
        colour = inks[series.key]
        for run in _runs(series):
            if plot.band:
                bands += band(run, frame, colour)
            points = [frame.point(mark.position, mark.value or 0.0) for mark in run]
            strokes.append(Stroke(tuple(points), colour, _WIDTH if roomy else _THIN, dash))
            for mark, point in zip(run, points, strict=True):
                if mark.signal:
                    dots.append(_signal(point, mark, inks))
                elif roomy or len(run) == 1 or mark.provisional or mark is run[-1]:
                    dots.append(Dot(point, _RADIUS, colour, inks["surface"], symbol, mark.provisional))
                spots.append(Spot(index, mark, _around(point)))
                ends[index] = point.y()
    segments = [pair for stroke in strokes for pair in pairwise(stroke.points)]
    names = names_within(plot, frame, inks, ends, lambda box: any(_cross(box, *pair) for pair in segments))
    words = _values(spots, (strokes, names, len(behind)), plot, frame, inks)
    if end_labels(plot):
        words += end_words(plot, frame, inks, ends)
    return Drawing((*bands, *strokes, *names, *dots, *words), tuple(spots))


def _signal(point: QPointF, mark: Mark, inks: Inks) -> Dot:
    return Dot(point, _SIGNAL_RADIUS, inks["signal"], inks["surface"], Symbol.DIAMOND, mark.provisional)


def _runs(series: PlotSeries) -> list[list[Mark]]:
    """Return the marks of a series in unbroken runs."""
    drawn = [mark for mark in sorted(series.marks, key=lambda mark: mark.position) if mark.value is not None]
    # Along a run the position grows in step with the count of marks before it.
    numbered = groupby(enumerate(drawn), key=lambda pair: pair[1].position - pair[0])
    return [[mark for _, mark in group] for _, group in numbered]


def _values(
    spots: list[Spot],
    drawn: tuple[list[Stroke], list[Words], int],
    plot: Plot,
    frame: Frame,
    inks: Inks,
) -> list[Shape]:
    """Return the values above or below the points, but none that would meet a point, a line or words.

    A value with no other place stands on a mean or limit (the first strokes), which it interrupts.
    """
    strokes, names, behind = drawn
    taken = [spot.rect.adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS) for spot in spots]
    taken += [*(name.rect for name in names), head(plot)]
    own, levels = (
        [pair for stroke in part for pair in pairwise(stroke.points)]
        for part in (strokes[behind:], strokes[:behind])
    )
    shapes: list[Shape] = []
    roomy = frame.pitch >= _ROOM_FOR_VALUES and not crowded(plot)
    for spot in spots if roomy else _telling(spots, last=not crowded(plot)):
        boxes = [
            box
            for box in _beside(spot, frame.area.left())
            if box.bottom() < frame.area.bottom()
            and not any(box.intersects(other) for other in taken)
            and not any(_cross(box, *ends) for ends in own)
        ]
        free = [box for box in boxes if not any(_cross(box, *ends) for ends in levels)]
        for box in (free or boxes)[:1]:
            taken.append(box)
            ink = inks.words(plot.series[spot.series].key)
            if not free:
                shapes.append(Block(box.adjusted(-1, 2, 1, -2), inks["surface"], inks["surface"]))
            shapes.append(Words(box, spot.mark.label, ink, small_font()))
    return shapes


def _beside(spot: Spot, least: float) -> list[QRectF]:
    """Return where the value of a point may stand, the better place first: above, below.

    It begins right of `least`, where the words of the axis end.
    """
    wide, point = text_width(spot.mark.label), spot.centre
    tops = (point.y() - _LIFT - LINE, point.y() + _LIFT) if spot.mark.label else ()
    left = max(point.x() - wide / 2, least)
    return [QRectF(left, top, wide, LINE) for top in tops]


def _cross(box: QRectF, start: QPointF, end: QPointF) -> bool:
    """Return whether a line that runs to the right passes through a box."""
    left, right = max(box.left(), start.x()), min(box.right(), end.x())
    if left >= right:
        return False
    slope = (end.y() - start.y()) / (end.x() - start.x())
    ends = sorted(start.y() + (x - start.x()) * slope for x in (left, right))
    return ends[0] < box.bottom() and ends[1] > box.top()


def _telling(spots: list[Spot], *, last: bool) -> list[Spot]:
    """Return the highest point of each series, after its `last` one unless that is told beside its name."""
    chosen: list[Spot] = []
    for _, group in groupby(spots, key=lambda spot: spot.series):
        own = list(group)
        highest = max(own, key=lambda spot: spot.mark.value or 0.0)
        ends = own[-1:] if last else []
        chosen += ends if highest in ends else [*ends, highest]
    return chosen


def _around(point: QPointF) -> QRectF:
    return QRectF(point.x() - _HIT / 2, point.y() - _HIT / 2, _HIT, _HIT)
