"""Numbers of children that cannot be are found, kept as they are, and not counted."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.state import ViewState
from tests.unit.reading.books import of_kind, read, text_table

HEAD = "Reference,Date notified,Nature,Number of children"


@pytest.mark.parametrize("number", ["-3", "2.5", "1000", "1000000000000000000"])
def test_an_impossible_number_of_children_is_told_and_counts_as_not_given(
    tmp_path: Path, number: str
) -> None:
    rows = (
        f"A,13/02/2020,Child death,{number}",
        "B,14/12/2020,Serious harm,2",
        "C,15/12/2020,Serious harm,0",
    )
    dataset = read(text_table(tmp_path / "a.csv", HEAD, *rows))
    (found,) = of_kind(dataset, ProblemKind.INCONSISTENT)
    assert found.row == 2
    assert found.what == f"{float(number):g} is no number of children that a notification can concern"
    children = compute(dataset, ViewState(), date(2026, 1, 1)).rows[0]["children"].figure
    assert (children.value, children.at_least) == (2, True)
