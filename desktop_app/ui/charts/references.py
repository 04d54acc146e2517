"""Draws what stands behind marks: bands of their intervals, and lines such as means and limits."""

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from desktop_app.presentation.models import Line, Mark, Plot
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.shapes import Area, Stroke, Words

_WIDTH = 1.25
_DASH = (5.0, 3.0)
_LONE = 8.0  # pixels to either side: the band of a mark without neighbours
_BESIDE = 0.5  # of the pitch: how far a level line reaches beyond its first and last position
_ASIDE = 16.0  # pixels: how much further to the left a name is tried each time
_FURTHEST = 48.0  # pixels that it reaches beyond the one position it stands at


def references(plot: Plot, frame: Frame, inks: Inks) -> tuple[list[Stroke], dict[int, float]]:
    """Return the strokes of all lines, and the pixels where each ends, numbered after the series."""
    strokes: list[Stroke] = []
    ends: dict[int, float] = {}
    for number, line in enumerate(plot.lines, start=len(plot.series)):
        for run in _runs(line):
            beyond = _beyond(run, frame)
            places = [(run[0][0] - beyond, run[0][1]), *run, (run[-1][0] + beyond, run[-1][1])]
            points = tuple(frame.point(place, value) for place, value in places)
            strokes.append(Stroke(points, inks["muted"], _WIDTH, _DASH if line.dashed else ()))
            if run[-1][0] == len(line.values) - 1:  # what ends before the right side is not named there
                ends[number] = points[-1].y()
    return strokes, ends


def names_within(
    plot: Plot, frame: Frame, inks: Inks, ends: Mapping[int, float], met: Callable[[QRectF], bool]
) -> list[Words]:
    """Return the names of lines that end before the right side: each at the end of its last piece.

    Where a line passes through, which `met` tells, a level is named further to the left or, where the data
    leave no room, by the table alone; a lone piece is always named.
    """
    names: list[Words] = []
    for number, line in enumerate(plot.lines, start=len(plot.series)):
        runs = _runs(line)
        if number in ends or not runs:
            continue
        run, wide = runs[-1], text_width(line.ending, strong=True) + 1
        beyond = _beyond(run, frame)
        end, start = frame.point(run[-1][0] + beyond, run[-1][1]), frame.place(run[0][0] - beyond)
        right = min(max(end.x() - wide, frame.area.left()), frame.area.right() - wide)
        steps = int((right - start) / _ASIDE) + 1 if beyond else 1
        boxes = [
            QRectF(right - step * _ASIDE, y, wide, LINE)
            for step in range(max(steps, 1))
            for y in (end.y() - LINE - 1, end.y() + 2)
        ]
        free = [box for box in boxes if not met(box)] or boxes[:1] * (len(run) == 1)
        names += [Words(box, line.ending, inks.words("muted"), small_font(strong=True)) for box in free[:1]]
    return names


def _beyond(run: list[tuple[float, float]], frame: Frame) -> float:
    """Return how many positions a line reaches beyond its ends: a level does, figures by period do not."""
    level = min(value for _, value in run) == max(value for _, value in run)
    return min(_BESIDE, _FURTHEST / frame.pitch if len(run) == 1 else _BESIDE) if level else 0.0


def _runs(line: Line) -> list[list[tuple[float, float]]]:
    """Return the known values of a line with their positions, in unbroken runs."""
    numbered = groupby(enumerate(line.values), key=lambda pair: pair[1] is None)
    runs = ([(float(at), value) for at, value in group if value is not None] for _, group in numbered)
    return [run for run in runs if run]


def band(run: list[Mark], frame: Frame, colour: str) -> list[Area]:
    """Return the band of the intervals of marks in a row; nothing where a mark has none."""
    ends = [
        (mark.position, mark.low, mark.high) for mark in run if mark.low is not None and mark.high is not None
    ]
    if len(ends) < len(run):
        return []
    aside = _LONE / frame.pitch if len(run) == 1 else 0.0
    upper = [frame.point(at + way, high) for at, _, high in ends for way in _ways(aside)]
    lower = [frame.point(at + way, low) for at, low, _ in ends for way in _ways(aside)]
    corners: tuple[QPointF, ...] = (*upper, *reversed(lower))
    return [Area(corners, colour)]


def _ways(aside: float) -> tuple[float, ...]:
    return (-aside, aside) if aside else (0.0,)
