"""The list of keyboard shortcuts, made from the actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.actions import ACTIONS, Menu, shown_shortcut

# What the parts of the window understand by themselves, besides the actions.
IN_PLACE = (
    ("Space", "Choose the value, tab or button that has the focus"),
    ("Enter", "Filter by this value alone, the marks chosen or the values found; show a record"),
    ("Alt+Down", "Open the filters of the column, in the records; sort by it, in a breakdown"),
    ("Ctrl+Space, Shift+Space", "Select the whole column or row, in the records"),
    ("Ctrl+arrow", "Go to the end of a block of cells; with Shift select on the way"),
    ("Alt+Left, Alt+Right", "Move the column to the left or right, in the records"),
    ("Delete", "Take out the filter whose chip has the focus"),
    ("Arrow keys", "Go from mark to mark in a chart, with Shift to choose several"),
    ("+, -, 0", "In a long chart: look closer, less close, at all of it"),
    ("Shift + arrow key", "In a long chart: earlier or later periods"),
    ("Escape", "Empty the search box, close a menu or the record shown in full"),
    ("Ctrl + click", "Add to the filter instead of replacing it"),
    ("Tab, Shift+Tab", "Go to the next or the previous part of the window"),
)


class ShortcutsDialog(QDialog):
    """Lists every shortcut, menu by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = QGridLayout()
        columns.setHorizontalSpacing(24)
        columns.setVerticalSpacing(6)
        half = (Menu.FILE, Menu.EDIT), (Menu.VIEW, Menu.HELP)
        for at, menus in enumerate(half):
            listing = QGridLayout()
            listing.setHorizontalSpacing(16)
            listing.setVerticalSpacing(6)
            for menu in menus:
                lines = tuple(
                    (shown_shortcut(spec), spec.tip)
                    for spec in ACTIONS
                    if spec.menu is menu and spec.shortcut
                )
                _list(listing, menu.value.replace("&", ""), lines)
            if at == 1:
                _list(listing, "In place", IN_PLACE)
            listing.setRowStretch(listing.rowCount(), 1)
            columns.addLayout(listing, 0, at)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def _list(grid: QGridLayout, title: str, lines: tuple[tuple[str, str], ...]) -> None:
    row = grid.rowCount()
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(0, 8, 0, 0)
    grid.addWidget(heading, row, 0, 1, 2)
    for at, (keys, words) in enumerate(lines, start=row + 1):
        label = QLabel(keys)
        label.setProperty("role", "strong")
        grid.addWidget(label, at, 0)
        grid.addWidget(QLabel(words), at, 1)
