"""A chart in its panel: title row with Table, Copy and Save picture, then the chart or its table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.presentation.models import Plot
from desktop_app.ui.actions import tip_of
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.parts import button, label
from desktop_app.ui.table_block import TableBlock
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.frames import CardFrame


class ChartPanel(CardFrame):
    """Shows one plot; what is clicked in it is passed on."""

    picked = Signal(tuple, bool)
    copy_wished = Signal()
    save_wished = Signal()

    def __init__(self, theme: Theme, *, with_table: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Plot | None = None
        self._title = label("", "title", wrap=True)
        self._subtitle = label("", "muted", wrap=True)
        self._source = label("", "small", wrap=True)
        self.chart = ChartView(theme)
        self.chart.picked.connect(lambda picks, add: self.picked.emit(tuple(picks), add))
        self.block = TableBlock("Table of the chart", titled=False)
        self.block.picked.connect(self.picked)
        self._stack = QStackedWidget()
        # It takes the room that is left: what a chart once had must not keep the window from shrinking.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.block)
        self.table_button = button("Table", "link", self._switch, "Show the figures of the chart as a table")
        self.table_button.setVisible(with_table)
        self.copy_button = button("Copy", "link", self._copy, tip_of("copy_chart"))
        self.save_button = button("Save picture...", "link", self.save_wished.emit, tip_of("picture"))
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(4)
        self.body.addLayout(self._head())
        self.body.addWidget(self._subtitle)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._source)

    def show_plot(self, plot: Plot) -> None:
        """Show a plot with its words."""
        self.plot = plot
        self._title.setText(plot.title)
        self._subtitle.setText(plot.subtitle)
        self._source.setText(plot.source)
        self.chart.set_plot(plot)
        self.block.show_table(plot.table)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus here, in its order."""
        return self.table_button, self.copy_button, self.save_button, self.chart, self.block.grid

    @property
    def shows_table(self) -> bool:
        """Return whether the table stands in place of the chart."""
        return self._stack.currentWidget() is self.block

    def _head(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for made in (self.table_button, self.copy_button, self.save_button):
            buttons.addWidget(made)
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addLayout(right)
        return row

    def _switch(self) -> None:
        self._stack.setCurrentWidget(self.chart if self.shows_table else self.block)
        self.table_button.setText("Chart" if self.shows_table else "Table")

    def _copy(self) -> None:
        if self.shows_table:
            self.block.copying.click()
        else:
            self.copy_wished.emit()
