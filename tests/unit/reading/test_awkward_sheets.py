"""Tables are found on sheets as statistical offices and councils lay them out, built here in small."""

from desktop_app.reading.files.grid import Merge
from desktop_app.reading.finding.region import Looks
from desktop_app.reading.finding.table_finder import find_table
from desktop_app.reading.finding.tables import find_tables
from tests.unit.reading.test_finding_tables import grid, rows_of

AREAS = (("Kent", 12.0, 34.0, 5.0), ("Leeds", 31.0, 8.0, 2.0), ("Devon", 7.0, 9.0, 4.0))


def test_a_row_of_units_under_the_headings_is_neither_heading_nor_data() -> None:
    for units in (("", "£000", "£000", "£000"), ("", "Number", "%", "per cent"), ("", "(1)", "(2)", "(3)")):
        region = find_table(grid(("Spending",), (), ("Area", "2021", "2022", "2023"), units, *AREAS))
        assert rows_of(region) == ((2,), 4, 6), units


def test_a_row_that_says_how_to_fill_the_form_in_is_no_record() -> None:
    region = find_table(
        grid(
            ("Reference", "Date notified", "Nature", "Number of children"),
            ("Your own", "dd/mm/yyyy", "Choose one", "Whole number"),
            ("A1", "02/01/2024", "Child death", 1.0),
        )
    )
    assert rows_of(region) == ((0,), 2, 2)


def test_a_unit_above_the_last_column_is_no_heading() -> None:
    region = find_table(
        grid(("Children",), ("", "", "", "Thousands"), ("Area", "2021", "2022", "2023"), *AREAS)
    )
    assert rows_of(region) == ((2,), 3, 5)


def test_headings_that_span_groups_without_merged_cells_are_headings() -> None:
    region = find_table(
        grid(
            ("Table 12",),
            ("", "Number", "", "Rate", ""),
            ("Area", "2021", "2022", "2021", "2022"),
            ("Kent", 1.0, 2.0, 3.0, 4.0),
            ("Leeds", 1.0, 2.0, 3.0, 4.0),
        )
    )
    assert rows_of(region) == ((1, 2), 3, 4)
    assert region.headings[3] == "Rate – 2021"


def test_three_merged_levels_are_joined() -> None:
    region = find_table(
        grid(
            ("Area", "Boys", "", "Girls", ""),
            ("", "Aged", "", "Aged", ""),
            ("", "0-9", "10-17", "0-9", "10-17"),
            ("Kent", 1.0, 2.0, 3.0, 4.0),
            ("Leeds", 1.0, 2.0, 3.0, 4.0),
            merged=(
                Merge(0, 0, 2, 0),
                Merge(0, 1, 0, 2),
                Merge(0, 3, 0, 4),
                Merge(1, 1, 1, 2),
                Merge(1, 3, 1, 4),
            ),
        )
    )
    assert rows_of(region) == ((0, 1, 2), 3, 4)
    assert region.headings[4] == "Girls – Aged – 10-17"


def test_a_pivot_table_is_found_under_its_controls() -> None:
    region = find_table(
        grid(
            ("Financial year", "(All)"),
            (),
            ("Count of reference", "Column Labels"),
            ("Row Labels", "Child death", "Serious harm", "Grand Total"),
            *AREAS,
        )
    )
    assert rows_of(region) == ((3,), 4, 6)


def test_short_notes_in_two_columns_are_no_data_of_a_narrow_table() -> None:
    region = find_table(
        grid(
            ("Area", "Number", "Rate"),
            ("Kent", 1.0, 2.0),
            ("Leeds", 5.0, 6.0),
            ("Notes",),
            ("(1)", "Numbers are rounded"),
            ("Contact:", "the statistics team"),
        )
    )
    assert rows_of(region) == ((0,), 1, 2)


def test_a_note_alone_in_the_middle_ends_no_table() -> None:
    region = find_table(
        grid(("Area", "2021", "2022"), ("Kent", 1.0, 2.0), ("Note: revised",), ("Leeds", 5.0, 6.0))
    )
    assert rows_of(region) == ((0,), 1, 3)


def test_a_second_table_of_two_columns_is_not_part_of_a_wider_one() -> None:
    region = find_table(
        grid(("Area", "2021", "2022", "2023"), *AREAS, (), ("B. By sex",), ("Sex", "2023"), ("Girls", 5.0))
    )
    assert rows_of(region) == ((0,), 1, 3)
    assert region.further == 6


def test_one_column_under_a_known_heading_is_a_table() -> None:
    assert rows_of(find_table(grid(("Local authority",), ("Kent",), ("Leeds",)))) == ((0,), 1, 2)


