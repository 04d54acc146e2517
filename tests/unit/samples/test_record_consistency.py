"""The records of both record samples agree with themselves and with the map of England."""

from datetime import date, timedelta

import openpyxl
import pytest

from tests.support.places import SAMPLE_DATA
from tests.unit.samples.sheets import DFE, PANEL, REFERENCE, records, rows_of

FILES = (PANEL, DFE)
AGE_GROUPS = {"Under 1": (0, 0), "1-5": (1, 5), "6-10": (6, 10), "11-15": (11, 15), "16-17": (16, 17)}
THEMES = {
    "Critical thinking and professional challenge",
    "A whole-family approach to risk",
    "Racial, ethnic and cultural identity",
    "Vulnerability of babies",
    "Domestic abuse",
    "Risks outside the family",
}
CAUSES_OF_TEENAGERS = ("Suicide", "Child sexual exploitation", "Child criminal exploitation")
both_files = pytest.mark.parametrize("file", FILES)


def several(cell):
    return set(cell.split("; ")) if cell else set()


@both_files
def test_dates_stand_in_the_order_of_events(file):
    for record in records(file):
        order = [
            record["Date of incident"],
            record["Date local authority became aware"],
            record["Date notified"],
        ]
        known = [day for day in order if day]
        assert known == sorted(known)


@both_files
def test_most_authorities_notify_within_five_working_days_and_a_few_take_months(file):
    delays = [
        (record["Date notified"] - record["Date local authority became aware"]).days
        for record in records(file)
        if record["Date local authority became aware"]
    ]
    assert sum(delay <= 7 for delay in delays) > 0.6 * len(delays)
    assert max(delays) > 60


@both_files
def test_the_age_group_is_that_of_the_age(file):
    for record in records(file):
        if record["Age (years)"] is None:
            assert record["Age group"] == "Unknown"
        else:
            youngest, oldest = AGE_GROUPS[record["Age group"]]
            assert youngest <= record["Age (years)"] <= oldest


@both_files
def test_the_age_fits_the_cause(file):
    for record in records(file):
        cause = record["Cause of death or form of harm"]
        if cause == "Sudden unexpected death in infancy (SUDI)":
            assert record["Age group"] == "Under 1"
        elif cause in CAUSES_OF_TEENAGERS:
            assert record["Age (years)"] is None or record["Age (years)"] >= 12


@both_files
def test_the_authority_existed_on_the_day_and_lies_in_the_region(file):
    authorities = list(rows_of(REFERENCE / "authorities.csv"))
    for record in records(file):
        day = record["Date notified"].isoformat()
        regions = [
            row["region"]
            for row in authorities
            if row["name"] == record["Local authority"] and row["from"] <= day <= (row["to"] or "9999")
        ]
        assert regions == [record["Region"]]


@both_files
def test_looked_after_children_have_a_legal_status_and_others_none(file):
    for record in records(file):
        placed = record["Legal status"] not in ("Not looked after", "Unknown")
        assert placed == (record["Looked after"] == "Yes")


@both_files
def test_a_child_in_care_or_with_a_plan_is_known_to_the_agencies(file):
    for record in records(file):
        headings = ("Looked after", "Child in need plan", "Child protection plan")
        if "Yes" in [record[heading] for heading in headings]:
            assert record["Known to agencies"] == "Yes"


@both_files
def test_themes_are_the_six_of_the_panels_report_and_fit_the_record(file):
    named = set()
    for record in records(file):
        themes = several(record["Practice themes"])
        named |= themes
        assert "Domestic abuse" not in themes or "Domestic abuse" in several(record["Factors"])
        assert "Risks outside the family" not in themes or "Extra-familial harm" in several(record["Factors"])
    assert named == THEMES


@both_files
def test_a_rapid_review_is_due_fifteen_working_days_after_the_notification(file):
    due = {
        record["Date notified"]: record["Rapid review due"]
        for record in records(file)
        if record["Rapid review due"]
    }
    assert all(day.weekday() < 5 for day in due.values())
    # Fifteen working days are three weeks, and a day more for each bank holiday between.
    assert {(day - start).days for start, day in due.items()} <= set(range(21, 29))


def test_bank_holidays_do_not_count_as_working_days():
    due = {record["Date notified"]: record["Rapid review due"] for record in records(PANEL)}
    assert due[date(2020, 1, 2)] == date(2020, 1, 23)
    # Monday 3 January was a bank holiday: three weeks and one more working day, which is a Monday.
    assert due[date(2021, 12, 31)] == date(2022, 1, 24)


@both_files
def test_a_review_is_published_only_after_it_was_decided_on(file):
    for record in records(file):
        if record["LCSPR published"]:
            assert record["LCSPR decision"] == "Yes"
            assert record["LCSPR published"] > record["Rapid review received"] + timedelta(90)
        if record["LCSPR decision"] in ("Yes", "No"):
            assert record["Rapid review received"]


@both_files
def test_some_things_are_unknown_and_some_are_blank(file):
    found = records(file)
    for heading in ("Date of incident", "Date local authority became aware", "Disability", "Age (years)"):
        blanks = sum(record[heading] is None for record in found)
        assert 0 < blanks < 0.1 * len(found), heading
    for heading in ("Age group", "Sex", "Ethnicity", "Looked after"):
        assert any(record[heading] == "Unknown" for record in found), heading


@both_files
def test_the_outline_is_short_and_speaks_of_as_many_children_as_there_are(file):
    for record in records(file):
        assert 20 < len(record["Outline"]) < 260
        assert ("siblings" in record["Outline"]) == (record["Number of children"] > 1)


@both_files
def test_the_sheet_is_ready_to_work_with(file):
    book = openpyxl.load_workbook(SAMPLE_DATA / file)
    sheet = book["Notifications"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    headings = {cell.value: cell.column for cell in sheet[1]}
    notified = sheet.cell(2, headings["Date notified"])
    assert notified.is_date
    assert notified.number_format == "dd/mm/yyyy"
    assert not any(dimension.hidden for dimension in sheet.row_dimensions.values())
