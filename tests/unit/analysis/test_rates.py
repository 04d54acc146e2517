"""Rates are given only where the place is known and everyone who lives there could be counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import Result
from desktop_app.catalogue.population import bundled
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.population import Populations
from desktop_app.domain.provenance import SourceFile
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind
from tests.support.datasets import published, records, year

TODAY = date(2030, 1, 1)
NAMES = [region.value for region in REGIONS]


def england(first: int, years: int, regions: list[str] = NAMES) -> Dataset:
    """One notification a day, the regions in turn."""
    days = [
        date(first, 1, 1) + timedelta(at)
        for at in range((date(first + years, 1, 1) - date(first, 1, 1)).days)
    ]
    return records(
        {
            "date_notified": days,
            "region": [regions[at % len(regions)] for at in range(len(days))],
            "local_authority": [f"Authority {at % 20}" for at in range(len(days))],
            "sex": ["Male", "Female"] * (len(days) // 2) + ["Male"] * (len(days) % 2),
            "nature": ["Child death", "Serious harm", "Other", "Serious harm"] * (len(days) // 4)
            + ["Child death"] * (len(days) % 4),
        }
    )


def rates(result: Result) -> list[float | None]:
    return [row["notifications"].rate for row in result.rows]


def test_the_panels_years_have_the_published_rates() -> None:
    result = compute(
        published(
            [
                {"period_start": date(first, 1, 1), "period_end": date(first, 12, 31), "number": number}
                for first, number in ((2020, 482), (2021, 379))
            ]
        ),
        ViewState(),
        TODAY,
    )
    assert rates(result) == pytest.approx([4.09, 3.22], abs=0.005)
    assert result.rows[0]["notifications"].rate_interval == pytest.approx((3.73, 4.47), abs=0.005)
    assert result.rows[1]["notifications"].rate_interval == pytest.approx((2.91, 3.56), abs=0.005)


def test_records_of_all_nine_regions_cover_england() -> None:
    result = compute(england(2020, 2), ViewState(), TODAY)
    assert result.place == "England"
    assert rates(result) == pytest.approx([366 / 11_787_794 * 1e5, 365 / 11_762_878 * 1e5])


def test_records_that_lack_a_region_cover_no_known_place() -> None:
    result = compute(england(2020, 1, NAMES[:8]), ViewState(), TODAY)
    assert result.place == ""
    assert rates(result) == [None]


def test_a_region_has_its_own_population() -> None:
    result = compute(england(2020, 1), ViewState(filters=(ValueFilter("region", ("North East",)),)), TODAY)
    assert result.place == "North East"
    two = compute(
        england(2020, 1), ViewState(filters=(ValueFilter("region", ("London", "South East")),)), TODAY
    )
    assert two.place == "London and South East"
    assert rates(result)[0] is not None
    by_region = compute(england(2020, 1), ViewState(by="region"), TODAY).breakdown
    assert by_region[0]["notifications"].rate == rates(result)[0]


def test_a_financial_year_takes_the_june_inside_it() -> None:
    result = compute(published([year(2020, 536)]), ViewState(period=PeriodKind.FINANCIAL_YEAR), TODAY)
    assert rates(result) == pytest.approx([536 / 11_787_794 * 1e5])


def test_the_latest_population_stands_for_later_years_and_is_named() -> None:
    result = compute(published([year(2025, 357)]), ViewState(period=PeriodKind.FINANCIAL_YEAR), TODAY)
    assert rates(result) == pytest.approx([357 / 12_183_016 * 1e5])
    assert any("2025-26 use the population of mid-2024" in notice.text for notice in result.rate_notices)


def test_years_before_the_population_table_have_no_rate() -> None:
    assert rates(compute(england(2010, 3), ViewState(), TODAY))[:2] == [None, None]


@pytest.mark.parametrize(
    "state",
    [
        ViewState(filters=(ValueFilter("sex", ("Male",)),)),
        ViewState(filters=(ValueFilter("local_authority", ("Authority 1",)),)),
        ViewState(search="London"),
        ViewState(period=PeriodKind.HALF_YEAR),
        ViewState(filters=(DateFilter("date_notified", date(2020, 2, 1), None),)),
        ViewState(filters=(ValueFilter("region", ("Wales",)),)),
    ],
)
def test_no_rate_for_a_group_or_a_time_without_a_population(state: ViewState) -> None:
    assert set(rates(compute(england(2020, 1), state, TODAY))) == {None}


def test_a_breakdown_of_children_has_no_rates_but_its_total_has() -> None:
    result = compute(england(2020, 1), ViewState(by="sex"), TODAY)
    assert rates(result)[0] is not None
    assert {row["notifications"].rate for row in result.breakdown} == {None}
    natures = compute(england(2020, 1), ViewState(by="nature"), TODAY).breakdown
    assert None not in {row["notifications"].rate for row in natures}


def test_many_places_are_named_by_their_number() -> None:
    state = ViewState(filters=(ValueFilter("region", tuple(NAMES[:4])),))
    assert compute(england(2020, 1), state, TODAY).place == "4 regions"


def test_an_authority_has_the_rate_of_its_own_children() -> None:
    # 15 cases in Leeds in 2021; children aged 0 to 17 there at mid-2021 as the bundled table has them.
    dataset = records(
        {
            "reference": [f"R{n}" for n in range(20)],
            "date_notified": ["2021-01-01", *["2021-06-01"] * 18, "2021-12-31"],
            "local_authority": ["Leeds"] * 15 + ["Kent"] * 5,
        }
    )
    people = bundled().children_in("Leeds", 2021)
    assert people is not None
    alone = compute(dataset, ViewState().only("local_authority", "Leeds"), date(2022, 6, 1))
    assert alone.rows[0]["notifications"].rate == pytest.approx(15 / people * 100_000)
    parted = compute(dataset, ViewState(by="local_authority"), date(2022, 6, 1))
    by_name = {row.by: row["notifications"].rate for row in parted.breakdown}
    assert by_name["Leeds"] == alone.rows[0]["notifications"].rate
    assert by_name["Kent"] is not None


def test_an_authority_that_was_not_there_yet_has_no_rate() -> None:
    # Cumberland was made in April 2023 of a part of Cumbria; the table has no estimate of it from before.
    name = "Cumberland"
    assert name in bundled().places
    assert bundled().children_in(name, 2012) is None
    dataset = records(
        {
            "reference": ["A", "B"],
            "date_notified": ["2012-01-01", "2012-12-31"],
            "local_authority": [name, name],
        }
    )
    result = compute(dataset, ViewState().only("local_authority", name), date(2022, 6, 1))
    assert result.rows[0]["notifications"].rate is None


def own(children: dict[tuple[str, int], int]) -> Dataset:
    """Every year of England from 2020 to 2022, with a population of one's own."""
    return replace(england(2020, 3), populations=Populations("ours.csv", children, SourceFile("ours.csv")))


def test_a_year_that_the_own_population_lacks_has_no_rate_and_it_is_said() -> None:
    result = compute(own({("England", 2020): 11_000_000, ("England", 2022): 11_000_000}), ViewState(), TODAY)
    assert [rate is None for rate in rates(result)] == [False, True, False]
    (notice,) = result.rate_notices
    assert notice.text == "There is no rate for 2021: ours.csv has no number of children for the year."
    assert "--population" in notice.way_out


def test_a_place_that_the_own_population_lacks_is_named() -> None:
    dataset = own({("Leeds", 2020): 170_000})
    assert compute(dataset, ViewState(), TODAY).rate_notices[0].text == (
        "There are no rates: ours.csv has no children for England."
    )
    london = ViewState().toggled("region", "London")
    assert "for London" in compute(dataset, london, TODAY).rate_notices[0].text


def test_years_before_the_bundled_table_are_said_to_have_no_rate() -> None:
    result = compute(england(2010, 4), ViewState(), TODAY)
    assert [rate is None for rate in rates(result)] == [True, True, False, False]
    assert "no rate for 2010 and 2011: the bundled table" in result.rate_notices[0].text
