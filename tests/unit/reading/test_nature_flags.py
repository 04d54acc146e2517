"""Columns that tick, answer or count deaths and serious harm give each row its nature."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import Nature
from desktop_app.reading.values.nature_flags import nature_of
from tests.unit.reading.books import column, of_kind, read, workbook

DAY = date(2021, 3, 4)


def _read(path: Path, headings: tuple[str, ...], *rows: tuple[object, ...]) -> Dataset:
    table = [("Reference", "Date notified", *headings)]
    return read(workbook(path, [*table, *((f"R{at}", DAY, *row) for at, row in enumerate(rows))]))


@pytest.mark.parametrize(
    ("heading", "nature"),
    [
        ("Died?", Nature.DEATH),
        ("Did the child die? (Y/N)", Nature.DEATH),
        ("No. of children who died", Nature.DEATH),
        ("Child death", Nature.DEATH),
        ("Seriously harmed?", Nature.SERIOUS_HARM),
        ("Number of children seriously harmed", Nature.SERIOUS_HARM),
        ("Other incident", Nature.OTHER),
        ("Death certificate", None),
        ("Mother", None),
        ("Number of children", None),
    ],
)
def test_what_nature_a_heading_asks_for(heading: str, nature: Nature | None) -> None:
    assert nature_of(heading) is nature


@pytest.mark.parametrize(
    ("yes", "no"), [("Yes", "No"), ("Y", None), ("x", None), ("✓", "-"), (1, 0), ("TRUE", "")]
)
def test_yes_and_no_and_ticks_become_natures(tmp_path: Path, yes: object, no: object) -> None:
    rows = ((yes, no), (no, yes), (no, no), (no, yes))
    dataset = _read(tmp_path / "a.xlsx", ("Died?", "Seriously harmed?"), *rows)
    assert column(dataset, "nature") == ["Child death", "Serious harm", None, "Serious harm"]
    told = [problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE)]
    assert any("“Died?” and “Seriously harmed?”" in what for what in told)


def test_a_row_that_says_both_has_no_nature_and_is_reported(tmp_path: Path) -> None:
    dataset = _read(tmp_path / "a.xlsx", ("Death", "Harm"), ("Y", "Y"), ("Y", "N"), ("N", "Y"))
    assert column(dataset, "nature") == [None, "Child death", "Serious harm"]
    (problem,) = of_kind(dataset, ProblemKind.INCONSISTENT)
    assert problem.row == 2
    assert "“Death” and “Harm”" in problem.what


def test_counts_of_children_add_up_to_the_children(tmp_path: Path) -> None:
    headings = ("No. of children died", "No. of children seriously harmed")
    dataset = _read(tmp_path / "a.xlsx", headings, (1, 0), (0, 3), (0, 0))
    assert column(dataset, "children") == [1, 3, None]
    assert column(dataset, "nature") == ["Child death", "Serious harm", None]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("Died?", "Neglect?"), ("Y", "N")),  # of harm nothing is said
        (("Death", "Serious harm"), ("overlay, sleeping", "N")),  # a cause, no answer
        (("Died?", "Serious harm", "Nature"), ("Y", "N", "Serious harm")),  # the file names the nature itself
    ],
)
def test_nothing_is_made_of_other_columns(
    tmp_path: Path, headings: tuple[str, ...], row: tuple[object, ...]
) -> None:
    dataset = _read(tmp_path / "a.xlsx", headings, row, row)
    made = [item for item in dataset.columns if item.key == "nature" and not item.heading]
    assert made == []


def test_a_column_of_ticks_alone_is_no_shorthand(tmp_path: Path) -> None:
    dataset = _read(tmp_path / "a.xlsx", ("Neglect",), ("x",), (None,), ("X",))
    assert of_kind(dataset, ProblemKind.SHORTHAND) == []
    assert next(item.kind for item in dataset.columns if item.title == "Neglect") is ColumnKind.CATEGORY
