"""Undo and redo of wishes."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.filters import DateFilter, NumberFilter, TextFilter, TextMatch
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.services.session import Session

START = ViewState()
CHILDREN = replace(START, unit=Unit.CHILDREN)
MONTHS = replace(CHILDREN, period=PeriodKind.MONTH)


def session() -> tuple[Session, list[ViewState]]:
    shown: list[ViewState] = []
    return Session(START, shown.append), shown


def test_undo_and_redo_walk_through_the_states() -> None:
    wishes, shown = session()
    wishes.update(CHILDREN)
    wishes.update(MONTHS)
    wishes.undo()
    wishes.undo()
    wishes.redo()
    assert shown == [CHILDREN, MONTHS, CHILDREN, START, CHILDREN]
    assert wishes.undo_change == (START, CHILDREN)
    assert wishes.redo_change == (CHILDREN, MONTHS)


def test_a_new_wish_after_undo_forgets_what_was_undone() -> None:
    wishes, _ = session()
    wishes.update(CHILDREN)
    wishes.undo()
    wishes.update(MONTHS)
    assert wishes.redo_change is None


def test_the_same_wish_again_is_no_step() -> None:
    wishes, shown = session()
    wishes.update(START)
    assert shown == []
    assert wishes.undo_change is None


def test_typing_a_word_is_one_step_and_clearing_it_comes_back_at_once() -> None:
    wishes, _ = session()
    for text in ("L", "Lo", "Lon"):
        wishes.update(replace(START, search=text))
    wishes.undo()
    assert wishes.state == START
    wishes.redo()
    assert wishes.state.search == "Lon"


def test_what_was_typed_and_taken_out_again_leaves_the_step_before_it_to_be_undone() -> None:
    wishes, _ = session()
    wishes.update(CHILDREN)
    for text in ("l", "lo", "l", ""):
        wishes.update(replace(CHILDREN, search=text))
    assert wishes.undo_change == (START, CHILDREN)
    wishes.update(replace(CHILDREN, search="k"))
    assert wishes.undo_change == (CHILDREN, replace(CHILDREN, search="k"))


def test_typing_in_the_text_filter_of_one_column_is_one_step() -> None:
    wishes, _ = session()
    for column, text in (("outline", "d"), ("outline", "do"), ("outline", "dog"), ("cause", "d")):
        wishes.update(wishes.state.with_filter(TextFilter(column, TextMatch.CONTAINS, text)))
    wishes.undo()
    assert wishes.state.filters == (TextFilter("outline", TextMatch.CONTAINS, "dog"),)
    wishes.undo()
    assert wishes.state == START


def test_values_chosen_one_after_another_are_steps_of_their_own() -> None:
    wishes, _ = session()
    wishes.update(START.toggled("sex", "Male"))
    wishes.update(wishes.state.toggled("sex", "Female"))
    wishes.undo()
    assert wishes.state == START.toggled("sex", "Male")


def test_a_filter_between_two_searches_keeps_them_apart() -> None:
    wishes, _ = session()
    wishes.update(replace(START, search="a"))
    wishes.update(replace(START, search="a").toggled("region", "London"))
    wishes.update(replace(START, search="ab").toggled("region", "London"))
    wishes.undo()
    assert wishes.state == replace(START, search="a").toggled("region", "London")


def test_a_wish_for_more_than_another_search_is_a_step_of_its_own() -> None:
    wishes, _ = session()
    wishes.update(replace(START, search="a"))
    wishes.update(replace(START, search="ab", form="heat"))
    wishes.undo()
    assert wishes.state == replace(START, search="a")


def test_one_end_of_a_range_is_one_step_and_the_other_end_another() -> None:
    wishes, _ = session()
    for low in (1, 12, 120):
        wishes.update(START.with_filter(NumberFilter("age", low, None)))
    for high in (2, 25, 250):
        wishes.update(START.with_filter(NumberFilter("age", 120, high)))
    wishes.undo()
    assert wishes.state == START.with_filter(NumberFilter("age", 120, None))
    wishes.undo()
    assert wishes.state == START


def test_days_that_move_both_ends_at_once_are_steps_of_their_own() -> None:
    wishes, _ = session()
    first = START.with_filter(DateFilter("notified", date(2020, 1, 1), date(2020, 12, 31)))
    wishes.update(first)
    wishes.update(START.with_filter(DateFilter("notified", date(2021, 1, 1), date(2021, 12, 31))))
    wishes.undo()
    assert wishes.state == first


@given(st.lists(st.sampled_from(["London", "South East", "North West"]), max_size=30))
def test_undoing_everything_leads_back_to_the_start_and_redoing_to_the_end(values: list[str]) -> None:
    wishes, _ = session()
    for value in values:
        wishes.update(wishes.state.toggled("region", value))
    end = wishes.state
    while wishes.undo_change:
        wishes.undo()
    assert wishes.state == START
    while wishes.redo_change:
        wishes.redo()
    assert wishes.state == end
