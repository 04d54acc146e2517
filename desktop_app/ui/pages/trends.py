"""The trends page: choose a chart over time, see it and the table of its figures."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.catalogue.charts import CHARTS
from desktop_app.presentation.models import View
from desktop_app.ui.chart_and_table import ChartAndTable
from desktop_app.ui.parts import label
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.segmented import SegmentedControl


class TrendsPage(ChartAndTable):
    """Shows the chosen chart above its table."""

    wished = Signal(object)  # Change

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Table of the trend", parent)
        self.chooser = SegmentedControl(theme, "Chart", [(spec.key, spec.title) for spec in CHARTS])
        self.chooser.chosen.connect(lambda key: self.wished.emit(lambda state: replace(state, chart=key)))
        self._what = label("", "muted", wrap=True)
        self.line.addWidget(self.chooser)
        self.line.addSpacing(8)
        self.line.addWidget(self._what, 1)

    def show_view(self, view: View) -> None:
        """Show a view."""
        self.chooser.set_current(view.plot.key)
        self._what.setText(next((spec.description for spec in CHARTS if spec.key == view.plot.key), ""))
        self.show_both(view.plot, view.plot.table)
