"""What cannot be true together is found: totals and parts, percentages, hidden cells, ages and places."""

from pathlib import Path

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.problems import Problem, ProblemKind
from tests.unit.reading.books import of_kind, read, text_table

HEAD = "time_period,time_identifier,geographic_level,country_name,region_name,sin_breakdown,category,number"


def contradictions(dataset: Dataset) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.what) for problem in of_kind(dataset, ProblemKind.INCONSISTENT)]


def disclosed(dataset: Dataset) -> list[Problem]:
    return of_kind(dataset, ProblemKind.DISCLOSED)


def published(tmp_path: Path, *rows: str, extra: str = "") -> Dataset:
    lines = [f"202021,Financial year,National,England,,{row}" for row in rows]
    return read(text_table(tmp_path / "a.csv", HEAD + extra, *lines))


def test_parts_that_do_not_make_their_total(tmp_path: Path) -> None:
    dataset = published(
        tmp_path, "Total,Total,224", "Gender,Male,121", "Gender,Female,98", "Gender,Unknown,4"
    )
    assert contradictions(dataset) == [
        (2, "The parts by sex sum to 223, but their total is 224 (01 Apr 2020 to 31 Mar 2021)")
    ]
    right = published(tmp_path, "Total,Total,224", "Gender,Male,121", "Gender,Female,98", "Gender,Unknown,5")
    assert contradictions(right) == []


def test_rounded_parts_may_differ_by_what_rounding_explains(tmp_path: Path) -> None:
    dataset = published(tmp_path, "Total,Total,220", "Gender,Male,120", "Gender,Female,90")
    assert contradictions(dataset) == []


def test_two_hidden_cells_whose_sum_is_small_are_told(tmp_path: Path) -> None:
    """DfE's second half of 2019-20: 224 in all, 121 and 98 shown, two cells hidden."""
    rows = (
        "Total,Total,224",
        "Gender,Male,121",
        "Gender,Female,98",
        "Gender,Unknown,c",
        "Gender,Transgender,c",
    )
    (found,) = disclosed(published(tmp_path, *rows))
    assert "(Unknown, Transgender) sum to 5 (01 Apr 2020 to 31 Mar 2021)" in found.what


def test_one_hidden_cell_beside_its_total_is_told(tmp_path: Path) -> None:
    rows = ("Total,Total,224", "Gender,Male,121", "Gender,Female,98", "Gender,Unknown,c")
    (found,) = disclosed(published(tmp_path, *rows))
    assert found.row == 5
    assert found.what.endswith(": 5")


def test_what_is_not_available_discloses_nothing(tmp_path: Path) -> None:
    rows = ("Total,Total,224", "Gender,Male,121", "Gender,Female,98", "Gender,Unknown,x")
    dataset = published(tmp_path, *rows)
    assert (disclosed(dataset), contradictions(dataset)) == ([], [])


def test_a_percentage_off_its_count(tmp_path: Path) -> None:
    rows = ("Total,Total,200,100", "Gender,Male,120,60", "Gender,Female,80,45")
    dataset = published(tmp_path, *rows, extra=",percentage")
    assert contradictions(dataset) == [(4, "45% is given where 80 of 200 are 40.0%")]


def test_natures_that_count_children_beside_a_total_of_notifications(tmp_path: Path) -> None:
    """The Panel's 2021 report: 379 notifications about 398 children, split into 156 and 242."""
    path = text_table(
        tmp_path / "a.csv",
        "Year,Notifications,Children,Deaths,Serious harm,Other",
        "2020,482,514,206,267,9",
        "2021,379,398,156,242,0",
    )
    ((row, what),) = contradictions(read(path))
    assert row == 3
    assert what.startswith(
        "The parts by nature sum to 398, but their total is 379 (01 Jan 2021 to 31 Dec 2021); "
        "398 is the number of children"
    )


def test_age_against_date_of_birth(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date of incident,Date of birth,Age,Nature",
        "A1,24/01/2021,23/01/2015,6,Child death",
        "A2,24/01/2021,25/06/2015,6,Child death",
        "A3,24/01/2021,25/01/2012,12,Child death",
    )
    assert contradictions(read(path)) == [(4, "Age is 12, but a child born on 25/01/2012 was 8")]


def test_why_dates_of_birth_give_no_age_groups_is_told(tmp_path: Path) -> None:
    rows = ("Reference,Date notified,DOB,Nature", "A1,24/01/2021,23/01/2015,Child death")
    dataset = read(text_table(tmp_path / "a.csv", *rows))
    assert not dataset.has("age_group")
    (told,) = of_kind(dataset, ProblemKind.STRUCTURE)
    assert told.what.startswith("The file gives dates of birth but no dates of incident")
    assert told.done.startswith("No age groups were added")


def test_an_authority_beside_another_region(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Local authority,Region",
        "A1,24/01/2021,Leeds,Yorkshire & Humber",
        "A2,24/01/2021,Kent,London",
        "A3,24/01/2021,Elsewhere,London",
    )
    assert contradictions(read(path)) == [(3, "Kent is in South East, not in London")]
