"""The start page: open or drop a file, the files of before, the samples, and what the program does."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.actions import tip_of
from desktop_app.ui.parts import button, empty, label
from desktop_app.ui.samples import SAMPLES, sample_paths
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.frames import CardFrame

WHAT_IT_DOES = (
    "Opens spreadsheets of serious incident notifications and says what became of every row.",
    "Shows how many there were, the trend and the change from year to year, and how certain it is.",
    "Hands you the figures as sentences, charts and a workbook, each with its source.",
)
OFFLINE = "Nothing leaves this computer: the program uses no network at all."
RECENT_SHOWN = 5
TILE = 376  # pixels: two samples side by side, or one beside the files opened before


class StartPage(QScrollArea):
    """Offers the ways in; the chosen files are sent on."""

    browsing = Signal()
    chosen = Signal(object)  # Path

    def __init__(self, icon: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        page = QWidget()
        page.setFixedWidth(880)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 40, 24, 24)
        column.setSpacing(16)
        column.addLayout(self._head(icon))
        column.addSpacing(8)
        column.addWidget(self._opening())
        below = QHBoxLayout()
        below.setSpacing(16)
        self._recent_card = CardFrame()
        self._recent_card.body.addWidget(label("Opened before", "heading"))
        self._recent_card.body.addLayout(self._recent)
        self._recent_card.body.addStretch(1)
        below.addWidget(self._recent_card, 1)
        below.addWidget(self._samples(), 1)
        column.addLayout(below)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(holder)

    def show_recent(self, files: Sequence[str]) -> None:
        """Show the files that were open before, the newest first; without any their panel is not there."""
        empty(self._recent)
        present = [Path(file) for file in files if Path(file).is_file()][:RECENT_SHOWN]
        for path in present:
            entry = button(path.name, "link", partial(self.chosen.emit, path), str(path))
            self._recent.addLayout(_with_words(entry, label(str(path.parent), "small", wrap=True)))
        self._recent_card.setVisible(bool(present))

    def _head(self, icon: QLabel) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Notification Statistics Viewer", "display"))
        for line in WHAT_IT_DOES:
            words.addWidget(label(line, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _opening(self) -> QFrame:
        frame = CardFrame()
        frame.setProperty("role", "drop")
        column = frame.body
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        self.open_button = button("Open a spreadsheet...", "primary", self.browsing.emit, tip_of("open"))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for text in ("or drop one or several files anywhere in this window (xlsx, xls, ods, csv)", OFFLINE):
            words = label(text, "muted")
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        return frame

    def _samples(self) -> QFrame:
        frame = CardFrame()
        column = frame.body
        column.addWidget(label("Try it with a sample", "heading"))
        column.addWidget(label("Invented records whose totals equal published ones.", "muted"))
        tiles = QWidget()
        flow = FlowLayout(tiles)
        column.addWidget(tiles)
        self.sample_buttons: dict[str, QPushButton] = {}
        for sample, path in zip(SAMPLES, sample_paths(), strict=True):
            entry = button(sample.title, "link", partial(self.chosen.emit, path), path.name)
            self.sample_buttons[path.name] = entry
            tile = QWidget()
            tile.setFixedWidth(TILE)
            tile.setLayout(_with_words(entry, label(sample.what, "small")))
            flow.addWidget(tile)
        column.addStretch(1)
        return frame


def _with_words(entry: QPushButton, words: QLabel) -> QVBoxLayout:
    words.setContentsMargins(5, 0, 0, 0)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(entry, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(words)
    return column
