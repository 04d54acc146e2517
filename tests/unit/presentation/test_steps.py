"""The words of the undo menu."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.presentation.words.steps import step_words

START = ViewState()
OWN = OwnWords((ChartNote(date(2020, 3, 23), "Covid-19 lockdown"),), (("Up 6%", "A rise"),))
LONDON = START.toggled("region", "London")
HIDDEN = replace(START, layout=ColumnLayout(hidden=("sex",)))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (START, replace(START, unit=Unit.CHILDREN), "Count children"),
        (START, replace(START, date_basis=DateBasis.INCIDENT), "By date incident"),
        (START, replace(START, period=PeriodKind.FINANCIAL_YEAR), "Show years to 31 March"),
        (START, LONDON, "Region is London"),
        (LONDON, LONDON.toggled("region", "South East"), "Region is London or South East"),
        (LONDON, START, "Any region"),
        (LONDON.toggled("sex", "Female"), START, "Clear all filters"),
        (START, replace(START, search="Kent"), "Any column contains “Kent”"),
        (replace(START, search="Kent"), START, "Clear the search"),
        (START, replace(START, by="age_group"), "Break down by age group"),
        (replace(START, by="age_group"), START, "No breakdown"),
        (START, replace(START, chart="change"), "Chart: year-on-year change"),
        (START, replace(START, form="heat"), "Breakdown as shaded table"),
        (START, replace(START, run=6), "Runs of 6 stand out"),
        (START, replace(START, others=True), "Show all others in charts"),
        (START, replace(START, others=False), "Leave all others out of charts"),
        (replace(START, others=True), START, "All others in charts where that helps"),
        (START, replace(START, own=OWN), "Note: Covid-19 lockdown; Title of a chart"),
        (replace(START, own=OWN), replace(START, own=replace(OWN, notes=())), "No note: Covid-19 lockdown"),
        (START, replace(START, sort=(SortKey("age", True),)), "Sort by age (descending)"),
        (replace(START, sort=(SortKey("age"),)), START, "Order as in the file"),
        (START, HIDDEN, "Hide sex"),
        (HIDDEN, START, "Show sex"),
        (START, replace(START, layout=ColumnLayout(pinned=("age", "sex"))), "Pin age and sex"),
        (START, replace(START, layout=ColumnLayout(hidden=tuple("abcd"))), "Hide 4 columns"),
        (START, replace(START, layout=ColumnLayout(order=("sex", "age"))), "Order of the columns"),
        (START, replace(START, unit=Unit.CHILDREN, by="sex"), "Count children; Break down by sex"),
    ],
)
def test_a_step_is_said_in_words(before: ViewState, after: ViewState, words: str) -> None:
    assert step_words(before, after, ()) == words


def test_a_value_and_a_date_filter_on_one_column_are_told_apart() -> None:
    dates = replace(START, filters=(DateFilter("date_notified", None, None),))
    both = replace(START, filters=(*dates.filters, ValueFilter("date_notified", ("(blank)",))))
    assert step_words(dates, both, ()) == "Date notified is blank"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("", "bcad", "Move a title"),
        ("bcad", "abcd", "Move a title"),
        ("", "abdc", "Swap d title and c title"),
        ("dcba", "", "Order of the columns"),
    ],
)
def test_the_column_that_was_moved_is_named(before: str, after: str, words: str) -> None:
    columns = tuple(Column(key, f"{key} title", "", ColumnKind.TEXT, known=False) for key in "abcd")
    states = (replace(START, layout=ColumnLayout(order=tuple(order))) for order in (before, after))
    assert step_words(*states, columns) == words
