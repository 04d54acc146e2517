"""The columns of a table: what each was taken for, its type and examples; the chosen one can be corrected."""

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.how_read import ColumnReading, TableReading
from desktop_app.domain.reading_choices import PLAIN, DateOrder
from desktop_app.presentation.reading.changes import with_meaning, with_order
from desktop_app.presentation.reading.how_read import MEANINGS, ORDERS, column_number, columns_table
from desktop_app.ui.parts import label
from desktop_app.ui.tables.grid_model import TableGrid
from desktop_app.ui.tables.grid_view import GridView
from desktop_app.ui.widgets.frames import CardFrame

WIDEST = 220  # pixels; a heading of several rows is long
HINT = "Choose a column to correct what it was taken for."


class _Lettered(TableGrid):
    """The columns of a table, each beside its letters as Excel shows them."""

    def __init__(self, table: TableReading) -> None:
        super().__init__(columns_table(table))
        self._letters = [column.letters for column in table.columns]

    def row_number(self, row: int) -> str:
        """Return the letters of a column."""
        return self._letters[row]


class ColumnReadings(CardFrame):
    """Lists the columns; below the list stand the choices for the one that is selected."""

    read_wished = Signal(object)  # ReadingChange

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: TableReading | None = None
        self._at = -1
        self.grid = GridView("Columns")
        self.grid.verticalHeader().show()
        self.grid.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.selectionModel().currentRowChanged.connect(self._select)
        self._name = label(HINT, "strong", wrap=True)
        self.meaning = QComboBox()
        self.grid.row_clicked.connect(lambda _row: self.meaning.setFocus())
        self.meaning.setAccessibleName("Taken for")
        for key, words in MEANINGS:
            self.meaning.addItem(words, key)
        self.meaning.activated.connect(lambda _at: self._wish_meaning())
        self.order = QComboBox()
        self.order.setAccessibleName("Order of day and month")
        for order, words in ORDERS:
            self.order.addItem(words, order)
        self.order.activated.connect(lambda _at: self._wish_order())
        self._why = label("", "small", wrap=True)
        self._choices = QWidget()
        self._lay_out()

    def show_table(self, table: TableReading) -> None:
        """Show the columns of a table; the one that was selected stays selected."""
        before = self._column if self._table and self._table.id == table.id else None
        self._table = table
        self.grid.show_grid(_Lettered(table))
        letters = [column.letters for column in table.columns]
        at = letters.index(before.letters) if before and before.letters in letters else -1
        self._show_column(at)
        if at >= 0:
            self.grid.selectRow(at)
        else:
            self.grid.scrollToTop()

    def pick(self, number: int) -> None:
        """Select the column that stands at a place in the sheet, counted from 0; others are no columns."""
        letters = [column_number(column.letters) for column in self._table.columns] if self._table else []
        if number in letters:
            self.grid.selectRow(letters.index(number))

    @property
    def _column(self) -> ColumnReading | None:
        columns = self._table.columns if self._table else ()
        return columns[self._at] if 0 <= self._at < len(columns) else None

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label("Taken for", "small"))
        line.addWidget(self.meaning, 1)
        line.addWidget(self.order, 1)
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._why)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._name)
        self.body.addWidget(self._choices)

    def _select(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_column(current.row())

    def _show_column(self, at: int) -> None:
        self._at = at
        column = self._column
        self._choices.setVisible(column is not None)
        self._name.setText(f"{column.letters}: {column.heading}" if column else HINT)
        if column is None:
            return
        self.meaning.setCurrentIndex(self.meaning.findData(column.meaning or PLAIN))
        self.order.setVisible(column.date_order is not None)
        self._why.setText(f"The order of day and month is taken {column.why_order}." * bool(column.why_order))
        self._why.setVisible(column.date_order is not None)
        if column.date_order is not None:
            self.order.setCurrentIndex([order for order, _ in ORDERS].index(column.date_order))

    def _wish_meaning(self) -> None:
        column, table = self._column, self._table
        if column is not None and table is not None:
            wished = self.meaning.currentData()
            change = partial(with_meaning, table=table, heading=column.heading, meaning=wished)
            self.read_wished.emit(change)

    def _wish_order(self) -> None:
        column, table = self._column, self._table
        if column is not None and table is not None:
            order = DateOrder(self.order.currentData())
            self.read_wished.emit(partial(with_order, table=table, heading=column.heading, order=order))
