"""Text that could run, steer or spoil a file comes back as text from every format, to another reader."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from desktop_app.domain.progress import Progress
from desktop_app.export import write_workbook
from desktop_app.export.ods import write_publication_ods
from desktop_app.export.publication import write_publication
from desktop_app.export.texts import write_tables
from desktop_app.presentation.models import Cell, CellKind, Report, TableColumn
from tests.unit.export.publications import PUBLICATION, TREND
from tests.unit.export.test_texts import INJECTIONS

MADE = datetime(2026, 1, 2, 3, 4)
TEXTS = (
    *INJECTIONS,
    "=1+1;=1+1",
    "\uff1d1+1",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "{=1}",
    "'=1",
    "http://example.org",
    "<script>alert(1)</script>",
    "]]>",
    "_x0041_",
    "a\x00\x01\x1fb",
    "\ufffe\uffff\ud800",
    "\u202e reversed",
    "x" * 40_000,
)  # fmt: skip
Cells = list[str]


def hostile() -> Report:
    rows = tuple((Cell(text), Cell(str(at), float(at))) for at, text in enumerate(TEXTS))
    columns = (TableColumn("text", "Text", CellKind.TEXT), TableColumn("n", "Number", CellKind.COUNT))
    return replace(PUBLICATION, tables=(replace(TREND, columns=columns, rows=rows),))


def plain(text: str) -> str:
    """Return a text without what formats hold otherwise or not at all."""
    if "_x" in text and text != "_x0041_":
        text = unescape(text)
    kept = "".join(letter if letter.isprintable() and letter != "\ufffd" else " " for letter in text)
    return " ".join(kept.removeprefix("'").split())[:30_000]


def excel(path: Path) -> Cells:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None or sheet.title == "Contents"
    rows = list(book["Trend"].iter_rows(max_col=1, values_only=True))
    return [value[0] or "" for value in rows[-len(TEXTS) :]]


def opendocument(path: Path) -> Cells:
    with zipfile.ZipFile(path) as archive:
        assert b"table:formula" not in archive.read("content.xml")
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Trend").to_python()
    return [str(row[0]) for row in rows[-len(TEXTS) :]]


def comma_separated(path: Path) -> Cells:
    with zipfile.ZipFile(path) as archive:
        rows = list(csv.reader(io.StringIO(archive.read("Trend.csv").decode("utf-8-sig"), newline="")))
    assert not any(row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows)
    return [row[0] for row in rows[1:]]


FORMATS = (
    (".xlsx", write_workbook, excel),
    (".xlsx", write_publication, excel),
    (".ods", write_publication_ods, opendocument),
    (".zip", write_tables, comma_separated),
)


@pytest.mark.parametrize(("ending", "write", "back"), FORMATS, ids=["working", "publication", "ods", "csv"])
def test_every_text_stays_a_text(tmp_path: Path, ending: str, write: object, back: object) -> None:
    path = tmp_path / f"out{ending}"
    write(hostile(), path, Progress(), made=MADE)
    found = back(path)
    assert len(found) == len(TEXTS)
    assert [plain(text) for text in found] == [plain(text) for text in TEXTS]
