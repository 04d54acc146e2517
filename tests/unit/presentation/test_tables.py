"""Tables stand alone: text for a person, values for a workbook, notes for every sign, true totals."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.result import Figure
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.models import Table
from desktop_app.presentation.plots.breakdown import added
from desktop_app.presentation.tables.trend import change_table, summary_table, trend_table
from desktop_app.presentation.view import view_of
from tests.support.results import DFE, PANEL, Counts, result, with_breakdown


def column(table: Table, key: str) -> list[tuple[str, object]]:
    index = [each.key for each in table.columns].index(key)
    return [(row[index].text, row[index].value) for row in table.rows]


def test_the_trend_table_has_a_row_per_period_with_texts_and_values() -> None:
    table = trend_table(result(PANEL))
    assert column(table, "period") == [("2020", None), ("2021", None)]
    assert column(table, "notifications") == [("482", 482), ("379", 379)]
    assert column(table, "children") == [("514", 514), ("398", 398)]
    assert column(table, "change") == [("", None), ("103 fewer", -103)]
    assert column(table, "percent")[1][0] == "21% fewer"
    assert column(table, "complete") == [("complete", None), ("complete", None)]


def test_every_row_of_every_table_fits_its_columns_and_headings_are_unique() -> None:
    made = with_breakdown(result(PANEL), "region", {"London": [1, 2, 3], "South East": [4, 5, 9]})
    view = view_of(made, ())
    for table in (view.trend, view.breakdown, summary_table(made), change_table(made)):
        assert table is not None
        assert all(len(row) == len(table.columns) for row in table.rows)
        titles = [each.title for each in table.columns]
        assert len(set(titles)) == len(titles)
        assert all(titles)


def test_signs_in_the_table_are_explained_below_it() -> None:
    counts = {2020: Counts(482, None, Figure(None, "c")), 2021: Counts(Figure(205, at_least=True))}
    table = trend_table(result(counts))
    assert column(table, "deaths") == [("[c]", None), ("not available", None)]
    assert column(table, "notifications")[1] == ("at least 205", None)
    assert "[c] = suppressed to protect confidentiality." in table.notes
    assert "Not available: the file does not give this number." in table.notes
    assert "At least: a part of this number is suppressed or missing in the file." in table.notes


def test_zero_stands_as_a_number() -> None:
    assert column(trend_table(result({2021: Counts(0)})), "notifications") == [("0", 0)]


def test_incomplete_periods_and_undated_rows_are_said() -> None:
    made = replace(result({2021: Counts(4), 2022: Counts(1, complete=False)}), undated=2)
    table = trend_table(made)
    assert column(table, "complete")[1] == ("not complete", None)
    assert "2022 is not complete." in table.notes
    assert "2 rows have no date to go by and stand in no period." in table.notes


def test_a_row_filters_by_its_period() -> None:
    cell = trend_table(result(PANEL)).rows[0][0]
    assert cell.picks == (DateFilter("date_notified", date(2020, 1, 1), date(2020, 12, 31)),)


def test_the_change_table_has_the_verdict_in_words() -> None:
    table = change_table(result(PANEL))
    assert column(table, "measure")[:3] == [
        ("Notifications", None),
        ("Child deaths", None),
        ("Serious harm", None),
    ]
    assert column(table, "base_count")[0] == ("482", 482)
    assert column(table, "words")[0][0] == (
        "21% fewer than in 2020 (482): within what chance variation gives"
    )


def test_the_summary_table_tells_the_newest_period() -> None:
    table = summary_table(result(DFE, kind=PeriodKind.FINANCIAL_YEAR))
    assert table.title == "Summary, year to March 2026"
    assert column(table, "count") == [
        ("357", 357),
        ("not available", None),
        ("160", 160),
        ("188", 188),
        ("9", 9),
    ]
    assert column(table, "interval")[0] == ("4% fewer to 16% more", None)


def test_a_breakdown_has_values_down_periods_across_and_the_true_total() -> None:
    made = with_breakdown(
        result(PANEL, overall=Counts(861)),
        "sex",
        {"Unknown": [10, 9, 19], "Female": [200, 150, 350], "Male": [272, 220, 492]},
    )
    table = view_of(made, ()).breakdown
    assert table is not None
    assert table.title == "Notifications by sex"
    assert [each.title for each in table.columns][:5] == ["Sex", "2020", "2021", "All shown", "Share, 2021"]
    assert column(table, "value") == [("Male", None), ("Female", None), ("Unknown", None), ("Total", None)]
    assert column(table, "2021") == [("220", 220), ("150", 150), ("9", 9), ("379", 379)]
    assert column(table, "all") == [("492", 492), ("350", 350), ("19", 19), ("861", 861)]
    female = ValueFilter("sex", ("Female",))
    year = DateFilter("date_notified", date(2020, 1, 1), date(2020, 12, 31))
    assert table.rows[1][0].picks == (female,)
    assert table.rows[1][1].picks == (female, year)


def test_values_that_overlap_are_said_not_to_add_up() -> None:
    made = with_breakdown(result(PANEL), "themes", {"Racism": [3, 4, 7]}, several=True)
    table = view_of(made, ()).breakdown
    assert table is not None
    assert any("do not add up" in note for note in table.notes)


def test_a_value_without_a_row_is_zero_in_records_and_unknown_in_published_counts() -> None:
    made = with_breakdown(result(PANEL), "sex", {"Male": [1, 2, 3]})
    made = replace(made, breakdown=made.breakdown[:1])
    for shape, text in ((Shape.NOTIFICATIONS, "0"), (Shape.AGGREGATE, "not available")):
        table = view_of(replace(made, shape=shape), ()).breakdown
        assert table is not None
        assert column(table, "2021")[0][0] == text


def test_bars_show_the_newest_year_largest_first_with_unknown_last() -> None:
    made = with_breakdown(
        result(PANEL), "sex", {"Unknown": [1, 300, 301], "Female": [5, 30, 35], "Male": [9, 49, 58]}
    )
    view = view_of(made, ())
    plot, table = view.breakdown_plot, view.breakdown
    assert plot is not None
    assert table is not None
    assert plot.positions == ("Male", "Female", "Unknown")
    assert [row[0].text for row in table.rows] == [*plot.positions, "Total"]
    assert [mark.value for mark in plot.series[0].marks] == [49, 30, 300]
    assert "2021" in plot.subtitle
    assert plot.title == "Male: 49 of 379 notifications"
    assert plot.series[0].marks[1].words == "Female, 2021: 30 notifications"
    assert plot.series[0].marks[1].picks == (ValueFilter("sex", ("Female",)),)


def test_more_than_twelve_values_are_the_largest_eleven_and_the_rest() -> None:
    values = {f"Place {number:02}": [0, number, number] for number in range(1, 21)}
    plot = view_of(with_breakdown(result(PANEL), "local_authority", values), ()).breakdown_plot
    assert plot is not None
    assert len(plot.positions) == 12
    assert plot.positions[0] == "Place 20"
    assert plot.positions[-1] == "All other values (9)"
    assert plot.series[0].marks[-1].value == sum(range(1, 10))
    assert plot.series[0].marks[-1].picks == ()


def test_overlapping_values_are_never_summed_into_a_rest() -> None:
    values = {f"Theme {number:02}": [0, number, number] for number in range(1, 21)}
    plot = view_of(with_breakdown(result(PANEL), "themes", values, several=True), ()).breakdown_plot
    assert plot is not None
    assert len(plot.positions) == 11
    assert plot.subtitle.endswith("The 11 largest of 20 values are shown")


def test_the_rest_is_a_lower_limit_where_a_part_of_it_is_hidden() -> None:
    hidden = Figure(None, "c")
    assert added([Figure(2), hidden]) == Figure(2, at_least=True)
    assert added([hidden, Figure(None)]) == hidden
    assert added([Figure(2), Figure(3)]) == Figure(5)


def test_a_long_name_or_a_tie_leaves_a_plain_title() -> None:
    long = {"A name of more than five words": [1, 9, 10], "Other": [0, 1, 1]}
    tie = {"Male": [1, 9, 10], "Female": [1, 9, 10]}
    for values in (long, tie):
        plot = view_of(with_breakdown(result(PANEL), "sex", values), ()).breakdown_plot
        assert plot is not None
        assert plot.title == "Notifications by sex"


def test_a_breakdown_without_dates_is_of_everything() -> None:
    plot = view_of(with_breakdown(result({}, overall=Counts(5)), "sex", {"Male": [5]}), ()).breakdown_plot
    assert plot is not None
    assert plot.alt_text == "Bar chart of notifications by sex, all records shown. Male: 5."


def test_age_groups_keep_their_own_order() -> None:
    values = {"Under 1": [1, 1, 2], "1 to 5": [1, 9, 10], "6 to 10": [1, 4, 5]}
    plot = view_of(with_breakdown(result(PANEL), "age_group", values), ()).breakdown_plot
    assert plot is not None
    assert plot.positions == ("Under 1", "1 to 5", "6 to 10")


def test_short_periods_are_shown_all_together() -> None:
    made = with_breakdown(result({2021: Counts(9)}, kind=PeriodKind.MONTH), "sex", {"Male": [4, 400]})
    plot = view_of(made, ()).breakdown_plot
    assert plot is not None
    assert plot.series[0].marks[0].value == 400
    assert ", Jan 2021, " in plot.subtitle


def test_places_are_not_ranked_in_the_title() -> None:
    made = with_breakdown(result(PANEL), "region", {"London": [9, 60, 69], "South East": [5, 30, 35]})
    plot = view_of(made, ()).breakdown_plot
    assert plot is not None
    assert plot.title == "Notifications by region"
