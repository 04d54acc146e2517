"""A chart as a widget: it can be read by eye, by mouse, by keyboard and by a screen reader."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.presentation.models import WHOLE_KINDS, Plot, PlotKind
from desktop_app.ui.charts.accessible import present_as_chart
from desktop_app.ui.charts.brushing import can_choose, picks_of
from desktop_app.ui.charts.frame import broken
from desktop_app.ui.charts.plane import Plane
from desktop_app.ui.charts.pointing import (
    names_of,
    next_spot,
    other_series,
    place_of,
    same_spot,
    towards,
)
from desktop_app.ui.charts.shapes import Spot
from desktop_app.ui.charts.zoom import Stretch, can_zoom, cropped, whole, words
from desktop_app.ui.theme.fonts import FAMILIES, font
from desktop_app.ui.theme.theme import GRID, Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.frames import plain_label
from desktop_app.ui.widgets.painting import draw_focus, painting

_NOTHING = "There is nothing to draw here. Take out a filter or choose another period."
_NO_FIGURE = "No figure can be drawn; the table says why."
_LINE_OF_WORDS = 420.0  # pixels: longer lines are hard to follow
_NOTHING_HERE = "There are no figures in these periods."
_FAMILY = ", ".join(f'"{family}"' for family in FAMILIES)
_PICK_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CLOSER = 0.5  # of the periods in sight stay there with each step
_CLOSER_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
# Steps along the positions and among the series, for upright charts; bars swap the two.
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ChartView(QWidget):
    """Draws a plot into the room it has; with `captions` it carries title, subtitle and source itself.

    Arrow keys step from mark to mark, with Shift they choose several; Home and End go to the first and last,
    Enter picks, Escape lets go. Of a long series + and - show less or more, Shift with an arrow key moves
    along, 0 shows the whole.
    """

    picked = Signal(object, bool)  # the filters of a mark, and whether they are added to those that hold
    highlighted = Signal(object)  # the Spot that is pointed at or stepped to, or None
    stretched = Signal()  # another stretch of a long series is in sight

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, captions: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot: Plot | None = None
        self._all: Plot | None = None
        self.stretch: Stretch | None = None  # of a plot that is long enough to show a part of
        self._anchor: int | None = None  # the position from which on several are being chosen by keyboard
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
        self.plane.highlighted.connect(self.highlighted)
        self.plane.pressed.connect(self._pick)
        self.plane.brushed.connect(self._look_between)
        self.plane.chosen.connect(self._choose)
        self.plane.turned.connect(self._turn)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def spot(self) -> Spot | None:
        """Return the mark that is pointed at or stepped to."""
        return self.plane.spot

    @property
    def plot(self) -> Plot | None:
        """Return the plot that is drawn: of a long series, what is in sight."""
        return self._plot

    def set_plot(self, plot: Plot) -> None:
        """Draw a plot; a plot with nothing in it shows a sentence that says so.

        The stretch in sight stays where the plot is of the same periods.
        """
        before, self._all = self._all, plot
        held = None
        if before is not None and (before.key, before.kind) == (plot.key, plot.kind) and self.hasFocus():
            held = names_of(self._plot, self.spot) if self._plot and self.spot else None
        same = before is not None and (before.key, before.positions) == (plot.key, plot.positions)
        self.stretch = (self.stretch if same else None) or whole(plot) if can_zoom(plot) else None
        self.plane.can_brush = self.stretch is not None
        self.plane.can_choose = can_choose(plot)
        self._draw(cropped(plot, self.stretch) if self.stretch else plot)
        if held is not None and self._plot is not None:
            # The keyboard stays at its mark, so that the same key takes a filter back.
            self.point_at(*place_of(self._plot, *held))
        self.stretched.emit()

    def show_in(self, plot: Plot, size: QSize) -> None:
        """Draw a plot in a size, made taller where its rows need more height: nothing is cut."""
        self.resize(size)
        self._column.activate()  # how much height little charts need goes by the width they have
        self.set_plot(plot)
        self.resize(size.width(), max(size.height(), self._column.totalMinimumHeightForWidth(size.width())))

    def point_at(self, series: int | None, position: int | None) -> None:
        """Frame the mark of a series (None: the first that has one) at a position; None: no mark."""
        spots = self.plane.drawing.spots if position is not None else ()
        found = (s for s in spots if s.mark.position == position and series in (None, s.series))
        self.plane.highlight(next(found, None))

    def show_whole(self) -> None:
        """Bring the whole of a long series back into sight."""
        if self._all is not None:
            self._show(whole(self._all))

    def _draw(self, plot: Plot) -> None:
        self._extend(chosen=False)
        self._plot = plot
        self._title.setText(plot.title)
        self._subtitle.setText(plot.subtitle)
        self._source.setText(plot.source)
        part = self._all is not None and not self._all.empty
        known = f"{plot.alt_text}\n{_NO_FIGURE}" if plot.positions and plot.alt_text else plot.alt_text
        words = _NOTHING_HERE if part else plot.absence or known or _NOTHING
        self._nothing.setText("\n".join(broken(line, _LINE_OF_WORDS) for line in words.split("\n")))
        self._stack.setCurrentWidget(self._nothing if plot.empty else self.plane)
        self.setAccessibleName(f"Chart: {plot.title}")
        self.setAccessibleDescription(plot.alt_text)
        self.plane.show_plot(plot)

    def _in_sight(self) -> Stretch:
        return self.stretch or Stretch(0, 0, 1)

    def _show(self, stretch: Stretch) -> None:
        """Show another stretch; the mark that is framed stays framed where it is still in sight."""
        if self._all is None or self.stretch in (None, stretch):
            return
        spot, self.stretch = self.spot, stretch
        self._draw(cropped(self._all, stretch))
        if spot is not None:
            self.plane.highlight(same_spot(self.plane.drawing.spots, spot))
        announce(self, words(self._all, stretch))
        self.stretched.emit()

    def _look_between(self, one: int, other: int) -> None:
        sight = self._in_sight()
        self._show(sight.between(sight.first + one, sight.first + other))

    def _turn(self, steps: int, position: float, move: bool) -> None:
        sight = self._in_sight()
        if move:
            self._show(sight.moved(-steps * max(sight.count // 8, 1)))
        else:
            self._show(sight.scaled(_CLOSER**steps, sight.first + position))

    def _zoom_by_key(self, key: Qt.Key, shift: bool) -> bool:
        """Change the stretch in sight by a key, and return whether it is one that does."""
        sight = self._in_sight()
        about = sight.first + (self.spot.mark.position if self.spot else (sight.count - 1) / 2)
        if key in _CLOSER_KEYS:
            self._show(sight.scaled(_CLOSER, about))
        elif key is Qt.Key.Key_Minus:
            self._show(sight.scaled(1 / _CLOSER, about))
        elif key is Qt.Key.Key_0:
            self.show_whole()
        elif shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._show(sight.moved(1 if key is Qt.Key.Key_Right else -1))
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.stretch is not None and self._zoom_by_key(key, shift):
            return
        if key in _ARROWS:
            before = self.spot
            self._step(*_ARROWS[key])
            self._extend(shift, before)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.plane.drawing.spots:
            ends = sorted(self.plane.drawing.spots, key=lambda spot: (spot.mark.position, spot.series))
            self._go_to(ends[0 if key is Qt.Key.Key_Home else -1])
        elif key in _PICK_KEYS and self.spot is not None:
            self._pick(self.spot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key is Qt.Key.Key_Escape and self.spot is not None:
            self._extend(chosen=False)
            self.plane.highlight(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._extend(chosen=False)
        self.plane.highlight(None)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            with painting(self) as painter:
                draw_focus(painter, QRectF(self.rect()), self._theme.tokens)

    def _build(self, captions: bool) -> None:
        column = self._column = QVBoxLayout(self)
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
            beyond = next_spot(spots, self.spot, along, sideways=sideways)
            if beyond is self.spot and self.stretch is not None:  # the next one is out of sight
                self._show(self.stretch.moved(along))
                beyond = next_spot(self.plane.drawing.spots, self.spot, along, sideways=sideways)
            self._go_to(beyond)
        else:
            self._go_to(other_series(spots, self.spot, among))

    def _go_to(self, spot: Spot | None) -> None:
        self.plane.highlight(spot)
        if spot is not None:
            announce(self, spot.mark.words)

    def _extend(self, chosen: bool, before: Spot | None = None) -> None:
        """Choose the marks from where Shift was first held to where the keyboard is, or no longer several."""
        spot, plot = self.spot, self._plot
        if not chosen or spot is None or plot is None or plot.kind in WHOLE_KINDS:
            self._anchor = None
            self.plane.shade(None)
            return
        if self._anchor is None:
            self._anchor = (before or spot).mark.position
        first, last = sorted((self._anchor, spot.mark.position))
        self.plane.shade((first, last))
        announce(self, f"From {plot.positions[first]} to {plot.positions[last]}")

    def _choose(self, spots: tuple[Spot, ...], add: bool) -> None:
        picks = picks_of(self._plot, spots) if self._plot is not None else ()
        if picks:
            self.picked.emit(picks, add)

    def _pick(self, spot: Spot, add: bool) -> None:
        if self._anchor is not None:
            first, last = sorted((self._anchor, spot.mark.position))
            self._choose(self.plane.spots_between(first, last), add)
        elif spot.mark.picks:
            self.picked.emit(spot.mark.picks, add)
