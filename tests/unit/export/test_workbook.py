"""The workbook holds what the report says: numbers as numbers, texts as texts, charts from the cells."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from desktop_app.domain.progress import Progress
from desktop_app.export import sheets, write_workbook
from desktop_app.presentation.models import WHOLE_KINDS, Cell, PlotKind
from desktop_app.version import __version__
from tests.unit.export.reports import LINES, STACKED, TREND, report, series

INJECTIONS = (
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+44 20",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "https://example.org/",
    "mailto:someone@example.org",
    "0012",
    "1e5",
    "_x0041_",
)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Any]:
    def write(of: Any, made: datetime | None = None) -> Any:
        path = tmp_path / "out.xlsx"
        write_workbook(of, path, Progress(), made=made)
        return openpyxl.load_workbook(path)

    return write


def column(sheet: Any, letter: str, first: int, last: int) -> list[object]:
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


def drawings(path: Path) -> dict[str, ET.Element]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: ET.fromstring(archive.read(name))  # noqa: S314 - a file of ours
            for name in archive.namelist()
            if name.startswith(("xl/charts/chart", "xl/drawings/drawing"))
        }


def test_sheets_stand_in_order_and_the_cursor_is_in_a1_of_the_first(written: Callable[..., Any]) -> None:
    book = written(report("a"))
    assert book.sheetnames == ["Cover", "Trend", "Records"]
    assert book.active.title == "Cover"
    assert book.active.sheet_view.selection[0].activeCell == "A1"


def test_the_cover_says_where_the_numbers_come_from(written: Callable[..., Any]) -> None:
    cover = written(report("a"))["Cover"]
    lines = {row[0]: row[1] for row in cover.iter_rows(values_only=True) if row[0]}
    assert cover["A1"].value == "Serious incident notifications"
    assert lines["Source"] == "panel.xlsx"
    assert lines["Rows"] == "912 rows read, 912 used"
    assert "Small counts are not protected." in lines


def test_a_table_sheet_has_title_notes_and_one_real_table(written: Callable[..., Any]) -> None:
    sheet = written(replace(report("a"), plots=()))["Trend"]
    assert sheet["A1"].value == TREND.title
    assert sheet["A2"].value == TREND.subtitle
    assert column(sheet, "A", 3, 4) == [TREND.notes[0], TREND.source]
    assert sheet["A5"].value is None
    assert sheet.tables.items() == [("trend_table", "A6:G8")]
    assert sheet.tables["trend_table"].autoFilter.ref == "A6:G8"
    assert sheet.freeze_panes == "A7"


def test_numbers_are_numbers_dates_are_dates_and_shorthand_stands_right(written: Callable[..., Any]) -> None:
    sheet = written(report("a"))["Trend"]
    assert [cell.value for cell in sheet[7]][:4] == ["2020", 482, 206, 267]
    assert sheet["B7"].number_format == "#,##0"
    assert sheet["E8"].value == pytest.approx(-0.21369294605809128)
    assert sheet["E8"].number_format == "#,##0.0%"
    assert sheet["F7"].number_format == "#,##0.0"
    assert sheet["G8"].value == datetime(2021, 12, 31)
    assert sheet["G8"].number_format == "dd mmm yyyy"
    assert (sheet["D8"].value, sheet["D8"].alignment.horizontal) == ("c", "right")
    assert sheet["D6"].alignment.wrap_text


def test_a_day_that_excel_cannot_count_is_written_as_its_text(written: Callable[..., Any]) -> None:
    row = (*TREND.rows[0][:6], Cell("05 Mar 1875", date(1875, 3, 5)))
    sheet = written(replace(report("a"), tables=(replace(TREND, rows=(row,)),), plots=()))["Trend"]
    assert sheet["G7"].value == "05 Mar 1875"


def test_a_year_has_no_thousands_separator(written: Callable[..., Any]) -> None:
    row = (TREND.rows[0][0], Cell("2021", 2021), Cell("2,021", 2021), *TREND.rows[0][3:])
    sheet = written(replace(report("a"), tables=(replace(TREND, rows=(row,)),), plots=()))["Trend"]
    assert [sheet[place].number_format for place in ("B7", "C7")] == ["0", "#,##0"]


def test_a_decimal_shows_as_many_places_as_its_text(written: Callable[..., Any]) -> None:
    rows = tuple(
        (*row[:5], Cell(text, value), row[6])
        for row, (text, value) in zip(
            TREND.rows, (("0.0005", 0.00049), ("less than 0.0001", 0.00001)), strict=True
        )
    )
    sheet = written(replace(report("a"), tables=(replace(TREND, rows=rows),), plots=()))["Trend"]
    assert [sheet[place].number_format for place in ("F7", "F8")] == ["#,##0.0000", '"less than 0.0001"']


def test_every_text_comes_back_as_the_text_it_was(written: Callable[..., Any]) -> None:
    sheet = written(report(*INJECTIONS))["Records"]
    cells = [sheet[f"A{row}"] for row in range(5, 5 + len(INJECTIONS))]
    assert [cell.data_type for cell in cells] == ["s"] * len(INJECTIONS)
    assert [unescape(cell.value) for cell in cells] == [text.replace("\r", "\n") for text in INJECTIONS]
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.quotePrefix for cell in cells] == [True] * 7 + [False] * 5


def test_control_characters_and_texts_too_long_for_a_cell_are_kept_or_reported(
    written: Callable[..., Any],
) -> None:
    book = written(report("a\x01b", "x" * 32_767, "y" * 40_000, "😀" * 20_000))
    control, full, long, wide = column(book["Records"], "A", 5, 8)
    assert unescape(control) == "a\x01b"
    assert full == "x" * 32_767
    for text, start in ((long, "yyy"), (wide, "😀")):
        assert len(str(text).encode("utf-16-le")) <= 2 * 32_767
        assert str(text).startswith(start)
        assert "shortened" in str(text)
    lines = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert str(lines["Shortened texts"]).startswith("2 ")


def test_the_records_are_one_table_with_filters_and_a_frozen_header(written: Callable[..., Any]) -> None:
    sheet = written(report("a", "b", "c"))["Records"]
    assert sheet["A2"].value == "3 rows"
    table = sheet.tables["records_table"]
    assert (table.ref, table.autoFilter.ref, sheet.freeze_panes) == ("A4:C7", "A4:C7", "A5")
    assert [each.name for each in table.tableColumns] == [cell.value for cell in sheet[4]]
    assert column(sheet, "B", 5, 7) == [2, 2, 2]
    assert column(sheet, "C", 5, 7) == [datetime(2021, 3, 5)] * 3


def test_no_records_still_make_a_sound_table(written: Callable[..., Any]) -> None:
    sheet = written(report())["Records"]
    assert sheet["A2"].value == "0 rows"
    assert sheet.tables["records_table"].ref == "A4:C5"


def test_records_that_one_sheet_cannot_hold_are_split_and_it_is_said(
    written: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "SHEET_ROWS", 14)  # ten records beside title, account, free row and header
    book = written(report(*(f"r{number}" for number in range(25))))
    names = ["Records", "Records 2", "Records 3"]
    assert book.sheetnames[2:] == names
    found = [
        value
        for name, rows in zip(names, (10, 10, 5), strict=True)
        for value in column(book[name], "A", 5, 4 + rows)
    ]
    assert found == [f"r{number}" for number in range(25)]
    assert book["Records 2"]["A2"].value == "Rows 11 to 20 of 25; one sheet holds no more"
    assert [next(iter(book[name].tables)) for name in names] == [
        "records_table",
        "records_table_2",
        "records_table_3",
    ]
    lines = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert lines["Records"] == "On 3 sheets, because one cannot hold them: Records, Records 2, Records 3."


def test_charts_are_native_have_a_text_alternative_and_draw_the_cells_of_the_table(
    written: Callable[..., Any], tmp_path: Path
) -> None:
    written(replace(report("a"), plots=(STACKED,)))
    parts = drawings(tmp_path / "out.xlsx")
    described = [
        element.get("descr") for part in parts.values() for element in part.iter() if element.get("descr")
    ]
    assert described == [STACKED.alt_text]
    formulas = [
        element.text for element in parts["xl/charts/chart1.xml"].iter() if element.tag.endswith("}f")
    ]
    assert [formula for formula in formulas if formula] == [
        "Trend!$A$7:$A$8",
        "Trend!$B$7:$B$8",
        "Trend!$A$7:$A$8",
        "Trend!$C$7:$C$8",
    ]
    texts = [element.text for element in parts["xl/charts/chart1.xml"].iter() if element.tag.endswith("}t")]
    assert texts == [STACKED.title, STACKED.position_title, STACKED.value_title]


def test_a_gap_that_the_table_fills_with_shorthand_is_drawn_from_empty_cells(
    written: Callable[..., Any],
) -> None:
    """Excel would draw the text `c` as a zero."""
    sheet = written(replace(report("a"), plots=(LINES,)))["Trend"]
    table = sheet.tables["lines_numbers_table"]
    cells = [[cell.value for cell in row] for row in sheet[table.ref]]
    assert cells == [["Year", "Child deaths", "Serious harm"], ["2020", 206, 267], ["2021", 156, None]]


@pytest.mark.parametrize("kind", [kind for kind in PlotKind if kind not in WHOLE_KINDS])
def test_every_kind_of_chart_can_be_drawn(
    written: Callable[..., Any], tmp_path: Path, kind: PlotKind
) -> None:
    percent = kind is PlotKind.CHANGE
    plot = replace(
        STACKED,
        kind=kind,
        percent=percent,
        series=(series("focus", "Deaths", 206, -156 if percent else 156, provisional=True),),
    )
    written(replace(report("a"), plots=(plot,)))
    chart = drawings(tmp_path / "out.xlsx")["xl/charts/chart1.xml"]
    kept = [element.text or "" for element in chart.iter() if element.tag.endswith("}v")]
    drawn = (2.06, -1.56) if percent else (206, 156)
    assert {f"{value:g}" for value in drawn} <= set(kept)
    lows = [element.get("val") for element in chart.iter() if element.tag.endswith("}min")]
    assert lows == (["-1.6"] if percent else ["0"])


@pytest.mark.parametrize("kind", [PlotKind.STACKED, PlotKind.BARS])
def test_what_the_filters_leave_out_stands_on_the_marks(
    written: Callable[..., Any], tmp_path: Path, kind: PlotKind
) -> None:
    own, others = series("focus", "Deaths", 206, 156), series("others", "All other", 276, 223)
    written(replace(report("a"), plots=(replace(STACKED, kind=kind, series=(own, others), others=True),)))
    chart = drawings(tmp_path / "out.xlsx")["xl/charts/chart1.xml"]
    assert [e.get("val") for e in chart.iter() if e.tag.endswith("}grouping")] == ["stacked"]
    # Excel repairs a file that puts the numbers of stacked marks outside them.
    assert {e.get("val") for e in chart.iter() if e.tag.endswith("}dLblPos")} == {"ctr"}


@pytest.mark.parametrize("kind", WHOLE_KINDS)
def test_a_picture_that_excel_has_no_chart_for_is_left_to_its_table(
    written: Callable[..., Any], tmp_path: Path, kind: PlotKind
) -> None:
    written(replace(report("a"), plots=(replace(STACKED, kind=kind),)))
    assert not any("chart" in name for name in drawings(tmp_path / "out.xlsx"))


def test_an_empty_plot_leaves_no_chart(written: Callable[..., Any], tmp_path: Path) -> None:
    empty = replace(STACKED, series=(series("deaths", "Child deaths", None, None),))
    written(replace(report("a"), plots=(empty,)))
    assert not [name for name in drawings(tmp_path / "out.xlsx") if "chart" in name]


def test_the_file_says_what_it_is_and_who_made_it(written: Callable[..., Any]) -> None:
    made = datetime(2022, 1, 2, 3, 4)
    book = written(report("a"), made)
    properties = book.properties
    assert properties.title == "Serious incident notifications"
    assert properties.subject == "Serious incident notifications"
    assert properties.creator == f"Notification Statistics Viewer {__version__}"
    assert properties.created == made
    assert book.custom_doc_props["Language"].value == "en-GB"


def test_the_same_report_at_the_same_time_makes_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    for path in (one, two):
        write_workbook(report("a", "b"), path, Progress(), made=datetime(2022, 1, 2))
    assert one.read_bytes() == two.read_bytes()


def test_tables_of_one_name_get_sheets_and_tables_of_their_own(written: Callable[..., Any]) -> None:
    book = written(replace(report("a"), tables=(TREND, TREND), plots=()))
    assert book.sheetnames == ["Cover", "Trend", "Trend 2", "Records"]
    assert [list(book[name].tables) for name in ("Trend", "Trend 2")] == [["trend_table"], ["trend_table_2"]]
