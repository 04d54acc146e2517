"""The columns without a value list in the filter panel: each opens every way to filter it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.presentation.filter_models import FurtherColumn
from desktop_app.ui.filters.fold_button import ARROW, PADDING, FoldButton
from desktop_app.ui.parts import label
from desktop_app.ui.theme.fonts import BODY, REGULAR, SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip, draw_box, draw_focus, painting

MOST = 100  # lines; a table of more columns is better looked through in the list of columns
TITLE, FILTERED = "Dates, numbers and texts", " (filtered)"
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class ColumnLine(QAbstractButton):
    """Draws the title of a column, in full, and whether it is filtered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_column(self, shown: FurtherColumn) -> None:
        """Show a column."""
        self.column = shown.column
        self.setFont(font(BODY, SEMIBOLD if shown.words else REGULAR))
        self.setText(shown.title + (FILTERED if shown.words else ""))
        self.setAccessibleName(f"Filter {shown.title}")
        self.setAccessibleDescription(shown.words)
        self.setToolTip(as_tooltip(shown.words or f"Every way to filter {shown.title}"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - ARROW - 2 * PADDING), 1000)
        return self.fontMetrics().boundingRect(room, int(_WRAP), self.text()).height() + 2 * PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the words may take more lines now

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, area, tokens.hover, None)
        if self.hasFocus():
            draw_focus(painter, area, tokens)
        painter.setPen(QColor(tokens.accent))
        painter.drawText(area.adjusted(ARROW + PADDING, 0, -PADDING, 0), int(_WRAP), self.text())


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
