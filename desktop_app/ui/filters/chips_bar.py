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
LEAST = 28  # pixels
HOW = f"{NO_FILTERS} Click a value on the left or a bar in the chart."


class ChipsBar(QWidget):
    """Shows the count and the chips; changing or removing one is passed on."""

    removed = Signal(object)  # Chip
    menu_wished = Signal(str, QPoint, QWidget)  # column, a point of the screen, where the focus returns to
    search_wished = Signal()  # to change the text that is searched for
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[Chip, ChipButton] = {}  # what stays is not made anew
        self._flow = FlowLayout(self)
        self._showing = label("Showing", "muted")
        self._count = ChipButton(theme, "", removable=False)
        self._none = label(HOW, "muted")
        self._clear = button("Clear", "link", self.cleared.emit, tip_of("clear"))
        for part in (self._showing, self._count, self._none, self._clear):
            part.setMinimumHeight(LEAST)
        self._flow.set_widgets((self._showing, self._count, self._none, self._clear))
        self.setObjectName("chips")
        self.setAccessibleName("What is shown")
        self.chips: tuple[ChipButton, ...] = ()
        self.stops: tuple[QWidget, ...] = ()  # what takes the focus here, in its order

    def show_view(self, view: View) -> None:
        """Show the count and the filters of a view."""
        refocus = any(chip.hasFocus() for chip in self.chips)
        self._count.set_words(view.showing)
        self._none.setText(HOW if view.facets else NO_FILTERS)
        self._none.setVisible(not view.chips)
        self._clear.setVisible(bool(view.chips))
        self._made = {chip: self._made.get(chip) or self._chip(chip) for chip in view.chips}
        chips = tuple(self._made.values())
        if chips != self.chips:
            self.chips = chips
            self._flow.set_widgets((self._showing, self._count, *chips, self._none, self._clear))
        self.stops = (*chips, self._clear) if chips else ()
        if refocus and not any(chip.hasFocus() for chip in chips) and chips:
            chips[0].setFocus()

    def _chip(self, chip: Chip) -> ChipButton:
        lack = "cannot apply" if chip.fits else "does not apply to this file"
        text = f"{chip.text}: {lack}" if chip.broken else chip.text
        made = ChipButton(self._theme, text, editable=chip.fits, broken=chip.broken)
        made.setMinimumHeight(LEAST)
        made.removed.connect(lambda: self.removed.emit(chip))
        made.clicked.connect(lambda: self._ask_menu(chip, made))
        return made

    def _ask_menu(self, chip: Chip, made: ChipButton) -> None:
        if chip.removes is None:
            self.search_wished.emit()
        else:
            # The chip is made anew when its filter changes, so the focus returns to the bar.
            self.menu_wished.emit(chip.removes.column, made.mapToGlobal(QPoint(0, made.height() + 2)), self)
