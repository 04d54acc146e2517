"""One record with all its fields in full, beside the table; it follows the row that the keyboard is at."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from desktop_app.presentation.tables.shown_records import RecordDetail
from desktop_app.ui.parts import button, label
from desktop_app.ui.records.hits import hits
from desktop_app.ui.theme.fonts import SEMIBOLD, font
from desktop_app.ui.theme.theme import Theme

LEAST_WIDTH, FIRST_WIDTH = 240, 360
BLANK = "blank"
_SMALL, _BETWEEN, _MARGIN = 12, 8, 9  # pixels


class DetailPane(QFrame):
    """Shows a record; Escape or its button closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName("The record in full")
        self._shown: RecordDetail | None = None
        self._sought = ""
        self._title = label("", "heading", wrap=True)
        self.close_button = button("Close", "link", self.closed.emit, "Close the record (Escape)")
        self.text = _RecordText(theme)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.text, 1)

    @property
    def shown(self) -> RecordDetail | None:
        """Return the record that is shown."""
        return self._shown

    def show_record(self, detail: RecordDetail, sought: str = "") -> None:
        """Show a record from its top, and mark in it what is searched for."""
        if (detail, sought) != (self._shown, self._sought):
            self._shown, self._sought = detail, sought
            self._title.setText(detail.title)
            self.text.show_record(detail, sought)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class _RecordText(QTextEdit):
    """The fields of a record one below the other, to be read and copied; a word too long for it is broken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(readOnly=True, undoRedoEnabled=False, tabChangesFocus=True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setAccessibleName("Fields of the record")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self._theme = theme
        self._record: RecordDetail | None = None
        self._sought = ""
        theme.changed.connect(self._write)

    def show_record(self, record: RecordDetail, sought: str) -> None:
        """Show a record from its top, and mark in it what is searched for."""
        self._record, self._sought = record, sought.strip().casefold()
        self._write()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()  # what is selected here is copied, and not the table
        return super().event(event)

    def _write(self) -> None:
        if self._record is None:
            return
        tokens = self._theme.tokens
        plain, faint = _look(font(), tokens.text), _look(font(), tokens.disabled)
        small, strong = _look(font(_SMALL), tokens.muted), _look(font(weight=SEMIBOLD), tokens.text)
        self.clear()
        pen = QTextCursor(self.document())
        for field in self._record.fields:
            _line(pen, field.title, small, above=_BETWEEN)
            _line(pen, field.text or BLANK, plain if field.text else faint)
            self._mark(pen, field.text)
            if field.meaning:
                _line(pen, field.meaning, small)
        if self._record.others_title:
            _line(pen, self._record.others_title, strong, above=2 * _BETWEEN)
        for other in self._record.others:
            _line(pen, other, plain, above=_BETWEEN)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _mark(self, pen: QTextCursor, text: str) -> None:
        """Mark the hits in the line just written."""
        marked = QTextCharFormat()
        marked.setBackground(QColor(self._theme.tokens.mark))
        start = pen.position() - _length(text)
        for first, last in hits(text, self._sought):
            place = QTextCursor(self.document())
            place.setPosition(start + _length(text[:first]))
            place.setPosition(start + _length(text[:last]), QTextCursor.MoveMode.KeepAnchor)
            place.mergeCharFormat(marked)


def _length(text: str) -> int:
    """Return how many places a text takes in a document, which counts in halves of UTF-32."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def _look(which: QFont, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(which)
    made.setForeground(QColor(colour))
    return made


def _line(pen: QTextCursor, text: str, look: QTextCharFormat, above: int = 0) -> None:
    """Write a text as a paragraph of its own; as plain text, whatever stands in it."""
    room = QTextBlockFormat()
    room.setTopMargin(above)
    if pen.atStart():
        pen.setBlockFormat(room)
    else:
        pen.insertBlock(room)
    pen.insertText(text, look)
