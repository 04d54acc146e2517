"""An analyst asks for rates as DfE gives them, and takes them from a population of her own and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.reading.rates_dialog import RatesDialog

LEFT = Qt.MouseButton.LeftButton
PANEL = "panel_notifications_2020_2021.xlsx"


def asked(window) -> RatesDialog:
    return window.findChildren(RatesDialog)[-1]


def press(qtbot, widget) -> None:
    qtbot.mouseClick(widget, LEFT)


def test_rates_follow_the_choice_of_population_and_of_children_and_name_both(
    qtbot, window, answers, tmp_path
):
    press(qtbot, window.start.sample_buttons[PANEL])
    window.loaded.go_to("trends")
    page = window.loaded.trends
    assert page.rates.isHidden()
    window._workspace.update(type(window._workspace.state)(chart="rate"))
    assert page.rates.isVisible()
    assert page.panel.plot.title == "Notifications, 2021: 3.22 per 100,000 children"

    press(qtbot, page.rates)
    press(qtbot, asked(window).per.findChildren(QAbstractButton)[1])
    asked(window).reject()
    assert page.panel.plot.title == "Notifications, 2021: 0.322 per 10,000 children"
    assert window._workspace.undo_words == "Rates per 10,000 children"

    own = tmp_path / "ours.csv"
    own.write_text("Area,Year,Children 0-17\nEngland,2021,11000000\n", encoding="utf-8")
    answers.opens = (own,)
    press(qtbot, page.rates)
    assert not asked(window).bundled.isEnabled()
    press(qtbot, asked(window).own)
    # 379 among 11,000,000 children
    assert page.panel.plot.title == "Notifications, 2021: 0.345 per 10,000 children"
    assert "Population from a file of your own: ours.csv." in page.panel.plot.source
    assert any("ours.csv" in note for note in page.block.table.notes)

    window.actions_["rates"].trigger()
    assert "1 place, mid-2021" in asked(window).source.text()
    press(qtbot, asked(window).bundled)
    assert page.panel.plot.title == "Notifications, 2021: 0.322 per 10,000 children"
    assert "ours.csv" not in page.panel.plot.source


def test_a_file_that_is_no_population_leaves_the_rates_as_they_are(qtbot, window, answers, tmp_path):
    press(qtbot, window.start.sample_buttons[PANEL])
    wrong = tmp_path / "letters.csv"
    wrong.write_text("To,Text\nA,B\n", encoding="utf-8")
    answers.opens = (wrong,)
    window.actions_["rates"].trigger()
    press(qtbot, asked(window).own)
    assert window.banner.isVisible()
    assert "letters.csv is no table of population." in window.banner.accessibleName()
    assert not window._workspace.view.rates.own
