"""The values of a column as ticked lines with their counts; a value may fold out into its parts."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop_app.presentation.filter_models import FacetLine
from desktop_app.ui.theme.fonts import font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip

VALUE = Qt.ItemDataRole.UserRole
LONG = 30  # characters; what is longer may be cut and is shown by pointing at it


class ValueTree(QTreeView):
    """Shows values; Space or a click ticks one, Enter asks for it alone."""

    ticked = Signal(str)
    only = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items = QStandardItemModel(0, 2, self)
        self._shown: tuple[FacetLine, ...] = ()
        self.setModel(self._items)
        self.setFont(font(tabular=True))  # the counts stand in a column
        self.setAccessibleName("Values")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        headings = self.header()
        headings.setStretchLastSection(False)
        headings.setMinimumSectionSize(16)
        headings.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        headings.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(lambda index: self.ticked.emit(self._value(index)))

    @property
    def lines(self) -> tuple[FacetLine, ...]:
        """Return what is shown."""
        return self._shown

    @property
    def current(self) -> str:
        """Return the value that the keyboard is at; empty where it is at none."""
        return self._value(self.currentIndex()) if self.currentIndex().isValid() else ""

    def show_lines(self, lines: tuple[FacetLine, ...]) -> None:
        """Show these values; where they are the same as before, folding and place stay."""
        if _values(lines) != _values(self._shown):
            self._items.setRowCount(0)
            for line in lines:
                self._items.appendRow(self._row(line))
            if lines:
                self.setCurrentIndex(self._items.index(0, 0))
            self.setRootIsDecorated(any(line.parts for line in lines))
        self._shown = lines
        for at, line in enumerate(lines):
            self._dress(QModelIndex(), at, line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space:
                self.ticked.emit(self.current)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.only.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def _row(self, line: FacetLine) -> list[QStandardItem]:
        first, count = QStandardItem(line.value), QStandardItem()
        first.setData(line.value, VALUE)
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if len(line.value) > LONG:
            first.setToolTip(as_tooltip(line.value))
        for part in line.parts:
            first.appendRow(self._row(part))
        return [first, count]

    def _dress(self, parent: QModelIndex, at: int, line: FacetLine, within: bool = False) -> bool:
        """Show a value's tick and count; return whether anything of it is ticked."""
        place = self._items.index(at, 0, parent)
        chosen = within or line.chosen
        parts = [self._dress(place, part, below, chosen) for part, below in enumerate(line.parts)]
        state = Qt.CheckState.PartiallyChecked if any(parts) else Qt.CheckState.Unchecked
        state = Qt.CheckState.Checked if chosen else state
        words = {Qt.CheckState.Checked: "ticked", Qt.CheckState.PartiallyChecked: "partly ticked"}
        first, count = self._items.itemFromIndex(place), self._items.itemFromIndex(place.siblingAtColumn(1))
        first.setCheckState(state)
        first.setAccessibleText(f"{line.value}, {line.text}, {words.get(state, 'not ticked')}")
        first.setForeground(QColor(self._theme.tokens.text if line.share else self._theme.tokens.muted))
        count.setText(line.text)
        count.setForeground(QColor(self._theme.tokens.muted))
        return chosen or any(parts)

    def _value(self, index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(VALUE))


def _values(lines: tuple[FacetLine, ...]) -> list[str]:
    return list(_each(lines))


def _each(lines: tuple[FacetLine, ...]) -> Iterator[str]:
    for line in lines:
        yield line.value
        yield from _each(line.parts)
