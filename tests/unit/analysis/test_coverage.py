"""A period is compared only where the data cover it from its first day to its last."""

from collections.abc import Sequence
from datetime import date, timedelta

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.coverage import window_of
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.records.lateness import Lateness, lateness_of
from desktop_app.analysis.result import Result
from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind
from tests.support.datasets import records

TODAY = date(2026, 1, 1)


def daily(first: date, last: date, step: int = 1) -> list[date]:
    return [first + timedelta(days) for days in range(0, (last - first).days + 1, step)]


def notified(days: Sequence[date], incidents: Sequence[date] | None = None) -> Dataset:
    columns: dict[str, Sequence[object]] = {
        "reference": [f"R{at}" for at in range(len(days))],
        "date_notified": days,
    }
    if incidents is not None:
        columns["date_of_incident"] = incidents
    return records(columns)


def complete(result: Result) -> dict[str, bool]:
    return {row.period.label: row.complete for row in result.rows if row.period}


def texts(result: Result) -> str:
    return " ".join(notice.text for notice in result.notices)


def test_a_year_is_complete_when_the_data_reach_its_ends_within_a_week() -> None:
    dataset = notified(daily(date(2020, 1, 8), date(2021, 12, 24)))
    assert complete(compute(dataset, ViewState(), TODAY)) == {"2020": True, "2021": True}


def test_data_that_start_or_stop_more_than_a_week_inside_leave_the_year_incomplete() -> None:
    result = compute(notified(daily(date(2020, 1, 9), date(2021, 12, 23))), ViewState(), TODAY)
    assert complete(result) == {"2020": False, "2021": False}
    assert "2020 is incomplete, because the data start on 9 January 2020" in texts(result)
    assert "2021 is incomplete, because the data stop on 23 December 2021" in texts(result)


def test_sparse_data_may_be_silent_for_twice_their_longest_gap() -> None:
    # Every 20 days: the data may end up to 40 days before the year does.
    for end, whole in ((date(2021, 11, 21), True), (date(2021, 11, 20), False)):
        first = end - timedelta(20 * 34)
        assert window_of(index_of(notified(daily(first, end, 20))), Extent()) is not None
        result = compute(notified(daily(first, end, 20)), ViewState(), TODAY)
        assert complete(result)["2021"] is whole


def test_a_period_that_has_not_ended_is_incomplete() -> None:
    result = compute(notified(daily(date(2020, 1, 1), date(2021, 12, 30))), ViewState(), date(2021, 12, 30))
    assert complete(result) == {"2020": True, "2021": False}
    assert "2021 is incomplete, because the time has not yet passed" in texts(result)
    assert result.rows[1]["notifications"].change is None


def by_incident(dataset: Dataset, kind: PeriodKind = PeriodKind.CALENDAR_YEAR, **more: Extent) -> Result:
    return compute(dataset, ViewState(date_basis=DateBasis.INCIDENT, period=kind, **more), TODAY)


def test_by_date_of_incident_years_before_the_extract_hold_late_notifications_only() -> None:
    days = daily(date(2020, 1, 1), date(2021, 6, 30))
    result = by_incident(notified(days, [day - timedelta(30) for day in days]))
    assert complete(result) == {"2019": False, "2020": True, "2021": False}
    assert (
        "2019 is incomplete, because incidents notified before 1 January 2020 are not in the file"
        in texts(result)
    )


def test_by_date_of_incident_a_period_waits_until_nearly_all_its_notifications_have_come() -> None:
    # Every notification comes 30 days after its incident, and the last on 31 December 2021: of November's
    # incidents the last is notified on 30 December, of December's only those of the 1st.
    days = daily(date(2020, 1, 1), date(2021, 12, 31))
    dataset = notified(days, [day - timedelta(30) for day in days])
    years = by_incident(dataset)
    assert complete(years) == {"2019": False, "2020": True, "2021": False}
    assert (
        "2021 is incomplete, because late notifications are still to come (in this file 95% came within 30"
        " days of the incident, and the data stop on 31 December 2021): it is not compared"
    ) in texts(years)
    assert [notice.way_out for notice in years.notices if "still to come" in notice.text] == [
        "Use the date notified."
    ]
    assert years.rows[-1]["notifications"].change is None
    months = complete(by_incident(dataset, PeriodKind.MONTH))
    assert (months["Nov 2021"], months["Dec 2021"]) == (True, False)
    assert complete(compute(dataset, ViewState(), TODAY)) == {"2020": True, "2021": True}


