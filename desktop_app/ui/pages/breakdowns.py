"""The breakdowns page: choose a column, see its values as bars and as a table by period."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.presentation.models import View
from desktop_app.ui.chart_panel import ChartPanel
from desktop_app.ui.parts import button, label
from desktop_app.ui.table_block import TableBlock
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.frames import CardFrame, EmptyState


class BreakdownsPage(QWidget):
    """Shows the breakdown of a view, or asks by what to break down."""

    picked = Signal(tuple, bool)
    wished = Signal(object)  # Change

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, str], ...] = ()
        self.column = QComboBox()
        self.column.setAccessibleName("Break down by")
        self.column.setMaxVisibleItems(20)
        self.column.activated.connect(lambda _at: self._wish(self.column.currentData()))
        self.panel = ChartPanel(theme, with_table=False)
        self.panel.picked.connect(self.picked)
        self.block = TableBlock("Table of the breakdown")
        self.block.picked.connect(self.picked)
        self._chooser = EmptyState(
            "Break the figures down", "Choose a column to see its values side by side."
        )
        self._choices = QWidget()
        self._choices.setFixedWidth(560)
        self._flow = FlowLayout(self._choices)
        self._chooser.add_way_out(self._choices)
        self.buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chooser)
        self._stack.addWidget(self._shown())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addWidget(self._stack)

    def show_view(self, view: View) -> None:
        """Show a view."""
        self._offer(view.breakdowns)
        self.column.setCurrentIndex(self.column.findData(view.by))
        shown = view.breakdown is not None and view.breakdown_plot is not None
        self._stack.setCurrentIndex(1 if shown else 0)
        if view.breakdown is not None and view.breakdown_plot is not None:
            self.panel.show_plot(view.breakdown_plot)
            self.block.show_table(view.breakdown)

    def _shown(self) -> QWidget:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label("Break down by", "muted"))
        line.addWidget(self.column)
        line.addStretch(1)
        line.addWidget(label("Click a bar or a cell to filter by it.", "muted"))
        card = CardFrame()
        card.body.setContentsMargins(16, 12, 16, 8)
        card.body.addWidget(self.block)
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=8)
        parts.addWidget(self.panel)
        parts.addWidget(card)
        parts.setSizes([430, 570])
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(parts, 1)
        return holder

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
        self._choices.setFixedHeight(self._flow.heightForWidth(self._choices.width()))
        self._chooser.set_words(
            *("Break the figures down", "Choose a column to see its values side by side.")
            if breakdowns
            else ("No breakdown", "The open file has no column to break the figures down by.")
        )

    def _wish(self, key: str) -> None:
        self.wished.emit(lambda state: replace(state, by=key))
