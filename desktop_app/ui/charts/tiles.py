"""Draws the nine regions of England as equal tiles about where they lie: area says nothing."""

from PySide6.QtCore import QRectF, Qt

from desktop_app.catalogue.regions import PLACES
from desktop_app.presentation.models import Mark, Plot
from desktop_app.ui.charts.columns import ink
from desktop_app.ui.charts.frame import LINE, Frame, Inks, broken, height_of, small_font
from desktop_app.ui.charts.heat import greatest, key, shade
from desktop_app.ui.charts.plan import GAP
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Words

_SEAM = 3.0
_WIDEST = 2.2  # times as wide as tall
_CENTRE = Qt.AlignmentFlag.AlignCenter


def tiles(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw a tile for each position, shaded by its value."""
    places = _places([plot.positions[mark.position] for mark in plot.series[0].marks])
    across, down = (max(place[way] for place in places) + 1 for way in (0, 1))
    room = frame.area.adjusted(0, 0, 0, -LINE - GAP)
    tall = room.height() / down
    wide = min(room.width() / across, tall * _WIDEST)
    left = room.center().x() - wide * across / 2
    most = greatest(plot)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for mark, (column, row) in zip(plot.series[0].marks, places, strict=True):
        name = plot.positions[mark.position]
        box = QRectF(left + column * wide, room.top() + row * tall, wide - _SEAM, tall - _SEAM)
        shapes += _tile(mark, name, box, most, inks)
        spots.append(Spot(0, mark, box))
    line = QRectF(left, room.bottom() + GAP / 2, wide * across - _SEAM, LINE)
    return Drawing((*shapes, *key(plot, line, most, inks)), tuple(spots))


def _places(names: list[str]) -> list[tuple[int, int]]:
    """Return column and row of each tile; what is no region stands in rows of its own below the map."""
    across, down = (max(place[way] for place in PLACES.values()) + 1 for way in (0, 1))
    others = [name for name in names if name not in PLACES]
    below = {name: (at % across, down + at // across) for at, name in enumerate(others)}
    return [PLACES.get(name) or below[name] for name in names]


def _tile(mark: Mark, name: str, box: QRectF, most: float, inks: Inks) -> list[Shape]:
    known = mark.value is not None
    fill = shade(mark.value or 0.0, most, inks)
    edge = Block(box, inks["muted" if known else "grid"], inks["surface"])
    inner = Block(box.adjusted(1, 1, -1, -1), fill, inks["surface"])
    text = broken(name, box.width() - GAP)
    tall = height_of(text) + LINE
    top = box.center().y() - tall / 2
    colour = ink(fill, inks) if known else inks["muted"]
    words = QRectF(box.left(), top, box.width(), height_of(text))
    value = QRectF(box.left(), words.bottom(), box.width(), LINE)
    return [
        edge,
        inner,
        Words(words, text, colour, small_font(), _CENTRE),
        Words(value, mark.label, colour, small_font(strong=True), _CENTRE),
    ]