def test_how_late_notifications_come_is_seen_from_incidents_that_had_the_time_for_it() -> None:
    # 366 incidents of 2020, of which every 25th is notified after 200 days: 15 in all, which is 4%, so
    # 95% came within 10 days. The quick ones of 2021, whose late ones are still to come, have no part in it.
    incidents = daily(date(2020, 1, 1), date(2021, 12, 21))
    days = [
        day + timedelta(200 if at % 25 == 0 and at < 366 else 10 if at < 366 else 1)
        for at, day in enumerate(incidents)
    ]
    index = index_of(notified(days, incidents))
    window = window_of(index, Extent())
    assert window is not None
    assert window.last == date(2021, 12, 22)
    assert lateness_of(index, window) == Lateness(10, seen=True)


def test_rows_of_one_notification_have_one_delay() -> None:
    # 19 notifications after 10 days and one after 100 with 40 rows: 95% of twenty are nineteen.
    quick, many = daily(date(2020, 1, 6), date(2020, 1, 24)), [date(2020, 2, 1)] * 40
    incidents = [None, *quick, *many, date(2021, 2, 1)]
    days = [date(2020, 1, 1), *(day + timedelta(10) for day in quick), *[date(2020, 5, 11)] * 40]
    days.append(date(2021, 2, 11))
    index = index_of(
        records(
            {
                "reference": [*(f"R{at}" for at in range(20)), *["many"] * 40, "last"],
                "date_notified": days,
                "date_of_incident": incidents,
            }
        )
    )
    window = window_of(index, Extent())
    assert window is not None
    assert lateness_of(index, window) == Lateness(10, seen=True)


def test_what_the_person_knows_of_later_notifications_counts_by_date_of_incident_too() -> None:
    days = daily(date(2020, 1, 1), date(2021, 12, 31))
    dataset = notified(days, [day - timedelta(30) for day in days])
    assert complete(by_incident(dataset, whole=Extent(last=date(2022, 1, 29))))["2021"] is False
    assert complete(by_incident(dataset, whole=Extent(last=date(2022, 1, 30))))["2021"] is True
    assert settled(by_incident(dataset)) == [Extent(first=date(2019, 1, 1))]


def test_without_dates_notified_thirteen_weeks_are_allowed_for_and_the_person_can_say_more() -> None:
    # 91 days after 30 September lie 30 December and after 31 October 30 January: the data stop between.
    days = daily(date(2020, 1, 1), date(2021, 12, 30))
    dataset = records({"reference": [f"R{at}" for at in range(len(days))], "date_of_incident": days})
    months = complete(by_incident(dataset, PeriodKind.MONTH))
    assert (months["Sep 2021"], months["Oct 2021"]) == (True, False)
    years = by_incident(dataset)
    assert complete(years) == {"2020": True, "2021": False}
    assert (
        "late notifications are still to come (the file does not tell how late they come, so 91 days are"
        " allowed for, and the data stop on 30 December 2021)"
    ) in texts(years)
    assert settled(years) == [Extent(last=date(2021, 12, 31))]
    said = by_incident(dataset, whole=Extent(last=date(2021, 12, 31)))
    assert complete(said) == {"2020": True, "2021": True}


def test_dates_of_incident_stand_in_where_none_is_notified() -> None:
    dataset = records({"reference": ["A", "B"], "date_of_incident": ["2020-02-01", "2020-02-05"]})
    window = window_of(index_of(dataset), Extent())
    assert window is not None
    assert (window.first, window.last, window.patience_days) == (date(2020, 2, 1), date(2020, 2, 5), 8)


