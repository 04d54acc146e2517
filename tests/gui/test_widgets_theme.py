"""The theme: enough contrast in light and dark, a switch at run time, fonts that are really there."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel

from desktop_app.catalogue import palette
from desktop_app.ui.theme.colour import contrast, ink_on, luminance, mix, readable
from desktop_app.ui.theme.fonts import BOLD, REGULAR, SEMIBOLD, font, load_fonts
from desktop_app.ui.theme.sheet import stylesheet
from desktop_app.ui.theme.theme import Theme, apply_theme
from desktop_app.ui.theme.tokens import DARK, LIGHT

TOKENS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
COLOURS = pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
MARKS = ("total", "deaths", "serious_harm", "other", "children", "focus")


@pytest.fixture
def theme(qapp):
    made = apply_theme(qapp, "light")
    yield made
    made.set_wish("light")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#0000FF", "#FFFFFF", 8.59)],
)
def test_contrast_is_what_wcag_calculators_give(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_luminance_runs_from_black_to_white():
    assert (luminance("#000000"), luminance("#FFFFFF")) == (0.0, pytest.approx(1.0))


def test_mixing_goes_all_the_way_between_two_colours():
    assert [mix("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#FFFFFF"]


@TOKENS
@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
@pytest.mark.parametrize("ground", ["background", "surface", "hover"])
def test_text_can_be_read_on_every_ground(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@TOKENS
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("accent", "soft"),
        ("text", "soft"),
        ("on_fill", "fill"),
        ("text", "caution"),
        ("text", "error"),
        ("surface", "accent"),
    ],
)
def test_text_can_be_read_on_what_is_chosen_filled_or_warned(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@TOKENS
@pytest.mark.parametrize("line", ["control", "accent"])
def test_controls_and_the_focus_ring_stand_out_from_the_surface(tokens, line):
    assert contrast(getattr(tokens, line), tokens.surface) >= 3.0


@COLOURS
@pytest.mark.parametrize("key", MARKS)
def test_marks_stand_out_and_their_words_and_labels_can_be_read(colours, key):
    assert contrast(colours[key], colours["surface"]) >= 3.0
    assert contrast(readable(colours[key], colours["surface"]), colours["surface"]) >= 4.5
    assert contrast(ink_on(colours[key]), colours[key]) >= 4.5


@COLOURS
@pytest.mark.parametrize("ink", ["text", "muted"])
def test_the_words_of_charts_can_be_read(colours, ink):
    assert contrast(colours[ink], colours["surface"]) >= 4.5


def test_a_colour_that_can_be_read_already_is_left_alone():
    assert readable("#12436D", "#FFFFFF") == "#12436D"


def test_the_switch_changes_tokens_palette_and_stylesheet_and_is_told_once(qtbot, qapp, theme):
    with qtbot.waitSignal(theme.changed):
        theme.set_wish("dark")
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background
    assert DARK.surface in qapp.styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_wish("dark")


def test_the_system_s_wish_is_followed_where_it_is_asked_for(theme, qapp):
    theme.set_wish("system")
    system_is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.tokens is (DARK if system_is_dark else LIGHT)


def test_an_application_has_one_theme(qapp, theme):
    assert apply_theme(qapp, "light") is theme


def test_a_theme_without_an_application_changes_nothing_but_itself(qapp, theme):
    before = qapp.styleSheet()
    assert Theme(wish="dark").tokens is DARK
    assert qapp.styleSheet() == before


@TOKENS
def test_the_stylesheet_uses_no_colour_that_is_not_a_token(tokens):
    known = {getattr(tokens, name) for name in tokens.__slots__}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(tokens))) <= known
    assert "$" not in stylesheet(tokens)


def test_labels_take_their_colour_from_the_role(qtbot, theme):
    label = QLabel("words")
    qtbot.addWidget(label)
    label.setProperty("role", "muted")
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.muted


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD, BOLD])
def test_the_shipped_font_is_there_in_every_weight(qapp, weight):
    load_fonts()
    found = QFontInfo(font(13, weight))
    assert (found.family(), found.weight()) == ("Inter", weight)


def test_tabular_figures_are_all_equally_wide(qapp):
    load_fonts()
    metrics = QFontMetricsF(font(13, tabular=True))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
