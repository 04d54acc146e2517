"""Change and certainty are said in words, with the right direction, size and period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import Change
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind
from desktop_app.presentation.words import change as words
from desktop_app.presentation.words.periods import Comparison
from tests.support.results import Counts, change, figure, result


def compared(base: float, now: float, kind: PeriodKind = PeriodKind.CALENDAR_YEAR) -> Comparison:
    made = change(figure(base), figure(now))
    assert made is not None
    period = Period(kind, (2021 * 12) // kind.months)
    return Comparison(now, base, period, period.shifted(-kind.per_year), made)


@pytest.mark.parametrize(
    ("base", "now", "text"),
    [
        (482, 379, "21% fewer than in 2020 (482)"),
        (338, 357, "6% more than in 2020 (338)"),
        (482, 483, "1 more than in 2020 (482)"),
        (482, 481, "1 fewer than in 2020 (482)"),
        (482, 482, "the same number as in 2020"),
        (3, 6, "3 more than in 2020 (3)"),
        (19, 20, "1 more than in 2020 (19)"),
        (20, 21, "5% more than in 2020 (20)"),
        (0, 4, "up from none in 2020"),
        (4, 0, "down from 4 in 2020"),
        (0, 0, "and none in 2020"),
        (1200, 2983, "149% more than in 2020 (1,200)"),
    ],
)
def test_a_change_names_direction_size_and_the_year_it_is_measured_against(
    base: float, now: float, text: str
) -> None:
    assert words.change_words(compared(base, now)) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PeriodKind.FINANCIAL_YEAR, "21% fewer than the year before (482)"),
        (PeriodKind.HALF_YEAR, "21% fewer than in April to September 2020 (482)"),
        (PeriodKind.QUARTER, "21% fewer than in January to March 2020 (482)"),
        (PeriodKind.MONTH, "21% fewer than in January 2020 (482)"),
    ],
)
def test_the_earlier_period_is_named_in_full(kind: PeriodKind, text: str) -> None:
    assert words.change_words(compared(482, 379, kind)) == text


def test_without_the_period_the_earlier_number_still_stands_there() -> None:
    assert words.change_words(compared(267, 223), with_period=False) == "16% fewer (267)"
    assert words.change_words(compared(0, 4), with_period=False) == "up from none"
    assert words.change_words(compared(4, 4), with_period=False) == "the same number"


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_change_is_ever_told_with_a_minus_sign_or_the_wrong_direction(base: int, now: int) -> None:
    text = words.change_words(compared(base, now))
    assert "-" not in text
    assert "−" not in text
    assert ("more" in text or "up from" in text) == (now > base)
    assert ("fewer" in text or "down from" in text) == (now < base)


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.0005, "more than chance variation would usually give"),
        (0.0499, "more than chance variation would usually give"),
        (0.05, "within what chance variation gives"),
        (0.5, "within what chance variation gives"),
        (None, ""),
    ],
)
def test_certainty_follows_the_two_sided_test_at_five_per_cent(p: float | None, text: str) -> None:
    assert words.certainty_words(Change(482, -103, -21.4, None, p)) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (-31.3, -9.9, "10% to 31% fewer"),
        (-8.9, 23.0, "9% fewer to 23% more"),
        (5.2, 40.0, "5% to 40% more"),
        (-30.0, 0.0, "0% to 30% fewer"),
        (-30.4, -0.1, "0% to 30% fewer"),
        (-30.4, 0.1, "30% fewer to less than 1% more"),
        (-0.2, 12.0, "less than 1% fewer to 12% more"),
        (0.2, 12.0, "0% to 12% more"),
        (-60.0, None, "60% fewer or above"),
    ],
)
def test_an_interval_is_told_in_words(low: float, high: float | None, text: str) -> None:
    assert words.interval_words(low, high) == text


def test_lists_read_as_a_person_writes_them() -> None:
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b"], "or") == "a or b"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_a_heading_within_a_sentence_keeps_its_abbreviation() -> None:
    assert words.small("Local authority") == "local authority"
    assert words.small("LCSPR decision") == "LCSPR decision"


def test_a_lower_limit_is_compared_with_nothing() -> None:
    from desktop_app.analysis.result import Figure
    from desktop_app.presentation.words.periods import compare

    counts = {2020: Counts(482), 2021: Counts(Figure(205, at_least=True))}
    made = result(counts)
    assert compare(made.rows[-1], "notifications") is None
