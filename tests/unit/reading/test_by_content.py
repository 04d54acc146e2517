"""Where a heading says nothing, what a column holds can say what it is, and the findings say so."""

from pathlib import Path

import pytest

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import PLAIN, ColumnChoice, Correction, ReadingChoices, TableId
from desktop_app.reading import read_files
from tests.unit.reading.books import column, of_kind, read, workbook

HEADINGS = ("Reference", "Date notified", "Type", "Age")


def records(tmp_path: Path, types: tuple[str, ...], ages: tuple[object, ...]) -> Dataset:
    rows = [(f"A{n}", "2021-05-13", kind, age) for n, (kind, age) in enumerate(zip(types, ages, strict=True))]
    return read(workbook(tmp_path / "book.xlsx", [HEADINGS, *rows]))


def test_a_column_of_natures_is_the_nature_whatever_its_heading(tmp_path: Path) -> None:
    dataset = records(tmp_path, ("CD", "S.H.", "Death - SUDI"), (1, 2, 3))
    assert column(dataset, "nature") == ["Child death", "Serious harm", "Child death"]
    assert any("Type" in problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE))


@pytest.mark.parametrize("types", [("Death", "Death", "Death"), ("Death", "Harm", "Near miss")])
def test_one_value_alone_or_others_among_them_show_nothing(tmp_path: Path, types: tuple[str, ...]) -> None:
    assert not records(tmp_path, types, (1, 2, 3)).has("nature")


def test_an_age_band_among_ages_is_in_its_group_and_is_no_age(tmp_path: Path) -> None:
    dataset = records(tmp_path, ("Death", "Harm", "Harm"), (3, "16-17", "8 months"))
    assert column(dataset, "age") == [3, None, 0]
    assert column(dataset, "age_group") == ["1 to 5", "16 to 17", "Under 1"]
    (problem,) = of_kind(dataset, ProblemKind.NUMBER)
    assert (problem.row, problem.value) == (3, "16-17")


def test_a_person_who_says_otherwise_is_believed(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "book.xlsx", [HEADINGS, ("A1", "2021-05-13", "CD", 1), ("A2", "2021-05-14", "SH", 2)]
    )
    plain = Correction(columns=(ColumnChoice("Type", PLAIN),))
    choices = ReadingChoices().with_correction(TableId("book.xlsx", "Records"), plain)
    dataset = read_files([file], choices, Progress())
    assert not dataset.has("nature")
    assert column(dataset, "type") == ["CD", "SH"]
