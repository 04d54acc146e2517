"""The bar at the top: what is open and how it was read, what is counted, undo and redo, add and export."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.presentation.models import View
from desktop_app.ui.actions import Actions, tip_of
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.icons import IconButton
from desktop_app.ui.widgets.segmented import SegmentedControl

UNITS = ((Unit.NOTIFICATIONS.value, "Notifications"), (Unit.CHILDREN.value, "Children"))
BASES = ((DateBasis.NOTIFIED.value, "Notified"), (DateBasis.INCIDENT.value, "Of incident"))
PERIODS = (
    (PeriodKind.CALENDAR_YEAR, "Calendar year"),
    (PeriodKind.FINANCIAL_YEAR, "Year to 31 March"),
    (PeriodKind.HALF_YEAR, "Half-year"),
    (PeriodKind.QUARTER, "Quarter"),
    (PeriodKind.MONTH, "Month"),
)
CANNOT = "The open file cannot tell this"


class TopBar(QFrame):
    """Shows the choices of the view; what is chosen is sent on as the state that is wished for."""

    wished = Signal(object)  # Change
    account_clicked = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self._title = label("", "title")
        self.account = button("", "account", self.account_clicked.emit, "See how each row was read")
        self.unit = SegmentedControl(theme, "Count", UNITS)
        self.unit.chosen.connect(lambda key: self._wish(unit=Unit(key)))
        self.basis = SegmentedControl(theme, "By date", BASES)
        self.basis.chosen.connect(lambda key: self._wish(date_basis=DateBasis(key)))
        self.period = QComboBox()
        self.period.setAccessibleName("Period")
        self.period.activated.connect(lambda _at: self._wish(period=PeriodKind(self.period.currentData())))
        self.undo = _icon_button(theme, "undo", actions["undo"])
        self.redo = _icon_button(theme, "redo", actions["redo"])
        self.add = button("Add file...", "", actions["add"].trigger, tip_of("add"))
        self.export = button("Export...", "primary", actions["export"].trigger, tip_of("export"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self.account, 0, Qt.AlignmentFlag.AlignLeft)
        self._controls = self._lay_out_controls()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 6, 16, 6)
        self._row.setSpacing(8)
        self._row.addLayout(words)
        self._row.addStretch(1)
        self._row.addWidget(self._controls)

    def show_view(self, view: View) -> None:
        """Show the file and the choices of a view."""
        choices = view.choices
        self._title.setText(view.file_title)
        self.account.setText(f"{view.account} · how it was read")
        self.unit.set_current(choices.unit.value)
        self.unit.set_possible([unit.value for unit in choices.units_possible], CANNOT)
        self.basis.set_current(choices.date_basis.value)
        self.basis.set_possible([basis.value for basis in choices.bases_possible], CANNOT)
        self.period.clear()
        for kind, words in PERIODS:
            if kind in choices.periods_possible or kind is choices.period:
                self.period.addItem(words, kind.value)
        self.period.setCurrentIndex(self.period.findData(choices.period.value))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _lay_out_controls(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, control in (("Count", self.unit), ("By date", self.basis), ("Period", self.period)):
            row.addWidget(label(words, "small"))
            row.addWidget(control)
            row.addSpacing(8)
        for made in (self.undo, self.redo):
            row.addWidget(made)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(self.export)
        return holder

    def _fold(self) -> None:
        """Put the controls under the file's name where both do not fit on one line."""
        margins = self._row.contentsMargins()
        words = max(self._title.sizeHint().width(), self.account.sizeHint().width())
        needed = words + 24 + self._controls.sizeHint().width() + margins.left() + margins.right()
        folded = needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _wish(self, **changes: object) -> None:
        def change(state: ViewState) -> ViewState:
            return replace(state, **changes)  # type: ignore[arg-type]  # the names are fields

        self.wished.emit(change)


def _icon_button(theme: Theme, icon: str, action: QAction) -> IconButton:
    made = IconButton(theme, icon, action.text())
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.set_name(f"{action.text().replace('&', '')} ({action.shortcut().toString()})")

    action.changed.connect(follow)
    follow()
    return made
