"""Draws a person's notes above a chart: each its words, and a thin line down at its period."""

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Plot, PlotKind
from desktop_app.ui.charts.frame import LINE, Frame, Inks, small_font, text_width
from desktop_app.ui.charts.shapes import Block, Shape, Stroke, Words

_WITH_WORDS_ABOVE = (PlotKind.STACKED, PlotKind.GROUPED)
_MOST_ROWS = 3
_GAP = 10.0
_DASH = (2.0, 3.0)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def note_room(plot: Plot, left: float, right: float) -> float:
    """Return the height in pixels that the notes need above an area from one pixel across to another."""
    rows = _rows(plot, left, right)
    return LINE * (max(rows) + 1) if rows else 0.0


def headroom(plot: Plot) -> float:
    """Return the height in pixels that the words above the highest mark may need."""
    if plot.kind is PlotKind.CHANGE:  # its words stand beyond the whiskers, in up to two lines
        return 2 * LINE
    return LINE if plot.kind in _WITH_WORDS_ABOVE or plot.notes else LINE / 2


def note_shapes(plot: Plot, frame: Frame, inks: Inks) -> list[Shape]:
    """Draw the notes; those that would meet stand one below the other."""
    area = frame.area
    rows = _rows(plot, area.left(), area.right())
    top = area.top() - headroom(plot) - LINE * (max(rows, default=0) + 1)
    shapes: list[Shape] = []
    for note, row in zip(plot.notes, rows, strict=True):
        x, y = frame.place(note.position), top + LINE * row
        shapes.append(Stroke((QPointF(x, y + 2), QPointF(x, area.bottom())), inks["text"], 1.0, _DASH))
    boxes = _boxes(plot, area.left(), area.right())
    for note, row, (left, wide) in zip(plot.notes, rows, boxes, strict=True):
        box = QRectF(left, top + LINE * row, wide, LINE)
        shapes.append(Block(box.adjusted(-1, 1, 2, -1), inks["surface"], inks["surface"]))
        shapes.append(Words(box, note.text, inks["text"], small_font(), _LEFT))
    return shapes


def _boxes(plot: Plot, left: float, right: float) -> list[tuple[float, float]]:
    """Return where the words of each note begin and how wide they are: beside their line, inside the area."""
    pitch = (right - left) / max(len(plot.positions), 1)
    boxes = []
    for note in plot.notes:
        x, wide = left + (note.position + 0.5) * pitch, text_width(note.text) + 1
        beside = x + 4 if x + 4 + wide <= right else x - 4 - wide
        boxes.append((max(beside, left), wide))
    return boxes


def _rows(plot: Plot, left: float, right: float) -> list[int]:
    """Return the row of each note, from the top: the first in which it meets no other."""
    ends: list[float] = [left - _GAP] * _MOST_ROWS
    rows = []
    for start, wide in _boxes(plot, left, right):
        free = (row for row in range(_MOST_ROWS) if ends[row] + _GAP <= start)
        row = next(free, _MOST_ROWS - 1)
        ends[row] = max(ends[row], start + wide)
        rows.append(row)
    return rows
