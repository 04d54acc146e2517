"""`export` writes what `summary` says, refuses what it must, and leaves everything else alone."""

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.unit.cli.conftest import Run

MEASURES = ("notifications", "children", "deaths", "serious_harm", "other")


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet's first Excel table by heading."""
    book = openpyxl.load_workbook(path)
    reference = next(iter(book[sheet].tables.values())).ref
    head, *rows = [[cell.value for cell in row] for row in book[sheet][reference]]
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("period", ["calendar-year", "financial-year", "half-year", "quarter", "month"])
@pytest.mark.parametrize("unit", ["notifications", "children"])
def test_the_workbook_holds_the_numbers_of_the_summary(
    run: Run, panel: Path, tmp_path: Path, period: str, unit: str
) -> None:
    view = (panel, "--period", period, "--count", unit, "--filter", "region=London,North West", "--by", "sex")
    out = tmp_path / "out.xlsx"
    done = run("export", *view, "--to", out)
    assert (done.status, done.out, done.err) == (0, f"Written: {out}\n", "")
    answers = run("summary", *view[:-2], "--format", "json").json["rows"]
    titles = ("Notifications", "Children concerned", "Child deaths", "Serious harm", "Other")
    written = [[row[title] for title in titles] for row in table(out, "Trend")]
    assert written == [[row[key] for key in MEASURES] for row in answers]
    by = run("summary", *view, "--format", "json").json["rows"]
    broken = table(out, "Breakdown")
    for row in by:
        line = next(each for each in broken if each["Sex"] == row["by"])
        assert line[row["period"]] == row[unit]


