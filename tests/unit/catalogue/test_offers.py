"""Measures, charts and colours are found by their keys."""

import re

import pytest

from desktop_app.catalogue.charts import CHARTS, chart, charts_by_group
from desktop_app.catalogue.measures import MEASURE_KEYS, MEASURES, headline, measure
from desktop_app.catalogue.palette import DARK, LIGHT
from desktop_app.domain.specs import ChartSpec, MeasureSpec
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Nature, Unit


@pytest.mark.parametrize("spec", MEASURES, ids=lambda spec: spec.key)
def test_each_measure_is_found_and_has_words(spec: MeasureSpec) -> None:
    assert measure(spec.key) is spec
    assert (spec.unit is None) == (
        spec.nature is not None
    )  # parts follow the unit chosen, totals have their own
    assert spec.one != spec.many


def test_every_unit_and_nature_has_its_measure() -> None:
    assert {headline(unit).unit for unit in Unit} == set(Unit)
    assert {spec.nature for spec in MEASURES} == {None, *Nature}
    assert len(set(MEASURE_KEYS)) == len(MEASURES)
    with pytest.raises(KeyError):
        measure("families")


@pytest.mark.parametrize("spec", CHARTS, ids=lambda spec: spec.key)
def test_each_chart_is_found(spec: ChartSpec) -> None:
    assert chart(spec.key) is spec
    assert spec.title
    assert spec.description


def test_a_chart_no_longer_offered_gives_the_first() -> None:
    assert chart("pie") is CHARTS[0]
    assert chart(ViewState().chart).key == ViewState().chart


def test_light_and_dark_know_the_same_marks_and_every_measure() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert {"deaths", "serious_harm", "other", "children", "total"} <= LIGHT.keys()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in (*LIGHT.values(), *DARK.values()))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("key", ["total", "deaths", "serious_harm", "children", "focus", "text", "muted"])
def test_marks_stand_out_from_their_surface(palette: dict[str, str], key: str) -> None:
    light, dark = sorted((_luminance(palette[key]), _luminance(palette["surface"])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= (4.5 if key in ("text", "muted") else 3)


def test_charts_of_a_group_stand_together_and_none_is_lost() -> None:
    listed = charts_by_group()
    assert set(listed) == set(CHARTS)
    groups = [spec.group for spec in listed]
    assert groups == sorted(groups, key=groups.index)
    assert len({*groups}) < len(groups)
