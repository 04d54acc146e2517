"""The line above a long chart: which of its periods are in sight, a filter for them, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.filters import Filter
from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.zoom import Stretch, span_picks, words
from desktop_app.ui.parts import button, label

HINT = "Draw the mouse across some periods, or press +, to look closer."


class StretchBar(QWidget):
    """Tells what is in sight; it is hidden for a chart that always shows all it has."""

    whole_wished = Signal()
    picked = Signal(tuple, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picks: tuple[Filter, ...] = ()
        self._words = label("", "small")
        self.filtering = button(
            "Filter by these periods", "link", self._pick, "Count only what falls into the periods in sight"
        )
        self.back = button("Show all", "link", self.whole_wished.emit, "Show every period again (0)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._words, self.filtering, self.back):
            row.addWidget(part)
        row.addStretch(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus here, in its order."""
        return self.filtering, self.back

    def show_stretch(self, plot: Plot, stretch: Stretch | None) -> None:
        """Show which part of a plot is in sight; None: it has no parts."""
        self.setVisible(stretch is not None and not plot.empty)
        if stretch is None:
            return
        self._picks = () if stretch.whole else span_picks(plot, stretch)
        self._words.setText(HINT if stretch.whole else f"In sight: {words(plot, stretch)}")
        self.filtering.setVisible(bool(self._picks))
        self.back.setVisible(not stretch.whole)

    def _pick(self) -> None:
        self.picked.emit(self._picks, False)
