"""Long tables hold every cell in its place, whether it came before or is the first of its kind."""

from datetime import datetime
from pathlib import Path

import openpyxl

from desktop_app.domain.progress import Progress
from desktop_app.export.row_writer import REMEMBERED
from desktop_app.export.workbook import write_workbook
from tests.unit.export.reports import report

FIRST = 5  # below the title, the number of rows, a free row and the header


def records(path: Path, *texts: str) -> list[tuple[object, ...]]:
    write_workbook(report(*texts), path, Progress())
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book["Records"].iter_rows(min_row=FIRST, values_only=True))
    book.close()
    return rows


def test_values_that_come_again_stand_in_every_row(tmp_path: Path) -> None:
    rows = records(tmp_path / "out.xlsx", "London", "Leeds", "London", "", "London")
    day = datetime(2021, 3, 5)
    assert rows == [(text or None, 2, day) for text in ("London", "Leeds", "London", "", "London")]


def test_more_different_values_than_are_remembered_all_arrive(tmp_path: Path) -> None:
    texts = [f"SIN-{number}" for number in range(REMEMBERED + 50)]
    assert [row[0] for row in records(tmp_path / "out.xlsx", *texts)] == texts


def test_rows_with_long_texts_are_as_high_as_these_need_and_others_are_not(tmp_path: Path) -> None:
    long = "A sentence of some words. " * 12
    records(tmp_path / "out.xlsx", long, "short", long)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Records"]
    heights = [sheet.row_dimensions[row].height for row in (FIRST, FIRST + 1, FIRST + 2)]
    assert heights[0] == heights[2] > 30
    assert heights[1] is None


def test_signs_of_the_markup_and_formulas_come_back_as_they_were(tmp_path: Path) -> None:
    texts = ("<b>&amp;</b>", "=1+1", " spaced ", "<b>&amp;</b>", "=1+1")
    assert tuple(row[0] for row in records(tmp_path / "out.xlsx", *texts)) == texts
