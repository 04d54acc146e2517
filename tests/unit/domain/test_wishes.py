"""Relative days, inverted values and the layout of columns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.filters import (
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
    asks_nothing,
)
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.state import ViewState

KEYS = ("a", "b", "c", "d")
SOME = st.lists(st.sampled_from([*KEYS, "gone"]), unique=True).map(tuple)
LAYOUTS = st.builds(ColumnLayout, SOME, SOME, SOME)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (RelativeSpan.LAST_3_MONTHS, date(2023, 11, 30), date(2024, 2, 29)),
        (RelativeSpan.LAST_12_MONTHS, date(2023, 3, 1), date(2024, 2, 29)),
        (RelativeSpan.THIS_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (RelativeSpan.LAST_YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        (RelativeSpan.THIS_FINANCIAL_YEAR, date(2023, 4, 1), date(2024, 3, 31)),
        (RelativeSpan.LAST_FINANCIAL_YEAR, date(2022, 4, 1), date(2023, 3, 31)),
    ],
)
def test_the_days_meant_on_a_leap_day(span: RelativeSpan, first: date, last: date) -> None:
    assert span.days(date(2024, 2, 29)) == (first, last)


def test_a_filter_on_days_is_either_fixed_or_relative() -> None:
    relative = RelativeDates("date_notified", RelativeSpan.LAST_YEAR)
    state = (
        ViewState().with_filter(relative).with_filter(RelativeDates("date_notified", RelativeSpan.THIS_YEAR))
    )
    assert state.filters == (RelativeDates("date_notified", RelativeSpan.THIS_YEAR),)
    assert relative == RelativeDates("date_notified", RelativeSpan.LAST_YEAR, date(2024, 1, 1))
    assert relative.meant.first is None  # nobody has said yet what day it is


def test_ranges_and_texts_that_ask_for_nothing() -> None:
    assert asks_nothing(NumberFilter("age", None, None))
    assert not asks_nothing(NumberFilter("age", 0, None))
    assert asks_nothing(TextFilter("outline", TextMatch.LACKS, "  "))
    assert not asks_nothing(TextFilter("outline", TextMatch.LACKS, "x"))


def test_only_this_the_others_and_no_filter_on_a_column() -> None:
    state = ViewState().toggled("sex", "Male").only("region", "London").with_filter(NumberFilter("age", 1, 2))
    assert state.filters_on("region") == (ValueFilter("region", ("London",)),)
    others = ValueFilter("region", ("London",)).inverted(("North East", "London", "Wales"))
    assert others == ValueFilter("region", ("North East", "Wales"))
    assert [chosen.column for chosen in state.without_column("region").filters] == ["sex", "age"]


@given(LAYOUTS)
def test_a_layout_shows_every_column_that_is_not_hidden_once_with_the_pinned_first(
    layout: ColumnLayout,
) -> None:
    shown = layout.arranged(KEYS)
    assert sorted(shown) == sorted(key for key in KEYS if key not in layout.hidden)
    pinned = layout.shown_pinned(KEYS)
    assert all((key in layout.pinned) == (at < pinned) for at, key in enumerate(shown))
    assert ColumnLayout.from_json(layout.to_json()) == layout


@given(LAYOUTS, st.sampled_from(KEYS), st.integers(0, 3))
def test_a_moved_column_stands_where_it_was_put(layout: ColumnLayout, key: str, place: int) -> None:
    free = ColumnLayout(layout.hidden, layout.order)  # among pinned columns others come first
    shown = [other for other in free.arranged(KEYS) if other != key]
    if key in free.hidden or place > len(shown):
        return
    moved = free.moved(key, place, KEYS).arranged(KEYS)
    assert moved.index(key) == place
    assert [other for other in moved if other != key] == shown


@pytest.mark.parametrize(
    ("key", "place", "shown"), [("a", 3, "cdba"), ("b", 0, "cdba"), ("c", 3, "dcab"), ("d", 0, "dcab")]
)
def test_a_column_is_moved_within_the_pinned_or_behind_them(key: str, place: int, shown: str) -> None:
    layout = ColumnLayout(pinned=("c", "d"))
    assert "".join(layout.moved(key, place, KEYS).arranged(KEYS)) == shown


def test_a_column_that_is_hidden_or_there_already_is_not_moved() -> None:
    layout = ColumnLayout(hidden=("d",), pinned=("c",))
    for key, place in (("d", 0), ("a", 0), ("a", 1), ("c", 2), ("b", 9)):
        assert layout.moved(key, place, KEYS) is layout


def test_hiding_and_pinning_twice_changes_nothing() -> None:
    layout = ColumnLayout().toggled_hidden("a").toggled_pinned("c")
    assert layout.arranged(KEYS) == ("c", "b", "d")
    assert layout.toggled_hidden("a").toggled_pinned("c") == ColumnLayout()


def test_a_view_stored_without_a_layout_shows_all_columns_and_a_broken_one_is_refused() -> None:
    stored = ViewState().to_json()
    del stored["layout"]
    assert ViewState.from_json(stored) == ViewState()
    with pytest.raises(ValueError, match="lists of columns"):
        ViewState.from_json(stored | {"layout": {"hidden": "a"}})
