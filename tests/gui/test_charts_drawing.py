"""What is drawn for a plot, in pixels: heights, gaps, provisional marks, labels."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from desktop_app.catalogue import palette
from desktop_app.presentation.models import Mark, Plot, PlotKind, PlotSeries
from desktop_app.ui.charts.frame import Frame, Inks, text_width
from desktop_app.ui.charts.marks import callout, draw
from desktop_app.ui.charts.plan import plan, position_labels, tick_text
from desktop_app.ui.charts.plane import Plane
from desktop_app.ui.charts.shapes import Block, Dot, Drawing, Stroke, Words, hatching
from desktop_app.ui.theme.colour import contrast
from desktop_app.ui.theme.fonts import load_fonts
from desktop_app.ui.theme.theme import Theme
from tests.support.charts import MONTHS, YEARS, plot, series, stacked

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def drawn(
    shown: Plot, width: float = 800, height: float = 400, colours=palette.LIGHT
) -> tuple[Drawing, Frame]:
    laid = plan(shown, width, height)
    area = QRectF(0, 0, width, height).marginsRemoved(laid.margins)
    frame = Frame(area, laid.positions, laid.values, shown.kind is PlotKind.BARS)
    return draw(shown, frame, Inks(colours)), frame


def of_kind(drawing: Drawing, kind: type) -> list:
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def texts(drawing: Drawing) -> list[str]:
    return [words.text for words in of_kind(drawing, Words)]


def test_stacked_columns_stand_on_zero_and_on_each_other_as_high_as_their_values():
    drawing, frame = drawn(stacked())
    deaths, harm = drawing.spots[0].rect, drawing.spots[3].rect
    assert deaths.bottom() == pytest.approx(frame.reach(0))
    assert harm.bottom() == pytest.approx(deaths.top())
    assert harm.height() == pytest.approx(2 * deaths.height())


def test_stacked_columns_carry_values_totals_and_names_of_the_series():
    drawing, _ = drawn(stacked())
    assert {"100", "200", "300", "473", "398", "Child death", "Serious harm"} <= set(texts(drawing))


def test_a_part_that_the_last_column_lacks_is_named_all_the_same():
    shown = stacked()
    gone = replace(shown.series[1].marks[-1], value=None, label="[c]")
    harm = replace(shown.series[1], marks=(*shown.series[1].marks[:-1], gone))
    drawing, _ = drawn(replace(shown, series=(shown.series[0], harm, *shown.series[2:])))
    assert {"Child death", "Serious harm"} <= set(texts(drawing))


def test_a_part_without_a_case_in_any_column_is_not_named():
    shown = stacked()
    none = tuple(replace(mark, value=0.0, label="0") for mark in shown.series[1].marks)
    drawing, _ = drawn(replace(shown, series=(shown.series[0], replace(shown.series[1], marks=none))))
    assert "Serious harm" not in texts(drawing)


@THEMES
def test_every_word_in_a_chart_has_enough_contrast(colours):
    drawing, _ = drawn(stacked(), colours=colours)
    blocks = of_kind(drawing, Block)
    for words in of_kind(drawing, Words):
        under = [block.colour for block in blocks if block.rect.contains(words.rect.center())]
        assert contrast(words.colour, under[-1] if under else colours["surface"]) >= 4.5, words.text


def test_values_that_do_not_fit_in_their_column_are_left_out():
    thin = plot(PlotKind.STACKED, YEARS, series("deaths", (1, 1, 1)), series("other", (900, 900, 900)))
    assert "1" not in texts(drawn(thin)[0])
    assert "900" in texts(drawn(thin)[0])


def test_a_total_is_not_printed_twice_where_there_is_one_series():
    one = plot(PlotKind.STACKED, YEARS, series("focus", (482, 379, 400)), totals=("482", "379", "400"))
    assert texts(drawn(one)[0]).count("482") == 1


def test_zero_is_drawn_and_can_be_pointed_at_while_a_gap_is_not():
    shown = plot(PlotKind.STACKED, YEARS, series("deaths", (0, None, 5)), totals=("0", "", "5"))
    drawing, _ = drawn(shown)
    assert [spot.mark.position for spot in drawing.spots] == [0, 2]
    assert [text for text in texts(drawing) if text] == ["0", "5", "Child death"]


def test_a_line_is_not_drawn_across_a_gap():
    shown = plot(PlotKind.LINES, tuple("abcde"), series("deaths", (1, 2, None, 4, 5)))
    runs = [len(stroke.points) for stroke in of_kind(drawn(shown)[0], Stroke)]
    assert runs == [2, 2]


def test_lines_differ_in_dash_and_symbol_and_not_only_in_colour():
    shown = plot(
        PlotKind.LINES,
        YEARS,
        series("total", (9, 9, 9)),
        series("deaths", (3, 3, 3)),
        series("other", (1, 1, 1)),
    )
    drawing, _ = drawn(shown)
    assert len({stroke.dash for stroke in of_kind(drawing, Stroke)}) == 3
    assert len({dot.symbol for dot in of_kind(drawing, Dot)}) == 3


@pytest.mark.parametrize("kind", [PlotKind.STACKED, PlotKind.LINES, PlotKind.BARS])
def test_provisional_marks_are_hollow_and_no_others(kind):
    shown = plot(kind, YEARS, series("deaths", (10, 20, 30), provisional=(2,)))
    drawing, _ = drawn(shown)
    marks = of_kind(drawing, Dot if kind is PlotKind.LINES else Block)
    assert [mark.hollow for mark in marks if mark.colour == palette.LIGHT["deaths"]] == [False, False, True]


def test_a_crowded_line_prints_its_highest_value_and_its_last_beside_its_name():
    values = [*([20.0] * 44), 99.0, *([20.0] * 44), 35.0]
    drawing, _ = drawn(plot(PlotKind.LINES, MONTHS, series("total", values)))
    assert sorted(texts(drawing)) == ["99", "total 35"]


def test_values_of_lines_stand_clear_of_every_line():
    rising = plot(
        PlotKind.LINES,
        tuple("abcdefgh"),
        series("total", range(0, 800, 100)),
        series("deaths", range(800, 0, -100)),
    )
    drawing, _ = drawn(rising)
    values = [words for words in of_kind(drawing, Words) if words.text.isdigit()]
    assert values
    for stroke in of_kind(drawing, Stroke):
        for start, end in pairwise(stroke.points):
            on_the_way = [start + (end - start) * (step / 40) for step in range(41)]
            assert not [words.text for words in values for point in on_the_way if words.rect.contains(point)]


def test_names_at_the_ends_of_lines_do_not_overlap_where_the_lines_meet():
    shown = plot(PlotKind.LINES, YEARS, series("deaths", (9, 9, 160)), series("serious_harm", (9, 9, 161)))
    names = [
        words.rect
        for words in of_kind(drawn(shown)[0], Words)
        if words.text in {"Child death", "Serious harm"}
    ]
    assert len(names) == 2
    assert not names[0].intersects(names[1])


def change(*marks: tuple[float | None, float, float]) -> Plot:
    made = tuple(Mark(at, value, f"{value}", "", low, high) for at, (value, low, high) in enumerate(marks))
    return plot(PlotKind.CHANGE, [f"{2019 + at}" for at in range(len(marks))], PlotSeries("focus", "n", made))


def test_a_fall_hangs_from_zero_and_a_rise_stands_on_it():
    drawing, frame = drawn(change((-20, -30, -10), (20, 10, 30)))
    fall, rise = drawing.spots
    assert fall.rect.top() == pytest.approx(frame.reach(0))
    assert rise.rect.bottom() == pytest.approx(frame.reach(0))
    assert fall.rect.height() == pytest.approx(rise.rect.height())


def test_an_interval_far_beyond_the_changes_does_not_flatten_them():
    _, frame = drawn(change((100, -50, 9000)))
    assert frame.values[1] <= 400
    assert frame.values[0] >= -100


def test_no_axis_of_change_goes_below_all_gone_or_shows_a_bare_minus():
    shown = change((-90, -99, 300))
    laid = plan(shown, 800, 400)
    assert min(laid.ticks) >= -100
    assert not any(tick_text(shown, tick).startswith(("-", "−")) for tick in laid.ticks)
    assert tick_text(shown, 0) == "no change"
    assert tick_text(shown, -20) == "20% fewer"


@pytest.mark.parametrize("pitch", [4.0, 8.0, 30.0, 90.0])
def test_labels_of_90_months_never_touch(pitch):
    shown = position_labels(MONTHS, pitch)
    places = [(index * pitch, text_width(text)) for index, text in shown.items()]
    for (left, wide), (right, other) in pairwise(places):
        assert left + wide / 2 < right - other / 2


def test_bars_are_as_long_as_their_values_and_long_names_keep_their_room():
    names = ("Yorkshire and The Humber", "London", "North East")
    drawing, frame = drawn(plot(PlotKind.BARS, names, series("focus", (400, 200, 100))))
    long, middle, _ = (block.rect for block in of_kind(drawing, Block))
    assert long.width() == pytest.approx(2 * middle.width())
    assert frame.area.left() > text_width(names[0])


@pytest.mark.parametrize("kind", [kind for kind in PlotKind if kind is not PlotKind.TILES])
@pytest.mark.parametrize("count", [1, 2, 8, 90])
@pytest.mark.parametrize("size", [(240, 160), (960, 540)])
def test_every_kind_draws_any_number_of_periods_inside_its_room(kind, count, size):
    values = [float(at % 7) for at in range(count)]
    shown = plot(kind, MONTHS[:count], series("deaths", values), series("serious_harm", values))
    drawing, _ = drawn(replace(shown, totals=tuple(f"{2 * value:.0f}" for value in values)), *size)
    assert len(drawing.spots) == 2 * count
    room = QRectF(-2, -2, size[0] + 4, size[1] + 4)
    outside = [words for words in of_kind(drawing, Words) if words.text and not room.contains(words.rect)]
    assert not outside


def test_hatching_stays_inside_its_rectangle():
    rect = QRectF(10, 20, 30, 50)
    for line in hatching(rect):
        for point in line:
            assert rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)


@pytest.mark.parametrize("mark", [QRectF(0, 0, 10, 10), QRectF(780, 390, 20, 10), QRectF(400, 0, 10, 400)])
def test_the_words_about_a_mark_stay_inside_the_chart(mark):
    bounds = QRectF(0, 0, 800, 400)
    assert bounds.contains(callout(mark, 260, 60, bounds))


def test_a_total_that_would_cover_the_column_beside_it_is_left_out():
    values = [40.0] * 89 + [10.0]
    shown = plot(
        PlotKind.STACKED, MONTHS, series("focus", values), totals=[f"{value:.0f}" for value in values]
    )
    assert texts(drawn(shown)[0]) == ["40"]


def with_others(kind: PlotKind) -> Plot:
    own, totals = series("focus", (100, 50, 0)), ("100 of 120", "50 of 200", "0 of 40")
    made = plot(kind, YEARS, own, series("others", (20, 150, 40)), totals=totals)
    return replace(made, others=True)


@pytest.mark.parametrize("kind", [PlotKind.STACKED, PlotKind.BARS])
def test_others_begin_where_the_mark_ends_and_only_the_total_is_printed(kind):
    drawing, frame = drawn(with_others(kind))
    rects = {(spot.series, spot.mark.position): spot.rect for spot in drawing.spots}
    own, others = rects[0, 1], rects[1, 1]
    if kind is PlotKind.BARS:
        assert others.left() == pytest.approx(own.right()) == pytest.approx(frame.reach(50))
        assert others.right() == pytest.approx(frame.reach(200))
    else:
        assert others.bottom() == pytest.approx(own.top()) == pytest.approx(frame.reach(50))
        assert others.top() == pytest.approx(frame.reach(200))
    assert {"100 of 120", "50 of 200", "0 of 40"} <= set(texts(drawing))
    assert not {"20", "150", "40"} & set(texts(drawing)[:-3])


def test_totals_of_bars_stand_clear_of_the_others_and_within_the_chart():
    drawing, frame = drawn(with_others(PlotKind.BARS), width=500)
    printed = {words.text: words.rect for words in of_kind(drawing, Words)}
    assert printed["50 of 200"].left() > frame.reach(200)
    assert printed["50 of 200"].right() <= 500


def test_values_of_bars_with_intervals_stand_before_the_axis_and_not_at_a_whisker():
    marks = tuple(Mark(at, 20.0 + at, f"{20 + at}", "", 10.0, 40.0) for at in range(3))
    drawing, frame = drawn(plot(PlotKind.BARS, ("Kent", "Leeds", "Bury"), PlotSeries("focus", "n", marks)))
    values = [words for words in of_kind(drawing, Words) if words.text in {"20", "21", "22"}]
    assert len(values) == 3
    assert len({words.rect.right() for words in values}) == 1
    assert all(words.rect.right() <= frame.area.left() for words in values)


def test_the_last_figure_of_the_axis_of_bars_is_not_cut(qtbot):
    plane = Plane(Theme(wish="light"))
    qtbot.addWidget(plane)
    plane.resize(600, 300)
    marks = tuple(Mark(at, 90.0, "90", "", 60.0, 99.0) for at in range(3))
    plane.show_plot(plot(PlotKind.BARS, ("Kent", "Leeds", "Bury"), PlotSeries("focus", "n", marks)))
    plane.grab()  # it is drawn when it is looked at
    figures = [shape for shape in plane._axes[1].shapes if isinstance(shape, Words) and shape.text == "100"]
    assert len(figures) == 1
    assert figures[0].rect.right() <= plane.width()
