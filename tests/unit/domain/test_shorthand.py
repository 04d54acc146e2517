"""Shorthand in place of a number keeps its meaning, and nothing else is taken for it."""

import pytest

from desktop_app.domain.shorthand import Shorthand, shorthand_of


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("c", Shorthand.SUPPRESSED),
        ("[c]", Shorthand.SUPPRESSED),
        (" (C) ", Shorthand.SUPPRESSED),
        ("*", Shorthand.SUPPRESSED),
        ("x", Shorthand.NOT_AVAILABLE),
        (":", Shorthand.NOT_AVAILABLE),
        ("..", Shorthand.NOT_AVAILABLE),
        ("z", Shorthand.NOT_APPLICABLE),
        ("[low]", Shorthand.LOW),
        ("k", Shorthand.LOW),
        ("~", Shorthand.LOW),
        ("-", Shorthand.LOW),
        ("u", Shorthand.UNRELIABLE),
    ],
)
def test_shorthand_is_recognised_bare_and_in_brackets(text: str, meaning: Shorthand) -> None:
    assert shorthand_of(text) is meaning


@pytest.mark.parametrize("text", ["", "0", "[]", "cc", "-1", "c 5", "London", "none"])
def test_other_text_is_no_shorthand(text: str) -> None:
    assert shorthand_of(text) is None


def test_every_shorthand_has_a_letter_and_a_meaning() -> None:
    assert [(s.code, bool(s.meaning)) for s in Shorthand] == [(letter, True) for letter in "cxzku"]
