"""The fourth sample: each fault that it is there to show really stands in it."""

from datetime import datetime

import openpyxl
import pytest

from tests.support.places import SAMPLE_DATA
from tests.unit.samples.sheets import MESSY, about

HEADER_ROW, FIRST, LAST = 6, 7, 66


@pytest.fixture(scope="module")
def sheet():
    book = openpyxl.load_workbook(SAMPLE_DATA / MESSY)
    assert book.sheetnames == ["Cover", "Returns", "About this file"]
    return book["Returns"]


def column(sheet, heading):
    number = next(cell.column for cell in sheet[HEADER_ROW] if cell.value == heading)
    return [sheet.cell(row, number).value for row in range(FIRST, LAST + 1)]


def test_titles_stand_above_the_table_and_a_total_and_notes_below(sheet):
    assert sheet["A1"].value == "Serious incident notifications: returns log"
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:Q1"]
    assert sheet["A4"].value is sheet["A5"].value is None
    assert sheet["A67"].value == "TOTAL"
    assert sheet["F67"].value == "=SUM(F7:F66)"
    assert sheet["A69"].value == "Notes"
    assert sheet.max_row == 72


def test_headings_are_of_peoples_own_making(sheet):
    headings = [cell.value for cell in sheet[HEADER_ROW]]
    assert {"LA", "Ref No.", "Date SIN submitted", "Outcome", "LAC?", "Region "} <= set(headings)


def test_the_total_below_is_the_sum_of_the_numbers_above(sheet):
    numbers = [cell for cell in column(sheet, "No. of children") if isinstance(cell, int)]
    shown = openpyxl.load_workbook(SAMPLE_DATA / MESSY, data_only=True)["Returns"]["F67"].value
    assert shown == sum(numbers)


def test_dates_come_in_five_styles(sheet):
    dates = column(sheet, "Date SIN submitted")
    texts = [cell for cell in dates if isinstance(cell, str)]
    assert sum(isinstance(cell, datetime) for cell in dates) >= 20
    assert {"3rd March 2021", "05/04/2021", "2021-06-07", "31/02/2021"} <= set(texts)
    assert 44260 in dates
    assert dates.count(None) == 1


def test_suppressed_and_blank_cells_are_both_there(sheet):
    children = column(sheet, "No. of children")
    assert (children.count("c"), children.count(None)) == (2, 1)
    ages = column(sheet, "Age")
    assert (ages.count("c"), ages.count(None)) == (2, 1)
    assert column(sheet, "Outcome").count(None) == 1


def test_one_reference_is_used_twice_for_different_incidents(sheet):
    references = [str(cell).strip() for cell in column(sheet, "Ref No.")]
    assert len(references) == 60
    assert {reference for reference in references if references.count(reference) > 1} == {"R21-0018"}
    first, second = (number for number, reference in enumerate(references) if reference == "R21-0018")
    assert column(sheet, "LA")[first] != column(sheet, "LA")[second]
    assert column(sheet, "Outcome")[first] != column(sheet, "Outcome")[second]


def test_three_rows_are_hidden(sheet):
    hidden = [row for row, dimension in sheet.row_dimensions.items() if dimension.hidden]
    assert hidden == [20, 35, 50]


def test_spaces_trail_and_text_that_begins_with_an_equals_sign_is_text(sheet):
    assert any(cell != cell.strip() for cell in column(sheet, "LA"))
    with_sign = next(row[16] for row in sheet.iter_rows(FIRST, LAST) if str(row[16].value).startswith("="))
    assert with_sign.value == "=awaiting the strategy discussion, details to follow"
    assert with_sign.row == 40


def test_the_list_of_faults_names_cells_that_hold_them(sheet):
    book = openpyxl.load_workbook(SAMPLE_DATA / MESSY)
    listed = [
        (str(cell), content)
        for cell, _, content, meaning in book["About this file"].iter_rows(values_only=True, max_col=4)
        if meaning and cell != "Cell"
    ]
    assert len(listed) == 17
    for cell, content in listed:
        found = sheet[cell].value
        assert (str(found) if found is not None else None) == content


def test_the_file_says_that_nothing_in_it_is_true():
    assert "No row describes a real child" in about(MESSY)
    assert "No figure in this file is true" in about(MESSY)
