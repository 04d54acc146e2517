"""Dims a view that is older than the wishes, lightly and only when the newer one takes its time."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme

PATIENCE = 250  # milliseconds: what is quicker than this shows nothing
STRENGTH = 110  # of 255


class Veil(QWidget):
    """Lies over another widget, lets every click through and says "Updating..."."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(self._appear)
        over.installEventFilter(self)
        self.hide()

    def set_updating(self, updating: bool) -> None:
        """Appear when the updating lasts, or vanish."""
        if updating:
            if not self.isVisible() and not self._soon.isActive():
                self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resize(self.parentWidget().size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QColor(self._theme.tokens.background)
        ground.setAlpha(STRENGTH)
        painter.fillRect(self.rect(), ground)
        words = "Updating..."
        box = painter.fontMetrics().boundingRect(words).adjusted(-16, -8, 16, 8)
        box.moveCenter(self.rect().center())
        box.moveTop(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.border))
        painter.setBrush(QColor(self._theme.tokens.surface))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self._theme.tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _appear(self) -> None:
        self.resize(self.parentWidget().size())
        self.raise_()
        self.show()
