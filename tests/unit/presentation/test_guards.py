"""A comparison that is not fair is warned of, with a way out, and a fair one is left in peace."""

from dataclasses import replace

import pytest

from desktop_app.analysis.result import Result
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.cautions import cautions, notices
from desktop_app.presentation.words.guards import guards
from tests.support.results import DFE, PANEL, PANEL_BY_CHILDREN, Counts, result, row, with_state


def texts(made: Result) -> list[str]:
    return [notice.text for notice in guards(made)]


def test_the_panels_own_splits_of_2020_and_2021_count_different_units() -> None:
    as_published = result({2020: PANEL[2020], 2021: PANEL_BY_CHILDREN[2021]})
    (notice,) = guards(as_published)
    assert notice.text == (
        "Deaths, serious harm and other add up to the notifications in 2020 and to the children in 2021: the"
        " units differ, so their changes mislead."
    )
    assert notice.way_out.startswith("Compare the totals")
    assert cautions(as_published)[0] == notice
    assert notice in notices(as_published)


@pytest.mark.parametrize("years", [PANEL, PANEL_BY_CHILDREN, DFE, {2020: Counts(482, 482, 215, 267, 0)}])
def test_parts_in_one_unit_raise_no_warning(years: dict[int, Counts]) -> None:
    assert texts(result(years)) == []


def test_hidden_rows_that_are_counted_are_told_beside_the_figures() -> None:
    account = SourceAccount("a.xlsx", "Log", 400, 400, hidden=3)
    (text,) = texts(replace(result(PANEL), sources=(account,)))
    assert text == "3 rows that are hidden in a.xlsx, perhaps by a filter, are counted."
    assert texts(replace(result(PANEL), sources=(replace(account, hidden=0),))) == []


def test_years_on_both_sides_of_the_statutory_change_are_not_alike() -> None:
    (text,) = texts(result({2017: Counts(400), 2018: Counts(450), 2019: Counts(460)}))
    assert text.startswith("The present duty to notify began on 29 June 2018")
    assert texts(result({2019: Counts(460), 2020: Counts(480)})) == []
    cut = {2017: Counts(4, complete=False), 2019: Counts(460), 2020: Counts(480)}
    assert texts(result(cut)) == []


def test_a_year_that_holds_the_day_of_the_change_mixes_both() -> None:
    assert len(texts(result({2018: Counts(450)}))) == 1
    assert texts(result({2018: Counts(450)}, kind=PeriodKind.FINANCIAL_YEAR)) != []


def test_published_counts_by_sex_change_their_meaning_and_records_do_not() -> None:
    years = {2024: Counts(338), 2025: Counts(357)}
    by_sex = with_state(
        result(years, kind=PeriodKind.FINANCIAL_YEAR), ViewState(period=PeriodKind.FINANCIAL_YEAR, by="sex")
    )
    assert texts(by_sex) == []
    two_years = {2023: Counts(405), 2024: Counts(338)}
    earlier = result(two_years, kind=PeriodKind.FINANCIAL_YEAR)
    by_age = with_state(earlier, ViewState(period=PeriodKind.FINANCIAL_YEAR, by="age_group"))
    (period,) = (each.period for each in earlier.rows[:1])
    babies = row(period, Counts(120, None, 60, 55), by="Under 1")
    (together,) = guards(replace(by_age, shape=Shape.AGGREGATE, breakdown=(babies,)))
    assert "serious harm alone does not compare" in together.text
    assert together.way_out == "Compare the periods from 2024-25 on."
    assert texts(replace(by_age, shape=Shape.AGGREGATE)) == []  # totals of the values only
    assert texts(by_age) == texts(replace(earlier, shape=Shape.AGGREGATE)) == []
    assert texts(replace(by_sex, shape=Shape.AGGREGATE)) == [
        "DfE publishes sex from April 2025 on and gender before it: their values do not compare."
    ]


def test_many_missing_dates_are_told_as_a_share_and_few_are_not() -> None:
    assert texts(replace(result(PANEL), undated=91)) == [
        "10% of the rows shown have no date notified: every period is too low by its part."
    ]
    assert guards(replace(result(PANEL), undated=91))[0].way_out == "Use the date of incident."
    assert texts(replace(result(PANEL), undated=20)) == []


def test_a_year_that_stands_out_is_told_in_the_briefing_with_its_limit() -> None:
    counts = (100, 104, 97, 101, 99, 103, 98, 102, 100, 97, 101, 99, 160)
    high = result({2008 + at: Counts(count) for at, count in enumerate(counts)})
    told = [text for text in view_of(high, ()).sentences if "chance" in text]
    # Moving ranges 4, 7, 4, 2, 4, 5, 4, 2, 3, 4, 2 and 61: the last is left out, the mean is 41 / 11 and the
    # reach 9.9. Counts vary more than that by chance: the mean is 1,361 / 13, three times its root 30.7.
    limit = 135
    assert told == [
        f"The number of notifications in 2020 (160) was above what chance variation gives (limit {limit})."
    ]


def test_a_run_is_told_with_its_length() -> None:
    counts = (110, 90, 112, 88, 108, 92, 118, 84, 92, 85, 91, 83, 90, 86)
    # From 2015 on seven years lie below the mean, which is 1,329 / 14; the limits are far away.
    run = result({2008 + at: Counts(count) for at, count in enumerate(counts)})
    told = [text for text in view_of(run, ()).sentences if "in a row" in text]
    (text,) = told
    assert "in 2021 was the last of 7 years in a row below the mean of 95, which chance" in text


def test_a_quiet_year_is_not_told_as_standing_out() -> None:
    assert not any("chance" in text for text in view_of(result(DFE), ()).sentences)


def test_natures_of_another_unit_are_neither_compared_nor_told_as_parts_of_the_total() -> None:
    as_published = view_of(result({2020: PANEL[2020], 2021: PANEL_BY_CHILDREN[2021]}), ())
    assert as_published.sentences[1] == (
        "Of the 398 children concerned in 2021, 156 died, 24% fewer than in 2020 (206), and 242 were"
        " seriously harmed."
    )
    card = next(card for card in as_published.cards if card.key == "serious_harm")
    assert card.change == "Not comparable: notifications in one year, children in the other"
    note = "In 2021 serious harm and other are not counted in notifications."
    drawn = {plot.key: plot for plot in as_published.plots}
    for key in ("nature", "grouped", "lines", "share", "make_up"):
        assert note in drawn[key].source
    heights = [sum(each.marks[1].value or 0 for each in drawn["nature"].series)]
    assert heights == [379]
    assert [mark.value for mark in drawn["nature"].series[0].marks] == [206, 156]  # one death, one child
    harm = next(each for each in drawn["share"].series if each.key == "serious_harm")
    assert [mark.value is None for mark in harm.marks] == [False, True]
    compared = [(row[0].text, row[1].text) for row in drawn["change"].table.rows]
    assert compared == [("2021", "Notifications"), ("2021", "Child deaths")]


def test_natures_that_are_more_than_the_total_are_warned_of_and_not_told() -> None:
    wrong = result({2020: Counts(482, None, 206, 267, 9), 2021: Counts(379, None, 156, 242)})
    (notice,) = guards(wrong)
    assert notice.text == (
        "Deaths, serious harm and other are more than the notifications in 2021: they count something else,"
        " or a number is wrong."
    )
    told = view_of(wrong, ())
    assert told.sentences == ("There were 379 notifications in 2021, 21% fewer than in 2020 (482).",)
