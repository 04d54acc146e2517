"""Our whole way from a workbook to a Dataset beside the bare parser on the same file, up to Excel's limit."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
import xlsxwriter
from pytest_benchmark.fixture import BenchmarkFixture
from python_calamine import CalamineWorkbook

from desktop_app.services.usecases import load
from tests.support.places import PROJECT

SIZES = (10_000, 100_000, 1_048_575)
HEADINGS = (
    "Reference",
    "Date of incident",
    "Date notified",
    "Nature",
    "Region",
    "Local authority",
    "Age",
    "Sex",
    "Ethnicity",
    "Looked after",
    "Child in need plan",
    "Number of children",
    "Placement",
    "Cause",
    "Legal status",
    "Outline",
)
REGIONS = ("North East", "North West", "London", "South East", "South West", "East Midlands")
PEAK = """
import re, resource, sys
from pathlib import Path
from desktop_app.services.usecases import load
if __name__ == "__main__":
    load([Path(sys.argv[1])])
    own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1))
    print((own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024)
"""


@pytest.fixture(scope="module", params=SIZES)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Write a workbook of plausible notifications with 16 columns."""
    rows: int = request.param
    path = tmp_path_factory.mktemp("reading") / f"{rows}.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet("Notifications"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, rows + 1):
            notified = datetime(2018, 4, 1) + timedelta(days=row % 2900)
            sheet.write_string(row, 0, f"SI-{row:07}")
            sheet.write_datetime(row, 1, notified - timedelta(days=row % 40), day)
            sheet.write_datetime(row, 2, notified, day)
            sheet.write_row(row, 3, _rest(row))
    return path, rows


def _rest(row: int) -> tuple[object, ...]:
    return (
        "Child death" if row % 9 < 4 else "Serious harm",
        REGIONS[row % 6],
        f"Authority {row % 150}",
        row % 18,
        "Female" if row % 2 else "Male",
        ("White", "Mixed", "Asian")[row % 3],
        "No" if row % 5 else "Yes",
        "No",
        2 if row % 23 == 0 else 1,
        "Foster care",
        "Not known",
        "None",
        f"Outline {row % 1000}",
    )


def told(line: str) -> None:
    """Print a line past pytest's capture."""
    sys.__stdout__.write(f"\n{line}\n")


def bare(path: Path) -> int:
    """Read every row with the parser alone."""
    return sum(1 for _ in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows())


@pytest.mark.timeout(1_200)
def test_reading_beside_the_bare_parser(benchmark: BenchmarkFixture, book: tuple[Path, int]) -> None:
    path, rows = book
    start = perf_counter()
    assert bare(path) == rows + 1
    alone = perf_counter() - start
    dataset = benchmark.pedantic(load, args=([path],), rounds=1)
    assert len(dataset.frame) == rows
    ours = benchmark.stats.stats.min
    ratio, per_row = ours / alone, ours / rows * 1e6
    benchmark.extra_info |= {"bare": alone, "ratio": ratio, "microseconds per row": per_row}
    told(f"{rows:,} rows: {ours:.2f} s, bare {alone:.2f} s, ratio {ratio:.2f}, {per_row:.1f} us per row")


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells the peak of a process")
def test_the_most_memory_taken(book: tuple[Path, int]) -> None:
    path, rows = book
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 2_500_000_000
    told(f"{rows:,} rows: at most {int(done.stdout) / 1e9:.2f} GB in the two largest processes")
