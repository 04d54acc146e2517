"""Notes and titles of a person stand on the charts, under the tables and in words, marked as theirs."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.own_words import ChartNote, OwnWords
from desktop_app.presentation.models import Plot, PlotNote, View
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result, with_breakdown

NOTES = (ChartNote(date(2020, 3, 23), "Covid-19 lockdown"), ChartNote(date(2019, 1, 1), "Before the data"))
TOLD = "Notes written by hand: 2020: Covid-19 lockdown."


def shown(own: OwnWords) -> View:
    made = with_breakdown(result(PANEL, overall=Counts(861)), "sex", {"Male": [2, 1, 3]})
    return view_of(replace(made, resolved=replace(made.resolved, state=replace(made.state, own=own))), ())


def plot(view: View, key: str) -> Plot:
    return next(each for each in view.plots if each.key == key)


def test_a_note_stands_at_the_period_that_holds_its_day_and_elsewhere_not_at_all() -> None:
    view = shown(OwnWords(NOTES))
    made = plot(view, "nature")
    assert made.starts == (date(2020, 1, 1), date(2021, 1, 1))
    assert made.notes == (PlotNote(0, "Covid-19 lockdown"),)
    assert made.alt_text.endswith(TOLD)
    assert made.table.notes[-1] == TOLD


def test_the_table_of_the_trend_stays_the_one_that_charts_are_drawn_from() -> None:
    view = shown(OwnWords(NOTES))
    assert plot(view, "nature").table is view.trend
    assert plot(view, "lines").table is view.trend
    assert view.trend.notes.count(TOLD) == 1


def test_charts_that_are_not_by_period_carry_no_notes() -> None:
    view = shown(OwnWords(NOTES))
    assert (plot(view, "cumulative").notes, plot(view, "cumulative").starts) == ((), ())


def test_an_own_title_is_marked_and_the_message_of_the_data_kept() -> None:
    message = plot(shown(OwnWords()), "nature").title
    made = plot(shown(OwnWords().titled(message, "A fall in both")), "nature")
    assert (made.title, made.message) == ("A fall in both", message)
    assert made.source.endswith("Title written by hand.")


def test_a_breakdown_can_have_a_title_of_its_own() -> None:
    view = shown(OwnWords().titled("Male: 1 of 379 notifications", "Boys"))
    assert view.breakdown_plot is not None
    assert view.breakdown_plot.title == "Boys"


def test_without_own_words_nothing_is_marked() -> None:
    view = shown(OwnWords())
    assert not any(each.notes or each.message or "by hand" in each.source for each in view.plots)
