"""A row of choices of which exactly one holds, e.g. the counting unit."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme.fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip, draw_box, draw_focus, painting

HEIGHT = 32
_PADDING = 12


class SegmentedControl(QWidget):
    """An exclusive choice; the arrow keys move it, and a screen reader meets radio buttons."""

    chosen = Signal(str)  # the key of the choice a person made

    def __init__(
        self, theme: Theme, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, text in options:
            segment = _Segment(theme, text, self)
            segment.setAccessibleDescription(name)
            segment.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._segments[key] = segment
            row.addWidget(segment)
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """Return the key of the choice that holds, or "" before there is one."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Show a choice without sending `chosen`."""
        self._segments[key].setChecked(True)

    def set_possible(self, keys: Collection[str], why_not: str = "") -> None:
        """Enable these choices only; `why_not` is what hovering over the others says."""
        for key, segment in self._segments.items():
            segment.setEnabled(key in keys)
            segment.setToolTip("" if key in keys else as_tooltip(why_not))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), tokens.surface, tokens.border)


class _Segment(QRadioButton):
    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text.replace("&", "&&"))
        self._words = text
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        wide = font(BODY, SEMIBOLD)
        return QSize(_advance(wide, self._words) + 2 * _PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.isChecked():
                draw_box(painter, area, tokens.soft, tokens.accent)
            elif self.underMouse() and self.isEnabled():
                draw_box(painter, area.adjusted(2, 2, -2, -2), tokens.hover, None)
            if self.hasFocus():
                draw_focus(painter, area, tokens)
            chosen = tokens.accent if self.isChecked() else tokens.text
            painter.setPen(QColor(chosen if self.isEnabled() else tokens.disabled))
            painter.setFont(font(BODY, SEMIBOLD if self.isChecked() else REGULAR))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)


def _advance(which: QFont, text: str) -> int:
    return QFontMetrics(which).horizontalAdvance(text) + 1
