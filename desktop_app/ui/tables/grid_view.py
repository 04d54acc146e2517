"""The table of the window: rows of one height, columns as wide as what they show, copying with headings."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.domain.filters import Filter
from desktop_app.domain.state import SortKey
from desktop_app.presentation.linked import LinkedCells
from desktop_app.presentation.models import CellKind, RecordsTable
from desktop_app.presentation.tables.clip import cells_clip
from desktop_app.ui.tables.column_widths import (
    HEADING_MARKS,
    is_blank,
    longest_words,
    most_lines,
    natural_width,
    squeezed,
)
from desktop_app.ui.tables.copying import copy_clip
from desktop_app.ui.tables.grid_model import GridModel
from desktop_app.ui.theme.fonts import font
from desktop_app.ui.widgets.painting import painting
from desktop_app.ui.wishes import together

MOST_PICKED = 2_000  # cells whose filters are put together
ROWS_MEASURED = 60  # the width of a column comes from its first rows: measuring a million would take seconds


class GridView(QTableView):
    """Shows a grid. A click on a cell that picks something, or Enter on one or several, is passed on.

    With a `header` of its own it can be sorted by clicking that. With `sentences` the columns share the room
    there is, long texts take further lines, and columns that are blank throughout are left out.
    """

    picked = Signal(tuple, bool)  # the filters, and whether they are to be added (Ctrl)
    row_clicked = Signal(int)  # the position of a row that holds nothing to pick, by click or Enter
    hovered = Signal(int, int)  # row and column under the mouse or the keyboard; -1: none
    heading_clicked = Signal(str, bool)  # the column's key, and whether it is to be added (Ctrl)

    def __init__(
        self,
        name: str,
        *,
        sentences: bool = False,
        header: QHeaderView | None = None,
        model: GridModel | None = None,
    ) -> None:
        super().__init__()
        self.setFont(font(tabular=True))  # numbers stand in columns
        self._sentences = sentences
        self._sortable = header is not None
        self._most_rows = 0
        self._linked = LinkedCells()
        self.setAccessibleName(name)
        self._model = model or GridModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(sentences)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 12)
        rows.hide()
        if header is not None:
            self.setHorizontalHeader(header)
        headings = self.horizontalHeader()
        headings.setHighlightSections(False)
        headings.setSectionsClickable(self._sortable)
        # Qt asks row by row whether a column is selected, for each heading it paints: half a minute for a
        # million rows. With a selection of their own, which stays empty, the headings have nothing to ask.
        headings.setSelectionModel(QItemSelectionModel(self._model, self))
        headings.sectionClicked.connect(self._heading_clicked)
        self.clicked.connect(self._pick)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._hover(now))

    @property
    def grid(self) -> RecordsTable | None:
        """Return what is shown."""
        return self._model.grid

    @property
    def row_height(self) -> int:
        """Return the height of one row in pixels."""
        return self.verticalHeader().defaultSectionSize()

    def show_grid(
        self,
        grid: RecordsTable | None,
        sort: tuple[SortKey, ...] = (),
        filtered: Mapping[str, str] | None = None,
    ) -> None:
        """Show a grid; columns of a sortable one keep their widths where some are moved, hidden or shown."""
        before = {key: self.columnWidth(at) for at, key in enumerate(self._column_keys())}
        self._model.show(grid, sort, filtered)
        now = self._column_keys()
        if not self._sortable:
            self.fit_columns()
        elif now != tuple(before):
            of_one_table = set(now) <= before.keys() or before.keys() <= set(now)
            self.fit_columns(before if of_one_table else None)
        self.executeDelayedItemsLayout()  # else it comes with the first painting and asks for a second one

    def fit_columns(self, kept: Mapping[tuple[str, CellKind], int] | None = None) -> None:
        """Make each column as wide as its heading and its first rows need, sentences as the room allows.

        Columns whose width is `kept` are not measured again.
        """
        grid = self._model.grid
        if grid is None:
            return
        last_is_text = bool(grid.columns) and grid.columns[-1].kind is CellKind.TEXT
        self.horizontalHeader().setStretchLastSection(last_is_text)
        marks = HEADING_MARKS if self._sortable else ""
        letters, sample = self.fontMetrics(), self._sample()
        widths = [
            (kept or {}).get(key) or natural_width(grid, at, letters, sample, marks)
            for at, key in enumerate(self._column_keys())
        ]
        if self._sentences:
            widths = [0 if is_blank(grid, at) else width for at, width in enumerate(widths)]
            least = longest_words(grid, letters, sample)
            widths = squeezed(widths, least, self.viewport().width())
        for at, width in enumerate(widths):
            self.setColumnHidden(at, not width)
            self.setColumnWidth(at, width)
        if self._sentences:
            lines = most_lines(grid, letters, sample, widths)
            self.verticalHeader().setDefaultSectionSize(lines * letters.lineSpacing() + 12)
            self._fit_height()

    def fit_height(self, most_rows: int) -> None:
        """Make the table as high as its rows, up to a number of them; then it scrolls."""
        self._most_rows = most_rows
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sentences and event.size().width() != event.oldSize().width():
            self.fit_columns()

    def _fit_height(self) -> None:
        if self._most_rows:
            rows = min(self._model.rowCount(), self._most_rows)
            heading = self.horizontalHeader().sizeHint().height()
            scroll = 0 if self._sentences else self.horizontalScrollBar().sizeHint().height()
            self.setFixedHeight(rows * self.row_height + heading + scroll + 4)

    def _sample(self) -> range:
        first = max(0, self.rowAt(0)) if self._sortable else 0
        return range(first, min(self._model.rowCount(), first + ROWS_MEASURED))

    def copy(self) -> bool:
        """Copy the selected cells with their headings, without a selection all. False: they are not yet.

        Cells between those selected are left blank.
        """
        if self.grid is not None:
            held = self._is_held if self.ragged() else _every
            copy_clip(cells_clip(self.grid, *self.chosen(self.grid), held))
        return self.grid is not None

    def ragged(self) -> bool:
        """Return whether what is selected is no table: not the same columns in every row."""
        areas = self.selectionModel().selection().toList()
        if len(areas) < 2 or self.grid is None:
            return False
        rows, columns = self.chosen(self.grid)
        return sum(area.height() * area.width() for area in areas) < len(rows) * len(columns)

    def _is_held(self, row: int, column: int) -> bool:
        return self.selectionModel().isSelected(self._model.index(row, column))

    def link(self, cells: LinkedCells) -> None:
        """Frame the cells that show what is pointed at elsewhere."""
        if cells != self._linked:
            self._linked = cells
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        last = self._model.columnCount() - 1
        if self._linked.rows and last >= 0:
            with painting(self.viewport()) as painter:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2.0))
                for row in self._linked.rows:
                    ends = (0, last) if self._linked.column is None else (self._linked.column,) * 2
                    first, final = (self.visualRect(self._model.index(row, at)) for at in ends)
                    painter.drawRect(first.united(final).adjusted(1, 1, -1, -1))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1, -1)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered.emit(index.row(), index.column())

    def show_row(self, row: int) -> None:
        """Select a row and scroll to it, and have the keyboard there."""
        self.selectRow(row)
        self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt and self._sortable and self.currentIndex().isValid():
            self._heading_clicked(self.currentIndex().column())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            several = self._picks_selected()
            if several:
                self.picked.emit(several, ctrl)
            else:
                self._pick(self.currentIndex(), ctrl)
            return
        super().keyPressEvent(event)

    def _picks_selected(self) -> tuple[Filter, ...]:
        """Return the filters of all cells selected together; none where at most one is."""
        grid, areas = self.grid, self.selectionModel().selection().toList()
        if grid is None or not 1 < sum(area.height() * area.width() for area in areas) <= MOST_PICKED:
            return ()
        return together(
            grid.cell(row, column).picks
            for area in areas
            for row in range(area.top(), area.bottom() + 1)
            for column in range(area.left(), area.right() + 1)
        )

    def _column_keys(self) -> tuple[tuple[str, CellKind], ...]:
        grid = self._model.grid
        return () if grid is None else tuple((column.key, column.kind) for column in grid.columns)

    def chosen(self, grid: RecordsTable) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows and columns that are selected; without a selection all of them."""
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
        elif not QGuiApplication.keyboardModifiers():  # with Ctrl or Shift a click selects
            self.row_clicked.emit(index.row())

    def _heading_clicked(self, section: int) -> None:
        grid = self._model.grid
        if grid is not None:
            self.heading_clicked.emit(grid.columns[section].key, _ctrl_held())


def _ctrl_held() -> bool:
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)


def _every(_row: int, _column: int) -> bool:
    return True
