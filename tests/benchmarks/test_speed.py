"""How long the heavy parts take on a large file; measured by `make bench`, judged by people."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.filters import ValueFilter
from desktop_app.services.usecases import default_state, export_workbook, load, show, summarise
from tests.support.places import SAMPLE_DATA

ROWS = 50_000
HEADINGS = (
    "Reference",
    "Date of incident",
    "Date notified",
    "Nature",
    "Region",
    "Local authority",
    "Age",
    "Sex",
)
REGIONS = ("North East", "North West", "London", "South East", "South West", "East Midlands")


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a workbook of plausible notifications, a row each."""
    path = tmp_path_factory.mktemp("large") / "large.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet, date = book.add_worksheet("Notifications"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, ROWS + 1):
            notified = datetime(2018, 4, 1) + timedelta(days=row % 2900)
            sheet.write(row, 0, f"SI-{row:06}")
            sheet.write_datetime(row, 1, notified - timedelta(days=row % 40), date)
            sheet.write_datetime(row, 2, notified, date)
            nature = "Child death" if row % 9 < 4 else "Serious harm"
            rest = (
                nature,
                REGIONS[row % 6],
                f"Authority {row % 150}",
                row % 18,
                "Female" if row % 2 else "Male",
            )
            sheet.write_row(row, 3, rest)
    return path


@pytest.fixture(scope="module")
def large(large_file: Path) -> Dataset:
    dataset = load([large_file])
    assert dataset.frame.shape[0] == ROWS
    return dataset


def test_reading_a_sample(benchmark: BenchmarkFixture) -> None:
    benchmark(load, [SAMPLE_DATA / "panel_notifications_2020_2021.xlsx"])


def test_reading_a_large_file(benchmark: BenchmarkFixture, large_file: Path) -> None:
    benchmark.pedantic(load, args=([large_file],), rounds=3)


def test_counting(benchmark: BenchmarkFixture, large: Dataset) -> None:
    benchmark(summarise, large, default_state(large))


def test_counting_by_region_with_a_filter(benchmark: BenchmarkFixture, large: Dataset) -> None:
    state = default_state(large).with_filter(ValueFilter("nature", ("Child death",)))
    benchmark(summarise, large, replace(state, by="region"))


def test_all_that_the_window_shows(benchmark: BenchmarkFixture, large: Dataset) -> None:
    benchmark(show, large, default_state(large))


def test_writing_a_workbook(benchmark: BenchmarkFixture, large: Dataset, tmp_path: Path) -> None:
    benchmark.pedantic(export_workbook, args=(large, default_state(large), tmp_path / "out.xlsx"), rounds=3)
