"""Where a text stands in another."""

import pytest

from desktop_app.ui.records.hits import hits


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("London, East London", "london", [(0, 6), (13, 19)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("Kent", "london", []),
        ("Kent", "", []),
    ],
)
def test_every_hit_is_found_whatever_its_case(text, sought, found):
    assert hits(text, sought) == found
