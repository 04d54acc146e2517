"""The command line's summary keeps its contract: keys, unrounded numbers, null for unknown, order of rows."""

import csv
import io
import json
from dataclasses import replace

import pytest

from desktop_app.analysis.result import Figure
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Shape, Unit
from desktop_app.presentation.reports.summary import summary_csv, summary_json, summary_text
from tests.support.results import DFE, PANEL, Counts, noticed, result, with_breakdown, with_state

MEASURES = ("notifications", "children", "deaths", "serious_harm", "other")
SUFFIXES = ("interval", "change", "change_pct", "change_interval_pct", "change_p", "rate")


def rows(made: dict[str, object]) -> list[dict[str, object]]:
    found = json.loads(json.dumps(made))["rows"]
    assert isinstance(found, list)
    return found


def test_the_keys_are_those_of_the_contract_in_order() -> None:
    made = summary_json(result(PANEL))
    contract = ["sources", "unit", "date_basis", "period", "filters", "by", "rows", "notices"]
    assert list(made) == [*contract, "rate_per", "population"]
    assert made["sources"] == [
        {"file": "panel.xlsx", "sheet": "Records", "rows_read": 912, "rows_used": 909, "rows_left_out": 3}
    ]
    expected = ["period", "by", "start", "end", "complete", *MEASURES]
    expected += [f"{measure}_{suffix}" for measure in MEASURES for suffix in SUFFIXES]
    assert all(list(row) == expected for row in rows(made))


def test_numbers_are_unrounded_and_whole_numbers_have_no_decimals() -> None:
    first, second = rows(summary_json(result(PANEL)))
    assert (second["period"], second["by"], second["start"], second["end"], second["complete"]) == (
        "2021",
        None,
        "2021-01-01",
        "2021-12-31",
        True,
    )
    assert second["notifications"] == 379
    assert isinstance(second["notifications"], int)
    assert second["notifications_change"] == -103
    assert second["notifications_change_pct"] == pytest.approx(-21.369, abs=0.001)
    assert second["notifications_change_interval_pct"] == pytest.approx([-31.369, -11.369], abs=0.001)
    assert first["notifications_change"] is None
    assert first["notifications_interval"] is None


def test_unknown_is_null_suppressed_its_sign_and_a_lower_limit_is_marked() -> None:
    counts = Counts(Figure(205, at_least=True), None, Figure(None, "c"), 0)
    (row,) = rows(summary_json(result({2021: counts})))
    assert row["children"] is None
    assert row["deaths"] == "c"
    assert row["serious_harm"] == 0
    assert row["notifications"] == 205
    assert row["notifications_at_least"] is True
    assert "serious_harm_at_least" not in row


def test_a_breakdown_gives_its_rows_and_no_totals_among_them() -> None:
    made = with_breakdown(result(PANEL), "sex", {"Female": [200, 150, 350], "Male": [282, 229, 511]})
    summary = summary_json(made)
    assert summary["by"] == "sex"
    assert [(row["period"], row["by"], row["notifications"]) for row in rows(summary)] == [
        ("2020", "Female", 200),
        ("2020", "Male", 282),
        ("2021", "Female", 150),
        ("2021", "Male", 229),
    ]


def test_without_dates_the_whole_file_is_one_row_without_period() -> None:
    (row,) = rows(summary_json(result({}, overall=Counts(379))))
    assert (row["period"], row["start"], row["notifications"]) == (None, None, 379)


def test_filters_and_notices_are_told() -> None:
    state = ViewState(filters=(ValueFilter("sex", ("Female",)),), search="dog")
    made = summary_json(
        noticed(with_state(result(PANEL), state), "2022 is incomplete.", "2022 is incomplete.")
    )
    assert made["filters"] == [
        {"kind": "values", "column": "sex", "values": ["Female"], "words": "Sex is Female"},
        {"kind": "search", "text": "dog", "words": "Any column contains “dog”"},
    ]
    assert made["notices"] == ["2022 is incomplete."]


def test_the_text_is_aligned_and_ends_with_sentences_and_cautions() -> None:
    lines = summary_text(result(DFE, kind=PeriodKind.FINANCIAL_YEAR)).splitlines()
    assert lines[0] == "panel.xlsx: 912 rows read, 909 used, 3 left out"
    assert lines[1] == "Serious incident notifications, years to 31 March, by date notified"
    assert lines[3].split()[:6] == ["Year", "to", "31", "March", "Notifications", "Children"]
    assert lines[-4].startswith("In the year to March 2026, 45%")
    assert any("6% more than the year before (338)" in line for line in lines[4:11])
    assert (
        len({line.index(count) for line, count in zip(lines[4:7], ("449", "536", "442"), strict=True)}) == 1
    )


def test_a_plain_table_is_not_headed_as_notifications_and_leaves_no_lines_empty() -> None:
    text = summary_text(replace(noticed(result({}), "Nothing is counted."), shape=Shape.PLAIN))
    assert text == (
        "panel.xlsx: 912 rows read, 909 used, 3 left out\nA plain table: nothing is counted\n"
        "\nBe careful: Nothing is counted.\n"
    )


def test_counts_of_people_above_17_are_not_headed_as_serious_incident_notifications() -> None:
    text = summary_text(replace(result(PANEL), beyond_children=True))
    assert text.splitlines()[1].startswith("Notifications about people aged above 17 too, ")


def test_the_text_shows_no_rates_and_says_nothing_of_them() -> None:
    made = replace(result(PANEL), rate_notices=(Notice("Rates for 2021 use the population of mid-2020."),))
    assert "Rates" not in summary_text(made)
    assert any("Rates" in each for each in summary_json(made)["notices"])  # type: ignore[attr-defined]  # a list


def test_the_text_of_a_breakdown_names_its_values() -> None:
    made = with_breakdown(result({2021: Counts(379)}), "sex", {"Female": [150, 350]})
    text = summary_text(made)
    assert "Sex" in text.splitlines()[3]
    assert any(line.startswith("2021  Female") for line in text.splitlines())


def test_csv_has_the_same_numbers_with_two_columns_for_an_interval() -> None:
    text = summary_csv(result(PANEL, Unit.NOTIFICATIONS))
    first, second = csv.DictReader(io.StringIO(text))
    assert (second["period"], second["complete"], second["notifications"]) == ("2021", "true", "379")
    assert float(second["notifications_change_interval_pct_low"]) == pytest.approx(-31.369, abs=0.001)
    assert first["notifications_change"] == ""


def test_csv_keeps_a_formula_as_text() -> None:
    made = with_breakdown(result({2021: Counts(1)}), "sex", {"=1+1": [1, 1]})
    (row,) = csv.DictReader(io.StringIO(summary_csv(made)))
    assert row["by"] == "'=1+1"
