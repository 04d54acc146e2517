"""The checker names rule and cell for every breach of the rules for published workbooks."""

import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as MarkedTable

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export.checker import check_workbook
from desktop_app.export.publication import write_publication
from desktop_app.export.rules.cells import contrast
from tests.support.places import PROJECT
from tests.unit.export.publications import PUBLICATION

Break = Callable[[Any], object]
RULES_FOLDER = PROJECT / "desktop_app" / "export" / "rules"
HEAD = 7  # the header row of the sheet Trend of the publication that is broken here


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    write_publication(PUBLICATION, path, Progress())
    return path


def trend(change: Callable[[Any], object]) -> Break:
    return lambda book: change(book["Trend"])


def put(place: str, value: object) -> Break:
    return trend(lambda sheet: setattr(sheet[place], "value", value))


def look(place: str, **looks: object) -> Break:
    def change(sheet: Any) -> None:
        for name, value in looks.items():
            setattr(sheet[place], name, value)

    return trend(change)


def link(sheet: Any) -> None:
    sheet["A6"].value = "here"
    sheet["A6"].hyperlink = "https://example.org"


def second_table(sheet: Any) -> None:
    sheet["F8"], sheet["F9"] = "More", 1
    sheet.add_table(MarkedTable(displayName="More_table", ref="F8:F9"))


def raised(sheet: Any) -> None:
    sheet["A6"].value = CellRichText("Source: a file", TextBlock(InlineFont(vertAlign="superscript"), "1"))


def table_of(sheet: Any) -> Any:
    return next(iter(sheet.tables.values()))


def unformatted_date(sheet: Any) -> None:
    sheet.parent.iso_dates = True
    sheet["B8"].value = datetime(2021, 1, 5)
    sheet["B8"].number_format = "General"


def two_names_but_for_case(book: Any) -> None:
    book["Trend"]._WorkbookChild__title = "NOTES"  # the library itself does not allow it


BREACHES: tuple[tuple[str, str, Break], ...] = (
    ("one header row", "Trend!A7:C9", trend(lambda sheet: setattr(table_of(sheet), "headerRowCount", 0))),
    ("Dates are formatted", "Trend!B8", trend(unformatted_date)),
    ("names are unique", "NOTES", two_names_but_for_case),
    ("has a title", "document properties", lambda book: setattr(book.properties, "title", None)),
    ("has a language", "document properties", lambda book: setattr(book.properties, "language", None)),
    ("names its author", "document properties", lambda book: setattr(book.properties, "creator", "openpyxl")),
    ("carry unprotected numbers", "xl/charts/", trend(lambda sheet: sheet.add_chart(BarChart(), "H2"))),
    ("no images, text boxes", "xl/drawings/", trend(lambda sheet: sheet.add_chart(BarChart(), "H2"))),
    ("no comments", "xl/comments", trend(lambda sheet: setattr(sheet["A1"], "comment", Comment("Hm", "A")))),
    ("A1 of the first sheet", "Trend", lambda book: setattr(book, "active", 3)),
    (
        "A1 of the first sheet",
        "Cover",
        lambda book: setattr(book["Cover"].sheet_view.selection[0], "activeCell", "B7"),
    ),
    ("Cover, Contents and Notes", "Notes", lambda book: book.move_sheet("Notes", -2)),
    ("begin with a digit", "1 Trend", trend(lambda sheet: setattr(sheet, "title", "1 Trend"))),
    ("names a contact", "Cover!A1", lambda book: book["Cover"].delete_rows(4, 2)),
    ("not by superscripts", "xl/worksheets/", trend(raised)),
    ("no blank sheets", "Blank", lambda book: book.create_sheet("Blank")),
    ("begins in column A", "Trend!A1", put("A1", None)),
    ("styled as headings", "Trend!A1", look("A1", style="Body")),
    ("one table on a sheet", "Trend", trend(second_table)),
    ("marked up as tables", "Trend", trend(lambda sheet: sheet.tables.clear())),
    ("A2 says", "Trend!A2", put("A2", "Some words")),
    ("merged or split", "Trend!A4:B4", trend(lambda sheet: sheet.merge_cells("A4:B4"))),
    ("Nothing is hidden", "Trend", trend(lambda sheet: setattr(sheet, "sheet_state", "hidden"))),
    (
        "Nothing is hidden",
        "Trend!B",
        trend(lambda sheet: setattr(sheet.column_dimensions["B"], "hidden", True)),
    ),
    ("Nothing is hidden", "Trend!9", trend(lambda sheet: setattr(sheet.row_dimensions[9], "hidden", True))),
    ("no frozen panes", "Trend!A8", trend(lambda sheet: setattr(sheet, "freeze_panes", "A8"))),
    (
        "no filters",
        "Trend!A7:C9",
        trend(lambda sheet: setattr(table_of(sheet), "autoFilter", AutoFilter(ref="A7:C9"))),
    ),
    ("headers or footers", "Trend", trend(lambda sheet: setattr(sheet.oddFooter.center, "text", "Page 1"))),
    (
        "meaningful names",
        "Trend!A7:C9",
        trend(lambda sheet: setattr(table_of(sheet), "displayName", "Table1")),
    ),
    ("heading is filled", "Trend!B7", put("B7", None)),
    ("heading is unique", "Trend!C7", put("C7", "Notifications")),
    ("blank rows", "Trend!A9", lambda book: [put(f"{column}9", None)(book) for column in "ABC"]),
    ("blank columns", "Trend!C8", lambda book: [put(f"C{row}", None)(book) for row in (8, 9)]),
    ("below or beside", "Trend!A11", put("A11", "Source: below")),
    ("numbers, not text", "Trend!B8", put("B8", "1,234")),
    ("square brackets", "Trend!C9", put("C9", "*")),
    ("Shorthand is aligned", "Trend!C9", look("C9", alignment=Alignment(horizontal="left"))),
    ("Numbers are aligned", "Trend!B9", look("B9", alignment=Alignment(horizontal="center"))),
    ("explained above", "Trend!C9", put("C9", "[x]")),
    ("Empty cells are explained", "Trend!C9", put("C9", None)),
    ("source stands above", "Trend!A1", put("A6", "From a file")),
    ("period stands above", "Trend!A1", put("A5", "Two years")),
    ("wide enough", "Trend!B8", trend(lambda sheet: setattr(sheet.column_dimensions["B"], "width", 3))),
    ("no serifs", "Trend!A3", look("A3", font=Font(name="Times New Roman", size=12))),
    ("at least 10 points", "Trend!A3", look("A3", font=Font(name="Arial", size=9))),
    ("no italics", "Trend!A3", look("A3", font=Font(name="Arial", size=12, italic=True))),
    (
        "not by superscripts",
        "Trend!A3",
        look("A3", font=Font(name="Arial", size=12, vertAlign="superscript")),
    ),
    ("no borders", "Trend!A8", look("A8", border=Border(bottom=Side(style="thin")))),
    ("no fills", "Trend!A8", look("A8", fill=PatternFill("solid", fgColor="FFCCCCCC"))),
    ("no vertical text", "Trend!B7", look("B7", alignment=Alignment(textRotation=90))),
    (
        "Text is wrapped",
        "Trend!A3",
        lambda book: [put("A3", "word " * 20)(book), look("A3", style="Normal")(book)],
    ),
    ("only signal", "Trend!B8", look("B8", number_format="0;[Red]-0")),
    ("contrast", "Trend!A3", look("A3", font=Font(name="Arial", size=12, color="FF999999"))),
    ("describes them", "Trend!A6", trend(link)),
    ("no formulas", "Trend!B9", put("B9", "=1+1")),
    ("Numbers are formatted", "Trend!B8", look("B8", number_format="General")),
    ("stands on the Notes sheet", "Trend!A1", put("A1", "Trend [note 7]")),
    ("is referred to", "Notes!A4", lambda book: [put("A1", "Trend")(book), clear_contents(book)]),
    ("not by signs", "Trend!A1", put("A1", "Trend* [note 1]")),
)


