"""Where a text stands in another."""

from datetime import date

import pytest

from desktop_app.ui.records.hits import hits, spelled_otherwise


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("London, East London", "london", [(0, 6), (13, 19)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("Kent", "london", []),
        ("Kent", "", []),
        ("Straße 5, Bath", "5", [(7, 8)]),
        ("Straße", "ss", [(4, 5)]),
    ],
)
def test_every_hit_is_found_whatever_its_case(text, sought, found):
    assert hits(text, sought) == found


@pytest.mark.parametrize(
    ("value", "sought", "found"),
    [
        (date(2021, 3, 5), "05/03/2021", True),
        (date(2021, 3, 5), "2021-03", True),
        (date(2021, 3, 5), "2022", False),
        (1250.5, "1250", True),
        (1250.5, "1,251", False),
        (None, "1", False),
        (1250.5, "", False),
    ],
)
def test_a_day_or_number_is_found_in_its_other_spellings(value, sought, found):
    assert spelled_otherwise(value, sought) is found
