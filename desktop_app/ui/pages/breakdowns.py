"""The breakdowns page: choose a column, see its values as bars and as a table by period."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QWidget

from desktop_app.catalogue.charts import FORMS
from desktop_app.presentation.models import View
from desktop_app.ui.actions import tip_of
from desktop_app.ui.charts.chart_and_table import ChartAndTable
from desktop_app.ui.pages.pivot_bar import PivotBar
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.described_box import DescribedBox
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.frames import EmptyState

RATED = ("funnel", "rates")  # the forms that show rates
HINT = "Click a bar or cell to filter by it, drag over bars for several; a heading sorts."
CHOICES_WIDTH = 560  # pixels at most; more choices stand in several rows


class BreakdownsPage(QStackedWidget):
    """Shows the breakdown of a view, or asks by what to break down."""

    picked = Signal(tuple, bool)
    wished = Signal(object)  # Change
    rates_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, str], ...] | None = None
        self.column = QComboBox()
        self.column.setAccessibleName("Break down by")
        self.column.setMaxVisibleItems(20)
        self.column.activated.connect(lambda _at: self._wish(self.column.currentData()))
        self.form = DescribedBox(
            theme, "Form", [(spec.key, spec.title, spec.description, "") for spec in FORMS]
        )
        self.form.chosen.connect(lambda key: self.wished.emit(lambda state: replace(state, form=key)))
        self._both = ChartAndTable(theme, "Table of the breakdown", sortable=True)
        self._both.picked.connect(self.picked)
        self._both.line.addWidget(label("Break down by", "muted"))
        self._both.line.addWidget(self.column)
        self._both.line.addSpacing(8)
        self._both.line.addWidget(label("Shown as", "muted"))
        self._both.line.addWidget(self.form)
        self.rates = button("Rates...", "link", self.rates_wished.emit, tip_of("rates"))
        self._both.line.addWidget(self.rates)
        self._both.line.addStretch(1)
        self._both.line.addWidget(label(HINT, "muted"))
        self.panel, self.block = self._both.panel, self._both.block
        self.pivot = PivotBar()
        self.pivot.wished.connect(self.wished)
        self._both.block.add_line(self.pivot)
        self._both.block.grid.heading_clicked.connect(self.pivot.order_by)
        self._chooser = EmptyState(
            "Break the figures down", "Choose a column to see its values side by side."
        )
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices)
        self._chooser.add_way_out(self._choices)
        self.buttons: dict[str, QPushButton] = {}
        self.addWidget(self._chooser)
        self.addWidget(self._both)

    def show_view(self, view: View) -> None:
        """Show a view."""
        self._offer(view.breakdowns)
        self.column.setCurrentIndex(self.column.findData(view.by))
        self.pivot.show_view(view)
        shown = view.breakdown is not None and view.breakdown_plot is not None
        self.setCurrentWidget(self._both if shown else self._chooser)
        plot = view.form_plot or view.breakdown_plot
        if view.breakdown is not None and plot is not None:
            self.rates.setVisible(plot.key in RATED)
            self.form.set_possible(view.forms)
            self.form.set_current(plot.key if plot.key in view.forms else view.forms[0])
            self._both.show_both(plot, view.pivot or view.breakdown, self.pivot.order)

    def switch(self) -> None:
        """Go from the chart to its table, or from the table to the chart."""
        if self.currentWidget() is self._both:
            self._both.switch()

    def _offer(self, breakdowns: tuple[tuple[str, str], ...]) -> None:
        if breakdowns == self._offered:
            return
        self._offered = breakdowns
        self.column.clear()
        self._flow.clear()
        self.buttons = {}
        for key, title in breakdowns:
            self.column.addItem(title, key)
            self.buttons[key] = button(title, "", partial(self._wish, key))
            self._flow.addWidget(self.buttons[key])
            self.buttons[key].show()
        hints = [made.sizeHint().width() for made in self.buttons.values()]
        in_one_row = sum(hints) + self._flow.spacing() * max(0, len(hints) - 1)
        self._choices.setFixedWidth(min(CHOICES_WIDTH, in_one_row))  # a short row stands in the middle
        self._choices.setFixedHeight(self._flow.heightForWidth(self._choices.width()))
        self._chooser.set_words(
            *("Break the figures down", "Choose a column to see its values side by side.")
            if breakdowns
            else ("No breakdown", "The open file has no values to break the figures down by.")
        )

    def _wish(self, key: str) -> None:
        self.wished.emit(lambda state: replace(state, by=key))
