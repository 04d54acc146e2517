"""Draws columns: stacked with a total above each, side by side, and changes about zero with intervals."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Mark, Plot
from desktop_app.ui.charts.ends import end_words
from desktop_app.ui.charts.frame import LINE, Frame, Inks, broken, height_of, small_font, text_width
from desktop_app.ui.charts.plan import end_labels, stack_heights
from desktop_app.ui.charts.shapes import Block, Drawing, Shape, Spot, Stroke, Words, hollow_fill
from desktop_app.ui.theme.colour import contrast, ink_on

_SHARE = 0.7  # of the pitch that a column fills
_GROUP_SHARE = 0.82  # of the pitch that the columns of a group fill together
_WIDEST = 96.0
_SEAM = 1.0  # pixels of ground between the parts of a stack
_HIT_HEIGHT = 8.0  # even a thin part can be pointed at
_ROOM_FOR_SEAMS = 6.0  # pixels: thinner columns would be all seam
_CAP = 5.0  # half the width of a whisker's end
_ROOM_FOR_CAPS = 24.0  # pixels from column to column; closer, whiskers are plain lines
_CLEAR = 4.0
_LEAST_ROOM = 44.0  # pixels that the words about a change may take, however thin the columns
_CENTRE = Qt.AlignmentFlag.AlignCenter


def stacked(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw stacked columns: values inside where they fit, totals above, names at the right."""
    width = column_width(frame)
    alone = len(plot.series) == 1 and bool(plot.totals)  # the total above says the same
    own = plot.series[:-1] if plot.others else plot.series  # the numbers of the others would drown theirs
    labels = [mark.label for series in own for mark in series.marks if mark.value]
    # Where only some were narrow enough, a reader would wonder why these.
    silent = alone or max((text_width(label) for label in labels), default=0.0) + _CLEAR > width
    if plot.others:  # beside all others their parts are flat; the totals tell how many they are
        tall = [
            frame.reach(0.0) - frame.reach(mark.value) for each in own for mark in each.marks if mark.value
        ]
        silent = silent or min(tall, default=0.0) < LINE
    heights = [0.0] * len(plot.positions)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    ends: dict[int, float] = {}
    for index, series in enumerate(plot.series):
        for mark in series.marks:
            if mark.value is None:
                continue
            base = heights[mark.position]
            heights[mark.position] = base + mark.value
            box = frame.box(mark.position, width, base, base + mark.value)
            label = mark.label if index < len(own) and not silent else ""
            shapes += part(mark, label, box, inks[series.key], inks)
            spots.append(Spot(index, mark, _hit(box, _HIT_HEIGHT)))
            if mark.value:
                ends[index] = box.center().y()  # of its last part, wherever that is: none stays unnamed
    shapes += _totals(plot, frame, inks)
    if end_labels(plot):
        # From the top down, so that parts of no height keep the order of the stack.
        shapes += end_words(plot, frame, inks, dict(reversed(ends.items())))
    return Drawing(tuple(shapes), tuple(spots))


