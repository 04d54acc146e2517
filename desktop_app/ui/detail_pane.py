"""One record with all its fields in full, beside the table; it follows the row that the keyboard is at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.presentation.shown_records import RecordDetail
from desktop_app.ui.parts import button, empty, label

LEAST_WIDTH, FIRST_WIDTH = 240, 360
BLANK = "blank"


class DetailPane(QFrame):
    """Shows a record; Escape or its button closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName("The record in full")
        self._shown: RecordDetail | None = None
        self._title = label("", "heading", wrap=True)
        self.close_button = button("Close", "link", self.closed.emit, "Close the record (Escape)")
        inner = QWidget()
        self._fields = QVBoxLayout(inner)
        self._fields.setContentsMargins(12, 0, 12, 12)
        self._fields.setSpacing(2)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        self.area.setAccessibleName("Fields of the record")
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.area, 1)

    @property
    def shown(self) -> RecordDetail | None:
        """Return the record that is shown."""
        return self._shown

    def show_record(self, detail: RecordDetail) -> None:
        """Show a record from its top."""
        if detail == self._shown:
            return
        self._shown = detail
        self._title.setText(detail.title)
        empty(self._fields)
        for field in detail.fields:
            self._put(field.title, field.text, field.meaning)
        if detail.others_title:
            self._fields.addSpacing(8)
            self._fields.addWidget(label(detail.others_title, "heading", wrap=True))
            for other in detail.others:
                self._fields.addWidget(_selectable(other))
        self._fields.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _put(self, title: str, text: str, meaning: str) -> None:
        self._fields.addWidget(label(title, "small", wrap=True))
        self._fields.addWidget(_selectable(text) if text else label(BLANK, "muted"))
        if meaning:
            self._fields.addWidget(label(meaning, "small", wrap=True))
        self._fields.addSpacing(6)


def _selectable(text: str) -> QWidget:
    made = label(text, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
