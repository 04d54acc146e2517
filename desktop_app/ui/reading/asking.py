"""Asks the person across the window without standing in the way: a question with answers, a password."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import PasswordNeeded
from desktop_app.presentation.reading.questions import Question
from desktop_app.ui.parts import button, empty, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.icons import IconButton


class QuestionStrip(QFrame):
    """One question with a button for each answer; the cross puts it away until other files are read."""

    answered = Signal(object)  # ReadingChange

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asking")
        self._question: Question | None = None
        self._words = label("", wrap=True)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        self.buttons: list[QPushButton] = []
        cross = IconButton(theme, "close", "Put this question away")
        cross.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addLayout(self._answers)
        row.addWidget(cross)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is asked."""
        return self._words.text()

    def ask(self, question: Question | None) -> None:
        """Ask a question, or none; one that was put away is not asked again."""
        before = self._question.text if self._question else ""
        self._question = question
        if question is None:
            self.hide()
            return
        self._words.setText(question.text)
        empty(self._answers)
        self.buttons = [
            button(words, "", partial(self.answered.emit, change), "Read the file again in this way")
            for words, change in question.answers
        ]
        for made in self.buttons:
            self._answers.addWidget(made)
        if question.text != before:
            self.show()
            announce(self, question.text)


class PasswordStrip(QFrame):
    """Asks for the password of one file; what is typed is passed on and forgotten."""

    given = Signal(object, str)  # Path, password
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asking")
        self._error: PasswordNeeded | None = None
        self._title = label("", "strong", wrap=True)
        self._hint = label("", wrap=True)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText="Password")
        self.field.setFixedWidth(240)
        self.field.returnPressed.connect(self._give)
        self.opening = button("Open", "primary", self._give, "Open the file with this password")
        self.leaving = button("Cancel", "", self._give_up, "Leave the file closed")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for part in (self.field, self.opening, self.leaving):
            row.addWidget(part)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is asked."""
        return self._title.text()

    def ask(self, error: PasswordNeeded) -> None:
        """Ask for the password of the file that the error names."""
        self._error = error
        self._title.setText(error.title)
        self._hint.setText(error.hint)
        self.field.clear()
        self.field.setAccessibleName(f"Password for {error.path.name}")
        self.show()
        self.field.setFocus()
        announce(self, f"{error.title} {error.hint}", at_once=error.wrong)

    def _give(self) -> None:
        error, password = self._error, self.field.text()
        if error is not None and password:
            self._put_away()
            self.given.emit(error.path, password)

    def _give_up(self) -> None:
        self._put_away()
        self.given_up.emit()

    def _put_away(self) -> None:
        self.field.clear()
        self.hide()
