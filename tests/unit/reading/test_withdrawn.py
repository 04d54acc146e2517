"""Records that the file marks as withdrawn are counted, told, and can be filtered out."""

import os
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop_app.domain.problems import ProblemKind
from tests.unit.reading.books import HEADINGS, RECORDS, column, of_kind, read, workbook


@pytest.mark.parametrize(
    ("heading", "written", "mark"),
    [
        ("Status", "Withdrawn", "Withdrawn"),
        ("Status", "withdrawn by LA on 5 May", "Withdrawn"),
        ("Comment", "SIN withdrawn", "Withdrawn"),
        ("Status", "Duplicate of 00123", "Duplicate"),
        ("Stage", "Entered in error", "Entered in error"),
        ("Panel view", "Not notifiable", "Not notifiable"),
        ("Withdrawn?", "Y", "Withdrawn"),
        ("Duplicate (Y/N)", "x", "Duplicate"),
        ("Status", "Open", None),
        ("Status", "Withdrawal symptoms", None),
        ("Withdrawn?", "N", None),
        ("Contact", "mother withdrawn and low", None),
    ],
)
def test_what_marks_a_record(tmp_path: Path, heading: str, written: str, mark: str | None) -> None:
    rows = [(*HEADINGS, heading), (*RECORDS[0], None), (*RECORDS[1], written), (*RECORDS[2], None)]
    dataset = read(workbook(tmp_path / "a.xlsx", rows))
    assert dataset.has("marked") == (mark is not None)
    if mark:
        assert column(dataset, "marked") == [None, mark, None]
        (problem,) = of_kind(dataset, ProblemKind.WITHDRAWN)
        assert (problem.row, problem.column) == (3, heading)
    assert len(dataset.frame) == 3


def test_rows_that_are_struck_through(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADINGS, *RECORDS])
    book = openpyxl.load_workbook(path)
    for row, cells in ((3, 6), (4, 1)):  # of the second row one cell only: a correction
        for cell in book.active[row][:cells]:
            cell.font = Font(strike=True)
    book.active["A2"].font = Font(bold=True)
    book.save(path)
    dataset = read(path)
    assert column(dataset, "marked") == [None, "Struck through", None]
    (problem,) = of_kind(dataset, ProblemKind.WITHDRAWN)
    assert (problem.row, problem.what) == (3, "The row is struck through")


def test_mistyped_years_are_set_aside_and_told(tmp_path: Path) -> None:
    days = [date(2021, 1, day) for day in range(1, 19)]
    rows = [
        (f"R{at}", day, "Serious harm") for at, day in enumerate([*days, date(1921, 3, 4), date(2051, 3, 4)])
    ]
    dataset = read(workbook(tmp_path / "a.xlsx", [("Reference", "Date notified", "Nature"), *rows]))
    assert column(dataset, "date_notified")[-3:] == [days[-1], None, None]
    assert dataset.as_written["date_notified"] == {18: "04/03/1921", 19: "04/03/2051"}
    assert [problem.row for problem in of_kind(dataset, ProblemKind.DATE)] == [20, 21]


def test_harm_long_past_and_columns_of_few_dates_stay(tmp_path: Path) -> None:
    days = [date(1985, 1, 1), *(date(2021, 1, day) for day in range(1, 19))]
    table = [
        ("Reference", "Date of incident", "Nature"),
        *((f"R{at}", day, "Other") for at, day in enumerate(days)),
    ]
    assert column(read(workbook(tmp_path / "a.xlsx", table)), "date_of_incident") == days
    few = [table[0], table[1], ("R9", date(2051, 1, 1), "Other")]
    assert column(read(workbook(tmp_path / "b.xlsx", few)), "date_of_incident") == [days[0], date(2051, 1, 1)]


def test_a_notification_from_after_the_file_was_saved_is_mistyped(tmp_path: Path) -> None:
    days = [date(2021, 1, day) for day in range(1, 19)]
    headings = ("Reference", "Date notified", "Review due", "Nature")
    rows = [(f"R{at}", day, day, "Serious harm") for at, day in enumerate([*days, date(2022, 1, 19)])]
    path = workbook(tmp_path / "a.xlsx", [headings, *rows])
    for month, last in ((5, None), (12, None)):
        noon = datetime(2021, month, 1, 12).timestamp()
        os.utime(path, (noon, noon))
        assert column(read(path), "date_notified") == [*days, last]
        assert column(read(path), "review_due")[-1] == date(2022, 1, 19)  # what is planned may lie ahead
    (problem,) = of_kind(read(path), ProblemKind.DATE)
    assert (
        problem.what == "“19/01/2022” is later than the file, which was saved on 1 December 2021 (in 1 row)"
    )
    noon = datetime(1980, 1, 1, 12).timestamp()  # a clock that tells nothing
    os.utime(path, (noon, noon))
    assert column(read(path), "date_notified") == [*days, date(2022, 1, 19)]