def grouped(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw the columns of a position side by side: values above where they fit, names at the right."""
    whole = min(frame.pitch * _GROUP_SHARE, _WIDEST * len(plot.series))
    width = whole / max(len(plot.series), 1)
    labels = [mark.label for series in plot.series for mark in series.marks if mark.value is not None]
    silent = max((text_width(label) for label in labels), default=0.0) + _CLEAR > width
    seam = _SEAM if width > _ROOM_FOR_SEAMS else 0.0
    shapes: list[Shape] = []
    spots: list[Spot] = []
    ends: dict[int, float] = {}
    for index, series in enumerate(plot.series):
        for mark in series.marks:
            if mark.value is None:
                continue
            left = frame.place(mark.position) - whole / 2 + index * width
            top, ground = frame.reach(mark.value), frame.reach(0.0)
            box = QRectF(left + seam, top, max(width - 2 * seam, 1.0), ground - top)
            shapes.append(Block(box, inks[series.key], inks["surface"], mark.provisional))
            if not silent:
                above = QRectF(left, top - LINE, width, LINE)
                shapes.append(Words(above, mark.label, inks["text"], small_font(), _CENTRE))
            spots.append(Spot(index, mark, _hit(box, _HIT_HEIGHT)))
            ends[index] = min(top + LINE / 2, ground - LINE / 2)
    if end_labels(plot):
        shapes += end_words(plot, frame, inks, dict(sorted(ends.items(), key=lambda end: end[1])))
    return Drawing(tuple(shapes), tuple(spots))


def change(plot: Plot, frame: Frame, inks: Inks) -> Drawing:
    """Draw columns up and down from zero, each with the whisker of its interval and its words beyond it."""
    width = column_width(frame)
    shapes: list[Shape] = []
    spots: list[Spot] = []
    wanted: list[tuple[Mark, float, float]] = []
    for index, series in enumerate(plot.series):
        for mark in series.marks:
            if mark.value is None:
                shapes += _gap(mark, frame, inks)
                continue
            box = frame.box(mark.position, width, 0.0, mark.value)
            shapes.append(Block(box, inks[series.key], inks["surface"], mark.provisional))
            whisker, top, bottom = _whisker(mark, frame, inks)
            shapes += whisker
            wanted.append((mark, min(top, box.top()), max(bottom, box.bottom())))
            spots.append(Spot(index, mark, _hit(box, 2 * _HIT_HEIGHT)))
    zero = frame.reach(0.0)
    shapes.append(Stroke((QPointF(frame.area.left(), zero), QPointF(frame.area.right(), zero)), inks["text"]))
    shapes += _change_words(wanted, frame, inks)
    return Drawing(tuple(shapes), tuple(spots))


def _gap(mark: Mark, frame: Frame, inks: Inks) -> list[Shape]:
    """Say above the zero line why there is no column, where the words have room."""
    text = broken(mark.label, frame.pitch - _CLEAR)
    wide, tall = text_width(text), height_of(text)
    if not text or wide > frame.pitch - _CLEAR:
        return []
    box = QRectF(frame.place(mark.position) - wide / 2, frame.reach(0.0) - tall - 2, wide, tall)
    ground = Block(box, inks["surface"], inks["surface"])
    return [ground, Words(box, text, inks["muted"], small_font(), _CENTRE)]


def column_width(frame: Frame) -> float:
    """Return the width of a column in pixels."""
    return min(max(frame.pitch * _SHARE, 1.0), _WIDEST)


def spread(places: Sequence[tuple[float, float]], first: Sequence[int]) -> list[int]:
    """Return which labels (middle and width in pixels) to show so that none meets another.

    All where they fit; else those named first, in that order, as far as they fit.
    """
    order = range(len(places))
    shown: list[int] = []
    for index in order:
        if not _meets(places, index, shown):
            shown.append(index)
    if len(shown) == len(places):
        return shown
    shown = []
    for index in first:
        if index not in shown and not _meets(places, index, shown):
            shown.append(index)
    return shown


def _meets(places: Sequence[tuple[float, float]], index: int, others: Sequence[int]) -> bool:
    middle, width = places[index]
    return any(abs(middle - places[other][0]) < (width + places[other][1]) / 2 + _CLEAR for other in others)


def part(mark: Mark, label: str, box: QRectF, colour: str, inks: Inks) -> list[Shape]:
    """Draw a filled part with its label inside where it fits."""
    seam = _SEAM if box.height() > 3 * _SEAM else 0.0
    ground = inks["surface"]
    shapes: list[Shape] = [Block(box.adjusted(0, seam, 0, 0), colour, ground, mark.provisional)]
    wide = text_width(label) + _CLEAR
    if label and box.height() >= LINE and box.width() >= wide:
        fill = hollow_fill(colour, ground) if mark.provisional else colour
        if mark.provisional:  # keeps the hatching off the figure
            middle = box.center()
            shapes.append(Block(QRectF(middle.x() - wide / 2, middle.y() - 8, wide, LINE), fill, ground))
        shapes.append(Words(box, label, ink(fill, inks), small_font(), _CENTRE))
    return shapes


def ink(fill: str, inks: Inks) -> str:
    """Return the ink of a label on a fill: the better readable of white and near-black."""
    return inks["text"] if contrast(inks["text"], fill) >= 7 else ink_on(fill)


def _totals(plot: Plot, frame: Frame, inks: Inks) -> list[Shape]:
    heights = stack_heights(plot)
    drawn = [index for index in range(min(len(plot.totals), len(heights))) if plot.totals[index]]
    places = [(frame.place(index), text_width(plot.totals[index], strong=True)) for index in drawn]
    free = [
        number for number, index in enumerate(drawn) if _is_free(heights, index, places[number][1], frame)
    ]
    # Where not all have room: the last and the highest.
    highest = max(free, key=lambda number: heights[drawn[number]], default=0)
    chosen = [number for number in (len(drawn) - 1, highest) if number in free]
    shapes: list[Shape] = []
    for number in spread(places, chosen):
        middle, wide = places[number]
        top = frame.reach(heights[drawn[number]])
        box = QRectF(middle - wide / 2, top - LINE - 2, wide, LINE)
        shapes += _on_ground(box, plot.totals[drawn[number]], inks)
    return shapes


def _is_free(heights: Sequence[float], index: int, wide: float, frame: Frame) -> bool:
    """Return whether a label above a column stands clear of the columns beside it."""
    beside = (wide + column_width(frame)) / 2
    reach = int(beside / frame.pitch)
    return max(heights[max(index - reach, 0) : index + reach + 1]) <= heights[index]


def _whisker(mark: Mark, frame: Frame, inks: Inks) -> tuple[list[Shape], float, float]:
    """Return the interval of a mark, and the pixels where it begins and ends."""
    zero = frame.reach(0.0)
    if mark.low is None or mark.high is None:
        return [], zero, zero
    x = frame.place(mark.position)
    low, high = max(mark.low, frame.values[0]), min(mark.high, frame.values[1])
    top, bottom = frame.reach(high), frame.reach(low)
    stem = (QPointF(x, top), QPointF(x, bottom))
    if frame.pitch < _ROOM_FOR_CAPS:
        return [Stroke(stem, inks["muted"])], top, bottom
    lines = (stem, _end(x, top, cut=high < mark.high, way=1), _end(x, bottom, cut=low > mark.low, way=-1))
    halo = [Stroke(points, inks["surface"], 3.5) for points in lines]
    return [*halo, *(Stroke(points, inks["text"], 1.5) for points in lines)], top, bottom


def _end(x: float, y: float, *, cut: bool, way: int) -> tuple[QPointF, ...]:
    # An interval that goes on beyond the chart ends in an arrow instead of a bar.
    lift = _CAP * way if cut else 0.0
    return QPointF(x - _CAP, y + lift), QPointF(x, y), QPointF(x + _CAP, y + lift)


def _change_words(wanted: list[tuple[Mark, float, float]], frame: Frame, inks: Inks) -> list[Shape]:
    room = max(frame.pitch - _CLEAR, _LEAST_ROOM)  # of many columns only some are labelled
    texts = [broken(mark.label, room, strong=True) for mark, _, _ in wanted]
    places = [
        (frame.place(mark.position), text_width(text, strong=True))
        for (mark, _, _), text in zip(wanted, texts, strict=True)
    ]
    values = [mark.value or 0.0 for mark, _, _ in wanted]
    by_value = sorted(range(len(values)), key=lambda number: values[number])
    shapes: list[Shape] = []
    for number in spread(places, [len(wanted) - 1, *by_value[:1], *by_value[-1:]] if wanted else []):
        (_, top, bottom), (middle, wide), text = wanted[number], places[number], texts[number]
        tall = height_of(text)
        y = top - tall - 2 if values[number] >= 0 else bottom + 2
        left = min(middle - wide / 2, frame.area.right() - wide)
        shapes += _on_ground(QRectF(left, y, wide, tall), text, inks)
    return shapes


def _on_ground(box: QRectF, text: str, inks: Inks) -> list[Shape]:
    # The ground behind the words keeps gridlines from striking them through.
    ground = Block(box.adjusted(-2, 1, 2, -1), inks["surface"], inks["surface"])
    return [ground, Words(box, text, inks["text"], small_font(strong=True))]


def _hit(box: QRectF, least: float) -> QRectF:
    short = max(least - box.height(), 0.0) / 2
    return box.adjusted(0, -short, 0, short)
