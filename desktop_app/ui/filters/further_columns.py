"""The columns without a value list in the filter panel: each opens every way to filter it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.presentation.filter_models import FurtherColumn
from desktop_app.ui.filters.fold_button import FoldButton, TitleButton
from desktop_app.ui.parts import label
from desktop_app.ui.theme.fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip

MOST = 100  # lines; a table of more columns is better looked through in the list of columns
TITLE, FILTERED = "Dates, numbers and texts", " (filtered)"


class ColumnLine(TitleButton):
    """Draws the title of a column, in full, and whether it is filtered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.column = ""

    def show_column(self, shown: FurtherColumn) -> None:
        """Show a column."""
        self.column = shown.column
        with self._heights.changing():
            self.setFont(font(BODY, SEMIBOLD if shown.words else REGULAR))
            self.setText(shown.title + (FILTERED if shown.words else ""))
        self.setAccessibleName(f"Filter {shown.title}")
        self.setAccessibleDescription(shown.words)
        self.setToolTip(as_tooltip(shown.words or f"Every way to filter {shown.title}"))

    def draw(self, painter: QPainter) -> None:
        self.draw_title(painter, self._theme.tokens.accent)


class FurtherColumns(QWidget):
    """A folded list; a click or Space on a column asks for its menu."""

    menu_wished = Signal(str, QWidget)  # column, the line that was pressed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[FurtherColumn, ...] = ()
        self.heading = FoldButton(theme, unfolded=False)
        self.heading.toggled.connect(self._fill)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.lines: list[ColumnLine] = []
        self._more = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addLayout(self._lines)
        column.addWidget(self._more)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus here, from the top, in sight or not."""
        return self.heading, *self.lines

    def show_columns(self, columns: tuple[FurtherColumn, ...]) -> None:
        """Show these columns, folded as they were."""
        if columns != self._shown:
            self._shown = columns
            self._fill()
            self.setVisible(bool(columns))

    def _fill(self) -> None:
        filtered, unfolded = sum(bool(each.words) for each in self._shown), self.heading.isChecked()
        told = f" ({filtered} filtered)" if filtered and not unfolded else ""
        self.heading.set_title(f"{TITLE}{told}")
        shown = self._shown[:MOST] if unfolded else ()
        while len(self.lines) < len(shown):
            self._add_line()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_column(shown[at])
        self._more.setText(f"{len(self._shown) - MOST} more: filter them from their headings in the records.")
        self._more.setVisible(unfolded and len(self._shown) > MOST)

    def _add_line(self) -> None:
        line = ColumnLine(self._theme, self)
        line.clicked.connect(lambda: self.menu_wished.emit(line.column, line))
        self._lines.addWidget(line)
        self.setTabOrder(self.lines[-1] if self.lines else self.heading, line)
        self.lines.append(line)
