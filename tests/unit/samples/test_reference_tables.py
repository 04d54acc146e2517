"""The reference tables: published figures, and codes that fit together."""

import csv
import itertools
import re
from collections import defaultdict
from datetime import date, timedelta

import pytest

from tests.support.places import SHARED_DATA
from tests.unit.samples.sheets import REFERENCE, rows_of

REGIONS = {
    "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands",
    "East of England", "London", "South East", "South West",
}  # fmt: skip
# ONS mid-year estimates of children aged 0 to 17 in England, as DfE publishes them.
ENGLAND = {
    2018: 11_755_593,
    2019: 11_790_492,
    2020: 11_787_794,
    2021: 11_762_878,
    2022: 11_901_267,
    2023: 12_059_476,
    2024: 12_183_016,
}
AUTHORITIES = list(rows_of(REFERENCE / "authorities.csv"))
POPULATION = list(rows_of(REFERENCE / "population_0_17.csv"))
SERIES = list(rows_of(REFERENCE / "published_series.csv"))


def current(row: dict[str, str]) -> bool:
    return not row["to"]


def people(level: str, year: int) -> dict[str, int]:
    return {
        row["code"]: int(row["population"])
        for row in POPULATION
        if row["level"] == level and int(row["year"]) == year
    }


def test_england_has_153_authorities_in_nine_regions_each_named_once():
    names = [row["name"] for row in AUTHORITIES if current(row)]
    assert len(names) == len(set(names)) == 153
    assert {row["region"] for row in AUTHORITIES} == REGIONS
    assert len({(row["region"], row["region_code"]) for row in AUTHORITIES}) == 9


def test_codes_are_unique_and_keep_their_form():
    codes = [row["code"] for row in AUTHORITIES]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"E(06|08|09|10)\d{6}", code) for code in codes)
    assert all(re.fullmatch(r"\d{3}", row["old_code"]) for row in AUTHORITIES)


def test_a_former_authority_is_followed_on_the_next_day_by_authorities_of_its_region():
    by_code = {row["code"]: row for row in AUTHORITIES}
    former = [row for row in AUTHORITIES if not current(row)]
    assert {row["code"]: row["successor"] for row in former if row["name"] in ("Barnsley", "Sheffield")} == {
        "E08000016": "E08000038",
        "E08000019": "E08000039",
    }
    for row in former:
        next_day = date.fromisoformat(row["to"]) + timedelta(1)
        for code in row["successor"].split("; "):
            assert by_code[code]["region"] == row["region"]
            assert by_code[code]["from"] == next_day.isoformat()
    assert not any(row["successor"] for row in AUTHORITIES if current(row))


def test_london_has_fourteen_inner_and_nineteen_outer_authorities():
    parts = [row["london_part"] for row in AUTHORITIES if row["region"] == "London"]
    assert (parts.count("Inner"), parts.count("Outer"), len(parts)) == (14, 19, 33)
    assert not any(row["london_part"] for row in AUTHORITIES if row["region"] != "London")


def test_the_population_of_england_is_the_published_one():
    assert {year: sum(people("country", year).values()) for year in ENGLAND} == ENGLAND
    assert sorted({int(row["year"]) for row in POPULATION}) == list(range(2012, 2025))


@pytest.mark.parametrize("year", range(2012, 2025))
def test_the_nine_regions_add_up_to_england(year):
    assert len(people("region", year)) == 9
    assert sum(people("region", year).values()) == people("country", year)["E92000001"]


@pytest.mark.parametrize("year", range(2019, 2025))
def test_the_authorities_add_up_to_each_region(year):
    region_of = {row["code"]: row["region_code"] for row in AUTHORITIES}
    sums = defaultdict(int)
    for code, population in people("authority", year).items():
        sums[region_of[code]] += population
    assert dict(sums) == people("region", year)


def test_every_current_authority_has_a_population_for_2024_under_its_own_or_its_last_code():
    codes = people("authority", 2024)
    earlier = {row["successor"]: row["code"] for row in AUTHORITIES if row["successor"]}
    for row in AUTHORITIES:
        assert not current(row) or row["code"] in codes or earlier[row["code"]] in codes


@pytest.mark.skipif(not SHARED_DATA.is_dir(), reason="the published files are not at hand")
def test_the_population_file_says_what_the_release_says():
    with (SHARED_DATA / "published" / "ons_mid-year_population_estimates_2012_to_2024.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        released = {
            (row["time_period"], row["new_la_code"] or row["region_code"] or row["country_code"]): row[
                "population_estimate"
            ]
            for row in csv.DictReader(file)
            if row["population_estimate"].isdigit()
            and (row["new_la_code"] or row["region_name"][:5] not in ("Inner", "Outer"))
        }
    assert {(row["year"], row["code"]): row["population"] for row in POPULATION} == released


def test_the_panel_gave_482_and_379_notifications_and_split_the_second_by_children():
    panel = {row["label"]: row for row in SERIES if row["series"] == "Panel"}
    figures = ("total", "deaths", "serious_harm", "other", "children")
    assert [panel["2020"][figure] for figure in figures] == ["482", "206", "267", "9", "514"]
    assert [panel["2021"][figure] for figure in figures] == ["379", "156", "242", "", "398"]
    assert [panel[year]["split_unit"] for year in ("2020", "2021")] == ["notifications", "children"]


def test_a_split_adds_up_to_the_total_of_its_unit():
    complete = [row for row in SERIES if row["deaths"] and row["serious_harm"] and row["other"]]
    assert len(complete) == 8
    for row in complete:
        total = int(row["total"])
        assert int(row["deaths"]) + int(row["serious_harm"]) + int(row["other"]) == total


def test_the_halves_add_up_to_the_year():
    years = {row["label"]: int(row["total"]) for row in SERIES if row["series"] == "DfE"}
    halves = defaultdict(int)
    for row in SERIES:
        if row["series"] == "DfE half-years":
            halves[row["label"].split()[0]] += int(row["total"])
    assert dict(halves) == {"2018-19": 498, "2019-20": 449, "2020-21": 536}
    assert all(years[label] == total for label, total in halves.items())


def test_the_years_of_dfe_follow_one_another_without_a_gap():
    years = [row for row in SERIES if row["series"] == "DfE"]
    assert [int(row["total"]) for row in years] == [498, 449, 536, 442, 456, 405, 338, 357]
    for before, after in itertools.pairwise(years):
        assert date.fromisoformat(before["end"]) + timedelta(1) == date.fromisoformat(after["start"])
    assert all(row["scope"] and row["source"] for row in SERIES)
