"""The clocks run in England's working days, once for each notification, and miss no bank holiday."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis import compute
from desktop_app.analysis.records.masks import day_number
from desktop_app.analysis.result import OnTime, Spread, Stage, Timings
from desktop_app.analysis.statistics.working_days import bank_holidays, working_days
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape
from tests.support.datasets import records

TODAY = date(2026, 11, 1)


def between(first: date, last: date) -> int:
    return int(working_days(np.array([day_number(first)]), np.array([day_number(last)]))[0])


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2021, 3, 1), date(2021, 3, 1), 0),
        (date(2021, 3, 1), date(2021, 3, 2), 1),
        (date(2021, 3, 5), date(2021, 3, 8), 1),  # from Friday to Monday
        (date(2021, 3, 6), date(2021, 3, 7), 0),  # a weekend
        (date(2020, 4, 9), date(2020, 4, 14), 1),  # over Easter
        (date(2020, 5, 7), date(2020, 5, 11), 1),  # the early May holiday, moved to a Friday in 2020
        (date(2021, 12, 24), date(2021, 12, 29), 1),  # Christmas on a weekend, both days in lieu
        (date(2022, 6, 1), date(2022, 6, 6), 1),  # the Platinum Jubilee
        (date(2022, 9, 16), date(2022, 9, 20), 1),  # the Queen's funeral
        (date(2023, 5, 5), date(2023, 5, 9), 1),  # the Coronation
    ],
)
def test_days_are_counted_from_the_day_after_without_weekends_and_holidays(
    first: date, last: date, days: int
) -> None:
    assert between(first, last) == days


@given(st.dates(date(2016, 1, 1), date(2027, 12, 31)), st.integers(0, 200))
def test_counting_by_array_is_counting_day_by_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    holidays = {day.astype(date) for day in bank_holidays(first.year, last.year)}
    after = [first + timedelta(days=step) for step in range(1, length + 1)]
    assert between(first, last) == sum(day.weekday() < 5 and day not in holidays for day in after)


def timings(columns: dict[str, list[object]], shape: Shape = Shape.NOTIFICATIONS) -> Timings:
    made = compute(
        records({key: tuple(cells) for key, cells in columns.items()}, shape), ViewState(), TODAY
    ).timings()
    assert made is not None
    return made


ROWS: dict[str, list[object]] = {
    "reference": ["a", "b", "c", "d", "e"],
    "date_of_incident": ["2021-03-01", "2021-03-01", "2021-03-20", None, "2021-02-01"],
    "date_aware": ["2021-03-01", "2021-03-01", None, "2021-03-01", "2021-03-08"],
    "date_notified": ["2021-03-08", "2021-03-09", "2021-03-10", "2021-03-02", "2021-12-31"],
    "rapid_review_received": ["2021-03-29", "2021-03-31", None, "2021-03-23", None],
    "review_decision": ["Yes", "No", None, "Yes", "Not yet decided"],
    "review_published": ["2021-09-28", None, None, None, None],
}


def test_delay_is_from_incident_to_notification_where_both_are_known_and_in_order() -> None:
    # a 7 days, b 8 days, e 333 days; c lies before its incident, d has no incident.
    overall = timings(ROWS).overall
    assert overall.delay == Spread(known=3, median=8, lower=7.5, upper=170.5)
    assert timings(ROWS).without_delay == 2
    assert timings(ROWS).delays == (0, 1, 1, 0, 0, 0, 1)


def test_the_time_to_notify_runs_from_becoming_aware_or_else_from_the_incident() -> None:
    # a 5 working days, b 6, d 1, e many; c has no date aware.
    assert (timings(ROWS).clock, timings(ROWS).overall.notified) == ("date_aware", OnTime(2, 4))
    without = {key: cells for key, cells in ROWS.items() if key != "date_aware"}
    assert (timings(without).clock, timings(without).overall.notified) == ("date_of_incident", OnTime(1, 3))


def test_a_rapid_review_that_is_due_and_absent_is_not_on_time() -> None:
    # a 15 working days, b 16, d 15; c is overdue when the data end on 31 December; e is not yet due.
    assert timings(ROWS).overall.reviewed == OnTime(2, 4)


def test_stages_count_the_notifications_that_came_to_them() -> None:
    stages = timings(ROWS).stages
    assert [(stage.key, stage.count) for stage in stages] == [
        ("notified", 5), ("reviewed", 3), ("decided", 2), ("published", 1),
    ]  # fmt: skip
    assert stages[1].days == Spread(known=3, median=21, lower=21, upper=21.5)
    assert stages[3].days == Spread(known=1, median=183, lower=183, upper=183)


def test_the_children_of_one_notification_are_one_clock_from_the_first_dates() -> None:
    rows: dict[str, list[object]] = {
        "reference": ["a", "a", "b"],
        "date_of_incident": ["2021-03-02", "2021-03-01", "2021-03-01"],
        "date_notified": ["2021-03-08", "2021-03-08", "2021-03-10"],
        "rapid_review_received": [None, "2021-03-20", "2021-03-20"],
        "review_decision": ["No", "Yes", "No"],
    }
    made = timings(rows, Shape.CHILDREN)
    assert made.overall.notifications == 2
    assert made.overall.delay == Spread(known=2, median=8, lower=7.5, upper=8.5)
    assert [stage.count for stage in made.stages] == [2, 2, 1]


def test_columns_that_the_file_lacks_give_no_clock() -> None:
    made = timings({"reference": ["a"], "date_notified": ["2021-03-08"]})
    assert (made.overall.delay, made.overall.notified, made.overall.reviewed) == (None, None, None)
    assert made.delays == ()
    assert made.stages == (Stage("notified", 1, None),)
    undated = compute(records({"reference": ["a"], "nature": ["Other"]}), ViewState(), TODAY)
    assert undated.timings() is None


def test_periods_add_up_to_the_dated_whole() -> None:
    made = timings(ROWS)
    assert sum(each.notifications for each in made.by_period) == made.overall.notifications
    assert [each.period and each.period.label for each in made.by_period] == ["2021"]


def test_a_year_without_notifications_keeps_its_place_between_the_others() -> None:
    found = timings({"reference": ["A", "B"], "date_notified": ["2019-05-02", "2021-05-04"]})
    assert [(each.period.label, each.notifications) for each in found.by_period if each.period] == [
        ("2019", 1),
        ("2020", 0),
        ("2021", 1),
    ]
    assert found.by_period[1].delay is None
