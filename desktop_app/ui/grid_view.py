"""The table of the window: rows of one height, columns as wide as what they show, copying with headings."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.domain.filters import Filter
from desktop_app.domain.state import SortKey
from desktop_app.presentation.models import Cell, CellKind, RecordsTable
from desktop_app.ui.copying import copy_cells
from desktop_app.ui.grid_model import Grid, GridModel

ROWS_MEASURED = 60  # the width of a column comes from its first rows: measuring a million would take seconds
MOST_WIDTH, LEAST_WIDTH, MARGIN = 340, 64, 24


class GridView(QTableView):
    """Shows a grid. A click on a cell that picks something, or Enter on it, is passed on."""

    picked = Signal(tuple, bool)  # the filters, and whether they are to be added (Ctrl)
    heading_clicked = Signal(str, bool)  # the column's key, and whether it is to be added (Ctrl)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = GridModel(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        rows.hide()
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setSectionsClickable(True)
        headings.sectionClicked.connect(self._heading_clicked)
        self.clicked.connect(self._pick)

    @property
    def row_height(self) -> int:
        """Return the height of one row in pixels."""
        return self.verticalHeader().defaultSectionSize()

    def show_grid(self, grid: Grid | RecordsTable | None, sort: tuple[SortKey, ...] = ()) -> None:
        """Show a grid; the widths stay as they are while the columns stay the same."""
        before = self._column_keys()
        self._model.show(grid, sort)
        if self._column_keys() != before:
            self.fit_columns()

    def fit_columns(self) -> None:
        """Make each column as wide as its heading and its first rows need."""
        grid = self._model.grid
        if grid is None:
            return
        last_is_text = bool(grid.columns) and grid.columns[-1].kind is CellKind.TEXT
        self.horizontalHeader().setStretchLastSection(last_is_text)
        letters = self.fontMetrics()
        sample = range(min(grid.row_count, ROWS_MEASURED))
        for at, column in enumerate(grid.columns):
            texts = [column.title + " ▼2", *(grid.cell(row, at).text for row in sample)]
            width = max(letters.horizontalAdvance(text) for text in texts) + MARGIN
            heading = letters.horizontalAdvance(texts[0]) + MARGIN + 8
            self.setColumnWidth(at, max(LEAST_WIDTH, heading, min(width, MOST_WIDTH)))

    def copy(self) -> None:
        """Copy the selected cells with their headings; without a selection all cells."""
        grid = self._model.grid
        if grid is None:
            return
        rows, columns = self._chosen(grid)
        headings = [grid.columns[column].title for column in columns]
        copy_cells(headings, _cells(grid, rows, columns))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        super().keyPressEvent(event)

    def _column_keys(self) -> tuple[tuple[str, CellKind], ...]:
        grid = self._model.grid
        return () if grid is None else tuple((column.key, column.kind) for column in grid.columns)

    def _chosen(self, grid: Grid | RecordsTable) -> tuple[Sequence[int], Sequence[int]]:
        # Ranges, not indexes: everything selected in a million rows is one range.
        ranges = self.selectionModel().selection().toList()
        if not ranges:
            return range(grid.row_count), range(len(grid.columns))
        rows: Sequence[int]
        if len(ranges) == 1:
            rows = range(ranges[0].top(), ranges[0].bottom() + 1)
        else:
            rows = sorted({row for area in ranges for row in range(area.top(), area.bottom() + 1)})
        columns = sorted({column for area in ranges for column in range(area.left(), area.right() + 1)})
        return rows, columns

    def _pick(self, index: QModelIndex, add: bool | None = None) -> None:
        grid = self._model.grid
        if grid is None or not index.isValid():
            return
        picks: tuple[Filter, ...] = grid.cell(index.row(), index.column()).picks
        if picks:
            self.picked.emit(picks, _ctrl_held() if add is None else add)

    def _heading_clicked(self, section: int) -> None:
        grid = self._model.grid
        if grid is not None:
            self.heading_clicked.emit(grid.columns[section].key, _ctrl_held())


def _ctrl_held() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)


def _cells(
    grid: Grid | RecordsTable, rows: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield tuple(grid.cell(row, column) for column in columns)
