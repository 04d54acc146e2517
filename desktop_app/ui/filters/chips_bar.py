"""What is shown, in words: how many of how many, and every filter as a chip to change or take out."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.filter_models import Chip
from desktop_app.presentation.models import View
from desktop_app.ui.actions import tip_of
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.chip import ChipButton
from desktop_app.ui.widgets.flow_layout import FlowLayout

NO_FILTERS = "No filters."
HOW = f"{NO_FILTERS} Click a value on the left or a bar in the chart."


class ChipsBar(QWidget):
    """Shows the count and the chips; changing or removing one is passed on."""

    removed = Signal(object)  # Chip
    menu_wished = Signal(str, QPoint, QWidget)  # column, a point of the screen, where the focus returns to
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, tuple[Chip, ...]] | None = None
        self._flow = FlowLayout(self)
        self.setObjectName("chips")
        self.setAccessibleName("What is shown")
        self.chips: tuple[ChipButton, ...] = ()
        self.stops: tuple[QWidget, ...] = ()  # what takes the focus here, in its order

    def show_view(self, view: View) -> None:
        """Show the count and the filters of a view."""
        if self._shown == (view.showing, view.chips):
            return
        self._shown = view.showing, view.chips
        refocus = any(chip.hasFocus() for chip in self.chips)
        self._flow.clear()
        self._put(label("Showing", "muted"))
        self._put(ChipButton(self._theme, view.showing, removable=False))
        self.chips = tuple(self._chip(chip) for chip in view.chips)
        for made in self.chips:
            self._put(made)
        if view.chips:
            clear = button("Clear", "link", self.cleared.emit, tip_of("clear"))
            self._put(clear)
            self.stops = (*self.chips, clear)
            if refocus:
                (self.chips or (clear,))[0].setFocus()
        else:
            self.stops = ()
            self._put(label(HOW if view.facets else NO_FILTERS, "muted"))

    def _chip(self, chip: Chip) -> ChipButton:
        text = f"{chip.text}: does not apply to this file" if chip.broken else chip.text
        # There is no menu for what is no column, or none of this file.
        editable = chip.removes is not None and not chip.broken
        made = ChipButton(self._theme, text, editable=editable, broken=chip.broken)
        made.removed.connect(lambda: self.removed.emit(chip))
        made.clicked.connect(lambda: self._ask_menu(chip, made))
        return made

    def _ask_menu(self, chip: Chip, made: ChipButton) -> None:
        if chip.removes is not None:
            # The chip is made anew when its filter changes, so the focus returns to the bar.
            self.menu_wished.emit(chip.removes.column, made.mapToGlobal(QPoint(0, made.height() + 2)), self)

    def _put(self, widget: QWidget) -> None:
        widget.setMinimumHeight(28)
        self._flow.addWidget(widget)
        widget.show()
