"""Files are known by their content, and one that cannot be read gives a sentence and a hint."""

import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import Cancelled, UserError
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import inspect_file, read_files
from tests.unit.reading.books import HEADINGS, RECORDS, column, read, text_table, workbook

LINES = ("Reference,Date notified,Nature", "A1,04/01/2021,Child death", "A2,05/01/2021,Serious harm")


def refusal(path: Path, sheet: str | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        read(path, sheet=sheet)
    assert caught.value.title.endswith(".")
    assert caught.value.title.count(". ") == 0
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.xlsx", b"", "empty"),
        ("spaces.csv", b"\n  \n", "empty"),
        ("letter.xlsx", b"Dear colleague,\nthe table will follow.\nRegards", "plain text"),
        ("page.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "web page"),
        ("paper.xlsx", b"%PDF-1.7", "PDF"),
        ("picture.csv", bytes(range(256)), "not a spreadsheet"),
        ("words.csv", b"one\ntwo\nthree\n", "no table"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refusal(path).title


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    assert "no file gone.xlsx" in refusal(tmp_path / "gone.xlsx").title
    assert "holds no spreadsheets" in refusal(tmp_path).title


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert "damaged" in refusal(path).title


def test_a_workbook_whose_sheet_is_broken_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", (HEADINGS, *RECORDS))
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:200] if "sheet1" in name else content)
    refusal(broken)


def test_an_encrypted_workbook_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    signature = struct.pack(">Q", 0xD0CF11E0A1B11AE1)
    path.write_bytes(signature + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(100))
    assert "password" in refusal(path).title


def test_a_stray_cell_at_the_far_corner_is_refused_before_memory_is_taken(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    book = openpyxl.load_workbook(path)
    book.active["XFD1048576"] = "stray"
    book.save(path)
    assert "40,000,000 cells" in refusal(path).title


@pytest.mark.parametrize("row", ["19999999999", "99999999"])
def test_a_damaged_reference_in_the_middle_is_refused_before_memory_is_taken(
    tmp_path: Path, row: str
) -> None:
    whole = workbook(tmp_path / "whole.xlsx", (HEADINGS, *RECORDS))
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if "sheet1" in name:
                assert b'r="A2"' in content
                content = content.replace(b'r="A2"', f'r="A{row}"'.encode())
            target.writestr(name, content)
    assert "40,000,000 cells" in refusal(damaged).title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_tables_in_any_encoding_and_with_any_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "a.csv"
    lines = [*LINES, "A3,06/01/2021,Affaire “Zoé”"]
    path.write_bytes("\r\n".join(lines).replace(",", delimiter).encode(encoding))
    assert column(read(path), "nature") == ["Child death", "Serious harm", "Affaire “Zoé”"]


def test_a_text_table_under_a_workbooks_name_is_read(tmp_path: Path) -> None:
    assert column(read(text_table(tmp_path / "a.xlsx", *LINES)), "reference") == ["A1", "A2"]


def test_a_workbook_under_another_name_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS)).rename(tmp_path / "book.csv")
    assert len(read(path).frame) == 3


def test_the_sheet_with_the_records_is_chosen_and_the_others_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS), title="Log")
    book = openpyxl.load_workbook(path)
    cover = book.create_sheet("Cover", 0)
    cover.append(("Log of notifications",))
    other = book.create_sheet("Budget", 1)
    for row in (
        ("Item", "Cost", "Share"),
        ("Pens", 3, 0.5),
        ("Paper", 4, 0.5),
        ("Ink", 5, 0.1),
        ("Clips", 5, 0.1),
    ):
        other.append(row)
    book.save(path)
    assert read(path).sources[0].sheet == "Log"
    assert [problem.sheet for problem in read(path).problems] == ["Budget"]
    assert read(path, sheet="budget").sources[0].rows_read == 4
    assert "“Cover”, “Budget”, “Log”" in refusal(path, sheet="Sheet9").hint
    assert "no table" in refusal(path, sheet="Cover").title


