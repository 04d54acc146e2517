"""What figures are compared with is a wish, and every word about a change names it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.disclosure import protect
from desktop_app.analysis.result import Result
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Against, PeriodKind
from desktop_app.presentation.reports.summary import summary_json
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.steps import step_words
from tests.support.datasets import records

COUNTS = {2019: 50, 2020: 40, 2021: 30, 2022: 36}
AFTER_2020 = ViewState(base=date(2020, 5, 17))


def counted(state: ViewState) -> Result:
    days = [f"{year}-{1 + n % 12:02}-01" for year, count in COUNTS.items() for n in range(count)]
    days[-1], days[0] = "2022-12-31", "2019-01-01"
    dataset = records(
        {
            "reference": [str(n) for n in range(len(days))],
            "date_notified": days,
            "nature": ["Child death"] * len(days),
        }
    )
    return compute(dataset, state, date(2023, 6, 1))


def changes(result: Result) -> list[float | None]:
    return [change.number if (change := row["notifications"].change_on_base) else None for row in result.rows]


def test_later_periods_are_compared_with_the_one_that_is_chosen() -> None:
    assert changes(counted(ViewState())) == [None, -10, -10, 6]
    assert changes(counted(AFTER_2020)) == [None, None, -10, -4]
    assert [row.base.label if row.base else None for row in counted(AFTER_2020).rows] == [
        None,
        None,
        "2020",
        "2020",
    ]


def test_quarters_can_be_compared_with_the_quarter_before() -> None:
    usual = counted(ViewState(period=PeriodKind.QUARTER))
    before = counted(ViewState(period=PeriodKind.QUARTER, against=Against.PERIOD_BEFORE))
    totals = [row["notifications"].figure.value for row in before.rows]
    assert changes(before)[1:] == [later - earlier for earlier, later in pairwise(totals)]
    assert changes(usual)[:4] == [None] * 4


def test_titles_sentences_cards_and_tables_name_the_chosen_period() -> None:
    view = view_of(counted(AFTER_2020), ())
    assert view.plots[0].title == "Notifications, 2022: 10% fewer than in 2020"
    assert view.sentences[0] == "There were 36 notifications in 2022, 10% fewer than in 2020 (40)."
    assert view.cards[0].change == "10% fewer than in 2020 (40)"
    change = next(plot for plot in view.plots if plot.key == "change")
    assert change.title == "Notifications were below 2020 in 2 of 2 years"
    assert "change on 2020" in change.subtitle
    assert "Change compares every later period with 2020, by choice." in change.table.notes


def test_the_usual_comparison_reads_as_ever() -> None:
    view = view_of(counted(ViewState()), ())
    assert view.plots[0].title == "Notifications rose 20% in 2022 after three years of falls" or view.plots[
        0
    ].title.startswith("Notifications rose 20% in 2022")
    assert view.sentences[0] == "There were 36 notifications in 2022, 20% more than in 2021 (30)."


def test_the_summary_gives_the_change_that_is_wished_for() -> None:
    rows = summary_json(counted(AFTER_2020))["rows"]
    assert isinstance(rows, list)
    assert [row["notifications_change"] for row in rows] == [None, None, -10, -4]


def test_published_changes_compare_with_the_chosen_period_as_published() -> None:
    safe = protect(counted(AFTER_2020), Disclosure(rounding=10)).result
    assert changes(safe) == [None, None, -10, 0]  # 40, 30 and 36 are published as 40, 30 and 40


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AFTER_2020, "Compare with 2020"),
        (
            ViewState(period=PeriodKind.QUARTER, against=Against.PERIOD_BEFORE),
            "Compare with the period before",
        ),
    ],
)
def test_the_step_is_named_and_the_wish_comes_back_from_json(state: ViewState, words: str) -> None:
    assert step_words(replace(state, against=Against.YEAR_BEFORE, base=None), state, ()) == words
    assert ViewState.from_json(state.to_json()) == state
