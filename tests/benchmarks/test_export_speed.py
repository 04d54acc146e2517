"""How long a large export takes beside pandas and openpyxl, and how much memory; measured by `make bench`."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop_app.analysis.disclosure import protect
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.exporting import ExportWish, Part
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.units import PeriodKind
from desktop_app.services.exporting import Exporter
from desktop_app.services.usecases import default_state, load, summarise
from tests.support.places import PROJECT, SAMPLE_DATA

ROWS, SHOWN = 120_000, 100_000
WISH = ExportWish(parts=(Part.SUMMARY, Part.TRENDS, Part.RECORDS))
HEADINGS = (
    "Reference", "Date of incident", "Date notified", "Nature", "Region", "Local authority", "Age", "Sex",
    "Ethnicity", "Disability", "Looked after", "Number of children", "Placement", "Legal status", "Cause",
    "Outline",
)  # fmt: skip
PEAK = """
import resource, sys
from pathlib import Path
from tests.benchmarks.test_export_speed import WISH, exporter
from desktop_app.domain.progress import Progress
made = exporter(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made.write(WISH, Path(sys.argv[2]), Progress())
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write records of sixteen columns, of which a filter leaves a hundred thousand."""
    path = tmp_path_factory.mktemp("export") / "large.csv"
    lines = [",".join(HEADINGS), *(",".join(_row(row)) for row in range(ROWS))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _row(row: int) -> tuple[str, ...]:
    notified = date(2018, 4, 1) + timedelta(days=row % 2900)
    incident = notified - timedelta(days=row % 40)
    return (
        f"SI-{row:06}", incident.isoformat(), notified.isoformat(),
        "Child death" if row % 9 < 4 else "Serious harm", "London" if row % 6 else "North East",
        f"Authority {row % 150}", str(row % 18), "Female" if row % 2 else "Male",
        ("White", "Mixed", "Asian")[row % 3], "No", "No" if row % 5 else "Yes", "2" if row % 23 == 0 else "1",
        "Foster care", "Not known", "Not known", f"Outline {row % 1000} of an incident at home",
    )  # fmt: skip


def exporter(path: Path) -> Exporter:
    """Return the filtered view of the records, ready to be written."""
    dataset = load([path])
    state = default_state(dataset).with_filter(ValueFilter("region", ("London",)))
    assert len(summarise(dataset, state).selection) == SHOWN
    return Exporter(dataset, state)


def told(line: str) -> None:
    """Print a line past pytest's capture."""
    sys.__stdout__.write(f"\n{line}\n")


@pytest.mark.timeout(600)
def test_a_hundred_thousand_records_beside_pandas(
    benchmark: BenchmarkFixture, source: Path, tmp_path: Path
) -> None:
    made = exporter(source)
    frame = pd.read_csv(source).query("Region == 'London'")
    assert frame.shape == (SHOWN, len(HEADINGS))
    start = perf_counter()
    frame.to_excel(tmp_path / "pandas.xlsx", engine="openpyxl", index=False)
    other = perf_counter() - start
    out = tmp_path / "ours.xlsx"
    benchmark.pedantic(made.write, args=(WISH, out, Progress()), rounds=1)
    ours = benchmark.stats.stats.min
    benchmark.extra_info |= {"pandas": other, "ratio": ours / other}
    told(f"{SHOWN:,} rows: {ours:.1f} s, pandas with openpyxl {other:.1f} s, ratio {ours / other:.2f}")


@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells the peak of a process")
def test_the_most_memory_an_export_takes(source: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(source), str(tmp_path / "out.xlsx")],
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told(f"{SHOWN:,} rows: at most {int(done.stdout) / 1e6:.0f} MB above the peak of reading the file")
    assert int(done.stdout) < 300_000_000


def test_the_briefing_export_of_a_sample(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    dataset = load([SAMPLE_DATA / "panel_notifications_2020_2021.xlsx"])
    made = Exporter(dataset, default_state(dataset))
    benchmark(made.write, ExportWish(), tmp_path / "out.xlsx", Progress())


@pytest.mark.parametrize("by", ["region", "local_authority"])
def test_protecting_a_breakdown_by_quarter(benchmark: BenchmarkFixture, by: str) -> None:

    dataset = load([SAMPLE_DATA / "panel_notifications_2020_2021.xlsx"])
    state = replace(default_state(dataset), by=by, period=PeriodKind.QUARTER)
    true = summarise(dataset, state)
    safe = benchmark.pedantic(protect, args=(true, Disclosure()), rounds=3)
    assert safe.hidden
