"""Periods tile time without gaps and carry the names that officials use."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.periods import (
    Period,
    day_label,
    day_words,
    day_written,
    financial_year_label,
    periods_between,
)
from desktop_app.domain.units import PeriodKind

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
KINDS = st.sampled_from(list(PeriodKind))


@given(DAYS, KINDS)
def test_a_day_lies_in_its_period(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.start <= day <= period.end


@given(DAYS, KINDS)
def test_periods_follow_one_another_without_gap(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.shifted(1).start == period.end + timedelta(days=1)
    assert Period.containing(period.end, kind) == Period.containing(period.start, kind) == period


@given(DAYS, KINDS)
def test_so_many_periods_back_lies_the_same_period_a_year_before(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    earlier = period.shifted(-kind.per_year)
    assert (earlier.start.year, earlier.start.month) == (period.start.year - 1, period.start.month)


@pytest.mark.parametrize(
    ("kind", "day", "label", "words", "start", "end"),
    [
        (PeriodKind.CALENDAR_YEAR, date(2021, 6, 1), "2021", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        (
            PeriodKind.FINANCIAL_YEAR,
            date(2021, 3, 31),
            "2020-21",
            "the year to March 2021",
            date(2020, 4, 1),
            date(2021, 3, 31),
        ),
        (
            PeriodKind.HALF_YEAR,
            date(2020, 4, 1),
            "H1 2020-21",
            "April to September 2020",
            date(2020, 4, 1),
            date(2020, 9, 30),
        ),
        (
            PeriodKind.HALF_YEAR,
            date(2021, 2, 28),
            "H2 2020-21",
            "October 2020 to March 2021",
            date(2020, 10, 1),
            date(2021, 3, 31),
        ),
        (
            PeriodKind.QUARTER,
            date(2021, 12, 31),
            "Oct-Dec 2021",
            "October to December 2021",
            date(2021, 10, 1),
            date(2021, 12, 31),
        ),
        (
            PeriodKind.MONTH,
            date(2024, 2, 29),
            "Feb 2024",
            "February 2024",
            date(2024, 2, 1),
            date(2024, 2, 29),
        ),
    ],
)
def test_periods_have_the_names_and_days_of_their_kind(
    kind: PeriodKind, day: date, label: str, words: str, start: date, end: date
) -> None:
    period = Period.containing(day, kind)
    assert (period.label, period.words, period.start, period.end) == (label, words, start, end)


def test_the_turn_of_the_century_is_written_out() -> None:
    assert financial_year_label(1999) == "1999-2000"
    assert financial_year_label(2009) == "2009-10"


def test_every_period_between_two_is_listed() -> None:
    first, last = (Period.containing(date(year, 5, 1), PeriodKind.FINANCIAL_YEAR) for year in (2018, 2020))
    assert [period.label for period in periods_between(first, last)] == ["2018-19", "2019-20", "2020-21"]


def test_periods_of_two_kinds_have_nothing_between_them() -> None:
    year, month = (
        Period.containing(date(2020, 5, 1), kind) for kind in (PeriodKind.CALENDAR_YEAR, PeriodKind.MONTH)
    )
    with pytest.raises(ValueError, match="Cannot count"):
        periods_between(year, month)


def test_days_are_written_as_officials_write_them() -> None:
    assert day_words(date(2021, 3, 5)) == "5 March 2021"
    assert day_label(date(2021, 3, 5)) == "05 Mar 2021"


@pytest.mark.parametrize("text", ["5/3/2021", "05.03.2021", " 5 Mar 2021", "5 march 2021", "2021-03-05"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day_written(text) == date(2021, 3, 5)


@pytest.mark.parametrize("text", ["5/3/21", "March 2021", "31/2/2021", "5 M 2021", "5 Ma 2021", "today", ""])
def test_what_may_be_another_day_is_not_guessed_at(text: str) -> None:
    with pytest.raises(ValueError, match=r"Not a|invalid|day is out"):
        day_written(text)