def test_a_list_of_the_sheets_is_no_table_whatever_its_own_sheet_is_called() -> None:
    contents = grid(("Worksheet name", "Worksheet title"), ("A1", "By age"), ("A2", "By sex"), name="Start")
    assert find_table(contents).looks is Looks.TEXT


def test_tables_side_by_side_are_told_apart() -> None:
    looks, regions = find_tables(
        grid(
            ("Area", "2022", "2023", "", "Sex", "2022", "2023"),
            ("Kent", 1.0, "c", "", "Girls", 3.0, 4.0),
            ("Leeds", 5.0, 6.0, "", "Boys", 7.0, 8.0),
            ("Devon", 9.0, 1.0),
        )
    )
    assert looks is Looks.TABLE
    assert [(region.columns, region.headings, region.last) for region in regions] == [
        ((0, 1, 2), ("Area", "2022", "2023"), 3),
        ((4, 5, 6), ("Sex", "2022", "2023"), 2),
    ]


def test_a_spacer_column_parts_no_table_of_records_or_of_groups_of_years() -> None:
    records = grid(("Team", "Lead", "", "Office", "Posts"), ("North", "Ann", "", "York", 3.0))
    groups = grid(
        ("Area", "2021", "", "2022", "2023"), ("Kent", 1.0, "", 2.0, 3.0), ("Leeds", 4.0, "", 5.0, 6.0)
    )
    for sheet in (records, groups):
        assert [region.columns for region in find_tables(sheet)[1]] == [(0, 1, 3, 4)]


def test_numbered_tables_with_the_same_headings_are_tables_of_their_own() -> None:
    block = (("Type", "2022", "2023"), ("Death", 1.0, 2.0), ("Harm", 3.0, 4.0), ())
    looks, regions = find_tables(
        grid(("Table 1",), *block, ("Table 2: London",), *block, ("Table 3",), *block)
    )
    assert [rows_of(region) for region in regions] == [((1,), 2, 3), ((6,), 7, 8), ((11,), 12, 13)]
    assert looks is Looks.TABLE


def test_a_date_or_a_sum_above_a_gap_is_not_the_headings() -> None:
    for above in (("As at", "31/03/2024"), ("", "Total", 12.0)):
        region = find_table(grid(above, (), ("Team", "Lead", "Open", "Closed"), ("North", "Ann", 1.0, 2.0)))
        assert rows_of(region) == ((2,), 3, 3), above


def test_a_row_of_series_codes_under_the_headings_is_neither_heading_nor_data() -> None:
    codes = ("LA_NAME", "SIN_D", "SIN_H", "SIN_T")
    region = find_table(grid(("Area", "Deaths", "Harm", "All"), codes, *AREAS))
    assert rows_of(region) == ((0,), 2, 4)


def test_a_form_of_names_and_values_above_the_table_is_not_the_headings() -> None:
    form = (("Prepared by", "Ann"), ("Area", "Kent"), ())
    region = find_table(
        grid(
            *form, ("Team", "Lead", "Open", "Closed"), ("North", "Ann", 1.0, 2.0), ("South", "Bob", 3.0, 4.0)
        )
    )
    assert rows_of(region) == ((3,), 4, 5)


def test_the_same_headings_under_titles_of_their_own_are_tables_of_their_own() -> None:
    block = (("Type", "2022", "2023"), ("Death", 1.0, 2.0), ("Harm", 3.0, 4.0))
    looks, regions = find_tables(grid(("Girls",), *block, (), ("Boys",), *block))
    assert looks is Looks.TABLE
    assert [rows_of(region) for region in regions] == [((1,), 2, 3), ((6,), 7, 8)]


def test_groups_above_a_blank_row_belong_to_the_headings_that_repeat_below() -> None:
    (region,) = find_tables(
        grid(
            ("Table 1: Notifications by region",),
            ("", "2020", "", "2021"),
            (),
            ("Region", "Deaths", "Harm", "Deaths", "Harm"),
            ("London", 1.0, 2.0, 3.0, 4.0),
            ("South West", 5.0, 6.0, 7.0, 8.0),
        )
    )[1]
    assert region.header_rows == (1, 3)
    assert region.headings == ("Region", "2020 – Deaths", "2020 – Harm", "2021 – Deaths", "2021 – Harm")


def test_two_remarks_above_a_blank_row_are_no_headings() -> None:
    (region,) = find_tables(
        grid(
            ("", "Draft", "", "Restricted"),
            (),
            ("Region", "Deaths", "Serious harm", "Other"),
            ("London", 1.0, 2.0, 3.0),
            ("South West", 5.0, 6.0, 7.0),
        )
    )[1]
    assert region.headings == ("Region", "Deaths", "Serious harm", "Other")
