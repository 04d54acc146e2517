"""Numbers are rounded half up, separated by thousands, and say what they are where they are not numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import Figure
from desktop_app.presentation.words import numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "1"), (1.5, "2"), (2.5, "3"), (21.5, "22"), (21.49, "21"), (0.0, "0"), (-0.2, "0"), (-2.5, "-3")],
)
def test_halves_are_rounded_up_and_never_to_even(value: float, text: str) -> None:
    assert numbers.count_text(value) == text


def test_a_half_that_binary_fractions_cannot_hold_is_still_a_half() -> None:
    assert 100 * (57 / 200) < 28.5  # the computer's own arithmetic falls short
    assert numbers.percent_text(100 * (57 / 200)) == "29%"
    assert numbers.decimal_text(2.675, 2) == "2.68"
    assert numbers.decimal_text(1.005, 2) == "1.01"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_percentage_of_two_counts_is_the_exact_one_rounded_half_up(part: int, whole: int) -> None:
    exact = Fraction(100 * part, whole)
    assert int(numbers.rounded(100 * part / whole)) == int(exact + Fraction(1, 2))


@given(st.integers(0, 10**9))
def test_thousands_are_separated_by_commas(number: int) -> None:
    text = numbers.count_text(number)
    assert int(text.replace(",", "")) == number
    assert all(len(group) == 3 for group in text.split(",")[1:])


def test_a_percentage_has_no_sign_and_no_decimals() -> None:
    assert numbers.percent_text(-21.369) == "21%"
    assert numbers.percent_text(1250.0) == "1,250%"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(0), "0"),
        (Figure(2983), "2,983"),
        (Figure(205, at_least=True), "at least 205"),
        (Figure(0, at_least=True), "not available"),
        (Figure(None), "not available"),
        (Figure(None, "c"), "[c]"),
        (Figure(None, "[c]"), "[c]"),
    ],
)
def test_zero_suppressed_missing_and_lower_limit_are_told_apart(figure: Figure, text: str) -> None:
    assert numbers.figure_text(figure) == text


def test_every_shorthand_has_its_meaning() -> None:
    assert numbers.marker_meaning("c") == "suppressed to protect confidentiality"
    assert numbers.marker_meaning("[x]") == "not available"
    assert "not a number" in numbers.marker_meaning("§")


@pytest.mark.parametrize(
    ("p", "text"),
    [(0.5, "0.50"), (0.29, "0.29"), (0.0456, "0.046"), (0.0005, "0.0005"), (0.00001, "less than 0.0001")],
)
def test_a_p_value_shows_two_figures_and_never_zero(p: float, text: str) -> None:
    assert numbers.p_text(p) == text
