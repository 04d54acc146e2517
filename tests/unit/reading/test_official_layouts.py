"""Layouts of published statistics that hide where the headings end and the notes begin, built in small."""

from datetime import date

import pytest

from desktop_app.reading.files.grid import Merge
from desktop_app.reading.finding.region import Looks
from desktop_app.reading.finding.table_finder import find_table
from desktop_app.reading.finding.tables import find_tables
from tests.unit.reading.test_finding_tables import grid, rows_of

AGES = (0.0, 1.0, 2.0, 3.0, 4.0)
AREAS = (("Kent", 12.0, 34.0, 5.0, 3.0, 7.0), ("Leeds", 31.0, 8.0, 2.0, 1.0, 9.0))


@pytest.mark.parametrize(
    "headings",
    [
        ("Area", *AGES),
        ("Area", "0", "1", "2", "3", "4"),
        ("Area", "Under 1", 1.0, 2.0, 3.0, 4.0),
        ("Area", 1.0, 2.0, 3.0, 4.0, "5 or more"),
    ],
)
def test_ages_that_count_up_are_headings(headings: tuple[object, ...]) -> None:
    region = find_table(grid(("Children by age",), (), headings, *AREAS))
    assert rows_of(region) == ((2,), 3, 4)
    assert region.headings[2] == str(headings[2]).removesuffix(".0")


def test_figures_that_count_up_by_chance_are_data() -> None:
    counting = (("Kent", 1.0, 2.0, 3.0, 4.0, 5.0), *AREAS)
    assert rows_of(find_table(grid(("Area", "a", "b", "c", "d", "e"), *counting))) == ((0,), 1, 3)
    also = ("Leeds", 2.0, 3.0, 4.0, 5.0, 6.0)
    assert rows_of(find_table(grid(counting[0], also, *AREAS))) == ((), 0, 3)


def test_ages_under_a_heading_that_spans_them_are_the_second_level() -> None:
    region = find_table(
        grid(
            ("Area", "Age in years", "", "", "", ""),
            ("", *AGES),
            *AREAS,
            merged=(Merge(0, 0, 1, 0), Merge(0, 1, 0, 5)),
        )
    )
    assert rows_of(region) == ((0, 1), 2, 3)
    assert region.headings[1] == "Age in years – 0"


def test_week_numbers_over_their_dates_are_two_levels() -> None:
    weeks = tuple(date(2019, 1, day) for day in (4, 11, 18, 25, 31))
    region = find_table(
        grid(("Week number", 1.0, 2.0, 3.0, 4.0, 5.0), ("Week ended", *weeks), ("",) * 6, *AREAS)
    )
    assert rows_of(region) == ((0, 1), 3, 4)
    assert region.headings[:2] == ("Week number – Week ended", "1 – 04/01/2019")


@pytest.mark.parametrize(
    "between",
    [
        ("", "No.", "%", "%", "cases per worker", "%"),
        ("", "per 10,000", "per 10,000", "per 10,000", "per 10,000", "per 10,000"),
        ("", "(a)", "(b)", "(c)", "(c)/(a+c)", "(d)"),
        ("", "children", "adults", "children", "adults", "all"),
        ("area_name", "n_cases", "n_plans", "rate_10k", "rate_la", "n_all"),
        ("CDID", "MG4Z", "LF6Q", "KJ2W", "KJ2X", "KJ2Y"),
        ("Release date", "14-05-2024", "14-05-2024", "14-05-2024", "14-05-2024", "14-05-2024"),
        ("Ardal", "plant", "bechgyn", "merched", "eraill", "pawb"),
        ("GEO (Labels)",),
        ("1. More than one category may be recorded for a child.",),
    ],
)
def test_a_row_that_explains_the_headings_is_no_record(between: tuple[str, ...]) -> None:
    region = find_table(grid(("Area", "a", "b", "c", "d", "e"), between, *AREAS))
    assert rows_of(region) == ((0,), 2, 3)


def test_a_first_record_of_words_is_a_record() -> None:
    words = ("Devon", "Not held", "Not held", "Not held", "Not held", "Not held")
    assert rows_of(find_table(grid(("Area", "a", "b", "c", "d", "e"), words, *AREAS))) == ((0,), 1, 3)


@pytest.mark.parametrize(
    "below",
    [
        (("x", "Suppressed to protect children"), ("-", "Nil")),
        (("Metadata",), ("Title", "Children in need"), ("Next update", "February 2023")),
        (("Contact", "Data team"), ("Published", "3 May 2024")),
    ],
)
def test_a_key_below_a_gap_is_no_data(below: tuple[tuple[str, ...], ...]) -> None:
    region = find_table(grid(("Area", "a", "b", "c", "d", "e"), *AREAS, (), *below))
    assert rows_of(region) == ((0,), 1, 2)


