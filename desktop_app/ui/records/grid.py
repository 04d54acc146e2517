"""The table of the records: headings with menus, keys as in a spreadsheet program."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.models import RecordsTable
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.ui.actions import tip_of
from desktop_app.ui.parts import button
from desktop_app.ui.records.filter_header import FilterHeader
from desktop_app.ui.records.hits import HitMarker
from desktop_app.ui.records.pinned_columns import PinnedColumns
from desktop_app.ui.tables.grid_model import Index
from desktop_app.ui.tables.grid_view import GridView
from desktop_app.ui.theme.theme import Theme

NO_ROWS, NO_RECORDS = "No records match.", "The table has headings and no records yet."
COPIED_AT_ONCE = 5_000  # cells; more take longer than the eye forgives
PULLED = 40  # pixels with each step while a heading is held beyond the end
SELECTING_PAUSE = 60  # milliseconds after the last change of the selection until it is added up
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ARROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, *_SIDES)
_Cursor = QAbstractItemView.CursorAction
_ARROWS = {  # rows down and columns to the right
    _Cursor.MoveUp: (-1, 0),
    _Cursor.MoveDown: (1, 0),
    _Cursor.MoveLeft: (0, -1),
    _Cursor.MoveRight: (0, 1),
}


class RecordsGrid(GridView):
    """Shows records; `menu_wished` gives the column whose menu is asked for and a point to open it at.

    `detail_wished` gives the row to show in full; `left` says that Escape was pressed.
    """

    menu_wished = Signal(str, QPoint)
    detail_wished = Signal(int)
    current_changed = Signal(int)
    areas_selected = Signal(tuple)  # areas of rows and columns; none where at most one cell is selected
    left = Signal()
    clear_wished = Signal()
    column_moved = Signal(str, int)  # a column, and the place that it is wished at
    large_copy_wished = Signal(object, object)  # rows, columns
    copy_refused = Signal()  # very many cells that are no table together

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._headings = FilterHeader(theme)
        super().__init__("Records", header=self._headings)
        self._records: ShownRecords | None = None
        self._headings.pulled.connect(self._pull)
        self._marker = HitMarker(theme, self)
        self.setItemDelegate(self._marker)
        self._pinned_headings = FilterHeader(theme)
        self.pinned = PinnedColumns(self, self._pinned_headings)
        self.pinned.setItemDelegate(self._marker)
        self._pinned_headings.sectionClicked.connect(self._heading_clicked)
        for headings in (self._headings, self._pinned_headings):
            headings.menu_wished.connect(self.ask_menu)
            headings.dragged.connect(self._tell_moved)
        self.pinned.doubleClicked.connect(lambda index: self.detail_wished.emit(index.row()))
        rows = self.verticalHeader()
        rows.show()
        rows.setSectionsClickable(True)
        rows.setToolTip("Click to see the record in full")
        rows.sectionClicked.connect(self.detail_wished)
        self.doubleClicked.connect(lambda index: self.detail_wished.emit(index.row()))
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.current_changed.emit(now.row())
        )

        self.clear = button("Clear the filters", "", self.clear_wished.emit, tip_of("clear"))
        self.clear.setParent(self.viewport())
        self.clear.hide()
        self._settled = QTimer(self, singleShot=True, interval=SELECTING_PAUSE)
        self._settled.timeout.connect(self._tell_areas)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._settled.start())

    def show_records(self, records: ShownRecords, state: ViewState, filtered: Mapping[str, str]) -> None:
        """Show records with their order, filters and pinned columns, and mark what is searched for."""
        self._records = records
        self.show_grid(records, state.sort, filtered)
        self._marker.set_sought(state.search)
        self.pinned.show_count(records.pinned)
        self.show_clearing(bool(state.filters or state.search))

    def put_back(self) -> None:
        """Show the columns in their own order, where one was dragged to a place it cannot have."""
        for headings in (self._headings, self._pinned_headings):
            headings.put_back()
        self.viewport().update()
        self.pinned.viewport().update()

    def show_grid(
        self,
        grid: RecordsTable | None,
        sort: tuple[SortKey, ...] = (),
        filtered: Mapping[str, str] | None = None,
    ) -> None:
        """Show records and which of their columns are filtered; the keyboard stays at its row and column."""
        now, before = self.currentIndex(), self.grid
        row, column = now.row(), now.column()
        keys = [column.key for column in grid.columns] if grid else []
        if row >= 0 and before is not None and (key := before.columns[column].key) in keys:
            column = keys.index(key)
        self.put_back()
        super().show_grid(grid, sort, filtered)
        self._settled.start()  # a reset forgets the selection without a word
        if row >= 0 and self.model().rowCount():
            place = min(row, self.model().rowCount() - 1), min(column, self.model().columnCount() - 1)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model().index(*place), flag)
        marked = frozenset(at for at, key in enumerate(keys) if key in (filtered or {}))
        for headings in (self._headings, self._pinned_headings):
            headings.show_filtered(marked)

    def show_clearing(self, clearable: bool) -> None:
        """Offer to clear the filters where they leave no row."""
        self.clear.setVisible(clearable and not self.model().rowCount())
        self._place_clear()

    def _place_clear(self) -> None:
        room, size = self.viewport().rect(), self.clear.sizeHint()
        corner = room.center() - QPoint(size.width() // 2, size.height() // 2 - self.row_height // 2)
        self.clear.setGeometry(corner.x(), corner.y(), size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.grid is not None and not self.grid.row_count:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.tokens.muted))
            above = self.viewport().rect().translated(0, -self.row_height)
            words = NO_RECORDS if self.clear.isHidden() else NO_ROWS
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, words)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pinned.place()
        self._place_clear()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        left = self.columnViewportPosition(index.column())
        if index.column() >= self.pinned.count and left < self.pinned.wide:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (self.pinned.wide - left))

    def go_to_column(self, key: str) -> None:
        """Have the keyboard at a column of the present row, where it is shown."""
        keys = [column.key for column in self.grid.columns] if self.grid else []
        if key in keys and self.model().rowCount():
            self.setCurrentIndex(self.model().index(max(0, self.currentIndex().row()), keys.index(key)))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_menu(self, section: int) -> None:
        """Ask for the menu of a column, below its heading."""
        grid = self.grid
        if grid is not None and 0 <= section < len(grid.columns):
            self.scrollTo(self.model().index(max(0, self.rowAt(0)), section))
            headings = self._pinned_headings if section < self.pinned.count else self._headings
            corner = headings.button_of(section).bottomLeft()
            self.menu_wished.emit(grid.columns[section].key, headings.viewport().mapToGlobal(corner))

    def copy(self) -> bool:
        """Copy the selected cells; very many that are a table are asked to be copied in the background."""
        rows, columns = self.chosen(self.grid) if self.grid else ((), ())
        if len(rows) * len(columns) <= COPIED_AT_ONCE:
            return super().copy()
        if self.ragged():
            self.copy_refused.emit()
        else:
            self.large_copy_wished.emit(rows, columns)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        match event.key():
            case Qt.Key.Key_Down if held == _ALT:
                self.ask_menu(max(0, self.currentIndex().column()))
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter if not held:
                if self.currentIndex().isValid():
                    self.detail_wished.emit(self.currentIndex().row())
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Space if held == _CTRL:
                self._select(columns=True)
            case Qt.Key.Key_Space if held == _SHIFT:
                self._select(columns=False)
            case key if key in _SIDES and held == _ALT:
                at = self.currentIndex().column()
                self._tell_moved(at, at + _SIDES[Qt.Key(key)])
            case _:
                before = self.currentIndex()
                super().keyPressEvent(event)
                self._stay(event, before)

    def _stay(self, event: QKeyEvent, before: QModelIndex) -> None:
        """Select the cell alone where Ctrl with an arrow key leads no further, as where it does."""
        jumps = event.key() in _ARROW_KEYS and event.modifiers() & (_CTRL | _SHIFT) == _CTRL
        if jumps and self.currentIndex() == before:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(before, flag)

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        now = self.currentIndex()
        if action not in _ARROWS or not held & _CTRL or self._records is None or not now.isValid():
            return super().moveCursor(action, held)
        return self.model().index(*self._records.edge(now.row(), now.column(), *_ARROWS[action]))

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if isinstance(event, QKeyEvent) and event.modifiers() & _CTRL:
            # To Qt, Ctrl with an arrow key leaves the selection as it is.
            event = QKeyEvent(event.type(), event.key(), event.modifiers() & ~_CTRL)
        return super().selectionCommand(index, event)

    def _tell_moved(self, before: int, after: int) -> None:
        grid = self.grid
        if grid is not None and 0 <= before < len(grid.columns):
            self.column_moved.emit(grid.columns[before].key, after)

    def _pull(self, way: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + way * PULLED)

    def _tell_areas(self) -> None:
        ranges = self.selectionModel().selection().toList()
        areas = tuple(((a.top(), a.bottom() + 1), (a.left(), a.right() + 1)) for a in ranges)
        several = len(areas) > 1 or any(a.height() * a.width() > 1 for a in ranges)
        self.areas_selected.emit(areas if several else ())

    def _select(self, columns: bool) -> None:
        """Select the whole columns or rows of what is selected."""
        flag = QItemSelectionModel.SelectionFlag
        whole = flag.Columns if columns else flag.Rows
        chosen = self.selectionModel()
        chosen.select(QItemSelection(chosen.selection()), flag.Select | whole)
