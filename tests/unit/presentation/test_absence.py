"""A chart with nothing to draw says why in words a person can act on."""

from dataclasses import replace

import pytest

from desktop_app.analysis.result import Figure
from desktop_app.catalogue.charts import CHARTS
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.models import Plot
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result

HIDDEN = Figure(None, "c")
SUPPRESSED = Counts(HIDDEN, None, HIDDEN, HIDDEN, HIDDEN)


def plots(years: dict[int, Counts], kind: PeriodKind = PeriodKind.CALENDAR_YEAR) -> dict[str, Plot]:
    return {plot.key: plot for plot in view_of(result(years, kind=kind), ()).plots}


@pytest.mark.parametrize("key", [spec.key for spec in CHARTS])
def test_every_chart_of_suppressed_figures_is_empty_and_says_a_reason(key: str) -> None:
    made = plots({2020: SUPPRESSED, 2021: SUPPRESSED})[key]
    assert made.empty
    assert made.absence
    assert "chart of" not in made.absence.casefold()  # that is for those who cannot see that there is none


def test_suppressed_totals_are_named_with_the_meaning_of_their_sign() -> None:
    assert plots({2020: SUPPRESSED, 2021: SUPPRESSED})["nature"].absence == (
        "In place of every number of notifications stands [c]: suppressed to protect confidentiality."
        " The table shows what the file gives."
    )


def test_no_notifications_are_told_from_an_unknown_nature() -> None:
    none = plots({2020: Counts(0, 0, 0, 0, 0), 2021: Counts(0, 0, 0, 0, 0)})["share"]
    assert none.absence == "There were no notifications, so there is nothing to share out."
    assert "needs the nature" in plots({2020: Counts(5), 2021: Counts(7)})["share"].absence


def test_one_year_has_no_change_and_two_ways_to_one() -> None:
    assert plots({2021: Counts(57, 60, 20, 30, 7)})["change"].absence == (
        "There is one year only, so no change to show. Add the file of another, or choose shorter periods."
    )


def test_a_plain_table_is_told_how_it_can_be_counted() -> None:
    made = replace(result({}), shape=Shape.PLAIN)
    absences = {plot.absence for plot in view_of(made, ()).plots}
    assert len(absences) == 1
    assert absences.pop().endswith("name their columns on the page “How it was read”.")


def test_a_rate_of_quarters_leads_to_years() -> None:
    assert plots(PANEL, PeriodKind.QUARTER)["rate"].absence.endswith(
        "choose calendar years or financial years as the period."
    )


def test_a_chart_that_is_drawn_needs_no_reason() -> None:
    assert not plots(PANEL)["nature"].absence


def test_suppressed_totals_are_not_called_too_few_or_without_an_earlier_period() -> None:
    hidden = plots({2020: SUPPRESSED, 2021: SUPPRESSED})
    assert {hidden[key].title for key in ("change", "control", "nature", "rate")} == {
        "Notifications: no number is given"
    }


def test_a_change_from_none_is_told_where_it_has_no_column() -> None:
    years = {2018: Counts(0), 2019: Counts(9), 2020: Counts(4, complete=False)}
    marks = plots(years)["change"].series[0].marks
    assert [(mark.value, mark.label) for mark in marks] == [(None, "0 to 9"), (None, "not complete")]
    none = plots({2018: Counts(0), 2019: Counts(0)})["change"]
    assert (
        none.absence
        == "There were no notifications in the earlier periods: a change from none has no percentage."
    )


def test_one_nature_alone_makes_up_every_column() -> None:
    made = plots({2019: Counts(9, None, 0, 9, 0), 2020: Counts(0, None, 0, 0, 0)})["make_up"]
    assert [mark.value for mark in made.series[0].marks] == [100, None]
    assert made.totals == ("9", "0")
