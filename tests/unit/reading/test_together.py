"""Sheets of years are read together, copies and what was cast off are not, and either is told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.state import ViewState
from desktop_app.presentation.words.guards import guards
from tests.unit.reading.books import HEADINGS, RECORDS, Row, accounts_add_up, column, read

TODAY = date(2026, 11, 1)
OTHERS = tuple((f"9{reference}", *rest) for reference, *rest in RECORDS)


def book(path: Path, **sheets: Sequence[Row]) -> Dataset:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return read(path)


def told(dataset: Dataset) -> str:
    return " ".join(notice.text for notice in guards(compute(dataset, ViewState(), TODAY)))


def test_sheets_of_years_are_read_together_although_their_headings_differ(tmp_path: Path) -> None:
    renamed = ("Ref", "Date Notified ", "Incident date", "NATURE", "LA", "Region", "Outcome of review")
    later = tuple((*row, "Pending") for row in OTHERS)
    dataset = book(tmp_path / "a.xlsx", **{"2020": (HEADINGS, *RECORDS), "2021": (renamed, *later)})
    assert column(dataset, "reference") == ["00123", "00124", "00125", "900123", "900124", "900125"]
    assert accounts_add_up(dataset)
    assert "holds 2 tables that are counted together, on the sheets “2020” and “2021”." in told(dataset)


@pytest.mark.parametrize("name", ["Not_notified", "Old data", "2021_draft", "Example"])
def test_a_sheet_that_says_it_is_something_else_is_not_counted_and_that_is_told(
    tmp_path: Path, name: str
) -> None:
    dataset = book(tmp_path / "a.xlsx", **{"2021": (HEADINGS, *RECORDS), name: (HEADINGS, *OTHERS)})
    assert len(dataset.frame) == 3
    words = name.replace("_", " ")
    assert f"also holds records or counts on “{words}”, which are not counted here." in told(dataset)


def test_a_block_under_a_title_that_says_so_is_not_counted(tmp_path: Path) -> None:
    rows = (HEADINGS, *RECORDS, (), ("Considered but not notified",), HEADINGS, *OTHERS)
    dataset = book(tmp_path / "a.xlsx", Log=rows)
    assert len(dataset.frame) == 3
    assert "also holds records or counts" in told(dataset)


def test_copies_of_rows_are_not_counted_twice(tmp_path: Path) -> None:
    without = tuple(row[1:] for row in (HEADINGS, *RECORDS))
    by_area = {"Leeds": (without[0], *without[1:2]), "Kent": (without[0], *without[3:])}
    dataset = book(tmp_path / "a.xlsx", Master=without, **by_area)
    assert len(dataset.frame) == 3
    assert "on “Leeds” and “Kent”, which are not counted here." in told(dataset)


def test_the_children_of_the_same_notifications_are_not_added_to_them(tmp_path: Path) -> None:
    children = [("Reference", "Child number", "Date notified", "Nature", "Age")]
    children += [(row[0], number, row[1], row[3], 5 + number) for row in RECORDS for number in (1, 2)]
    dataset = book(tmp_path / "a.xlsx", Notifications=(HEADINGS, *RECORDS), Children=children)
    assert len(dataset.frame) == 3
    assert "also holds records or counts" in told(dataset)


@pytest.mark.parametrize("name", ["Archive 2020", "Considered by the panel", "0-4 years old"])
def test_a_sheet_whose_name_only_sounds_like_it_is_counted(tmp_path: Path, name: str) -> None:
    dataset = book(tmp_path / "a.xlsx", **{"2021": (HEADINGS, *RECORDS), name: (HEADINGS, *OTHERS)})
    assert len(dataset.frame) == 6


def test_one_table_alone_needs_no_word(tmp_path: Path) -> None:
    dataset = book(tmp_path / "a.xlsx", Log=(HEADINGS, *RECORDS), Codes=(("Code", "Name"), ("a", "b")))
    assert "counted" not in told(dataset)
