"""What a chart is drawn from: blocks, strokes, dots and words in pixels, and where its marks stand."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from desktop_app.presentation.models import Mark
from desktop_app.ui.theme.colour import mix

_HATCH = 6.0  # pixels between the lines of a provisional block
_HOLLOW = 0.72  # how far its fill goes towards the ground
_RING = 2.0
_FAINT = 0.18


class Symbol(StrEnum):
    """The form of a dot, so that lines differ without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle; hollow: hatched and outlined, for what is provisional."""

    rect: QRectF
    colour: str
    ground: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` in multiples of the width, as Qt takes it."""

    points: tuple[QPointF, ...]
    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A symbol around a point; hollow: only its outline, for what is provisional."""

    centre: QPointF
    radius: float
    colour: str
    ground: str
    symbol: Symbol
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text in a rectangle; lines are broken where the text says so and nowhere else."""

    rect: QRectF
    text: str
    colour: str
    font: QFont
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon in a faint fill, through which what lies behind it can be seen."""

    corners: tuple[QPointF, ...]
    colour: str


Shape = Block | Stroke | Dot | Words | Area


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one mark stands: what can be pointed at, and stepped to by keyboard."""

    series: int
    mark: Mark
    rect: QRectF

    @property
    def centre(self) -> QPointF:
        """Return the middle of the mark."""
        return self.rect.center()


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks of a chart with their labels, ready to paint, and the places of the marks."""

    shapes: tuple[Shape, ...] = ()
    spots: tuple[Spot, ...] = ()


def paint(painter: QPainter, shapes: tuple[Shape, ...]) -> None:
    """Draw shapes in their order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        match shape:
            case Block():
                _paint_block(painter, shape)
            case Stroke():
                _paint_stroke(painter, shape)
            case Dot():
                _paint_dot(painter, shape)
            case Area():
                painter.setPen(Qt.PenStyle.NoPen)
                fill = QColor(shape.colour)
                fill.setAlphaF(_FAINT)
                painter.setBrush(fill)
                painter.drawPolygon(QPolygonF(list(shape.corners)))
            case Words():
                painter.setPen(QColor(shape.colour))
                painter.setFont(shape.font)
                painter.drawText(shape.rect, int(shape.align | Qt.TextFlag.TextDontClip), shape.text)


def _paint_block(painter: QPainter, block: Block) -> None:
    if not block.hollow:
        painter.fillRect(block.rect, QColor(block.colour))
        return
    painter.fillRect(block.rect, QColor(hollow_fill(block.colour, block.ground)))
    inner = block.rect.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(QColor(mix(block.colour, block.ground, _HOLLOW / 2)), 1.0))
    for start, end in hatching(inner):
        painter.drawLine(start, end)
    painter.setPen(QPen(QColor(block.colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)


def hollow_fill(colour: str, ground: str) -> str:
    """Return the fill of a provisional block."""
    return mix(colour, ground, _HOLLOW)


def hatching(rect: QRectF) -> list[tuple[QPointF, QPointF]]:
    """Return lines that rise to the right across a rectangle; computed, for SVG knows no clipping here."""
    lines = []
    reach = _HATCH
    while reach < rect.width() + rect.height():
        # On a rising line x - left + y - top is the same everywhere.
        start_x = max(0.0, reach - rect.height())
        end_x = min(rect.width(), reach)
        lines.append(
            (
                QPointF(rect.left() + start_x, rect.top() + reach - start_x),
                QPointF(rect.left() + end_x, rect.top() + reach - end_x),
            )
        )
        reach += _HATCH
    return lines


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(QColor(stroke.colour), stroke.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setDashPattern(list(stroke.dash))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(list(stroke.points)))


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    painter.setBrush(QColor(dot.ground if dot.hollow else dot.colour))
    # The outline in the ground's colour sets a filled dot off from the line below it.
    painter.setPen(QPen(QColor(dot.colour if dot.hollow else dot.ground), _RING if dot.hollow else 1.0))
    r, centre = dot.radius, dot.centre
    match dot.symbol:
        case Symbol.CIRCLE:
            painter.drawEllipse(centre, r, r)
        case Symbol.SQUARE:
            painter.drawRect(QRectF(centre.x() - r * 0.9, centre.y() - r * 0.9, r * 1.8, r * 1.8))
        case Symbol.TRIANGLE:
            painter.drawPolygon(_corners(centre, r * 1.2, ((0, -1), (0.95, 0.75), (-0.95, 0.75))))
        case Symbol.DIAMOND:
            painter.drawPolygon(_corners(centre, r * 1.25, ((0, -1), (1, 0), (0, 1), (-1, 0))))


def _corners(centre: QPointF, reach: float, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x * reach, y * reach) for x, y in corners])
