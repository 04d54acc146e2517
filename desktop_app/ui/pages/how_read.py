"""The page that shows how a file was read: the sheet as it stands, what was taken for what, corrections."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.how_read import TableReading
from desktop_app.domain.problems import Place
from desktop_app.domain.reading_choices import ReadingChoices, TableId
from desktop_app.presentation.reading.changes import as_recognised, with_tables
from desktop_app.presentation.reading.how_read import HowRead, account_words
from desktop_app.services.reader import Reading
from desktop_app.ui.parts import button, label
from desktop_app.ui.reading.column_readings import ColumnReadings
from desktop_app.ui.reading.sheet_view import SheetView
from desktop_app.ui.reading.table_extent import TableExtent
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.frames import CardFrame


class HowReadPage(QWidget):
    """Shows one table at a time; every correction is sent on and its effect is seen when it is read."""

    read_wished = Signal(object)  # ReadingChange

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("How it was read")
        self._reading = Reading()
        self._shown: TableId | None = None
        self.tables = QComboBox()
        self.tables.setAccessibleName("Sheet and table")
        self.tables.setMinimumWidth(320)
        self.tables.setMaximumWidth(640)
        self.tables.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tables.activated.connect(self._look_at)
        self.instead = button("Read this instead", "primary", self._read_instead, "Read only this table")
        self.also = button("Read it as well", "", self._read_also, "Put its rows below the others")
        self.without = button("Do not read it", "", self._read_without, "Leave this table out")
        self.plain = button(
            "Read as the program would", "link", lambda: self.read_wished.emit(as_recognised),
            "Take every correction back and forget it for files with these headings",
        )  # fmt: skip
        self._account = label("", wrap=True)
        self.extent = TableExtent()
        self.extent.read_wished.connect(self.read_wished)
        self.sheet = SheetView(theme)
        self.columns = ColumnReadings()
        self.sheet.clicked.connect(lambda index: self.columns.pick(index.column() - 1))
        self.columns.read_wished.connect(self.read_wished)
        self._lay_out()

    @property
    def shown(self) -> TableId | None:
        """Return the table that is looked at."""
        return self._shown

    def show_reading(self, reading: Reading) -> None:
        """Show how the open files were read; the table that is looked at stays where it is still there."""
        if reading is self._reading:
            return
        self._reading = reading
        offers = reading.how_read.offers
        self.tables.clear()
        for offer in offers:
            self.tables.addItem(offer.words, offer.id)
        if not any(offer.id == self._shown for offer in offers):
            self._shown = next(iter(reading.how_read.read), None)
            self._show_table(same=False)
        else:
            self._show_table(same=True)

    def show_again(self) -> None:
        """Show the table as it was read, in place of what was entered."""
        self._show_table(same=True)

    def show_place(self, place: Place) -> None:
        """Look at a row of a sheet."""
        wanted = self._reading.how_read.table_at(place)
        if wanted is None:
            return
        if wanted != self._shown:
            self._shown = wanted
            self._show_table(same=False)
        self.sheet.show_row(place.row - 1)

    def copy(self) -> None:
        """Copy the columns or the sheet, whichever has the keyboard."""
        (self.columns.grid if self.columns.grid.hasFocus() else self.sheet).copy()

    def _lay_out(self) -> None:
        top = CardFrame()
        top.body.setContentsMargins(16, 8, 16, 8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label("Table", "small"))
        for part in (self.tables, self.instead, self.also, self.without):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.plain)
        top.body.addLayout(line)
        top.body.addWidget(self._account)
        top.body.addWidget(self.extent)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.addWidget(self.sheet)
        split.addWidget(self.columns)
        split.setSizes([2600, 2400])  # in proportion: the sheet is wider than the list of its columns
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(top)
        column.addWidget(split, 1)

    def _show_table(self, same: bool) -> None:
        how_read, shown = self._reading.how_read, self._shown
        if shown is None:
            return
        self.tables.setCurrentIndex([offer.id for offer in how_read.offers].index(shown))
        table = how_read.table(shown)
        read = table is not None and table.chosen
        words = account_words(table) if table else "No table was found on this sheet."
        self._account.setText(words + how_read.columns_left(shown))
        self.instead.setVisible(not read)
        self.also.setVisible(not read)
        self.without.setVisible(read and len(_of_file(how_read, shown)) > 1)
        self.plain.setVisible(self._reading.choices != ReadingChoices())
        self.extent.setVisible(read)
        self.columns.setVisible(read)
        if table is not None and read:
            self._show_corrections(table, how_read)
        self.sheet.show_sheet(how_read.grid(shown), same)

    def _show_corrections(self, table: TableReading, how_read: HowRead) -> None:
        correction = self._reading.choices.correction(table.id, table.headings)
        self.extent.show_table(table, how_read.rows(table.id), correction.shape)
        self.columns.show_table(table)

    def _look_at(self, at: int) -> None:
        self._shown = self.tables.itemData(at)
        self._show_table(same=False)

    def _read_instead(self) -> None:
        self._read(lambda _read, shown: (shown,))

    def _read_also(self) -> None:
        self._read(lambda read, shown: (*read, shown))

    def _read_without(self) -> None:
        self._read(lambda read, shown: tuple(each for each in read if each != shown))

    def _read(self, choose: Callable[[tuple[TableId, ...], TableId], tuple[TableId, ...]]) -> None:
        shown = self._shown
        if shown is not None:
            tables = choose(_of_file(self._reading.how_read, shown), shown)
            self.read_wished.emit(partial(with_tables, file=shown.file, tables=tables))


def _of_file(how_read: HowRead, table: TableId) -> tuple[TableId, ...]:
    return tuple(each for each in how_read.read if each.file == table.file)
