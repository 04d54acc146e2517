"""Records come through as a careful person would read them, and every row is accounted for."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.units import Shape
from tests.unit.reading.books import (
    HEADINGS,
    RECORDS,
    accounts_add_up,
    column,
    of_kind,
    read,
    text_table,
    workbook,
)


def test_title_rows_and_notes_are_no_records(tmp_path: Path) -> None:
    rows = (
        ("Serious incident notifications 2021",),
        ("Draft",),
        (),
        HEADINGS,
        *RECORDS,
        (),
        ("Notes",),
        ("Source: returns by local authorities",),
    )
    dataset = read(workbook(tmp_path / "book.xlsx", rows))
    assert column(dataset, "reference") == ["00123", "00124", "00125"]
    assert dataset.row_numbers == range(5, 8)
    assert (dataset.sources[0].rows_read, dataset.sources[0].rows_left_out) == (3, 0)


def test_rows_inside_that_are_no_records_are_left_out_with_their_reason(tmp_path: Path) -> None:
    rows = (HEADINGS, RECORDS[0], (), HEADINGS, RECORDS[1], ("South East",), RECORDS[2], ("Total", 3, None))
    dataset = read(workbook(tmp_path / "book.xlsx", rows))
    assert column(dataset, "reference") == ["00123", "00124", "00125"]
    assert [(problem.row, problem.what) for problem in of_kind(dataset, ProblemKind.LEFT_OUT)] == [
        (3, "The row is blank."),
        (4, "The row repeats the headings."),
        (6, "The row holds one text alone: a note or the heading of a section, not a record."),
        (8, "The row is a total of other rows."),
    ]
    assert dataset.row_numbers == (2, 5, 7)
    assert accounts_add_up(dataset)


def test_headings_are_known_by_many_names(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Ref No.,DATE SIN SUBMITTED,Incident date,Outcome,L.A.,Gender,LAC?,Widgets",
        "A1,4 Jan 2021,2 Jan 2021,died,kent,m,y,7",
        "A2,5 Jan 2021,3 Jan 2021,SERIOUS  HARM,City of York,F,No,8",
    )
    dataset = read(path)
    assert list(dataset.frame.columns[:7]) == [
        "reference",
        "date_notified",
        "date_of_incident",
        "nature",
        "local_authority",
        "sex",
        "looked_after",
    ]
    assert column(dataset, "nature") == ["Child death", "Serious harm"]
    assert column(dataset, "local_authority") == ["Kent", "York"]
    assert column(dataset, "sex") == ["Male", "Female"]
    assert column(dataset, "looked_after") == ["Yes", "No"]
    assert [item.kind for item in dataset.columns if item.key == "widgets"] == [ColumnKind.NUMBER]


def test_a_missing_region_follows_from_the_authority(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Local authority",
        "A1,04/01/2021,Kent",
        "A2,05/01/2021,Atlantis",
    )
    dataset = read(path)
    assert column(dataset, "region") == ["South East", None]
    assert [problem.value for problem in of_kind(dataset, ProblemKind.VALUE)] == ["Atlantis"]
    assert any(problem.column == "Region" for problem in of_kind(dataset, ProblemKind.STRUCTURE))


@pytest.mark.parametrize(
    ("born", "incident", "group"),
    [
        ("05/01/2020", "04/01/2021", "Under 1"),  # the day before the first birthday
        ("05/01/2020", "05/01/2021", "1 to 5"),
        ("29/02/2004", "28/02/2020", "11 to 15"),
        ("29/02/2004", "29/02/2020", "16 to 17"),
        ("05/01/2021", "04/01/2021", None),  # not yet born
    ],
)
def test_an_age_group_follows_from_birth_and_incident(
    tmp_path: Path, born: str, incident: str, group: str | None
) -> None:
    path = text_table(
        tmp_path / "a.csv", "Reference,Date notified,DOB,Date of incident", f"A1,01/06/2021,{born},{incident}"
    )
    dataset = read(path)
    assert column(dataset, "age_group") == [group]
    assert [item.title for item in dataset.columns if item.key == "age_group"] == ["Age group (from age)"]


def test_ages_in_words_become_years_and_groups(tmp_path: Path) -> None:
    ages = ("<1", "8 months", "7m", "16 yrs", "5", "c", "18", "")
    lines = [f"A{number},04/01/2021,{age}" for number, age in enumerate(ages)]
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified,Age", *lines))
    assert column(dataset, "age") == [0, 0, 0, 16, 5, None, 18, None]
    assert column(dataset, "age_group")[:5] == ["Under 1", "Under 1", "Under 1", "16 to 17", "1 to 5"]
    assert column(dataset, "age_group")[5:] == [None, "18 and over", None]
    assert dataset.as_written["age"] == {5: "c"}


def test_shorthand_is_neither_zero_nor_blank(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Number of children,Nature",
        "A1,04/01/2021,0,[c]",
        "A2,x,[c],Child death",
        "A3,06/01/2021,,",
    )
    dataset = read(path)
    assert column(dataset, "children") == [0, None, None]
    assert dataset.as_written == {"children": {1: "[c]"}, "date_notified": {1: "x"}}
    assert column(dataset, "nature") == ["c", "Child death", None]
    assert dataset.shorthand == {"nature": ("c",)}
    assert len(of_kind(dataset, ProblemKind.SHORTHAND)) == 3


def test_several_values_in_a_cell_have_one_spelling_and_order(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Factors",
        'A1,04/01/2021,"Neglect; Domestic abuse"',
        'A2,05/01/2021,"domestic Abuse | neglect"',
        'A3,06/01/2021,"Domestic abuse\nNeglect; Neglect"',
        "A4,07/01/2021,",
    )
    assert column(read(path), "factors") == ["Domestic abuse; Neglect"] * 3 + [None]


def test_shorthand_in_place_of_several_values_is_no_value(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Factors",
        'A1,04/01/2021,"Neglect; Domestic abuse"',
        "A2,05/01/2021,[c]",
        "A3,06/01/2021,z",
    )
    dataset = read(path)
    assert column(dataset, "factors") == ["Domestic abuse; Neglect", "c", "z"]
    assert dataset.shorthand == {"factors": ("c", "z")}
    assert len(of_kind(dataset, ProblemKind.SHORTHAND)) == 2


def test_commas_separate_only_where_the_pieces_recur(tmp_path: Path) -> None:
    lists = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Factors",
        'A1,04/01/2021,"Neglect, Housing"',
        "A2,05/01/2021,Housing",
        "A3,05/01/2021,Neglect",
    )
    names = text_table(
        tmp_path / "b.csv",
        "Reference,Date notified,Themes",
        'A1,04/01/2021,"Racial, ethnic and cultural identity"',
        "A2,05/01/2021,Domestic abuse",
    )
    assert column(read(lists), "factors")[0] == "Housing; Neglect"
    assert column(read(names), "themes")[0] == "Racial, ethnic and cultural identity"


def test_dates_that_contradict_each_other_are_reported_and_kept(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv", "Reference,Date notified,Date of incident", "A1,24/01/2021,25/01/2021"
    )
    dataset = read(path)
    assert [(problem.row, problem.kind) for problem in dataset.problems] == [(2, ProblemKind.INCONSISTENT)]
    assert len(dataset.frame) == 1


def test_hidden_rows_and_columns_are_said_and_included(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", (HEADINGS, *RECORDS))
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["E"].hidden = True
    book.save(path)
    dataset = read(path)
    assert len(dataset.frame) == 3
    assert [(problem.what, problem.value) for problem in of_kind(dataset, ProblemKind.HIDDEN)] == [
        ("1 hidden row in the table", "3"),
        ("1 hidden column in the table", "E"),
    ]


def test_numbers_as_references_have_no_decimals_and_true_is_not_one(tmp_path: Path) -> None:
    rows = (
        ("Reference", "Date notified", "Disability", "Flag"),
        (5, date(2021, 1, 4), True, True),
        (6, date(2021, 1, 5), False, 1),
    )
    dataset = read(workbook(tmp_path / "book.xlsx", rows))
    assert column(dataset, "reference") == ["5", "6"]
    assert column(dataset, "disability") == ["Yes", "No"]
    assert column(dataset, "flag") == ["TRUE", "1"]


def test_a_merged_cell_counts_for_each_of_its_rows(tmp_path: Path) -> None:
    rows = (
        ("Reference", "Date notified", "Age"),
        ("A1", date(2021, 1, 4), 3),
        (None, date(2021, 1, 4), 5),
        ("A2", date(2021, 1, 5), 4),
    )
    path = workbook(tmp_path / "book.xlsx", rows)
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("A2:A3")
    book.save(path)
    dataset = read(path)
    assert column(dataset, "reference") == ["A1", "A1", "A2"]
    assert dataset.shape is Shape.CHILDREN
