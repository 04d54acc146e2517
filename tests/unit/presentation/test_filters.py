"""Filters read as a person would say them, on chips, covers and in the lines around the content."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.filters import (
    BLANK,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit
from desktop_app.presentation.filter_models import Chip
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.filters import filter_words
from tests.support.results import COLUMNS, PANEL, Counts, result, with_state

REGION = ValueFilter("region", ("London", "South East"))


def test_values_and_dates_in_words() -> None:
    whole_year = DateFilter("date_notified", date(2021, 1, 1), date(2021, 12, 31))
    assert filter_words(REGION, COLUMNS) == "Region is London or South East"
    assert filter_words(whole_year, COLUMNS) == "Date notified from 1 January 2021 to 31 December 2021"
    one_day = DateFilter("date_notified", date(2021, 1, 1), date(2021, 1, 1))
    assert filter_words(one_day, COLUMNS) == "Date notified on 1 January 2021"
    assert filter_words(DateFilter("date_notified", None, date(2021, 1, 1)), COLUMNS) == (
        "Date notified up to 1 January 2021"
    )
    assert filter_words(ValueFilter("sex", (BLANK, "Male")), COLUMNS) == "Sex is blank or Male"
    assert filter_words(ValueFilter("themes", ("Racism",)), COLUMNS) == "Practice themes include Racism"


def test_ranges_texts_and_moving_days_in_words() -> None:
    def words(chosen: Filter) -> str:
        return filter_words(chosen, COLUMNS)

    assert words(NumberFilter("age", 1, 5)) == "Age is 1 to 5"
    assert words(NumberFilter("age", 3, 3)) == "Age is 3"
    assert words(NumberFilter("age", 1250, None)) == "Age is 1,250 or more"
    assert words(NumberFilter("year", None, 2021)) == "year is 2021 or less"
    assert words(TextFilter("region", TextMatch.BEGINS, " Nor ")) == "Region begins with “Nor”"
    assert words(TextFilter("sex", TextMatch.LACKS, "x")) == "Sex does not contain “x”"
    last = RelativeDates("date_notified", RelativeSpan.LAST_12_MONTHS)
    assert words(last) == "Date notified in the last 12 months"
    assert words(replace(last, today=date(2021, 6, 15))) == (
        "Date notified in the last 12 months (from 16 June 2020 to 15 June 2021)"
    )
    assert words(RelativeDates("date_notified", RelativeSpan.THIS_YEAR)) == (
        "Date notified in this calendar year"
    )


def test_a_column_that_the_table_lacks_is_named_by_the_catalogue_or_its_key() -> None:
    assert filter_words(ValueFilter("ethnicity", ("White",)), ()) == "Ethnicity is White"
    assert filter_words(ValueFilter("colour", ("Red",)), ()) == "colour is Red"


def test_many_values_are_counted_on_a_chip_and_listed_in_the_source() -> None:
    many = ValueFilter("region", ("London", "South East", "South West", "North East"))
    view = view_of(with_state(result(PANEL), ViewState(filters=(many,), search="dog")), ())
    assert view.chips == (Chip("Region is one of 4 values", many), Chip("Any column contains “dog”", None))
    assert view.plot.source == (
        "Source: panel.xlsx. Filters: Region is London, South East, South West or North East; Any"
        " column contains"
        " “dog”."
    )


def test_what_is_shown_and_counted() -> None:
    made = result(PANEL, overall=Counts(861))
    view = view_of(made, ())
    assert view.file_title == "panel.xlsx"
    assert view.account == "912 rows read, 909 used, 3 left out"
    assert view.showing == "all 861 notifications"
    assert view.status == (
        "909 of 909 rows",
        "861 notifications",
        "Counting notifications by date notified",
        "Calendar years",
    )
    narrowed = replace(
        made, selection=made.selection[:120], overall=result(PANEL, overall=Counts(110)).overall
    )
    view = view_of(with_state(narrowed, ViewState(filters=(REGION,))), ())
    assert view.showing == "110 notifications, in 120 of 909 rows"


def test_a_filter_that_cannot_apply_shows_no_rows_and_says_so() -> None:
    made = result(PANEL)
    made = replace(made, resolved=replace(made.resolved, possible=False))
    assert view_of(made, ()).showing == "no rows: a filter does not fit this file"


def test_a_plain_table_shows_rows_and_counts_nothing() -> None:
    view = view_of(replace(result({}, overall=Counts()), shape=Shape.PLAIN), ())
    assert view.showing == "all 909 rows"
    assert view.status == ("909 of 909 rows", "A plain table: nothing is counted")
    assert view.sentences == ()


def test_several_files_are_named() -> None:
    accounts = tuple(SourceAccount(f"{name}.xlsx", "Records", 1, 1) for name in "abc")
    made = replace(result(PANEL), sources=accounts[:2])
    assert view_of(made, ()).file_title == "a.xlsx and b.xlsx"
    assert view_of(replace(made, sources=accounts), ()).file_title == "a.xlsx and 2 more"
    assert view_of(replace(made, sources=accounts[:1]), ()).account == "1 row read, 1 used"


def test_the_choices_are_those_of_the_data() -> None:
    made = result(PANEL)
    resolved = replace(
        made.resolved,
        units=(Unit.NOTIFICATIONS,),
        date_bases=(DateBasis.NOTIFIED,),
        periods=(PeriodKind.CALENDAR_YEAR, PeriodKind.MONTH),
    )
    choices = view_of(replace(made, resolved=resolved), ()).choices
    assert choices.unit is Unit.NOTIFICATIONS
    assert choices.units_possible == (Unit.NOTIFICATIONS,)
    assert choices.periods_possible == (PeriodKind.CALENDAR_YEAR, PeriodKind.MONTH)


def test_value_lists_show_counts_and_their_share_of_the_largest() -> None:
    nature, sex = view_of(result(PANEL), ()).facets
    assert [line.share for line in sex.lines] == [0.75, 1.0]
    assert [line.text for line in sex.lines] == ["30", "40"]
    assert [line.chosen for line in sex.lines] == [False, True]
    assert nature.expanded
