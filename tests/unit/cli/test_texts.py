"""Text and data from the command line: the figures of the summary, protected where they are published."""

import csv
from pathlib import Path

import pytest

from desktop_app.catalogue.resources import sample
from tests.unit.cli.conftest import Run

PERIODS = ("calendar-year", "financial-year", "half-year", "quarter", "month")


def rows_of(run: Run, *words: object) -> dict[tuple[str, str | None], dict[str, object]]:
    found = run("summary", *words, "--format", "json")
    assert found.err == ""
    return {(row["start"], row["by"]): row for row in found.json["rows"]}


@pytest.mark.parametrize("period", PERIODS)
def test_open_data_reads_back_to_the_same_figures(run: Run, dfe: Path, tmp_path: Path, period: str) -> None:
    out = tmp_path / "open.csv"
    assert run("export", dfe, "--period", period, "--to", out).status == 0
    true, back = (rows_of(run, file, "--period", period) for file in (dfe, out))
    assert len(true) > 6
    for place, row in true.items():
        for key in ("notifications", "deaths", "serious_harm", "other"):
            assert back[place][key] == row[key]


@pytest.mark.parametrize("by", ["region", "sex", "age_group"])
def test_breakdowns_read_back_too(run: Run, dfe: Path, tmp_path: Path, by: str) -> None:
    out = tmp_path / "open.csv"
    view = ("--period", "financial-year", "--by", by)
    assert run("export", dfe, *view, "--to", out).status == 0
    true, back = (rows_of(run, file, *view) for file in (dfe, out))
    differing = {place for place in true if back[place]["notifications"] != true[place]["notifications"]}
    assert differing == set()


def test_published_open_data_holds_markers_and_no_small_number(run: Run, panel: Path, tmp_path: Path) -> None:
    out = tmp_path / "open.csv"
    view = ("--period", "quarter", "--by", "region")
    assert run("export", panel, *view, "--for", "publication", "--to", out).status == 0
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    numbers = [row[key] for row in rows for key in ("number_notifications", "number_children")]
    assert {number for number in numbers if not number.isdigit()} == {"c", "z"}
    assert not {"1", "2", "3", "4", "5"} & set(numbers)
    with out.with_suffix(".meta.csv").open(encoding="utf-8", newline="") as stream:
        described = {row["col_name"]: row["col_type"] for row in csv.DictReader(stream)}
    places = [name for name in rows[0] if name not in described]
    assert all(name.startswith(("time", "geo", "country", "region", "new_la", "la_")) for name in places)
    assert described["number_notifications"] == "Indicator"


@pytest.mark.parametrize("ending", [".zip", ".md", ".txt"])
@pytest.mark.parametrize("audience", ["working", "publication"])
@pytest.mark.parametrize("name", ["messy_returns.xlsx", "dfe_published_national.csv"])
def test_each_form_of_each_sample(run: Run, tmp_path: Path, ending: str, audience: str, name: str) -> None:
    out = tmp_path / f"out{ending}"
    done = run("export", sample(name), "--for", audience, "--to", out)
    assert (done.status, done.err) == (0, "")
    assert out.stat().st_size > 1000
