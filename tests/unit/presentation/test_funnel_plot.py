"""The funnel shows places about the limits of chance, in the order of their names, and judges none."""

from dataclasses import replace

import pytest

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.population import bundled
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind
from desktop_app.presentation.models import Plot, PlotKind
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, Given, result, with_breakdown, with_state

COUNTS: dict[str, list[Given]] = {
    "London": [50, 50, 100],
    "North East": [20, 17, 37],
    "North West": [60, 52, 112],
    "South East": [70, 64, 134],
    "South West": [30, 120, 150],
}


def made(values: dict[str, list[Given]] = COUNTS, **wishes: object) -> Result:
    base = with_breakdown(result(PANEL), "region", values)
    return with_state(base, ViewState(by="region", form="funnel", **wishes))  # type: ignore[arg-type]  # its names


def plot(shown: Result) -> Plot:
    found = view_of(shown, ()).form_plot
    assert found is not None
    return found


def test_places_stand_by_name_at_their_population_and_rate() -> None:
    found = plot(made())
    assert found.kind is PlotKind.FUNNEL
    assert found.positions == tuple(COUNTS)
    london = found.series[0].marks[0]
    people = bundled().children_in("London", 2021)
    assert london.across == people
    assert london.value == pytest.approx(50 / people * 100_000)
    assert london.words.startswith("London: 2.")
    assert "no measure of its performance" in found.source


def test_a_place_far_from_the_others_lies_outside_and_is_marked() -> None:
    found = plot(made())
    assert [mark.label for mark in found.series[0].marks if mark.signal] == ["London", "South West"]
    assert found.title == "Regions: 2 of 5 lie outside the 99.8% limits"
    assert [row[-1].text for row in found.table.rows][-1] == "outside the 99.8% limits"
    quiet = {**COUNTS, "South West": [30, 34, 64], "London": [50, 70, 120]}
    assert plot(made(quiet)).title == "Regions: none lies outside the 99.8% limits"


def test_the_limits_narrow_as_the_population_grows_about_the_rate_of_all() -> None:
    found = plot(made())
    rate, low95, high95, low998, high998 = found.lines
    total = sum(bundled().children_in(name, 2021) or 0 for name in COUNTS)
    assert rate.values[0] == pytest.approx((50 + 17 + 52 + 64 + 120) / total * 100_000)
    for at in range(20, len(rate.across)):
        values = [line.values[at] for line in (low998, low95, rate, high95, high998)]
        assert values == sorted(value or 0.0 for value in values)
    first, last = high998.values[20], high998.values[-1]
    assert first is not None
    assert last is not None
    assert first > last


def test_a_place_without_an_exact_count_is_left_out_and_counted() -> None:
    six = {**COUNTS, "East Midlands": [5, Figure(None, "c"), 5], "Atlantis": [1, 1, 2]}
    found = plot(made(six))
    assert found.positions == tuple(COUNTS)
    assert found.subtitle.endswith("2 without a count or a population are left out.")


def test_it_is_offered_only_where_everyone_could_be_counted_in_a_whole_year() -> None:
    def offered(shown: Result) -> bool:
        return "funnel" in view_of(shown, ()).forms

    assert offered(made())
    assert not offered(made(filters=(ValueFilter("sex", ("Female",)),)))
    assert not offered(made({name: COUNTS[name] for name in list(COUNTS)[:4]}))
    assert not offered(made({name: [0, 0, 0] for name in COUNTS}))
    monthly = with_breakdown(result({2021: Counts(9)}, kind=PeriodKind.MONTH), "region", COUNTS)
    assert not offered(monthly)


def test_the_population_of_authorities_is_found_by_name_and_year() -> None:
    assert bundled().children_in("Hartlepool", 2012) == 20_312
    assert bundled().children_in("Atlantis", 2012) is None
    assert bundled().children_in("Hartlepool", 1999) is None


def test_a_funnel_of_one_number_of_places_reads_in_the_alternative_text() -> None:
    assert "5 places about a rate of" in plot(replace(made(), place="England")).alt_text
