"""Points of a funnel stand at their number across, inside the limits drawn, and can be pointed at."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from desktop_app.catalogue import palette
from desktop_app.presentation.models import Line, Mark, Plot, PlotKind, PlotSeries
from desktop_app.ui.charts.frame import Frame, Inks
from desktop_app.ui.charts.marks import draw
from desktop_app.ui.charts.shapes import Dot, Drawing, Stroke, Symbol, Words
from desktop_app.ui.theme.fonts import load_fonts
from tests.support.charts import plot

pytestmark = pytest.mark.usefixtures("qapp")
AREA = QRectF(0, 24, 800, 376)
ACROSS = (10_000.0, 40_000.0, 90_000.0)


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def made() -> Plot:
    marks = tuple(
        Mark(at, value, name, f"{name}: {value}", across=people, signal=name == "Kent")
        for at, (name, value, people) in enumerate(
            (("Bury", 2.0, 30_000.0), ("Kent", 9.0, 80_000.0), ("Rutland", 0.0, 8_000.0))
        )
    )
    lines = (
        Line("All: 3.00", (3.0, 3.0, 3.0), across=ACROSS),
        Line("95%", (30.0, 6.0, 5.0), dashed=True, across=ACROSS),
        Line("", (0.0, 1.0, 2.0), dashed=True, across=ACROSS),
    )
    base = plot(PlotKind.FUNNEL, [mark.label for mark in marks], PlotSeries("focus", "Notifications", marks))
    return Plot(**{name: getattr(base, name) for name in base.__slots__} | {"lines": lines})


def drawn(colours=palette.LIGHT) -> Drawing:
    return draw(made(), Frame(AREA, (0, 1), (0, 1)), Inks(colours))


def test_points_stand_further_right_the_more_children_and_higher_the_greater_the_rate():
    spots = {spot.mark.label: spot.centre for spot in drawn().spots}
    assert spots["Rutland"].x() < spots["Bury"].x() < spots["Kent"].x()
    assert spots["Rutland"].y() > spots["Bury"].y() > spots["Kent"].y()
    assert [spot.mark.label for spot in drawn().spots] == ["Bury", "Kent", "Rutland"]


def test_what_stands_out_is_a_diamond_with_its_name_in_light_and_dark():
    for colours in (palette.LIGHT, palette.DARK):
        shapes = drawn(colours).shapes
        diamonds = [each for each in shapes if isinstance(each, Dot) and each.symbol is Symbol.DIAMOND]
        assert [each.colour for each in diamonds] == [colours["signal"]]
        assert "Kent" in [each.text for each in shapes if isinstance(each, Words)]


def test_few_points_are_all_named_and_no_two_names_meet():
    points = {"Bury", "Kent", "Rutland"}
    names = [each for each in drawn().shapes if isinstance(each, Words) and each.text in points]
    assert len(names) == len(points)
    assert not any(one.rect.intersects(other.rect) for one, other in combinations(names, 2))


def test_of_many_points_only_what_stands_out_is_named():
    shown = made()
    own = shown.series[0].marks
    many = tuple(replace(own[0], position=3 + at, label=f"Area {at}") for at in range(12))
    crowd = replace(shown, series=(PlotSeries("focus", "Notifications", (*own, *many)),))
    shapes = draw(crowd, Frame(AREA, (0, 1), (0, 1)), Inks(palette.LIGHT)).shapes
    named = {each.text for each in shapes if isinstance(each, Words)}
    assert "Kent" in named
    assert "Bury" not in named


def test_limits_are_cut_where_they_run_away_and_everything_stays_in_the_area():
    for shape in drawn().shapes:
        if isinstance(shape, Stroke):
            assert all(AREA.adjusted(-1, -1, 1, 1).contains(point) for point in shape.points)
        if isinstance(shape, Words):
            assert AREA.adjusted(-1, -1, 1, 1).contains(shape.rect), shape.text


def test_no_name_stands_among_the_figures_below_the_ground_line():
    drawing = draw(made(), Frame(AREA, (0, 1), (0, 1)), Inks(palette.LIGHT))
    words = {shape.text: shape.rect for shape in drawing.shapes if isinstance(shape, Words)}
    assert words["Rutland"].bottom() <= words["0"].center().y()