def clear_contents(book: Any) -> None:
    for row in book["Contents"].iter_rows(min_row=4, min_col=2):
        row[0].value = "A table"


def test_a_publication_keeps_every_rule(good: Path) -> None:
    assert check_workbook(good) == ()


@pytest.mark.parametrize(
    ("rule", "place", "spoil"), BREACHES, ids=[f"{rule} {place}" for rule, place, _ in BREACHES]
)
def test_a_breach_is_named_with_its_place(
    good: Path, tmp_path: Path, rule: str, place: str, spoil: Break
) -> None:
    book = openpyxl.load_workbook(good)
    spoil(book)
    bad = tmp_path / "bad.xlsx"
    book.save(bad)
    assert any(rule in breach.rule and breach.place.startswith(place) for breach in check_workbook(bad))


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("xl/vbaProject.bin", "no macros"),
        ("xl/externalLinks/externalLink1.xml", "links to other workbooks"),
        ("xl/media/image1.png", "no images"),
    ],
)
def test_a_part_that_does_not_belong_is_named(good: Path, tmp_path: Path, part: str, rule: str) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(good.read_bytes())
    with zipfile.ZipFile(bad, "a") as archive:
        archive.writestr(part, b"x")
    assert [breach.place for breach in check_workbook(bad) if rule in breach.rule] == [part]


def test_what_is_no_workbook_is_said(tmp_path: Path) -> None:
    (tmp_path / "no.xlsx").write_text("no workbook")
    with pytest.raises(UserError, match="cannot be read as a workbook"):
        check_workbook(tmp_path / "no.xlsx")
    with pytest.raises(UserError, match="cannot be read: No such file"):
        check_workbook(tmp_path / "none.xlsx")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000") == pytest.approx(21)
    assert contrast("767676") == pytest.approx(4.54, abs=0.01)  # the palest grey that passes on white


def test_a_workbook_of_another_maker_can_be_checked() -> None:
    other = PROJECT.parent / "shared/data/spreadsheets/gptables_expected_workbook.xlsx"
    if not other.exists():
        pytest.skip("the folder of public files is not beside the project")
    places = {(breach.place, breach.rule) for breach in check_workbook(other)}
    assert ("document properties", "The document has a title") in places
    assert ("Label!B9", "Every note stands on the Notes sheet") in places


def test_every_rule_has_a_seeded_breach(good: Path, tmp_path: Path) -> None:
    bad, found = tmp_path / "bad.xlsx", set()
    for _, _, spoil in BREACHES:
        book = openpyxl.load_workbook(good)
        spoil(book)
        book.save(bad)
        found |= {breach.rule for breach in check_workbook(bad)}
    for part in ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/media/image1.png"):
        bad.write_bytes(good.read_bytes())
        with zipfile.ZipFile(bad, "a") as archive:
            archive.writestr(part, b"x")
        found |= {breach.rule for breach in check_workbook(bad)}
    source = "".join(path.read_text(encoding="utf-8") for path in RULES_FOLDER.glob("*.py"))
    sentences = set(re.findall(r'(?:Breach\(|rule = )\s*f?"([A-Z][^"{]+)', source))
    sentences |= set(re.findall(r'": \("([^"]+)"', source))
    assert len(sentences) > 35
    assert {rule for rule in sentences if not any(each.startswith(rule) for each in found)} == set()