def test_the_records_in_the_workbook_are_those_that_the_filters_leave(
    run: Run, panel: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    assert run("export", panel, "--filter", "region=London", "--to", out).status == 0
    records = table(out, "Records")
    assert {row["Region"] for row in records} == {"London"}
    rows = run("summary", panel, "--filter", "region=London", "--format", "json").json["rows"]
    assert len({row["Notification reference"] for row in records}) == sum(
        row["notifications"] for row in rows
    )
    assert len(records) == sum(row["children"] for row in rows)


def test_the_cover_names_source_filters_unit_basis_and_rows(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    run("export", panel, "--filter", "region=London", "--to", out)
    cover = openpyxl.load_workbook(out)["Cover"]
    words = " ".join(str(value) for row in cover.iter_rows(values_only=True) for value in row if value)
    for fact in (
        panel.name,
        "sheet Notifications",
        "912 rows read, 912 used, 0 left out",
        "Region is London",
    ):
        assert fact in words
    for label in ("Counting unit", "Date basis", "Periods", "Made", "Notification Statistics Viewer"):
        assert label in words


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("--to", "out.gif"), "out.gif"),
        (("--to", "out.ods"), "not written for colleagues"),
        (("--to", "out.pptx", "--template", "none.pptx"), "template"),
        (("--to", "out.docx", "--template", "none.docx"), "template"),
        (("--to", "out"), "ending"),
        (("--to", "out.xlsx", "--for", "publication", "--filter", "local_authority=York"), "too few cases"),
        (
            ("--to", "out.png", "--for", "publication", "--filter", "local_authority=York"),
            "too few cases",
        ),
        (("--to", "none/out.xlsx"), "does not exist"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_what_cannot_be_written_is_said_and_nothing_is_left(
    run: Run, panel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], title: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("export", panel, *words)
    assert (done.status, done.out) == (1, "")
    assert title in done.err.splitlines()[0]
    assert len(done.err.splitlines()) == 2
    assert not list(tmp_path.iterdir())


def test_the_source_is_never_overwritten(run: Run, panel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(panel.read_bytes())
    done = run("export", copy, "--to", copy)
    assert done.status == 1
    assert "copy.xlsx is a file that was read" in done.err
    assert copy.read_bytes() == panel.read_bytes()


def test_nothing_is_drawn_of_nothing(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    one_year = ("--filter", "date_notified=2021-01-01..", "--chart", "change")
    done = run("export", panel, *one_year, "--to", out)
    assert done.status == 1
    assert "nothing to draw" in done.err
    assert not out.exists()


@pytest.mark.parametrize("chart", ["nature", "lines", "change"])
def test_pictures_of_each_chart(run: Run, panel: Path, tmp_path: Path, qapp: object, chart: str) -> None:
    for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml")):
        out = tmp_path / f"out{ending}"
        assert run("export", panel, "--to", out, "--chart", chart).status == 0
        assert out.read_bytes().startswith(start)
    assert b"<text" in (tmp_path / "out.svg").read_bytes()


def test_a_picture_for_publication_is_drawn_from_protected_numbers(
    run: Run, panel: Path, tmp_path: Path, qapp: object
) -> None:
    out = tmp_path / "out.svg"
    view = (panel, "--filter", "region=London", "--period", "quarter", "--chart", "lines")
    done = run("export", *view, "--to", out, "--for", "publication", "--round", "10")
    assert done.status == 0
    assert " counts are hidden: " in done.out
    drawn = out.read_text(encoding="utf-8")
    assert "Counts of 1 to 5 are suppressed. Counts are rounded to the nearest 10." in drawn
    numbers = {int(text) for text in re.findall(r">(\d+)</text>", drawn)}
    assert numbers
    assert all(number % 5 == 0 for number in numbers)  # marks by tens, ticks of the axis by fives


@pytest.mark.parametrize(
    "wrong",
    [("--suppress-below", "0"), ("--suppress-below", "few"), ("--round", "7"), ("--least-values", "1")],
)
def test_settings_without_meaning_are_wrong_usage(run: Run, panel: Path, wrong: tuple[str, str]) -> None:
    done = run("export", panel, "--to", "out.png", "--for", "publication", *wrong)
    assert done.status == 2


def test_a_chart_whose_numbers_are_never_published_is_refused(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    done = run("export", panel, "--to", out, "--for", "publication", "--chart", "cumulative")
    assert done.status == 1
    assert "cannot be drawn for a publication" in done.err
    assert not out.exists()


def test_a_folder_in_place_of_a_file_is_told(run: Run, panel: Path, tmp_path: Path) -> None:
    done = run("export", panel, "--to", tmp_path)
    assert done.status == 1
    assert done.err.splitlines()[0] == f"{tmp_path} is a folder."


def test_like_an_earlier_workbook_gives_the_same_again(run: Run, panel: Path, tmp_path: Path) -> None:
    old, new, other = (tmp_path / f"{name}.xlsx" for name in ("old", "new", "other"))
    view = ("--filter", "region=London", "--period", "quarter", "--by", "sex")
    assert run("export", panel, "--to", old, "--for", "publication", "--round", "5", *view).status == 0
    done = run("export", "--like", old, panel, "--to", new)
    assert "does not tell whether its source has changed" in done.out
    texts = [
        [cell.value for row in book["Breakdown"] for cell in row]
        for book in map(openpyxl.load_workbook, (old, new))
    ]
    assert texts[0] == texts[1]
    assert (
        run("export", "--like", old, panel, "--to", other, "--for", "working", "--by", "region").status == 0
    )
    assert "Records" in openpyxl.load_workbook(other).sheetnames
    assert "Suppression" in str([row[0].value for row in openpyxl.load_workbook(other)["Cover"].iter_rows()])


def test_like_a_workbook_that_does_not_say_how_it_was_made(run: Run, panel: Path, tmp_path: Path) -> None:
    done = run("export", "--like", panel, panel, "--to", tmp_path / "new.xlsx")
    assert done.status == 1
    assert "does not say how it was made" in done.err


def test_a_workbook_with_a_password(run: Run, panel: Path, tmp_path: Path) -> None:
    secret, out = tmp_path / "secret.txt", tmp_path / "out.xlsx"
    secret.write_text("Horse 7\nsecond line\n", encoding="utf-8")
    assert run("export", panel, "--to", out, "--encrypt-with", secret).status == 0
    done = run("check", out)
    assert (done.status, "password" in done.err) == (1, True)
    assert "Records" in run("check", out, "--password-file", secret).out
    for more in (("--for", "publication"), ("--to", tmp_path / "out.zip")):
        done = run("export", panel, "--to", tmp_path / "new.xlsx", "--encrypt-with", secret, *more)
        assert (done.status, "can be protected with a password" in done.err) == (1, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.xlsx", "secret.txt"]
