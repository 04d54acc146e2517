"""The tabs: their words and the count beside them have room at every count, whichever is chosen."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar

from desktop_app.ui.actions import PAGES
from desktop_app.ui.page_tabs import BADGE_HEIGHT, PageTabs
from desktop_app.ui.theme.fonts import BODY, SEMIBOLD, font

QUALITY = PAGES.index("quality")


def places(tabs: PageTabs) -> list[tuple[int, int]]:
    return [(tabs.tabRect(at).x(), tabs.tabRect(at).width()) for at in range(tabs.count())]


@pytest.mark.parametrize("count", [1, 47, 1234])
def test_words_and_count_have_room_after_there_was_no_count(loaded, count):
    tabs = loaded.loaded.tabs
    tabs.show_count(QUALITY, 0)
    tabs.show_count(QUALITY, count)
    badge, tab = tabs.badge.geometry(), tabs.tabRect(QUALITY)
    words = QFontMetrics(font(BODY, SEMIBOLD)).horizontalAdvance("Data quality")
    assert badge.height() == BADGE_HEIGHT
    assert tab.left() + 10 + words <= badge.left()
    assert badge.right() <= tab.right()
    assert (
        QFontMetrics(tabs.badge.font()).horizontalAdvance(f"{count:,}") <= tabs.badge.contentsRect().width()
    )


def test_no_tab_moves_when_another_is_chosen_and_none_is_cut_off(loaded):
    tabs = loaded.loaded.tabs
    first = places(tabs)
    for page in PAGES:
        loaded.loaded.go_to(page)
        assert places(tabs) == first
    assert first[0][0] == 0


def test_no_count_is_shown_where_nothing_was_found(loaded):
    tabs = loaded.loaded.tabs
    tabs.show_count(QUALITY, 0)
    assert not tabs.badge.isVisible()
    assert tabs.tabButton(QUALITY, QTabBar.ButtonPosition.RightSide) is None
