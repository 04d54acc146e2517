"""Tables as offices write them: signed, side by side, with competing columns, dated by their title alone."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from desktop_app.services.usecases import default_state
from tests.unit.reading.books import Row, accounts_add_up, column, of_kind, read, workbook

DAYS = (date(2022, 1, 4), date(2022, 5, 6), date(2022, 9, 8))
NATURES = ("Child death", "Serious harm", "Other")


def table(tmp_path: Path, *rows: Row) -> Dataset:
    return read(workbook(tmp_path / "a.xlsx", rows))


def counts(dataset: Dataset) -> dict[tuple[object, ...], object]:
    """Return the numbers by place and nature."""
    keys = ("level", "region", "local_authority", "nature")
    rows = zip(*(column(dataset, key) for key in (*keys, "number")), strict=True)
    return {
        (authority or region or level, nature): number for level, region, authority, nature, number in rows
    }


def test_the_column_that_holds_natures_is_the_nature_whatever_its_heading(tmp_path: Path) -> None:
    rows = [(f"U{at}", DAYS[at], NATURES[at], "No further review") for at in range(3)]
    dataset = table(tmp_path, ("Ref", "Notification date", "Incident type", "Outcome"), *rows)
    assert column(dataset, "nature") == list(NATURES)
    told = [problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE)]
    assert "“Outcome” holds no nature of notifications that is known" in told


def test_codes_for_natures_are_no_natures_and_no_deaths_are_counted(tmp_path: Path) -> None:
    rows = [(f"U{at}", DAYS[at], at + 1) for at in range(3)]
    dataset = table(tmp_path, ("Ref", "Date notified", "Nature"), *rows)
    assert not dataset.has("nature")


def test_children_are_told_apart_by_their_names(tmp_path: Path) -> None:
    rows = [
        (1, DAYS[0], "Ann", "Serious harm"),
        (1, DAYS[0], "Bob", "Serious harm"),
        (2, DAYS[1], "Cy", "Death"),
    ]
    dataset = table(tmp_path, ("Incident no.", "Date notified", "Child name", "Outcome"), *rows)
    assert dataset.shape is Shape.CHILDREN


def test_a_row_that_signs_the_table_is_no_record(tmp_path: Path) -> None:
    rows = [(at + 1, DAYS[at], NATURES[at], 1) for at in range(3)]
    signed = [
        ("Prepared by J Smith", date(2023, 1, 12)),
        ("Approved", "P. Director", "DCS", date(2023, 1, 14)),
    ]
    dataset = table(tmp_path, ("SIN no", "Date notified", "Type", "Children"), *rows, *signed)
    assert len(dataset.frame) == 3
    assert accounts_add_up(dataset)
    assert [problem.row for problem in of_kind(dataset, ProblemKind.LEFT_OUT)] == [5, 6]


def test_when_the_sheet_was_printed_is_no_group_of_headings(tmp_path: Path) -> None:
    rows = [(f"U{at}", DAYS[at], NATURES[at]) for at in range(3)]
    dataset = table(tmp_path, ("Printed", date(2023, 1, 3)), ("Reference", "Date notified", "Nature"), *rows)
    assert column(dataset, "nature") == list(NATURES)


def test_lists_of_two_years_side_by_side_are_read_together(tmp_path: Path) -> None:
    head = ("Ref", "Notified", "Nature")
    rows = [(f"A{at}", DAYS[at], "Other", None, f"B{at}", DAYS[at], "Other") for at in range(3)]
    longer = (None, None, None, None, "B3", DAYS[2], "Child death")
    dataset = table(tmp_path, ("2021", None, None, None, "2022"), (*head, None, *head), *rows, longer)
    assert column(dataset, "reference") == ["A0", "A1", "A2", "B0", "B1", "B2", "B3"]


@pytest.mark.parametrize(
    ("written", "children"),
    [("two", 2), ("2 children", 2), ("3 (siblings)", 3), ("twins", 2), ("1 + unborn", None), ("?", None)],
)
def test_numbers_of_children_in_words(tmp_path: Path, written: str, children: int | None) -> None:
    dataset = table(tmp_path, ("Ref", "Date notified", "Number of children"), ("U1", DAYS[0], written))
    assert column(dataset, "children") == [children]


def test_dates_as_numbers_of_eight_digits(tmp_path: Path) -> None:
    rows = [("U1", 20220104), ("U2", 20220506), ("U3", 20221301)]
    dataset = table(tmp_path, ("NOTIF_ID", "NOTIF_DATE"), *rows)
    assert column(dataset, "date_notified") == [DAYS[0], DAYS[1], None]


def test_died_and_harmed_make_records_of_a_table_without_references(tmp_path: Path) -> None:
    rows = [(DAYS[0], None, 2), (DAYS[1], 1, None), (DAYS[2], None, 1)]
    dataset = table(tmp_path, ("Notif. date", "Died", "Harmed"), *rows)
    assert dataset.shape is Shape.NOTIFICATIONS
    assert column(dataset, "children") == [2, 1, 1]


def test_counts_of_a_year_that_only_the_title_names(tmp_path: Path) -> None:
    title = ("Collation of LA returns - calendar year 2022",)
    head = ("LA", "Deaths", "Serious harm", "All")
    rows = (("Devon", 3, 5, 8), ("Leeds", 0, 2, 2), ("ALL RETURNS", 3, 7, 10), ("% of all", 0.3, 0.7, 1))
    dataset = table(tmp_path, title, head, *rows)
    assert {str(day)[:10] for day in dataset.frame["period_end"]} == {"2022-12-31"}
    assert counts(dataset)["National", "Total"] == 10
    assert counts(dataset)["Devon", "Child death"] == 3
    told = [problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE)]
    assert any("the title of the table names 1 January 2022 to 31 December 2022" in what for what in told)


def test_a_title_of_two_years_or_another_subject_dates_nothing(tmp_path: Path) -> None:
    head, row = ("LA", "Deaths", "Serious harm"), ("Devon", 3, 5)
    no_period = (
        "Returns of 2021 and 2022",
        "Road traffic casualties, 2022",
        "Notifications as at 31 March 2023",
    )
    for title in no_period:
        assert table(tmp_path, (title,), head, row, row).shape is Shape.PLAIN


@pytest.mark.parametrize(
    "total", ["England (all)", "All authorities", "ALL LAs", "Sum of all areas", "Total"]
)
def test_totals_of_all_places_under_many_names(tmp_path: Path, total: str) -> None:
    rows = (("  Devon", 5, 2), ("South West sub-total", 13, 14), (total, 38, 41))
    dataset = table(
        tmp_path, ("Notifications by area",), (), ("Region / local authority", "2021", "2022"), *rows
    )
    numbers = dict(
        zip(
            zip(*(column(dataset, key) for key in ("level", "period_end")), strict=True),
            column(dataset, "number"),
            strict=True,
        )
    )
    assert numbers["National", date(2022, 12, 31)] == 41
    assert numbers["Regional", date(2021, 12, 31)] == 13


def test_numbers_beside_their_shares_are_the_counts(tmp_path: Path) -> None:
    head = (("Nature", "2021 ", None, "2022 ", None), (None, "n", "%", "n", "%"))
    rows = (("Child death", 3, 0.3, 4, 0.4), ("Serious harm", 7, 0.7, 6, 0.6), ("Total", 10, 1, 10, 1))
    dataset = table(tmp_path, ("Serious incident notifications",), (), *head, *rows)
    assert counts(dataset) == {
        ("National", "Child death"): 4,
        ("National", "Serious harm"): 6,
        ("National", "Total"): 10,
    }


def test_of_tables_on_one_sheet_the_one_with_all_notifications_comes_first(tmp_path: Path) -> None:
    ages = [(age, 1, 2) for age in ("Under 1", "1 to 5", "6 to 10", "11 to 15")]
    natures = [("Child death", 4, 5), ("Serious harm", 3, 2), ("Total", 7, 7)]
    blocks = (
        ("Notifications by age",),
        ("Age group", "2021", "2022"),
        *ages,
        (),
        (),
        ("Notifications by nature",),
    )
    dataset = table(tmp_path, *blocks, ("Nature", "2021", "2022"), *natures)
    assert counts(dataset)["National", "Total"] == 7


def test_a_list_without_headings_loses_no_record(tmp_path: Path) -> None:
    rows = [(f"W{at}", DAYS[at], "Kent", NATURES[at], at + 1) for at in range(3)]
    dataset = table(tmp_path, *rows)
    assert len(dataset.frame) == 3
    assert accounts_add_up(dataset)


def test_a_table_of_one_region_begins_with_its_total(tmp_path: Path) -> None:
    rows = (("Devon", 3, "c"), ("Cornwall", 7, 9), ("South West", 41, 52))
    head = ("Local authority", "2021", "2022")
    dataset = table(tmp_path, ("Serious incident notifications",), (), head, *rows)
    state = default_state(dataset)
    assert state.filters == (ValueFilter("region", ("South West",)),)
    result = compute(dataset, state, date(2026, 1, 1))
    assert [row["notifications"].figure.value for row in result.rows] == [41, 52]
    with_england = table(
        tmp_path, ("Serious incident notifications",), (), head, *rows, ("England", 400, 410)
    )
    assert default_state(with_england).filters == ()
