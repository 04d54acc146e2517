"""Wide tables of counts are read whatever stands across and down, and every row is accounted for."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import Correction, ReadingChoices, TableId
from desktop_app.domain.units import PeriodKind, Shape, Unit
from desktop_app.reading import inspect_file, read_files
from desktop_app.reading.values.named_periods import calendar_of, named_period
from desktop_app.services.usecases import default_state, summarise
from tests.unit.reading.books import Row, column, of_kind, read, workbook

TITLE = ("Serious incident notifications in England",)
YEARS = ("Measure", "2018-19", "2019-20", "2020-21 [note 1]")


def table(tmp_path: Path, *rows: Row, title: str = "Data") -> Dataset:
    return read(workbook(tmp_path / "a.xlsx", rows, title=title))


def counts(dataset: Dataset) -> dict[tuple[object, ...], object]:
    """Return the numbers by end of period, place, value of the topic and nature."""
    keys = ("period_end", "level", "region", "local_authority", "topic", "breakdown", "nature", "number")
    rows = zip(*(column(dataset, key) for key in keys), strict=True)
    return {
        (end.isoformat(), authority or region or level, topic, breakdown, nature): number
        for end, level, region, authority, topic, breakdown, nature, number in rows
    }


def accounted(dataset: Dataset) -> bool:
    (source,) = dataset.sources
    return source.rows_left_out == len(of_kind(dataset, ProblemKind.LEFT_OUT))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("20211", "2021-01-01", "2021-12-31"),
        ("2021p", "2021-01-01", "2021-12-31"),
        ("2020-21", "2020-04-01", "2021-03-31"),
        ("2020/21 (p)", "2020-04-01", "2021-03-31"),
        ("2020–2021 [note 3]", "2020-04-01", "2021-03-31"),
        ("202021", "2020-04-01", "2021-03-31"),
        ("FY 2020/21", "2020-04-01", "2021-03-31"),
        ("Year ending March 2021", "2020-04-01", "2021-03-31"),
        ("12 months to June 2020", "2019-07-01", "2020-06-30"),
        ("31 March 2021", "2020-04-01", "2021-03-31"),
        ("31/03/2021", "2020-04-01", "2021-03-31"),
        ("2023 Reporting year", "2022-04-01", "2023-03-31"),
        ("202122 Financial year", "2021-04-01", "2022-03-31"),
        ("Q3 2021/22", "2021-10-01", "2021-12-31"),
        ("2021-22 Q4", "2022-01-01", "2022-03-31"),
        ("Quarter 1 2021", "2021-01-01", "2021-03-31"),
        ("H1 2020-21", "2020-04-01", "2020-09-30"),
        ("202021 Part 1 (April to September)", "2020-04-01", "2020-09-30"),
        ("Mar-21", "2021-03-01", "2021-03-31"),
        ("March 2021", "2021-03-01", "2021-03-31"),
        ("01/04/2021", "2021-04-01", "2021-04-30"),
        ("Apr-Jun 2021", "2021-04-01", "2021-06-30"),
        ("Oct-Mar 2021", "2020-10-01", "2021-03-31"),
        ("April 2020 to March 2021", "2020-04-01", "2021-03-31"),
    ],
)
def test_a_period_is_understood_in_its_notation(text: str, first: str, last: str) -> None:
    assert named_period(text, calendar_of("")) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["Total", "2019-21", "202", "Mar", "Q5 2021", "17/03/2021", "1,234", "12"])
def test_what_names_no_period_is_none(text: str) -> None:
    assert named_period(text, calendar_of("")) is None


def test_the_title_says_what_a_bare_year_is() -> None:
    to_march = calendar_of("Notifications, years ending 31 March")
    assert named_period("2021", to_march) == (date(2020, 4, 1), date(2021, 3, 31))
    assert named_period("2021", calendar_of("by financial year")) is None  # which one would be a guess


def test_years_across_and_measures_down(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        TITLE,
        (),
        YEARS,
        ("Total notifications", 498, 449, 536),
        ("Child deaths1", "c", 188, "223r"),
        ("Serious harm (2)", "..", "1,253", 284),
        ("Children involved", 520, 470, 560),
        ("Percentage deaths", "40%", "42%", "42%"),
        ("Source: returns of local authorities",),
    )
    assert dataset.shape is Shape.AGGREGATE
    assert accounted(dataset)
    found = counts(dataset)
    national = ("National", "Total", "Total")
    assert [found[f"{year}-03-31", *national, "Total"] for year in (2019, 2020, 2021)] == [498, 449, 536]
    assert [found[f"{year}-03-31", *national, "Child death"] for year in (2019, 2020, 2021)] == [
        None,
        188,
        223,
    ]
    assert found["2020-03-31", *national, "Serious harm"] == 1253
    assert sorted(dataset.as_written["number"].values()) == ["..", "c"]
    assert column(dataset, "number_of_children")[:3] == [520, 470, 560]
    (shares,) = of_kind(dataset, ProblemKind.LEFT_OUT)
    assert (shares.row, shares.value) == (8, "Percentage deaths")


def test_years_down_and_measures_across_give_the_published_figures(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        ("Year", "Notifications", "Children", "Deaths", "Serious harm", "Other"),
        (2020, 482, 514, 206, 267, 9),
        (2021, 379, 398, 156, 242, None),
        title="Panel",
    )
    state = default_state(dataset)
    assert (state.unit, state.period) == (Unit.NOTIFICATIONS, PeriodKind.CALENDAR_YEAR)
    rows = summarise(dataset, state).rows
    assert [
        (row.period.label, row["notifications"].figure.value, row["deaths"].figure.value)
        for row in rows
        if row.period
    ] == [("2020", 482, 206), ("2021", 379, 156)]


def test_two_rows_of_headings_sections_and_places(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        ("Notifications by place and sex, years ending 31 March",),
        ("Area", 2020, None, 2021, None),
        (None, "Deaths", "Serious harm", "Deaths", "Serious harm"),
        ("North East", 1, 2, 3, 4),
        ("London", 5, 6, "[c]", 8),
        ("Leeds", 1, 1, 1, 1),
        ("England", 6, 8, "c", 12),
        ("Gender",),
        ("Male", 3, 3, 3, 3),
        ("Female", 2, 2, 2, 2),
        ("Total", 6, 8, "c", 12),
    )
    assert accounted(dataset)
    found = counts(dataset)
    assert found["2020-03-31", "North East", "Total", "Total", "Serious harm"] == 2
    assert found["2021-03-31", "London", "Total", "Total", "Child death"] is None
    assert found["2021-03-31", "Leeds", "Total", "Total", "Child death"] == 1
    assert found["2020-03-31", "National", "Total", "Total", "Child death"] == 6
    assert found["2021-03-31", "National", "sex", "Female", "Serious harm"] == 2


def test_a_title_that_names_one_authority_is_about_that_authority(tmp_path: Path) -> None:
    dataset = table(
        tmp_path, ("Notifications in Devon",), ("Outcome", 2020, 2021), ("Child death", 1, 2), ("Total", 4, 5)
    )
    assert set(column(dataset, "local_authority")) == {"Devon"}
    assert set(column(dataset, "region")) == {"South West"}


@pytest.mark.parametrize(
    ("label", "place", "nature"),
    [
        ("North East total", "North East", "Total"),
        ("Gateshead1", "Gateshead", "Total"),
        ("All England", "National", "Total"),
        ("Total (all outcomes)", "National", "Total"),
        ("Incidents resulting in death", "National", "Child death"),
        ("Serious harm to a child", "National", "Serious harm"),
        ("Other notifications [note 4]", "National", "Other"),
    ],
)
def test_a_row_is_what_its_label_says(tmp_path: Path, label: str, place: str, nature: str) -> None:
    found = counts(table(tmp_path, TITLE, YEARS, (label, 4, 5, 6), ("Male", 1, 2, 3)))
    assert found["2019-03-31", place, "Total", "Total", nature] == 4


def test_labels_that_are_no_known_thing_are_a_breakdown_of_their_own(tmp_path: Path) -> None:
    dataset = table(
        tmp_path, TITLE, ("Cause of death", "2019-20", "2020-21"), ("Sudden", 4, 5), ("Accident", 1, 2)
    )
    assert {(topic, value) for _, _, topic, value, _ in counts(dataset)} == {
        ("cause", "Sudden"),
        ("cause", "Accident"),
    }


@pytest.mark.parametrize(
    "rows",
    [
        (("Spending", "2019-20", "2020-21"), ("Staff", 4, 5), ("Rent", 1, 2)),
        (("Year", "Staff", "Rent"), (2020, 4, 5), (2021, 6, 7)),
    ],
)
def test_a_wide_table_about_something_else_stays_plain(tmp_path: Path, rows: Sequence[Row]) -> None:
    path = workbook(tmp_path / "a.xlsx", rows)
    assert read(path).shape is Shape.PLAIN
    if rows[0][0] == "Spending":
        wish = ReadingChoices(
            corrections=((TableId("a.xlsx", "Records"), Correction(shape=Shape.AGGREGATE)),)
        )
        assert read_files([path], wish, Progress()).shape is Shape.AGGREGATE


def test_a_list_cannot_be_wished_to_be_counts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", (("Name", "Size"), ("Pen", 3), ("Ink", 4)))
    wish = ReadingChoices(corrections=((TableId("a.xlsx", "Records"), Correction(shape=Shape.AGGREGATE)),))
    with pytest.raises(UserError, match="cannot be read as counts by period"):
        read_files([path], wish, Progress())


def test_check_calls_it_wide_and_names_what_its_columns_are(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", (TITLE, YEARS, ("Deaths", 1, 2, 3), ("Serious harm", 4, 5, 6)))
    (sheet,) = inspect_file(path, Progress()).sheets
    assert (sheet.kind, sheet.shape, sheet.rows_used) == ("wide", "published counts", 2)
    assert [each.heading for each in sheet.columns] == list(YEARS)


def test_months_down_and_years_across_give_the_months_of_each_year(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        ("Serious incident notifications by month",),
        ("Month", "2021/22", "2022/23"),
        ("April", 4, 6),
        ("Dec", 5, 7),
        ("March", 3, "c"),
        ("Total", 40, 50),
    )
    assert {
        (start.isoformat(), end.isoformat()): number
        for start, end, number in zip(
            *(column(dataset, key) for key in ("period_start", "period_end", "number")), strict=True
        )
    } == {
        ("2021-04-01", "2021-04-30"): 4,
        ("2022-04-01", "2022-04-30"): 6,
        ("2021-12-01", "2021-12-31"): 5,
        ("2022-12-01", "2022-12-31"): 7,
        ("2022-03-01", "2022-03-31"): 3,
        ("2023-03-01", "2023-03-31"): None,
        ("2021-04-01", "2022-03-31"): 40,
        ("2022-04-01", "2023-03-31"): 50,
    }
    assert accounted(dataset)


def test_quarters_across_belong_to_the_year_of_their_row(tmp_path: Path) -> None:
    dataset = table(
        tmp_path, ("SINs by quarter",), ("Year", "Q1 (Apr-Jun)", "Q4"), ("2020-21", 9, 8), ("2021-22", 7, 6)
    )
    ends = [end.isoformat() for end in column(dataset, "period_end")]
    assert dict(zip(ends, column(dataset, "number"), strict=True)) == {
        "2020-06-30": 9,
        "2021-03-31": 8,
        "2021-06-30": 7,
        "2022-03-31": 6,
    }


def test_a_column_of_codes_names_nothing_that_the_names_do_not(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        TITLE,
        ("Area code", "Area", "2019-20", "2020-21"),
        ("E92000001", "England", 449, 536),
        ("E12000001", "North East", 20, 21),
        ("E06000005", "Darlington", "c", 2),
    )
    assert counts(dataset)["2021-03-31", "National", "Total", "Total", "Total"] == 536
    assert counts(dataset)["2020-03-31", "North East", "Total", "Total", "Total"] == 20
    assert counts(dataset)["2021-03-31", "Darlington", "Total", "Total", "Total"] == 2


def test_codes_alone_name_the_places(tmp_path: Path) -> None:
    dataset = table(
        tmp_path, TITLE, ("Code", "2019-20", "2020-21"), ("E92000001", 449, 536), ("E12000007", 74, 92)
    )
    assert counts(dataset)["2020-03-31", "National", "Total", "Total", "Total"] == 449
    assert counts(dataset)["2021-03-31", "London", "Total", "Total", "Total"] == 92


def test_first_and_last_days_say_the_period_better_than_its_label(tmp_path: Path) -> None:
    dataset = table(
        tmp_path,
        ("series", "period", "period_start", "period_end", "deaths", "serious_harm"),
        ("DfE", "2024", "2023-04-01", "2024-03-31", 205, 180),
        ("DfE", "2025", "2024-04-01", "2025-03-31", 162, 167),
        ("Panel", "2021", "2021-01-01", "2021-12-31", 156, 223),
        ("Panel", "the first months", "2018-07-01", None, 9, 9),
    )
    assert counts(dataset)["2024-03-31", "National", "series", "DfE", "Child death"] == 205
    assert counts(dataset)["2021-12-31", "National", "series", "Panel", "Serious harm"] == 223
    assert len(column(dataset, "number")) == 6
    assert accounted(dataset)
    assert default_state(dataset).period is PeriodKind.FINANCIAL_YEAR  # two of them, and one calendar year


def test_deaths_under_a_title_about_something_else_are_no_notifications(tmp_path: Path) -> None:
    rows = (
        ("Year", "Total deaths", "of which children", "Serious harm"),
        (2019, 100, 3, 900),
        (2020, 90, 4, 850),
    )
    other = table(tmp_path, ("Road traffic casualties, Wales",), (), *rows)
    assert other.shape is Shape.PLAIN
    ours = table(tmp_path, ("Safeguarding figures for the year",), (), *rows)
    assert ours.shape is Shape.AGGREGATE


def test_marks_behind_numbers_are_told_and_the_numbers_counted(tmp_path: Path) -> None:
    rows = (
        TITLE,
        (),
        ("Measure", "2019", "2020", "2021"),
        ("Notifications", "379 [b]", "482 (p)", "379 [r]"),
    )
    dataset = table(tmp_path, *rows)
    assert column(dataset, "number") == [379, 482, 379]
    told = [problem.what for problem in of_kind(dataset, ProblemKind.SHORTHAND)]
    assert told == [
        "“[b]” (break in time series) stands behind a number in 1 row",
        "“[p]” (provisional) stands behind a number in 1 row",
        "“[r]” (revised) stands behind a number in 1 row",
    ]


def test_what_the_columns_of_a_wide_table_were_taken_for_is_said_in_words(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", (TITLE, (), YEARS, ("Notifications", 1, 2, 3)))
    (sheet,) = inspect_file(path, Progress()).sheets
    assert [column.taken_for for column in sheet.columns] == ["What a row is about", *["Counts"] * 3]
