"""Decides before anything is drawn: the ranges of both axes, and how much room the labels need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QMarginsF, QRectF

from desktop_app.presentation.models import WHOLE, WHOLE_KINDS, Mark, Plot, PlotKind
from desktop_app.ui.charts.frame import LINE, Range, broken, height_of, text_width
from desktop_app.ui.charts.notes import headroom, note_room
from desktop_app.ui.charts.ticks import intervals, labelled, value_ticks

PROVISIONAL, STANDS_OUT = "Provisional: the period is not complete", "Stands out"
GAP = 8.0
_WHISKER_REACH = 3.0  # an interval may reach this many times as far as the largest change before it is cut
_ALL_GONE = -100.0  # per cent: the furthest that a count can fall
_LEAST_CHANGE = 10.0  # per cent: a smaller change does not fill the chart
_LABEL_SHARE = 0.42  # of the width at most for the names of bars
_END_WIDTH = 120.0  # pixels for the names at the ends of lines, unless one word is longer
_PIXELS_PER_TICK = 30.0
_HEADROOM = 80.0  # pixels of a chart's length that are about its labels
_MOST_TICKS = 8
_MOST_VALUES = 24


@dataclass(frozen=True, slots=True)
class Plan:
    """What the axes show, and the margins in pixels around the marks."""

    positions: Range
    values: Range
    ticks: tuple[float, ...]
    margins: QMarginsF


def plan(plot: Plot, width: float, height: float) -> Plan:
    """Lay out a plot in a rectangle of this size in pixels."""
    if plot.kind in WHOLE_KINDS:
        return Plan((0.0, 1.0), (0.0, 1.0), (), QMarginsF(0, LINE + GAP, 0, 0))
    low, high = value_range(plot)
    length = width if plot.kind is PlotKind.BARS else height
    most = max(2, min(_MOST_TICKS, int((length - _HEADROOM) / _PIXELS_PER_TICK)))
    ticks = value_ticks(low, high, most, whole=not plot.percent and not plot.places)
    first = ticks[0]
    if plot.kind is PlotKind.CHANGE and plot.percent and first < _ALL_GONE:  # fewer than none cannot be
        first, ticks = low, tuple(tick for tick in ticks if tick >= _ALL_GONE)
    positions = (-0.5, max(len(plot.positions), 1) - 0.5)
    margins = (_bar_margins if plot.kind is PlotKind.BARS else _margins)(plot, ticks, width)
    return Plan(positions, (first, ticks[-1]), ticks, margins)


def value_range(plot: Plot) -> Range:
    """Return the least and greatest value to show; columns and lines always include zero."""
    match plot.kind:
        case PlotKind.STACKED:
            return 0.0, max(stack_heights(plot), default=0.0)
        case PlotKind.BARS if plot.others:
            highs = [mark.high for mark in _shown(plot) if mark.high is not None]
            return 0.0, max([*stack_heights(plot), *highs], default=0.0)
        case PlotKind.CHANGE:
            return _change_range(_shown(plot))
        case PlotKind.LINES:
            values = [mark.value for mark in _shown(plot) if mark.value is not None]
            values += [value for line in plot.lines for value in line.values if value is not None]
            if plot.band:
                values += [mark.high for mark in _shown(plot) if mark.high is not None]
        case PlotKind.GROUPED:
            values = [mark.value for mark in _shown(plot) if mark.value is not None]
        case PlotKind.BARS | PlotKind.HEAT | PlotKind.TILES | PlotKind.MULTIPLES | PlotKind.FUNNEL:
            values = [
                value for mark in _shown(plot) for value in (mark.value, mark.high) if value is not None
            ]
    return min([0.0, *values]), max([0.0, *values])


def stack_heights(plot: Plot) -> list[float]:
    """Return the height of the stack at each position; a gap adds nothing."""
    heights = [0.0] * len(plot.positions)
    for mark in _shown(plot):
        heights[mark.position] += mark.value or 0.0
    return heights


def tick_texts(plot: Plot, ticks: Sequence[float]) -> dict[float, str]:
    """Return the words beside each tick, all with as many decimals as the one that needs most."""
    decimals = max((len(f"{tick:.10g}".partition(".")[2]) for tick in ticks), default=0)
    return {tick: tick_text(plot, tick, decimals) for tick in ticks}


def tick_text(plot: Plot, value: float, decimals: int = 0) -> str:
    """Return the words beside a tick of the value axis; a change has a direction and never a bare sign."""
    number = f"{abs(value):,.{decimals if value else 0}f}" + ("%" if plot.percent else "")
    if plot.kind is not PlotKind.CHANGE:
        return f"-{number}" if value < 0 else number
    return "no change" if value == 0 else f"{number} {'more' if value > 0 else 'fewer'}"


@lru_cache(maxsize=1 << 6)  # filters change the values, hardly ever the positions
def position_labels(labels: tuple[str, ...], pitch: float) -> Mapping[int, str]:
    """Return the labels that have room along a horizontal axis, broken into two lines where that helps."""
    chosen: tuple[int, ...] = ()
    texts: list[str] = []
    for every in intervals(labels):
        room = pitch * every - GAP
        one_line = max((text_width(label) for label in labels), default=0.0) <= room
        # Either all stand on one line or all on two: a few among the others would look like another kind.
        texts = [label if one_line else broken(label, _narrow(label, room)) for label in labels]
        chosen = labelled(labels, every)
        fits = all(text_width(text) <= room and text.count("\n") <= 1 for text in texts)
        if fits or every >= len(labels):
            break
    return {index: texts[index] for index in chosen}


def _narrow(label: str, room: float) -> float:
    """Return the width to break a label at: of two words, each has a line of its own."""
    return 0.0 if label.count(" ") == 1 else room


def end_labels(plot: Plot) -> bool:
    """Return whether the series are named at the right end; the title names what is the whole alone."""
    parted = len(plot.series) > 1 or any(series.key != WHOLE for series in plot.series)
    columns = plot.kind in {PlotKind.STACKED, PlotKind.GROUPED} and parted
    lines = plot.kind is PlotKind.LINES and (len(plot.series) + len(plot.lines) > 1 or crowded(plot))
    return lines or columns


def end_text(plot: Plot, index: int) -> str:
    """Return the name of a series, or of a line after them, as it stands at the right end of the chart.

    Where the points stand too close for values of their own, the last value follows the name of its line.
    """
    if index >= len(plot.series):
        return broken(plot.lines[index - len(plot.series)].ending, _END_WIDTH, strong=True)
    series = plot.series[index]
    last = max((m for m in series.marks if m.value is not None), key=lambda m: m.position, default=None)
    value = f" {last.label}" if last and crowded(plot) else ""
    return broken(f"{series.label}{value}", _END_WIDTH, strong=True)


def crowded(plot: Plot) -> bool:
    """Return whether there are too many points on lines for a value at each."""
    return plot.kind is PlotKind.LINES and len(plot.positions) > _MOST_VALUES


def has_provisional(plot: Plot) -> bool:
    """Return whether some mark is provisional, so that the chart must say what its look means."""
    return any(mark.provisional for mark in _shown(plot))


def has_signal(plot: Plot) -> bool:
    """Return whether some mark stands out, so that the chart must say what its look means."""
    return any(mark.signal for mark in _shown(plot))


def head(plot: Plot) -> QRectF:
    """Return the room above the chart for the title of its values and for what its marks mean."""
    keys = [PROVISIONAL] * has_provisional(plot) + [STANDS_OUT] * has_signal(plot)
    return QRectF(0, 0, sum(text_width(text) + 3 * GAP for text in (plot.value_title, *keys)), LINE)


def _margins(plot: Plot, ticks: Sequence[float], width: float) -> QMarginsF:
    left = max(map(text_width, tick_texts(plot, ticks).values())) + GAP
    right = GAP
    if end_labels(plot):
        texts = [end_text(plot, index) for index in range(len(plot.series) + len(plot.lines))]
        right = max(text_width(text, strong=True) for text in texts) + 2.5 * GAP
    pitch = (width - left - right) / max(len(plot.positions), 1)
    labels = position_labels(plot.positions, pitch).values()
    bottom = max((height_of(text) for text in labels), default=LINE) + GAP
    head = LINE + GAP  # the title of the value axis stands above it, not on its side
    above = headroom(plot) + note_room(plot, left, width - right)
    if plot.kind is PlotKind.CHANGE and value_range(plot)[0] < 0:
        bottom += headroom(plot)
    return QMarginsF(left, head + above, right, bottom)


def _bar_margins(plot: Plot, ticks: Sequence[float], width: float) -> QMarginsF:
    names = [broken(name, width * _LABEL_SHARE) for name in plot.positions]
    left = max((text_width(name) for name in names), default=0.0) + GAP
    values = value_column(plot)
    ends = plot.totals or [mark.label for mark in _shown(plot)]
    labels = [] if values else [text_width(end, strong=True) for end in ends]
    last = text_width(tick_text(plot, ticks[-1])) / 2  # the figure stands about the end of the axis
    return QMarginsF(left + values, LINE + GAP + LINE, max([last, *labels]) + GAP, GAP)


def value_column(plot: Plot) -> float:
    """Return the room for the values of bars between their names and the axis; 0: they stand at the ends.

    At the end of a whisker a value would be read as the end of the interval.
    """
    marks = _shown(plot)
    if plot.others or len(plot.series) > 1 or not any(mark.high is not None for mark in marks):
        return 0.0
    return max(text_width(mark.label, strong=True) for mark in marks) + GAP


def _shown(plot: Plot) -> list[Mark]:
    return [mark for series in plot.series for mark in series.marks if mark.value is not None]


def _change_range(marks: Sequence[Mark]) -> Range:
    values = [mark.value for mark in marks if mark.value is not None]
    furthest = max([_LEAST_CHANGE, *(abs(value) for value in values)]) * _WHISKER_REACH
    ends = [end for mark in marks for end in (mark.low, mark.high) if end is not None]
    low, high = min([0.0, *values, *ends]), max([0.0, *values, *ends])
    return max(low, -furthest), min(high, furthest)
