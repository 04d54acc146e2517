"""A headline number as a card: what it counts, the change in words, its certainty, and its recent course."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.presentation.models import Card
from desktop_app.ui.theme.fonts import BODY, BOLD, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import GRID, Theme
from desktop_app.ui.widgets.drawn_button import DrawnButton
from desktop_app.ui.widgets.painting import draw_box, draw_focus

_SIDE = 2 * GRID
_TOP = 12
_SPARK = QSize(96, 30)
_RECENT = 24  # periods in the sparkline at most: more are a smudge
_FIGURE_HEIGHT = 38
_WRAP = Qt.TextFlag.TextWordWrap


class HeadlineCard(DrawnButton):
    """Draws a `Card`; a click asks to filter by what it counts, where it names filters."""

    picked = Signal(object, bool)  # the filters, and whether they are added to those that hold

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._card: Card | None = None
        self.set_growth(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._pick)

    def set_card(self, card: Card) -> None:
        """Show a headline number."""
        if card == self._card:
            return
        with self._heights.changing():
            self._card = card
        said = (f"{card.title}: {card.figure}", card.change, card.certainty)
        self.setAccessibleName(". ".join(words for words in said if words))
        pickable = bool(card.picks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pickable else Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if pickable else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(184, self.heightForWidth(max(self.width(), 184)))

    def needed(self, width: int) -> int:
        lines = sum(_height(which, text, width - 2 * _SIDE) for which, text, _ in self._texts())
        return 2 * _TOP + _FIGURE_HEIGHT + lines

    def draw(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, QRectF(self.rect())
        hovered = self.underMouse() and self._card is not None and bool(self._card.picks)
        draw_box(painter, area, tokens.surface, tokens.control if hovered else tokens.border, 6)
        if self.hasFocus():
            draw_focus(painter, area, tokens, 6)
        if self._card is not None:
            self._draw_card(painter, self._card)

    def _draw_card(self, painter: QPainter, card: Card) -> None:
        room = self.width() - 2 * _SIDE
        y = float(_TOP)
        for index, (which, text, colour) in enumerate(self._texts()):
            height = _height(which, text, room)
            painter.setFont(which)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(_SIDE, y, room, height), int(_WRAP), text)
            y += height
            if index == 0:
                self._draw_figure(painter, card, QRectF(_SIDE, y, room, _FIGURE_HEIGHT))
                y += _FIGURE_HEIGHT

    def _draw_figure(self, painter: QPainter, card: Card, area: QRectF) -> None:
        big = font(30, BOLD)
        painter.setFont(big)
        painter.setPen(QColor(self._theme.tokens.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, card.figure)
        left = area.left() + QFontMetrics(big).horizontalAdvance(card.figure) + _SIDE
        if area.right() - left >= _SPARK.width() / 2:
            wide = min(_SPARK.width(), area.right() - left)
            box = QRectF(area.right() - wide, area.center().y() - _SPARK.height() / 2, wide, _SPARK.height())
            colours = self._theme.colours
            _draw_spark(painter, box, card.spark[-_RECENT:], colours.get(card.key, colours["total"]))

    def _texts(self) -> tuple[tuple[QFont, str, str], ...]:
        if self._card is None:
            return ()
        tokens = self._theme.tokens
        return (
            (font(12, REGULAR), self._card.title, tokens.muted),
            (font(BODY, SEMIBOLD), self._card.change, tokens.text),
            (font(12, REGULAR), self._card.certainty, tokens.muted),
        )

    def _pick(self) -> None:
        if self._card is not None and self._card.picks:
            add = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self.picked.emit(self._card.picks, bool(add))


def _height(which: QFont, text: str, width: int) -> int:
    if not text:
        return 0
    box = QFontMetrics(which).boundingRect(0, 0, max(width, 1), 1000, int(_WRAP), text)
    return box.height() + 2


def _draw_spark(painter: QPainter, box: QRectF, course: tuple[float | None, ...], colour: str) -> None:
    known = [value for value in course if value is not None]
    if len(known) < 2:
        return
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    step = (box.width() - 6) / (len(course) - 1)
    points = [
        None
        if value is None
        else QPointF(
            box.left() + 3 + step * index, box.bottom() - 3 - (value - low) / span * (box.height() - 6)
        )
        for index, value in enumerate(course)
    ]
    painter.setPen(QPen(QColor(colour), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for start, end in pairwise(points):
        if start is not None and end is not None:  # a gap is not bridged
            painter.drawLine(start, end)
    if points[-1] is not None:
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 3.0, 3.0)
