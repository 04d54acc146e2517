"""Opens the menu of a column wherever it is asked for, and keeps it up to date with the view."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presentation.filter_models import ColumnMenu
from desktop_app.ui.filters.column_popup import ColumnPopup
from desktop_app.ui.loaded import LoadedView
from desktop_app.ui.theme.theme import Theme


class Asked(Protocol):
    """Who knows what a column can be filtered by."""

    def ask_menu(self, column: str, sought: str, done: Callable[[ColumnMenu], None]) -> None:
        """Find what a column can be filtered by, with the values that hold a text."""


class ColumnFilters(QObject):
    """One menu for the headings of the records, the lists on the left and the chips."""

    wished = Signal(object)  # Change

    def __init__(self, theme: Theme, asked: Asked, loaded: LoadedView) -> None:
        super().__init__(loaded)
        self._asked = asked
        loaded.menu_wished.connect(self.open)
        self.popup = ColumnPopup(theme, loaded)
        self.popup.wished.connect(self.wished)
        self.popup.sought.connect(self._ask)

    def open(self, column: str, corner: QPoint, opened_by: QWidget) -> None:
        """Open the menu of a column below a point of the screen."""
        self._asked.ask_menu(column, "", partial(self.popup.open_at, corner=corner, opened_by=opened_by))

    def refresh(self) -> None:
        """Bring an open menu up to date with the newest wishes."""
        if self.popup.column:
            self.popup.ask()

    def _ask(self, column: str, sought: str) -> None:
        self._asked.ask_menu(column, sought, self._show)

    def _show(self, menu: ColumnMenu) -> None:
        if menu.column == self.popup.column:
            self.popup.show_menu(menu)
