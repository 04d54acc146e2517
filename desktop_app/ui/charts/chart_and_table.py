"""A chart in full width with its table underneath, on a page that scrolls where both do not fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.state import SortKey
from desktop_app.presentation.linked import LinkedCells, cells_of, marks_of
from desktop_app.presentation.models import Plot, Table
from desktop_app.ui.charts.chart_panel import ChartPanel
from desktop_app.ui.charts.shapes import Spot
from desktop_app.ui.tables.table_block import TableBlock
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.frames import CardFrame

CHART_HEIGHT = 420
AROUND_CHART = 120  # pixels of title, subtitle and source
ROWS_IN_SIGHT = 14


class ChartAndTable(QScrollArea):
    """Shows a plot and a table; `line` is the row above them for what chooses between several."""

    picked = Signal(tuple, bool)

    def __init__(
        self, theme: Theme, table_name: str, *, sortable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel = ChartPanel(theme, with_table=False)
        self.panel.picked.connect(self.picked)
        self.block = TableBlock(table_name, sortable=sortable)
        self.block.picked.connect(self.picked)
        self.panel.chart.highlighted.connect(self._link_table)
        self.block.grid.hovered.connect(self._link_chart)
        card = CardFrame()
        card.body.setContentsMargins(16, 12, 16, 8)
        card.body.addWidget(self.block)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addLayout(self.line)
        column.addWidget(self.panel, 1)
        column.addWidget(card)
        self.setWidget(inner)

    def show_both(self, plot: Plot, table: Table, order: tuple[SortKey, ...] = ()) -> None:
        """Show a plot and a table, and by which of its columns that is sorted."""
        self.panel.show_plot(plot)
        self.panel.setMinimumHeight(max(CHART_HEIGHT, self.panel.chart.plane.minimumHeight() + AROUND_CHART))
        self.block.show_table(table, order)
        self.block.fit_height(ROWS_IN_SIGHT)

    def _link_table(self, spot: Spot | None) -> None:
        """Frame what the table has of the mark that is pointed at."""
        plot, table = self.panel.plot, self.block.table
        cells = LinkedCells()
        if spot is not None and plot is not None and table is not None:
            cells = cells_of(plot, table, spot.series, spot.mark.position)
        self.block.grid.link(cells)

    def _link_chart(self, row: int, column: int) -> None:
        """Frame the mark of the cell that is pointed at."""
        plot, table = self.panel.plot, self.block.table
        known = plot is not None and table is not None and 0 <= row < len(table.rows)
        found = marks_of(plot, table, row, column) if known and plot and table else None
        self.panel.chart.point_at(*(found or (None, None)))

    def switch(self) -> None:
        """Go from the chart to its table, or from the table to the chart."""
        stop = self.panel.chart if self.block.grid.hasFocus() else self.block.grid
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.panel if stop is self.panel.chart else self.block)
