"""What stands among the places of a table of counts and is no known one is told and stays in its column."""

from datetime import date
from pathlib import Path

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind
from tests.unit.reading.books import Row, column, of_kind, read, workbook

TITLE: Row = ("Notifications by region, England",)
TODAY = date(2026, 1, 1)


def table(tmp_path: Path, heading: str, *rows: Row) -> Dataset:
    return read(workbook(tmp_path / "a.xlsx", (TITLE, (heading, "2023-24", "2024-25"), *rows)))


def by(dataset: Dataset, key: str) -> dict[str | None, list[float | None]]:
    result = compute(dataset, ViewState(by=key, period=PeriodKind.FINANCIAL_YEAR), TODAY)
    found: dict[str | None, list[float | None]] = {}
    for row in result.breakdown:
        found.setdefault(row.by, []).append(row["notifications"].figure.value)
    return found


def test_an_unknown_region_is_told_and_counted_as_a_region_of_its_own(tmp_path: Path) -> None:
    rows = (("England", 405, 338), ("London", 72, 63), ("South Est", 62, 57), ("Not known", 271, 218))
    dataset = table(tmp_path, "Region", *rows)
    found = [(each.row, each.what, each.done) for each in of_kind(dataset, ProblemKind.VALUE)]
    assert found == [
        (
            5,
            "“South Est” is not a region that is known (in 1 row)",
            "Kept as written, as a region of its own.",
        ),
        (
            6,
            "“Not known” is not a region that is known (in 1 row)",
            "Kept as written, as a region of its own.",
        ),
    ]
    assert by(dataset, "region") == {"London": [72, 63], "South Est": [62, 57], "Not known": [271, 218]}
    assert set(column(dataset, "topic")) == {"Total"}
    titles = [each.title for each in compute(dataset, ViewState(), TODAY).breakdowns]
    assert titles.count("Region") == 1
    whole = compute(dataset, ViewState(period=PeriodKind.FINANCIAL_YEAR), TODAY)
    assert [row["notifications"].figure.value for row in whole.rows] == [405, 338]


def test_an_unknown_authority_is_told_and_counted_as_one_of_its_own(tmp_path: Path) -> None:
    dataset = table(tmp_path, "Local authority", ("England", 9, 8), ("Leeds", 5, 4), ("Camelot", 4, 4))
    assert [(each.row, each.value) for each in of_kind(dataset, ProblemKind.VALUE)] == [(5, "Camelot")]
    assert by(dataset, "local_authority") == {"Leeds": [5, 4], "Camelot": [4, 4]}


def test_parts_of_london_beside_london_are_told_and_not_counted_twice(tmp_path: Path) -> None:
    parts = (("Inner London", 30, 20), ("Outer London", 40, 40))
    dataset = table(tmp_path, "Region", ("England", 405, 338), ("London", 70, 60), *parts)
    assert [(each.row, each.what) for each in of_kind(dataset, ProblemKind.NARROWER)] == [
        (5, "“Inner London” is a part of London, which the table gives too"),
        (6, "“Outer London” is a part of London, which the table gives too"),
    ]
    assert by(dataset, "region") == {"London": [70, 60]}
    alone = table(tmp_path, "Region", ("England", 405, 338), *parts)
    assert of_kind(alone, ProblemKind.NARROWER) == []
    assert by(alone, "region") == {"Inner London": [30, 20], "Outer London": [40, 40]}


def test_that_regional_figures_are_rounded_is_said_as_what_it_seems(tmp_path: Path) -> None:
    rows = (("England", 405, 338), ("London", 70, 60), ("South East", 60, 50), ("Rest", 275, 228))
    dataset = table(tmp_path, "Region", *rows)
    state = ViewState(by="region", period=PeriodKind.FINANCIAL_YEAR)
    told = [each.text for each in compute(dataset, state, TODAY).notices if "rounded" in each.text]
    assert [text.partition(", for all")[0] for text in told] == [
        "Regional figures seem to be rounded to the nearest 10 in this file"
    ]
