"""Rates, shares and running totals name their population, their counts and how far the data go."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis.result import Change, Result, SoFar, YearByMonth
from desktop_app.analysis.statistics.intervals import rate
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice
from desktop_app.domain.units import PeriodKind
from desktop_app.presentation.models import Plot
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result

POPULATIONS = {2020: 11_787_794, 2021: 11_762_878}
LATE = Notice("Rates for 2021 use the population of mid-2020, the latest available.")


def plot(made: Result, key: str) -> Plot:
    return next(each for each in view_of(made, ()).plots if each.key == key)


def rated(made: Result) -> Result:
    """Give every year the population of England and the rate of its notifications."""
    rows = []
    for row in made.rows:
        assert row.period
        people, first = POPULATIONS[row.period.start.year], row.measures[0]
        assert first.figure.value is not None
        value, interval = rate(first.figure.value, people)
        measures = (replace(first, rate=value, rate_interval=interval), *row.measures[1:])
        rows.append(replace(row, measures=measures, population=people))
    return replace(made, rows=tuple(rows), rate_notices=(LATE,))


def year(first: int) -> Period:
    return Period(PeriodKind.CALENDAR_YEAR, first)


def test_the_rates_of_the_panels_years_are_those_of_the_published_counts() -> None:
    made = plot(rated(result(PANEL)), "rate")
    marks = made.series[0].marks
    assert [mark.label for mark in marks] == ["4.09", "3.22"]
    assert marks[0].words == (
        "2020: 4.09 per 100,000 children aged 0 to 17 (95% interval 3.73 to 4.47; 482 among 11,787,794)"
    )
    assert (marks[1].low, marks[1].high) == pytest.approx((2.91, 3.56), abs=0.005)
    assert made.title == "Notifications, 2021: 3.22 per 100,000 children"
    assert made.band
    assert LATE.text in made.source
    assert [cell.text for cell in made.table.rows[1]] == [
        "2021", "379", "11,762,878", "3.22", "2.91", "3.56",
    ]  # fmt: skip


def test_without_a_population_the_chart_says_why_it_is_empty() -> None:
    made = plot(result(PANEL), "rate")
    assert made.empty
    assert made.title == "No rate can be given for these figures"
    assert made.absence.startswith("A rate needs complete years")


def test_a_notice_about_population_stands_only_where_a_rate_is_shown() -> None:
    view = view_of(rated(result(PANEL)), ())
    assert LATE not in view.cautions
    assert LATE.text in view.trend.notes


def test_shares_carry_their_counts_and_wilson_s_interval() -> None:
    # 206 of 482 = 42.7%; Wilson's interval 38.4% to 47.2%.
    made = plot(result(PANEL), "share")
    assert made.series[0].marks[0].words == ("2020: child deaths, 43% (206 of 482); 95% interval 38% to 47%")
    assert made.series[0].marks[0].low == pytest.approx(38.4, abs=0.05)
    assert made.title == "Child deaths, 2021: 41% of notifications"
    assert made.alt_text.endswith("In 2021: child deaths 41% (156 of 379) and serious harm 59% (223 of 379).")


def test_a_share_of_few_is_told_in_counts() -> None:
    made = plot(result({2020: Counts(12, None, 3, 9), 2021: Counts(9, None, 4, 5)}), "share")
    assert made.title == "Child deaths, 2021: 4 of 9"
    assert made.table.notes[-1] == "A share of fewer than 20 says little: read the counts beside it."


def test_a_part_that_outgrows_its_total_has_no_share() -> None:
    """The Panel split the children of 2021, not its 379 notifications: 398 of 379 is no share."""
    made = plot(result({2020: Counts(100, None, 120)}), "share")
    assert made.empty
    assert made.title == "The data do not give the share of each nature"


def running() -> Result:
    months = (YearByMonth(year(2020), (40,) * 12), YearByMonth(year(2021), (30, 30, *[None] * 10), 12))
    so_far = SoFar(
        year(2021), year(2020), date(2021, 3, 14), date(2020, 3, 14), 72, Change(98, -26, -26.5, None, 0.06)
    )
    cut = {2020: Counts(480), 2021: Counts(72, complete=False)}
    return replace(result(cut), so_far=so_far, by_month=months)


def test_the_running_total_of_the_newest_year_stops_where_the_data_stop() -> None:
    made = plot(running(), "cumulative")
    assert [series.label for series in made.series] == ["2021", "2020"]
    newest, before = (series.marks for series in made.series)
    assert [mark.value for mark in newest] == [30, 60, 72, *[None] * 9]
    assert [mark.provisional for mark in newest[:4]] == [False, False, True, False]
    assert newest[2].words == "2021, so far: 72 notifications"
    assert before[-1].words == "2020, to the end of December 2020: 480 notifications"
    assert made.title == "Notifications, 2021 so far: 27% fewer than a year earlier"
    assert "The data go to 14 March 2021" in made.source
    assert [cell.text for cell in made.table.rows[3]] == ["Apr", "160", ""]


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (338, 357, "6% more than a year earlier"),  # DfE's years to March 2025 and 2026
        (357, 357, "as many as a year earlier"),
        (0, 3, "3 more than a year earlier"),
    ],
)
def test_a_whole_year_is_compared_with_the_year_before(before: int, now: int, told: str) -> None:
    months = tuple(YearByMonth(year(at), (total, *[0] * 11)) for at, total in ((2020, before), (2021, now)))
    counts = {2020: Counts(before), 2021: Counts(now)}
    made = plot(replace(result(counts), by_month=months), "cumulative")
    assert made.title == f"Notifications, 2021: {told}"


def test_the_briefing_compares_the_newest_year_with_the_same_part_of_the_year_before() -> None:
    assert view_of(running(), ()).sentences[-1] == (
        "From 1 January to 14 March 2021 there were 72 notifications, 27% fewer than in the same part of 2020"
        " (98); this is provisional."
    )


def test_published_counts_have_no_running_total_and_say_so() -> None:
    made = plot(result(PANEL), "cumulative")
    assert made.empty
    assert made.title == "No running total can be given for these figures"


def test_the_whole_months_of_a_year_are_compared_where_shorter_periods_are_shown() -> None:
    months = (YearByMonth(year(2020), (40,) * 12), YearByMonth(year(2021), (30, 30, *[None] * 10), 12))
    counts = {2020: Counts(480), 2021: Counts(72, complete=False)}
    title = plot(replace(result(counts), by_month=months), "cumulative").title
    assert title == "Notifications, Jan-Feb 2021: 25% fewer than a year earlier"


def test_without_a_whole_start_of_a_year_the_reason_is_told() -> None:
    made = plot(replace(result({2021: Counts(3, complete=False)}), by_month=()), "cumulative")
    assert made.absence.endswith("here no year is whole from its start.")


def test_shares_of_few_in_many_periods_are_left_to_the_table() -> None:
    months = {year: Counts(3, None, 1, 2, 0) for year in range(2010, 2023)}
    for key in ("share", "make_up"):
        made = plot(result(months, kind=PeriodKind.MONTH), key)
        assert made.empty
        assert made.title == "Too few cases in most months for shares"
        assert made.absence == (
            "Most months have fewer than 20 cases, and a share of so few says little. Choose longer periods,"
            " or read the counts in the table."
        )
        assert len(made.table.rows) == 13
    enough = {year: Counts(30, None, 10, 20, 0) for year in range(2010, 2023)}
    assert not plot(result(enough, kind=PeriodKind.MONTH), "share").empty
