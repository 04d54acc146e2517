"""Filters and search let through what they say, and a wish that the data cannot honour is said."""

from collections.abc import Mapping
from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.resolve import opening_state, resolve
from desktop_app.analysis.result import Result
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.filters import BLANK, DateFilter, Filter, ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit
from tests.support.datasets import published, records, year

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return records(
        {
            "reference": ["SIN-1", "SIN-2", "SIN-3", "SIN-4"],
            "date_notified": ["2020-03-05", "2020-04-01", None, "2021-12-31"],
            "region": ["London", "South East", None, "London"],
            "sex": ["Male", "c", "Female", None],
            "age": [0, 12, None, 3.5],
            "factors": ["Domestic abuse; Neglect", "Neglect", None, "Domestic abuse (witnessed)"],
            "outline": ["Found at 10% HARM_", "= total", None, "Straße"],
            "colour": ["Red", "red", "Blue", "Red"],
            "cost": [1250.75, 1250, None, 98],
        },
        kinds={"cost": ColumnKind.NUMBER},
        shorthand={"sex": ("c",)},
        as_written={"date_notified": {2: "31/02/2021"}},
    )


def chosen(dataset: Dataset, *filters: Filter, **wishes: object) -> list[int]:
    state = ViewState(filters=filters, **wishes)  # type: ignore[arg-type]  # the names are ViewState's
    return compute(dataset, state, TODAY).selection.tolist()


@pytest.mark.parametrize(
    ("wish", "rows"),
    [
        (ValueFilter("region", ("London",)), [0, 3]),
        (ValueFilter("region", ("South East", BLANK)), [1, 2]),
        (ValueFilter("sex", ("c",)), [1]),
        (ValueFilter("sex", ("Male", "Female")), [0, 2]),
        (ValueFilter("factors", ("Neglect",)), [0, 1]),
        (ValueFilter("factors", ("Domestic abuse",)), [0]),
        (ValueFilter("factors", (BLANK,)), [2]),
        (ValueFilter("age", ("12", "3.5")), [1, 3]),
        (ValueFilter("age", (BLANK,)), [2]),
        (ValueFilter("region", ("london",)), [0, 3]),
        (ValueFilter("colour", ("Red",)), [0, 3]),
        (ValueFilter("reference", ("SIN-4",)), [3]),
        (DateFilter("date_notified", date(2020, 3, 5), date(2020, 4, 1)), [0, 1]),
        (DateFilter("date_notified", date(2020, 3, 6), None), [1, 3]),
        (DateFilter("date_notified", None, date(2020, 3, 5)), [0]),
    ],
)
def test_each_filter_lets_through_what_it_says(dataset: Dataset, wish: Filter, rows: list[int]) -> None:
    assert chosen(dataset, wish) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("LONDON", [0, 3]),
        ("harm_", [0]),
        ("0%", [0]),
        ("= TOTAL", [1]),
        ("strasse", [3]),
        ("05 Mar 2020", [0]),
        ("05/03/2020", [0]),
        ("2020-04", [1]),
        ("31/02/2021", [2]),
        ("3.5", [3]),
        ("1,250", [0, 1]),
        ("1250.7", [0]),
        ("(", [3]),
        ("  neglect ", [0, 1]),
        ("nowhere", []),
        ("   ", [0, 1, 2, 3]),
    ],
)
def test_search_finds_the_text_in_any_column_whatever_its_case(
    dataset: Dataset, text: str, rows: list[int]
) -> None:
    assert chosen(dataset, search=text) == rows


def test_filters_and_search_all_hold_at_once(dataset: Dataset) -> None:
    london = ValueFilter("region", ("London",))
    assert chosen(dataset, london, DateFilter("date_notified", None, date(2020, 12, 31))) == [0]
    assert chosen(dataset, london, search="straße") == [3]


