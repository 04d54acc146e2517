"""A published workbook holds the report's numbers, keeps text text, and never replaces a file in vain."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export.publication import write_publication
from desktop_app.presentation.models import Cell
from tests.unit.export.publications import PUBLICATION, TREND

MADE = datetime(2026, 1, 2, 3, 4)


def test_one_sheet_per_table_after_cover_contents_and_notes(tmp_path: Path) -> None:
    write_publication(PUBLICATION, tmp_path / "out.xlsx", Progress(), made=MADE)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Trend"]
    sheet = book["Trend"]
    rows = list(sheet.iter_rows(min_row=7, values_only=True))
    assert rows == [("Year", "Notifications", "Change"), ("2020", 1482, 0.125), ("2021", 379, "[c]")]
    assert [sheet[place].number_format for place in ("B8", "B9", "C8")] == ["#,##0", "#,##0", "#,##0.0%"]
    table = sheet.tables["trend_table"]
    assert (table.ref, table.autoFilter) == ("A7:C9", None)
    assert (book.properties.language, book.properties.title) == ("en-GB", PUBLICATION.title)
    assert book["Contents"]["A5"].hyperlink.location == "'Trend'!A1"


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(A1)", "#N/A"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    rows = ((Cell(f"{text} of Somewhere"), *TREND.rows[0][1:]), *TREND.rows[1:])
    write_publication(
        replace(PUBLICATION, tables=(replace(TREND, rows=rows),)), tmp_path / "out.xlsx", Progress()
    )
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["Trend"]["A8"]
    assert cell.data_type == "s"
    assert str(cell.value).strip() == f"{text} of Somewhere".strip()


def test_a_report_that_breaks_a_rule_is_not_written(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"the old file")
    bare = replace(TREND, rows=(*TREND.rows, (Cell("2022"), Cell("*"), Cell("[c]"))))
    with pytest.raises(UserError, match=r"Shorthand stands in square brackets \(Trend!B10: \*\)"):
        write_publication(replace(PUBLICATION, tables=(bare,)), out, Progress())
    assert out.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [out]
