"""Numbers of children that cannot be are found, kept as they are, and not counted."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.state import ViewState
from tests.unit.reading.books import of_kind, read, text_table, workbook

HEAD = "Reference,Date notified,Nature,Number of children"


@pytest.mark.parametrize("number", ["-3", "2.5", "1000", "1000000000000000000"])
def test_an_impossible_number_of_children_is_told_and_counts_as_not_given(
    tmp_path: Path, number: str
) -> None:
    rows = (
        f"A,13/02/2020,Child death,{number}",
        "B,14/12/2020,Serious harm,2",
        "C,15/12/2020,Serious harm,10",
    )
    dataset = read(text_table(tmp_path / "a.csv", HEAD, *rows))
    (found,) = of_kind(dataset, ProblemKind.INCONSISTENT)
    assert found.row == 2
    assert found.what == f"{float(number):g} is no number of children that a notification can concern"
    children = compute(dataset, ViewState(), date(2026, 1, 1)).rows[0]["children"].figure
    assert (children.value, children.at_least) == (12, True)


def test_none_and_more_than_ten_children_are_told_and_counted_as_they_stand(tmp_path: Path) -> None:
    rows = (f"R{number},13/02/2020,Serious harm,{number}" for number in (0, 1, 10, 11, 40))
    dataset = read(text_table(tmp_path / "a.csv", HEAD, *rows))
    found = [(each.row, each.what) for each in of_kind(dataset, ProblemKind.INCONSISTENT)]
    assert found == [
        (2, "0 children are given for a notification, which concerns one child at least"),
        (5, "11 children are given for one notification, which is more than 10"),
        (6, "40 children are given for one notification, which is more than 10"),
    ]
    children = compute(dataset, ViewState(), date(2026, 1, 1)).rows[0]["children"].figure
    assert (children.value, children.at_least) == (62, False)


@pytest.mark.parametrize(
    ("written", "lack"), [("1.379", "a whole number"), (12.5, "a whole number"), ("(379)", "a number")]
)
def test_what_is_no_count_of_notifications_is_told_and_not_counted(
    tmp_path: Path, written: object, lack: str
) -> None:
    rows = (("Serious incident notifications",), ("Year", "Notifications"), (2019, written), (2020, 482))
    dataset = read(workbook(tmp_path / "a.xlsx", rows))
    (found,) = of_kind(dataset, ProblemKind.NUMBER)
    assert found.row == 3
    assert found.what == f"“{written}” is not {lack} (in 1 row)"
    result = compute(dataset, ViewState(), date(2026, 1, 1))
    assert [row["notifications"].figure.value for row in result.rows] == [None, 482]


def test_a_column_of_words_among_counts_is_told(tmp_path: Path) -> None:
    rows = (
        ("Serious incident notifications",),
        ("Year", "Notifications", "Deaths"),
        (2019, 379, "156,0"),
        (2020, 482, "160,0"),
    )
    told = [found.what for found in of_kind(read(workbook(tmp_path / "a.xlsx", rows)), ProblemKind.STRUCTURE)]
    assert told == ["“Deaths” holds no count of notifications for a period that is understood"]