def test_a_value_that_the_column_lacks_finds_nothing_and_is_told(dataset: Dataset) -> None:
    result = compute(dataset, ViewState(filters=(ValueFilter("region", ("Wales", "London")),)), TODAY)
    assert result.selection.tolist() == [0, 3]
    assert any("no “Wales” in Region" in notice.text for notice in result.notices)
    none = compute(dataset, ViewState(filters=(ValueFilter("region", ("Wales",)),)), TODAY)
    assert none.resolved.possible
    assert none.overall["notifications"].figure.value == 0
    facet = next(facet for facet in none.facets if facet.column == "region")
    assert [(value.value, value.count) for value in facet.values if value.chosen] == [("Wales", 0)]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (
            ValueFilter("ethnicity", ("White",)),
            "The filter on Ethnicity cannot apply: the file has no such column",
        ),
        (ValueFilter("nonsense", ("1",)), "The filter on nonsense cannot apply"),
        (DateFilter("region", date(2020, 1, 1), None), "it does not hold dates"),
        (
            DateFilter("date_notified", date(2020, 2, 1), date(2020, 1, 1)),
            "its first day lies after its last",
        ),
    ],
)
def test_a_filter_that_cannot_apply_shows_no_rows_and_no_figures(
    dataset: Dataset, wish: Filter, words: str
) -> None:
    result = compute(dataset, ViewState(filters=(ValueFilter("region", ("London",)), wish)), TODAY)
    assert not result.resolved.possible
    assert len(result.selection) == 0
    assert all(m.figure.value is None for row in (*result.rows, result.overall) for m in row.measures)
    assert result.state.filters[1] == wish  # it stays as a wish
    assert [words in notice.text for notice in result.resolved.notices].count(True) == 1


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("ethnicity", "not broken down by Ethnicity: the file has no such column"),
        ("reference", "it does not hold groups"),
        ("date_notified", "it does not hold groups"),
        ("outline", "it does not hold groups"),
    ],
)
def test_a_breakdown_that_the_data_cannot_give_is_left_out_and_told(
    dataset: Dataset, by: str, words: str
) -> None:
    result = compute(dataset, ViewState(by=by), TODAY)
    assert (result.state.by, result.breakdown, result.breakdown_overall) == (None, (), ())
    assert any(words in notice.text for notice in result.notices)
    assert len(result.selection) == 4


def test_a_breakdown_of_too_many_values_is_left_out_and_told() -> None:
    dataset = records({"reference": ["A"] * 1001, "colour": [f"shade {at}" for at in range(1001)]})
    result = compute(dataset, ViewState(by="colour"), TODAY)
    assert result.breakdown == ()
    assert any("1,001 different values" in notice.text for notice in result.notices)


def test_a_breakdown_shows_only_the_values_that_its_own_filter_keeps(dataset: Dataset) -> None:
    def values(result: Result) -> list[str | None]:
        return [row.by for row in result.breakdown_overall]

    kept = compute(dataset, ViewState(by="region", filters=(ValueFilter("region", ("London",)),)), TODAY)
    assert values(kept) == ["London"]
    # A cell that has one of the factors may have others too.
    several = compute(
        dataset, ViewState(by="factors", filters=(ValueFilter("factors", ("Neglect",)),)), TODAY
    )
    assert values(several) == ["Domestic abuse", "Domestic abuse (witnessed)", "Neglect", "(blank)"]


def test_a_breakdown_by_a_number_stands_in_the_order_of_numbers(dataset: Dataset) -> None:
    result = compute(dataset, ViewState(by="age"), TODAY)
    assert [row.by for row in result.breakdown_overall] == ["0", "3.5", "12", "(blank)"]


def test_a_sort_by_a_missing_column_is_told(dataset: Dataset) -> None:
    result = compute(dataset, ViewState(sort=(SortKey("ethnicity"),)), TODAY)
    assert any("not sorted by Ethnicity" in notice.text for notice in result.notices)
    assert result.selection.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("columns", "shape", "expected"),
    [
        ({"reference": ["A"], "date_notified": ["2020-01-01"]}, Shape.NOTIFICATIONS, ViewState()),
        (
            {"reference": ["A"], "date_of_incident": ["2020-01-01"]},
            Shape.NOTIFICATIONS,
            ViewState(date_basis=DateBasis.INCIDENT),
        ),
        ({"date_notified": ["2020-01-01"]}, Shape.CHILDREN, ViewState(unit=Unit.CHILDREN)),
        ({"colour": ["red"]}, Shape.PLAIN, ViewState()),
    ],
)
def test_the_view_to_begin_with_is_one_that_the_data_can_give(
    columns: Mapping[str, list[object]], shape: Shape, expected: ViewState
) -> None:
    assert opening_state(records(columns, shape)) == expected


def test_published_years_open_by_financial_year() -> None:
    assert opening_state(published([year(2024, 338)])).period is PeriodKind.FINANCIAL_YEAR


def test_a_table_with_nothing_to_count_offers_no_choices() -> None:
    offered = resolve(records({"colour": ["red"]}, Shape.PLAIN, {"colour": ColumnKind.TEXT}), ViewState())
    assert (offered.units, offered.date_bases, offered.periods) == ((), (), ())


def test_cancelled_work_stops() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        compute(records({"reference": ["A"]}), ViewState(), TODAY, progress)
