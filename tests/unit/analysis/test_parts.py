"""Natures that count children in one year and notifications in another are told apart, and never compared."""

import pytest

from desktop_app.analysis.parts import split_of
from desktop_app.analysis.result import NOT_AVAILABLE, Figure, Split

Given = tuple[float | None, ...]


def split(*given: float | None) -> Split | None:
    return split_of(tuple(Figure(value) for value in given))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((482, 514, 206, 267, 9), Split.NOTIFICATIONS),  # the Panel's 2020
        ((379, 398, 156, 242, None), Split.CHILDREN),  # the Panel's 2021
        ((379, None, 156, 242, None), Split.NEITHER),  # the same without its children
        ((379, 600, 156, 242, None), Split.CHILDREN),  # beyond the notifications, within the children
        ((482, None, 206, 267, 9), None),
        ((482, 482, 206, 267, 9), None),  # both totals alike
        ((500, 520, 206, 267, 9), None),  # some natures not given
        ((40, None, 20, 20, 10), None),  # all rounded to 10
        ((40, None, 30, 30, 30), Split.NEITHER),  # more than rounding explains
        ((0, None, 0, 0, 0), None),
        ((None, None, 206, 267, 9), None),
        ((None, None, None, None, None), None),
    ],
)
def test_what_the_natures_add_up_to(figures: Given, expected: Split | None) -> None:
    assert split(*figures) is expected


def test_a_part_that_is_at_least_so_much_can_still_be_too_much() -> None:
    whole = (Figure(100), NOT_AVAILABLE)
    assert split_of((*whole, Figure(61, at_least=True), Figure(50), Figure(0))) is Split.NEITHER
    assert split_of((*whole, Figure(40, at_least=True), Figure(50), Figure(0))) is None


def test_a_total_that_is_at_least_so_much_says_nothing() -> None:
    assert split_of((Figure(100, at_least=True), NOT_AVAILABLE, Figure(60), Figure(50), Figure(0))) is None
