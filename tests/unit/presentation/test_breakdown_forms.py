"""A breakdown can be seen as bars, a shaded table, small charts or a map, each with its figures in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from desktop_app.analysis.result import Result
from desktop_app.catalogue.charts import FORMS, form
from desktop_app.catalogue.regions import PLACES
from desktop_app.domain.filters import ValueFilter
from desktop_app.presentation.models import Plot, PlotKind, View
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result, with_breakdown

REGIONS = {"London": [90, 70, 160], "South East": [60, 80, 140], "Unknown": [1, 2, 3]}


def wished(made: Result, key: str) -> View:
    state = replace(made.state, form=key)
    return view_of(replace(made, resolved=replace(made.resolved, state=state)), ())


def by(column: str, values: Mapping[str, Sequence[float]]) -> Result:
    return with_breakdown(result(PANEL), column, values)


def drawn(made: Result, key: str) -> Plot:
    plot = wished(made, key).form_plot
    assert plot is not None
    return plot


def test_without_a_breakdown_there_is_no_form() -> None:
    view = view_of(result(PANEL), ())
    assert (view.forms, view.form_plot) == ((), None)


def test_maps_are_offered_for_regions_and_periods_side_by_side_where_there_are_several() -> None:
    assert view_of(by("region", REGIONS), ()).forms == ("bars", "heat", "multiples", "tiles")
    assert view_of(by("sex", {"Male": [1, 2, 3]}), ()).forms == ("bars", "heat", "multiples")
    one_year = with_breakdown(result({2021: Counts(9)}), "sex", {"Male": [4, 4]})
    assert view_of(one_year, ()).forms == ("bars",)


def test_a_form_that_the_breakdown_cannot_take_leaves_bars() -> None:
    made = by("sex", {"Male": [1, 2, 3]})
    assert drawn(made, "tiles") == drawn(made, "bars") == view_of(made, ()).breakdown_plot
    assert drawn(made, "pie").kind is PlotKind.BARS
    assert form("pie") is FORMS[0]


@pytest.mark.parametrize(("key", "kind"), [("heat", PlotKind.HEAT), ("multiples", PlotKind.MULTIPLES)])
def test_values_by_period_have_a_mark_for_each_figure(key: str, kind: PlotKind) -> None:
    plot = drawn(by("region", REGIONS), key)
    assert (plot.key, plot.kind, plot.positions) == (key, kind, ("2020", "2021"))
    assert {each.label: tuple(mark.value for mark in each.marks) for each in plot.series} == {
        "South East": (60, 80),
        "London": (90, 70),
        "Unknown": (1, 2),
    }
    assert plot.series[0].marks[1].words == "South East, 2021: 80 notifications"
    assert plot.title == "Notifications by region and year"
    assert (
        "The most: London, 2020: 90 notifications. The fewest: Unknown, 2020: 1 notification."
        in plot.alt_text
    )


def test_many_values_are_cut_and_it_is_said() -> None:
    plot = drawn(by("local_authority", {f"Area {at}": [at, at, 2 * at] for at in range(1, 41)}), "multiples")
    assert len(plot.series) == 12
    assert "12 of 40 values are shown" in plot.subtitle


def test_a_map_shows_the_newest_year_and_names_what_is_not_on_it() -> None:
    plot = drawn(by("region", REGIONS), "tiles")
    shown = dict(zip(plot.positions, plot.series[0].marks, strict=True))
    assert (shown["London"].value, shown["South East"].value) == (70, 80)
    assert plot.alt_text == "Map of the regions of England, notifications, 2021. London: 70; South East: 80."
    assert plot.source.endswith("Not on the map: Unknown (2).")


def test_a_map_of_rates_gives_count_rate_and_interval() -> None:
    made = by("region", REGIONS)
    rated = tuple(
        replace(
            row,
            measures=tuple(
                replace(each, rate=3.456, rate_interval=(2.5, 4.5)) if row.by == "London" else each
                for each in row.measures
            ),
        )
        for row in made.breakdown
    )
    plot = drawn(replace(made, breakdown=rated), "rates")
    shown = dict(zip(plot.positions, plot.series[0].marks, strict=True))
    london, south_east = shown["London"], shown["South East"]
    assert (london.value, london.label) == (3.456, "3.46")
    assert london.words == (
        "London, 2021: 70 notifications, 3.46 per 100,000 children aged 0 to 17 (95% interval 2.50 to 4.50)"
    )
    assert (south_east.value, south_east.label) == (None, "no rate")
    assert plot.title == "Rate of notifications by region, 2021"


def test_the_map_is_always_of_all_england() -> None:
    plot = drawn(by("region", REGIONS), "tiles")
    assert plot.positions == tuple(PLACES)
    away = [mark for mark in plot.series[0].marks if mark.value is None]
    assert len(away) == 7
    assert {(mark.label, mark.picks) for mark in away} == {("not in the data", ())}


def test_a_region_that_a_filter_leaves_out_is_not_said_to_be_missing() -> None:
    made = by("region", {"London": [90, 70, 160]})
    state = replace(made.state, form="tiles").only("region", "London")
    plot = view_of(replace(made, resolved=replace(made.resolved, state=state)), ()).form_plot
    assert plot is not None
    assert {mark.label for mark in plot.series[0].marks} == {"70", "not shown"}


def test_small_charts_say_what_the_number_beside_each_name_is() -> None:
    assert drawn(by("region", REGIONS), "multiples").subtitle.endswith("the newest number")


def test_a_cell_picks_its_value_and_its_period() -> None:
    marks = drawn(by("sex", {"Male": [1, 2, 3]}), "heat").series[0].marks
    assert marks[0].picks[0] == ValueFilter("sex", ("Male",))
    assert len(marks[0].picks) == 2


def test_a_bar_of_all_others_that_would_dwarf_the_rest_is_told_and_not_drawn() -> None:
    areas = {f"Area {at:02}": [5, 6, 11] for at in range(40)}
    plot = drawn(by("local_authority", areas), "bars")
    assert len(plot.positions) == 11
    # 29 areas with 6 each in 2021
    assert plot.subtitle.endswith("The 11 largest of 40 values are shown; the others together: 174")
