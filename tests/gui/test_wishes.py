"""What clicks wish for: filters and orders, and taking them back."""

from datetime import date

from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.ui.wishes import picked, sorted_by

LONDON = ValueFilter("region", ("London",))
SOUTH_EAST = ValueFilter("region", ("South East",))
DEATHS = ValueFilter("nature", ("Child death",))
YEAR = DateFilter("date_notified", date(2021, 1, 1), date(2021, 12, 31))


def test_a_click_filters_and_the_same_click_takes_it_back():
    once = picked(ViewState(), (LONDON, YEAR), add=False)
    assert set(once.filters) == {LONDON, YEAR}
    assert picked(once, (LONDON, YEAR), add=False) == ViewState()


def test_another_click_on_the_same_column_replaces_and_on_another_column_joins():
    state = picked(ViewState(), (LONDON,), add=False)
    state = picked(state, (DEATHS,), add=False)
    state = picked(state, (SOUTH_EAST,), add=False)
    assert set(state.filters) == {DEATHS, SOUTH_EAST}


def test_ctrl_adds_a_value_and_takes_one_of_several_back():
    state = picked(picked(ViewState(), (LONDON,), add=True), (SOUTH_EAST,), add=True)
    assert state.filters == (ValueFilter("region", ("London", "South East")),)
    assert picked(state, (LONDON,), add=True).filters == (SOUTH_EAST,)


def test_a_plain_click_on_one_of_several_values_keeps_only_that_one():
    state = ViewState(filters=(ValueFilter("region", ("London", "South East")),))
    assert picked(state, (LONDON,), add=False).filters == (LONDON,)


def test_a_heading_sorts_up_then_down_then_not_at_all():
    state = ViewState(sort=sorted_by(ViewState(), "region", add=False))
    assert state.sort == (SortKey("region"),)
    state = ViewState(sort=sorted_by(state, "region", add=False))
    assert state.sort == (SortKey("region", True),)
    assert sorted_by(state, "region", add=False) == ()


def test_ctrl_on_a_heading_keeps_the_other_columns_of_the_order():
    state = ViewState(sort=(SortKey("region"), SortKey("age")))
    assert sorted_by(state, "nature", add=True) == (SortKey("region"), SortKey("age"), SortKey("nature"))
    assert sorted_by(state, "region", add=True) == (SortKey("region", True), SortKey("age"))
    assert sorted_by(state, "nature", add=False) == (SortKey("nature"),)