def test_groups_with_gaps_between_them_stay_data() -> None:
    later = (("South West",), ("Devon", 1.0, 2.0, 3.0, 4.0, 5.0), (), ("South East",), ("Kent", "", "", 3.0))
    region = find_table(grid(("Area", "a", "b", "c", "d", "e"), *AREAS, (), *later))
    assert rows_of(region) == ((0,), 1, 8)


def test_a_form_above_the_headings_is_no_heading() -> None:
    region = find_table(
        grid(
            ("Conversion report",),
            ("From:", "01/04/2023", "To:", "31/03/2024"),
            ("Team:", "All", "Status:", "Closed"),
            ("Team", "Contacts", "Referrals", "Conversion %"),
            ("North", 438.0, 338.0, 7.1),
            ("South", 733.0, 703.0, 8.3),
        )
    )
    assert rows_of(region) == ((3,), 4, 5)


def test_links_an_agenda_and_a_form_are_no_tables() -> None:
    links = (("Links",), ("Guidance", "https://example.org/a"), ("Release", "https://example.org/b"))
    agenda = (
        ("Minutes",),
        (),
        (1.0, "Minutes of last time"),
        (2.0, "The chair gave a report"),
        (3.0, "Other"),
    )
    form = (("Name of partnership:", "Wearshire"), ("Chair:", "A. Person"), ("Agencies present:", "Police"))
    for rows in (links, agenda, form):
        assert find_table(grid(*rows)).looks is Looks.TEXT


def test_the_same_table_again_under_another_year_is_a_table_of_its_own() -> None:
    headings, rows = ("Age", "Boys", "Girls"), (("0-4", 537.0, 54.0), ("5-9", 516.0, 508.0))
    year = "Year ending 31 March"
    looks, regions = find_tables(
        grid((f"{year} 2021",), headings, *rows, (), (f"{year} 2022",), headings, *rows)
    )
    assert looks is Looks.TABLE
    assert [rows_of(region) for region in regions] == [((1,), 2, 3), ((6,), 7, 8)]


def test_titles_over_tables_side_by_side_are_no_headings() -> None:
    _, regions = find_tables(
        grid(
            ("Table 4a: by sex", "", "", "", "Table 4b: by need", "", ""),
            ("Sex", "Number", "%", "", "Disability", "Number", "%"),
            ("Female", 235.0, 62.3, "", "Yes", 19.0, 47.2),
            ("Male", 85.0, 27.7, "", "No", 211.0, 32.7),
        )
    )
    assert [region.headings for region in regions] == [("Sex", "Number", "%"), ("Disability", "Number", "%")]
    assert [region.header_rows for region in regions] == [(1,), (1,)]


def test_a_heading_over_the_last_of_its_columns_belongs_to_all_of_them() -> None:
    region = find_table(
        grid(
            ("", "", "", "Number", "", "", "Percentage"),
            ("Area", "2012", "2013", "2014", "2012", "2013", "2014"),
            ("Kent", 1.0, 2.0, 3.0, 10.5, 20.5, 30.5),
            ("Leeds", 4.0, 5.0, 6.0, 40.5, 50.5, 60.5),
        )
    )
    assert region.headings[1:3] == ("Number – 2012", "Number – 2013")
    assert region.headings[4:6] == ("Percentage – 2012", "Percentage – 2013")


def test_months_that_excel_keeps_as_dates_are_named_as_months() -> None:
    months = (date(2022, 10, 1), date(2022, 11, 1))
    assert find_table(grid(("Area", *months), ("Kent", 1.0, 2.0), ("Leeds", 3.0, 4.0))).headings == (
        "Area",
        "Oct 2022",
        "Nov 2022",
    )
    days = (date(2022, 10, 7), date(2022, 10, 14))
    region = find_table(grid(("Area", *days), ("Kent", 1.0, 2.0), ("Leeds", 3.0, 4.0)))
    assert region.headings[1:] == ("07/10/2022", "14/10/2022")


def test_headings_merged_over_five_rows_are_followed_to_the_last() -> None:
    region = find_table(
        grid(
            ("Region", "Contribution", "Changes", ""),
            (),
            ("", "", "", ""),
            ("", "", "from month", "from year"),
            ("", "(%)", "", ""),
            ("Kent", "5", "2", "1"),
            merged=(
                Merge(0, 0, 4, 0),
                Merge(0, 1, 3, 1),
                Merge(0, 2, 2, 3),
                Merge(3, 2, 4, 2),
                Merge(3, 3, 4, 3),
            ),
        )
    )
    assert rows_of(region) == ((0, 1, 2, 3, 4), 5, 5)
    assert region.headings[1:3] == ("Contribution – (%)", "Changes – from month")
