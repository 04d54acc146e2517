"""Choices side by side with how many each stands for; exactly one holds, and long rows wrap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.widgets.flow_layout import FlowLayout


class ChoiceChips(QWidget):
    """An exclusive choice among counted groups; the arrow keys move it."""

    chosen = Signal(str)  # the key of the choice a person made

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}

    @property
    def current(self) -> str:
        """Return the key of the choice that holds, or "" before there is one."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def show_choices(self, choices: Sequence[tuple[str, str, int]]) -> None:
        """Offer these (key, words, count) in place of what was offered; the first holds."""
        self._flow.clear()
        for made in self._group.buttons():
            self._group.removeButton(made)
        self.buttons = {}
        for key, words, count in choices:
            made = QPushButton(f"{words.replace('&', '&&')}  {count:,}")
            made.setCheckable(True)
            made.setProperty("role", "choice")
            made.setAccessibleName(f"{words}, {count:,}")
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self._flow.addWidget(made)
            self.buttons[key] = made
        for made in list(self.buttons.values())[:1]:
            made.setChecked(True)
