"""The report says what each figure is, where it comes from, what was left out and what to be wary of."""

from dataclasses import replace
from datetime import datetime

from desktop_app.analysis.result import Result
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape, Unit
from desktop_app.presentation.models import Report
from desktop_app.presentation.reports.report import report_of
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.cautions import NO_RANKING, REPORTED, SIBLINGS
from tests.support.results import (
    PANEL,
    PANEL_BY_CHILDREN,
    Counts,
    noticed,
    result,
    with_breakdown,
    with_state,
)

MADE = datetime(2026, 3, 5, 9, 7)


def report(made: Result) -> Report:
    return report_of(made, view_of(made, ()), None, "1.2.3", MADE)


def test_the_cover_names_source_filters_unit_dates_and_version() -> None:
    state = ViewState(filters=(ValueFilter("region", ("London",)),))
    cover = report(with_state(result({**PANEL, 2022: Counts(3, complete=False)}), state)).cover
    lines = dict(cover)
    assert lines["Source"] == "panel.xlsx, sheet Records: 912 rows read, 909 used, 3 left out."
    assert lines["Rows of the source"] == "One row per notification."
    assert lines["Filters"] == "Region is London."
    assert lines["Counting unit"] == "Notifications."
    assert lines["Date basis"] == "Periods go by date notified."
    assert lines["Periods"] == "Calendar years, 2020 to 2022; not complete: 2022."
    assert lines["Place"] == "London."
    assert lines["Made"] == "5 March 2026, 09:07, by Notification Statistics Viewer 1.2.3."
    assert (
        "In short",
        "In London, there were 379 notifications in 2021, 21% fewer than in 2020 (482).",
    ) in cover


def test_without_filters_the_cover_says_that_everything_counts() -> None:
    assert dict(report(result(PANEL)).cover)["Filters"] == "None: every row used is counted."
    assert dict(report(result({})).cover)["Periods"] == "Calendar years; nothing has a date."


def test_every_chart_stands_beside_a_table_of_the_report() -> None:
    made = with_breakdown(result(PANEL), "sex", {"Female": [200, 150, 350]})
    full = report(made)
    keys = [table.key for table in full.tables]
    assert keys == ["summary", "trend", "change", "share", "control", "breakdown"]
    assert [plot.key for plot in full.plots] == [
        *("nature", "lines", "grouped", "change", "share", "make_up", "control", "breakdown"),
    ]
    assert all(plot.table.key in keys for plot in full.plots)


def test_one_period_leaves_out_the_empty_chart_of_change() -> None:
    single = report(result({2021: Counts(379)}))
    assert "change" not in [plot.key for plot in single.plots]
    assert "change" not in [table.key for table in single.tables]


def test_the_notes_of_all_tables_stand_together_once() -> None:
    notes = report(result(PANEL)).notes
    assert len(set(notes)) == len(notes)
    assert any("95% interval" in note for note in notes)


def test_unfulfilled_wishes_come_first_then_the_change_then_notices_then_what_always_holds() -> None:
    made = noticed(result(PANEL), "No rows are shown.", "2022 is incomplete.")
    made = replace(made, resolved=replace(made.resolved, notices=made.notices[:1]))
    cautions = view_of(made, ()).cautions
    assert [cautions[0].text, cautions[2].text] == ["No rows are shown.", "2022 is incomplete."]
    assert cautions[1].text == (
        "The fall of 103 in the number of notifications is within what chance variation gives (95%"
        " interval: 11% to"
        " 31% fewer)."
    )
    assert cautions[-1] == REPORTED


def test_small_numbers_siblings_and_rankings_are_cautioned() -> None:
    few = view_of(result({2020: Counts(3), 2021: Counts(6)}), ()).cautions
    assert (
        few[0].text == "The rise of 3 in the number of notifications is within what chance variation gives."
    )
    assert few[1].text == "Fewer than 20 notifications to compare with: look at the counts."
    assert SIBLINGS in view_of(result(PANEL_BY_CHILDREN, Unit.CHILDREN), ()).cautions
    ranked = with_breakdown(result(PANEL), "local_authority", {"Kent": [1, 2, 3]})
    assert NO_RANKING in view_of(ranked, ()).cautions
    assert NO_RANKING not in view_of(result(PANEL), ()).cautions


def test_a_plain_table_needs_no_caution_about_reporting() -> None:
    plain = replace(result({}, overall=Counts()), shape=Shape.PLAIN)
    assert view_of(plain, ()).cautions == ()
