"""A publication as OpenDocument keeps the rules, and the checker finds every breach there."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export.checker import check_workbook
from desktop_app.export.ods import write_publication_ods
from desktop_app.presentation.models import Cell, CellKind, TableColumn
from tests.unit.export.publications import PUBLICATION, TREND

MADE = datetime(2026, 1, 2, 3, 4)
BODY = b'<table:table-cell table:style-name="Body" office:value-type="string"><text:p>2021</text:p>'


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.ods"
    write_publication_ods(PUBLICATION, path, Progress(), made=MADE)
    return path


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Return a copy in which one part is changed."""
    out = path.with_name("changed.ods")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        names = dict.fromkeys((*old.namelist(), part))
        for name in names:
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(content) if name == part else content)
    return out


def swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return change


def test_it_keeps_every_rule_and_another_reader_finds_its_numbers(good: Path) -> None:
    assert check_workbook(good) == ()
    book = CalamineWorkbook.from_path(str(good))
    assert book.sheet_names == ["Cover", "Contents", "Notes", "Trend"]
    rows = book.get_sheet_by_name("Trend").to_python()
    assert rows[-3:] == [["Year", "Notifications", "Change"], ["2020", 1482, 0.125], ["2021", 379, "[c]"]]


def test_dates_awkward_texts_and_words_for_numbers_arrive(tmp_path: Path) -> None:
    awkward = "=1+1 & <b>  two  spaces\nsecond “line” 😀"
    table = replace(
        TREND,
        columns=(
            TableColumn("day", "Day", CellKind.DATE),
            TableColumn("p", "Chance", CellKind.DECIMAL),
            TableColumn("text", "Text", CellKind.TEXT),
        ),
        rows=(
            (Cell("5 January 2021", date(2021, 1, 5)), Cell("less than 0.0001", 0.00001), Cell(awkward)),
            (Cell("6 January 2021", date(2021, 1, 6)), Cell("0.25", 0.25), Cell("[c]")),
        ),
    )
    path = tmp_path / "out.ods"
    write_publication_ods(replace(PUBLICATION, tables=(table,)), path, Progress(), made=MADE)
    day, chance, text = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Trend").to_python()[-2]
    assert (day, chance) == (date(2021, 1, 5), 0.00001)
    assert text.split() == awkward.split()


FOOTER = b"<style:footer><text:p>1</text:p></style:footer>"
TITLED = b'"Heading_20_1" office:value-type="string"><text:p>Notifications by year [note 1]</text:p>'
FIGURE = b' office:value-type="string"><text:p>[c]'
ARIAL = b'"Arial" fo:font-family="Arial" fo:font-size="12pt" fo:color'
NUMBER = b'office:value-type="float" office:value="379.0"'
LINK = b"#'Trend'.A1\">Trend"


def letters(look: bytes) -> Callable[[bytes], bytes]:
    """Give the letters of the body another look."""
    return swap(b'fo:font-size="12pt" fo:color', look + b' fo:font-size="12pt" fo:color')


def box(look: bytes) -> Callable[[bytes], bytes]:
    """Give the cells of the body another look."""
    return swap(b'fo:wrap-option="wrap"', b'fo:wrap-option="wrap" ' + look)


