"""Values are recognised in many spellings, and what is not recognised stays as written."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnKind
from desktop_app.reading.values.number_texts import read_age, read_number
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.spelling import match_key
from tests.unit.reading.books import column, of_kind, read, text_table, workbook


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("76,409", 76409),
        ("1 234", 1234),
        ("12\u202f345.5", 12345.5),
        ("01632 960000", None),
        (" 5 ", 5),
        ("-3", -3),
        ("−3", -3),
        ("12.5%", 12.5),
        ("£1,200.50", 1200.5),
        ("5 [r]", 5),
        ("0", 0),
        (7.0, 7),
        ("", None),
        ("c", None),
        ("1,2", None),
        ("about 5", None),
        ("16-17", None),
    ],
)
def test_numbers(written: str | float, number: float | None) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("<1", 0),
        ("Under 1 year", 0),
        ("less than one", 0),
        ("8 months", 0),
        ("14m", 1),
        ("3 weeks old", 0),
        ("10 days", 0),
        ("16 yrs", 16),
        ("2 years 3 months", 2),
        (4.0, 4),
        ("16-17", None),
        ("10/12", 0),
        ("18/12", 1),
        ("2 10/12", 2),
        ("6/52", 0),
        ("5/7", 0),
        ("60 weeks", 1),
        ("3 weeks 2 days", 0),
        ("36 hours", 0),
        ("2½", 2),
        ("2½ years", 2),
        ("2 and a half", 2),
        ("newborn", 0),
        ("6-8 weeks", 0),
        ("<6 months", 0),
        ("three years", 3),
        ("seventeen", 17),
        ("17y 11m", 17),
        ("16 yrs & 3 mths", 16),
        ("aged 5", 5),
        ("approx. 3", 3),
        ("15-year-old", 15),
        ("15 year old", 15),
        ("14 (LAC)", 14),
        ("under 5", None),
        ("<18 months", None),
        ("21/2", None),
        ("3-4 years", None),
        ("unborn", None),
        ("c", None),
    ],
)
def test_ages(written: str | float, years: float | None) -> None:
    assert read_age(written) == years


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 to 5", "1–5"), ("Looked after", "LOOKED-AFTER "), ("Mixed / Multiple", "mixed/multiple")],
)
def test_what_counts_as_the_same_value(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(("one", "other"), [("1-5", "15"), ("<1", "1"), ("16-17", "1617")])
def test_what_does_not(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("written", "name", "region"),
    [
        ("Leeds City Council", "Leeds", "Yorkshire and The Humber"),
        ("LB Camden", "Camden", "London"),
        ("Royal Borough of Greenwich", "Greenwich", "London"),
        ("Bristol", "Bristol, City of", "South West"),
        ("St Helens", "St. Helens", "North West"),
        ("E08000016", "Barnsley", "Yorkshire and The Humber"),
        ("E08000038", "Barnsley", "Yorkshire and The Humber"),
        ("E10000016", "Kent", "South East"),
    ],
)
def test_authorities_by_name_and_code(written: str, name: str, region: str) -> None:
    authority = authority_of(written)
    assert authority is not None
    assert (authority.name, authority.region) == (name, region)


@pytest.mark.parametrize("written", ["", "North", "Kentish Town", "England", "Borough", "x"])
def test_what_is_no_authority_is_not_guessed(written: str) -> None:
    assert authority_of(written) is None


def test_unknown_values_stay_as_written_and_are_reported_once(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Sex,Cause",
        "A1,04/01/2021,U,Neglect",
        "A2,04/01/2021,Robot,neglect",
        "A3,04/01/2021,robot,Neglect",
        "A4,04/01/2021,Robot,Other",
    )
    dataset = read(path)
    assert column(dataset, "sex") == ["Unknown", "Robot", "Robot", "Robot"]
    assert column(dataset, "cause") == ["Neglect", "Neglect", "Neglect", "Other"]
    (problem,) = of_kind(dataset, ProblemKind.VALUE)
    assert (problem.row, problem.value) == (3, "Robot")
    assert "in 3 rows" in problem.what


def test_categories_stand_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    lines = [
        f"A{number},04/01/2021,{group}" for number, group in enumerate(("16-17", "zzz", "<1", "6 to 10"))
    ]
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified,Age group", *lines))
    assert dataset.frame["age_group"].cat.categories.tolist() == ["Under 1", "6 to 10", "16 to 17", "zzz"]


@pytest.mark.parametrize(
    ("heading", "values", "kind"),
    [
        ("Started", ("1 May 2021", "2 May 2021"), ColumnKind.DATE),
        ("Cost", ("1.5", "c", "3"), ColumnKind.NUMBER),
        ("Cost code", ("15", "16"), ColumnKind.IDENTIFIER),
        ("Desk", ("007", "015"), ColumnKind.IDENTIFIER),
        ("Year", ("2020", "2021"), ColumnKind.CATEGORY),
        ("Year", ("202021", "202122"), ColumnKind.CATEGORY),
        ("Team", ("North", "South"), ColumnKind.CATEGORY),
        ("Tags", ("a; b", "c"), ColumnKind.SEVERAL),
        ("Remark", tuple(f"remark number {n} is unlike others" for n in range(99)), ColumnKind.TEXT),
        ("Blank", ("", ""), ColumnKind.TEXT),
    ],
)
def test_unknown_columns_are_read_by_what_they_hold(
    tmp_path: Path, heading: str, values: tuple[str, ...], kind: ColumnKind
) -> None:
    lines = [f"A{number},04/01/2021,{value}" for number, value in enumerate(values)]
    dataset = read(text_table(tmp_path / "a.csv", f"Reference,Date notified,{heading}", *lines))
    assert dataset.columns[2].kind is kind
    assert not dataset.columns[2].known


def test_two_columns_with_one_heading_are_both_kept(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv", "Reference,Date notified,Mark,Mark,Region,Region", "A1,04/01/2021,1,2,London,x"
    )
    dataset = read(path)
    assert list(dataset.frame.columns) == [
        "reference",
        "date_notified",
        "mark",
        "mark_2",
        "region",
        "region_2",
    ]
    assert any("Region" in problem.what for problem in of_kind(dataset, ProblemKind.STRUCTURE))


def test_age_bands_are_told_from_ages_and_brought_back_from_dates(tmp_path: Path) -> None:
    bands = ("<1", "01/05/2021", "06/10/2021", "01/11/2015", "16-17", "8 months", "4", "old")
    lines = [f"A{number},24/01/2021,{band}" for number, band in enumerate(bands)]
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified,Age band", *lines))
    assert column(dataset, "age_group") == [
        "Under 1",
        "1 to 5",
        "6 to 10",
        "11 to 15",
        "16 to 17",
        "Under 1",
        "1 to 5",
        "old",
    ]
    assert [problem.value for problem in of_kind(dataset, ProblemKind.VALUE)] == ["old"]
    named_age = read(text_table(tmp_path / "b.csv", "Reference,Date notified,Age", *lines[:5]))
    assert column(named_age, "age_group") == column(dataset, "age_group")[:5]
    ages = read(text_table(tmp_path / "c.csv", "Reference,Date notified,Age", "A1,24/01/2021,4"))
    assert column(ages, "age") == [4]


def test_bands_that_excel_made_dates_are_said(tmp_path: Path) -> None:
    rows = (("Reference", "Date notified", "Age band"), ("A1", date(2021, 1, 24), date(2021, 5, 1)))
    dataset = read(workbook(tmp_path / "a.xlsx", rows))
    assert column(dataset, "age_group") == ["1 to 5"]
    (problem,) = of_kind(dataset, ProblemKind.VALUE)
    assert "turned age bands" in problem.what


def test_london_is_not_taken_for_the_city_of_london() -> None:
    assert authority_of("London") is None
    city = authority_of("City of London")
    assert city is not None
    assert city.region == "London"
