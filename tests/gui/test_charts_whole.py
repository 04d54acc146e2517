"""Charts that fill their whole room: shaded tables, tile maps, small multiples."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt

from desktop_app.catalogue import palette
from desktop_app.catalogue.regions import PLACES
from desktop_app.presentation.models import PlotKind
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.charts.frame import Frame, Inks
from desktop_app.ui.charts.heat import shade
from desktop_app.ui.charts.marks import draw
from desktop_app.ui.charts.multiples import grid_width
from desktop_app.ui.charts.shapes import Block, Drawing, Words
from desktop_app.ui.theme.colour import READABLE, contrast, luminance
from desktop_app.ui.theme.fonts import load_fonts
from desktop_app.ui.theme.theme import Theme
from tests.support.charts import MONTHS, YEARS, plot, series

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = pytest.mark.parametrize("colours", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
AREA = QRectF(0, 24, 800, 376)


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def drawn(shown, colours=palette.LIGHT) -> Drawing:
    return draw(shown, Frame(AREA, (0, 1), (0, 1)), Inks(colours))


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def heat(*values):
    return plot(PlotKind.HEAT, YEARS, series("deaths", values), series("serious_harm", (1, 2, 3)))


@THEMES
def test_more_is_never_paler_and_one_differs_from_none(colours):
    inks = Inks(colours)
    away = [
        abs(luminance(shade(value, 100, inks)) - luminance(colours["surface"])) for value in range(0, 101, 5)
    ]
    assert all(after > before for before, after in pairwise(away))
    assert contrast(shade(1, 100, inks), colours["surface"]) > 1.05


@THEMES
def test_every_figure_can_be_read_on_its_cell(colours):
    for value in range(0, 101, 4):
        shapes = drawn(heat(value, 100, 100 - value), colours).shapes
        for block, words in pairwise(shapes):
            if isinstance(block, Block) and isinstance(words, Words) and block.rect.contains(words.rect):
                assert contrast(words.colour, block.colour) >= READABLE


def test_a_shaded_table_has_a_cell_for_every_row_and_period_and_names_both():
    drawing = drawn(heat(5, 0, 9))
    assert [spot.mark.value for spot in drawing.spots] == [5, 0, 9, 1, 2, 3]
    assert {*YEARS, "Child death", "Serious harm", "5", "0", "9"} <= set(texts(drawing))
    first, second = drawing.spots[0].rect, drawing.spots[3].rect
    assert first.left() == second.left()
    assert first.bottom() == pytest.approx(second.top())


def test_what_is_not_known_is_hatched_and_zero_is_not():
    drawing = drawn(heat(None, 0, 9))
    hollow = [shape for shape in drawing.shapes if isinstance(shape, Block) and shape.hollow]
    assert [block.rect.center().x() for block in hollow] == [
        pytest.approx(drawing.spots[0].centre.x(), abs=2)
    ]


def test_the_regions_stand_about_where_they_lie():
    drawing = drawn(plot(PlotKind.TILES, tuple(PLACES), series("focus", range(9))))
    at = {name: spot.centre for name, spot in zip(PLACES, drawing.spots, strict=True)}
    assert at["North East"].y() < at["Yorkshire and The Humber"].y() < at["East Midlands"].y()
    assert at["South West"].x() < at["London"].x()
    assert at["West Midlands"].x() < at["East Midlands"].x() < at["East of England"].x()
    for one, other in pairwise(drawing.spots):
        assert not one.rect.intersects(other.rect)


def test_what_is_no_region_stands_below_the_map():
    drawing = drawn(plot(PlotKind.TILES, ("London", "Wales"), series("focus", (4, 2))))
    london, wales = drawing.spots
    assert wales.rect.top() > london.rect.bottom()


def test_small_charts_share_both_scales():
    drawing = drawn(
        plot(PlotKind.MULTIPLES, YEARS, series("deaths", (10, 20, 40)), series("other", (10, 5, None)))
    )
    columns = [shape.rect for shape in drawing.shapes if isinstance(shape, Block)]
    assert columns[2].height() == pytest.approx(4 * columns[0].height())
    assert columns[3].height() == pytest.approx(columns[0].height())
    assert len(drawing.spots) == 5  # the gap has no column
    assert {"Child death", "other", "40", "5"} <= set(texts(drawing))


@pytest.mark.parametrize("count", [1, 2, 5, 9, 12])
def test_small_charts_fill_their_room_without_an_empty_row(count):
    across = grid_width(count, 900, 400)
    assert 1 <= across <= count
    assert -(-count // across) * across - count < across


@pytest.mark.parametrize("kind", [PlotKind.HEAT, PlotKind.MULTIPLES])
def test_arrow_keys_go_from_cell_to_cell_in_all_four_directions(qtbot, kind):
    view = ChartView(Theme(wish="light"))
    qtbot.addWidget(view)
    view.resize(400, 500)  # tall: little charts stand one below the other
    with qtbot.waitExposed(view):
        view.show()
    view.set_plot(plot(kind, YEARS, series("deaths", (1, 2, 3)), series("other", (4, 5, 6))))
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
        seen.append(view.spot.mark.value if view.spot else None)
    assert seen == [1, 2, 5, 4, 1]


def test_a_long_name_over_a_little_chart_takes_further_lines_and_is_not_cut():
    long = "Sudden unexpected death in infancy"
    names = [replace(series("deaths", (1, 2, 3)), label=f"{long} {at}") for at in range(12)]
    drawing = drawn(plot(PlotKind.MULTIPLES, YEARS, *names))
    told = {" ".join(text.split()) for text in texts(drawing)}
    assert {f"{long} {at}" for at in range(12)} <= told


def test_figures_stand_in_all_cells_of_a_shaded_table_or_in_none():
    values = [1.0, *([100_000.0] * 89)]
    crowded = texts(drawn(plot(PlotKind.HEAT, MONTHS, series("deaths", values))))
    assert "1" not in crowded
    assert crowded.count("100,000") == 1  # the end of the key


def test_a_hidden_count_in_a_little_chart_is_told_from_none():
    hidden = series("deaths", (3, None, 0))
    marks = tuple(replace(mark, label="[c]") if mark.value is None else mark for mark in hidden.marks)
    shown = plot(PlotKind.MULTIPLES, YEARS, replace(hidden, marks=marks), series("other", (1, 2, 3)))
    assert texts(drawn(shown)).count("c") == 1


def test_names_of_columns_never_meet_though_the_last_is_moved_inside():
    shown = plot(PlotKind.HEAT, MONTHS, series("deaths", [1] * len(MONTHS)))
    names = [
        shape.rect
        for shape in drawn(shown).shapes
        if isinstance(shape, Words) and shape.text.replace("\n", " ") in MONTHS
    ]
    assert len(names) > 3
    assert all(one.right() < other.left() for one, other in pairwise(names))


def test_the_key_of_a_map_of_small_rates_ends_at_the_greatest():
    rates = replace(plot(PlotKind.TILES, list(PLACES), series("focus", [0.184, *[0.0] * 8])), places=2)
    assert "0.18" in texts(drawn(rates))
    assert "1" in texts(drawn(plot(PlotKind.TILES, list(PLACES), series("focus", [0] * 9))))
