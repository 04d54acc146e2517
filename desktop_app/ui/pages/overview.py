"""The overview: headline cards, the chosen chart, and the words for a briefing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.presentation.models import View
from desktop_app.ui.briefing import Briefing
from desktop_app.ui.chart_panel import ChartPanel
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.headline_card import HeadlineCard

CHART_HEIGHT = 320


class OverviewPage(QScrollArea):
    """Shows the headline of a view; what is clicked is passed on."""

    picked = Signal(tuple, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self.cards: list[HeadlineCard] = []
        self._cards = QHBoxLayout()
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
        while len(self.cards) < len(view.cards):
            made = HeadlineCard(self._theme)
            made.picked.connect(lambda picks, add: self.picked.emit(tuple(picks), add))
            self._cards.addWidget(made, 1)
            self.cards.append(made)
        for at, shown in enumerate(self.cards):
            shown.setVisible(at < len(view.cards))
            if at < len(view.cards):
                shown.set_card(view.cards[at])
        self.panel.show_plot(view.plot)
        self.briefing.show_view(view)