def test_without_any_date_there_is_no_window() -> None:
    undated = records({"reference": ["A"], "date_notified": [None]})
    assert window_of(index_of(undated), Extent(last=date(2021, 12, 31))) is None


def test_filters_on_other_columns_do_not_make_a_period_incomplete() -> None:
    days = daily(date(2020, 1, 1), date(2021, 12, 31))
    dataset = records(
        {"date_notified": days, "region": ["London" if day.month == 6 else "South East" for day in days]}
    )
    result = compute(dataset, ViewState(filters=(ValueFilter("region", ("London",)),)), TODAY)
    assert complete(result) == {"2020": True, "2021": True}


def test_a_filter_on_the_dates_cuts_the_time_shown_and_says_so() -> None:
    chosen = DateFilter("date_notified", date(2020, 7, 1), date(2021, 12, 31))
    result = compute(
        notified(daily(date(2019, 1, 1), date(2022, 12, 31))), ViewState(filters=(chosen,)), TODAY
    )
    assert complete(result) == {"2020": False, "2021": True}
    assert "2020 is incomplete, because the filter on dates leaves out some days" in texts(result)


def test_a_filter_on_dates_outside_the_data_shows_no_period() -> None:
    chosen = DateFilter("date_notified", date(2030, 1, 1), None)
    result = compute(notified(daily(date(2020, 1, 1), date(2020, 2, 1))), ViewState(filters=(chosen,)), TODAY)
    assert result.rows == ()
    assert result.overall["notifications"].figure.value == 0


def test_changes_compare_with_the_period_before_and_the_year_before() -> None:
    days = [*daily(date(2020, 1, 1), date(2021, 12, 31)), *daily(date(2021, 1, 1), date(2021, 1, 31))]
    rows = compute(notified(days), ViewState(period=PeriodKind.MONTH), TODAY).rows
    january = rows[12]["notifications"]
    assert january.figure.value == 62
    assert january.change is not None
    assert (january.change.base, january.change.number) == (31, 31)
    assert january.change_on_base is not None
    assert january.change_on_base.percent == 100
    assert rows[0]["notifications"].change is None
    assert rows[11]["notifications"].change_on_base is None


def test_many_incomplete_periods_are_told_in_one_sentence() -> None:
    days = daily(date(2020, 3, 1), date(2020, 12, 31))
    dataset = notified(days, [day - timedelta(59) for day in days])
    result = compute(dataset, ViewState(date_basis=DateBasis.INCIDENT, period=PeriodKind.MONTH), TODAY)
    assert "Jan 2020 and Feb 2020 are incomplete, because incidents notified" in texts(result)
    late = compute(
        notified(daily(date(2020, 1, 1), date(2020, 12, 31))),
        ViewState(period=PeriodKind.MONTH),
        date(2020, 10, 2),
    )
    assert "Oct 2020 to Dec 2020 are incomplete, because the time has not yet passed" in texts(late)


def test_a_stray_date_does_not_stretch_the_window_but_is_counted() -> None:
    days = [date(2012, 5, 5), *daily(date(2020, 1, 1), date(2021, 12, 31)), date(2040, 1, 1)]
    result = compute(notified(days), ViewState(), date(2041, 1, 1))
    assert [label for label, whole in complete(result).items() if whole] == ["2020", "2021"]
    assert result.rows[0]["notifications"].figure.value == 1
    assert "2012 to 2019 are incomplete, because the data start on 1 January 2020" in texts(result)
    assert "2022 to 2040 are incomplete, because the data stop on 31 December 2021" in texts(result)


def test_in_few_records_no_date_is_stray() -> None:
    days = [date(2012, 5, 5), date(2016, 1, 1), date(2021, 12, 31)]
    window = window_of(index_of(notified(days)), Extent())
    assert window is not None
    assert (window.first, window.last) == (date(2012, 5, 5), date(2021, 12, 31))


