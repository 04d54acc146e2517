"""Wishes are values: they can be changed, stored and read back without loss."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import (
    DateFilter,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
    filter_from_json,
)
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
FILTERS = st.one_of(
    st.builds(ValueFilter, st.text(max_size=5), st.lists(st.text(max_size=5), max_size=3).map(tuple)),
    st.builds(DateFilter, st.text(max_size=5), st.none() | st.dates(), st.none() | st.dates()),
    st.builds(RelativeDates, st.text(max_size=5), st.sampled_from(list(RelativeSpan))),
    st.builds(NumberFilter, st.text(max_size=5), st.none() | NUMBERS, st.none() | NUMBERS),
    st.builds(TextFilter, st.text(max_size=5), st.sampled_from(list(TextMatch)), st.text(max_size=5)),
)
STATES = st.builds(
    ViewState,
    unit=st.sampled_from(list(Unit)),
    date_basis=st.sampled_from(list(DateBasis)),
    period=st.sampled_from(list(PeriodKind)),
    filters=st.lists(FILTERS, max_size=3).map(tuple),
    search=st.text(max_size=10),
    by=st.none() | st.text(max_size=5),
    sort=st.lists(st.builds(SortKey, st.text(max_size=5), st.booleans()), max_size=2).map(tuple),
    whole=st.builds(Extent, st.none() | st.dates(), st.none() | st.dates()),
    layout=st.builds(ColumnLayout, st.lists(st.text(max_size=5), max_size=2).map(tuple)),
)


@given(STATES)
def test_a_stored_view_is_read_back_as_it_was(state: ViewState) -> None:
    assert ViewState.from_json(state.to_json()) == state
    assert hash(ViewState.from_json(state.to_json())) == hash(state)


@pytest.mark.parametrize(
    "broken",
    [
        {"version": 0},
        {},
        {"filters": "London"},
        {"sort": 3},
        {"search": None},
        {"unit": "families"},
        {"period": "decade"},
        {"filters": [{"kind": "values", "values": ["London"]}]},
        {"filters": [{"kind": "shape", "column": "region"}]},
        {"filters": [{"kind": "numbers", "column": "age", "low": "many"}]},
        {"filters": [{"kind": "text", "column": "outline", "match": "rhymes with", "text": "x"}]},
        {"filters": [{"kind": "relative dates", "column": "date_notified", "span": "yesterday"}]},
        {"layout": ["region"]},
        {"run": 2},
        {"per": 1000},
        {"own": "words"},
        {"whole": "2021"},
        {"whole": {"last": "soon"}},
        {"filters": [{"kind": "dates", "column": "date_notified", "first": "31/02/2021"}]},
    ],
)
def test_a_broken_view_is_refused(broken: dict[str, object]) -> None:
    data = broken if broken in ({}, {"version": 0}) else ViewState().to_json() | broken
    with pytest.raises(ValueError, match=r"."):
        ViewState.from_json(data)


def test_a_filter_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="Not a filter"):
        filter_from_json({"kind": "dates", "column": "date_notified", "values": []})


def test_switching_a_value_on_and_off_again_leaves_nothing() -> None:
    state = ViewState().toggled("region", "London")
    assert state.filter_on("region") == ValueFilter("region", ("London",))
    assert state.toggled("region", "South East").filter_on("region") == ValueFilter(
        "region", ("London", "South East")
    )
    assert state.toggled("region", "London") == ViewState()


def test_a_filter_takes_the_place_of_the_one_on_the_same_column() -> None:
    early = DateFilter("date_notified", None, date(2020, 1, 1))
    late = DateFilter("date_notified", date(2021, 1, 1), None)
    state = ViewState().with_filter(early).toggled("region", "London").with_filter(late)
    assert state.filters == (ValueFilter("region", ("London",)), late)
    assert state.dates_on("date_notified") == late
    assert state.filter_on("date_notified") is None
    assert state.dates_on("region") is None


def test_a_filter_that_asks_for_nothing_is_taken_out() -> None:
    dated = ViewState().with_filter(DateFilter("date_notified", date(2020, 1, 1), None))
    assert dated.with_filter(DateFilter("date_notified", None, None)) == ViewState()
    assert dated.without_filter(dated.filters[0]) == ViewState()


def test_clearing_takes_out_filters_and_search_and_nothing_else() -> None:
    state = ViewState(search="x", by="region", filters=(ValueFilter("region", ("London",)),))
    assert state.cleared() == ViewState(by="region")
