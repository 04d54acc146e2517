"""The menu of one column: sort, copy, hide and pin it, and filter it in every way that its kind allows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.filters import Filter, FilterKind, TextFilter, TextMatch, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.filter_models import ColumnMenu, FacetLine
from desktop_app.ui.filters.conditions import CONDITIONS, TYPING_PAUSE, Condition, NumberCondition
from desktop_app.ui.filters.value_tree import ValueTree
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.wishes import all_in, inverted_in, none_in, ticked_in

SIZE = QSize(320, 440)
LEAST_HEIGHT = 150


class ColumnPopup(QFrame):
    """Shows what a column can be filtered by. Every change is a wish at once; Escape closes.

    Enter behind a text that is sought keeps the rows with the values found, and closes.
    """

    wished = Signal(object)  # Change
    sought = Signal(str, str)  # column, text
    copy_wished = Signal(str)  # column

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._menu: ColumnMenu | None = None
        self._opened_by: QWidget | None = None
        self._taking = False  # what is found next is what to filter by
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.ask)
        self._title = label("", "heading", wrap=True)
        self.clear = button("Clear", "link", self._clear, "Take every filter on this column out")
        self.up = button("Sort up", "quiet", lambda: self._sort(False), "Smallest, first or A on top")
        self.down = button("Sort down", "quiet", lambda: self._sort(True), "Largest, last or Z on top")
        tip = "Order rows by this column where the columns before it are equal"
        self.then_up = button("Then up", "quiet", lambda: self._sort(False, add=True), tip)
        self.then_down = button("Then down", "quiet", lambda: self._sort(True, add=True), tip)
        self._of_records, self._then = QWidget(), QWidget()
        self.hiding = button("Hide", "quiet", self._hide_column, "Leave this column out of the records")
        self.pin = button("Pin", "quiet", self._pin, "Keep this column in sight at the left, or let it go")
        self.copying = button(
            "Copy", "quiet", self._copy, "Copy this column of the rows shown, with its heading"
        )
        self.conditions: dict[FilterKind, Condition] = {kind: make() for kind, make in CONDITIONS.items()}
        self.finder = QLineEdit(placeholderText="Find a value")
        self.finder.setAccessibleName("Find a value")
        self.finder.textEdited.connect(lambda _text: self._pause.start())
        self.tree = ValueTree(theme)
        self.every = button("All", "link", self._tick_all, "Tick every value listed")
        self.none = button(
            "None", "link", self._tick_none, "Tick no value listed: without any, all rows are shown"
        )
        self.inverted = button("Invert", "link", self._invert, "Tick those values listed that are not ticked")
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
        self._opened_by, self._taking = opened_by, False
        self.finder.clear()
        for condition in self.conditions.values():
            condition.forget()
        self.show_menu(menu)
        self.adjustSize()
        room = QGuiApplication.primaryScreen().availableGeometry()
        if screen := QGuiApplication.screenAt(corner):
            room = screen.availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._first_stop(menu).setFocus(Qt.FocusReason.PopupFocusReason)

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
        listed = FilterKind.VALUES in menu.ways
        self._values.setVisible(listed)
        self.tree.show_lines(menu.lines)
        for one in (self.every, self.inverted):
            one.setEnabled(not menu.cut)  # of a list that is cut they would take a part for the whole
        self._note.setText(menu.note)
        self._note.setVisible(listed or not menu.ways)
        self._show_layout(menu)
        if self._taking:
            self._take_found(menu)

    def ask(self) -> None:
        """Ask for the values again, with the text that they must hold."""
        self._pause.stop()
        if self._menu is not None:
            self.sought.emit(self._menu.column, self.finder.text())

    def _show_layout(self, menu: ColumnMenu) -> None:
        seen, pinned = menu.shown
        self.hiding.setText("Hide" if seen else "Show")
        self.pin.setText("Unpin" if pinned else "Pin")
        self.copying.setEnabled(seen)
        self._of_records.setVisible(menu.recorded)
        self._then.setVisible(menu.recorded and menu.sorted_first)

    def _first_stop(self, menu: ColumnMenu) -> QWidget:
        if FilterKind.VALUES in menu.ways:
            return self.finder
        return next((self.conditions[way].first_stop for way in menu.ways), self.up)

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
        self._of_records.setLayout(_row(self.up, self.down, self.hiding, self.pin, self.copying))
        self._then.setLayout(_row(self.then_up, self.then_down))
        column.addWidget(self._of_records)
        column.addWidget(self._then)
        for condition in self.conditions.values():
            column.addWidget(condition)
            column.addWidget(condition.hint)
        values = QVBoxLayout(self._values)
        values.setContentsMargins(0, 0, 0, 0)
        values.setSpacing(6)
        values.addWidget(self.finder)
        values.addLayout(_row(self.every, self.none, self.inverted, self.alone))
        values.addWidget(self.tree, 1)
        column.addWidget(self._values, 1)
        column.addWidget(self._note)

    def _connect(self) -> None:
        for condition in self.conditions.values():
            condition.changed.connect(self._wish_filter)
        self.finder.returnPressed.connect(self._take)
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

    def _take(self) -> None:
        """Filter by what is found, once it is known; without a text there is nothing to find."""
        if not self.finder.text().strip():
            self.close()
            return
        self._taking = True
        self.ask()

    def _take_found(self, menu: ColumnMenu) -> None:
        self._taking = False
        if menu.cut and FilterKind.TEXT in menu.ways:
            self._wish_filter(TextFilter(menu.column, TextMatch.CONTAINS, self.finder.text()))
        elif menu.lines and not menu.cut:
            self._wish_filter(ValueFilter(menu.column, tuple(line.value for line in menu.lines)))
        else:
            return  # the note says why
        self.close()

    def _tick_all(self) -> None:
        self._change_listed(all_in)

    def _tick_none(self) -> None:
        self._change_listed(none_in)

    def _invert(self) -> None:
        self._change_listed(inverted_in)

    def _change_listed(self, change: Callable[[tuple[FacetLine, ...], ValueFilter], ValueFilter]) -> None:
        """Change the ticks of the values listed; those of others stay."""
        column, lines = self.column, self.tree.lines
        self.wished.emit(
            lambda state: state.with_filter(change(lines, state.filter_on(column) or ValueFilter(column, ())))
        )

    def _clear(self) -> None:
        column = self.column
        self.wished.emit(lambda state: state.without_column(column))

    def _sort(self, descending: bool, add: bool = False) -> None:
        key = SortKey(self.column, descending)

        def change(state: ViewState) -> ViewState:
            before = tuple(each for each in state.sort if each.column != key.column) if add else ()
            return replace(state, sort=(*before, key))

        self.wished.emit(change)
        self.close()

    def _copy(self) -> None:
        self.copy_wished.emit(self.column)
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
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for made in buttons:
        row.addWidget(made)
    row.addStretch(1)
    return row
