"""Names the series beside their last points, in place of a legend."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.frame import Frame, Inks, height_of, small_font, text_width
from desktop_app.ui.charts.nudge import nudged
from desktop_app.ui.charts.plan import GAP, end_text
from desktop_app.ui.charts.shapes import Shape, Stroke, Words

_LEADER_FROM = 8.0  # a label moved by more pixels than this is tied to its mark


def end_words(plot: Plot, frame: Frame, inks: Inks, heights: Mapping[int, float]) -> list[Shape]:
    """Draw the names of series and lines at the pixels where they end, moved apart where they would meet."""
    order = sorted(heights, key=lambda index: heights[index])
    texts = [end_text(plot, index) for index in order]
    tall = [height_of(text) for text in texts]
    wanted = [heights[index] for index in order]
    centres = nudged(wanted, tall, frame.area.top() - GAP, frame.area.bottom() + GAP)
    left = frame.area.right() + 2 * GAP
    shapes: list[Shape] = []
    for index, text, height, centre in zip(order, texts, tall, centres, strict=True):
        box = QRectF(left, centre - height / 2, text_width(text, strong=True) + 1, height)
        key = plot.series[index].key if index < len(plot.series) else "muted"
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shapes.append(Words(box, text, inks.words(key), small_font(strong=True), align))
        if abs(centre - heights[index]) > _LEADER_FROM:
            tie = (QPointF(left - GAP, heights[index]), QPointF(left - 2, centre))
            shapes.append(Stroke(tie, inks["muted"]))
    return shapes
