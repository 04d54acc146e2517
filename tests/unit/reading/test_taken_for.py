"""What a column is taken for by its heading and its cells, where either alone would mislead."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import Shape
from desktop_app.reading.finding.headings import column_for
from desktop_app.reading.values.named_periods import Calendar, named_period
from tests.unit.reading.books import column, of_kind, read, text_table


def kinds(path: Path) -> dict[str, ColumnKind]:
    return {item.heading: item.kind for item in read(path).columns}


def test_counts_under_number_are_numbers_and_numbers_that_name_are_not(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Area,Number,Count of ID,Case number,URN,",
        "Kent,12,3,2051,100023,E10000016",
        "Leeds,7,4,2052,100024,383",
        "Devon,9,5,2053,100025,878",
    )
    found = kinds(path)
    assert found["Number"] is found["Count of ID"] is ColumnKind.NUMBER
    assert found["Case number"] is found["URN"] is found[""] is ColumnKind.IDENTIFIER


@pytest.mark.parametrize(("heading", "key"), [("Child no", "child_number"), ("Child ID", "child_number")])
def test_a_childs_number_is_known(heading: str, key: str) -> None:
    spec = column_for(heading)
    assert spec is not None
    assert spec.key == key


def test_no_child_counts_cases_without_one() -> None:
    assert column_for("No child") is None


LOG = "Reference,Date notified,Child,Nature"


def test_names_under_child_number_no_children(tmp_path: Path) -> None:
    named = ("R1,04/03/2021,J.S.,Child death", "R2,05/03/2021,girl,Serious harm", "R3,06/03/2021,baby,Other")
    dataset = read(text_table(tmp_path / "a.csv", LOG, *named))
    assert dataset.shape is Shape.NOTIFICATIONS
    assert column(dataset, "child") == ["J.S.", "girl", "baby"]
    numbered = ("R1,04/03/2021,1,Child death", "R1,04/03/2021,2,Serious harm", "R3,06/03/2021,Child 1,Other")
    dataset = read(text_table(tmp_path / "b.csv", LOG, *numbered))
    assert dataset.shape is Shape.CHILDREN


def test_letters_of_bands_are_no_shorthand(tmp_path: Path) -> None:
    path = text_table(tmp_path / "a.csv", "Area,Quartile band", "Kent,A", "Leeds,B", "Devon,C", "Essex,D")
    dataset = read(path)
    assert column(dataset, "quartile_band") == ["A", "B", "C", "D"]
    assert not of_kind(dataset, ProblemKind.SHORTHAND)
    path = text_table(tmp_path / "b.csv", "Area,Rating", "Kent,Good", "Leeds,c", "Devon,Good", "Essex,Poor")
    (problem,) = of_kind(read(path), ProblemKind.SHORTHAND)
    assert problem.value == "c"


def test_bands_under_age_that_are_not_the_catalogues_stay_as_written(tmp_path: Path) -> None:
    rows = [
        f"R{number},04/03/2021,{age}"
        for number, age in enumerate(("1-4", "<5 yrs", "5-9", "10 to 14", "15+"))
    ]
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified,Age", *rows))
    assert [item.known for item in dataset.columns if item.heading == "Age"] == [False]
    assert not of_kind(dataset, ProblemKind.NUMBER)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Apr '22 – Sep '22", date(2022, 4, 1), date(2022, 9, 30)),
        ("Apr 22 - Mar 23", date(2022, 4, 1), date(2023, 3, 31)),
        ("October 2022 to March 2023", date(2022, 10, 1), date(2023, 3, 31)),
        ("1 April 2022 to 31 March 2023", date(2022, 4, 1), date(2023, 3, 31)),
        ("01/04/2022 - 30/06/2022", date(2022, 4, 1), date(2022, 6, 30)),
    ],
)
def test_ranges_of_months_and_days_are_periods(text: str, first: date, last: date) -> None:
    assert named_period(text, Calendar()) == (first, last)


def test_days_that_are_no_whole_months_are_no_period() -> None:
    assert named_period("5 April 2022 to 4 April 2023", Calendar()) is None
    assert named_period("01/04/2022 - 15/06/2022", Calendar()) is None


def test_a_day_that_never_was_and_words_are_told_apart(tmp_path: Path) -> None:
    rows = ("R1,31/02/2021", "R2,after half term", "R3,04/03/2021", "R4,05/03/2021", "R5,06/03/2021")
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified", *rows))
    told = [problem.what for problem in of_kind(dataset, ProblemKind.DATE)]
    assert told == [
        "“31/02/2021” is not a date that exists (in 1 row)",
        "“after half term” is not a date that can be read (in 1 row)",
    ]
