"""The menu of one column: sort, hide and pin it, and filter it in every way that its kind allows."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.filters import Filter, FilterKind, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.filter_models import ColumnMenu
from desktop_app.ui.filters.conditions import CONDITIONS, TYPING_PAUSE, Condition, NumberCondition
from desktop_app.ui.filters.value_tree import ValueTree
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.wishes import inverted_in, ticked_in

SIZE = QSize(320, 440)
LEAST_HEIGHT = 150


class ColumnPopup(QFrame):
    """Shows what a column can be filtered by. Every change is a wish at once; Escape closes."""

    wished = Signal(object)  # Change
    sought = Signal(str, str)  # column, text

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._menu: ColumnMenu | None = None
        self._opened_by: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.ask)
        self._title = label("", "heading", wrap=True)
        self.clear = button("Clear", "link", self._clear, "Take every filter on this column out")
        self.up = button("Sort up", "quiet", lambda: self._sort(False), "Smallest, first or A on top")
        self.down = button("Sort down", "quiet", lambda: self._sort(True), "Largest, last or Z on top")
        self.hiding = button("Hide", "quiet", self._hide_column, "Leave this column out of the records")
        self.pin = button("Pin", "quiet", self._pin, "Keep this column in sight at the left, or let it go")
        self.conditions: dict[FilterKind, Condition] = {kind: make() for kind, make in CONDITIONS.items()}
        self.finder = QLineEdit(placeholderText="Find a value")
        self.finder.setAccessibleName("Find a value")
        self.finder.textEdited.connect(lambda _text: self._pause.start())
        self.tree = ValueTree(theme)
        self.every = button("All", "link", self._tick_all, "Tick every value listed")
        self.none = button("None", "link", self._tick_none, "Tick no value: rows with any value are shown")
        self.inverted = button("Invert", "link", self._invert, "Tick the values that are not ticked")
        self.alone = button("Only this", "link", self._only_current, "Tick this value alone (Enter)")
        self._note = label("", "small", wrap=True)
        self._values = QWidget()
        self._lay_out()
        self._connect()

    @property
    def column(self) -> str:
        """Return the column that the menu is open for; empty while it is closed."""
        return self._menu.column if self._menu and self.isVisible() else ""

    def open_at(self, menu: ColumnMenu, corner: QPoint, opened_by: QWidget | None) -> None:
        """Open below a point of the screen; the focus returns to where it was opened from."""
        self._opened_by = opened_by
        self.finder.clear()
        self.show_menu(menu)
        self.adjustSize()
        room = QGuiApplication.primaryScreen().availableGeometry()
        if screen := QGuiApplication.screenAt(corner):
            room = screen.availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        first = self.finder if FilterKind.VALUES in menu.ways else self.clear
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_menu(self, menu: ColumnMenu) -> None:
        """Show a column's values and what is chosen."""
        self._menu = menu
        self._title.setText(menu.title)
        self.setAccessibleName(f"Filter {menu.title}")
        self.clear.setVisible(bool(menu.chosen))
        for kind, condition in self.conditions.items():
            condition.setVisible(kind in menu.ways)
            condition.show_chosen(menu.column, menu.chosen)
            if isinstance(condition, NumberCondition):
                condition.show_ends(*menu.ends)
        self._values.setVisible(FilterKind.VALUES in menu.ways)
        self.tree.show_lines(menu.lines)
        self._note.setText(menu.note)

    def ask(self) -> None:
        """Ask for the values again, with the text that they must hold."""
        self._pause.stop()
        if self._menu is not None:
            self.sought.emit(self._menu.column, self.finder.text())

    def sizeHint(self) -> QSize:
        return QSize(SIZE.width(), SIZE.height() if self._values.isVisibleTo(self) else LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.finder.hasFocus():
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        if self._opened_by is not None:
            self._opened_by.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(_row(self.up, self.down, self.hiding, self.pin))
        for condition in self.conditions.values():
            column.addWidget(condition)
            column.addWidget(condition.hint)
        values = QVBoxLayout(self._values)
        values.setContentsMargins(0, 0, 0, 0)
        values.setSpacing(6)
        values.addWidget(self.finder)
        values.addLayout(_row(self.every, self.none, self.inverted, self.alone))
        values.addWidget(self.tree, 1)
        values.addWidget(self._note)
        column.addWidget(self._values, 1)

    def _connect(self) -> None:
        for condition in self.conditions.values():
            condition.changed.connect(self._wish_filter)
        self.finder.returnPressed.connect(self.ask)
        self.tree.ticked.connect(self._tick)
        self.tree.only.connect(self._only)

    def _wish_filter(self, chosen: Filter) -> None:
        self.wished.emit(lambda state: state.with_filter(chosen))

    def _tick(self, value: str) -> None:
        lines, column = self.tree.lines, self.column
        self.wished.emit(
            lambda state: state.with_filter(
                ticked_in(lines, state.filter_on(column) or ValueFilter(column, ()), value)
            )
        )

    def _only(self, value: str) -> None:
        column = self.column
        self.wished.emit(lambda state: state.only(column, value))

    def _only_current(self) -> None:
        if self.tree.current:
            self._only(self.tree.current)

    def _tick_all(self) -> None:
        self._wish_filter(ValueFilter(self.column, tuple(line.value for line in self.tree.lines)))

    def _tick_none(self) -> None:
        self._wish_filter(ValueFilter(self.column, ()))

    def _invert(self) -> None:
        column, lines = self.column, self.tree.lines
        self.wished.emit(
            lambda state: state.with_filter(
                inverted_in(lines, state.filter_on(column) or ValueFilter(column, ()))
            )
        )

    def _clear(self) -> None:
        column = self.column
        self.wished.emit(lambda state: state.without_column(column))

    def _sort(self, descending: bool) -> None:
        key = SortKey(self.column, descending)
        self.wished.emit(lambda state: replace(state, sort=(key,)))
        self.close()

    def _hide_column(self) -> None:
        column = self.column
        self.wished.emit(lambda state: _with_layout(state, column, hidden=True))
        self.close()

    def _pin(self) -> None:
        column = self.column
        self.wished.emit(lambda state: _with_layout(state, column, hidden=False))
        self.close()


def _with_layout(state: ViewState, column: str, hidden: bool) -> ViewState:
    layout = state.layout
    return replace(state, layout=layout.toggled_hidden(column) if hidden else layout.toggled_pinned(column))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    for made in buttons:
        row.addWidget(made)
    row.addStretch(1)
    return row
