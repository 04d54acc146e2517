"""Damaged copies of good files give data or a sentence, and what hostile files hold cannot hurt."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.reading import open_files
from desktop_app.reading.files.apart import reads_apart
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.sniff import Format
from tests.support.mutations import damaged_copy
from tests.support.places import SAMPLE_DATA
from tests.unit.reading.books import HEADINGS, RECORDS, accounts_add_up, column, read, text_table, workbook

SMALL = ("dfe_published_national.csv", "messy_returns.xlsx")
COPIES = 60


@pytest.mark.parametrize("seed", range(COPIES))
def test_a_damaged_copy_gives_data_or_a_sentence(tmp_path: Path, seed: int) -> None:
    good = SAMPLE_DATA / SMALL[seed % len(SMALL)]
    path = tmp_path / good.name
    path.write_bytes(damaged_copy(good.read_bytes(), seed))
    with suppress(UserError):
        out = open_files([path], Progress()).read(ReadingChoices(), Progress())
        assert accounts_add_up(out.dataset)


def test_a_part_in_an_encoding_that_does_not_exist_is_no_crash(tmp_path: Path) -> None:
    plain, path = workbook(tmp_path / "a.xlsx", (HEADINGS, *RECORDS)), tmp_path / "b.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = b'<?xml version="1.0" encoding="UTB-8"?>' + content.partition(b"?>")[2]
            target.writestr(name, content)
    with pytest.raises(UserError, match="damaged"):
        read(path)


def test_long_cells_and_texts_of_other_scripts_come_through(tmp_path: Path) -> None:
    texts = ("x" * 32_767, "שלום עולם", "مرحبا", "👶🏽 twins", "a\u202eb")
    rows = [(*RECORDS[0][:4], text) for text in texts]
    rows = [(f"00{number}", *row[1:]) for number, row in enumerate(rows)]
    path = workbook(tmp_path / "a.xlsx", (("Reference", *HEADINGS[1:4], "Outline"), *rows))
    assert column(read(path), "outline") == list(texts)
    lines = [f"A{number},24/01/2021,{text}" for number, text in enumerate(texts)]
    assert column(
        read(text_table(tmp_path / "a.csv", "Reference,Date notified,Outline", *lines)), "outline"
    ) == list(texts)


def test_xml_nested_a_hundred_thousand_deep_is_no_crash(tmp_path: Path) -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    plain, path = workbook(tmp_path / "a.xlsx", (HEADINGS, *RECORDS)), tmp_path / "b.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = content.replace(b"</workbook>", deep + b"</workbook>")
            target.writestr(name, content)
    with suppress(UserError):
        assert len(read(path).frame) == 3
    old = tmp_path / "old.xls"
    old.write_bytes(
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">' + deep
    )
    with pytest.raises(UserError, match="damaged"):
        read(old)


def test_a_small_file_that_unpacks_to_much_is_read_apart(tmp_path: Path) -> None:
    plain, path = workbook(tmp_path / "a.xlsx", (HEADINGS, *RECORDS)), tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", b" " * 26_000_000 + b"</sheetData>")
            target.writestr(name, content)
    assert path.stat().st_size < 1_000_000
    assert reads_apart(Document(path), Format.XLSX)
    assert len(read(path).frame) == 3