def test_several_files_become_one_table_with_their_sources(tmp_path: Path) -> None:
    text_table(tmp_path / "a.csv", *LINES)
    text_table(
        tmp_path / "b.csv", "Ref,Date of notification,Age,Team", "B1,07/01/2021,3,7", "A2,05/01/2021,4,8"
    )
    dataset = read(tmp_path)
    assert column(dataset, "reference") == ["A1", "A2", "B1", "A2"]
    assert column(dataset, "nature") == ["Child death", "Serious harm", None, None]
    assert column(dataset, "age") == [None, None, 3, 4]
    assert column(dataset, "source_file") == ["a.csv", "a.csv", "b.csv", "b.csv"]
    assert dataset.row_numbers == (2, 3, 2, 3)
    assert dataset.source_of == (0, 0, 1, 1)
    (duplicate,) = [problem for problem in dataset.problems if "also stands" in problem.what]
    assert (duplicate.file, duplicate.row) == ("b.csv", 3)
    assert "row 3 of a.csv" in duplicate.what


def test_records_and_published_counts_do_not_mix(tmp_path: Path) -> None:
    text_table(tmp_path / "a.csv", *LINES)
    text_table(
        tmp_path / "b.csv",
        "time_period,time_identifier,geographic_level,number",
        "202021,Financial year,National,536",
    )
    assert "cannot be put together" in refusal(tmp_path).title


def test_a_column_that_differs_from_file_to_file_is_text_in_both(tmp_path: Path) -> None:
    text_table(tmp_path / "a.csv", "Ref,Date notified,Mark", "A1,04/01/2021,7.5", "A2,04/01/2021,8.25")
    text_table(tmp_path / "b.csv", "Ref,Date notified,Mark", "B1,04/01/2021,good", "B2,04/01/2021,bad")
    assert column(read(tmp_path), "mark") == ["7.5", "8.25", "good", "bad"]


def test_an_error_cell_is_kept_as_an_error(tmp_path: Path) -> None:
    rows = (
        ("Reference", "Date notified", "Number of children"),
        ("A1", "04/01/2021", "#N/A"),
        ("A2", "04/01/2021", 2),
    )
    path = workbook(tmp_path / "book.xlsx", rows)
    book = openpyxl.load_workbook(path)
    assert book.active["C2"].data_type == "e"
    dataset = read(path)
    assert dataset.as_written["children"] == {0: "#N/A"}
    assert any("C2" in problem.what for problem in dataset.problems)


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    seen: list[str] = []
    progress = Progress(lambda stage, done, total: (seen.append(stage), progress.cancel())[0])
    with pytest.raises(Cancelled):
        read_files([path], ReadingChoices(), progress)
    assert len(seen) == 1


def test_how_a_file_is_read_is_told_sheet_by_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (("Title",), (), HEADINGS, *RECORDS, (), ("Note: draft",)))
    book = openpyxl.load_workbook(path)
    book.create_sheet("Empty")
    book.save(path)
    records, empty = inspect_file(path, Progress()).sheets
    assert (records.kind, records.header_rows, records.first_data_row, records.last_data_row) == (
        "records",
        (3,),
        4,
        6,
    )
    assert [(item.heading, item.column) for item in records.columns][:2] == [
        ("Reference", "reference"),
        ("Date notified", "date_notified"),
    ]
    assert (records.rows_read, records.rows_used, records.rows_left_out) == (3, 3, 0)
    assert (empty.kind, empty.first_data_row) == ("empty", None)


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_an_archive_that_is_damaged_inside_is_refused(tmp_path: Path, member: str) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(member).header_offset + 30 + len(member) + 20
    content = bytearray(path.read_bytes())
    content[start : start + 60] = bytes(60)
    path.write_bytes(content)
    refusal(path)


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letters.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear colleague")
    assert "not a spreadsheet" in refusal(path).title


def test_a_table_below_the_table_is_named(tmp_path: Path) -> None:
    rows = (("Item", "Cost", "Share"), ("Pens", 3, 0.5), (), ("Team", "Posts", "Cases"), ("North", 4, 5))
    dataset = read(workbook(tmp_path / "book.xlsx", rows, title="Budget"))
    assert dataset.sources[0].rows_read == 1
    assert [problem.what for problem in dataset.problems] == ["The sheet also holds a table in rows 5 to 5"]


@pytest.mark.parametrize(("declared", "year"), [("1", 2021), ("0", 2017)])
def test_serial_numbers_follow_the_workbooks_date_system(tmp_path: Path, declared: str, year: int) -> None:
    rows = (("Reference", "Date notified", "Nature"), ("A1", 42797, "Death"))
    plain, path = workbook(tmp_path / "plain.xlsx", rows), tmp_path / "book.xlsx"
    properties = f'<workbookPr date1904="{declared}" />'.encode()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"<workbookPr ?/>", properties, source.read(name)))
    assert [getattr(day, "year", None) for day in column(read(path), "date_notified")] == [year]
