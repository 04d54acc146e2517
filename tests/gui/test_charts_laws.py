"""The laws of labels and ticks: nothing overlaps, order holds, ticks are round and enough."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.charts.columns import spread
from desktop_app.ui.charts.nudge import nudged
from desktop_app.ui.charts.ticks import intervals, labelled, value_ticks
from tests.support.charts import MONTHS

places = st.floats(-50, 550, allow_nan=False)
label_heights = st.sampled_from([16.0, 32.0, 48.0])
labels = st.lists(st.tuples(places, label_heights), min_size=1, max_size=6)


def between(labels_: list[tuple[float, float]]) -> tuple[list[float], list[float], tuple[float, ...]]:
    wanted, heights = [place for place, _ in labels_], [height for _, height in labels_]
    return wanted, heights, nudged(wanted, heights, 0.0, 500.0)


@given(labels)
def test_nudged_labels_never_overlap_keep_their_order_and_stay_inside(labels_):
    wanted, heights, centres = between(labels_)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    for upper, lower in pairwise(order):
        assert centres[lower] - centres[upper] >= (heights[upper] + heights[lower]) / 2 - 1e-6
    assert min(c - h / 2 for c, h in zip(centres, heights, strict=True)) >= -1e-6
    assert max(c + h / 2 for c, h in zip(centres, heights, strict=True)) <= 500 + 1e-6


@given(labels)
def test_labels_that_are_apart_already_are_left_where_they_are(labels_):
    wanted, heights, _ = between(labels_)
    settled = nudged(wanted, heights, 0.0, 500.0)
    assert nudged(settled, heights, 0.0, 500.0) == pytest.approx(settled)


def test_two_labels_that_meet_share_the_move():
    assert nudged((100, 104), (16, 16), 0, 500) == pytest.approx((94, 110))


@given(st.floats(-1e6, 0), st.floats(0, 1e6), st.integers(2, 10), st.booleans())
def test_ticks_cover_the_values_evenly_and_are_few(low, high, most, whole):
    ticks = value_ticks(low, high, most, whole=whole)
    assert ticks[0] <= low + 1e-6
    assert ticks[-1] >= high - 1e-6
    assert 2 <= len(ticks) <= most + 1
    steps = {round(after - before, 6) for before, after in pairwise(ticks)}
    assert max(steps) - min(steps) <= 1e-5 * max(1.0, *steps)
    assert 0.0 in ticks
    if whole:
        assert all(tick == int(tick) for tick in ticks)


@pytest.mark.parametrize(
    ("high", "ticks"),
    [(536, (0, 100, 200, 300, 400, 500, 600)), (0, (0, 1)), (3, (0, 1, 2, 3)), (1, (0, 1))],
)
def test_ticks_of_counts_are_what_a_person_would_choose(high, ticks):
    assert value_ticks(0, high, 8, whole=True) == ticks


def test_months_are_thinned_to_whole_parts_of_a_year_and_begin_in_january():
    first = [every for every, _ in zip(intervals(MONTHS), range(7), strict=False)]
    assert first == [1, 2, 3, 4, 6, 12, 24]
    assert {MONTHS[index][:3] for index in labelled(MONTHS, 12)} == {"Jan"}


def test_quarters_and_halves_are_thinned_to_whole_years_and_years_by_ones_twos_and_fives():
    quarters = [
        f"{part} {year}" for year in (2020, 2021) for part in ("Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec")
    ]
    halves = ["H1 2020-21", "H2 2020-21", "H1 2021-22", "H2 2021-22"]
    years = ["2019-20", "2020-21", "2021-22"]
    found = [
        [every for every, _ in zip(intervals(labels_), range(4), strict=False)]
        for labels_ in (quarters, halves, years)
    ]
    assert found == [[1, 2, 4, 8], [1, 2, 4, 10], [1, 2, 5, 10]]


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(5, 80)), max_size=20))
def test_labels_above_columns_never_meet_and_the_first_choice_is_always_there(places_):
    wanted = [len(places_) - 1] if places_ else []
    shown = spread(places_, wanted)
    for one in shown:
        for other in shown:
            if one != other:
                gap = abs(places_[one][0] - places_[other][0])
                assert gap >= (places_[one][1] + places_[other][1]) / 2
    assert set(wanted) <= set(shown)
