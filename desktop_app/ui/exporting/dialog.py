"""The export dialog: for whom, what, how small counts are protected, and a preview of what that gives."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.disclosure import ROUNDINGS, Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import FOR_COLLEAGUES_ONLY, Audience, ExportWish, Look, Part
from desktop_app.presentation.reports.preview import Preview
from desktop_app.ui.exporting.form import FormPart
from desktop_app.ui.exporting.password_box import PasswordBox
from desktop_app.ui.exporting.preview import ExportPreview
from desktop_app.ui.parts import button, label, tab_through
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip
from desktop_app.ui.widgets.segmented import SegmentedControl

AUDIENCES = ((Audience.WORKING.value, "Colleagues"), (Audience.PUBLICATION.value, "The public"))
MEANINGS = {
    Audience.WORKING: "A working copy. Small counts are not protected.",
    Audience.PUBLICATION: "Small counts are protected, and that is put to the test.",
}
PARTS = {
    Part.SUMMARY: "Summary",
    Part.TRENDS: "Trends",
    Part.BREAKDOWN: "Breakdown",
    Part.QUALITY: "Data quality",
    Part.RECORDS: "Records",
}
THRESHOLDS = {1: "No counts", 3: "1 and 2", 5: "1 to 4", 6: "1 to 5", 10: "1 to 9"}
LEAST = {number: f"{number} values" for number in (2, 3, 5, 10)}
ROUND_TO = {base: f"Nearest {base}" if base else "Not rounded" for base in ROUNDINGS}
REPLACED = "A file of this name is there; it will be replaced."
OPEN = "So many values a hidden count must still be able to have for a reader who knows all other numbers"
PAUSE = 250  # milliseconds after the last change until the preview is made again
SIZE = (980, 700)
CHOICE_WIDTH = 150


class ExportDialog(QDialog):
    """Asks for an export; Enter writes it. The preview is asked for through `preview_wished`."""

    preview_wished = Signal(object)  # ExportWish
    export_wished = Signal(object, object)  # ExportWish, Path
    place_wished = Signal(object)  # the Path suggested

    def __init__(
        self,
        theme: Theme,
        wish: ExportWish,
        path: Path,
        parent: QWidget,
        charts: Sequence[tuple[str, str]] = (),
        columns: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.preview_wished.emit(self.wish))
        self.audience = SegmentedControl(theme, "For whom", AUDIENCES)
        self.meaning = label("", "small", wrap=True)
        self.form = FormPart(charts, columns)
        self.parts = {part: QCheckBox(words) for part, words in PARTS.items()}
        self.threshold = _choice("Hide counts of", THRESHOLDS)
        self.zeros = QCheckBox("Show zeros")
        self.rounding = _choice("Round counts", ROUND_TO)
        self.least = _choice("Values a hidden count must still be able to have", LEAST)
        self.least.setToolTip(as_tooltip(OPEN))
        self.contact = QLineEdit(placeholderText="E-mail or telephone")
        self.secret = PasswordBox()
        self.place = QLineEdit(str(path))
        self.replacing = label(REPLACED, "small")
        self.choosing = button("Choose...", "", self._choose, "Choose the folder and the name of the file")
        self.writing = button("Export", "primary", self._export, "Write the file (Enter)")
        self.leaving = button("Cancel", "", self.reject)
        self.preview = ExportPreview()
        self._possible = False  # whether the preview was made without trouble
        self.contact.setAccessibleName("Contact for questions")
        self.place.setAccessibleName("File to write")
        self._show(wish)
        self._lay_out()
        self._connect()
        self._changed()
        self._placed()

    @property
    def wish(self) -> ExportWish:
        """Return what is wished for as the dialog stands."""
        return ExportWish(
            audience=Audience(self.audience.current),
            parts=tuple(part for part, box in self.parts.items() if box.isChecked()),
            disclosure=Disclosure(
                self.threshold.currentData(),
                self.zeros.isChecked(),
                self.rounding.currentData(),
                self.least.currentData(),
            ),
            contact=self.contact.text(),
            format=self.form.spec.key,
            charts=self.form.wanted,
            size=self.form.shape.currentData(),
            scale=self.form.sharpness.currentData(),
            split=self.form.split_by,
        )

    def show_preview(self, preview: Preview | UserError) -> None:
        """Show what would be written, or why it cannot be."""
        self.preview.look = Look(size=self.form.shape.currentData(), captions=self.form.spec.picture)
        self.preview.show_preview(preview)
        self._allow(not isinstance(preview, UserError))

    def set_place(self, path: Path) -> None:
        """Write to this place, with the ending of the kind of file that is chosen."""
        self.place.setText(str(self.form.placed(path)))

    def _show(self, wish: ExportWish) -> None:
        self.audience.set_current(wish.audience.value)
        self.form.offer(wish.audience, wish.format)
        self.form.choose(wish)
        for part, box in self.parts.items():
            box.setChecked(part in wish.parts)
        chosen = wish.disclosure
        for choice, value in (
            (self.threshold, chosen.suppress_below),
            (self.rounding, chosen.rounding),
            (self.least, chosen.least_values),
        ):
            if choice.findData(value) < 0:
                choice.addItem(f"1 to {value - 1}" if choice is self.threshold else f"{value} values", value)
            choice.setCurrentIndex(choice.findData(value))
        self.zeros.setChecked(chosen.zeros)
        self.contact.setText(wish.contact)

    def _changed(self) -> None:
        """Follow a change: what colleagues alone may have cannot be chosen for the public."""
        public = self.audience.current == Audience.PUBLICATION.value
        self.meaning.setText(MEANINGS[Audience(self.audience.current)])
        for part, box in self.parts.items():
            never = public and part in FOR_COLLEAGUES_ONLY  # a tick, even a grey one, would say otherwise
            box.setVisible(part in self.form.spec.parts and not never)
        self.what.setVisible(bool(self.form.spec.parts))
        self.protection.setVisible(public)
        self.secret.setVisible(not public and self.form.spec.key == "xlsx")
        self._allow(bool(self.place.text().strip()))
        self.preview.wait()
        self._timer.start()

    def _for_others(self, audience: str) -> None:
        self.form.offer(Audience(audience), self.form.spec.key)

    def _reformed(self) -> None:
        if self.place.text().strip():
            self.set_place(Path(self.place.text()))
        self._changed()

    def _placed(self) -> None:
        self.replacing.setVisible(Path(self.place.text()).is_file())

    def _allow(self, allowed: bool) -> None:
        spec, wish = self.form.spec, self.wish
        something = bool(wish.charts) if spec.charts else any(map(wish.holds, spec.parts)) or not spec.parts
        self._possible = allowed
        self.writing.setEnabled(allowed and something and (self.password is None or self.secret.ready))

    @property
    def password(self) -> str | None:
        """Return the password of a workbook for colleagues, or None."""
        return None if self.secret.isHidden() else self.secret.password

    def _choose(self) -> None:
        self.place_wished.emit(Path(self.place.text()))

    def _export(self) -> None:
        place = self.place.text().strip()
        if place:
            self.set_place(Path(place))
            self.export_wished.emit(self.wish, Path(self.place.text()))
            self.accept()

    def _connect(self) -> None:
        self.audience.chosen.connect(self._for_others)
        self.form.changed.connect(self._reformed)
        for box in (*self.parts.values(), self.zeros):
            box.toggled.connect(lambda _on: self._changed())
        for choice in (self.threshold, self.rounding, self.least):
            choice.currentIndexChanged.connect(lambda _at: self._changed())
        self.secret.changed.connect(lambda: self._allow(self._possible))
        self.place.textChanged.connect(lambda _text: self._placed())
        form = (self.form.format, self.form.split, self.form.charts, self.form.shape, self.form.sharpness)
        tab_through(self.audience, *form, *self.parts.values())
        tab_through(*self.parts.values(), self.threshold, self.zeros, self.rounding, self.least)
        tab_through(self.least, self.contact, self.secret.wanted, *self.secret.fields, self.place)
        tab_through(self.place, self.choosing, self.writing, self.leaving)
        self.writing.setDefault(True)
        self.writing.setFocus()

    def _lay_out(self) -> None:
        self.what, parts = _block()
        _section(parts, "What", tuple(self.parts.values()))
        self.protection, inner = _block()
        _section(inner, "Small counts", ())
        for words, box in (
            ("Hide counts of", self.threshold),
            ("Round", self.rounding),
            ("Leave open at least", self.least),
        ):
            row = QHBoxLayout()
            row.addWidget(label(words), 1)
            row.addWidget(box)
            inner.addLayout(row)
        inner.addWidget(self.zeros)
        _section(inner, "Contact on the cover", (self.contact,))
        options, left = _block()
        options.setFixedWidth(300)
        _section(left, "For whom", (self.audience, self.meaning))
        _section(left, "As", (self.form,))
        for part in (self.what, self.protection, self.secret):
            left.addWidget(part)
        left.addStretch(1)
        self._put_together(options)

    def _put_together(self, options: QWidget) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(options)
        middle.addWidget(self.preview, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        for part, stretch in ((label("Save as"), 0), (self.place, 1), (self.choosing, 0)):
            bottom.addWidget(part, stretch)
        bottom.addSpacing(16)
        bottom.addWidget(self.leaving)
        bottom.addWidget(self.writing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(middle, 1)
        whole.addLayout(bottom)
        whole.addWidget(self.replacing)


def _block() -> tuple[QWidget, QVBoxLayout]:
    """Return a part of the dialog and the column that its parts stand in."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return made, column


def _choice(name: str, options: dict[int, str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setFixedWidth(CHOICE_WIDTH)
    for value, words in options.items():
        made.addItem(words, value)
    return made


def _section(column: QVBoxLayout, title: str, parts: Sequence[QWidget]) -> None:
    heading = label(title, "heading")
    heading.setContentsMargins(0, 8, 0, 0)
    column.addWidget(heading)
    for part in parts:
        column.addWidget(part)
