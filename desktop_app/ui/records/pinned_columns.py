"""The pinned columns of a table, laid over its left edge so that they stay when it is scrolled sideways."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.ui.theme.fonts import font


class PinnedColumns(QTableView):
    """Shows the first columns of another table, with its model, selection and rows."""

    def __init__(self, table: QTableView, header: QHeaderView) -> None:
        super().__init__(table)
        self._table = table
        self._count = 0
        self.setHorizontalHeader(header)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSelectionModel(QItemSelectionModel(table.model(), self))  # as in the table itself
        self.setObjectName("pinned")
        self.setAccessibleName("Pinned columns")
        self.setFont(font(tabular=True))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        rows.hide()
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalHeader().sectionResized.connect(self._follow_width)
        self.hide()

    @property
    def count(self) -> int:
        """Return how many columns are kept in sight."""
        return self._count if self.isVisibleTo(self._table) else 0

    @property
    def wide(self) -> int:
        """Return how many pixels of the table are covered."""
        return self.width() if self.isVisibleTo(self._table) else 0

    def show_count(self, count: int) -> None:
        """Show so many columns; none, or as many as would leave no room for others, hide it."""
        self._count = count
        self.executeDelayedItemsLayout()
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= count)
            self.setColumnWidth(column, self._table.columnWidth(column))
        self.place()

    def place(self) -> None:
        """Lie over the left edge of the table, as wide as its pinned columns."""
        table = self._table
        wide = sum(table.columnWidth(column) for column in range(self._count))
        room = table.viewport().width()
        self.setVisible(0 < wide < room)
        area = table.viewport().geometry()
        top = area.top() - table.horizontalHeader().height()
        self.setGeometry(area.left(), top, wide, table.horizontalHeader().height() + area.height())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _follow_width(self, column: int, _before: int, width: int) -> None:
        if column < self._count:
            self.setColumnWidth(column, width)
            self.place()
