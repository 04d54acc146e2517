"""Bands stand in the order of their numbers."""

import random

import pytest

from desktop_app.domain.bands import in_band_order

BANDS = (
    ("Under 1", "1-5", "6-10", "11-15", "16-20", "Over 100"),
    ("<1", "1 to 4", "5 to 9", "10 to 17", "18+"),
    ("Less than 5", "5–9", "10–49", "50 and over"),
    ("Under 28 days", "28 days to 11 months", "1-2 years", "3 years and over"),
    ("0-3 months", "3-6 months", "6-12 months", "12+ months"),
    ("Week 2", "Week 10", "Week 21"),
    ("£0 - £999", "£1,000 - £9,999", "£10,000 or more"),
    ("9", "10", "100"),
    ("aged 5", "aged 10", "Not known"),
)


@pytest.mark.parametrize("bands", BANDS, ids=lambda bands: bands[1])
def test_bands_are_put_in_the_order_of_their_numbers(bands: tuple[str, ...]) -> None:
    for seed in range(4):
        mixed = random.Random(seed).sample(bands, len(bands))
        assert in_band_order(mixed) == bands


@pytest.mark.parametrize(
    "names",
    [
        ("London", "Kent"),
        ("1-5", "London", "Kent", "Surrey"),
        ("E08 north 1", "W06 south"),
        ("Ward 2 of 3", "Ward 10 of 12"),
        ("12 High Street", "9 Low Road"),
        ("1-5",),
        (),
    ],
    ids=str,
)
def test_names_that_are_no_bands_stay_names(names: tuple[str, ...]) -> None:
    assert in_band_order(names) is None
