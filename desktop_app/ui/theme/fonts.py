"""The one type family of the program, shipped with it, so that every machine shows the same page."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.catalogue.resources import resource

FAMILIES = ("Inter", "Arial", "sans-serif")
BODY = 13  # pixels, as all sizes here; Qt scales them with the screen
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")

REGULAR = QFont.Weight.Normal
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once; needs a running application."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))


def font(size: int = BODY, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """Return the program's font, in pixels; tabular figures are for numbers that stand in columns."""
    return QFont(_made(size, weight, tabular))


@cache
def _made(size: int, weight: QFont.Weight, tabular: bool) -> QFont:
    chosen = QFont(list(FAMILIES))
    chosen.setPixelSize(size)
    chosen.setWeight(weight)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen
