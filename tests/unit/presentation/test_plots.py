"""Charts carry their message, unit, period, source and text alternative, and draw only what is so."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.charts import CHARTS
from desktop_app.catalogue.palette import DARK, LIGHT
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit
from desktop_app.presentation.models import Plot, PlotKind
from desktop_app.presentation.plots.offered import Charts
from desktop_app.presentation.view import view_of
from tests.support.results import (
    DFE,
    PANEL,
    PANEL_2020,
    PANEL_2021,
    PANEL_BY_CHILDREN,
    Counts,
    result,
    with_state,
)


def plot(made: Result, key: str) -> Plot:
    return next(each for each in view_of(made, ()).plots if each.key == key)


def values(made: Plot) -> dict[str, tuple[float | None, ...]]:
    return {series.key: tuple(mark.value for mark in series.marks) for series in made.series}


def test_there_is_a_chart_for_every_entry_of_the_catalogue() -> None:
    assert tuple(each.key for each in view_of(result(PANEL), ()).plots) == tuple(spec.key for spec in CHARTS)


def test_columns_by_nature_stand_on_each_other_under_their_total() -> None:
    made = plot(result(PANEL), "nature")
    assert made.kind is PlotKind.STACKED
    assert made.positions == ("2020", "2021")
    assert values(made) == {"deaths": (206, 156), "serious_harm": (267, 223), "other": (9, 0)}
    assert made.totals == ("482", "379")
    assert made.title == "Notifications fell 21% in 2021"
    assert made.subtitle == "Serious incident notifications by nature, calendar years, by date notified"
    assert made.source == "Source: panel.xlsx. No filters."
    assert made.alt_text == (
        "Column chart of notifications: 482 in 2020 and 379 in 2021. In the last, 156 were child deaths and"
        " 223 serious harm."
    )


def test_totals_alone_are_plain_columns() -> None:
    made = plot(result({2020: Counts(482), 2021: Counts(379)}), "nature")
    assert values(made) == {"focus": (482, 379)}
    assert "by nature" not in made.subtitle


def test_a_hidden_part_leaves_the_column_as_high_as_its_total() -> None:
    hidden = Counts(100, None, 60, Figure(None, "c"), Figure(None, "c"))
    made = plot(result({2020: Counts(90, None, 50, 40, 0), 2021: hidden}), "nature")
    assert values(made) == {"deaths": (50, 60), "serious_harm": (40, None), "context": (None, 40)}


def test_clicking_a_part_picks_its_period_and_nature() -> None:
    made = plot(result(PANEL), "nature")
    year = DateFilter("date_notified", date(2021, 1, 1), date(2021, 12, 31))
    assert made.series[0].marks[1].picks == (year, ValueFilter("nature", ("Child death",)))
    line = plot(result(PANEL), "lines").series[0].marks[1]
    assert line.picks == (year,)


def test_what_the_data_cannot_filter_by_is_not_picked() -> None:
    made = result(PANEL)
    made = replace(made, facets=(), resolved=replace(made.resolved, date_bases=(DateBasis.INCIDENT,)))
    assert all(mark.picks == () for series in plot(made, "nature").series for mark in series.marks)


def test_lines_show_total_deaths_and_harm_and_leave_gaps() -> None:
    made = plot(result({**PANEL, 2022: Counts(None, None, 3, None)}), "lines")
    assert values(made) == {
        "total": (482, 379, None),
        "deaths": (206, 156, 3),
        "serious_harm": (267, 223, None),
    }
    assert plot(result(PANEL), "lines").title == "Deaths fell 24% and serious harm 16% in 2021"


def test_change_stands_about_zero_with_its_interval_and_counts_in_words() -> None:
    made = plot(result(PANEL), "change")
    (mark,) = made.series[0].marks
    assert (made.kind, made.percent, made.positions) == (PlotKind.CHANGE, True, ("2021",))
    assert mark.value == pytest.approx(-21.37, abs=0.01)
    assert (mark.low, mark.high) == pytest.approx((-31.37, -11.37), abs=0.01)
    assert mark.label == "21% fewer"
    assert mark.words == (
        "2021: 379, 21% fewer than in 2020 (482) (95% interval 11% to 31% fewer); within what"
        " chance variation"
        " gives"
    )


def test_change_from_none_is_a_gap_with_words() -> None:
    made = plot(result({2019: Counts(2), 2020: Counts(0), 2021: Counts(4)}), "change")
    assert [mark.value for mark in made.series[0].marks] == [-100, None]
    assert made.series[0].marks[1].words.startswith("2021: 4, up from none in 2020")


def test_one_period_has_an_empty_chart_of_change() -> None:
    made = plot(result({2021: PANEL_2021}), "change")
    assert made.empty
    assert made.title == "No earlier period to compare with"


def test_incomplete_periods_are_provisional_and_said() -> None:
    made = plot(result({**PANEL, 2022: Counts(3, None, 1, 2, 0, complete=False)}), "nature")
    assert [mark.provisional for mark in made.series[0].marks] == [False, False, True]
    assert made.series[0].marks[2].words.endswith("; not complete")
    assert made.source.endswith("2022 is not complete.")
    assert made.title == "Notifications fell 21% in 2021"


@pytest.mark.parametrize(
    ("years", "title"),
    [
        ({2021: PANEL_2021}, "Notifications, 2021: 379"),
        ({2020: PANEL_2021, 2021: PANEL_2020}, "Notifications rose 27% in 2021"),
        ({2020: Counts(3), 2021: Counts(6)}, "Notifications rose from 3 to 6 in 2021"),
        ({2020: Counts(0), 2021: Counts(6)}, "Notifications rose from none to 6 in 2021"),
        ({2020: Counts(6), 2021: Counts(0)}, "Notifications fell from 6 to none in 2021"),
        ({2020: Counts(6), 2021: Counts(6)}, "Notifications did not change in 2021"),
        ({2020: Counts(482), 2021: Counts(483)}, "Notifications rose by 1 in 2021"),
        ({2022: Counts(120, complete=False)}, "Notifications, 2022 (not complete): 120"),
        ({2021: Counts(None)}, "Notifications, 2021"),
        ({2019: Counts(0), 2020: Counts(0), 2021: Counts(0)}, "Notifications did not change in 2021"),
        ({}, "Nothing to show: no dates to go by"),
    ],
)
def test_the_title_is_the_message(years: dict[int, Counts], title: str) -> None:
    assert plot(result(years), "nature").title == title


def test_titles_of_other_periods_and_units() -> None:
    quarters = result({2020: Counts(100), 2021: Counts(79)}, kind=PeriodKind.QUARTER)
    assert plot(quarters, "nature").title == "Notifications, Jan-Mar 2021: 21% fewer than a year before"
    same = result({2020: Counts(100), 2021: Counts(100)}, kind=PeriodKind.MONTH)
    assert plot(same, "nature").title == "Notifications, Jan 2021: no change on a year before"
    children = result(PANEL_BY_CHILDREN, Unit.CHILDREN)
    assert plot(children, "nature").title == "Children concerned fell 23% in 2021"
    years = result(DFE, kind=PeriodKind.FINANCIAL_YEAR)
    assert plot(years, "nature").title == "Notifications rose 6% in 2025-26 after two years of falls"
    assert plot(years, "lines").title == "Deaths fell 1% and serious harm rose 13% in 2025-26"
    assert plot(years, "change").title == "Notifications rose in 3 years and fell in 3"


def test_nothing_to_show_says_why() -> None:
    made = result({}, overall=Counts(0))
    empty = replace(made, selection=made.selection[:0])
    assert plot(empty, "nature").title == "No records match the filters"
    unfit = replace(empty, resolved=replace(made.resolved, possible=False))
    assert plot(unfit, "nature").title == "Nothing to show: a filter does not fit this file"
    wish = replace(empty.resolved.state, search="no such text")
    searched = replace(empty, resolved=replace(empty.resolved, state=wish))
    assert all(each.empty for each in view_of(searched, ()).plots)
    assert {each.title for each in view_of(searched, ()).plots} == {"No records match the filters"}
    assert plot(unfit, "lines").alt_text == "Line chart of notifications by year; there is nothing to show."


@pytest.mark.parametrize(
    ("shape", "title"),
    [
        (Shape.CHILDREN, "Nothing to show: no dates to go by"),
        (Shape.AGGREGATE, "Nothing to show: the file gives no such total"),
        (Shape.PLAIN, "Nothing to show: the rows are not counted"),
    ],
)
def test_nothing_to_show_says_what_the_file_lacks(shape: Shape, title: str) -> None:
    assert plot(replace(result({}), shape=shape), "nature").title == title


def test_a_turn_is_told_after_at_least_two_years_the_other_way() -> None:
    def title(*counts: float) -> str:
        years = {2021 - len(counts) + 1 + index: Counts(count) for index, count in enumerate(counts)}
        return plot(result(years), "nature").title

    assert title(100, 120, 140, 130) == "Notifications fell 7% in 2021 after two years of rises"
    assert title(100, 120, 130) == "Notifications rose 8% in 2021"
    assert title(140, 130, 130, 140) == "Notifications rose 8% in 2021"


def test_titles_of_lines_without_enough_cases_speak_of_the_total() -> None:
    few = {2020: Counts(100, None, 5, 95), 2021: Counts(120, None, 6, 114)}
    assert plot(result(few), "lines").title == "Notifications rose 20% in 2021"
    same = {2020: Counts(100, None, 40, 60), 2021: Counts(100, None, 40, 60)}
    assert plot(result(same), "lines").title == "Notifications did not change in 2021"
    falls = {2019: Counts(100), 2020: Counts(90), 2021: Counts(80)}
    assert plot(result(falls), "change").title == "Notifications fell in both years"


def test_titles_of_filtered_numbers_say_so() -> None:
    london = with_state(result(PANEL), ViewState(filters=(ValueFilter("region", ("London",)),)))
    assert plot(london, "nature").title == "Notifications in London fell 21% in 2021"
    assert plot(london, "lines").title == "Notifications in London fell 21% in 2021"
    assert plot(london, "nature").subtitle.endswith("by nature, London, calendar years, by date notified")
    assert plot(london, "nature").source == "Source: panel.xlsx. Filters: Region is London."
    female = with_state(result(PANEL), ViewState(filters=(ValueFilter("sex", ("Female",)),)))
    assert plot(female, "nature").title == "Selected notifications fell 21% in 2021"
    assert plot(female, "nature").subtitle.endswith("by date notified. Only where: Sex is Female")


counts = st.one_of(st.none(), st.integers(0, 3000))
years = st.dictionaries(
    st.integers(2010, 2024),
    st.builds(Counts, counts, counts, counts, counts, counts, st.booleans()),
    max_size=8,
).map(lambda found: dict(sorted(found.items())))


states = st.builds(
    ViewState,
    unit=st.sampled_from(list(Unit)),
    period=st.sampled_from(list(PeriodKind)),
    filters=st.lists(
        st.sampled_from(
            [
                ValueFilter("region", ("Yorkshire and The Humber", "North East")),
                ValueFilter("region", ("East of England",)),
                ValueFilter("sex", ("Female",)),
            ]
        ),
        max_size=2,
        unique_by=lambda chosen: chosen.column,
    ).map(tuple),
)


@given(years, states)
def test_whatever_the_counts_charts_are_sound(found: dict[int, Counts], state: ViewState) -> None:
    for made in view_of(result(found, state.unit, state.period, state), ()).plots:
        assert 1 <= len(made.series) <= 4
        assert len(made.title.split()) <= 10
        assert made.title
        assert made.alt_text.endswith(".")
        for series in made.series:
            assert series.key in LIGHT
            assert series.key in DARK
            assert [mark.position for mark in series.marks] == list(range(len(made.positions)))
            assert all(" -" not in mark.words and mark.label[:1] != "-" for mark in series.marks)


def plot_of(counts: dict[int, Counts], key: str) -> Plot:
    return next(plot for plot in view_of(result(counts), ()).plots if plot.key == key)


def test_the_make_up_has_columns_of_equal_height_with_the_number_above() -> None:
    made = plot_of({2020: Counts(50, 60, 20, 30, 0), 2021: Counts(40, 40, 10, 25, 5)}, "make_up")
    heights = [sum(series.marks[at].value or 0 for series in made.series) for at in (0, 1)]
    assert heights == pytest.approx([100, 100])
    assert [series.marks[0].label for series in made.series][:2] == ["40%", "60%"]
    assert made.totals == ("50", "40")
    assert made.percent
    assert "20" in made.series[0].marks[0].words


def test_a_period_whose_total_is_only_a_lower_limit_has_no_make_up() -> None:
    made = plot_of(
        {2020: Counts(50, 60, 20, 30, 0), 2021: Counts(Figure(40, at_least=True), 40, 10, 25, 5)}, "make_up"
    )
    assert all(series.marks[1].value is None for series in made.series)


def test_natures_side_by_side_stand_on_one_ground() -> None:
    made = plot_of({2020: Counts(50, 60, 20, 30, 0), 2021: Counts(40, 40, 10, 25, 5)}, "grouped")
    assert made.kind is PlotKind.GROUPED
    assert [[mark.value for mark in series.marks] for series in made.series] == [[20, 10], [30, 25], [0, 5]]
    assert made.totals == ()


def test_a_change_of_few_cases_is_labelled_with_its_counts_and_keeps_its_percentage_in_words() -> None:
    made = plot(result({2020: Counts(3), 2021: Counts(6)}), "change")
    (mark,) = made.series[0].marks
    assert (mark.label, mark.value) == ("3 to 6", 100)
    assert "6" in mark.words


def test_of_many_charts_the_one_shown_is_made_at_once_and_others_when_they_are_looked_at() -> None:
    made: list[str] = []
    by_year = plot(result(PANEL), "nature")

    def make(key: str) -> Plot:
        made.append(key)
        return replace(by_year, key=key)

    charts = Charts(make, "lines")
    assert made == ["lines"]
    at = [spec.key for spec in CHARTS].index("change")
    assert [charts[at].key, charts[at].key, len(charts)] == ["change", "change", len(CHARTS)]
    assert made == ["lines", "change"]
    assert [each.key for each in charts] == [spec.key for spec in CHARTS]
    assert charts[:2] == tuple(charts)[:2]
    assert sorted(made) == sorted(spec.key for spec in CHARTS)
    assert Charts(make, "a chart of old")[0].key == CHARTS[0].key


def test_one_rise_and_one_fall_are_told_in_the_singular() -> None:
    halves = result({2018: Counts(20), 2019: Counts(30), 2020: Counts(25)}, kind=PeriodKind.CALENDAR_YEAR)
    assert plot(halves, "change").title == "Notifications rose in 1 year and fell in 1"


def test_the_share_of_a_year_that_is_not_complete_is_said_to_be_of_one() -> None:
    made = plot(result({2021: Counts(57, 60, 24, 30, 3, complete=False)}), "share")
    assert made.title == "Child deaths, 2021 (not complete): 42% of notifications"
