"""Ranges, texts, days that move with today, and the parts of a date let through what they say."""

from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.coverage import cut_by
from desktop_app.analysis.records.index import index_of
from desktop_app.domain.filters import (
    BLANK,
    NOT_UNDERSTOOD,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind
from tests.support.datasets import published, records, year

TODAY = date(2021, 6, 15)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return records(
        {
            "reference": ["S-1", "S-2", "S-3", "S-4", "S-5"],
            "date_notified": ["2020-03-05", "2020-04-01", None, "2021-05-31", None],
            "age": [0, 12, None, 3.5, None],
            "region": ["North East", "North West", None, "London", "South East"],
            "factors": ["Domestic abuse; Neglect", "Neglect", None, "Abuse", "Mental health"],
        },
        as_written={"date_notified": {2: "31/02/2021"}, "age": {2: "c"}},
    )


def rows(dataset: Dataset, *filters: Filter) -> list[int]:
    return compute(dataset, ViewState(filters=filters), TODAY).selection.tolist()


def text(column: str, match: TextMatch, sought: str) -> TextFilter:
    return TextFilter(column, match, sought)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (NumberFilter("age", 1, None), [1, 3]),
        (NumberFilter("age", None, 3.5), [0, 3]),
        (NumberFilter("age", 0, 0), [0]),
        (text("region", TextMatch.CONTAINS, "NORTH"), [0, 1]),
        (text("region", TextMatch.CONTAINS, "blank"), []),
        (text("region", TextMatch.BEGINS, " south "), [4]),
        (text("region", TextMatch.EQUALS, "london"), [3]),
        (text("region", TextMatch.LACKS, "north"), [2, 3, 4]),  # a blank cell contains nothing
        (text("factors", TextMatch.EQUALS, "neglect"), [0, 1]),  # of several values one is enough
        (text("factors", TextMatch.LACKS, "abuse"), [1, 2, 4]),
        (RelativeDates("date_notified", RelativeSpan.LAST_3_MONTHS), [3]),
        (RelativeDates("date_notified", RelativeSpan.LAST_YEAR), [0, 1]),
        (RelativeDates("date_notified", RelativeSpan.LAST_FINANCIAL_YEAR), [1]),
        (ValueFilter("date_notified", ("2020",)), [0, 1]),
        (ValueFilter("date_notified", ("Apr-Jun 2020", "May 2021")), [1, 3]),
        (ValueFilter("date_notified", (BLANK,)), [4]),
        (ValueFilter("date_notified", (NOT_UNDERSTOOD, "Mar 2020")), [0, 2]),
        (ValueFilter("age", ("c", "12")), [1, 2]),
    ],
)
def test_each_filter_lets_through_what_it_says(dataset: Dataset, wish: Filter, found: list[int]) -> None:
    assert rows(dataset, wish) == found


def test_days_that_move_with_today_are_those_of_the_day_of_asking(dataset: Dataset) -> None:
    state = ViewState(filters=(RelativeDates("date_notified", RelativeSpan.LAST_YEAR),))
    assert compute(dataset, state, date(2021, 1, 1)).selection.tolist() == [0, 1]
    later = compute(dataset, state, date(2022, 1, 1))
    assert later.selection.tolist() == [3]
    assert later.state.filters == state.filters  # the wish is the same, and can be taken out as it is
    assert later.state.dates_on("date_notified") == DateFilter(
        "date_notified", date(2021, 1, 1), date(2021, 12, 31)
    )


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (NumberFilter("region", 1, 2), "it does not hold numbers"),
        (NumberFilter("age", 2, 1), "its lowest number lies above its highest"),
        (text("age", TextMatch.CONTAINS, "1"), "it does not hold text"),
        (RelativeDates("age", RelativeSpan.LAST_YEAR), "it does not hold dates"),
    ],
)
def test_a_filter_that_does_not_fit_the_column_shows_no_rows(
    dataset: Dataset, wish: Filter, words: str
) -> None:
    result = compute(dataset, ViewState(filters=(wish,)), TODAY)
    assert len(result.selection) == 0
    assert any(words in notice.text for notice in result.notices)


def test_published_counts_cannot_be_chosen_by_ranges_and_texts() -> None:
    for wish in (NumberFilter("number", 1, 2), text("region", TextMatch.BEGINS, "L")):
        result = compute(published([year(2020, 3)]), ViewState(filters=(wish,)), TODAY)
        assert len(result.selection) == 0
        assert any("by their values and dates only" in notice.text for notice in result.notices)


def test_the_values_of_dates_are_a_tree_of_years_quarters_and_months(dataset: Dataset) -> None:
    values = index_of(dataset).values("date_notified")
    assert list(zip(values.labels, values.depths, strict=True)) == [
        ("2020", 0),
        ("Jan-Mar 2020", 1),
        ("Mar 2020", 2),
        ("Apr-Jun 2020", 1),
        ("Apr 2020", 2),
        ("2021", 0),
        ("Apr-Jun 2021", 1),
        ("May 2021", 2),
        (NOT_UNDERSTOOD, 0),
        (BLANK, 0),
    ]


def test_periods_that_lack_a_month_chosen_are_incomplete() -> None:
    def cut(kind: PeriodKind, *values: str) -> bool:
        state = ViewState(filters=(ValueFilter("date_notified", values),))
        return cut_by(state, Period.containing(date(2020, 5, 1), kind))

    assert not cut(PeriodKind.CALENDAR_YEAR, "2020")
    assert cut(PeriodKind.FINANCIAL_YEAR, "2020")
    assert not cut(PeriodKind.FINANCIAL_YEAR, "2020", "Jan-Mar 2021")
    assert cut(PeriodKind.QUARTER, "Apr 2020", "May 2020")
    assert not cut(PeriodKind.MONTH, "Apr-Jun 2020")


def test_only_periods_that_the_months_chosen_reach_are_given(dataset: Dataset) -> None:
    state = ViewState(filters=(ValueFilter("date_notified", ("2021",)),))
    assert [row.period.label for row in compute(dataset, state, TODAY).rows if row.period] == ["2021"]
