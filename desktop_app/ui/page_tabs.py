"""The tabs of the pages, one of which has a count beside its words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar

from desktop_app.ui.parts import label
from desktop_app.ui.theme.fonts import BODY, SEMIBOLD, font

BADGE_HEIGHT = 18  # pixels: twice the radius of its corners
_AROUND_WORDS = 28  # pixels: the stylesheet's padding and margin, and the style's own
_AROUND_COUNT = 28
_BESIDE_BADGE = 8


class PageTabs(QTabBar):
    """Tabs as wide as their words are when chosen, so that none moves when another is chosen."""

    def __init__(self) -> None:
        super().__init__(drawBase=False, expanding=False, usesScrollButtons=False)
        self._counted: tuple[int, int] | None = None
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName("Pages")
        self.badge = label("", "badge")
        self.badge.setParent(self)
        self.badge.setIndent(0)
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.badge.hide()

    def show_count(self, at: int, count: int) -> None:
        """Show a count beside a tab's words; none where it is zero."""
        if (at, count) == self._counted:
            return
        self._counted = at, count
        side = QTabBar.ButtonPosition.RightSide
        self.badge.setText(f"{count:,}")
        wide = QFontMetrics(font(12, SEMIBOLD)).horizontalAdvance(self.badge.text()) + _AROUND_COUNT
        self.badge.setFixedSize(wide, BADGE_HEIGHT)
        self.setTabButton(at, side, self.badge if count else None)  # None takes it out
        self.badge.setVisible(bool(count))

    def tabSizeHint(self, at: int) -> QSize:
        wide = QFontMetrics(font(BODY, SEMIBOLD)).horizontalAdvance(self.tabText(at)) + _AROUND_WORDS
        beside = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
        if beside is not None:
            wide += beside.width() + _BESIDE_BADGE
        return QSize(wide, super().tabSizeHint(at).height())

    def minimumTabSizeHint(self, at: int) -> QSize:
        return self.tabSizeHint(at)
