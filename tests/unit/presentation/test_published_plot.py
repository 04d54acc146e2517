"""The file's numbers stand beside published ones of the same days and unit, and nothing is joined."""

from dataclasses import replace

import pytest

from desktop_app.analysis.result import Result
from desktop_app.catalogue.published_series import published_series
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.presentation.models import Plot
from desktop_app.presentation.reports.briefing import small_table
from desktop_app.presentation.view import view_of
from tests.support.results import DFE, PANEL, PANEL_BY_CHILDREN, Counts, result, with_state


def plot(made: Result) -> Plot:
    return next(each for each in view_of(replace(made, place="England"), ()).plots if each.key == "published")


def cells(made: Plot, *columns: str) -> list[tuple[str, ...]]:
    places = [[column.key for column in made.table.columns].index(key) for key in columns]
    return [tuple(row[place].text for place in places) for row in made.table.rows]


def test_the_panels_years_are_as_published_and_its_split_of_2021_is_in_children() -> None:
    made = plot(result(PANEL))
    assert made.title == "Notifications equal the Panel's published figures"
    assert [(line.label, line.values) for line in made.lines] == [("Panel, published", (482, 379))]
    assert cells(made, "period", "measure", "file", "published", "difference", "unit") == [
        ("2020", "Notifications", "482", "482", "none", "notifications"),
        ("2020", "Children", "514", "514", "none", "children"),
        ("2020", "Child deaths", "206", "206", "none", "notifications"),
        ("2020", "Serious harm", "267", "267", "none", "notifications"),
        ("2020", "Other", "9", "9", "none", "notifications"),
        ("2021", "Notifications", "379", "379", "none", "notifications"),
        ("2021", "Children", "398", "398", "none", "children"),
        ("2021", "Child deaths", "in another unit", "156", "", "children"),
        ("2021", "Serious harm", "in another unit", "242", "", "children"),
    ]


def test_counted_in_children_the_split_of_2021_compares() -> None:
    made = plot(result(PANEL_BY_CHILDREN, Unit.CHILDREN))
    assert ("2021", "Serious harm", "242", "none") in cells(made, "period", "measure", "file", "difference")
    assert [line.values for line in made.lines] == [(514, 398)]


def test_two_series_of_the_same_year_stay_two_lines() -> None:
    made = plot(result(DFE, kind=PeriodKind.FINANCIAL_YEAR))
    lines = {line.label: line.values for line in made.lines}
    assert lines["DfE, published"] == (449, 536, 442, 456, 405, 338, 357)
    assert lines["Panel, published"] == (None, None, None, 393, None, None, None)
    assert made.title == "Notifications equal DfE's published figures"
    assert "Never join two series" in made.source
    reviews = [row for row in cells(made, "period", "measure", "file") if row[1] == "Rapid reviews"]
    assert reviews == [("2023-24", "Rapid reviews", "in another unit")]


def test_a_difference_is_told_in_words() -> None:
    made = plot(result({2020: Counts(470), 2021: Counts(380)}))
    assert made.title == "Notifications, 2021: 1 more than the Panel published"
    assert "2020 12 fewer than the Panel" in made.alt_text
    assert made.series[0].marks[0].words == "2020: 470 notifications; the Panel published 482"


def test_an_incomplete_year_is_shown_and_not_judged() -> None:
    made = plot(result({2021: Counts(57, complete=False)}))
    assert made.title == "Notifications: no complete period to compare with published figures"
    assert cells(made, "file", "published")[0] == ("57", "379")


@pytest.mark.parametrize(
    ("state", "place", "why"),
    [
        (ViewState(filters=(ValueFilter("region", ("London",)),)), "London", "take out the filters"),
        (ViewState(date_basis=DateBasis.INCIDENT), "England", "are by date notified"),
        (ViewState(), "", "this file does not hold every region"),
    ],
)
def test_parts_of_england_and_other_dates_are_not_compared(state: ViewState, place: str, why: str) -> None:
    made = next(
        each
        for each in view_of(replace(with_state(result(PANEL), state), place=place), ()).plots
        if each.key == "published"
    )
    assert made.empty
    assert made.lines == ()
    assert why in made.absence


def test_counts_of_people_above_17_are_not_compared() -> None:
    made = plot(replace(result(PANEL), beyond_children=True))
    assert made.empty
    assert made.absence.startswith("Published figures are of notifications about children under 18")


def test_periods_that_no_one_published_say_so() -> None:
    made = plot(result({2020: Counts(30)}, kind=PeriodKind.MONTH))
    assert made.absence.startswith("Nothing was published for these periods")


def test_the_published_table_holds_what_its_own_arithmetic_says() -> None:
    """The parts of a period add up to its total where they are in its unit and all are stated."""
    for each in published_series():
        parts = (each.deaths, each.serious_harm, each.other)
        if None not in parts and each.unit == each.split_unit:
            assert sum(part or 0 for part in parts) == each.total
    halves = [each for each in published_series() if each.series == "DfE half-years"]
    years = {each.start.year: each.total for each in published_series() if each.series == "DfE"}
    for first, second in zip(halves[::2], halves[1::2], strict=True):
        assert (first.total or 0) + (second.total or 0) == years[first.start.year]


def test_the_table_beside_a_picture_holds_the_published_figures_too() -> None:
    table = small_table(plot(result(DFE, kind=PeriodKind.FINANCIAL_YEAR)))
    assert table is not None
    assert [column.title for column in table.columns] == [
        "Year to 31 March",
        "This file",
        "DfE, published",
        "Panel, published",
    ]
    assert [cell.text for cell in table.rows[3]] == ["2022-23", "456", "456", "393"]
    assert [cell.text for cell in table.rows[4]] == ["2023-24", "405", "405", ""]
