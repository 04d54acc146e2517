"""A sheet as it stands, with Excel's letters and row numbers; headings, data and rows left out are marked."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from desktop_app.domain.how_read import RowMark
from desktop_app.presentation.reading.how_read import SheetGrid
from desktop_app.ui.tables.column_widths import MARGIN
from desktop_app.ui.tables.grid_model import GridModel, Index
from desktop_app.ui.tables.grid_view import GridView
from desktop_app.ui.theme.fonts import font
from desktop_app.ui.theme.theme import Theme

Role = Qt.ItemDataRole
WIDEST = 220  # pixels; titles above a table reach over its first columns


class _SheetModel(GridModel):
    """Draws each row as what it was taken for: the words in the first column say the same."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        grid = self.grid
        if not isinstance(grid, SheetGrid) or not self.hasIndex(index.row(), index.column()):
            return None
        mark, tokens = grid.mark(index.row()), self._theme.tokens
        match role:
            case Role.FontRole:
                return _font(mark, struck=index.column() > 0)
            case Role.ForegroundRole if mark in (RowMark.OUTSIDE, RowMark.LEFT_OUT):
                return QBrush(QColor(tokens.muted))
            case Role.ForegroundRole if mark is RowMark.HEADING:
                return QBrush(QColor(tokens.accent))
            case Role.BackgroundRole if mark is RowMark.HEADING:
                return QBrush(QColor(tokens.soft))
            case Role.BackgroundRole if mark is RowMark.OUTSIDE:
                return QBrush(QColor(tokens.background))
            case _:
                return super().data(index, role)


class SheetView(GridView):
    """Shows a sheet's grid; the place that is looked at stays while the same sheet is read otherwise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("The sheet as it stands", model=_SheetModel(theme))
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.verticalHeader().show()
        self.horizontalHeader().setMaximumSectionSize(WIDEST)
        theme.changed.connect(self.viewport().update)

    def show_sheet(self, grid: SheetGrid, same: bool) -> None:
        """Show a sheet; `same` says that it is the one that was shown."""
        at = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self.show_grid(grid)
        needed = self.fontMetrics().horizontalAdvance(grid.longest_mark) + MARGIN
        self.setColumnWidth(0, max(self.columnWidth(0), needed))
        if same:
            self.verticalScrollBar().setValue(at[0])
            self.horizontalScrollBar().setValue(at[1])
        else:
            self.scrollToTop()


def _font(mark: RowMark, struck: bool) -> QFont:
    made = QFont(font(tabular=True))
    made.setBold(mark is RowMark.HEADING)
    made.setStrikeOut(struck and mark is RowMark.LEFT_OUT)
    return made
