"""A publication's report says all that the rules ask for, and nothing that gives a suppressed total away."""

from dataclasses import replace
from datetime import datetime

from desktop_app.analysis.disclosure import Protected, protect
from desktop_app.analysis.result import Result
from desktop_app.domain.disclosure import Disclosure
from desktop_app.presentation.reports.publication import NO_CONTACT, publication_of
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result

MADE = datetime(2026, 1, 2, 3, 4)


def safe(settings: Disclosure, true: Result | None = None) -> Protected:
    return protect(true or result(PANEL, overall=Counts(861, 912, 362, 490, 9)), settings)


def cover(protected: Protected, contact: str = "") -> dict[str, str]:
    return dict(publication_of(protected, view_of(protected.result, ()), "9.9", MADE, contact).cover)


def test_the_cover_names_source_period_unit_basis_protection_and_contact() -> None:
    told = cover(safe(Disclosure()), "statistics@example.org")
    assert told["Data source"].startswith("panel.xlsx, sheet Records: 912 rows read, 3 left out")
    assert told["Period"] == "Calendar years, 2020 to 2021."
    assert (told["Counting unit"], told["Date basis"]) == ("Notifications.", "Periods go by date notified.")
    assert told["Suppression and rounding"].endswith("None of 15 counts had to be hidden.")
    assert told["Made"].startswith("2 January 2026, 03:04")
    assert told["Contact"] == "statistics@example.org"
    assert cover(safe(Disclosure()))["Contact"] == NO_CONTACT


def test_rounding_blurs_the_numbers_of_rows_too() -> None:
    told = cover(safe(Disclosure(rounding=10)))
    assert "about 910 rows read" in told["Data source"]


def test_a_suppressed_total_takes_the_numbers_of_rows_with_it() -> None:
    years = {2020: Counts(482, 514), 2021: Counts(379, 398), 2022: Counts(3, 3)}
    told = cover(safe(Disclosure(), result(years, overall=Counts(864, 915))))
    assert told["Data source"] == "panel.xlsx, sheet Records: numbers of rows are suppressed."


def test_no_cell_of_a_table_is_empty_and_its_shorthand_is_explained() -> None:
    protected = safe(Disclosure(suppress_below=10))
    report = publication_of(protected, view_of(protected.result, ()), "9.9", MADE)
    for table in report.tables:
        texts = [cell.text for row in table.rows for cell in row if cell.value is None]
        assert "" not in texts
        for mark in {text for text in texts if text.startswith("[")}:
            assert any(line.startswith(f"{mark} = ") for line in table.notes)
        assert any(line.startswith("Period: ") for line in table.notes)


def test_notes_are_numbered_over_all_tables_and_each_is_referred_to() -> None:
    protected = safe(Disclosure())
    report = publication_of(protected, view_of(protected.result, ()), "9.9", MADE)
    titles = " ".join(table.title for table in report.tables)
    assert all(f"[note {number}]" in titles for number in range(1, len(report.notes) + 1))
    assert f"[note {len(report.notes) + 1}]" not in titles


def test_figures_that_others_published_do_not_stand_beside_suppressed_ones() -> None:
    england = replace(result(PANEL, overall=Counts(861, 912, 362, 490, 9)), place="England")
    protected = safe(Disclosure(suppress_below=10), england)
    view = view_of(protected.result, ())
    assert any(plot.key == "published" and not plot.empty for plot in view.plots)
    report = publication_of(protected, view, "9.9", MADE)
    assert "published" not in [table.key for table in report.tables]


def test_records_and_charts_are_no_part_of_it() -> None:
    protected = safe(Disclosure())
    report = publication_of(protected, replace(view_of(protected.result, ()), sentences=()), "9.9", MADE)
    assert (report.plots, report.records) == ((), None)
