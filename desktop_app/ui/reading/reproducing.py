"""Offers to make an earlier export again from its source, and says how the source has changed since."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.services.reader import Opened
from desktop_app.services.reproducing import about_population, about_sources, offer_words, sources_beside
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.parts import button, label
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.icons import IconButton


class ReproduceStrip(QFrame):
    """Shown when an export of this program was opened, and when it was made again."""

    wished = Signal(object, object)  # Provenance, the paths of its sources

    def __init__(self, theme: Theme, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asking")
        self._dialogs = dialogs
        self._opened: Opened | None = None
        self._words = label("", wrap=True)
        self.making = button("Make it again...", "", self._make, "Open its source with the same view")
        cross = IconButton(theme, "close", "Dismiss this message")
        cross.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self.making)
        row.addWidget(cross)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_opened(self, opened: Opened | None) -> None:
        """Say what belongs to the files that were opened; nothing of most."""
        self._opened = opened
        like = opened.wish.like if opened else None
        words = ""
        if opened and like:
            dataset = opened.dataset
            told = (about_sources(like, dataset.files), *about_population(like, dataset.populations))
            words = " ".join(f"{notice.text} {notice.way_out}".rstrip() for notice in told)
        elif opened and opened.made:
            words = offer_words(opened.made, opened.wish.paths[0])
        self._words.setText(words)
        self.making.setVisible(like is None)
        self.setVisible(bool(words))
        if words:
            announce(self, words)

    def _make(self) -> None:
        """Take the sources that stand beside the workbook; where they do not, ask for them."""
        opened = self._opened
        if opened is None or opened.made is None:
            return
        workbook: Path = opened.wish.paths[0]
        paths = sources_beside(opened.made, workbook) or self._dialogs.open_files()
        if paths:
            self.wished.emit(opened.made, paths)
