"""The small widgets: what they say, what they send, how they work by keyboard, and that they paint."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QToolButton, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import ValueFilter
from desktop_app.presentation.models import Card
from desktop_app.ui.theme.fonts import SEMIBOLD, font
from desktop_app.ui.theme.theme import apply_theme
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.chip import ChipButton
from desktop_app.ui.widgets.copy_button import CopyButton
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.frames import EmptyState, plain_label
from desktop_app.ui.widgets.headline_card import HeadlineCard
from desktop_app.ui.widgets.icons import IconButton, app_icon
from desktop_app.ui.widgets.painting import as_tooltip
from desktop_app.ui.widgets.segmented import SegmentedControl

DEATHS = (ValueFilter("nature", ("Child death",)),)
CARD = Card(
    "deaths", "Child deaths", "160", "1% fewer (162)", "Within what chance gives", (188, None, 160), DEATHS
)
Key = Qt.Key


@pytest.fixture
def theme(qapp):
    return apply_theme(qapp, "light")


@pytest.fixture
def shown(qtbot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def choice(theme, shown):
    control = SegmentedControl(theme, "Count", (("n", "Notifications"), ("c", "Children")))
    control.set_current("n")
    return shown(control)


def colours_of(widget: QWidget) -> set[int]:
    shot = widget.grab().toImage()
    return {shot.pixel(x, y) for x in range(shot.width()) for y in range(shot.height())}


def test_a_choice_is_sent_when_a_person_makes_it_and_not_when_it_is_set(qtbot, choice):
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_current("c")
    with qtbot.waitSignal(choice.chosen) as sent:
        qtbot.mouseClick(choice.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert sent.args == ["n"]
    assert choice.current == "n"


def test_the_arrow_keys_move_a_choice(qtbot, choice):
    first, second = choice.findChildren(QRadioButton)
    first.setFocus()
    with qtbot.waitSignal(choice.chosen) as sent:
        qtbot.keyClick(first, Key.Key_Right)
    assert sent.args == ["c"]
    assert second.isChecked()


def test_a_choice_the_data_cannot_honour_is_disabled_and_says_why(choice):
    choice.set_possible({"n"}, "The file has one row per notification.")
    second = choice.findChildren(QRadioButton)[1]
    assert not second.isEnabled()
    assert "one row per notification" in second.toolTip()
    choice.set_possible({"n", "c"})
    assert second.isEnabled()
    assert second.toolTip() == ""


def test_choices_are_radio_buttons_with_names_and_room_for_them(choice):
    assert choice.accessibleName() == "Count"
    for button in choice.findChildren(QRadioButton):
        assert button.accessibleName() in {"Notifications", "Children"}
        assert button.width() > QFontMetrics(font(13, SEMIBOLD)).horizontalAdvance(button.accessibleName())


def test_a_chip_is_taken_out_by_click_and_by_keyboard(qtbot, theme, shown):
    chip = shown(ChipButton(theme, "Region is <b>London</b>"))
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    for key in (Key.Key_Space, Key.Key_Delete):
        with qtbot.waitSignal(chip.removed):
            qtbot.keyClick(chip, key)
    assert chip.accessibleName() == "Remove filter: Region is <b>London</b>"
    assert "&lt;b&gt;" in chip.toolTip()


def test_a_chip_to_change_is_taken_out_by_its_cross_and_by_delete_only(qtbot, theme, shown):
    chip = shown(ChipButton(theme, "Region is London", editable=True))
    with qtbot.assertNotEmitted(chip.removed):
        with qtbot.waitSignal(chip.clicked):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
        with qtbot.waitSignal(chip.clicked):
            qtbot.keyClick(chip, Key.Key_Space)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 14))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Key.Key_Delete)


def test_a_chip_that_only_informs_is_passed_over_by_keyboard(theme, shown):
    chip = shown(ChipButton(theme, "all 2,983 notifications", removable=False))
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chip.accessibleName() == "all 2,983 notifications"


def test_a_card_says_everything_to_a_screen_reader(theme, shown):
    card = HeadlineCard(theme)
    card.set_card(CARD)
    assert shown(card).accessibleName() == "Child deaths: 160. 1% fewer (162). Within what chance gives"


def test_a_card_asks_for_its_filters_and_ctrl_adds(qtbot, theme, shown):
    card = HeadlineCard(theme)
    card.set_card(CARD)
    shown(card)
    with qtbot.waitSignal(card.picked) as sent:
        qtbot.keyClick(card, Key.Key_Space)
    assert sent.args == [DEATHS, False]


def test_a_card_without_filters_asks_for_nothing(qtbot, theme, shown):
    card = HeadlineCard(theme)
    card.set_card(Card("total", "Notifications", "357", "", "", ()))
    shown(card)
    with qtbot.assertNotEmitted(card.picked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_a_card_grows_with_its_words(theme, shown):
    card = HeadlineCard(theme)
    card.set_card(CARD)
    short = shown(card).heightForWidth(220)
    card.set_card(Card("deaths", "Child deaths", "160", "1% fewer than in the year before " * 4, "", ()))
    assert card.heightForWidth(220) > short
    assert card.heightForWidth(180) >= card.heightForWidth(400)


@pytest.mark.parametrize("wish", ["light", "dark"])
def test_a_card_paints_figure_and_sparkline_in_the_colours_of_the_theme(theme, shown, wish):
    card = HeadlineCard(theme)
    card.set_card(Card("deaths", "Child deaths", "160", "", "", (188, 223, 160)))
    shown(card)
    theme.set_wish(wish)
    painted = {f"#{colour & 0xFFFFFF:06X}" for colour in colours_of(card)}
    assert {theme.tokens.surface, theme.colours["deaths"]} <= painted
    theme.set_wish("light")


def test_a_banner_shows_an_error_with_its_hint_as_plain_text_and_can_be_dismissed(qtbot, theme, shown):
    parent = QWidget()
    shown(parent)
    banner = Banner(theme, parent)
    assert not banner.isVisible()
    banner.show_error(UserError("<b>x</b>.xlsx cannot be read.", "Save it again."))
    assert banner.isVisible()
    assert banner.accessibleName() == "<b>x</b>.xlsx cannot be read. Save it again."
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(banner.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_an_error_without_a_hint_leaves_no_empty_line(theme, shown):
    parent = QWidget()
    shown(parent)
    banner = Banner(theme, parent)
    banner.show_error(UserError("The file is empty.", "Choose another."))
    assert banner._hint.isVisible()
    banner.show_error(UserError("The file is empty."))
    assert banner.accessibleName() == "The file is empty."
    assert not banner._hint.isVisible()


def test_the_copy_button_copies_its_text(qtbot, theme, shown):
    button = CopyButton(theme)
    button.text_to_copy = "The Panel received <379> notifications."
    shown(button)
    try:
        qtbot.keyClick(button, Key.Key_Space)
        assert QGuiApplication.clipboard().text() == "The Panel received <379> notifications."
    finally:
        QGuiApplication.clipboard().clear()


def test_an_icon_button_has_a_name_and_an_icon_in_both_states(theme, shown):
    button = shown(IconButton(theme, "undo", "Undo"))
    assert button.accessibleName() == "Undo"
    sharp = button.icon().pixmap(16, 16).toImage()
    theme.set_wish("dark")
    assert button.icon().pixmap(16, 16).toImage() != sharp
    theme.set_wish("light")


def test_the_program_has_an_icon(qapp):
    assert {size.width() for size in app_icon().availableSizes()} == {32, 64, 128, 256}


@pytest.fixture
def flow(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget, spacing=8)
    for _ in range(5):
        item = QWidget()
        item.setFixedSize(100, 20)
        layout.addWidget(item)
    return widget  # and not its layout, which does not keep it alive


@pytest.mark.parametrize(("width", "height"), [(532, 20), (531, 48), (208, 76), (100, 132), (40, 132)])
def test_a_flow_breaks_its_lines_where_the_width_ends(flow, width, height):
    assert flow.layout().heightForWidth(width) == height


def test_widgets_in_a_flow_do_not_overlap(flow):
    layout = flow.layout()
    layout.setGeometry(QRect(0, 0, 250, 200))
    places = [layout.itemAt(index).geometry() for index in range(layout.count())]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_a_flow_can_be_emptied(flow):
    layout = flow.layout()
    layout.clear()
    QApplication.processEvents()
    assert layout.count() == 0
    assert layout.heightForWidth(300) == 0


def test_a_label_never_takes_its_text_for_html(shown):
    label = shown(plain_label("<b>bold</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tooltip_shows_html_as_written():
    assert as_tooltip("<img src=x> & more") == "<qt>&lt;img src=x&gt; &amp; more</qt>"
    assert as_tooltip("") == ""


def test_an_empty_page_says_so_and_can_offer_a_way_out(qtbot, shown):
    state = shown(EmptyState("Nothing to show", "No record matches all filters."))
    way_out = QPushButton("Clear filters")
    state.add_way_out(way_out)
    assert way_out.parent() is state
    state.set_words("Still nothing", "Take out another filter.")
