"""Asks for how many children a rate is, and whose number of children it is taken from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.units import RATES
from desktop_app.presentation.models import RateChoices
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.segmented import SegmentedControl

TABLES = "Tables of population (*.csv *.xlsx *.xlsm *.xls *.ods *.tsv);;All files (*)"
WANTED = (
    "A file of your own needs one row for each area and year: the area by its name or ONS code, the year, and"
    " the children aged 0 to 17. ONS's mid-year estimates are understood as they are published. It holds for"
    " the files that are open and is named wherever a rate is shown."
)
_WIDTH = 560  # pixels


class RatesDialog(QDialog):
    """Shows what rates are of; the choice of another population closes it, for the window then tells."""

    per_chosen = Signal(int)
    file_wished = Signal()
    bundled_wished = Signal()

    def __init__(self, choices: RateChoices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.per = SegmentedControl(
            theme, "Children that a rate is for", [(str(each), f"per {each:,}") for each in RATES]
        )
        self.per.set_current(str(choices.per))
        self.per.chosen.connect(lambda key: self.per_chosen.emit(int(key)))
        self.source = label(choices.population, wrap=True)
        self.own = button("File of your own...", "", self._ask, "Take the number of children from a file")
        self.bundled = button("Bundled table", "", self._take_bundled, "Go back to the bundled estimates")
        self.bundled.setEnabled(choices.own)
        ways = QHBoxLayout()
        for way in (self.own, self.bundled):
            ways.addWidget(way)
        ways.addStretch(1)
        done = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        done.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(label("Rates are given", "heading"))
        column.addWidget(self.per)
        column.addSpacing(8)
        column.addWidget(label("Children aged 0 to 17", "heading"))
        column.addWidget(self.source)
        column.addLayout(ways)
        column.addWidget(label(WANTED, "small", wrap=True))
        column.addStretch(1)
        column.addWidget(done)

    def _ask(self) -> None:
        self.accept()
        self.file_wished.emit()

    def _take_bundled(self) -> None:
        self.accept()
        self.bundled_wished.emit()
