"""The data-quality page: what became of every row, and each finding with its place in the file."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.presentation.models import View
from desktop_app.presentation.reading.quality import Findings, FindingsTable
from desktop_app.services.reader import Reading
from desktop_app.ui.parts import button, label
from desktop_app.ui.reading.handling import Handling
from desktop_app.ui.tables.grid_view import GridView
from desktop_app.ui.widgets.choice_chips import ChoiceChips
from desktop_app.ui.widgets.frames import CardFrame

NOTHING = "Nothing was found that needed to be left out, changed or asked about."
TYPING_PAUSE = 200  # milliseconds after the last key until the list follows
ALL_COLUMNS = "Any column"


class QualityPage(QWidget):
    """Lists the findings, counted by kind and narrowed down by kind, column and text."""

    row_wished = Signal(object)  # Place of a record
    sheet_row_wished = Signal(object)  # Place of a row that is no record
    export_wished = Signal()
    read_wished = Signal(object)  # ReadingChange

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Data quality")
        self._findings = Findings(())
        self._shown: Reading | None = None
        self._table: FindingsTable | None = None
        self._account = label("", "title", wrap=True)
        self._meaning = label("", wrap=True)
        self.handling = Handling()
        self.handling.read_wished.connect(self.read_wished)
        self.kinds = ChoiceChips("Kind of finding")
        self.kinds.chosen.connect(lambda _kind: self._narrow())
        self.columns = QComboBox()
        self.columns.setAccessibleName("Column")
        self.columns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.columns.activated.connect(lambda _at: self._narrow())
        self.search = QLineEdit(placeholderText="Search the findings")
        self.search.setAccessibleName("Search the findings")
        self.search.setFixedWidth(240)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._narrow)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._narrow)
        self._count = label("", "small")
        self.grid = GridView("Findings", sentences=True)
        self.grid.row_clicked.connect(self._show_row)
        self._list = QWidget()
        self._lay_out()

    def show_view(self, view: View, reading: Reading) -> None:
        """Show the account of a view and what was found, which changes only when files are read."""
        findings = reading.findings
        self._account.setText(f"{view.account}.")
        place = f" All stand in {findings.common_place}." if findings.common_place else ""
        count = f"{view.problems:,} finding{'' if view.problems == 1 else 's'}"
        self._meaning.setText(
            f"{count}, each with its place and what was done.{place}"
            " Rows are numbered as Excel shows them. The file itself was not changed."
            if view.problems
            else NOTHING
        )
        if reading is self._shown:
            return
        self._findings, self._shown = findings, reading
        self.handling.show_findings(findings, reading.choices)
        self._list.setVisible(bool(findings.problems))
        all_of_them = ("", "All", len(findings.problems))
        self.kinds.show_choices(
            [all_of_them, *((group.title, group.title, group.count) for group in findings.kinds)]
        )
        self.columns.clear()
        self.columns.addItem(ALL_COLUMNS, "")
        for group in findings.columns:
            self.columns.addItem(f"{group.title} ({group.count:,})", group.title)
        self.search.clear()
        self._narrow()

    def _lay_out(self) -> None:
        frame = CardFrame()
        frame.body.setSpacing(4)
        frame.body.addWidget(self._account)
        frame.body.addWidget(self._meaning)
        frame.body.addWidget(self.handling)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search)
        line.addWidget(self.columns)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(button("Copy", "link", self.grid.copy, "Copy the selected findings, or all listed"))
        self.exporting = button(
            "Save as workbook...", "link", self.export_wished.emit, "Save all findings as an Excel workbook"
        )
        line.addWidget(self.exporting)
        body = QVBoxLayout(self._list)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.kinds)
        body.addLayout(line)
        body.addWidget(self.grid, 1)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(frame)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _narrow(self) -> None:
        self._pause.stop()
        table = self._findings.where(self.kinds.current, self.columns.currentData() or "", self.search.text())
        self._table = table
        self.grid.show_grid(table)
        words = f"{table.row_count:,} of {len(self._findings.problems):,} listed"
        self._count.setText(words if table.row_count else "Nothing is found with these words")
        self.grid.setAccessibleDescription(f"{words}. Enter shows the row.")

    def _show_row(self, row: int) -> None:
        place = self._table.place(row) if self._table else None
        if place is not None:
            left_out = self._table is not None and self._table.left_out(row)
            (self.sheet_row_wished if left_out else self.row_wished).emit(place)
