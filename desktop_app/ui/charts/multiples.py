"""Draws small multiples: one little chart of columns for each series, all with the same two axes."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop_app.presentation.models import Mark, Plot, PlotSeries
from desktop_app.ui.charts.frame import (
    LINE,
    Frame,
    Inks,
    Range,
    broken,
    height_of,
    small_font,
    text_width,
)
from desktop_app.ui.charts.plan import GAP, tick_texts
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Stroke, Words
from desktop_app.ui.charts.ticks import value_ticks

_SHAPE = 2.2  # the width of a little chart to its height at best
_SHARE = 0.72  # of the pitch that a column fills
_BETWEEN = 20.0
_BELOW_NAME = 6.0
_AROUND = LINE + 2 * GAP + _BELOW_NAME  # pixels of height for the periods below and the seams
_TICKS = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def multiples(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw the little charts in rows, each under its name, columns from a common zero."""
    values = [max(mark.value or 0.0, mark.whole or 0.0) for series in plot.series for mark in series.marks]
    high = max([1.0, *values])
    ticks = tuple(tick for tick in value_ticks(0.0, high, _TICKS, whole=not plot.percent) if tick <= high)
    left = max(map(text_width, tick_texts(plot, ticks).values())) + GAP

    def named(across: int) -> list[str]:
        return _names(plot, (frame.area.width() - left + _BETWEEN) / across - _BETWEEN)

    def lines_above(across: int) -> float:
        return max(map(height_of, named(across)))

    across = grid_width(len(plot.series), frame.area.width() - left, frame.area.height(), lines_above)
    names, lines = named(across), lines_above(across)
    down = math.ceil(len(plot.series) / across)
    wide = (frame.area.width() - left + _BETWEEN) / across
    tall = frame.area.height() / down
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for index, series in enumerate(plot.series):
        row, column = divmod(index, across)
        area = QRectF(
            frame.area.left() + left + column * wide,
            frame.area.top() + row * tall + lines + _BELOW_NAME,
            wide - _BETWEEN,
            max(tall - _AROUND - lines, 1.0),
        )
        little = Frame(area, (-0.5, max(len(plot.positions), 1) - 0.5), (0.0, high))
        shapes += _ground(plot, ticks, little, inks, figures=column == 0)
        shapes += _name(series, names[index], area, inks)
        shapes += _ends(plot, area, inks)
        for mark in series.marks:
            if mark.value is None:
                shapes += _unknown(mark, little, inks)
                continue
            width = max(little.pitch * _SHARE, 1.0)
            if mark.whole:
                behind = little.box(mark.position, width, mark.value, mark.whole)
                shapes.append(Block(behind, inks["others"], inks["surface"]))
            box = little.box(mark.position, width, 0.0, mark.value)
            shapes.append(Block(box, inks[series.key], inks["surface"], mark.provisional))
            # The whole height can be pointed at, for a small count leaves next to no column.
            spots.append(Spot(index, mark, QRectF(box.left(), area.top(), box.width(), area.height())))
    return Drawing(tuple(shapes), tuple(spots))


def grid_width(
    count: int, width: float, height: float, name_height: Callable[[int], float] = lambda _across: LINE
) -> int:
    """Return how many little charts stand side by side so that each has about the best shape.

    `name_height` gives the pixels that the names take where so many stand side by side.
    """

    def miss(across: int) -> float:
        down = math.ceil(count / across)
        wide, tall = (
            max(width / across - _BETWEEN, 1.0),
            max(height / down - _AROUND - name_height(across), 1.0),
        )
        return abs(math.log(wide / tall / _SHAPE)) + (across * down - count) * 0.15

    return min(range(1, max(count, 1) + 1), key=miss)


def _ground(plot: Plot, ticks: tuple[float, ...], little: Frame, inks: Inks, *, figures: bool) -> list[Shape]:
    shapes: list[Shape] = []
    area = little.area
    for tick, text in tick_texts(plot, ticks).items():
        y = little.reach(tick)
        colour = inks["muted"] if tick == 0 else inks["grid"]
        shapes.append(Stroke((QPointF(area.left(), y), QPointF(area.right(), y)), colour))
        if figures:
            wide = text_width(text) + 1
            box = QRectF(area.left() - GAP - wide, y - LINE / 2, wide, LINE)
            shapes.append(Words(box, text, inks["muted"], small_font(), _RIGHT))
    return shapes


def _names(plot: Plot, wide: float) -> list[str]:
    """Return the names over the little charts, on as many lines as they need; single long words are cut."""
    room = wide - max((_value_width(series) for series in plot.series), default=0.0) - GAP
    metrics, right = QFontMetricsF(small_font(strong=True)), Qt.TextElideMode.ElideRight
    lines = [broken(series.label, room, strong=True).split("\n") for series in plot.series]
    return ["\n".join(metrics.elidedText(line, right, room) for line in each) for each in lines]


def _value_width(series: PlotSeries) -> float:
    last = _last(series)
    return text_width(last.label, strong=True) + 1 if last else 0.0


def _name(series: PlotSeries, name: str, area: QRectF, inks: Inks) -> list[Shape]:
    """Draw a name right above its little chart, and the newest value beside its last line."""
    last = _last(series)
    tall = height_of(name)
    above = QRectF(area.left(), area.top() - tall - _BELOW_NAME, area.width(), tall)
    value = QRectF(area.left(), area.top() - LINE - _BELOW_NAME, area.width(), LINE)
    return [
        Words(above, name, inks["text"], small_font(strong=True), _LEFT),
        Words(value, last.label if last else "", inks.words(series.key), small_font(strong=True), _RIGHT),
    ]


def _unknown(mark: Mark, little: Frame, inks: Inks) -> list[Shape]:
    """Draw the letter of a shorthand at the ground, so that a hidden count is not taken for none."""
    text = mark.label.strip("[]") if mark.label.startswith("[") else ""
    wide = text_width(text)
    if not text or wide > little.pitch:
        return []
    box = QRectF(little.place(mark.position) - wide / 2, little.area.bottom() - LINE, wide, LINE)
    return [Words(box, text, inks["muted"], small_font())]


def _last(series: PlotSeries) -> Mark | None:
    known = [mark for mark in series.marks if mark.value is not None]
    return max(known, key=lambda mark: mark.position, default=None)


def _ends(plot: Plot, area: QRectF, inks: Inks) -> list[Shape]:
    """Draw the names of the first and the last position below a little chart, or of the last alone."""
    ends: Range = (area.left(), area.right())
    first, last = plot.positions[0], plot.positions[-1]
    line = QRectF(ends[0], area.bottom() + 2, area.width(), LINE)
    shapes: list[Shape] = [Words(line, last, inks["muted"], small_font(), _RIGHT)]
    if text_width(first) + text_width(last) + GAP <= area.width() and len(plot.positions) > 1:
        shapes.append(Words(line, first, inks["muted"], small_font(), _LEFT))
    return shapes
