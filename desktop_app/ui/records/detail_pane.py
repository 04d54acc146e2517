"""One record with all its fields in full, beside the table; it follows the row that the keyboard is at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.presentation.tables.shown_records import DetailField, RecordDetail
from desktop_app.ui.parts import button, label

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
        self._lines: list[_FieldLines] = []
        self._others_title, self._others = label("", "heading", wrap=True), label("", wrap=True)
        self._others.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fields.addWidget(self._others_title)
        self._fields.addWidget(self._others)
        self._fields.addStretch(1)
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
        for at, field in enumerate(detail.fields):
            self._line(at).show_field(field)
        for line in self._lines[len(detail.fields) :]:
            line.hide()
        self._others_title.setText(detail.others_title)
        self._others_title.setVisible(bool(detail.others_title))
        self._others.setText("\n\n".join(detail.others))
        self._others.setVisible(bool(detail.others))
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _line(self, at: int) -> "_FieldLines":
        """Return the place of a field: places are kept from record to record, for making them takes long."""
        while len(self._lines) <= at:
            self._fields.insertWidget(len(self._lines), made := _FieldLines())
            self._lines.append(made)
        return self._lines[at]


class _FieldLines(QWidget):
    """One field: its title, its text in full, and what shorthand in it means."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = label("", "small", wrap=True), label("", wrap=True)
        self._meaning = label("", "small", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        for part in (self._title, self._text, self._meaning):
            column.addWidget(part)

    def show_field(self, field: DetailField) -> None:
        """Show a field; a blank one says so."""
        self._title.setText(field.title)
        self._text.setText(field.text or BLANK)
        self._text.setEnabled(bool(field.text))
        self._meaning.setText(field.meaning)
        self._meaning.setVisible(bool(field.meaning))
        self.show()
