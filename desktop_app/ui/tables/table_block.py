"""A display table with its title, notes and source, as the pages show it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from desktop_app.domain.state import SortKey
from desktop_app.presentation.models import Table
from desktop_app.presentation.tables.clip import table_clip
from desktop_app.ui.parts import button
from desktop_app.ui.tables.copying import copy_clip
from desktop_app.ui.tables.grid_model import TableGrid
from desktop_app.ui.tables.grid_view import GridView
from desktop_app.ui.widgets.steady_text import SteadyText


class TableBlock(QWidget):
    """Shows a table that can be copied; a cell that picks something is passed on."""

    picked = Signal(tuple, bool)

    def __init__(
        self,
        name: str,
        *,
        titled: bool = True,
        sentences: bool = False,
        sortable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._title, self._subtitle = SteadyText("heading"), SteadyText("small")
        self._notes = SteadyText("small")
        header = QHeaderView(Qt.Orientation.Horizontal) if sortable else None
        self.grid = GridView(name, sentences=sentences, header=header)
        self.grid.picked.connect(self.picked)
        self.copying = button("Copy table", "link", self._copy, "Copy the whole table with its headings")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.copying, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if titled:
            column.addLayout(top)
        else:
            for part in (self._title, self._subtitle, self.copying):
                part.setParent(self)
                part.hide()
        column.addWidget(self.grid, 1)
        column.addWidget(self._notes)

    @property
    def table(self) -> Table | None:
        """Return the table that is shown."""
        return self._table

    def add_line(self, widget: QWidget) -> None:
        """Put what changes the table between its title and its headings."""
        self._column.insertWidget(self._column.indexOf(self.grid), widget)

    def show_table(self, table: Table, order: tuple[SortKey, ...] = ()) -> None:
        """Show a table, and by which of its columns it is sorted."""
        self._table = table
        self._title.setText(table.title)
        self._subtitle.setText(table.subtitle)
        self.grid.show_grid(TableGrid(table), order)
        self.grid.setAccessibleDescription(f"{table.title}. {table.subtitle}")
        notes = " ".join((*table.notes, table.source))
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))

    def fit_height(self, most_rows: int) -> None:
        """Make the table as high as its rows, up to a number of them; then it scrolls."""
        self.grid.fit_height(most_rows)

    def _copy(self) -> None:
        if self._table is not None:
            copy_clip(table_clip(self._table))
