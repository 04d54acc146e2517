"""The first sample: the Panel's published totals, and records that agree with themselves."""

from collections import Counter
from datetime import date

import openpyxl
import pytest

from tests.support.places import SAMPLE_DATA
from tests.unit.samples.sheets import PANEL, about, natures, notified, records

YEARS = {2020: (date(2020, 1, 1), date(2020, 12, 31)), 2021: (date(2021, 1, 1), date(2021, 12, 31))}
SHARED_BY_SIBLINGS = (
    "Date of incident", "Date local authority became aware", "Date notified", "Local authority", "Region",
    "Safeguarding partnership", "Nature of notification", "Number of children", "Ethnicity", "Factors",
    "Practice themes", "Rapid review due", "Rapid review received", "LCSPR decision", "LCSPR published",
    "Outline",
)  # fmt: skip


def first_children(found):
    return [record for record in found if record["Child number"] == 1]


def test_a_person_who_opens_the_file_is_told_first_that_nobody_in_it_is_real():
    book = openpyxl.load_workbook(SAMPLE_DATA / PANEL, read_only=True)
    assert book.sheetnames == ["About this file", "Notifications"]
    book.close()
    text = about(PANEL)
    assert "No row describes a real child" in text
    assert all(str(total) in text for total in (482, 514, 379, 398, 206, 299, 156, 242))
    assert "press release of 15 December 2022" in text


@pytest.mark.parametrize(
    ("year", "notifications", "by_notification", "children", "by_child"),
    [(2020, 482, (206, 267, 9), 514, (206, 299, 9)), (2021, 379, (156, 223, 0), 398, (156, 242, 0))],
)
def test_the_totals_are_the_published_ones(year, notifications, by_notification, children, by_child):
    of_year = notified(records(PANEL), *YEARS[year])
    assert len({record["Notification reference"] for record in of_year}) == notifications
    assert natures(first_children(of_year)) == by_notification
    assert len(of_year) == children
    assert natures(of_year) == by_child


def test_the_file_holds_two_whole_years_and_nothing_else():
    days = [record["Date notified"] for record in records(PANEL)]
    assert (min(days), max(days)) == (date(2020, 1, 2), date(2021, 12, 31))
    assert len(days) == 514 + 398


def test_siblings_share_everything_but_themselves():
    notifications = {}
    for record in records(PANEL):
        notifications.setdefault(record["Notification reference"], []).append(record)
    for children in notifications.values():
        assert [child["Child number"] for child in children] == list(range(1, len(children) + 1))
        assert children[0]["Number of children"] == len(children) <= 4
        for heading in SHARED_BY_SIBLINGS:
            assert len({child[heading] for child in children}) == 1, heading
        ages = [child["Age (years)"] for child in children]
        assert len(set(ages)) == len(ages)


def test_a_death_concerns_one_child():
    deaths = [record for record in records(PANEL) if record["Nature of notification"] == "Child death"]
    assert {record["Number of children"] for record in deaths} == {1}


def test_references_follow_the_date_notified():
    found = first_children(records(PANEL))
    references = [record["Notification reference"] for record in found]
    assert references == sorted(references)
    assert [record["Date notified"] for record in found] == sorted(
        record["Date notified"] for record in found
    )
    assert all(
        record["Notification reference"].startswith(f"SIN-{record['Date notified'].year}-")
        for record in found
    )


@pytest.mark.parametrize(
    ("nature", "cause", "per_cent"),
    [
        ("Child death", "Sudden unexpected death in infancy (SUDI)", 31),
        ("Child death", "Suicide", 20),
        ("Child death", "Maltreatment within the family", 17),
        ("Child death", "Extra-familial assault or homicide", 8),
        ("Serious harm", "Physical abuse", 38),
    ],
)
def test_the_causes_of_2020_have_their_published_shares(nature, cause, per_cent):
    of_nature = [
        record
        for record in first_children(notified(records(PANEL), *YEARS[2020]))
        if record["Nature of notification"] == nature
    ]
    share = sum(record["Cause of death or form of harm"] == cause for record in of_nature) / len(of_nature)
    assert 100 * share == pytest.approx(per_cent, abs=0.5)


@pytest.mark.parametrize(
    ("factor", "per_cent"), [("Domestic abuse", 42.6), ("Parental mental ill-health", 27.3)]
)
def test_the_factors_of_serious_harm_in_2020_have_their_published_shares(factor, per_cent):
    harm = [
        record
        for record in first_children(notified(records(PANEL), *YEARS[2020]))
        if record["Nature of notification"] == "Serious harm"
    ]
    present = sum(factor in (record["Factors"] or "").split("; ") for record in harm)
    assert 100 * present / len(harm) == pytest.approx(per_cent, abs=0.2)


def test_regions_are_about_as_frequent_as_their_children():
    counts = Counter(record["Region"] for record in first_children(records(PANEL)))
    assert len(counts) == 9
    assert counts["North East"] == min(counts.values())
    assert {region for region, _ in counts.most_common(3)} == {"South East", "North West", "London"}
