"""Asks, twice, for the password of a workbook; it is handed on once and kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.parts import label

DIFFER = "The two passwords differ."
LOST = "Without the password nobody can open the workbook again, not even this program."


class PasswordBox(QWidget):
    """A box to tick, and two fields below it while it is ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox("Protect with a password")
        self.fields = tuple(
            QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText=words)
            for words in ("Password", "Password once more")
        )
        self.told = label(LOST, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.wanted)
        for field in self.fields:
            field.setAccessibleName(field.placeholderText())
            field.textChanged.connect(self._changed)
            column.addWidget(field)
        column.addWidget(self.told)
        self.wanted.toggled.connect(self._changed)
        self._changed()

    @property
    def password(self) -> str | None:
        """Return the password, or None where there is to be none."""
        return self.fields[0].text() if self.wanted.isChecked() else None

    @property
    def ready(self) -> bool:
        """Return whether there is to be no password, or the same one stands in both fields."""
        first, second = (field.text() for field in self.fields)
        return not self.wanted.isChecked() or bool(first and first == second)

    def _changed(self) -> None:
        wanted = self.wanted.isChecked()
        first, second = (field.text() for field in self.fields)
        for part in (*self.fields, self.told):
            part.setVisible(wanted)
        self.told.setText(DIFFER if second and first != second else LOST)
        self.changed.emit()
