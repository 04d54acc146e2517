"""The look of the program: its colours in light and dark, and the switch between them at run time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.catalogue import palette
from desktop_app.ui.theme.fonts import font, load_fonts
from desktop_app.ui.theme.sheet import stylesheet
from desktop_app.ui.theme.tokens import DARK, LIGHT, Tokens

Wish = Literal["system", "light", "dark"]
GRID = 8  # pixels: every distance in the window is a multiple of this, or its half


@dataclass(frozen=True, slots=True)
class _Look:
    tokens: Tokens
    colours: Mapping[str, str]


_LIGHT = _Look(LIGHT, palette.LIGHT)
_DARK = _Look(DARK, palette.DARK)


class Theme(QObject):
    """The colours in use; whatever paints itself asks here and repaints on `changed`.

    Made with an application, it dresses the application and follows the system; made without, it only holds
    colours (a picture is always light, whatever the window is).
    """

    changed = Signal()

    def __init__(self, app: QApplication | None = None, wish: Wish = "system") -> None:
        super().__init__(app)
        self._app = app
        load_fonts()
        if app is not None:
            app.setStyle("Fusion")
            app.setFont(font())
            _tell_system(wish)
            app.styleHints().colorSchemeChanged.connect(self._refresh)
        self._wish: Wish = wish
        self._look = _look_for(wish)
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """Return the colours of the window."""
        return self._look.tokens

    @property
    def colours(self) -> Mapping[str, str]:
        """Return the colours of charts, by what a mark stands for."""
        return self._look.colours

    def set_wish(self, wish: Wish) -> None:
        """Change the look; `changed` is sent when the colours do change."""
        self._wish = wish
        if self._app is not None:
            _tell_system(wish)
        self._refresh()

    def _refresh(self) -> None:
        look = _look_for(self._wish)
        if look is not self._look:
            self._look = look
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setPalette(_palette(self.tokens))
            self._app.setStyleSheet(stylesheet(self.tokens))


def apply_theme(app: QApplication, wish: Wish = "system") -> Theme:
    """Dress the application and return its one theme, which may be there already."""
    theme = app.findChild(Theme)
    if theme is None:
        return Theme(app, wish)
    theme.set_wish(wish)
    return theme


def _look_for(wish: Wish) -> _Look:
    if wish == "system":
        system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return _DARK if system_is_dark else _LIGHT
    return _DARK if wish == "dark" else _LIGHT


def _tell_system(wish: Wish) -> None:
    # Title bars and file dialogs are drawn by the system and follow this.
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    QGuiApplication.styleHints().setColorScheme(schemes.get(wish, Qt.ColorScheme.Unknown))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.background,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_fill,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.fill,
        role.HighlightedText: tokens.on_fill,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.hover,
        role.Midlight: tokens.hover,
        role.Mid: tokens.border,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.disabled))
    return made
