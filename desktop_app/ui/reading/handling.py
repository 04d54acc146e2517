"""What is to be done with hidden rows and columns and with references that stand in several rows."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.reading_choices import ReadingChoices, Repeated
from desktop_app.presentation.reading.quality import Findings
from desktop_app.ui.parts import button, label

REPEATED = (
    (Repeated.ALL, "Keep all rows"),
    (Repeated.FIRST, "Keep the first row"),
    (Repeated.LAST, "Keep the last row"),
)


class Handling(QWidget):
    """Two lines, each shown only where the files give cause for it."""

    read_wished = Signal(object)  # ReadingChange

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_hidden = True
        self._hidden = label("", wrap=True)
        self.switch = button("", "link", self._wish_hidden, "Read the files again without or with them")
        self._repeats = label("", wrap=True)
        self.repeated = QComboBox()
        self.repeated.setAccessibleName("The same reference in several rows")
        for kept, words in REPEATED:
            self.repeated.addItem(words, kept)
        self.repeated.activated.connect(lambda _at: self._wish_repeated())
        self._lines = _line(self._hidden, self.switch), _line(self._repeats, self.repeated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in self._lines:
            column.addWidget(line)

    def show_findings(self, findings: Findings, choices: ReadingChoices) -> None:
        """Show what was done, and what can be done otherwise."""
        hidden, repeats = findings.hidden, findings.repeats
        self._with_hidden = choices.with_hidden
        self._hidden.setText(hidden or "What is hidden is left out.")
        self.switch.setText("Leave them out" if choices.with_hidden else "Include them")
        self._repeats.setText(
            f"{repeats:,} {'row has' if repeats == 1 else 'rows have'} a reference that an earlier row has."
            if repeats
            else "Rows with a reference that another row has are left out."
        )
        self.repeated.setCurrentIndex([kept for kept, _ in REPEATED].index(choices.repeated))
        shown = bool(hidden) or not choices.with_hidden, bool(repeats) or choices.repeated is not Repeated.ALL
        for line, wanted in zip(self._lines, shown, strict=True):
            line.setVisible(wanted)
        self.setVisible(any(shown))

    def _wish_hidden(self) -> None:
        wished = not self._with_hidden
        self.read_wished.emit(lambda choices: replace(choices, with_hidden=wished))

    def _wish_repeated(self) -> None:
        wished = Repeated(self.repeated.currentData())
        self.read_wished.emit(lambda choices: replace(choices, repeated=wished))


def _line(words: QLabel, control: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(words, 1)
    row.addWidget(control)
    return made
