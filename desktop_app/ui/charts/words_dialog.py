"""Asks for a chart's title in the person's own words, and for notes at its periods."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.presentation.models import Plot
from desktop_app.ui.parts import button, label

MOST_LETTERS = 60  # of a note: it stands on one line above the chart


class WordsDialog(QDialog):
    """Tells the words once the person is done; a title left empty is the one made from the data."""

    written = Signal(object)  # OwnWords

    def __init__(self, plot: Plot, own: OwnWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Title and notes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._plot, self._own = plot, own
        self._message = plot.message or plot.title
        self.title = QLineEdit(own.title(self._message))
        self.title.setPlaceholderText(self._message)
        self.title.setAccessibleName("Title of the chart")
        self.rows: list[NoteRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.adding = button("Add a note", "", self.add_row, "Write a note at a period of the chart")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(label("Title", "heading"))
        column.addWidget(self.title)
        column.addWidget(
            label(
                "Leave it empty for the message made from the data. Yours is marked as written by hand.",
                "small",
            )
        )
        if plot.starts:
            column.addWidget(label("Notes", "heading"))
            column.addLayout(self._list)
            column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.adding.setParent(self)
            self.adding.hide()
        column.addStretch(1)
        column.addWidget(buttons)
        for note in own.notes:
            if self._place(note.day) is not None:
                self.add_row(note)

    def add_row(self, note: ChartNote | None = None) -> None:
        """Offer one more note, at first at the newest period."""
        made = NoteRow(
            self._plot, note, len(self._plot.starts) - 1 if note is None else self._place(note.day)
        )
        made.removed.connect(self._remove)
        self.rows.append(made)
        self._list.addWidget(made)
        made.text.setFocus()

    def accept(self) -> None:
        """Tell the words; notes at periods that the chart does not show stay as they are."""
        kept = tuple(note for note in self._own.notes if self._place(note.day) is None)
        own = self._own.titled(self._message, self.title.text())
        self.written.emit(own.noted((*kept, *(row.note for row in self.rows))))
        super().accept()

    def _remove(self, row: QWidget) -> None:
        self.rows = [kept for kept in self.rows if kept is not row]
        row.hide()
        row.deleteLater()
        self.adding.setFocus()

    def _place(self, day: date) -> int | None:
        """Return the position whose period holds a day; the newest holds every later one."""
        before = [at for at, start in enumerate(self._plot.starts) if start <= day]
        return before[-1] if before else None


class NoteRow(QWidget):
    """One note: its period, its words, and a way to take it out."""

    removed = Signal(QWidget)

    def __init__(self, plot: Plot, note: ChartNote | None, at: int | None) -> None:
        super().__init__()
        self._before, self._starts, self._at = note, plot.starts, at
        self.period = QComboBox()
        self.period.setAccessibleName("Period of the note")
        self.period.addItems(list(plot.positions))
        self.period.setCurrentIndex(-1 if at is None else at)
        self.text = QLineEdit(note.text if note else "")
        self.text.setMaxLength(MOST_LETTERS)
        self.text.setPlaceholderText("What happened, e.g. Covid-19 lockdown")
        self.text.setAccessibleName("Words of the note")
        self.removing = button("Remove", "link", self._remove, "Take this note out")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.period)
        row.addWidget(self.text, 1)
        row.addWidget(self.removing)

    @property
    def note(self) -> ChartNote:
        """Return the note as it stands; its day is kept unless another period was chosen."""
        at = self.period.currentIndex()
        moved = self._before is None or at != self._at
        return ChartNote(
            self._starts[at] if moved or self._before is None else self._before.day, self.text.text()
        )

    def _remove(self) -> None:
        self.removed.emit(self)
