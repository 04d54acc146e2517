"""A population of one's own is understood as published or as a simple table, or refused in one sentence."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.catalogue.population import bundled
from desktop_app.domain.errors import UserError
from desktop_app.domain.population import ENGLAND
from desktop_app.reading import read_population
from tests.support.places import SHARED_DATA
from tests.unit.reading.books import text_table, workbook

PUBLISHED = SHARED_DATA / "published" / "ons_mid-year_population_estimates_2012_to_2024.csv"
TIDY = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name,age_group,population_estimate"
)


def simple(folder: Path, *rows: Sequence[object], headings: Sequence[str] = ()) -> Path:
    given = headings or ("Area", "Year", "Children aged 0 to 17")
    return workbook(folder / "own.xlsx", [given, *rows])


@pytest.mark.skipif(not PUBLISHED.is_file(), reason="the published files are not here")
def test_the_published_estimates_give_the_bundled_table() -> None:
    found = read_population(PUBLISHED)
    assert found.children == bundled().children
    assert found.source == PUBLISHED.name
    assert found.left_out == 26  # Inner and Outer London in 13 years


def test_the_published_layout_is_read_level_by_level(tmp_path: Path) -> None:
    all_children = "Children aged 0 to 17 years"
    file = text_table(
        tmp_path / "ons.csv",
        TIDY,
        f"2023,Reporting year,National,E92000001,England,,,,,,{all_children},12000000",
        f"2023,Reporting year,Regional,E92000001,England,E12000007,London,,,,{all_children},1950000",
        f"2023,Reporting year,Regional,E92000001,England,E13000001,Inner London,,,,{all_children},700000",
        f"2023,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,"
        f"E08000035,Leeds,{all_children},170000",
        "2023,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 4 years,3000000",
        "2023,Reporting year,Local authority,E92000001,England,E12000009,South West,837,x,Poole,"
        f"{all_children},x",
    )
    found = read_population(file)
    assert found.children == {
        (ENGLAND, 2023): 12_000_000,
        ("London", 2023): 1_950_000,
        ("Leeds", 2023): 170_000,
    }
    assert found.left_out == 1


def test_a_simple_table_needs_area_year_and_children(tmp_path: Path) -> None:
    rows = (
        ("England", 2023, 12_000_000),
        ("E08000035", 2024, "171,000"),
        ("City of Bristol", 2024, 95_000.0),
    )
    found = read_population(
        simple(tmp_path, ("Our estimates",), (), ("Area", "Mid-year", "Population 0-17"), *rows)
    )
    assert found.children == {
        (ENGLAND, 2023): 12_000_000,
        ("Leeds", 2024): 171_000,
        ("Bristol, City of", 2024): 95_000,
    }
    assert (found.mid_year(2026), found.mid_year(2023), found.mid_year(2020)) == (2024, 2023, None)


def test_rows_by_sex_are_taken_for_all_together_only(tmp_path: Path) -> None:
    headings = ("Area name", "Year", "Sex", "Age", "Population")
    rows = [
        ("Leeds", 2024, sex, "0-17", n)
        for sex, n in (("Female", 83_000), ("Male", 87_000), ("Persons", 170_000))
    ]
    found = read_population(simple(tmp_path, *rows, headings=headings))
    assert found.children == {("Leeds", 2024): 170_000}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("Glasgow", 2024, 110_000)], "has no number of children for England"),
        ([("Leeds", "soon", 170_000)], "Row 2 of own.xlsx does not say for which year"),
        ([("Leeds", 2024, "many")], "Row 2 of own.xlsx has “many” in place of a number"),
        ([("Leeds", 2024, -5)], "Row 2 of own.xlsx has “-5” in place of"),
        ([("Leeds", 2024, 0)], "Row 2 of own.xlsx has “0” in place of a number"),
        ([("England", 2024, 12_183)], "gives 12,183 children for England in 2024, where about"),
        ([("England", 2024, 58_000_000)], "gives 58,000,000 children for England in 2024"),
        ([("Leeds", 2024, 170_000), ("Leeds", 2024, 171_000)], "gives 170,000 and 171,000 children"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_sentence(
    tmp_path: Path, rows: list[Sequence[object]], sentence: str
) -> None:
    with pytest.raises(UserError) as told:
        read_population(simple(tmp_path, *rows))
    assert sentence in told.value.title
    assert told.value.hint


def test_another_kind_of_table_is_refused(tmp_path: Path) -> None:
    file = text_table(tmp_path / "records.csv", "Reference,Date notified", "R1,01/02/2024")
    with pytest.raises(UserError, match=r"records\.csv is no table of population"):
        read_population(file)
    with pytest.raises(UserError):
        read_population(tmp_path / "none.csv")
