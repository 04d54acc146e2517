"""A year that is not over is compared with the same part of the year before, to the day."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis import compute
from desktop_app.analysis.result import Result
from desktop_app.domain.filters import DateFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit
from tests.support.datasets import records

TODAY = date(2022, 12, 1)


def of(days: Sequence[date], today: date = TODAY, **wishes: object) -> Result:
    data = records({"reference": [f"N{at}" for at in range(len(days))], "date_notified": [*map(str, days)]})
    return compute(data, ViewState(**wishes), today)  # type: ignore[arg-type]  # the names are ViewState's


def weekly(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range(0, (last - first).days + 1, 7)]


def test_the_earlier_year_counts_to_the_same_day() -> None:
    # 2020: every week from 1 January; 2021: one a week to 28 May, and one more on the last day.
    days = [*weekly(date(2020, 1, 1), date(2020, 12, 30)), *weekly(date(2021, 1, 1), date(2021, 5, 28))]
    found = of([*days, date(2021, 5, 28)]).so_far
    assert found is not None
    assert (found.period.label, found.base_period.label) == ("2021", "2020")
    assert (found.last, found.base_last) == (date(2021, 5, 28), date(2020, 5, 28))
    # From 1 January to 28 May 2020 there are 22 Wednesdays, in 2021 as many Fridays and the one more.
    assert (found.change.base, found.now, found.change.number) == (22, 23, 1)


def test_the_end_of_february_is_compared_with_the_end_of_february() -> None:
    days = [*weekly(date(2019, 1, 1), date(2020, 2, 25)), date(2020, 2, 29)]
    found = of(days, date(2020, 2, 29)).so_far
    assert found is not None
    assert found.base_last == date(2019, 2, 28)


def test_quarters_are_compared_with_the_quarter_a_year_before() -> None:
    days = weekly(date(2020, 1, 1), date(2021, 8, 4))
    found = of(days, period=PeriodKind.QUARTER).so_far
    assert found is not None
    assert (found.period.label, found.base_period.label) == ("Jul-Sep 2021", "Jul-Sep 2020")


@pytest.mark.parametrize(
    ("days", "wishes"),
    [
        (weekly(date(2020, 1, 1), date(2021, 12, 31)), {}),
        (weekly(date(2021, 1, 1), date(2021, 5, 28)), {}),
        (weekly(date(2020, 3, 1), date(2021, 5, 28)), {}),
        (weekly(date(2020, 1, 1), date(2021, 5, 28)), {"date_basis": DateBasis.INCIDENT}),
        (weekly(date(2020, 1, 1), date(2021, 5, 28)), {"unit": Unit.CHILDREN}),
        (
            weekly(date(2020, 1, 1), date(2021, 5, 28)),
            {"filters": (DateFilter("date_notified", date(2020, 2, 1), None),)},
        ),
    ],
    ids=["complete", "no year before", "half a year before", "by incident", "not counted", "cut by a filter"],
)
def test_there_is_no_comparison_where_it_would_not_be_fair(
    days: list[date], wishes: dict[str, object]
) -> None:
    assert of(days, **wishes).so_far is None


def test_months_that_the_data_cover_have_a_total_and_the_open_one_a_part() -> None:
    result = of(weekly(date(2020, 1, 1), date(2021, 5, 12)))
    years = {each.year.label: each for each in result.by_month}
    assert years["2020"].months == (5, 4, 4, 5, 4, 4, 5, 4, 5, 4, 4, 5)  # Wednesdays of 2020
    assert years["2020"].partial is None
    assert years["2021"].months == (4, 4, 5, 4, *[None] * 8)
    assert years["2021"].partial == 2


def test_years_of_half_years_run_from_april_and_the_newest_four_are_given() -> None:
    result = of(weekly(date(2015, 1, 1), date(2021, 5, 12)), period=PeriodKind.HALF_YEAR)
    assert [each.year.label for each in result.by_month] == ["2018-19", "2019-20", "2020-21", "2021-22"]


def test_a_notification_of_several_rows_is_counted_once() -> None:
    days = [str(day) for day in weekly(date(2020, 1, 1), date(2021, 5, 28)) for _ in range(2)]
    references = [f"N{at // 2}" for at in range(len(days))]
    data = records({"reference": references, "date_notified": days}, Shape.CHILDREN)
    once, each = (
        compute(data, ViewState(unit=unit), TODAY).so_far for unit in (Unit.NOTIFICATIONS, Unit.CHILDREN)
    )
    assert once is not None
    assert each is not None
    assert (each.now, each.change.base) == (2 * once.now, 2 * once.change.base)


@given(st.lists(st.dates(date(2018, 1, 1), date(2021, 6, 30)), min_size=1, max_size=60))
def test_full_years_by_month_add_up_to_the_years(days: list[date]) -> None:
    result = of(days)
    totals = {row.period: row["notifications"].figure.value for row in result.rows}
    for year in result.by_month:
        if None not in year.months:
            assert sum(month or 0 for month in year.months) == totals[year.year]


def test_a_month_that_the_data_do_not_reach_into_has_no_part() -> None:
    newest = of([*weekly(date(2020, 1, 1), date(2021, 4, 28)), date(2021, 4, 30)]).by_month[-1]
    assert newest.months[3] == 5  # four Wednesdays and the last day of April
    assert newest.months[4:] == (None,) * 8
    assert newest.partial is None
