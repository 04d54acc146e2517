"""A chart in its panel: title row with Table, Copy and Save picture, then the chart or its table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.presentation.models import Plot
from desktop_app.ui.actions import tip_of
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.charts.stretch_bar import StretchBar
from desktop_app.ui.parts import button
from desktop_app.ui.tables.table_block import TableBlock
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.frames import CardFrame
from desktop_app.ui.widgets.steady_text import SteadyText


class ChartPanel(CardFrame):
    """Shows one plot; what is clicked in it is passed on."""

    picked = Signal(tuple, bool)
    copy_wished = Signal()
    save_wished = Signal()
    others_wished = Signal(bool)  # whether what the filters leave out is to be shown
    words_wished = Signal(object)  # the whole Plot that a title and notes are asked for

    def __init__(self, theme: Theme, *, with_table: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: Plot | None = None
        self._title, self._subtitle = SteadyText("title"), SteadyText("muted")
        self._source = SteadyText("small")
        self.chart = ChartView(theme)
        self.chart.picked.connect(lambda picks, add: self.picked.emit(tuple(picks), add))
        self.stretch = StretchBar()
        self.stretch.picked.connect(self.picked)
        self.stretch.whole_wished.connect(self.chart.show_whole)
        self.chart.stretched.connect(self._show_stretch)
        self._block = TableBlock("Table of the chart", titled=False)
        self._block.picked.connect(self.picked)
        self._table_shown = True  # whether the table is that of the plot
        self._stack = QStackedWidget()
        # It takes the room that is left: what a chart once had must not keep the window from shrinking.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._block)
        self.table_button = button("Table", "link", self._switch, "Show the figures of the chart as a table")
        self.table_button.setVisible(with_table)
        self.others_button = button("", "link", self._ask_others, "What the filters leave out, in grey")
        self.words_button = button(
            "Notes...", "link", self._ask, "Write a title of your own, and notes at periods"
        )
        self.copy_button = button("Copy", "link", self._copy, tip_of("copy_chart"))
        self.save_button = button("Save...", "link", self.save_wished.emit, tip_of("picture"))
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(4)
        self.body.addLayout(self._head())
        self.body.addWidget(self._subtitle)
        self.body.addWidget(self.stretch)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._source)

    def show_plot(self, plot: Plot) -> None:
        """Show a plot with its words."""
        self._plot = plot
        self._title.setText(plot.title)
        self._subtitle.setText(plot.subtitle)
        self._source.setText(plot.source)
        self.chart.set_plot(plot)
        self._table_shown = False
        if self.shows_table:
            self._fill_block()
        self.table_button.setEnabled(bool(plot.positions and plot.table.rows))
        if self.shows_table and not self.table_button.isEnabled():
            self._switch()
        self.others_button.setVisible(plot.others is not None)
        self.others_button.setText("Hide others" if plot.others else "Show others")
        for way in (self.copy_button, self.save_button):
            way.setEnabled(not plot.empty)

    @property
    def plot(self) -> Plot | None:
        """Return the plot that is shown: of a long series, what is in sight."""
        return self.chart.plot

    @property
    def block(self) -> TableBlock:
        """Return the table of the chart; it is filled when it is first looked at."""
        self._fill_block()
        return self._block

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus here, in its order."""
        return (
            self.table_button,
            self.others_button,
            self.words_button,
            self.copy_button,
            self.save_button,
            *self.stretch.stops,
            self.chart,
            self._block.grid,
        )

    @property
    def shows_table(self) -> bool:
        """Return whether the table stands in place of the chart."""
        return self._stack.currentWidget() is self._block

    def _fill_block(self) -> None:
        if self._plot is not None and not self._table_shown:
            self._table_shown = True
            self._block.show_table(self._plot.table)

    def _head(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for made in (
            self.table_button,
            self.others_button,
            self.words_button,
            self.copy_button,
            self.save_button,
        ):
            buttons.addWidget(made)
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addLayout(right)
        return row

    def _show_stretch(self) -> None:
        if self._plot is not None:
            self.stretch.show_stretch(self._plot, self.chart.stretch)

    def switch(self) -> None:
        """Show the table in place of the chart, or the chart again, and go there; an empty one stays."""
        if self.table_button.isEnabled():
            self._switch()
        stop = self.block.grid if self.shows_table else self.chart
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_others(self) -> None:
        if self._plot is not None:
            self.others_wished.emit(not self._plot.others)

    def _ask(self) -> None:
        if self._plot is not None:
            self.words_wished.emit(self._plot)

    def _switch(self) -> None:
        self._stack.setCurrentWidget(self.chart if self.shows_table else self.block)
        self.table_button.setText("Chart" if self.shows_table else "Table")

    def _copy(self) -> None:
        if self.shows_table:
            self.block.copying.click()
        else:
            self.copy_wished.emit()
