"""The four headline cards: number, change, certainty, or kindly why there is none."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.analysis.result import Figure
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.units import PeriodKind, Shape, Unit
from desktop_app.presentation.cards import cards
from desktop_app.presentation.models import Card
from tests.support.results import DFE, PANEL, PANEL_BY_CHILDREN, Counts, result


def lines(card: Card) -> tuple[str, str, str, str]:
    return card.title, card.figure, card.change, card.certainty


def total(years: dict[int, Counts], kind: PeriodKind = PeriodKind.CALENDAR_YEAR) -> Card:
    return cards(result(years, kind=kind))[0]


def test_the_panels_four_cards() -> None:
    chance = "Within what chance variation gives"
    assert [lines(card) for card in cards(result(PANEL))] == [
        ("Notifications, 2021", "379", "21% fewer than in 2020 (482)", chance),
        ("Child deaths, 2021", "156", "24% fewer than in 2020 (206)", chance),
        ("Serious harm, 2021", "223", "16% fewer than in 2020 (267)", chance),
        (
            "Children concerned, 2021",
            "398",
            "23% fewer than in 2020 (514)",
            "A notification can concern several",
        ),
    ]


def test_counting_children_the_other_unit_is_notifications() -> None:
    made = cards(result(PANEL_BY_CHILDREN, Unit.CHILDREN))
    assert [card.key for card in made] == ["children", "deaths", "serious_harm", "notifications"]
    assert made[2].figure == "242"
    assert made[3].certainty == "Each can concern several children"


def test_a_financial_year_is_named_by_its_end() -> None:
    card = cards(result(DFE, kind=PeriodKind.FINANCIAL_YEAR))[0]
    assert card.title == "Notifications, year to March 2026"
    assert card.change == "6% more than the year before (338)"
    assert card.spark == (449, 536, 442, 456, 405, 338, 357)


def test_a_measure_that_the_file_cannot_give_is_said_kindly() -> None:
    card = cards(result(DFE, kind=PeriodKind.FINANCIAL_YEAR))[3]
    assert lines(card) == (
        "Children concerned",
        "Not available",
        "This file does not say how many children are concerned",
        "",
    )


def test_published_counts_that_lack_the_total_are_not_said_to_lack_references() -> None:
    base = result({2021: Counts(None)})
    assert (
        total({2021: Counts(None)}).change == "This file does not tell which rows belong to one notification"
    )
    assert cards(replace(base, shape=Shape.AGGREGATE))[0].change == "This file does not give this number"


def test_a_suppressed_number_gives_its_sign_and_reason() -> None:
    card = total({2021: Counts(Figure(None, "c"))})
    assert (card.figure, card.change) == ("[c]", "Suppressed to protect confidentiality")


@pytest.mark.parametrize(
    ("years", "figure", "change"),
    [
        ({2021: Counts(379)}, "379", "One year only, so no change to show"),
        ({2020: Counts(7), 2021: Counts(7)}, "7", "No change on 2020"),
        ({2020: Counts(0), 2021: Counts(0)}, "0", "No change on 2020"),
        ({2020: Counts(0), 2021: Counts(4)}, "4", "Up from none in 2020"),
        ({2020: Counts(4), 2021: Counts(0)}, "0", "Down from 4 in 2020"),
        ({2018: Counts(9), 2021: Counts(4)}, "4", "No earlier figure to compare with"),
        ({2021: Counts(4, complete=False)}, "4", "The period is not complete"),
    ],
)
def test_every_course_has_its_words(years: dict[int, Counts], figure: str, change: str) -> None:
    card = total(years)
    assert (card.figure, card.change) == (figure, change)


def test_a_financial_year_without_change() -> None:
    card = total({2020: Counts(7), 2021: Counts(7)}, PeriodKind.FINANCIAL_YEAR)
    assert card.change == "No change on the year before"


def test_no_change_needs_no_test_of_chance() -> None:
    assert total({2020: Counts(70), 2021: Counts(70)}).certainty == ""


@pytest.mark.parametrize("kind", [PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH])
def test_parts_of_a_year_are_compared_with_a_year_before(kind: PeriodKind) -> None:
    assert total({2020: Counts(100), 2021: Counts(79)}, kind).change == "21% fewer than a year before (100)"
    assert total({2020: Counts(100), 2021: Counts(100)}, kind).change == "No change on a year before"


def test_few_cases_are_pointed_out() -> None:
    assert total({2020: Counts(3), 2021: Counts(6)}).certainty == (
        "Within what chance variation gives; small numbers"
    )


def test_no_dates_show_everything_together() -> None:
    card = cards(result({}, overall=Counts(379)))[0]
    assert lines(card) == ("Notifications, all records shown", "379", "No dates to compare by", "")


def test_a_filter_that_does_not_fit_or_finds_nothing_is_the_reason_given() -> None:
    made = result({}, overall=Counts())
    made = replace(made, resolved=replace(made.resolved, possible=False))
    assert {card.change for card in cards(made)} == {"A filter does not fit this file"}
    made = replace(result({}, overall=Counts(0, 0, 0, 0, 0)), selection=np.arange(0))
    assert {card.change for card in cards(made)} == {"Nothing matches the filters"}


def test_a_card_of_one_nature_filters_by_it() -> None:
    made = cards(result(PANEL))
    assert made[1].picks == (ValueFilter("nature", ("Child death",)),)
    assert made[0].picks == ()


def test_the_incomplete_newest_period_is_not_the_headline() -> None:
    made = total({**PANEL, 2022: Counts(3, complete=False)})
    assert (made.title, made.figure, made.spark) == ("Notifications, 2021", "379", (482, 379))
