"""What clicks wish for: filters and orders, and taking them back."""

from datetime import date

from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.presentation.filter_models import FacetLine
from desktop_app.ui.wishes import all_in, inverted_in, none_in, picked, sorted_by, ticked_in, together

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


def line(value: str, *parts: FacetLine) -> FacetLine:
    return FacetLine(value, "1", 1.0, False, parts)


YEARS = (
    line("2020", line("Jan-Mar 2020", line("Jan 2020"), line("Feb 2020"))),
    line("2021", line("Jan-Mar 2021", line("Mar 2021")), line("Apr-Jun 2021", line("Apr 2021"))),
)


def ticked(*values: str) -> ValueFilter:
    return ValueFilter("date_notified", values)


def test_a_part_taken_out_of_a_whole_leaves_its_other_parts():
    assert ticked_in(YEARS, ticked("2020"), "Jan 2020") == ticked("Feb 2020")
    assert ticked_in(YEARS, ticked("2020", "2021"), "Apr-Jun 2021") == ticked("2020", "Jan-Mar 2021")


def test_a_whole_takes_the_place_of_its_parts_and_goes_again():
    whole = ticked_in(YEARS, ticked("Mar 2021", "2020", "Apr-Jun 2021"), "2021")
    assert whole == ticked("2020", "2021")
    assert ticked_in(YEARS, whole, "2021") == ticked("2020")


def test_inverting_a_tree_chooses_the_smallest_parts_that_were_not_chosen():
    assert inverted_in(YEARS, ticked("2020", "Mar 2021")) == ticked("Apr 2021")
    assert inverted_in(YEARS, inverted_in(YEARS, ticked("Mar 2021"))) == ticked("Mar 2021")


def test_all_none_and_invert_leave_values_alone_that_are_not_listed():
    found = (line("2021", line("Apr-Jun 2021", line("Apr 2021"), line("May 2021"))),)
    assert all_in(found, ticked("2020", "Apr 2021")) == ticked("2020", "2021")
    assert none_in(found, ticked("2020", "Apr 2021")) == ticked("2020")
    assert inverted_in(found, ticked("2020", "Apr 2021")) == ticked("2020", "May 2021")


def days(first: date | None, last: date | None) -> DateFilter:
    return DateFilter("date_notified", first, last)


def test_the_filters_of_several_marks_are_all_their_values_from_the_first_to_the_last_day():
    march, may = (date(2021, month, 1) for month in (3, 5))
    many = ((LONDON, days(march, march)), (SOUTH_EAST, days(may, may)), (LONDON, days(march, may)))
    assert together(many) == (ValueFilter("region", ("London", "South East")), days(march, may))
    assert together(((days(None, march),), (days(march, may),))) == (days(None, may),)
    assert together(((LONDON, DEATHS), (SOUTH_EAST,))) == (ValueFilter("region", ("London", "South East")),)
    assert together(((LONDON,), ())) == (LONDON,)
    assert together(()) == ()
