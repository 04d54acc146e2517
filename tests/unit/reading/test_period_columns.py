"""Records that tell only the year, quarter or month are placed in that period, and in no shorter one."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind
from desktop_app.services.usecases import default_state
from tests.unit.reading.books import column, of_kind, read, workbook

TODAY = date(2026, 1, 1)


def _read(path: Path, headings: tuple[str, ...], *rows: tuple[object, ...]) -> Dataset:
    table = [("Reference", *headings, "Nature"), *((f"R{at}", *row, "Other") for at, row in enumerate(rows))]
    return read(workbook(path, table))


@pytest.mark.parametrize(
    ("headings", "row", "kind", "first"),
    [
        (("Year",), (2021,), PeriodKind.CALENDAR_YEAR, date(2021, 1, 1)),
        (("Financial year",), ("2021-22",), PeriodKind.FINANCIAL_YEAR, date(2021, 4, 1)),
        (("Year of notification",), ("2021/22",), PeriodKind.FINANCIAL_YEAR, date(2021, 4, 1)),
        (("Financial year", "Quarter"), ("2021-22", "Q4"), PeriodKind.QUARTER, date(2022, 1, 1)),
        (("Year", "Qtr"), (2021, 3), PeriodKind.QUARTER, date(2021, 7, 1)),
        (("Period",), ("H2 2021-22",), PeriodKind.HALF_YEAR, date(2021, 10, 1)),
        (("Year", "Month"), (2021, "March"), PeriodKind.MONTH, date(2021, 3, 1)),
        (("Year", "Month"), (2021, 11), PeriodKind.MONTH, date(2021, 11, 1)),
        (("FY", "Month"), ("2021-22", "Feb"), PeriodKind.MONTH, date(2022, 2, 1)),
        (("Month",), ("Mar-21",), PeriodKind.MONTH, date(2021, 3, 1)),
    ],
)
def test_periods_in_many_notations(
    tmp_path: Path, headings: tuple[str, ...], row: tuple[object, ...], kind: PeriodKind, first: date
) -> None:
    dataset = _read(tmp_path / "a.xlsx", headings, row, row)
    assert column(dataset, "date_notified") == [first, first]
    assert dataset.coarse == {"date_notified": (kind,)}
    told = [problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE)]
    assert any(what.startswith("The file gives no dates; “") for what in told)


def test_the_year_of_the_incident_is_the_basis_that_it_names(tmp_path: Path) -> None:
    dataset = _read(tmp_path / "a.xlsx", ("Year of incident",), (2020,), (2021,))
    assert dataset.coarse == {DateBasis.INCIDENT.column: (PeriodKind.CALENDAR_YEAR,)}
    assert default_state(dataset).date_basis is DateBasis.INCIDENT


def test_whole_years_are_complete_and_shorter_periods_are_not_shown(tmp_path: Path) -> None:
    dataset = _read(tmp_path / "a.xlsx", ("Year",), (2020,), (2021,), (2021,))
    result = compute(dataset, ViewState(period=PeriodKind.MONTH), TODAY)
    assert result.resolved.periods == (PeriodKind.CALENDAR_YEAR,)
    assert [(row.period.label, row["notifications"].figure.value, row.complete) for row in result.rows] == [
        ("2020", 1, True),
        ("2021", 2, True),
    ]
    text = "There are no figures by month: the file tells only the calendar year of its records."
    assert text in [notice.text for notice in result.notices]


def test_quarters_make_up_years_of_either_kind(tmp_path: Path) -> None:
    dataset = _read(tmp_path / "a.xlsx", ("Year", "Quarter"), (2020, "Q2"), (2021, "Q1"))
    assert compute(dataset, ViewState(), TODAY).resolved.periods == tuple(PeriodKind)[:4]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("Year group",), (7,)),
        (("Year of birth",), (2014,)),
        (("Month",), ("March",)),  # of which year?
        (("Year",), ("a while ago",)),
        (("Date notified", "Year"), (date(2021, 3, 4), 2020)),  # the date itself is there
    ],
)
def test_other_columns_give_no_date(
    tmp_path: Path, headings: tuple[str, ...], row: tuple[object, ...]
) -> None:
    assert _read(tmp_path / "a.xlsx", headings, row, row).coarse == {}


def test_records_without_their_period_are_counted_in_none_and_told(tmp_path: Path) -> None:
    rows = [(2020,)] * 10
    dataset = _read(tmp_path / "a.xlsx", ("Year",), *rows, (None,))
    assert column(dataset, "date_notified")[-1] is None
    assert "The calendar year of the record is not told (in 1 row)" in [
        problem.what for problem in of_kind(dataset, ProblemKind.MISSING)
    ]


def test_a_year_of_which_some_quarters_are_not_told_is_not_complete(tmp_path: Path) -> None:
    rows = [("2020-21", f"Q{quarter}") for quarter in (1, 2, 3, 4)] + [("2021-22", "Q1")]
    dataset = _read(tmp_path / "a.xlsx", ("Financial year", "Quarter"), *rows)
    by_year = compute(dataset, ViewState(), TODAY).rows
    assert [(row.period.label, row.complete) for row in by_year if row.period] == [
        ("2020", False),
        ("2021", False),
    ]
    financial = compute(dataset, ViewState(period=PeriodKind.FINANCIAL_YEAR), TODAY).rows
    assert [row.complete for row in financial] == [True, False]


def test_quarters_from_april_to_march_begin_in_financial_years(tmp_path: Path) -> None:
    rows = [("2020-21", f"Q{quarter}") for quarter in (1, 2, 3, 4)]
    dataset = _read(tmp_path / "a.xlsx", ("Financial year", "Quarter"), *rows)
    assert default_state(dataset).period is PeriodKind.FINANCIAL_YEAR
