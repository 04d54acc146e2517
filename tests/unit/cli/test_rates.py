"""Rates are for as many children as is asked, and name the population that they are taken from."""

from pathlib import Path

import openpyxl
import pytest

from tests.unit.cli.conftest import Run


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a file that has half as many children again in 2020 as the bundled table, and none for 2021."""
    file = tmp_path / "own estimates.csv"
    file.write_text(
        "Area,Year,Children 0-17\nEngland,2020,17681691\nEngland,2022,11901267\n", encoding="utf-8"
    )
    return file


def test_a_rate_per_10000_is_a_tenth_and_says_so(run: Run, panel: Path) -> None:
    done = run("summary", panel, "--rates-per", "10000", "--format", "json")
    assert done.json["rate_per"] == 10_000
    # 482 among 11,787,794 and 379 among 11,762,878
    assert [row["notifications_rate"] for row in done.json["rows"]] == pytest.approx(
        [0.408897, 0.322200], abs=1e-6
    )
    assert run("summary", panel, "--rates-per", "1000").status == 2


def test_rates_of_an_own_population_name_it_and_have_none_where_it_has_none(
    run: Run, panel: Path, own: Path
) -> None:
    done = run("summary", panel, "--population", own, "--format", "json")
    assert done.json["population"] == own.name
    # 482 among 17,681,691 children: two thirds of 4.088975; the file has no mid-2021
    first, second = (row["notifications_rate"] for row in done.json["rows"])
    assert first == pytest.approx(2.725983, abs=1e-6)
    assert second is None


def test_a_workbook_names_the_own_population_wherever_a_rate_stands(
    run: Run, panel: Path, own: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    assert run("export", panel, "--population", own, "--rates-per", "10000", "--to", out).status == 0
    book = openpyxl.load_workbook(out)
    texts = {sheet.title: [str(cell.value) for row in sheet for cell in row if cell.value] for sheet in book}
    rated = {title for title, cells in texts.items() if any("Rate per 10,000" in text for text in cells)}
    assert len(rated) >= 2  # the trend and the rates
    for title in rated:
        assert any(own.name in text for text in texts[title]), title
    assert not any("100,000" in text for cells in texts.values() for text in cells)
    assert any("Population of rates" in text for text in texts["Cover"])


def test_making_an_export_again_tells_of_another_population(
    run: Run, panel: Path, own: Path, tmp_path: Path
) -> None:
    out, again = tmp_path / "out.xlsx", tmp_path / "again.xlsx"
    run("export", panel, "--population", own, "--to", out)
    done = run("export", panel, "--like", out, "--to", again)
    assert "The rates of the earlier export were taken from own estimates.csv" in done.out
    same = run("export", panel, "--like", out, "--population", own, "--to", again)
    assert "The rates of the earlier export" not in same.out


def test_what_is_no_population_is_told_in_a_sentence(run: Run, panel: Path) -> None:
    done = run("summary", panel, "--population", panel)
    assert (done.status, done.out) == (1, "")
    assert "is no table of population" in done.err
