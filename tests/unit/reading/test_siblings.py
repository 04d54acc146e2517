"""A notification that is written out only beside its first child holds for the children below it."""

from datetime import date
from pathlib import Path

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from tests.unit.reading.books import accounts_add_up, column, of_kind, read, workbook

HEADINGS = ("Reference", "Date notified", "Local authority", "Child", "Age", "Nature")
FIRST, SECOND = date(2021, 3, 4), date(2021, 5, 6)


def test_further_children_belong_to_the_notification_above(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("R1", FIRST, "Kent", "A", 4, "Child death"),
        (None, None, None, "B", 7, "Serious harm"),
        (None, None, None, "C", 9, "Serious harm"),
        ("R2", SECOND, "Leeds", "A", 1, "Serious harm"),
    ]
    dataset = read(workbook(tmp_path / "a.xlsx", rows))
    assert dataset.shape is Shape.CHILDREN
    assert column(dataset, "reference") == ["R1", "R1", "R1", "R2"]
    assert column(dataset, "date_notified") == [FIRST, FIRST, FIRST, SECOND]
    assert column(dataset, "local_authority") == ["Kent", "Kent", "Kent", "Leeds"]
    assert column(dataset, "age") == [4, 7, 9, 1]
    assert accounts_add_up(dataset)
    told = [problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE)]
    assert any("without anything about it (in 2 rows)" in what for what in told)


def test_a_record_that_says_something_of_its_own_is_left_as_it_is(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("R1", FIRST, "Kent", "A", 4, "Child death"),
        (None, SECOND, None, "B", 7, "Serious harm"),  # another day: perhaps another notification
        (None, None, None, "C", 9, "Serious harm"),  # below a row without a reference
    ]
    dataset = read(workbook(tmp_path / "a.xlsx", rows))
    assert column(dataset, "reference") == ["R1", None, None]


def test_a_long_run_of_rows_without_a_reference_is_no_family(tmp_path: Path) -> None:
    lonely = [(None, None, None, str(at), at, "Serious harm") for at in range(2, 14)]
    dataset = read(
        workbook(tmp_path / "a.xlsx", [HEADINGS, ("R1", FIRST, "Kent", "A", 4, "Child death"), *lonely])
    )
    assert column(dataset, "reference") == ["R1", *[None] * 12]


def test_further_children_that_are_alike_are_children_all_the_same(tmp_path: Path) -> None:
    rows = [
        (*HEADINGS[:3], *HEADINGS[4:]),
        ("R1", FIRST, "Kent", 4, "Serious harm"),
        (None, None, None, 4, "Serious harm"),
    ]
    assert read(workbook(tmp_path / "a.xlsx", rows)).shape is Shape.CHILDREN
