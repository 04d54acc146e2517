"""Lines behind the marks reach no further than what they stand for, and each is named."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from desktop_app.catalogue import palette
from desktop_app.presentation.models import Line, Mark, Plot, PlotKind, PlotSeries
from desktop_app.ui.charts.frame import Frame, Inks
from desktop_app.ui.charts.marks import draw
from desktop_app.ui.charts.plan import plan, tick_texts
from desktop_app.ui.charts.shapes import Area, Drawing, Stroke, Words
from desktop_app.ui.theme.fonts import load_fonts
from tests.support.charts import YEARS, plot, series

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = QRectF(0, 0, 900, 400)


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def drawn(shown: Plot) -> tuple[Drawing, Frame]:
    laid = plan(shown, SIZE.width(), SIZE.height())
    frame = Frame(SIZE.marginsRemoved(laid.margins), laid.positions, laid.values)
    return draw(shown, frame, Inks(palette.LIGHT)), frame


def referred(*lines: Line) -> Plot:
    return replace(plot(PlotKind.LINES, YEARS, series("total", (10, 20, 30))), lines=lines)


def named(drawing: Drawing, text: str) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.text == text]


def strokes(drawing: Drawing, colour: str) -> list[Stroke]:
    return [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.colour == colour]


def test_figures_by_period_end_at_their_periods_and_a_level_goes_on_to_the_sides():
    drawing, frame = drawn(referred(Line("Published", (12.0, 18.0, 31.0)), Line("Mean 20", (20.0,) * 3)))
    figures, level = strokes(drawing, palette.LIGHT["muted"])
    assert (figures.points[0].x(), figures.points[-1].x()) == (frame.place(0), frame.place(2))
    assert (level.points[0].x(), level.points[-1].x()) == (frame.place(-0.5), frame.place(2.5))


def test_a_line_that_ends_early_is_named_where_it_ends():
    drawing, frame = drawn(referred(Line("Panel, published", (None, 5.0, None))))
    (name,) = named(drawing, "Panel, published")
    assert name.rect.bottom() <= frame.reach(5.0)
    assert frame.place(0) < name.rect.center().x() < frame.place(2)


def test_the_band_of_a_point_alone_is_no_wider_than_a_point_needs():
    marks = (Mark(0, 50.0, "50%", "2021: 50%", 40.0, 60.0),)
    shown = replace(
        plot(PlotKind.LINES, ("2021",), PlotSeries("total", "Share", marks)), band=True, percent=True
    )
    (band,) = [shape for shape in drawn(shown)[0].shapes if isinstance(shape, Area)]
    assert max(corner.x() for corner in band.corners) - min(corner.x() for corner in band.corners) <= 20


def test_one_line_alone_is_named_by_the_title():
    alone = plot(PlotKind.LINES, YEARS, series("total", (10, 20, 30)))
    assert not named(drawn(alone)[0], "total")


def test_ticks_have_as_many_decimals_as_each_other_and_zero_none():
    shown = replace(plot(PlotKind.LINES, YEARS, series("total", (1, 2, 2.5))), places=2)
    assert list(tick_texts(shown, (0, 0.5, 1, 1.5)).values()) == ["0", "0.5", "1.0", "1.5"]


def test_a_name_keeps_off_the_lines_where_some_place_is_free():
    uneven = series("total", [90.0] * 10 + [0.0, 100.0] * 5)
    shown = plot(PlotKind.LINES, tuple(map(str, range(2000, 2020))), uneven)
    drawing, frame = drawn(replace(shown, lines=(Line("Mean before 50", (50.0,) * 15 + (None,) * 5),)))
    (name,) = named(drawing, "Mean before 50")
    assert name.rect.right() < frame.place(10)  # the line goes up and down from there on


def test_a_value_with_no_other_place_interrupts_a_limit_and_never_the_line():
    near = referred(Line("Upper 31", (31, 31, 31)), Line("Lower 9", (9, 9, 9)), Line("Mean 20", (20, 20, 20)))
    drawing, _ = drawn(near)
    assert [len(named(drawing, text)) for text in ("10", "20", "30")] == [1, 1, 1]
