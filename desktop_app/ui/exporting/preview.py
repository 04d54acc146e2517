"""Shows what an export will hold: its sheets, what is hidden and why, and what to beware of."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Look
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.reports.preview import Preview
from desktop_app.ui.charts.picture import image_of
from desktop_app.ui.parts import empty, label
from desktop_app.ui.tables.table_block import TableBlock

WAITING = "Working out what will be written..."
ROWS_IN_SIGHT = 8
PICTURE_WIDTH, PICTURE_HEIGHT = 560, 360

Lines = list[tuple[str, str]]  # a text and its role


class ExportPreview(QScrollArea):
    """A column of words and a table; it waits, shows a preview, or says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName("Preview")
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self.words: tuple[str, ...] = ()
        self.hidden: TableBlock | None = None
        self.picture: QLabel | None = None
        self.look = Look()  # of the picture that is wished for
        self._plot: Plot | None = None
        self.setWidget(inner)

    def wait(self) -> None:
        """Say that the preview is being made."""
        self._plot = None
        self._fill([(WAITING, "muted")])

    def show_preview(self, preview: Preview | UserError) -> None:
        """Show a preview, or the trouble that stands against the export."""
        if isinstance(preview, UserError):
            self._plot = None
            self._fill(
                [("This cannot be exported", "heading"), (preview.title, "strong"), (preview.hint, "")]
            )
            return
        lines = [("What will be written", "heading")]
        lines += [(f"{name}: {what}", "") for name, what in preview.sheets]
        self._plot = preview.plot
        if preview.loss:
            lines += [("What will be hidden", "heading"), (preview.loss, "")]
        below = [("Be careful", "heading"), *((text, "") for text in preview.cautions)]
        self._fill(lines, preview.hidden, below if preview.cautions else [])

    def _fill(self, lines: Lines, table: Table | None = None, below: Lines | None = None) -> None:
        empty(self._column)
        self.hidden = self.picture = None
        self.words = tuple(text for text, _ in (*lines, *(below or ())))
        for text, role in lines:
            self._column.addWidget(label(text, role, wrap=True))
        if table is not None:
            self.hidden = TableBlock(table.title, titled=False, sentences=True)
            self._column.addWidget(self.hidden)
            self.hidden.show_table(table)
            self.hidden.fit_height(ROWS_IN_SIGHT)
        if self._plot is not None:
            self.picture = self._pictured(self._plot)
            self._column.addWidget(self.picture)
        for text, role in below or ():
            self._column.addWidget(label(text, role, wrap=True))
        self._column.addStretch(1)

    def _pictured(self, plot: Plot) -> QLabel:
        """Return a small picture of a chart, as it will be drawn."""
        made = QLabel()
        ratio = self.devicePixelRatioF()
        image = image_of(plot, replace(self.look, scale=2))
        image.setDevicePixelRatio(1.0)
        room = QSize(PICTURE_WIDTH, PICTURE_HEIGHT) * ratio
        shown = image.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        made.setPixmap(QPixmap.fromImage(shown))
        made.setAccessibleName(plot.alt_text)
        made.setContentsMargins(0, 8, 0, 8)
        return made
