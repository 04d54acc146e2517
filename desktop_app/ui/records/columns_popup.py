"""Every column of the file: find one by name, show or hide it, move it, go to it."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import ViewState
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.ui.parts import button, label

KEY = Qt.ItemDataRole.UserRole
SIZE = QSize(320, 440)
HINT = "Space shows or hides a column, Enter goes to it, Alt+Up and Alt+Down move it."


class ColumnList(QListWidget):
    """A list whose keys toggle, move and choose the line that the keyboard is at."""

    toggled = Signal()
    moved = Signal(int)
    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Space:
                self.toggled.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit()
            case _:
                super().keyPressEvent(event)


class ColumnsPopup(QFrame):
    """Shows the columns in the order shown, hidden ones last; every change is a wish at once."""

    wished = Signal(object)  # Change
    sought = Signal(str)  # column to go to
    fit_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName("Columns")
        self.resize(SIZE)
        self._records: ShownRecords | None = None
        self._state = ViewState()
        self._opened_by: QWidget | None = None
        self.finder = QLineEdit(placeholderText="Find a column")
        self.finder.setAccessibleName("Find a column")
        self.finder.textEdited.connect(lambda _text: self._fill())
        self.finder.returnPressed.connect(self._go)
        self.list = ColumnList()
        self.list.setAccessibleName("Columns")
        self.list.setWordWrap(True)  # a long heading takes further lines
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._toggle())
        self.list.toggled.connect(self._toggle)
        self.list.moved.connect(self._move)
        self.list.chosen.connect(self._go)
        self.fit = button("Fit widths", "quiet", self.fit_wished.emit, "As wide as the rows in sight need")
        self.reset = button("As in the file", "quiet", self._reset, "Show every column in the file's order")
        top, foot = QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.finder, 1)
        foot.setContentsMargins(12, 10, 12, 10)
        foot.setSpacing(8)
        foot.addLayout(top)
        foot.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fit)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        foot.addWidget(label(HINT, "small", wrap=True))

    def open_at(self, corner: QPoint, opened_by: QWidget) -> None:
        """Open with the right upper corner at a point of the screen; the focus returns to where it was."""
        self._opened_by = opened_by
        self.finder.clear()
        self._fill()
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.finder.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_records(self, records: ShownRecords, state: ViewState) -> None:
        """Take over the columns of a view."""
        self._records, self._state = records, state
        if self.isVisible():
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.finder.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._opened_by is not None:
            self._opened_by.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        if self._records is None:
            return
        kept, sought = self._current(), self.finder.text().strip().casefold()
        titles = {column.key: column.title for column in self._records.every_column}
        shown = [column.key for column in self._records.columns]
        self.list.clear()
        for key in [*shown, *(key for key in titles if key not in shown)]:
            if sought not in titles[key].casefold():
                continue
            pinned = ", pinned" if key in self._state.layout.pinned else ""
            item = QListWidgetItem(titles[key] + pinned)
            item.setData(KEY, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if key == kept or self.list.currentRow() < 0:
                self.list.setCurrentItem(item)

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(KEY)) if item else ""

    def _toggle(self) -> None:
        if self._current():
            self._wish_layout(self._state.layout.toggled_hidden(self._current()))

    def _move(self, by: int) -> None:
        if self._records is None:
            return
        shown = [column.key for column in self._records.columns]
        if self._current() in shown:
            place = max(0, min(len(shown) - 1, shown.index(self._current()) + by))
            every = [column.key for column in self._records.every_column]
            self._wish_layout(self._state.layout.moved(self._current(), place, every))

    def _reset(self) -> None:
        self._wish_layout(ColumnLayout())

    def _wish_layout(self, layout: ColumnLayout) -> None:
        self.wished.emit(lambda state: replace(state, layout=layout))

    def _go(self) -> None:
        key = self._current()
        self.close()
        if key:
            self.sought.emit(key)