BREACHES = (
    (
        "has a title",
        "meta.xml",
        swap(b"<dc:title>Notifications: Calendar years, 2020 to 2021", b"<dc:title>"),
    ),
    ("has a language", "meta.xml", swap(b"<dc:language>en-GB", b"<dc:language>")),
    ("no macros", "Basic/Standard/script-lb.xml", lambda _: b"x"),
    ("no images", "Pictures/1.png", lambda _: b"x"),
    ("unprotected numbers", "Object 1/content.xml", lambda _: b"<x/>"),
    ("no comments", "content.xml", swap(BODY, BODY + b"<office:annotation/>")),
    ("A1 of the first sheet", "settings.xml", lambda _: settings(b'config:name="ActiveTable">Trend')),
    ("no frozen panes", "settings.xml", lambda _: settings(b'config:name="HorizontalSplitMode">2')),
    ("Sheet names do not begin", "content.xml", swap(b'table:name="Trend"', b'table:name="1 Trend"')),
    ("begins in column A", "content.xml", swap(TITLED, TITLED[: TITLED.index(b"<text")])),
    ("styled as headings", "content.xml", swap(b'"Heading_20_1"', b'"Body"')),
    ("contains one table", "content.xml", swap(b"This worksheet contains one table.", b"One table.")),
    ("marked up as tables", "content.xml", swap(b"'Trend'.A7:'Trend'.C9", b"'Gone'.A7:'Gone'.C9")),
    ("merged", "content.xml", swap(BODY[:17], BODY[:17] + b' table:number-columns-spanned="2"')),
    (
        "Nothing is hidden",
        "content.xml",
        swap(b"<table:table-row", b'<table:table-row table:visibility="filter"'),
    ),
    ("no filters", "content.xml", swap(b'filter-buttons="false"', b'filter-buttons="true"')),
    ("headers or footers", "styles.xml", swap(b'<style:footer style:display="false"/>', FOOTER)),
    ("Every heading is filled", "content.xml", swap(b"<text:p>Notifications</text:p>", b"")),
    ("Every heading is unique", "content.xml", swap(b"<text:p>Change</text:p>", b"<text:p>Year</text:p>")),
    ("Numbers are numbers", "content.xml", swap(NUMBER, b'office:value-type="string"')),
    ("wide enough", "content.xml", swap(b'"1.237in"', b'"0.3in"')),
    ("no serifs", "styles.xml", swap(ARIAL, ARIAL.replace(b"Arial", b"Times"))),
    ("at least 10 points", "styles.xml", swap(b'"12pt" fo:color', b'"8pt" fo:color')),
    ("no italics", "styles.xml", letters(b'fo:font-style="italic"')),
    ("not by superscripts", "styles.xml", letters(b'style:text-position="super 58%"')),
    ("no borders", "styles.xml", box(b'fo:border="1pt solid #000000"')),
    ("no fills", "styles.xml", box(b'fo:background-color="#ffff00"')),
    ("no vertical text", "styles.xml", box(b'style:rotation-angle="90"')),
    ("contrast", "styles.xml", swap(b'fo:color="#000000"', b'fo:color="#cccccc"')),
    ("no formulas", "content.xml", swap(NUMBER, NUMBER + b' table:formula="of:=1"')),
    ("Numbers are formatted", "content.xml", lambda xml: re.sub(rb' style:data-style-name="N\d+"', b"", xml)),
    ("aligned to the right", "content.xml", swap(b'"Figure"' + FIGURE, b'"Body"' + FIGURE)),
    ("explained above", "content.xml", swap(b"[c] = suppressed", b"suppressed")),
    ("text that describes them", "content.xml", swap(LINK, LINK[:-5] + b"here")),
)


def settings(item: bytes) -> bytes:
    """Return the settings of a workbook with one item of the sheet Trend."""
    space = b'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"'
    return (
        b"<settings " + space + b"><config:config-item " + item + b"</config:config-item>"
        b'<config:config-item-map-entry config:name="Trend"><config:config-item '
        + item
        + b"</config:config-item></config:config-item-map-entry></settings>"
    )


@pytest.mark.parametrize(("rule", "part", "change"), BREACHES, ids=[breach[0] for breach in BREACHES])
def test_a_seeded_breach_is_found(good: Path, rule: str, part: str, change: Callable[[bytes], bytes]) -> None:
    found = check_workbook(changed(good, part, change))
    assert any(rule in breach.rule for breach in found), found


@pytest.mark.parametrize("content", [b"", b"<office:x", b"<a/>"])
def test_a_damaged_file_is_refused(good: Path, content: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read as a workbook"):
        check_workbook(changed(good, "content.xml", lambda _: content))


def test_nothing_is_written_where_a_rule_would_be_broken(tmp_path: Path) -> None:
    out = tmp_path / "out.ods"
    out.write_bytes(b"old")
    bare = replace(TREND, source="", notes=())
    with pytest.raises(UserError, match="would break a rule"):
        write_publication_ods(replace(PUBLICATION, tables=(bare,)), out, Progress())
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.ods"]
