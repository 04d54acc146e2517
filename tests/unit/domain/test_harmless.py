"""A text from a file, told in a sentence, stays one short line that changes nothing around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.harmless import harmless, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Brighton and Hove", "Brighton and Hove"),
        ("two\nlines", "two lines"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("abc\u202edcba", "abc\ufffddcba"),
        ("\u2067turned\u2069", "\ufffdturned\ufffd"),
        ("na\u200cme", "na\u200cme"),  # the joiner belongs to the spelling
    ],
)
def test_what_could_do_harm_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_long_text_is_cut_and_says_so() -> None:
    assert shortened("x" * 120) == "x" * 120
    assert shortened("x" * 30_000) == "x" * 119 + "…"
    assert shortened("dogs\n", 4) == "dogs"


@given(st.text(max_size=400))
def test_any_text_becomes_one_short_line(text: str) -> None:
    made = shortened(text)
    assert len(made) <= 120
    assert len(made.splitlines()) <= 1
    assert harmless(made) == made
