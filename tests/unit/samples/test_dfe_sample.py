"""The second sample: DfE's published totals, year by year."""

from datetime import date

import pytest

from tests.unit.samples.sheets import DFE, about, natures, notified, records

PUBLISHED = {
    2019: (449, (188, 253, 8)),
    2020: (536, (223, 284, 29)),
    2021: (442, (191, 227, 24)),
    2022: (456, (201, 244, 11)),
    2023: (405, (205, 180, 20)),
    2024: (338, (162, 167, 9)),
    2025: (357, (160, 188, 9)),
}


def of_year(start):
    return notified(records(DFE), date(start, 4, 1), date(start + 1, 3, 31))


@pytest.mark.parametrize("start", PUBLISHED)
def test_each_year_has_its_published_total_and_split(start):
    total, split = PUBLISHED[start]
    assert len(of_year(start)) == total
    assert natures(of_year(start)) == split


def test_the_file_holds_those_seven_years_and_nothing_else():
    days = [record["Date notified"] for record in records(DFE)]
    assert len(days) == 2983
    assert (min(days), max(days)) == (date(2019, 4, 1), date(2026, 3, 31))


@pytest.mark.parametrize(("start", "halves"), [(2019, (225, 224)), (2020, (285, 251))])
def test_the_halves_that_are_published_hold(start, halves):
    first = notified(records(DFE), date(start, 4, 1), date(start, 9, 30))
    second = notified(records(DFE), date(start, 10, 1), date(start + 1, 3, 31))
    assert (len(first), len(second)) == halves


def test_191_of_the_notifications_of_2020_21_concern_a_child_under_one():
    assert sum(record["Age group"] == "Under 1" for record in of_year(2020)) == 191


@pytest.mark.parametrize(("start", "looked_after"), [(2023, 99), (2024, 93), (2025, 113)])
def test_as_many_children_are_looked_after_as_published(start, looked_after):
    assert sum(record["Looked after"] == "Yes" for record in of_year(start)) == looked_after


def test_one_row_is_one_notification():
    references = [record["Notification reference"] for record in records(DFE)]
    assert len(set(references)) == len(references)
    assert {record["Number of children"] for record in records(DFE)} == {1, 2, 3, 4}


def test_the_file_says_that_nobody_in_it_is_real():
    assert "No row describes a real child" in about(DFE)
    assert "Open Government Licence" in about(DFE)
