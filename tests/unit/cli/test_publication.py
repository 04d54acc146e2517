"""Workbooks for publication of every sample keep the rules, and their numbers are those of the summary."""

from pathlib import Path

import openpyxl
import pytest

from desktop_app.catalogue.resources import sample
from desktop_app.domain.disclosure import Disclosure
from tests.unit.cli.conftest import Run

SAMPLES = (
    "panel_notifications_2020_2021.xlsx",
    "dfe_notifications_2019-20_to_2025-26.xlsx",
    "dfe_published_national.csv",
    "messy_returns.xlsx",
)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("view", [(), ("--period", "financial-year", "--round", "5", "--hide-zeros")])
@pytest.mark.parametrize("ending", [".xlsx", ".ods"])
def test_each_sample_can_be_published(
    run: Run, tmp_path: Path, name: str, view: tuple[str, ...], ending: str
) -> None:
    out = tmp_path / f"out{ending}"
    done = run("export", sample(name), "--for", "publication", "--to", out, *view)
    assert (done.status, done.err) == (0, "")
    checked = run("check-workbook", out)
    assert (checked.status, "keeps all" in checked.out) == (0, True)


def test_numbers_are_those_of_the_summary_or_suppressed(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    view = (panel, "--period", "quarter", "--by", "region")
    assert run("export", *view, "--for", "publication", "--to", out).status == 0
    sheet = openpyxl.load_workbook(out)["Breakdown"]
    reference = next(iter(sheet.tables.values())).ref
    head, *rows = [[cell.value for cell in row] for row in sheet[reference]]
    written = {
        (row[0], period): value for row in rows for period, value in zip(head[1:], row[1:], strict=True)
    }
    true = {
        (row["by"], row["period"]): row["notifications"]
        for row in run("summary", *view, "--format", "json").json["rows"]
    }
    hidden = [place for place, count in true.items() if written[place] == "[c]"]
    assert all(written[place] == count for place, count in true.items() if place not in hidden)
    assert {place for place, count in true.items() if Disclosure().hides(count)} < set(hidden)


def test_a_working_copy_breaks_rules_and_each_is_named(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    run("export", panel, "--to", out)
    done = run("check-workbook", out)
    assert done.status == 1
    assert "There are no filters" in done.out
    assert done.out.splitlines()[-1].endswith("breaches in out.xlsx.")


def test_a_second_publication_of_the_same_records_is_warned_about(
    run: Run, panel: Path, tmp_path: Path
) -> None:
    asked = ("export", panel, "--for", "publication", "--filter", "region=London", "--period")
    first = run(*asked, "month", "--to", tmp_path / "months.md")
    assert "published before" not in first.out
    assert "published before" in run(*asked, "quarter", "--to", tmp_path / "quarters.md").out


def test_what_the_file_itself_gives_away_is_warned_about(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "table.csv"
    source.write_text(
        "time_period,time_identifier,geographic_level,country_name,region_name,sin_breakdown,category,number\n"
        "202021,Financial year,National,England,,Total,Total,224\n"
        "202021,Financial year,National,England,,Sex,Male,121\n"
        "202021,Financial year,National,England,,Sex,Female,98\n"
        "202021,Financial year,National,England,,Sex,Unknown,c\n",
        encoding="utf-8",
    )
    done = run("export", source, "--for", "publication", "--by", "sex", "--to", tmp_path / "out.md")
    assert "hides numbers that readers can work out" in done.out


def test_what_is_asked_for_and_not_written_is_said(run: Run, panel: Path, tmp_path: Path) -> None:
    two = ("export", panel, "--by", "region", "--across", "nature")
    assert "is not published" in run(*two, "--for", "publication", "--to", tmp_path / "out.xlsx").out
    assert "not part of this kind of file" in run(*two, "--to", tmp_path / "out.md").out
    refused = run(
        "export", panel, "--for", "publication", "--sheet-for-each", "region", "--to", tmp_path / "o.xlsx"
    )
    assert (refused.status, refused.out) == (1, "")
    assert "for colleagues only" in refused.err


def test_rounded_numbers_are_never_said_to_be_the_same(run: Run, panel: Path, tmp_path: Path) -> None:
    """In the East Midlands there were 27 notifications in 2020 and 26 in 2021: 25, to the nearest 5."""
    out = tmp_path / "out.md"
    view = ("--filter", "region=East Midlands", "--round", "5")
    run("export", panel, "--for", "publication", *view, "--to", out)
    text = out.read_text(encoding="utf-8-sig")
    assert "25 notifications in 2021, about the same number as in 2020" in text
    assert "numbers are rounded to the nearest 5." in text
    assert "| about the same | about the same |" in text
    assert "no change" not in text
