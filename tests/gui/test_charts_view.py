"""The chart as a widget: pointing, picking, stepping by keyboard, and what a screen reader meets."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.presentation.models import PlotKind
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.theme.theme import Theme
from tests.support.charts import TITLE, YEARS, plot, series, stacked

Key = Qt.Key


@pytest.fixture
def theme(qapp):
    return Theme(wish="light")


@pytest.fixture
def view(qtbot, theme):
    made = ChartView(theme)
    qtbot.addWidget(made)
    made.resize(800, 480)
    made.set_plot(stacked())
    with qtbot.waitExposed(made):
        made.show()
    return made


def centre(view: ChartView, index: int) -> QPoint:
    return view.plane.drawing.spots[index].centre.toPoint()


def words(view: ChartView) -> str | None:
    return view.spot.mark.words if view.spot else None


def click(
    qtbot,
    view: ChartView,
    index: int,
    modifier=Qt.KeyboardModifier.NoModifier,
    button=Qt.MouseButton.LeftButton,
):
    qtbot.mouseClick(view.plane.viewport(), button, modifier, centre(view, index))


def test_a_click_on_a_mark_picks_its_filters(qtbot, view):
    with qtbot.waitSignal(view.picked) as sent:
        click(qtbot, view, 1)
    assert sent.args == [stacked().series[0].marks[1].picks, False]


def test_ctrl_and_click_adds_to_what_is_filtered(qtbot, view):
    with qtbot.waitSignal(view.picked) as sent:
        click(qtbot, view, 3, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == [stacked().series[1].marks[0].picks, True]


def test_the_other_button_and_the_empty_ground_pick_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.picked):
        click(qtbot, view, 1, button=Qt.MouseButton.RightButton)
        qtbot.mouseClick(view.plane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_pointing_frames_a_mark_and_leaving_lets_go(qtbot, view):
    qtbot.mouseMove(view.plane.viewport(), centre(view, 2))
    assert words(view) == "deaths at 2: 156"
    QApplication.sendEvent(view.plane.viewport(), QEvent(QEvent.Type.Leave))
    view.plane.leaveEvent(QEvent(QEvent.Type.Leave))
    assert words(view) is None


def test_arrows_step_along_periods_and_among_the_parts_of_a_column(qtbot, view):
    keys = (
        Key.Key_Left,
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_Up,
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Home,
        Key.Key_End,
    )
    seen = []
    for key in keys:
        qtbot.keyClick(view, key)
        seen.append((view.spot.series, view.spot.mark.position))
    assert seen == [(1, 2), (1, 1), (1, 2), (1, 2), (1, 2), (0, 2), (0, 0), (1, 2)]


def test_enter_picks_the_framed_mark_and_escape_lets_go(qtbot, view):
    qtbot.keyClick(view, Key.Key_Home)
    with qtbot.waitSignal(view.picked) as sent:
        qtbot.keyClick(view, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == [stacked().series[0].marks[0].picks, True]
    qtbot.keyClick(view, Key.Key_Escape)
    assert view.spot is None


def test_bars_are_stepped_through_from_top_to_bottom(qtbot, view):
    view.set_plot(plot(PlotKind.BARS, YEARS, series("focus", (30, 20, 10))))
    seen = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        qtbot.keyClick(view, key)
        seen.append(view.spot.mark.position)
    assert seen == [0, 1, 0]


def test_stepping_passes_over_a_gap(qtbot, view):
    view.set_plot(plot(PlotKind.LINES, YEARS, series("deaths", (1, None, 3))))
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Right)
    assert view.spot.mark.position == 2


def test_each_step_is_announced(qtbot, view, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    qtbot.keyClick(view, Key.Key_Home)
    assert said == ["deaths at 0: 100"]


def test_a_screen_reader_meets_a_chart_with_its_title_and_text_alternative(view):
    met = QAccessible.queryAccessibleInterface(view)
    assert met.role() == QAccessible.Role.Chart
    assert TITLE in met.text(QAccessible.Text.Name)
    assert met.text(QAccessible.Text.Description) == stacked().alt_text


def test_the_framed_mark_stays_framed_when_the_chart_is_resized(qtbot, view):
    qtbot.keyClick(view, Key.Key_Home)
    before = view.spot.rect
    view.resize(500, 300)
    QApplication.processEvents()
    assert words(view) == "deaths at 0: 100"
    assert view.spot.rect != before


def test_a_new_plot_lets_go_of_the_mark(qtbot, view):
    qtbot.keyClick(view, Key.Key_Home)
    view.set_plot(plot(PlotKind.LINES, YEARS, series("deaths", (1, 2, 3))))
    assert view.spot is None


def test_an_empty_plot_shows_a_sentence_in_place_of_a_frame(view):
    empty = plot(PlotKind.STACKED, YEARS, series("deaths", (None, None, None)))
    view.set_plot(replace(empty, alt_text=""))
    assert not view.plane.isVisible()
    assert "nothing to draw" in view._nothing.text()
    view.set_plot(stacked())
    assert view.plane.isVisible()


def test_the_wheel_is_left_to_the_page(qtbot, view):
    at, none = QPointF(50, 50), QPoint()
    event = QWheelEvent(
        at, at, none, QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = [spot.rect for spot in view.plane.drawing.spots]
    view.plane.wheelEvent(event)
    assert not event.isAccepted()
    assert [spot.rect for spot in view.plane.drawing.spots] == before


def test_the_chart_takes_the_new_colours_when_the_theme_changes(view, theme):
    light = {shape.colour for shape in view.plane.drawing.shapes if hasattr(shape, "ground")}
    theme.set_wish("dark")
    dark = {shape.colour for shape in view.plane.drawing.shapes if hasattr(shape, "ground")}
    assert light != dark
    assert theme.colours["deaths"] in dark


@pytest.mark.parametrize("kind", list(PlotKind))
def test_every_kind_paints_with_a_mark_framed(qtbot, view, kind):
    view.set_plot(plot(kind, YEARS, series("deaths", (30, None, 10), provisional=(2,))))
    qtbot.keyClick(view, Key.Key_Home)
    shot = view.grab().toImage()
    assert len({shot.pixel(x, y) for x in range(0, 800, 4) for y in range(0, 480, 4)}) > 3
