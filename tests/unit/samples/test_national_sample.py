"""The third sample: published figures in DfE's tidy layout, and nothing invented."""

from tests.support.places import SAMPLE_DATA
from tests.unit.samples.sheets import NATIONAL, rows_of

ROWS = list(rows_of(SAMPLE_DATA / NATIONAL))
TOTAL = ("Total", "Total")


def numbers(quarter, group, nature):
    return {
        row["time_period"]: int(row["number_notifications"])
        for row in ROWS
        if (row["quarter"], (row["breakdown_topic"], row["breakdown"]), row["nature_of_notification"])
        == (quarter, group, nature)
    }


def test_the_columns_are_those_of_dfes_releases_since_2024():
    assert ",".join(ROWS[0]) == (
        "time_period,time_identifier,quarter,geographic_level,country_code,country_name,"
        "breakdown_topic,breakdown,nature_of_notification,number_notifications"
    )
    assert {(row["time_identifier"], row["geographic_level"], row["country_code"]) for row in ROWS} == {
        ("Reporting year", "National", "E92000001")
    }


def test_the_totals_of_eight_years():
    assert numbers("Total", TOTAL, "Total") == {
        "2019": 498, "2020": 449, "2021": 536, "2022": 442,
        "2023": 456, "2024": 405, "2025": 338, "2026": 357,
    }  # fmt: skip


def test_the_split_is_given_for_seven_years_and_left_out_for_2018_19():
    deaths = numbers("Total", TOTAL, "Child death")
    harm = numbers("Total", TOTAL, "Serious harm")
    other = numbers("Total", TOTAL, "Other")
    assert list(deaths.values()) == [160, 162, 205, 201, 191, 223, 188]
    assert list(harm.values()) == [188, 167, 180, 244, 227, 284, 253]
    assert list(other.values()) == [9, 9, 20, 11, 24, 29, 8]
    totals = numbers("Total", TOTAL, "Total")
    assert totals.keys() - deaths.keys() == {"2019"}
    assert all(deaths[year] + harm[year] + other[year] == totals[year] for year in deaths)


def test_the_halves_of_three_years():
    assert numbers("Part 1 (April to September)", TOTAL, "Total") == {"2021": 285, "2020": 225, "2019": 274}
    assert numbers("Part 2 (October to March)", TOTAL, "Total") == {"2021": 251, "2020": 224, "2019": 224}


def test_the_other_published_figures_and_no_more():
    assert numbers("Total", ("CLA", "Yes"), "Total") == {"2026": 113, "2025": 93, "2024": 99}
    assert numbers("Total", ("Age", "Under 1"), "Total") == {"2021": 191}
    assert len(ROWS) == 8 + 7 * 3 + 6 + 4