def test_records_that_all_lie_years_apart_still_have_a_window() -> None:
    assert (
        window_of(index_of(notified([date(1900, 1, 1) + timedelta(at * 400) for at in range(150)])), Extent())
        is not None
    )


def test_an_extract_of_few_notifications_is_not_taken_for_a_whole_year() -> None:
    # About 18 a year, gaps from 8 to 60 days; the last came 125 days before the end of the year.
    gaps = [8, 21, 12, 33, 60, 9, 18, 25, 14, 40, 11, 17, 30, 8, 22, 16, 28, 13, 19, 36]
    days = [date(2024, 8, 28)]
    for gap in gaps * 2:
        days.append(days[-1] - timedelta(gap))
    result = compute(notified(days), ViewState(), TODAY)
    assert complete(result)["2024"] is False
    assert result.rows[-1]["notifications"].change is None
    assert result.so_far is not None
    assert "2024 is incomplete, because the data stop on 28 August 2024" in texts(result)


def test_a_silence_that_says_nothing_is_told_all_the_same() -> None:
    days = daily(date(2020, 1, 5), date(2021, 11, 25), 30)
    result = compute(notified(days), ViewState(), TODAY)
    assert complete(result) == {"2020": True, "2021": True}
    assert f"came on {days[-1].day} November 2021: 2021 is taken as complete." in texts(result)
    assert "taken as complete" not in texts(
        compute(notified([*days, date(2021, 12, 20)]), ViewState(), TODAY)
    )


def settled(result: Result) -> list[Extent]:
    return [notice.settled for notice in result.notices if notice.settled is not None]


def test_who_knows_that_nothing_is_missing_can_say_so_for_either_end() -> None:
    dataset = notified(daily(date(2020, 3, 9), date(2021, 11, 23)))
    before = compute(dataset, ViewState(), TODAY)
    assert complete(before) == {"2020": False, "2021": False}
    assert settled(before) == [Extent(first=date(2020, 1, 1)), Extent(last=date(2021, 12, 31))]
    last = compute(dataset, ViewState(whole=Extent(last=date(2021, 12, 31))), TODAY)
    assert complete(last) == {"2020": False, "2021": True}
    both = Extent(date(2020, 1, 1), date(2021, 12, 31))
    assert settled(last) == [Extent(), both]
    after = compute(dataset, ViewState(whole=both), TODAY)
    assert complete(after) == {"2020": True, "2021": True}
    assert settled(after) == [Extent()]
    assert (
        "The data are taken as complete from 1 January 2020 to 31 December 2021 by choice; the first"
        " date in the file is 9 March 2020 and the last date in the file is 23 November 2021."
    ) in texts(after)
    # 298 days of 2020 and 327 of 2021 with one notification each: 29 more, which is 9.7%.
    change = after.rows[1]["notifications"].change_on_base
    assert change is not None
    assert (change.base, change.number) == (298, 29)


def test_what_is_said_makes_no_future_day_complete_and_needs_no_word_where_the_dates_say_it() -> None:
    running = notified(daily(date(2024, 1, 1), date(2025, 11, 30)))
    state = ViewState(whole=Extent(last=date(2026, 12, 31)))
    assert complete(compute(running, state, date(2025, 12, 1)))["2025"] is False
    assert settled(compute(running, ViewState(), date(2025, 12, 1))) == []  # the year has not yet passed
    finished = notified(daily(date(2020, 1, 1), date(2021, 12, 31)))
    assert settled(compute(finished, ViewState(whole=Extent(last=date(2021, 6, 30))), TODAY)) == []


def test_of_months_said_to_be_complete_those_without_a_date_hold_none() -> None:
    dataset = notified(daily(date(2020, 1, 1), date(2021, 9, 30)))
    state = ViewState(whole=Extent(last=date(2021, 12, 31)))
    (_, newest) = compute(dataset, state, TODAY).by_month
    assert newest.months[8:] == (30.0, 0.0, 0.0, 0.0)
