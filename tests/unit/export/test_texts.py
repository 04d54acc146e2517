"""Text and data leave with the numbers as they are, with text that stays text, and whole or not at all."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Cancelled, Progress
from desktop_app.export.names import file_name
from desktop_app.export.texts import ABOUT, guarded, value_text, write_tables, write_text, write_tidy
from desktop_app.presentation.models import Cell, CellKind, Report, TableColumn
from desktop_app.presentation.reports.letter import markdown, plain
from desktop_app.presentation.reports.tidy import META, Tidy
from tests.unit.export.publications import PUBLICATION, TREND

MADE = datetime(2026, 1, 2, 3, 4)
INJECTIONS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://example.org","x")',
    "=IMPORTXML(A1)",
)


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def tables(tmp_path: Path, report: Report) -> dict[str, list[list[str]]]:
    write_tables(report, tmp_path / "out.zip", Progress(), made=MADE)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        return {name: read(archive.read(name)) for name in archive.namelist() if name != ABOUT}


def with_texts(*texts: str) -> Report:
    table = replace(
        TREND, columns=(TableColumn("text", "Text", CellKind.TEXT),), rows=tuple((Cell(t),) for t in texts)
    )
    return replace(PUBLICATION, tables=(table,))


def test_numbers_stand_bare_and_shorthand_as_it_is(tmp_path: Path) -> None:
    assert tables(tmp_path, PUBLICATION)["Trend.csv"] == [
        ["Year", "Notifications", "Change"],
        ["2020", "1482", "12.5"],
        ["2021", "379", "[c]"],
    ]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        about = archive.read(ABOUT).decode("utf-8-sig")
    assert "Contact: statistics at example.org" in about
    assert "Counts of 1 to 5 are suppressed." in about


def test_texts_that_could_run_stay_texts(tmp_path: Path) -> None:
    rows = tables(tmp_path, with_texts(*INJECTIONS))["Trend.csv"][1:]
    assert [row[0] for row in rows] == [f"'{text}" for text in INJECTIONS]


@given(st.text())
def test_no_guarded_text_begins_a_formula_and_none_is_lost(text: str) -> None:
    safe = guarded(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert safe.removeprefix("'") == text.replace("\0", "").removeprefix("'")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell("1,482", 1482.0), "1482"),
        (Cell("5 March 2021", date(2021, 3, 5)), "2021-03-05"),
        (Cell("-3.5", -3.5), "-3.5"),
        (Cell("less than 0.0001", 0.00001), "1e-05"),
        (Cell(""), ""),
    ],
)
def test_what_a_cell_becomes(cell: Cell, text: str) -> None:
    assert value_text(cell) == text


def test_tables_of_one_name_have_files_of_their_own() -> None:
    names: list[str] = []
    for wanted in ("A/B", "a:b", "", "con.", "x" * 300):
        names.append(file_name(wanted, ".csv", names))
    assert names[:4] == ["A B.csv", "a b 2.csv", "Table.csv", "con.csv"]
    assert len(names[4]) == 104


def test_open_data_comes_with_its_description(tmp_path: Path) -> None:
    tidy = Tidy(("time_period", "number"), (("2021", "c"), ("2022", "=1")), (("number", *[""] * 7),))
    write_tidy(tidy, tmp_path / "out.csv", Progress())
    assert (tmp_path / "out.csv").read_bytes() == b"time_period,number\n2021,c\n2022,'=1\n"
    assert (tmp_path / "out.meta.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(META)


def test_open_data_is_whole_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    (tmp_path / "out.meta.csv").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        write_tidy(Tidy(("a",), (("1",),), ()), tmp_path / "out.csv", Progress())
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "out.meta.csv"]


def test_giving_up_leaves_the_old_archive(tmp_path: Path) -> None:
    class Stopping(Progress):
        def step(self, stage: str, done: int = 0, total: int = 0) -> None:
            raise Cancelled

    (tmp_path / "out.zip").write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_tables(PUBLICATION, tmp_path / "out.zip", Stopping())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_text_of_a_file_is_no_mark_up_and_steers_no_terminal() -> None:
    report = replace(PUBLICATION, title="# *Bold* <b> [x](y) a|b \x1b[31m \u202e")
    text = markdown(report, ("1 < 2 | _x_",))
    assert r"\# \*Bold\* \<b\> \[x\](y) a\|b" in text
    assert r"1 \< 2 \| \_x\_" in text
    for made in (text, plain(report, ())):
        assert "\x1b" not in made
        assert "\u202e" not in made


def test_a_letter_holds_the_figures_and_where_they_come_from() -> None:
    text = plain(PUBLICATION, ("There were 379 notifications in 2021.",))
    lines = text.splitlines()
    assert "2020          1,482  12.5% more" in lines
    assert "2021            379         [c]" in lines
    assert "[note" not in text
    for part in ("There were 379", "Source: records.xlsx", "Contact: statistics", "Note: Counts of 1 to 5"):
        assert part in text
    assert "| 2021 | 379 | \\[c\\] |" in markdown(PUBLICATION, ())


def test_a_text_has_a_mark_and_line_ends_that_every_editor_knows(tmp_path: Path) -> None:
    write_text("Zoë\n", tmp_path / "out.txt", Progress())
    assert (tmp_path / "out.txt").read_bytes() == b"\xef\xbb\xbfZo\xc3\xab\r\n"
