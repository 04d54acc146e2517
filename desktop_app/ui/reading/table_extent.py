"""Where a table begins and ends and what its rows stand for, as it was read and to be corrected."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from desktop_app.domain.how_read import TableReading
from desktop_app.domain.units import Shape
from desktop_app.presentation.reading.changes import with_headings, with_last_row, with_shape
from desktop_app.ui.parts import label

NONE = "none"


class TableExtent(QWidget):
    """The rows of the headings, the last row and the shape; a change is sent on when it is whole."""

    read_wished = Signal(object)  # ReadingChange

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: TableReading | None = None
        self.first = _row_box("First heading row")
        self.first.setSpecialValueText(NONE)
        self.last_heading = _row_box("Last heading row")
        self.last = _row_box("Last row of the table")
        self.shape = QComboBox()
        self.shape.setAccessibleName("What each row stands for")
        self.shape.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for box in (self.first, self.last_heading):
            box.valueChanged.connect(lambda _row: self._wish_headings())
        self.last.valueChanged.connect(lambda _row: self._wish_last())
        self.shape.activated.connect(lambda _at: self._wish_shape())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, part in (
            ("Headings from row", self.first),
            ("to row", self.last_heading),
            ("Last row", self.last),
            ("Each row is", self.shape),
        ):
            row.addWidget(label(words, "small"))
            row.addWidget(part)
        row.addStretch(1)

    def show_table(self, table: TableReading, rows: int, shape: Shape | None) -> None:
        """Show a table that is read, on a sheet of so many rows, and the shape that is wished for it."""
        self._table = table
        headings = table.header_rows
        values = (headings[0] if headings else 0, headings[-1] if headings else 0, table.last_row)
        for box, value in zip((self.first, self.last_heading, self.last), values, strict=True):
            box.blockSignals(True)
            box.setRange(0 if box is self.first else 1, rows)
            box.setValue(value)
            box.blockSignals(False)
        self.last_heading.setEnabled(bool(headings))
        self.shape.clear()
        self.shape.addItem(f"As recognised: {table.shape}" if shape is None else "As recognised", None)
        for offered in Shape:
            self.shape.addItem(offered.value, offered)
        self.shape.setCurrentIndex(0 if shape is None else 1 + list(Shape).index(shape))

    def _wish_headings(self) -> None:
        first = self.first.value()
        last = max(first, self.last_heading.value() if self.last_heading.isEnabled() else first)
        rows = tuple(range(first, last + 1)) if first else ()
        if self._table is not None:
            self.read_wished.emit(partial(with_headings, table=self._table, rows=rows))

    def _wish_last(self) -> None:
        if self._table is not None:
            self.read_wished.emit(partial(with_last_row, table=self._table, row=self.last.value()))

    def _wish_shape(self) -> None:
        wished = self.shape.currentData()
        shape = None if wished is None else Shape(wished)
        if self._table is not None:
            self.read_wished.emit(partial(with_shape, table=self._table, shape=shape))


def _row_box(name: str) -> QSpinBox:
    made = QSpinBox()
    made.setKeyboardTracking(False)  # a number that is being typed is no wish yet
    made.setAccessibleName(name)
    made.setFixedWidth(72)
    return made
