"""The rows shown stand in the order asked for; the value lists in an order a person can find things in."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import columns_offered, labels_offered
from desktop_app.analysis.records.column_values import column_values
from desktop_app.analysis.records.selection import prepare
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import Unit
from tests.support.datasets import records

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return records(
        {
            "reference": ["b", "A", "c", None, "d"],
            "date_notified": ["2021-01-01", None, "2020-01-01", "2020-01-01", "2019-05-05"],
            "age_group": ["11 to 15", "Under 1", None, "6 to 10", "Under 1"],
            "age": [12, 0, None, 7, 0],
            "children": [1, 2, 1, 1, 4],
            "cause": ["Neglect", "Suicide", "x", "Suicide", None],
        },
        shorthand={"cause": ("x",)},
    )


@pytest.mark.parametrize(
    ("sort", "rows"),
    [
        ((), [0, 1, 2, 3, 4]),
        ((SortKey("reference"),), [1, 0, 2, 4, 3]),
        ((SortKey("reference", True),), [4, 2, 0, 1, 3]),
        ((SortKey("date_notified"),), [4, 2, 3, 0, 1]),
        ((SortKey("date_notified", True),), [0, 2, 3, 4, 1]),
        ((SortKey("age"),), [1, 4, 3, 0, 2]),
        ((SortKey("age", True),), [0, 3, 1, 4, 2]),
        ((SortKey("age_group"),), [1, 4, 3, 0, 2]),  # in the order of ages, not of letters
        ((SortKey("age_group"), SortKey("date_notified")), [4, 1, 3, 0, 2]),
        ((SortKey("cause"), SortKey("children", True)), [0, 1, 3, 2, 4]),
    ],
)
def test_rows_are_sorted_stably_with_blanks_last(
    dataset: Dataset, sort: tuple[SortKey, ...], rows: list[int]
) -> None:
    assert compute(dataset, ViewState(sort=sort), TODAY).selection.tolist() == rows


@pytest.fixture(scope="module")
def odd() -> Dataset:
    """Give columns in which shorthand, blanks and what was not understood stand between the values."""
    return records(
        {
            "reference": ["10", "9", "100", "1", "2", "3", "4"],
            "date_notified": [None, "2021-01-01", None, "2020-01-01", None, None, "2021-01-01"],
            "age": [None, 5, None, None, 17, None, 5],
            "cause": ["x", None, "Suicide", "c", "Neglect", None, "Neglect"],
            "width": ["6-10", "11-15", None, "Under 1", "Over 15", "1-5", "6-10"],
        },
        shorthand={"cause": ("c", "x")},
        as_written={"date_notified": {0: "soon", 2: "z"}, "age": {0: "low", 3: "u", 5: "seven"}},
    )


@pytest.mark.parametrize(
    ("key", "up", "down"),
    [
        ("date_notified", [3, 1, 6, 2, 0, 4, 5], [1, 6, 3, 2, 0, 4, 5]),
        ("age", [1, 6, 4, 0, 3, 5, 2], [4, 1, 6, 0, 3, 5, 2]),
        ("cause", [4, 6, 2, 3, 0, 1, 5], [2, 4, 6, 3, 0, 1, 5]),
        ("reference", [3, 4, 5, 6, 1, 0, 2], [2, 0, 1, 6, 5, 4, 3]),
        ("width", [3, 5, 0, 6, 1, 4, 2], [4, 1, 0, 6, 5, 3, 2]),
    ],
)
def test_shorthand_comes_after_the_values_and_blanks_last_up_and_down(
    odd: Dataset, key: str, up: list[int], down: list[int]
) -> None:
    for descending, rows in ((False, up), (True, down)):
        state = ViewState(sort=(SortKey(key, descending),))
        assert compute(odd, state, TODAY).selection.tolist() == rows


def test_bands_are_listed_in_the_order_of_their_numbers(odd: Dataset) -> None:
    listed = [value for value, _ in lists(odd, ViewState())["width"]]
    assert listed == ["Under 1", "1-5", "6-10", "11-15", "Over 15", "(blank)"]


def lists(dataset: Dataset, state: ViewState) -> dict[str, list[tuple[str, int | None]]]:
    return {
        facet.column: [(value.value, value.count) for value in facet.values]
        for facet in compute(dataset, state, TODAY).facets
    }


def test_values_stand_in_their_own_order_or_by_count_with_shorthand_and_blanks_last(dataset: Dataset) -> None:
    assert lists(dataset, ViewState()) == {
        "age_group": [("Under 1", 2), ("6 to 10", 1), ("11 to 15", 1), ("(blank)", 1)],
        "cause": [("Suicide", 2), ("Neglect", 1), ("x", 1), ("(blank)", 1)],
    }


def test_value_lists_count_in_the_unit_chosen(dataset: Dataset) -> None:
    assert lists(dataset, ViewState(unit=Unit.CHILDREN))["cause"] == [
        ("Suicide", 3),
        ("Neglect", 1),
        ("x", 1),
        ("(blank)", 4),
    ]


def test_a_list_of_children_says_at_least_where_a_number_is_missing() -> None:
    made = records(
        {
            "reference": ["a", "b", "c", "d", "d"],
            "cause": ["Neglect", "Neglect", "Suicide", "Suicide", "Suicide"],
            "children": [2, None, 1, 3, None],  # d stands twice: its row with a number is the one that counts
            "sex": ["Male", "Male", "Male", "Female", "Male"],
        }
    )
    (cause, sex) = compute(made, ViewState(unit=Unit.CHILDREN), TODAY).facets
    assert [(each.value, each.count, each.at_least) for each in cause.values] == [
        ("Suicide", 4, False),
        ("Neglect", 2, True),
    ]
    alone = (ValueFilter("cause", ("Suicide",)),)
    (cause, sex) = compute(made, ViewState(unit=Unit.CHILDREN, filters=alone), TODAY).facets
    assert [(each.value, each.at_least) for each in cause.values] == [("Suicide", False), ("Neglect", True)]
    assert {each.value: (each.count, each.at_least) for each in sex.values} == {
        "Female": (3, False),
        "Male": (1, True),
    }
    counted = compute(made, ViewState(), TODAY).facets
    assert not any(value.at_least for facet in counted for value in facet.values)
    listed = column_values(made, ViewState(unit=Unit.CHILDREN), "cause", "", TODAY).values
    assert {each.value: each.at_least for each in listed} == {"Suicide": False, "Neglect": True}


def test_values_that_other_filters_exclude_stay_with_none(dataset: Dataset) -> None:
    found = lists(dataset, ViewState(filters=(ValueFilter("cause", ("Neglect",)),)))
    assert found["age_group"] == [("Under 1", 0), ("6 to 10", 0), ("11 to 15", 1), ("(blank)", 0)]
    assert found["cause"] == [("Suicide", 2), ("Neglect", 1), ("x", 1), ("(blank)", 1)]


def test_only_columns_worth_filtering_have_a_list() -> None:
    many = records(
        {
            "reference": [f"R{at}" for at in range(300)],
            "colour": [f"shade {at}" for at in range(300)],
            "sex": ["Male"] * 300,
            "region": ["London", "South East"] * 150,
            "remark": ["a", "b"] * 150,
        },
        kinds={"remark": ColumnKind.TEXT},
    )
    assert list(lists(many, ViewState())) == ["region"]
    assert [column.key for column in columns_offered(many)] == [column.key for column in many.columns]
    assert labels_offered(many, "region") == ("London", "South East")
    breakdowns = compute(many, ViewState(), TODAY).breakdowns
    assert [column.key for column in breakdowns] == ["colour", "region"]
    # What is filtered keeps its list, so that the filter can be seen and undone.
    assert list(lists(many, ViewState(filters=(ValueFilter("sex", ("Male",)),)))) == ["sex", "region"]


def test_nobody_can_write_to_the_rows_shown(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="read-only"):
        compute(dataset, ViewState(), TODAY).selection[0] = 3


def test_what_is_prepared_beforehand_is_sorted_and_found_the_same(odd: Dataset) -> None:
    asked = [ViewState(sort=(SortKey(column.key),)) for column in odd.columns]
    asked += [ViewState(search=sought) for sought in ("a", "1", "20", "x")]
    before = [compute(odd, state, TODAY).selection.tolist() for state in asked]
    prepared = replace(odd)  # another dataset, of which nothing is known yet
    prepare(prepared, Progress())
    assert [compute(prepared, state, TODAY).selection.tolist() for state in asked] == before


def test_preparing_stops_when_it_is_told_to(odd: Dataset) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        prepare(replace(odd), progress)
