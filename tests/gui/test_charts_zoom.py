"""A long series can be looked at in parts, by mouse and by keyboard, and there is always a way back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.filters import DateFilter
from desktop_app.presentation.models import Line, PlotKind
from desktop_app.ui.charts.chart_panel import ChartPanel
from desktop_app.ui.charts.zoom import FEWEST, Stretch, can_zoom, cropped, span_picks, whole
from desktop_app.ui.theme.theme import Theme
from tests.support.charts import MONTHS, YEARS, plot, series

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def monthly(kind: PlotKind = PlotKind.STACKED):
    made = plot(kind, MONTHS, series("deaths", range(90)), totals=[str(n) for n in range(90)])
    dated = tuple(
        replace(
            mark,
            picks=(DateFilter("date_notified", date(2018, 4, 1), date(2018, 4, mark.position // 3 + 1)),),
        )
        for mark in made.series[0].marks
    )
    return replace(made, series=(replace(made.series[0], marks=dated),), lines=(Line("Mean", (44.5,) * 90),))


@pytest.fixture
def panel(qtbot):
    made = ChartPanel(Theme(wish="light"))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_plot(monthly())
    with qtbot.waitExposed(made):
        made.show()
    return made


def sight(panel: ChartPanel) -> tuple[int, int]:
    stretch = panel.chart.stretch
    assert stretch is not None
    return stretch.first, stretch.last


def drag(qtbot, panel: ChartPanel, first: int, last: int) -> None:
    port, spots = panel.chart.plane.viewport(), panel.chart.plane.drawing.spots
    start, end = (QPoint(round(spots[at].centre.x()), 200) for at in (first, last))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def wheel(panel: ChartPanel, steps: int, modifier) -> None:
    port = panel.chart.plane.viewport()
    at = QPointF(port.rect().center())
    event = QWheelEvent(
        at, QPointF(port.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


stretches = st.integers(16, 200).flatmap(
    lambda total: st.tuples(st.integers(0, total - 1), st.integers(0, total - 1)).map(
        lambda ends: Stretch(0, total - 1, total).between(*ends)
    )
)


@given(stretches, st.floats(0.1, 10), st.floats(0, 1), st.integers(-300, 300))
def test_a_stretch_stays_inside_the_series_and_wide_enough_to_read(stretch, factor, share, step):
    about = stretch.first + share * (stretch.count - 1)
    for made in (stretch.scaled(factor, about), stretch.moved(step)):
        assert 0 <= made.first <= made.last < made.total
        assert made.count >= FEWEST
    assert stretch.moved(step).count == stretch.count


def test_only_long_series_by_period_can_be_looked_at_in_parts():
    assert can_zoom(monthly())
    assert not can_zoom(plot(PlotKind.STACKED, YEARS, series("deaths", (1, 2, 3))))
    assert not can_zoom(monthly(PlotKind.BARS))


def test_a_part_has_its_own_periods_values_lines_and_says_that_there_is_more():
    part = cropped(monthly(), Stretch(10, 13, 90))
    assert part.positions == MONTHS[10:14]
    assert [(mark.position, mark.value) for mark in part.series[0].marks] == [
        (0, 10),
        (1, 11),
        (2, 12),
        (3, 13),
    ]
    assert part.totals == ("10", "11", "12", "13")
    assert part.lines[0].values == (44.5,) * 4
    assert part.subtitle.endswith("Shown: Feb 2019 to May 2019 (4 of 90)")
    assert cropped(monthly(), whole(monthly())) == monthly()


def test_drawing_the_mouse_across_periods_looks_at_them_and_picks_nothing(qtbot, panel):
    with qtbot.assertNotEmitted(panel.picked):
        drag(qtbot, panel, 20, 39)
    assert sight(panel) == (20, 39)
    assert panel.plot.positions == MONTHS[20:40]


def test_what_is_in_sight_can_be_filtered_by_and_left_again(qtbot, panel):
    assert panel.stretch.back.isHidden()
    drag(qtbot, panel, 30, 41)
    with qtbot.waitSignal(panel.picked) as sent:
        panel.stretch.filtering.click()
    assert sent.args == [(DateFilter("date_notified", date(2018, 4, 1), date(2018, 4, 14)),), False]
    panel.stretch.back.click()
    assert sight(panel) == (0, 89)
    assert panel.stretch.back.isHidden()


def test_marks_without_dates_give_no_filter():
    assert span_picks(plot(PlotKind.LINES, MONTHS, series("deaths", range(90))), Stretch(0, 5, 90)) == ()


def test_the_wheel_zooms_with_ctrl_moves_with_shift_and_else_is_left_alone(panel):
    wheel(panel, 1, Qt.KeyboardModifier.NoModifier)
    assert sight(panel) == (0, 89)
    wheel(panel, 1, CTRL)
    first, last = sight(panel)
    assert last - first + 1 == 45
    wheel(panel, -1, SHIFT)
    assert sight(panel) == (first + 5, last + 5)
    wheel(panel, -1, CTRL)
    assert sight(panel) == (0, 89)


def test_keys_zoom_about_the_framed_mark_move_and_go_back(qtbot, panel):
    for key in (Key.Key_End, Key.Key_Plus, Key.Key_Plus):
        qtbot.keyClick(panel.chart, key)
    assert sight(panel) == (68, 89)
    assert panel.chart.spot.mark.value == 89
    qtbot.keyClick(panel.chart, Key.Key_Left, SHIFT)
    assert sight(panel) == (67, 88)
    qtbot.keyClick(panel.chart, Key.Key_Minus)
    qtbot.keyClick(panel.chart, Key.Key_0)
    assert sight(panel) == (0, 89)


def test_stepping_beyond_the_edge_brings_the_next_period_into_sight(qtbot, panel):
    drag(qtbot, panel, 10, 19)
    qtbot.keyClick(panel.chart, Key.Key_End)
    qtbot.keyClick(panel.chart, Key.Key_Right)
    assert panel.chart.spot.mark.value == 20
    assert sight(panel) == (11, 20)


def test_another_plot_of_the_same_periods_keeps_the_stretch_and_others_begin_whole(qtbot, panel):
    drag(qtbot, panel, 10, 19)
    panel.show_plot(monthly())
    assert sight(panel) == (10, 19)
    panel.show_plot(replace(monthly(), key="other"))
    assert sight(panel) == (0, 89)
    panel.show_plot(plot(PlotKind.STACKED, YEARS, series("deaths", (1, 2, 3))))
    assert panel.chart.stretch is None
    assert panel.stretch.isHidden()


def test_a_stretch_without_figures_says_so(panel):
    empty = series("deaths", [None if 10 <= at < 20 else at for at in range(90)])
    panel.show_plot(replace(monthly(), key="gaps", series=(empty,)))
    panel.chart.plane.brushed.emit(10, 19)
    assert panel.chart.plot.empty
    assert panel.chart._nothing.text() == "There are no figures in these periods."
