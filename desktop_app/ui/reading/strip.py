"""How far reading or exporting is, with a way to stop it; the rest of the window stays alive."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.parts import label


class ReadingStrip(QFrame):
    """Stage in words, rows, a bar and Cancel; hidden when there is no such work."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._stage = label("", "strong", wrap=True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        self.cancel.setToolTip("Stop; what was shown stays")
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._stage)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def words(self) -> str:
        """Return the stage as it is shown."""
        return self._stage.text()

    def show_stage(self, stage: str | None, done: int, total: int) -> None:
        """Show a stage with done of total (0: not known); a stage of None hides the strip."""
        self.setVisible(stage is not None)
        if stage is None:
            return
        share = f" ({100 * done // total}%)" if total else ""
        rows = f": {done:,} of {total:,}{share}" if total else f": {done:,}" if done else "..."
        self._stage.setText(stage + rows)
        # A bar from 0 to 0 moves to and fro: there is work, but how much is not known. Its range is an int32.
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(1000 * done // total if total else 0)
