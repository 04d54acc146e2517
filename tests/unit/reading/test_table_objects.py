"""What Excel itself holds as a table is one, whatever stands around it."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from desktop_app.domain.progress import Progress
from desktop_app.reading import SheetReport, inspect_file


def sheets_of(path: Path, rows: list[list[object]], *tables: Table, title: str = "Data") -> list[SheetReport]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for table in tables:
        sheet.add_table(table)
    book.save(path)
    return list(inspect_file(path, Progress()).sheets)


def place(sheet: SheetReport) -> tuple[tuple[int, ...], int | None, int | None]:
    return sheet.header_rows, sheet.first_data_row, sheet.last_data_row


def test_a_table_object_is_read_where_it_stands_without_its_totals(tmp_path: Path) -> None:
    rows = [
        ["Team", "Lead", "Office", "Working notes beside"],
        ["Name", "Cases", "Posts"],
        ["North", 5, 2, "check"],
        ["South", 7, 3],
        ["Total", 12, 5],
        ["East", 1, 1],
    ]
    table = Table(displayName="Cases", ref="A2:C5", totalsRowCount=1)
    (sheet,) = sheets_of(tmp_path / "book.xlsx", rows, table)
    assert place(sheet) == ((2,), 3, 4)
    assert [column.heading for column in sheet.columns] == ["Name", "Cases", "Posts"]
    assert (sheet.rows_read, sheet.rows_used) == (2, 2)


def test_table_objects_side_by_side_are_two_tables(tmp_path: Path) -> None:
    rows = [
        ["Area", "2023", None, "Sex", "2023"],
        ["Kent", 5, None, "Girls", 2],
        ["Devon", 7, None, None, None],
    ]
    left, right = Table(displayName="Areas", ref="A1:B3"), Table(displayName="Sexes", ref="D1:E3")
    sheets = sheets_of(tmp_path / "book.xlsx", rows, left, right)
    assert [place(sheet) for sheet in sheets] == [
        ((1,), 2, 3),
        ((1,), 2, 2),
    ]  # blank rows at its end are none


def test_a_table_elsewhere_on_the_sheet_is_found_too(tmp_path: Path) -> None:
    rows = [["Area", "2022", "2023"], ["Kent", 5, 1], ["Devon", 7, 2], [], ["Sex", "Under 1", "Over 1"]]
    rows += [["Girls", 2, 3], ["Boys", 4, 5]]
    sheets = sheets_of(tmp_path / "book.xlsx", rows, Table(displayName="Areas", ref="A1:C3"))
    assert [place(sheet) for sheet in sheets] == [((1,), 2, 3), ((5,), 6, 7)]


def test_a_list_of_contents_held_as_a_table_is_still_none(tmp_path: Path) -> None:
    rows = [["Sheet", "Title"], ["A1", "By age"], ["A2", "By sex"]]
    (sheet,) = sheets_of(tmp_path / "book.xlsx", rows, Table(displayName="Toc", ref="A1:B3"), title="Start")
    assert sheet.kind == "text"


def test_rows_that_a_program_appended_below_a_table_object_are_not_lost(tmp_path: Path) -> None:
    rows = [["Area", "2022", "2023"], ["Kent", 5, 1], ["Devon", 7, 2], ["Leeds", 8, 3], ["Source: returns"]]
    (sheet,) = sheets_of(tmp_path / "book.xlsx", rows, Table(displayName="Areas", ref="A1:C3"))
    assert place(sheet) == ((1,), 2, 4)


@pytest.mark.parametrize(
    "changed",
    [
        ('ref="A1:C3"', 'ref="AX900:AZ990"'),
        ('ref="A1:C3"', 'ref="C3:A1"'),
        ('ref="A1:C3"', 'ref="A0:C3"'),
        ('ref="A1:C3"', 'ref="A1:C3" headerRowCount="-4"'),
        ('ref="A1:C3"', 'ref="A1:C3" totalsRowCount="many"'),
        ("<table", "<tab"),
    ],
)
def test_a_table_object_that_makes_no_sense_is_passed_over(tmp_path: Path, changed: tuple[str, str]) -> None:
    rows = [["Area", "2022", "2023"], ["Kent", 5, 1], ["Devon", 7, 2]]
    path = tmp_path / "book.xlsx"
    sheets_of(path, rows, Table(displayName="Areas", ref="A1:C3"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["xl/tables/table1.xml"].decode()
    parts["xl/tables/table1.xml"] = text.replace(*changed, 1).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (sheet,) = inspect_file(path, Progress()).sheets
    assert place(sheet) == ((1,), 2, 3)
