"""The sheet as it stands: Excel's numbers and letters, and what each row and column was taken for."""

from dataclasses import replace

import pytest

from desktop_app.domain.how_read import (
    ColumnReading,
    FileReading,
    RowMark,
    SheetKind,
    SheetReading,
    TableReading,
)
from desktop_app.domain.problems import Place, Problem, ProblemKind
from desktop_app.domain.reading_choices import NOT_USED, DateOrder, TableId
from desktop_app.domain.specs import ColumnKind
from desktop_app.presentation.reading.how_read import HowRead, account_words, column_number, columns_table

ID, OTHER = TableId("a.xlsx", "Returns"), TableId("a.xlsx", "Returns", 2)
COLUMNS = (
    ColumnReading("B", "LA", "local_authority", "Local authority", ColumnKind.CATEGORY, ("Kent", "Leeds")),
    ColumnReading(
        "C", "Sent", "date_notified", "Date notified", ColumnKind.DATE, (), DateOrder.DAY_FIRST, False
    ),
    ColumnReading("D", "Checked", None, "Checked", ColumnKind.TEXT),
    ColumnReading("E", "Rubbish", NOT_USED, "Not used", ColumnKind.TEXT),
)
TABLE = TableReading(ID, True, (2, 3), 4, 1_000_000, (), "a row per notification", "why", 9, 8, COLUMNS)
BELOW = TableReading(OTHER, False, (1_000_003,), 1_000_004, 1_000_009, ())
LEFT_OUT = Problem(
    ProblemKind.LEFT_OUT, "a.xlsx", "Returns", 1_000_000, None, "", "The row is a total.", "Left out."
)


class Cells:
    """A million rows, each cell made up when it is asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def text(self, row: int, column: int) -> str:
        self.asked += 1
        return f"{column}:{row}"

    def hidden(self, row: int) -> bool:
        return row == 5


@pytest.fixture
def cells() -> Cells:
    return Cells()


@pytest.fixture
def how_read(cells: Cells) -> HowRead:
    sheet = SheetReading(
        "Returns", SheetKind.TABLE, False, 1_000_010, 300, (TABLE, BELOW), ("A", "B", "C"), ("C",), cells
    )
    notes = SheetReading("Notes", SheetKind.TEXT, True, 4, 1)
    return HowRead((FileReading("a.xlsx", (sheet, notes)),), (LEFT_OUT,))


def test_every_row_says_what_it_was_taken_for_and_none_is_made_before_it_is_looked_at(
    how_read: HowRead, cells: Cells
) -> None:
    grid = how_read.grid(ID)
    assert grid.row_count == 1_000_010
    assert cells.asked == 0
    assert {number: grid.cell(number - 1, 0).text for number in (1, 2, 3, 4, 5, 1_000_000, 1_000_004)} == {
        1: "Not in the table",
        2: "Heading",
        3: "Heading",
        4: "Data",
        5: "Data (hidden)",
        1_000_000: "Left out: the row is a total",
        1_000_004: "Not in the table",
    }
    assert grid.row_number(6) == "7"
    assert grid.cell(6, 2).text == "1:7"


def test_a_table_that_is_not_read_is_marked_while_it_is_looked_at(how_read: HowRead) -> None:
    assert how_read.grid(OTHER).mark(1_000_002) is RowMark.HEADING


def test_columns_stand_under_their_letters_with_what_they_were_taken_for(how_read: HowRead) -> None:
    titles = [column.title for column in how_read.grid(ID).columns]
    assert titles == ["Taken for", "A", "B\nLocal authority", "C (hidden)\nDate notified"]
    assert how_read.columns_left(ID) == " Of 300 columns the first 3 are shown."


def test_the_list_of_columns_says_meaning_type_and_examples_and_marks_doubt() -> None:
    rows = [[cell.text for cell in row] for row in columns_table(TABLE).rows]
    assert rows == [
        ["LA", "Local authority", "category", "Kent · Leeds"],
        ["Sent", "Date notified", "date, day first?", ""],
        ["Checked", "Kept as it is", "text", ""],
        ["Rubbish", "Not used", "", ""],
    ]


def test_the_account_says_what_became_of_the_rows_and_what_they_stand_for() -> None:
    assert account_words(TABLE) == "9 rows read, 8 used, 1 left out. Taken for a row per notification: why."
    assert account_words(replace(TABLE, rows_used=9)).startswith("9 rows read, 9 used. Taken")
    assert account_words(BELOW) == "This table is not read."


def test_every_table_is_offered_and_a_sheet_without_one_too(how_read: HowRead) -> None:
    assert [(offer.words, offer.read) for offer in how_read.offers] == [
        ("Returns: rows 4 to 1,000,000", True),
        ("Returns: rows 1,000,004 to 1,000,009, not read", False),
        ("Notes (hidden): no table found", False),
    ]


def test_a_place_leads_to_the_table_that_holds_it_else_to_one_on_its_sheet(how_read: HowRead) -> None:
    assert how_read.table_at(Place("a.xlsx", "Returns", 1_000_000)) == ID
    assert how_read.table_at(Place("a.xlsx", "Returns", 1)) == ID
    assert how_read.table_at(Place("a.xlsx", "Notes", 1)) is None


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_letters_count_as_excel_counts_them(letters: str, number: int) -> None:
    assert column_number(letters) == number
