"""The named filters: save those of the view, apply, rename, delete, and exchange them in a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserError
from desktop_app.domain.named import NamedFilters
from desktop_app.domain.state import ViewState
from desktop_app.services.named_filters import NamedFiltersStore
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.parts import button, label

FILES = "Named filters (*.json)"
SIZE = (440, 460)
NAME = Qt.ItemDataRole.UserRole


class NamedFiltersDialog(QDialog):
    """Shows the names. Enter applies, F2 renames, Delete deletes."""

    wished = Signal(object)  # Change

    def __init__(self, store: NamedFiltersStore, state: ViewState, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._state, self._dialogs = store, state, dialogs
        self.setWindowTitle("Named filters")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.name = QLineEdit(placeholderText="Name for the filters of this view")
        self.name.setAccessibleName("Name for the filters of this view")
        self.name.returnPressed.connect(self._save)
        self.saving = button("Save", "primary", self._save, "Keep the filters of this view under this name")
        self.saving.setDefault(False)
        self.saving.setAutoDefault(False)
        self.names = QListWidget()
        self.names.setAccessibleName("Named filters")
        self.names.itemChanged.connect(self._rename)
        self.names.itemActivated.connect(lambda _item: self._apply())
        self.names.currentItemChanged.connect(lambda _now, _before: self._show_words())
        self.holds = label("", "small", wrap=True)
        self.applying = button("Apply", "", self._apply, "Filter by these in place of the present filters")
        self.renaming = button("Rename", "", self._write_over, "Give these filters another name (F2)")
        self.deleting = button("Delete", "", self._delete, "Forget these filters")
        self.writing = button("Save to file...", "", self._write, "Save all named filters for others")
        self.reading = button("Add from file...", "", self._read, "Add the named filters of a file")
        self.said = label("", "small", wrap=True)
        self._lay_out()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.names.hasFocus():
            self._delete()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for made in (self.applying, self.renaming, self.deleting, self.writing, self.reading):
            made.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(_row(self.name, self.saving))
        column.addWidget(self.names, 1)
        column.addWidget(self.holds)
        column.addLayout(_row(self.applying, self.renaming, self.deleting))
        column.addLayout(_row(self.writing, self.reading))
        column.addWidget(self.said)

    def _fill(self, chosen: str = "") -> None:
        self.names.blockSignals(True)
        self.names.clear()
        for one in self._store.every:
            item = QListWidgetItem(one.name)
            item.setData(NAME, one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.names.addItem(item)
            if one.name == chosen or self.names.currentRow() < 0:
                self.names.setCurrentItem(item)
        self.names.blockSignals(False)
        self._show_words()
        some = bool(self._store.every)
        for made in (self.applying, self.renaming, self.deleting, self.writing):
            made.setEnabled(some)
        able = bool(self._state.filters or self._state.search)
        self.name.setEnabled(able)
        self.saving.setEnabled(able)
        self.said.setText("" if able else "The view has no filters to save.")

    def _show_words(self) -> None:
        self.holds.setText(self._store.words(self._current()))

    def _current(self) -> str:
        item = self.names.currentItem()
        return str(item.data(NAME)) if item else ""

    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.said.setText("Write a name first.")
            return
        replaced = self._store.save(NamedFilters(name, self._state.filters, self._state.search))
        self.name.clear()
        self._fill(name)
        before = " The filters of that name before are replaced." if replaced else ""
        self.said.setText(f"Saved as “{name}”.{before}")

    def _apply(self) -> None:
        chosen = next((one for one in self._store.every if one.name == self._current()), None)
        if chosen is not None:
            self.wished.emit(chosen.applied)
            self.close()

    def _write_over(self) -> None:
        self.names.setFocus()
        self.names.editItem(self.names.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        try:
            self._store.rename(str(item.data(NAME)), item.text())
        except UserError as error:
            self._fill(self._current())
            self.said.setText(f"{error.title} {error.hint}")
        else:
            self._fill(item.text().strip())

    def _delete(self) -> None:
        name = self._current()
        self._store.delete(name)
        self._fill()
        self.said.setText(f"Deleted “{name}”." if name else "")

    def _write(self) -> None:
        path = self._dialogs.save_file(Path("named filters.json"), FILES)
        if path is not None:
            self._told(lambda: self._store.write(path), f"Saved as {path.name}.")

    def _read(self) -> None:
        path = self._dialogs.open_file(FILES)
        if path is not None:
            self._told(lambda: self._store.read(path), f"Added from {path.name}.")

    def _told(self, does: Callable[[], object], words: str) -> None:
        try:
            does()
        except UserError as error:
            words = f"{error.title} {error.hint}"
        self._fill(self._current())
        self.said.setText(words)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
