"""The trends page: choose a chart over time, see it and the table of its figures."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.catalogue.charts import CHARTS
from desktop_app.presentation.models import View
from desktop_app.ui.chart_panel import ChartPanel
from desktop_app.ui.parts import label
from desktop_app.ui.table_block import TableBlock
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.frames import CardFrame
from desktop_app.ui.widgets.segmented import SegmentedControl

CHART_HEIGHT = 340
ROWS_IN_SIGHT = 14


class TrendsPage(QScrollArea):
    """Shows the chosen chart above the table of every measure."""

    picked = Signal(tuple, bool)
    wished = Signal(object)  # Change

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chooser = SegmentedControl(theme, "Chart", [(spec.key, spec.title) for spec in CHARTS])
        self.chooser.chosen.connect(lambda key: self.wished.emit(lambda state: replace(state, chart=key)))
        self._what = label("", "muted", wrap=True)
        self.panel = ChartPanel(theme, with_table=False)
        self.panel.picked.connect(self.picked)
        self.block = TableBlock("Table of the trend")
        self.block.picked.connect(self.picked)
        card = CardFrame()
        card.body.setContentsMargins(16, 12, 16, 8)
        card.body.addWidget(self.block)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.chooser)
        line.addWidget(self._what, 1)
        self.panel.setMinimumHeight(CHART_HEIGHT)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.panel, 1)
        column.addWidget(card)
        self.setWidget(inner)

    def show_view(self, view: View) -> None:
        """Show a view."""
        self.chooser.set_current(view.plot.key)
        self._what.setText(next((spec.description for spec in CHARTS if spec.key == view.plot.key), ""))
        self.panel.show_plot(view.plot)
        self.block.show_table(view.trend)
        self.block.fit_height(ROWS_IN_SIGHT)
