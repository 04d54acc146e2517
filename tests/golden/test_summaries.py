"""The figures of the samples, kept. A change here is a change of published figures: be sure it is meant.

To accept one, write what the command prints over the file.
"""

from pathlib import Path

import pytest

from desktop_app.catalogue.resources import sample
from desktop_app.cli import main

FOLDER = Path(__file__).parent
SUMMARIES = {
    "panel_notifications.csv": ("panel_notifications_2020_2021.xlsx", "--count", "notifications"),
    "panel_children_by_half_year.csv": (
        "panel_notifications_2020_2021.xlsx",
        *("--count", "children", "--period", "half-year"),
    ),
    "panel_by_age_group.csv": ("panel_notifications_2020_2021.xlsx", "--by", "age_group"),
    "dfe_financial_years.csv": ("dfe_notifications_2019-20_to_2025-26.xlsx", "--period", "financial-year"),
    "dfe_published.csv": ("dfe_published_national.csv", "--period", "financial-year"),
    "messy_returns.csv": ("messy_returns.xlsx", "--period", "quarter"),
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_summary_is_as_it_was(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file, *options = SUMMARIES[name]
    assert main(["summary", str(sample(file)), *options, "--format", "csv"]) == 0
    now, then = capsys.readouterr().out.splitlines(), (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert now[0] == then[0]
    assert len(now) == len(then)
    for line, expected in zip(now[1:], then[1:], strict=True):
        assert [_plain(cell) for cell in line.split(",")] == [_number(cell) for cell in expected.split(",")]


def _number(cell: str) -> object:
    """Return a number such that the last digits, which differ between machines, do not count."""
    try:
        return pytest.approx(float(cell), rel=1e-9)
    except ValueError:
        return cell


def _plain(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell
