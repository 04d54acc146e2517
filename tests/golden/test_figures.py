"""The published figures come out of the samples and of the published files, from spreadsheet to result."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import Result
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.reading import read_files
from tests.support.places import SAMPLE_DATA

PANEL = SAMPLE_DATA / "panel_notifications_2020_2021.xlsx"
DFE = SAMPLE_DATA / "dfe_notifications_2019-20_to_2025-26.xlsx"
DFE_PUBLISHED = SAMPLE_DATA / "dfe_published_national.csv"
TODAY = date(2026, 11, 1)
DFE_YEARS = {
    "2018-19": [498, None, None, None],
    "2019-20": [449, 188, 253, 8],
    "2020-21": [536, 223, 284, 29],
    "2021-22": [442, 191, 227, 24],
    "2022-23": [456, 201, 244, 11],
    "2023-24": [405, 205, 180, 20],
    "2024-25": [338, 162, 167, 9],
    "2025-26": [357, 160, 188, 9],
}


@cache
def read(path: Path) -> Dataset:
    return read_files([path], ReadingChoices(), Progress())


def result_of(path: Path, **wishes: object) -> Result:
    state = ViewState(**wishes)  # type: ignore[arg-type]  # the names are ViewState's
    return compute(read(path), state, TODAY)


def table(result: Result, *measures: str) -> dict[str, list[float | None]]:
    return {
        row.period.label: [row[measure].figure.value for measure in measures]
        for row in result.rows
        if row.period
    }


def test_the_panels_years_by_notification() -> None:
    result = result_of(PANEL)
    assert table(result, "notifications", "children", "deaths", "serious_harm", "other") == {
        "2020": [482, 514, 206, 267, 9],
        "2021": [379, 398, 156, 223, 0],
    }
    change = result.rows[1]["notifications"].change
    assert change is not None
    assert (change.number, change.percent) == (-103, pytest.approx(-21.4, abs=0.05))
    assert change.interval_percent == pytest.approx((-31, -10), abs=0.5)
    assert change.p == pytest.approx(0.0005, abs=0.00005)
    assert result.place == "England"
    assert [row["notifications"].rate for row in result.rows] == pytest.approx([4.09, 3.22], abs=0.005)
    assert result.notices == ()


def test_the_panels_years_by_child() -> None:
    assert table(result_of(PANEL, unit=Unit.CHILDREN), "children", "deaths", "serious_harm", "other") == {
        "2020": [514, 206, 299, 9],
        "2021": [398, 156, 242, 0],
    }


def test_dfes_years_by_record_and_as_published() -> None:
    measures = ("notifications", "deaths", "serious_harm", "other")
    records = result_of(DFE, period=PeriodKind.FINANCIAL_YEAR)
    assert table(records, *measures) == {label: row for label, row in DFE_YEARS.items() if label != "2018-19"}
    published = result_of(DFE_PUBLISHED, period=PeriodKind.FINANCIAL_YEAR)
    assert table(published, *measures) == DFE_YEARS
    changes = [row["notifications"].change for row in records.rows[1:]]
    assert [change and change.percent for change in changes] == pytest.approx(
        [19.4, -17.5, 3.2, -11.2, -16.5, 5.6], abs=0.05
    )


def test_dfes_half_years_groups_and_places() -> None:
    halves = table(result_of(DFE, period=PeriodKind.HALF_YEAR), "notifications")
    assert [halves[f"H{half} 20{year}"] for year in ("19-20", "20-21") for half in (1, 2)] == [
        [225],
        [224],
        [285],
        [251],
    ]
    babies = ValueFilter("age_group", ("Under 1",))
    assert table(result_of(DFE, period=PeriodKind.FINANCIAL_YEAR, filters=(babies,)), "notifications")[
        "2020-21"
    ] == [191]
    cared_for = ValueFilter("looked_after", ("Yes",))
    looked_after = table(
        result_of(DFE, period=PeriodKind.FINANCIAL_YEAR, filters=(cared_for,)), "notifications"
    )
    assert [looked_after[year] for year in ("2023-24", "2024-25", "2025-26")] == [[99], [93], [113]]


def test_by_date_of_incident_the_extract_says_what_it_lacks() -> None:
    result = result_of(PANEL, date_basis=DateBasis.INCIDENT)
    assert [row.complete for row in result.rows if row.period and row.period.label < "2020"] == [False, False]
    assert result.undated > 0
    assert result.overall["notifications"].figure.value == 861


def test_half_years_are_not_counted_again_by_gender(shared_data: Path) -> None:
    path = shared_data / "published" / "sin_financial_half.csv"
    halves = result_of(path, period=PeriodKind.HALF_YEAR)
    assert [row["notifications"].figure.value for row in halves.rows] == [274, 224, 225, 224, 285]
    years = result_of(path, period=PeriodKind.FINANCIAL_YEAR, by="sex")
    assert [row["notifications"].figure.value for row in years.rows] == [498, 449, 285]
    assert [row.complete for row in years.rows] == [True, True, False]
    hidden = [row for row in years.breakdown if row.period and row.period.label == "2019-20"]
    assert [(row.by, row["notifications"].figure.at_least) for row in hidden] == [
        ("Male", False),
        ("Female", False),
        ("Unknown", True),
        ("Transgender", True),
    ]


@pytest.mark.parametrize(
    ("release", "label"),
    [
        ("2021-22", "2021-22"),
        ("2022-23", "2022-23"),
        ("2024", "2023-24"),
        ("2025", "2024-25"),
        ("2026", "2025-26"),
    ],
)
def test_each_release_gives_its_published_totals(shared_data: Path, release: str, label: str) -> None:
    path = shared_data / "published" / f"sin_characteristics_{release}_preview.csv"
    result = result_of(path, period=PeriodKind.FINANCIAL_YEAR)
    assert table(result, "notifications", "deaths", "serious_harm", "other") == {label: DFE_YEARS[label]}
    assert result.rows[0]["children"].figure.value is None


@pytest.mark.parametrize(
    ("release", "total", "regions"),
    [("2025", 338, [20, 70, 30, 20]), ("2026", 357, [30, 60, 40, 30])],
)
def test_regions_are_not_added_to_england(
    shared_data: Path, release: str, total: int, regions: list[int]
) -> None:
    path = shared_data / "published" / f"sin_subnational_{release}_preview.csv"
    result = result_of(path, period=PeriodKind.FINANCIAL_YEAR, by="region")
    assert [row["notifications"].figure.value for row in result.rows] == [total]
    assert [row["notifications"].figure.value for row in result.breakdown] == regions
    assert [row.by for row in result.breakdown][:2] == ["North East", "North West"]
