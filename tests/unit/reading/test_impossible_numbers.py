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
        "C,15/12/2020,Serious harm,0",
    )
    dataset = read(text_table(tmp_path / "a.csv", HEAD, *rows))
    (found,) = of_kind(dataset, ProblemKind.INCONSISTENT)
    assert found.row == 2
    assert found.what == f"{float(number):g} is no number of children that a notification can concern"
    children = compute(dataset, ViewState(), date(2026, 1, 1)).rows[0]["children"].figure
    assert (children.value, children.at_least) == (2, True)


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
