"""The part of the export dialog that asks for the kind of file, and for the charts in it and their shape."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.catalogue.formats import FORMATS, FormatSpec, format_of
from desktop_app.domain.exporting import SCALES, Audience, ExportWish, Size
from desktop_app.ui.parts import label, offer

SIZES = {
    Size.SLIDE: "Wide (slide)",
    Size.DOCUMENT: "Column (page)",
    Size.SQUARE: "Square",
}
SHARPNESS = {1: "Screen (1x)", 2: "Sharp (2x)", 3: "Print (3x)", 4: "Large print (4x)"}
NO_SPLIT = "No further sheets"
ROW, ROWS_IN_SIGHT = 24, 4
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FormPart(QWidget):
    """Offers the formats for an audience, and for those with charts which charts and how they are drawn."""

    changed = Signal()

    def __init__(
        self,
        charts: Sequence[tuple[str, str]],
        columns: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._audience = Audience.WORKING
        self.format = QComboBox()
        self.format.setAccessibleName("Kind of file")
        self.description = label("", "small", wrap=True)
        self.charts = QListWidget()
        self.charts.setAccessibleName("Charts")
        for key, title in charts:
            item = QListWidgetItem(title, self.charts)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(UNCHECKED)
            item.setSizeHint(QSize(0, ROW))
        self.charts.setFixedHeight(ROW * min(ROWS_IN_SIGHT, max(1, len(charts))) + 6)
        self.shape = _choice("Shape of the picture", SIZES)
        self.sharpness = _choice("Sharpness of the picture", {scale: SHARPNESS[scale] for scale in SCALES})
        self._drawing = QWidget()
        line = QHBoxLayout(self._drawing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.shape, 1)
        line.addWidget(self.sharpness, 1)
        self.split = QComboBox()
        self.split.setAccessibleName("A further sheet for each value of")
        offer(
            self.split, [(NO_SPLIT, ""), *((f"A sheet for each: {title}", key) for key, title in columns)], ""
        )
        self._splits = bool(columns)
        self._heading = label("Charts", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.format, self.description, self.split, self._heading, self.charts, self._drawing):
            column.addWidget(part)
        self.format.currentIndexChanged.connect(lambda _at: self._follow())
        self.charts.itemChanged.connect(self._checked)
        for box in (self.split, self.shape, self.sharpness):
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())

    @property
    def spec(self) -> FormatSpec:
        """Return the format that is chosen."""
        return format_of(self.format.currentData() or FORMATS[0].key)

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the keys of the charts that are chosen; none where the format holds no chosen ones."""
        items = [self.charts.item(at) for at in range(self.charts.count())]
        keys = [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == CHECKED]
        return tuple(keys) if self.spec.charts else ()

    @property
    def split_by(self) -> str:
        """Return the key of the column that has a sheet for each value; empty where none is wished for."""
        return "" if self.split.isHidden() else str(self.split.currentData() or "")

    def offer(self, audience: Audience, key: str) -> None:
        """Offer the formats for an audience, and choose this one if it is among them."""
        self._audience = audience
        self.format.blockSignals(True)
        self.format.clear()
        for spec in FORMATS:
            if audience in spec.audiences:
                self.format.addItem(spec.title, spec.key)
        self.format.setCurrentIndex(max(0, self.format.findData(key)))
        self.format.blockSignals(False)
        self._follow()

    def choose(self, wish: ExportWish) -> None:
        """Choose charts, the one shown where none of them is offered, how they are drawn, and the split."""
        charts, size, scale = wish.charts, wish.size, wish.scale
        self.split.setCurrentIndex(max(0, self.split.findData(wish.split)))
        self.charts.blockSignals(True)
        items = [self.charts.item(at) for at in range(self.charts.count())]
        offered = {str(item.data(Qt.ItemDataRole.UserRole)) for item in items}
        wanted = set(charts) & offered or {str(item.data(Qt.ItemDataRole.UserRole)) for item in items[:1]}
        for item in items:
            chosen = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(CHECKED if chosen else UNCHECKED)
        self.charts.blockSignals(False)
        self.shape.setCurrentIndex(self.shape.findData(size))
        self.sharpness.setCurrentIndex(self.sharpness.findData(scale))

    def placed(self, path: Path) -> Path:
        """Return a place with the ending of the format that is chosen."""
        return path.with_suffix(self.spec.ending) if path.name else path

    def _follow(self) -> None:
        spec = self.spec
        self.description.setText(f"{spec.description}.")
        for part in (self._heading, self.charts):
            part.setVisible(spec.charts > 0)
        self._drawing.setVisible(spec.picture)
        self.split.setVisible(spec.key == "xlsx" and self._audience is Audience.WORKING and self._splits)
        self.sharpness.setVisible(spec.key == "png")
        self._heading.setText("Chart" if spec.picture else "Charts")
        if spec.picture:
            self._leave_one(None)
        self.changed.emit()

    def _checked(self, item: QListWidgetItem) -> None:
        if self.spec.picture and item.checkState() == CHECKED:
            self._leave_one(item)
        self.changed.emit()

    def _leave_one(self, wanted: QListWidgetItem | None) -> None:
        """Leave one chart chosen: this one, or the first of those that are."""
        self.charts.blockSignals(True)
        items = [self.charts.item(at) for at in range(self.charts.count())]
        kept = wanted or next((item for item in items if item.checkState() == CHECKED), None)
        for item in items:
            item.setCheckState(CHECKED if item is kept else UNCHECKED)
        self.charts.blockSignals(False)


def _choice(name: str, options: dict[Size, str] | dict[int, str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for value, words in options.items():
        made.addItem(words, value)
    return made
