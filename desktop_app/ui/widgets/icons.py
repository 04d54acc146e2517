"""Icons in the colours of the theme, and the button that carries one."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.catalogue.resources import resource
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.painting import as_tooltip

SIZE = 16
_SCALES = (1, 2, 3)
_APP_SIZES = (32, 64, 128, 256)
_INK = "#000000"  # the colour in the files that the theme replaces


def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """Return an icon of `resources/icons` drawn in a colour, and in another while it cannot be used."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(QPixmap.fromImage(_drawn(name, colour, scale)))
        if disabled:
            made.addPixmap(QPixmap.fromImage(_drawn(name, disabled, scale)), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in _APP_SIZES:
        made.addFile(str(resource(f"icons/app-{size}.png")))
    return made


class IconButton(QToolButton):
    """A quiet button with an icon and no text; `name` says what it does, to a screen reader too."""

    def __init__(self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(SIZE, SIZE))
        self.set_name(name)
        theme.changed.connect(self._draw)
        self._draw()

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setToolTip(as_tooltip(name))
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._draw()

    def _draw(self) -> None:
        tokens = self._theme.tokens
        self.setIcon(icon(self._icon_name, tokens.muted, tokens.border))


@cache
def _drawn(name: str, colour: str, scale: int) -> QImage:
    """Return an icon as an image; unlike a pixmap it can outlive the application."""
    svg = resource(f"icons/{name}.svg").read_bytes().replace(_INK.encode(), colour.encode())
    image = QImage(SIZE * scale, SIZE * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image
