"""Headings of records without a record are a table of no rows; notes, covers and forms are none."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.domain.units import Shape
from desktop_app.reading import inspect_file
from desktop_app.reading.finding.empty_tables import empty_table
from desktop_app.reading.finding.region import Region
from tests.unit.reading.books import HEADINGS, RECORDS, Row, read, text_table, workbook
from tests.unit.reading.test_finding_tables import grid, rows_of


def found(*rows: Sequence[object]) -> Region | None:
    return empty_table(grid(*rows))


def test_headings_without_records_are_a_table_that_ends_with_them() -> None:
    title = ("Return of serious incidents",)
    explained = ("Your own", "dd/mm/yyyy", "dd/mm/yyyy", "Choose one", "name", "name")
    for rows, end in (((HEADINGS,), 0), ((title, (), HEADINGS), 2), ((HEADINGS, explained), 0)):
        region = found(*rows)
        assert region is not None
        assert rows_of(region) == ((end,), end + 1, end)
        assert region.headings == HEADINGS


@pytest.mark.parametrize(
    "rows",
    [
        (("Notes",), ("This workbook lists notifications by date notified and region.",)),
        (("Date notified", "the day on which the Panel was told"), ("Region", "one of nine")),
        (("Reference", "SI-1", "Nature", "Child death"),),
        (("Date notified:", "5 March 2021", "Region:", "London"),),
        (("Name", "Address", "Telephone"),),
        (("Region", "Local authority"),),
        (HEADINGS, *RECORDS),
        ((),),
    ],
)
def test_words_forms_and_tables_with_rows_are_no_empty_tables(rows: tuple[Row, ...]) -> None:
    assert found(*rows) is None


def test_an_empty_return_opens_with_its_columns(tmp_path: Path) -> None:
    for path in (
        workbook(tmp_path / "a.xlsx", [HEADINGS]),
        text_table(tmp_path / "a.csv", ",".join(HEADINGS)),
    ):
        dataset = read(path)
        assert len(dataset.frame) == 0
        assert [column.heading for column in dataset.columns] == list(HEADINGS)
        assert dataset.shape is Shape.NOTIFICATIONS
        assert [problem.what for problem in dataset.problems] == ["The sheet has headings and no records yet"]
        (source,) = dataset.sources
        assert (source.rows_read, source.rows_used) == (0, 0)


def test_a_report_names_no_rows_of_data(tmp_path: Path) -> None:
    (sheet,) = inspect_file(workbook(tmp_path / "a.xlsx", [HEADINGS]), Progress()).sheets
    assert (sheet.kind, sheet.header_rows, sheet.first_data_row, sheet.last_data_row) == (
        "records",
        (1,),
        None,
        None,
    )


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """Give a workbook with records on one sheet, and others that hold next to nothing."""
    path = workbook(tmp_path / "a.xlsx", [HEADINGS, *RECORDS], "2021")
    book = openpyxl.load_workbook(path)
    book.create_sheet("2022").append(HEADINGS)
    book.create_sheet("2023")
    book.create_sheet("Key").append(("Colour", "Size"))
    book.create_sheet("Notes")["A1"] = "This return was made in March."
    book["Notes"]["A2"] = "Please send it back by the end of the month, with all that is asked for."
    book.save(path)
    return path


def test_where_another_sheet_holds_records_empty_headings_are_read_only_by_their_name(beside: Path) -> None:
    assert [source.sheet for source in read(beside).sources] == ["2021"]
    dataset = read(beside, sheet="2022")
    assert len(dataset.frame) == 0
    assert "The sheet has headings and no records yet" in [problem.what for problem in dataset.problems]


@pytest.mark.parametrize(
    ("sheet", "lack"),
    [
        ("2023", "is empty."),
        ("key", "holds no table: only one of its rows is filled."),
        ("Notes", "holds no table."),
    ],
)
def test_a_sheet_without_a_table_is_told_for_what_it_is(beside: Path, sheet: str, lack: str) -> None:
    with pytest.raises(UserError, match=r"a\.xlsx") as told:
        read(beside, sheet=sheet)
    assert told.value.title.endswith(f"of a.xlsx {lack}")
    assert told.value.hint == "Choose “2021”."


def test_an_empty_return_can_be_added_to_others(tmp_path: Path) -> None:
    full = workbook(tmp_path / "full.xlsx", [HEADINGS, *RECORDS])
    empty = workbook(tmp_path / "empty.xlsx", [HEADINGS])
    dataset = read(full, empty)
    assert len(dataset.frame) == len(RECORDS)
    assert [source.rows_used for source in dataset.sources] == [len(RECORDS), 0]
