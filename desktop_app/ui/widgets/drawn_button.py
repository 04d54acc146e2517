"""A button that is drawn by hand, as high as its words need in the width that it has."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.heights import Heights
from desktop_app.ui.widgets.painting import draw_box, draw_focus, painting

_WIDTH = 200  # pixels


class DrawnButton(QAbstractButton):
    """What is drawn and how high it is, a subclass says: `draw` and `needed`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights = Heights(self, self.needed)
        self.set_growth(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_growth(self, across: QSizePolicy.Policy, down: QSizePolicy.Policy) -> None:
        """Say how it takes more room than it asks for."""
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def needed(self, width: int) -> int:
        """Return the height in pixels that is needed with a width."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw it in its rectangle."""
        raise NotImplementedError

    def draw_ground(self, painter: QPainter) -> None:
        """Draw what shows that it is under the mouse or has the focus."""
        area = QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, area, self._theme.tokens.hover, None)
        if self.hasFocus():
            draw_focus(painter, area, self._theme.tokens)

    def enter(self) -> None:
        """Do what Enter asks for: the same as a click, which to Qt only Space does."""
        self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(max(self.width(), _WIDTH)))

    def heightForWidth(self, width: int) -> int:
        return self._heights.at(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heights.resized(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self.draw(painter)
