"""The overview: headline cards, the chosen chart, and the words for a briefing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.presentation.models import View
from desktop_app.ui.briefing import Briefing
from desktop_app.ui.charts.chart_panel import ChartPanel
from desktop_app.ui.parts import tab_through
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.headline_card import HeadlineCard

CHART_HEIGHT = 320
CARD_WIDTH = 192  # pixels: with less, the cards stand in two rows


class OverviewPage(QScrollArea):
    """Shows the headline of a view; what is clicked is passed on."""

    picked = Signal(tuple, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self.cards: list[HeadlineCard] = []
        self._arranged = (0, 0)  # columns, cards
        self._cards = QGridLayout()
        self._cards.setSpacing(8)
        self.panel = ChartPanel(theme)
        self.panel.picked.connect(self.picked)
        self.briefing = Briefing(theme)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.panel, 2)
        below.addWidget(self.briefing, 1)
        self.panel.setMinimumHeight(CHART_HEIGHT)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addLayout(self._cards)
        column.addLayout(below, 1)
        self.setWidget(inner)

    def show_view(self, view: View) -> None:
        """Show a view."""
        if len(self.cards) < len(view.cards):
            self._add_cards(len(view.cards))
        for at, shown in enumerate(self.cards):
            shown.setVisible(at < len(view.cards))
            if at < len(view.cards):
                shown.set_card(view.cards[at])
        self._arrange()
        self.panel.show_plot(view.plot)
        self.briefing.show_view(view)

    def _add_cards(self, wanted: int) -> None:
        while len(self.cards) < wanted:
            made = HeadlineCard(self._theme, self.widget())
            made.picked.connect(lambda picks, add: self.picked.emit(tuple(picks), add))
            self.cards.append(made)
        tab_through(*self.cards, *self.panel.stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Set the cards side by side where there is room, else in two rows."""
        shown = [made for made in self.cards if not made.isHidden()]
        one_row = self.viewport().width() >= len(shown) * (CARD_WIDTH + 8) + 32
        columns = max(1, len(shown) if one_row else (len(shown) + 1) // 2)
        if (columns, len(shown)) == self._arranged:
            return
        self._arranged = columns, len(shown)
        for at, made in enumerate(shown):
            self._cards.addWidget(made, at // columns, at % columns)
        for at in range(self._cards.columnCount()):
            self._cards.setColumnStretch(at, 1 if at < columns else 0)
