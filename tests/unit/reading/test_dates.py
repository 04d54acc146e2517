"""Dates are read day first, from whatever they are written as; what is no date is kept and reported."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.reading_choices import DateOrder
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.files.grid import GridBuilder, Raw
from desktop_app.reading.values.date_texts import Precision, read_date, read_loose_date
from desktop_app.reading.values.dates import typed_dates
from desktop_app.reading.values.typed import Order, Typed
from tests.unit.reading.books import column, of_kind, read, text_table


def typed(*cells: object) -> tuple[Typed, Findings]:
    builder = GridBuilder()
    builder.add([[cell] for cell in (*cells, "end")])
    whole = builder.finish("").columns[0]
    findings = Findings([("f", "s")], np.arange(1, len(cells) + 1))
    return typed_dates(whole.taken(np.arange(len(cells))), "Date", findings), findings


@pytest.mark.parametrize(
    "written",
    [
        date(2021, 3, 4),
        datetime(2021, 3, 4, 13, 30),
        "04/03/2021",
        "4/3/21",
        "4.3.2021",
        "04-03-2021",
        "2021-03-04",
        "2021-03-04T10:15:00",
        "04/03/2021 10:15",
        "20210304",
        "4 March 2021",
        "4th March 2021",
        "4th of March, 2021",
        "Thursday 4 March 2021",
        "Thurs, 4 Mar 21",
        "4-Mar-21",
        "March 4, 2021",
        44259.0,
        "44259",
    ],
)
def test_one_day_in_many_spellings(written: Raw) -> None:
    reading = read_date(written)
    assert reading is not None
    assert reading.day == date(2021, 3, 4)


@pytest.mark.parametrize(
    "written",
    ["31/02/2021", "29/02/2021", "45/45/2021", "2021", 2021.0, 12.0, "soon", "4 Marvellous 2021", "n/a"],
)
def test_what_is_no_date(written: Raw) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "day", "precision"),
    [
        ("1/4/21 (am)", date(2021, 4, 1), Precision.DAY),
        ("01/04/2021 at 14.30", date(2021, 4, 1), Precision.DAY),
        ("01/04/2021 - 14:30hrs", date(2021, 4, 1), Precision.DAY),
        ("1 April 2021, evening", date(2021, 4, 1), Precision.DAY),
        ("8/2022", date(2022, 8, 1), Precision.MONTH),
        ("late March 2021", date(2021, 3, 1), Precision.MONTH),
        ("w/c 5 July 2021", date(2021, 7, 5), Precision.WEEK),
        ("Week commencing 05/07/2021", date(2021, 7, 5), Precision.WEEK),
        ("c. 5 July 2021", date(2021, 7, 5), Precision.ABOUT),
        ("05/07/2021?", date(2021, 7, 5), Precision.ABOUT),
        ("05/07/2021 (approx)", date(2021, 7, 5), Precision.ABOUT),
        ("5-6 July 2021", date(2021, 7, 5), Precision.DAYS),
        ("5th/6th July 2021", date(2021, 7, 5), Precision.DAYS),
        ("05/07/2021 (notified late)", date(2021, 7, 5), Precision.REMARK),
    ],
)
def test_a_day_that_a_column_of_dates_names_less_exactly(
    written: str, day: date, precision: Precision
) -> None:
    assert read_date(written) is None or precision in {Precision.DAY, Precision.MONTH}
    reading = read_loose_date(written)
    assert reading is not None
    assert (reading.day, reading.precision) == (day, precision)


@pytest.mark.parametrize(
    "written",
    [
        "2020/21",
        "13/2022",
        "6-5 July 2021",
        "30-31 June 2021",
        "01/02/2021 - 05/06/2021",
        "w/c",
        "Q2 2021",
        "tbc",
    ],
)
def test_what_names_no_day_even_in_a_column_of_dates(written: str) -> None:
    assert read_loose_date(written) is None


def test_what_is_said_of_dates_that_are_not_exact() -> None:
    result, findings = typed("w/c 13/07/2021", "about 5 May 2021", "17/01/2202", "31/02/2021")
    days = result.values.astype("datetime64[D]").tolist()
    assert days == [date(2021, 7, 13), date(2021, 5, 5), None, None]
    said = [problem.what for problem in findings.problems]
    assert any("name a week (in 1 row)" in what for what in said)
    assert any("about right (in 1 row)" in what for what in said)
    assert any("17/01/2202" in what and "in no year from 1900 to 2100" in what for what in said)
    assert any("31/02/2021" in what and "not a date that exists" in what for what in said)


def test_serial_numbers_count_from_another_day_in_the_1904_system() -> None:
    reading = read_date(42797.0, epoch_1904=True)
    assert reading is not None
    assert reading.day == date(2021, 3, 4)


def test_two_digit_years_turn_at_fifty_as_in_excel() -> None:
    readings = [read_date(f"1/1/{year}") for year in ("49", "50")]
    assert [reading.day.year for reading in readings if reading] == [2049, 1950]


def test_a_month_without_a_day_is_its_first_and_is_said() -> None:
    result, findings = typed("Mar-21", "April 2021")
    assert result.values.astype("datetime64[D]").tolist() == [date(2021, 3, 1), date(2021, 4, 1)]
    assert "in 2 rows" in findings.problems[0].what


def test_the_month_comes_first_only_where_the_column_proves_it() -> None:
    american, findings = typed("03/25/2021", "04/05/2021")
    assert american.values.astype("datetime64[D]").tolist() == [date(2021, 3, 25), date(2021, 4, 5)]
    assert "month first" in findings.problems[0].what
    mixed, findings = typed("25/03/2021", "03/26/2021", "04/05/2021")
    assert mixed.values.astype("datetime64[D]").tolist() == [date(2021, 3, 25), None, date(2021, 5, 4)]
    assert mixed.as_written == {1: "03/26/2021"}
    uncertain, impossible = findings.problems
    assert "either order: “25/03/2021” and “03/26/2021”" in uncertain.what
    assert impossible.row == 2


@pytest.mark.parametrize(
    ("plain", "odd", "why"),
    [
        (36, 1, "only “03/13/2021”, one date of 37, shows the month first"),
        (10, 1, "only “03/13/2021”, one date of 11, shows the month first"),
        (58, 3, "only 3 dates of 61 show the month first, such as “03/13/2021”"),  # 4.9%
    ],
)
def test_a_few_slips_among_many_dates_turn_no_column_round(plain: int, odd: int, why: str) -> None:
    result, findings = typed(*["04/05/2021"] * plain, *["03/13/2021"] * odd)
    assert result.order == Order(DateOrder.DAY_FIRST, False, why)
    assert result.values.astype("datetime64[D]").tolist() == [date(2021, 5, 4)] * plain + [None] * odd
    uncertain, slip = findings.problems
    assert uncertain.what == f"Whether the day or the month comes first is uncertain: {why}"
    assert slip.row == plain + 1
    assert "is not a date that exists" in slip.what


@pytest.mark.parametrize(("plain", "odd"), [(9, 1), (57, 3), (14, 22)])  # one in ten, 5%, as in America
def test_enough_dates_that_show_the_month_first_decide_for_all(plain: int, odd: int) -> None:
    result, _ = typed(*["04/05/2021"] * plain, *["03/13/2021"] * odd)
    assert result.order == Order(DateOrder.MONTH_FIRST, True, "as “03/13/2021” shows")
    assert result.values[0].astype("datetime64[D]").tolist() == date(2021, 4, 5)


def test_one_date_that_shows_the_day_first_is_enough() -> None:
    result, _ = typed(*["04/05/2021"] * 36, "13/03/2021")
    assert result.order == Order(DateOrder.DAY_FIRST, True, "as “13/03/2021” shows")


def test_an_order_that_no_date_shows_is_day_first_and_said_to_be_uncertain() -> None:
    doubtful, findings = typed("04/03/2021", "05/04/2021")
    assert doubtful.values.astype("datetime64[D]").tolist() == [date(2021, 3, 4), date(2021, 4, 5)]
    assert doubtful.order == Order(DateOrder.DAY_FIRST, False, "no date shows which number is the month")
    assert "uncertain" in findings.problems[0].what
    real, findings = typed(date(2021, 3, 4), "4 May 2021", "2021-05-06")
    assert real.order is None
    assert findings.problems == ()


def test_an_impossible_date_keeps_its_row_and_its_text(tmp_path: Path) -> None:
    path = text_table(
        tmp_path / "a.csv",
        "Reference,Date notified,Nature",
        "A1,31/02/2021,Death",
        "A2,31/02/2021,Death",
        "A3,01/03/2021,Death",
    )
    dataset = read(path)
    assert column(dataset, "date_notified") == [None, None, date(2021, 3, 1)]
    assert dataset.as_written["date_notified"] == {0: "31/02/2021", 1: "31/02/2021"}
    (problem,) = of_kind(dataset, ProblemKind.DATE)
    assert (problem.row, problem.value) == (2, "31/02/2021")
    assert "in 2 rows" in problem.what
    assert of_kind(dataset, ProblemKind.MISSING) == []


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_of_the_spreadsheet_is_told_as_one(error: str) -> None:
    whats = [problem.what for problem in typed("25/03/2021", error)[1].problems]
    assert whats == [f"“{error}” is an error of the spreadsheet (in 1 row)"]


def test_a_long_text_with_control_characters_is_quoted_short_and_harmless() -> None:
    (problem,) = typed("25/03/2021", "\x1b[2J\u202e" + "long\n" * 5_000)[1].problems
    assert problem.what.startswith("“\ufffd[2J\ufffdlong long ")
    assert problem.what.endswith("…” is not a date that can be read (in 1 row)")
    assert len(problem.what) < 170
    assert len(problem.value) == 120


@pytest.mark.parametrize("others", [1, 2, 40])
def test_a_date_of_1900_is_an_empty_cell_whatever_the_others_are(tmp_path: Path, others: int) -> None:
    rows = [f"A{at},13/03/2021" for at in range(others)]
    dataset = read(text_table(tmp_path / "a.csv", "Reference,Date notified", *rows, "Z,1/1/1900"))
    assert column(dataset, "date_notified") == [date(2021, 3, 13)] * others + [None]
    (found,) = of_kind(dataset, ProblemKind.DATE)
    assert found.row == others + 2
    assert found.what == "“1/1/1900” is how a spreadsheet shows 0 or nothing as a date (in 1 row)"
