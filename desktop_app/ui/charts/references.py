"""Draws what stands behind marks: bands of their intervals, and lines such as means and limits."""

from itertools import groupby

from PySide6.QtCore import QPointF

from desktop_app.presentation.models import Line, Mark, Plot
from desktop_app.ui.charts.frame import Frame, Inks
from desktop_app.ui.charts.shapes import Area, Stroke

_WIDTH = 1.25
_DASH = (5.0, 3.0)
_LONE = 0.08  # of the pitch to either side: the band of a mark without neighbours
_BESIDE = 0.5  # of the pitch: how far a line reaches beyond its first and last position


def references(plot: Plot, frame: Frame, inks: Inks) -> tuple[list[Stroke], dict[int, float]]:
    """Return the strokes of all lines, and the pixels where each ends, numbered after the series."""
    strokes: list[Stroke] = []
    ends: dict[int, float] = {}
    for number, line in enumerate(plot.lines, start=len(plot.series)):
        for run in _runs(line):
            places = [(run[0][0] - _BESIDE, run[0][1]), *run, (run[-1][0] + _BESIDE, run[-1][1])]
            points = tuple(frame.point(place, value) for place, value in places)
            strokes.append(Stroke(points, inks["muted"], _WIDTH, _DASH if line.dashed else ()))
            if run[-1][0] == len(line.values) - 1:  # what ends before the right side is not named there
                ends[number] = points[-1].y()
    return strokes, ends


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
    aside = _LONE if len(run) == 1 else 0.0
    upper = [frame.point(at + way, high) for at, _, high in ends for way in _ways(aside)]
    lower = [frame.point(at + way, low) for at, low, _ in ends for way in _ways(aside)]
    corners: tuple[QPointF, ...] = (*upper, *reversed(lower))
    return [Area(corners, colour)]


def _ways(aside: float) -> tuple[float, ...]:
    return (-aside, aside) if aside else (0.0,)
