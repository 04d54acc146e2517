"""The records page: the rows that are counted, at any number of them."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.models import TableColumn, View
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.ui.actions import tip_of
from desktop_app.ui.parts import button, label
from desktop_app.ui.records.columns_popup import ColumnsPopup
from desktop_app.ui.records.detail_pane import FIRST_WIDTH, DetailPane
from desktop_app.ui.records.grid import RecordsGrid
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.wishes import sorted_by

HINT = (
    "Click a heading to sort, with Ctrl by several columns; drag it to move the column; its arrow opens"
    " filters (Alt+Down)."
)


class RecordsPage(QWidget):
    """Shows the records in the order asked for."""

    wished = Signal(object)  # Change
    menu_wished = Signal(str, QPoint, QWidget)  # column, a point of the screen, where the focus returns to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = RecordsGrid(theme)
        self.grid.menu_wished.connect(lambda column, at: self.menu_wished.emit(column, at, self.grid))
        self.grid.heading_clicked.connect(self._sort)
        self.grid.column_moved.connect(self._move)
        self.grid.clear_wished.connect(lambda: self.wished.emit(ViewState.cleared))
        self._order = label(HINT, "small", wrap=True)
        self.unsort = button(
            "As in the file", "link", self._unsort, "Show the records in the order of the file"
        )
        self.copying = button(
            "Copy", "link", self.grid.copy, "Copy the selected cells, or all, with their headings"
        )
        self._records: ShownRecords | None = None
        self._layout = ColumnLayout()
        self._sought = ""
        self.detail = DetailPane(theme)
        self.detail.hide()
        self.detail.closed.connect(self._close_detail)
        self.grid.detail_wished.connect(self._open_detail)
        self.grid.current_changed.connect(self._follow)
        self.grid.left.connect(self._close_detail)
        self.split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=8)
        self.split.addWidget(self.grid)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([3 * FIRST_WIDTH, FIRST_WIDTH])
        self.columns = ColumnsPopup(self)
        self.columns.wished.connect(self.wished)
        self.columns.sought.connect(self.grid.go_to_column)
        self.columns.fit_wished.connect(self.grid.fit_columns)
        self.choosing = button(
            "Columns", "link", self.open_columns, f"Find, show, hide and move. {tip_of('columns')}"
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._order, 1)
        line.addWidget(self.unsort)
        line.addWidget(self.choosing)
        line.addWidget(self.copying)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.split, 1)

    def show_records(self, records: ShownRecords, view: View, state: ViewState) -> None:
        """Show these records; the order is that of the state."""
        self._records, self._layout, self._sought = records, state.layout, state.search
        self.columns.show_records(records, state)
        words: dict[str, list[str]] = {}
        for chip in view.chips:
            if chip.removes is not None:
                words.setdefault(chip.removes.column, []).append(chip.text)
        filtered = {column: "; ".join(texts) for column, texts in words.items()}
        self.grid.show_records(records, state, filtered)
        self.copying.setEnabled(bool(records.row_count))
        self._order.setText(_order_words(state.sort, records.columns) or HINT)
        self.unsort.setVisible(bool(state.sort))
        if records.row_count:
            self._follow(self.grid.currentIndex().row())
        else:
            self.detail.hide()
        self.grid.setAccessibleDescription(f"{view.showing}. {self._order.text()}")

    def open_columns(self) -> None:
        """Open the list of all columns."""
        below = QPoint(self.choosing.width(), self.choosing.height() + 2)
        self.columns.open_at(self.choosing.mapToGlobal(below), self.grid)

    def _open_detail(self, row: int) -> None:
        if self.grid.currentIndex().row() != row:
            self.grid.setCurrentIndex(self.grid.model().index(row, max(0, self.grid.currentIndex().column())))
        self.detail.show()
        self._follow(row)

    def _follow(self, row: int) -> None:
        if self.detail.isHidden() or self._records is None:
            return
        if 0 <= row < self._records.row_count:
            self.detail.show_record(self._records.detail(row), self._sought)

    def _close_detail(self) -> None:
        self.detail.hide()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, column: str, add: bool) -> None:
        self.wished.emit(lambda state: replace(state, sort=sorted_by(state, column, add)))

    def _move(self, key: str, place: int) -> None:
        if self._records is None:
            return
        every = [column.key for column in self._records.every_column]
        if self._layout.moved(key, place, every) == self._layout:
            self.grid.put_back()
        else:
            self.wished.emit(lambda state: replace(state, layout=state.layout.moved(key, place, every)))

    def _unsort(self) -> None:
        self.wished.emit(lambda state: replace(state, sort=()))


def _order_words(sort: tuple[SortKey, ...], columns: tuple[TableColumn, ...]) -> str:
    titles = {column.key: column.title for column in columns}
    parts = [
        f"{titles[key.column]}{', descending' if key.descending else ''}"
        for key in sort
        if key.column in titles
    ]
    return f"Sorted by {', then '.join(parts)}." if parts else ""
