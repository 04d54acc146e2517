"""One table model for every table of the window: rows are asked for when they are looked at, never copied."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.state import SortKey
from desktop_app.presentation.models import Cell, CellKind, RecordsTable, Table, TableColumn
from desktop_app.ui.widgets.painting import as_tooltip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LONG_TEXT = 30  # characters; what is longer may not fit its column and is shown by pointing at it
VALUE = Role.UserRole  # the day or number that a cell shows
_ANSWERED = frozenset(
    map(int, (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole, Role.TextAlignmentRole, VALUE))
)
_RIGHT_KINDS = (CellKind.COUNT, CellKind.DECIMAL, CellKind.PERCENT)


class TableGrid:
    """A display table, answering the questions that records answer."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the table's columns."""
        return self._table.columns

    @property
    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._table.rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell."""
        return self._table.rows[row][column]

    def tooltip(self, row: int, column: int) -> str:
        """Return what clicking does, where it does something."""
        return "Click to filter by this" if self.cell(row, column).picks else ""

    def row_number(self, row: int) -> str:
        """Return the row's number in the table."""
        return str(row + 1)

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield every row."""
        yield from self._table.rows


class GridModel(QAbstractTableModel):
    """Shows a grid, and how it is sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid: RecordsTable | None = None
        self._sort: tuple[SortKey, ...] = ()
        self._filtered: Mapping[str, str] = {}

    @property
    def grid(self) -> RecordsTable | None:
        """Return what is shown."""
        return self._grid

    def show(
        self,
        grid: RecordsTable | None,
        sort: tuple[SortKey, ...] = (),
        filtered: Mapping[str, str] | None = None,
    ) -> None:
        """Show another grid in place of what was shown; `filtered` holds the words of columns' filters."""
        self.beginResetModel()
        self._grid, self._sort, self._filtered = grid, sort, filtered or {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._grid is None else self._grid.row_count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._grid is None else len(self._grid.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        grid = self._grid
        if role not in _ANSWERED or grid is None:  # Qt asks for much more with every cell that it paints
            return None
        row, column = index.row(), index.column()
        if not (0 <= row < grid.row_count and 0 <= column < len(grid.columns)):
            return None
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return grid.cell(row, column).text
            case Role.UserRole:
                return grid.cell(row, column).value
            case Role.ToolTipRole:
                return _tooltip(grid, row, column)
            case Role.TextAlignmentRole:
                return _RIGHT if grid.columns[column].kind in _RIGHT_KINDS else _LEFT
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if self._grid is None or role not in _ANSWERED:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._grid.row_number(section) if role == Role.DisplayRole else None
        if not 0 <= section < len(self._grid.columns):
            return None
        column = self._grid.columns[section]
        match role:
            case Role.DisplayRole:
                return column.title + self._sort_mark(column.key)
            case Role.ToolTipRole:
                return as_tooltip(self._filtered.get(column.key, ""))
            case Role.AccessibleTextRole:
                words = self._filtered.get(column.key, "")
                return (
                    f"{column.title}{self._sort_words(column.key)}{f', filtered: {words}' if words else ''}"
                )
            case Role.TextAlignmentRole:
                return _RIGHT if column.kind in _RIGHT_KINDS else _LEFT
            case _:
                return None

    def _sort_words(self, key: str) -> str:
        for position, chosen in enumerate(self._sort, start=1):
            if chosen.column == key:
                rank = f", key {position} of {len(self._sort)}" if len(self._sort) > 1 else ""
                return f", sorted {'down' if chosen.descending else 'up'}{rank}"
        return ""

    def _sort_mark(self, key: str) -> str:
        for position, chosen in enumerate(self._sort, start=1):
            if chosen.column == key:
                arrow = "▼" if chosen.descending else "▲"
                return f" {arrow}{position}" if len(self._sort) > 1 else f" {arrow}"
        return ""


def _tooltip(grid: RecordsTable, row: int, column: int) -> str:
    text = grid.cell(row, column).text
    return as_tooltip(grid.tooltip(row, column) or (text if len(text) > LONG_TEXT else ""))
