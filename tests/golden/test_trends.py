"""Every chart says something true of every sample and of published files, and published figures come out."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.catalogue.charts import CHARTS
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.presentation.models import Plot, View
from desktop_app.presentation.view import view_of
from desktop_app.reading import read_files
from tests.support.places import SAMPLE_DATA

PANEL = "panel_notifications_2020_2021.xlsx"
DFE = "dfe_notifications_2019-20_to_2025-26.xlsx"
PUBLISHED = "dfe_published_national.csv"
SAMPLES = (PANEL, DFE, PUBLISHED, "messy_returns.xlsx")
PUBLIC = ("sin_financial_half.csv", "b1_children_in_need_2013_to_2025.csv")
TODAY = date(2026, 11, 1)


@cache
def read(path: Path) -> Dataset:
    return read_files([path], ReadingChoices(), Progress())


def view(path: Path, **wishes: object) -> View:
    dataset = read(path)
    return view_of(compute(dataset, ViewState(**wishes), TODAY), dataset.problems)  # type: ignore[arg-type]  # its names


def plot(name: str, key: str, **wishes: object) -> Plot:
    return next(each for each in view(SAMPLE_DATA / name, **wishes).plots if each.key == key)


def sound(shown: View) -> None:
    for made in shown.plots:
        assert 1 <= len(made.title.split()) <= 10, made.title
        assert made.alt_text.endswith(".")
        assert made.subtitle
        assert made.source.startswith("Source: ")
        for series in made.series:
            assert [mark.position for mark in series.marks] == list(range(len(made.positions)))
        for line in made.lines:
            assert len(line.values) == len(made.positions)


@pytest.mark.parametrize("period", list(PeriodKind))
@pytest.mark.parametrize("name", SAMPLES)
def test_every_chart_of_every_sample_is_sound(name: str, period: PeriodKind) -> None:
    for unit in Unit:
        shown = view(SAMPLE_DATA / name, period=period, unit=unit)
        assert [made.key for made in shown.plots] == [spec.key for spec in CHARTS]
        sound(shown)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_chart_of_published_files_is_sound(shared_data: Path, name: str) -> None:
    for period in (PeriodKind.FINANCIAL_YEAR, PeriodKind.HALF_YEAR):
        sound(view(shared_data / "published" / name, period=period))


@pytest.mark.parametrize(
    ("name", "period", "unit"),
    [
        (PANEL, PeriodKind.CALENDAR_YEAR, Unit.NOTIFICATIONS),
        (PANEL, PeriodKind.CALENDAR_YEAR, Unit.CHILDREN),
        (DFE, PeriodKind.FINANCIAL_YEAR, Unit.NOTIFICATIONS),
        (DFE, PeriodKind.HALF_YEAR, Unit.NOTIFICATIONS),
        (PUBLISHED, PeriodKind.FINANCIAL_YEAR, Unit.NOTIFICATIONS),
    ],
)
def test_the_samples_differ_in_nothing_from_what_their_publisher_stated(
    name: str, period: PeriodKind, unit: Unit
) -> None:
    made = plot(name, "published", period=period, unit=unit)
    own = "Panel" if name == PANEL else "DfE"
    places = {column.key: at for at, column in enumerate(made.table.columns)}
    rows = [row for row in made.table.rows if row[places["series"]].text == own]
    differences = {row[places["difference"]].text for row in rows}
    assert rows
    assert differences <= {"none", ""}  # nothing stands where the publisher counted in another unit
    assert "none" in differences


def test_rates_shares_and_limits_of_the_published_years() -> None:
    rates = plot(PANEL, "rate").series[0].marks
    assert [mark.label for mark in rates] == ["4.09", "3.22"]
    assert [round(end or 0, 2) for mark in rates for end in (mark.low, mark.high)] == [3.73, 4.47, 2.91, 3.56]
    years = plot(DFE, "control", period=PeriodKind.FINANCIAL_YEAR)
    assert [line.label for line in years.lines] == ["Upper limit 573", "Mean 426", "Lower limit 279"]
    deaths = plot(DFE, "share", period=PeriodKind.FINANCIAL_YEAR).series[0].marks
    assert [mark.label for mark in deaths] == ["42%", "42%", "43%", "44%", "51%", "48%", "45%"]


def test_a_file_of_one_year_has_no_change_to_show_and_says_so_kindly() -> None:
    change = plot("messy_returns.xlsx", "change")
    assert change.empty
    assert change.title == "No earlier period to compare with"
