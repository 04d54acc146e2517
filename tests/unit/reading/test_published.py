"""Published counts come out the same from every layout that DfE has used."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from desktop_app.reading.values.periods_text import is_period, published_period
from tests.unit.reading.books import accounts_add_up, column, of_kind, read, text_table

KEYS = [
    "period_start",
    "period_end",
    "level",
    "region",
    "local_authority",
    "topic",
    "breakdown",
    "nature",
    "number",
]


def totals(dataset: Dataset) -> dict[tuple[object, ...], object]:
    """Return the national totals by first day and nature."""
    frame = dataset.frame
    whole = frame[(frame["topic"] == "Total") & (frame["level"] == "National")]
    return {
        (start.date(), nature): number
        for start, nature, number in zip(whole["period_start"], whole["nature"], whole["number"], strict=True)
    }


@pytest.mark.parametrize(
    ("name", "start", "figures"),
    [
        ("sin_characteristics_2021-22_preview.csv", date(2021, 4, 1), (442, 191, 227, 24)),
        ("sin_characteristics_2022-23_preview.csv", date(2022, 4, 1), (456, 201, 244, 11)),
        ("sin_characteristics_2024_preview.csv", date(2023, 4, 1), (405, 205, 180, 20)),
        ("sin_characteristics_2025_preview.csv", date(2024, 4, 1), (338, 162, 167, 9)),
        ("sin_characteristics_2026_preview.csv", date(2025, 4, 1), (357, 160, 188, 9)),
    ],
)
def test_each_release_gives_its_published_totals(
    shared_data: Path, name: str, start: date, figures: tuple[int, ...]
) -> None:
    dataset = read(shared_data / "published" / name)
    assert dataset.shape is Shape.AGGREGATE
    assert [item.key for item in dataset.columns][: len(KEYS)] == KEYS
    natures = ("Total", "Child death", "Serious harm", "Other")
    assert totals(dataset) == {
        (start, nature): number for nature, number in zip(natures, figures, strict=True)
    }
    assert set(dataset.frame["period_end"]) == {dataset.frame["period_end"][0]}
    assert column(dataset, "period_end")[0] == date(start.year + 1, 3, 31)


def test_half_years_stand_beside_gender_with_two_suppressed_cells(shared_data: Path) -> None:
    dataset = read(shared_data / "published" / "sin_financial_half.csv")
    assert totals(dataset) == {
        (date(2018, 4, 1), "Total"): 274,
        (date(2018, 10, 1), "Total"): 224,
        (date(2019, 4, 1), "Total"): 225,
        (date(2019, 10, 1), "Total"): 224,
        (date(2020, 4, 1), "Total"): 285,
    }
    assert set(column(dataset, "topic")) == {"Total", "sex"}
    assert set(column(dataset, "breakdown")) == {"Total", "Male", "Female", "Transgender", "Unknown"}
    assert list(dataset.as_written["number"].values()) == ["c", "c"]
    assert column(dataset, "period_end")[0] == date(2020, 9, 30)


@pytest.mark.parametrize(("year", "england", "north_east"), [(2025, 338, 20), (2026, 357, 30)])
def test_sub_national_counts_name_their_regions(
    shared_data: Path, year: int, england: int, north_east: int
) -> None:
    dataset = read(shared_data / "published" / f"sin_subnational_{year}_preview.csv")
    assert column(dataset, "level")[:2] == ["National", "Regional"]
    assert column(dataset, "region")[:3] == [None, "North East", "North West"]
    assert column(dataset, "number")[:2] == [england, north_east]
    assert set(column(dataset, "nature")) == {"Total"}


def test_london_and_its_halves_keep_their_names(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "time_period,time_identifier,geographic_level,region_name,la_name,number_notifications",
        "2026,Reporting year,Regional,London,,50",
        "2026,Reporting year,Regional,Inner London,,20",
        "2026,Reporting year,Regional,Outer London,,30",
        "2026,Reporting year,Local authority,London,Camden,3",
    )
    dataset = read(path)
    assert column(dataset, "region") == ["London", "Inner London", "Outer London", "London"]
    assert column(dataset, "local_authority") == [None, None, None, "Camden"]
    assert of_kind(dataset, ProblemKind.VALUE) == []
    assert accounts_add_up(dataset)


def test_a_period_that_is_not_understood_is_reported_and_its_row_kept(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "time_period,time_identifier,geographic_level,number",
        "2026,Reporting year,National,357",
        "soon,Reporting year,National,9",
    )
    dataset = read(path)
    assert column(dataset, "period_start") == [date(2025, 4, 1), None]
    assert [(problem.row, problem.kind) for problem in dataset.problems] == [(3, ProblemKind.DATE)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (("202122", "Financial year"), date(2021, 4, 1), date(2022, 3, 31)),
        (("2021/22", "Financial year"), date(2021, 4, 1), date(2022, 3, 31)),
        (("2023", "Reporting year"), date(2022, 4, 1), date(2023, 3, 31)),
        (("2023", "Reporting year", "Total"), date(2022, 4, 1), date(2023, 3, 31)),
        (("2021", "Calendar year"), date(2021, 1, 1), date(2021, 12, 31)),
        (("202122", "Academic year"), date(2021, 9, 1), date(2022, 8, 31)),
        (("202021", "Part 1 (April to September)"), date(2020, 4, 1), date(2020, 9, 30)),
        (("202021", "Part 2 (October to March)"), date(2020, 10, 1), date(2021, 3, 31)),
        (("202021", "Part 2"), date(2020, 10, 1), date(2021, 3, 31)),
        (("202122", "Financial year", "Q1"), date(2021, 4, 1), date(2021, 6, 30)),
        (("202122", "Financial year", "Quarter 4"), date(2022, 1, 1), date(2022, 3, 31)),
        (("202122", "Financial year", "January to March"), date(2022, 1, 1), date(2022, 3, 31)),
        (("2024", "Reporting year", "Oct - Dec"), date(2023, 10, 1), date(2023, 12, 31)),
        (("2020", "February"), date(2020, 2, 1), date(2020, 2, 29)),
        (("2020", "Calendar year", "Q2"), date(2020, 4, 1), date(2020, 6, 30)),
    ],
)
def test_published_periods(words: tuple[str, ...], first: date, last: date) -> None:
    assert published_period(*words) == (first, last)


@pytest.mark.parametrize(
    "words", [("soon", "Financial year"), ("", ""), ("202134", "week"), ("2021", "week 3")]
)
def test_what_is_no_published_period(words: tuple[str, str]) -> None:
    assert published_period(*words) is None


@pytest.mark.parametrize(
    "text", ["2021", "2020-21", "2020/21", "2020–2021", "Q3 2021/22", "H1 2020-21", "March 2021"]
)
def test_periods_as_headings(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize("text", ["21", "Total", "Table 2021 shows", "12021", "Age 16-17"])
def test_what_is_no_period_as_a_heading(text: str) -> None:
    assert not is_period(text)
