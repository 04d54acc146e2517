"""Whether a row is a notification or a child is decided from evidence."""

from pathlib import Path

import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from tests.unit.reading.books import of_kind, read, text_table

CHILDREN, NOTIFICATIONS = Shape.CHILDREN, Shape.NOTIFICATIONS


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (("Ref,Date notified,Age", "A1,04/01/2021,3", "A2,05/01/2021,4"), NOTIFICATIONS),
        (("Ref,Date notified,Child number", "A1,04/01/2021,1", "A2,05/01/2021,1"), CHILDREN),
        (("Ref,Date notified,Age", "A1,04/01/2021,3", "A1,04/01/2021,5", "A2,05/01/2021,4"), CHILDREN),
        (
            ("Ref,Date notified,Number of children", "A1,04/01/2021,2", "A1,04/01/2021,2", "A2,05/01/2021,1"),
            CHILDREN,
        ),
        (("Ref,Date notified,Age", "A1,04/01/2021,3", "A1,09/02/2021,5", "A2,05/01/2021,4"), NOTIFICATIONS),
        (("Ref,Date notified,Age", "A1,04/01/2021,3", "A1,04/01/2021,3", "A2,05/01/2021,4"), NOTIFICATIONS),
        (("Date notified,Nature,Age", "04/01/2021,Death,3", "04/01/2021,Death,5"), NOTIFICATIONS),
    ],
)
def test_the_shape_follows_from_what_repeats(tmp_path: Path, lines: tuple[str, ...], shape: Shape) -> None:
    dataset = read(text_table(tmp_path / "a.csv", *lines))
    assert dataset.shape is shape
    assert dataset.shape_reason


def test_one_reference_that_repeats_stands_in_several_rows(tmp_path: Path) -> None:
    lines = ("Ref,Date notified,Age", "A1,04/01/2021,3", "A1,04/01/2021,5", "A2,05/01/2021,4")
    reason = read(text_table(tmp_path / "a.csv", *lines)).shape_reason
    assert reason.startswith("1 of 2 references stands in several rows")


def test_a_table_without_dates_or_references_is_plain(tmp_path: Path) -> None:
    assert read(text_table(tmp_path / "a.csv", "Item,Cost", "Pens,3", "Paper,4")).shape is Shape.PLAIN


def test_a_reference_used_twice_is_reported_and_both_rows_stay(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Ref,Date notified,Local authority",
        "A1,04/01/2021,Kent",
        "A2,05/01/2021,Devon",
        "A1,06/01/2021,Leeds",
    )
    dataset = read(path)
    (problem,) = of_kind(dataset, ProblemKind.DUPLICATE)
    assert (problem.row, problem.value, len(dataset.frame)) == (4, "A1", 3)
    assert problem.what == (
        "The reference also stands in row 2, with another date notified, local authority and region"
    )


def test_the_same_child_twice_is_reported_but_siblings_are_not(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Ref,Child number,Date notified,Age",
        "A1,1,04/01/2021,3",
        "A1,2,04/01/2021,5",
        "A2,1,05/01/2021,4",
        "A2,2,05/01/2021,6",
        "A2,2,05/01/2021,6",
    )
    dataset = read(path)
    assert dataset.shape is CHILDREN
    assert [problem.row for problem in of_kind(dataset, ProblemKind.DUPLICATE)] == [6]


def test_a_death_of_several_children_is_reported_only_where_a_row_is_a_notification(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Ref,Date notified,Nature,Number of children",
        "A1,04/01/2021,Child death,2",
        "A2,05/01/2021,Serious harm,2",
    )
    (problem,) = of_kind(read(path), ProblemKind.INCONSISTENT)
    assert (problem.row, problem.value) == (2, "2")
