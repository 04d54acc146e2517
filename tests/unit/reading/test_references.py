"""References that are none, that begin anew each year, or that differ in capitals only."""

from pathlib import Path

import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Shape
from tests.unit.reading.books import accounts_add_up, column, of_kind, read, text_table

HEADINGS = "Reference,Date notified,Nature,Age"


def log(path: Path, *lines: str) -> Path:
    return text_table(path, HEADINGS, *lines)


@pytest.mark.parametrize(
    "written", ["TBC", "tbc", "-", "pending", "?", "awaited", "0", "n/a", "N/K", "not yet issued"]
)
def test_what_stands_in_place_of_a_reference_joins_no_notifications(tmp_path: Path, written: str) -> None:
    rows = (
        f"{written},04/03/2021,Child death,3",
        f"{written},05/04/2021,Serious harm,4",
        "A1,06/04/2021,Other,5",
    )
    dataset = read(log(tmp_path / "a.csv", *rows))
    assert column(dataset, "reference") == [None, None, "A1"]
    assert dataset.as_written["reference"] == {0: written, 1: written}
    assert dataset.frame["reference"].cat.categories.tolist() == ["A1"]
    assert not of_kind(dataset, ProblemKind.DUPLICATE)
    assert any("stands in place of a reference (in 2 rows)" in problem.what for problem in dataset.problems)
    assert accounts_add_up(dataset)


@pytest.mark.parametrize("written", ["00000", "T1", "N1", "0/21"])
def test_references_that_look_like_placeholders_stay(tmp_path: Path, written: str) -> None:
    dataset = read(log(tmp_path / "a.csv", f"{written},04/03/2021,Child death,3", "A1,05/04/2021,Other,4"))
    assert column(dataset, "reference") == [written, "A1"]


def test_references_that_begin_anew_each_year_are_told_apart(tmp_path: Path) -> None:
    rows = [
        f"{number},0{number}/03/{year},Child death,{number}" for year in (2021, 2022) for number in (1, 2, 3)
    ]
    dataset = read(log(tmp_path / "a.csv", *rows))
    assert dataset.shape is Shape.NOTIFICATIONS
    assert column(dataset, "reference") == [
        f"{number} ({year})" for year in (2021, 2022) for number in (1, 2, 3)
    ]
    assert not of_kind(dataset, ProblemKind.DUPLICATE)
    assert any(problem.what.startswith("References begin anew each year: 3") for problem in dataset.problems)


def test_one_notification_updated_a_year_later_is_still_one(tmp_path: Path) -> None:
    rows = ["A1,01/12/2021,Serious harm,3", "A1,02/01/2022,Serious harm,3"]
    rows += [f"B{number},0{number}/03/2021,Child death,4" for number in (1, 2, 3)]
    dataset = read(log(tmp_path / "a.csv", *rows))
    assert column(dataset, "reference")[:2] == ["A1", "A1"]


def test_two_follow_ups_among_many_notifications_begin_no_new_year(tmp_path: Path) -> None:
    rows = [f"A{number},{number:02}/03/2021,Serious harm,3" for number in range(1, 13)]
    rows += ["A1,05/01/2022,Serious harm,3", "A2,06/01/2022,Serious harm,3"]
    dataset = read(log(tmp_path / "a.csv", *rows))
    assert column(dataset, "reference")[-2:] == ["A1", "A2"]


def test_a_column_of_answers_is_no_reference(tmp_path: Path) -> None:
    rows = [f"Yes,0{number}/03/2021,Serious harm" for number in range(1, 7)]
    dataset = read(text_table(tmp_path / "a.csv", "SIN?,Date notified,Nature", *rows))
    assert not dataset.has("reference")
    assert dataset.shape is Shape.NOTIFICATIONS


def test_references_that_differ_in_capitals_only_are_reported_not_joined(tmp_path: Path) -> None:
    dataset = read(log(tmp_path / "a.csv", "A/1,01/03/2021,Other,3", "a / 1,02/03/2021,Other,4"))
    assert column(dataset, "reference") == ["A/1", "a / 1"]
    (problem,) = [each for each in dataset.problems if "capitals or spaces" in each.what]
    assert problem.value == "a / 1"


def test_references_of_several_lines_are_compared_too(tmp_path: Path) -> None:
    rows = ('"A\n1",01/03/2021,Other,3', '"a\n1",02/03/2021,Other,4')
    dataset = read(log(tmp_path / "a.csv", *rows))
    assert any("capitals or spaces" in each.what for each in dataset.problems)


def test_an_age_that_no_child_has_is_reported(tmp_path: Path) -> None:
    dataset = read(
        log(tmp_path / "a.csv", "A1,01/03/2021,Other,44", "A2,01/03/2021,Other,-1", "A3,01/03/2021,Other,17")
    )
    told = [problem.value for problem in dataset.problems if "no age of a child" in problem.what]
    assert told == ["44", "-1"]


def test_an_example_under_the_headings_is_no_record(tmp_path: Path) -> None:
    dataset = read(
        log(tmp_path / "a.csv", "Example: AB123,01/03/2020,Child death,3", "A1,04/03/2021,Other,4")
    )
    assert column(dataset, "reference") == ["A1"]
    (problem,) = [each for each in of_kind(dataset, ProblemKind.STRUCTURE) if each.row is not None]
    assert (problem.row, problem.value) == (2, "Example: AB123")
