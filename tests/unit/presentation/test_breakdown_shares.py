"""A breakdown's table gives shares of the true total with intervals, and the change on the year before."""

from dataclasses import replace

import pytest

from desktop_app.analysis.result import Figure, Result
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind
from desktop_app.presentation.models import Cell, Table
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, Counts, result, row, with_breakdown

VALUES = {"Unknown": [10, 9, 19], "Female": [200, 150, 350], "Male": [272, 220, 492]}


def table(made: Result) -> Table:
    found = view_of(made, ()).breakdown
    assert found is not None
    return found


def cells(made: Table, key: str) -> dict[str, Cell]:
    place = [column.key for column in made.columns].index(key)
    return {line[0].text: line[place] for line in made.rows}


def compared(values: dict[str, tuple[float, float]]) -> Result:
    """Give every value's number in 2020 and 2021, the later compared with the earlier."""
    base = with_breakdown(result(PANEL), "sex", {name: [*pair, sum(pair)] for name, pair in values.items()})
    year = Period(PeriodKind.CALENDAR_YEAR, 2021)
    rows = tuple(row(year, Counts(now), Counts(then), by=name) for name, (then, now) in values.items())
    return replace(base, breakdown=(*(each for each in base.breakdown if each.period != year), *rows))


def test_shares_are_of_the_newest_year_and_of_the_true_total() -> None:
    # 220 of 379 = 58.0%; Wilson's interval 53.0% to 62.9%.
    made = table(with_breakdown(result(PANEL), "sex", VALUES))
    shares = cells(made, "share")
    assert {name: cell.text for name, cell in shares.items()} == {
        "Male": "58%", "Female": "40%", "Unknown": "2%", "Total": "100%",
    }  # fmt: skip
    assert cells(made, "share_low")["Male"].value == pytest.approx(53.03, abs=0.01)
    assert cells(made, "share_high")["Male"].value == pytest.approx(62.91, abs=0.01)


def test_a_value_that_is_suppressed_has_no_share_and_no_change() -> None:
    hidden = {**VALUES, "Unknown": [10, Figure(None, "c"), 19]}
    made = table(with_breakdown(result(PANEL), "sex", hidden))
    assert [cells(made, key)["Unknown"] for key in ("share", "share_low", "change")] == [Cell("")] * 3
    at_least = {**VALUES, "Unknown": [10, Figure(5, at_least=True), 19]}
    assert cells(table(with_breakdown(result(PANEL), "sex", at_least)), "share")["Unknown"] == Cell("")


def test_change_of_few_is_told_in_numbers_and_of_many_in_per_cent() -> None:
    made = table(compared({"Male": (250, 200), "Female": (200, 200), "Unknown": (3, 6)}))
    assert cells(made, "change")["Male"] == Cell("20% fewer (250)", -20)
    assert cells(made, "change")["Unknown"] == Cell("3 more (3)", None)
    assert cells(made, "change")["Female"].text == "the same number"
    assert cells(made, "certainty")["Male"].text == "within what chance variation gives"
    assert cells(made, "certainty")["Female"].text == ""


def test_of_periods_too_short_the_share_is_of_all_and_there_is_no_change() -> None:
    monthly = result({2021: Counts(9)}, kind=PeriodKind.MONTH, overall=Counts(404))
    made = table(with_breakdown(monthly, "sex", {"Male": [4, 400]}))
    assert cells(made, "share")["Male"].text == "99%"
    assert "change" not in [column.key for column in made.columns]


def test_a_small_total_is_warned_of() -> None:
    few = with_breakdown(result({2020: Counts(12), 2021: Counts(9)}), "sex", {"Male": [4, 3, 7]})
    assert any(note.startswith("The total is below 20") for note in table(few).notes)


def test_all_of_the_total_has_no_interval() -> None:
    made = table(with_breakdown(result(PANEL), "sex", VALUES))
    assert cells(made, "share")["Total"].text == "100%"
    assert cells(made, "share_low")["Total"] == cells(made, "share_high")["Total"] == Cell("")
