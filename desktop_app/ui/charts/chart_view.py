"""A chart as a widget: it can be read by eye, by mouse, by keyboard and by a screen reader."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.presentation.models import WHOLE_KINDS, Plot, PlotKind
from desktop_app.ui.charts.accessible import present_as_chart
from desktop_app.ui.charts.plane import Plane
from desktop_app.ui.charts.pointing import next_spot, other_series, towards
from desktop_app.ui.charts.shapes import Spot
from desktop_app.ui.theme import GRID, Theme
from desktop_app.ui.theme_fonts import FAMILIES, font
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.painting import draw_focus, painting

_NOTHING = "There is nothing to draw here. Take out a filter or choose another period."
_FAMILY = ", ".join(f'"{family}"' for family in FAMILIES)
_PICK_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
# Steps along the positions and among the series, for upright charts; bars swap the two.
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ChartView(QWidget):
    """Draws a plot into the room it has; with `captions` it carries title, subtitle and source itself.

    Arrow keys step from mark to mark, Home and End go to the first and last, Enter picks, Escape lets go.
    """

    picked = Signal(object, bool)  # the filters of a mark, and whether they are added to those that hold

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, captions: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot: Plot | None = None
        self._title = plain_label(parent=self)
        self._subtitle = plain_label(parent=self)
        self._source = plain_label(parent=self)
        self.plane = Plane(theme, self)
        self._nothing = plain_label(parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build(captions)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        present_as_chart(self)
        self.plane.pointed.connect(self.plane.highlight)
        self.plane.pressed.connect(self._pick)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def spot(self) -> Spot | None:
        """Return the mark that is pointed at or stepped to."""
        return self.plane.spot

    def set_plot(self, plot: Plot) -> None:
        """Draw a plot; a plot with nothing in it shows a sentence that says so."""
        self._plot = plot
        self._title.setText(plot.title)
        self._subtitle.setText(plot.subtitle)
        self._source.setText(plot.source)
        self._nothing.setText(plot.alt_text or _NOTHING)
        self._stack.setCurrentWidget(self._nothing if plot.empty else self.plane)
        self.setAccessibleName(f"Chart: {plot.title}")
        self.setAccessibleDescription(plot.alt_text)
        self.plane.show_plot(plot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.plane.drawing.spots:
            ends = sorted(self.plane.drawing.spots, key=lambda spot: (spot.mark.position, spot.series))
            self._go_to(ends[0 if key is Qt.Key.Key_Home else -1])
        elif key in _PICK_KEYS and self.spot is not None:
            self._pick(self.spot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key is Qt.Key.Key_Escape and self.spot is not None:
            self.plane.highlight(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.plane.highlight(None)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            with painting(self) as painter:
                draw_focus(painter, QRectF(self.rect()), self._theme.tokens)

    def _build(self, captions: bool) -> None:
        column = QVBoxLayout(self)
        margin = GRID if captions else GRID // 2  # the focus ring stands in it
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(GRID // 2)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.plane)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(GRID if captions else 0)
        column.addLayout(self._stack, 1)
        column.addSpacing(GRID // 2 if captions else 0)
        column.addWidget(self._source)
        for label in (self._title, self._subtitle, self._source):
            label.setVisible(captions)

    def _recolour(self) -> None:
        # Set here and not by role: a picture is light in a dark window, and is drawn without a window too.
        tokens = self._theme.tokens
        looks = (
            (self._title, tokens.text, "700 16px"),
            (self._subtitle, tokens.muted, "400 13px"),
            (self._source, tokens.muted, "400 12px"),
            (self._nothing, tokens.muted, "400 13px"),
        )
        for label, colour, size in looks:
            label.setFont(font())  # for the hinting, which no stylesheet can name
            label.setStyleSheet(f"color: {colour}; font: {size} {_FAMILY};")
        self.update()

    def _step(self, along: int, among: int) -> None:
        if self._plot is not None and self._plot.kind in WHOLE_KINDS:
            self._go_to(towards(self.plane.drawing.spots, self.spot, along, among))
            return
        sideways = self._plot is not None and self._plot.kind is PlotKind.BARS
        if sideways:
            along, among = among, along
        spots = self.plane.drawing.spots
        if along:
            self._go_to(next_spot(spots, self.spot, along, sideways=sideways))
        else:
            self._go_to(other_series(spots, self.spot, among))

    def _go_to(self, spot: Spot | None) -> None:
        self.plane.highlight(spot)
        if spot is not None:
            announce(self, spot.mark.words)

    def _pick(self, spot: Spot, add: bool) -> None:
        if spot.mark.picks:
            self.picked.emit(spot.mark.picks, add)
