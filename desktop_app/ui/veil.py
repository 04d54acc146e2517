"""Dims a view that is older than the wishes, lightly and only when the newer one takes its time."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import draw_box, painting

PATIENCE = 250  # milliseconds: what is quicker than this shows nothing
STRENGTH = 110  # of 255
WORDS = "Updating..."


class Veil(QWidget):
    """Lies over another widget, lets every click through and says "Updating..."."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over = over
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
            self.resize(self._over.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ground = QColor(tokens.background)
        ground.setAlpha(STRENGTH)
        with painting(self) as painter:
            painter.fillRect(self.rect(), ground)
            box = painter.fontMetrics().boundingRect(WORDS).adjusted(-16, -8, 16, 8)
            box.moveCenter(self.rect().center())
            box.moveTop(16)
            draw_box(painter, QRectF(box), tokens.surface, tokens.border)
            painter.setPen(QColor(tokens.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, WORDS)

    def _appear(self) -> None:
        self.resize(self._over.size())
        self.raise_()
        self.show()
