"""Where a plot is drawn: the pixels of its area, and how positions and values map onto them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.ui.theme.colour import readable
from desktop_app.ui.theme.fonts import REGULAR, SEMIBOLD, font, load_fonts

Range = tuple[float, float]
LINE = 16.0  # pixels from one line of small text to the next


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of charts, and the two fonts of the words in them."""

    colours: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return the colour of what a series or a part of the chart stands for."""
        return self.colours.get(key, self.colours["focus"])

    def words(self, key: str) -> str:
        """Return the colour, darkened or lightened as far as text needs."""
        return readable(self[key], self["surface"])


@dataclass(frozen=True, slots=True)
class Frame:
    """The area of the marks with the ranges shown; `sideways`: positions run down and values to the right."""

    area: QRectF
    positions: Range
    values: Range
    sideways: bool = False

    @property
    def pitch(self) -> float:
        """Return the pixels from one position to the next."""
        length = self.area.height() if self.sideways else self.area.width()
        return length / max(self.positions[1] - self.positions[0], 1e-9)

    def place(self, position: float) -> float:
        """Return the pixel of a position, across or, sideways, down."""
        start = self.area.top() if self.sideways else self.area.left()
        return start + (position - self.positions[0]) * self.pitch

    def reach(self, value: float) -> float:
        """Return the pixel of a value, up or, sideways, to the right."""
        low, high = self.values
        share = (value - low) / ((high - low) or 1.0)
        if self.sideways:
            return self.area.left() + share * self.area.width()
        return self.area.bottom() - share * self.area.height()

    def point(self, position: float, value: float) -> QPointF:
        """Return where a value at a position stands."""
        if self.sideways:
            return QPointF(self.reach(value), self.place(position))
        return QPointF(self.place(position), self.reach(value))

    def box(self, position: float, width: float, low: float, high: float) -> QRectF:
        """Return the rectangle from one value to another, `width` pixels wide, about a position."""
        middle, ends = self.place(position), sorted((self.reach(low), self.reach(high)))
        if self.sideways:
            return QRectF(ends[0], middle - width / 2, ends[1] - ends[0], width)
        return QRectF(middle - width / 2, ends[0], width, ends[1] - ends[0])


def small_font(*, strong: bool = False) -> QFont:
    """Return the font of labels and ticks."""
    return font(12, SEMIBOLD if strong else REGULAR)


@lru_cache(maxsize=1 << 14)  # a chart of many periods measures the same labels time and again
def text_width(text: str, *, strong: bool = False) -> float:
    """Return the width in pixels of the longest line of a label."""
    load_fonts()
    metrics = QFontMetricsF(small_font(strong=strong))
    return max(metrics.horizontalAdvance(line) for line in text.split("\n"))


def broken(text: str, width: float, *, strong: bool = False) -> str:
    """Return a label with lines broken between words so that it fits a width where words allow it."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", strong=strong) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def height_of(text: str) -> float:
    """Return the height in pixels of a label with its lines."""
    return LINE * (text.count("\n") + 1)
