"""A person's own words: notes in time order, titles that hold for the figures they were written about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.domain.state import ViewState

LOCKDOWN = ChartNote(date(2020, 3, 23), "Covid-19 lockdown")
FORM = ChartNote(date(2018, 6, 29), "New duty")


def test_notes_stand_in_time_order_once_each_and_never_without_a_text() -> None:
    blank = ChartNote(date(2021, 1, 1), "  ")
    assert OwnWords().noted((LOCKDOWN, blank, FORM, LOCKDOWN)).notes == (FORM, LOCKDOWN)


def test_a_title_stands_in_place_of_its_message_until_it_is_emptied() -> None:
    own = OwnWords().titled("Up 6%", " A small rise ")
    assert (own.title("Up 6%"), own.title("Up 7%")) == ("A small rise", "")
    assert own.titled("Up 6%", "Steady").titles == (("Up 6%", "Steady"),)
    assert own.titled("Up 6%", "") == own.titled("Up 6%", "Up 6%") == OwnWords()


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(
    st.lists(st.builds(ChartNote, st.dates(), texts), max_size=4),
    st.lists(st.tuples(texts, texts), max_size=3),
)
def test_words_come_back_from_a_stored_view(notes, titles) -> None:
    own = OwnWords(tuple(notes), tuple(titles))
    assert ViewState.from_json(ViewState(own=own).to_json()).own == own


@pytest.mark.parametrize("broken", ["words", {"notes": 1}, {"titles": {}}, {"notes": [["yesterday", "x"]]}])
def test_what_is_no_words_is_refused(broken) -> None:
    with pytest.raises(ValueError, match=r".+"):
        OwnWords.from_json(broken)
