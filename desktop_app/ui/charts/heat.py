"""Draws a table of shaded cells: the more, the darker; every figure stands in its cell where it fits."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop_app.presentation.models import Mark, Plot
from desktop_app.ui.charts.columns import part
from desktop_app.ui.charts.frame import LINE, Frame, Inks, height_of, small_font, text_width
from desktop_app.ui.charts.plan import GAP, position_labels
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Words
from desktop_app.ui.theme.colour import mix

_NAMES = 0.36  # of the width at most for the names of the rows
_TALLEST = 34.0
_FAINTEST = 0.08  # one case differs from none
_SEAM = 1.0
_RAMP = ("surface", "ramp_low", "ramp_high", "focus")
_STEPS, _STEP_WIDTH = 5, 22.0  # of the key
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def heat(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw one row for each series and one column for each position."""
    area = frame.area
    left = min(max(text_width(series.label) for series in plot.series), area.width() * _NAMES) + GAP
    wide = (area.width() - left) / max(len(plot.positions), 1)
    labels = position_labels(plot.positions, wide)
    top = area.top() + max((height_of(text) for text in labels.values()), default=LINE) + GAP / 2
    tall = min((area.bottom() - top - LINE - GAP) / len(plot.series), _TALLEST)
    cells = QRectF(area.left() + left, top, wide * len(plot.positions), tall * len(plot.series))
    most = greatest(plot)
    widest = max((text_width(mark.label) for each in plot.series for mark in each.marks), default=0.0)
    told = widest + GAP / 2 <= wide  # where only some had room, a reader would wonder why these
    shapes = _column_names(cells, wide, labels, inks)
    spots: list[Spot] = []
    for row, series in enumerate(plot.series):
        y = top + row * tall
        shapes.append(_row_name(QRectF(area.left(), y, left - GAP, tall), series.label, inks))
        for mark in series.marks:
            box = QRectF(cells.left() + mark.position * wide, y, wide, tall)
            shown = mark if told else replace(mark, label="")
            shapes += cell(shown, box.adjusted(0, 0, -_SEAM, 0), most, inks)
            spots.append(Spot(row, mark, box))
    shapes += key(plot, QRectF(cells.left(), cells.bottom() + GAP / 2, cells.width(), LINE), most, inks)
    return Drawing(tuple(shapes), tuple(spots))


def greatest(plot: Plot) -> float:
    """Return the greatest value that is drawn, of counts at least 1."""
    found = max((mark.value or 0.0 for series in plot.series for mark in series.marks), default=0.0)
    return found if found and plot.places else max(found, 1.0)


def shade(value: float, most: float, inks: Inks) -> str:
    """Return the fill for a value between none and the greatest: from the ground to the darkest blue."""
    if value <= 0:
        return inks["surface"]
    steps = [inks[key] for key in _RAMP]
    place = (_FAINTEST + (1 - _FAINTEST) * min(value / most, 1.0)) * (len(steps) - 1)
    at = min(int(place), len(steps) - 2)
    return mix(steps[at], steps[at + 1], place - at)


def cell(mark: Mark, box: QRectF, most: float, inks: Inks) -> list[Shape]:
    """Draw a cell in its shade with its figure; what is not known keeps the ground and says why."""
    if mark.value is None:
        edge = Block(box.adjusted(0, _SEAM, 0, 0), inks["grid"], inks["surface"], hollow=True)
        fits = box.width() >= text_width(mark.label) and box.height() >= LINE
        return [edge, Words(box, mark.label, inks["muted"], small_font())] if fits and mark.label else [edge]
    if mark.value == 0:  # the ground alone would look like a gap
        edge = Block(box.adjusted(0, _SEAM, 0, 0), inks["grid"], inks["surface"])
        return [edge, *part(mark, mark.label, box.adjusted(1, 0, -1, -1), inks["surface"], inks)]
    return part(mark, mark.label, box, shade(mark.value, most, inks), inks)


def key(plot: Plot, box: QRectF, most: float, inks: Inks) -> list[Shape]:
    """Draw what the shades mean, from none to the greatest value, at the right of a line."""
    unit = "%" if plot.percent else ""
    places = plot.places or (0 if most >= 10 else 2)
    figure = f"{most:,.{places}f}"
    ends = (f"0{unit}", (figure if plot.places else figure.removesuffix(".00")) + unit)
    first, last = (text_width(text) + 1 for text in ends)
    x = box.right() - last - GAP / 2 - _STEPS * _STEP_WIDTH
    shapes: list[Shape] = [
        Words(
            QRectF(x - GAP / 2 - first, box.top(), first, LINE), ends[0], inks["muted"], small_font(), _RIGHT
        )
    ]
    for step in range(_STEPS):
        fill = shade(most * step / (_STEPS - 1), most, inks)
        block = QRectF(x + step * _STEP_WIDTH, box.top() + 3, _STEP_WIDTH, LINE - 6)
        shapes += [
            Block(block, inks["muted"], inks["surface"]),
            Block(block.adjusted(0.5, 0.5, -0.5, -0.5), fill, fill),
        ]
    right = QRectF(box.right() - last, box.top(), last, LINE)
    return [*shapes, Words(right, ends[1], inks["muted"], small_font(), _LEFT)]


def _column_names(cells: QRectF, wide: float, labels: Mapping[int, str], inks: Inks) -> list[Shape]:
    """Draw the names of columns within the table; one that would meet another is left out."""
    shapes: list[Shape] = []
    end = cells.left() - cells.width()
    for index, text in labels.items():
        room, tall = text_width(text) + 1, height_of(text)
        middle = cells.left() + (index + 0.5) * wide
        x = min(middle - room / 2, cells.right() - room)
        if x >= end + GAP / 2:
            box = QRectF(x, cells.top() - tall - GAP / 4, room, tall)
            shapes.append(Words(box, text, inks["muted"], small_font()))
            end = box.right()
    return shapes


def _row_name(box: QRectF, name: str, inks: Inks) -> Shape:
    text = QFontMetricsF(small_font()).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
    return Words(box, text, inks["text"], small_font(), _RIGHT)
