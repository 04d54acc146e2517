"""The XmR chart's mean, limits and signals come out as worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.statistics.control import Control, Lack, Signal, begun_anew, control, lack_of

DFE_YEARS = (449, 536, 442, 456, 405, 338, 357)
QUIET = (100, 120, 110, 130, 90)


def of(values: list[float | None], run: int = 7) -> Control:
    found = control(values, run)
    assert found is not None
    return found


def where(found: Control, signal: Signal) -> list[int]:
    return [at for at, signals in enumerate(found.signals) if signal in signals]


def test_limits_lie_two_point_six_six_mean_moving_ranges_from_the_mean() -> None:
    # Moving ranges 20, 10, 20 and 40: their mean is 22.5, the reach 2.66 x 22.5 = 59.85.
    found = of(list(QUIET))
    assert (found.mean, found.ranges) == (110, (None, 20, 10, 20, 40))
    assert (found.lower, found.upper) == pytest.approx((50.15, 169.85))
    assert not any(found.signals)
    assert found.trial


def test_the_published_years_of_dfe_stay_within_their_limits() -> None:
    # Mean 2,983 / 7; moving ranges 87, 94, 14, 51, 67, 19, together 332; reach 2.66 x 332 / 6 = 147.187.
    found = of(list(DFE_YEARS))
    assert found.mean == pytest.approx(426.142857)
    assert (found.lower, found.upper) == pytest.approx((278.956190, 573.329524))
    assert not any(found.signals)


def test_a_moving_range_far_beyond_the_others_does_not_widen_the_limits() -> None:
    # Moving ranges 100 (eleven times) and 5,000 (twice): mean 854, and 5,000 > 3.267 x 854 = 2,790.
    # Without the two the mean moving range is 100: the limits are the mean and 266 to either side.
    values = [1000.0, 1100, 1000, 1100, 1000, 1100, 6100, 1100, 1000, 1100, 1000, 1100, 1000, 1100]
    found = of(values)
    mean = sum(values) / 14
    assert (found.lower, found.upper) == pytest.approx((mean - 266, mean + 266))
    assert where(found, Signal.ABOVE) == [6]
    assert not found.trial


def test_a_lower_limit_is_never_below_none() -> None:
    # Mean 6.8; moving ranges 9, 7, 9 and 12, their mean 9.25: the reach is 24.605.
    found = of([11, 2, 9, 0, 12])
    assert (found.lower, found.upper) == (0, pytest.approx(31.405))


def test_counts_that_average_less_than_five_have_no_limits() -> None:
    # Seven years of an authority by month: 30 of 84 months with one, 54 without any; the mean is 30 / 84.
    sparse: list[float | None] = [float(at % 14 in {0, 3, 4, 8, 13}) for at in range(84)]
    assert sum(value or 0 for value in sparse) == 30
    assert (control(sparse), lack_of(sparse)) == (None, Lack.SMALL)
    assert lack_of([4, 5, 6, 4, 5, 5]) is Lack.SMALL  # together 29, the mean is 4.83
    assert lack_of([4, 5, 6, 4, 5, 6]) is None  # together 30, the mean is 5


def test_limits_are_never_narrower_than_counts_vary_by_chance() -> None:
    # An authority's six years: moving ranges 2, 1, 1, 0 and 0, their mean 0.8, would reach only 2.128.
    # Counts with a mean of 31 / 6 = 5.167 vary by chance by three times its root, 6.819, to either side.
    found = of([8, 6, 5, 4, 4, 4])
    assert (found.lower, found.upper) == (0, pytest.approx(5.16667 + 6.81909))
    assert not any(found.signals)


def test_screening_takes_no_width_from_the_limits() -> None:
    # Moving ranges: 100 twice and 0 ten times, their mean 16.7, and 100 > 3.267 x 16.7 = 54: zeros are left.
    # The mean is 1,400 / 13 = 107.692 and three times its root 31.132.
    found = of([100.0] * 6 + [200] + [100] * 6)
    assert (found.lower, found.upper) == pytest.approx((107.69231 - 31.13247, 107.69231 + 31.13247))
    assert where(found, Signal.ABOVE) == [6]
    assert where(found, Signal.BELOW) == []


def test_values_that_do_not_vary_lie_within_limits() -> None:
    found = of([16] * 8)
    assert (found.lower, found.upper) == (4, 28)
    assert not any(found.signals)


@pytest.mark.parametrize(("run", "marked"), [(7, []), (6, [6, 7, 8, 9, 10, 11])])
def test_a_run_on_one_side_of_the_mean_is_as_long_as_the_setting_says(run: int, marked: list[int]) -> None:
    values: list[float | None] = [8, 12, 8, 12, 8, 8, 11, 12, 11, 12, 11, 12]  # mean 10.4
    assert where(of(values, run), Signal.HIGH) == marked


def test_a_point_on_the_mean_ends_a_run() -> None:
    values: list[float | None] = [11, 12, 11, 10, 11, 12, 11, 8, 9, 8, 9, 8]
    found = of(values, 6)
    assert found.mean == 10
    assert where(found, Signal.HIGH) == []
    assert where(of([*values[:3], 11, *values[4:]], 6), Signal.HIGH) == [0, 1, 2, 3, 4, 5, 6]


def test_seven_points_that_rise_or_fall_are_marked_from_the_first_to_the_last() -> None:
    rising: list[float | None] = [15, 19, 11, 12, 13, 14, 15, 16, 17, 17, 16]
    assert where(of(rising), Signal.RISING) == [2, 3, 4, 5, 6, 7, 8]
    assert where(of(rising[::-1]), Signal.FALLING) == [2, 3, 4, 5, 6, 7, 8]
    assert where(of([11, 12, 13, 14, 15, 16, 16, 17]), Signal.RISING) == []


def test_two_of_three_in_the_outer_third_are_marked_and_a_single_one_is_not() -> None:
    # Mean 10, moving ranges 5, 5, 0, 5, 5, 0, 0 ... : see that 15 lies beyond two thirds of the reach.
    values: list[float | None] = [10, 15, 10, 15, 10, 5, 10, 10, 5, 10, 10, 10]
    found = of(values)
    # Moving ranges: 5 eight times and 0 three times, mean 40 / 11; reach 9.673, two thirds of it 6.448.
    assert found.upper == pytest.approx(10 + 2.66 * 40 / 11)
    assert not any(found.signals)
    wider: list[float | None] = [10, 17, 10, 17, 10, 10, 10, 3, 10, 10, 10, 10, 10, 6, 10]
    near = of(wider)
    # Mean 153 / 15 = 10.2; moving ranges 7 (six) and 4 (two), mean 50 / 14, reach 9.5; three times the
    # root of the mean is more, 9.581, and two thirds of it 6.387.
    assert near.mean == pytest.approx(153 / 15)
    assert where(near, Signal.NEAR_UPPER) == [1, 3]
    assert where(near, Signal.NEAR_LOWER) == []


def test_gaps_have_no_part_in_limits_and_end_runs() -> None:
    found = of([10, 12, None, 13, 9, 11])
    assert found.mean == 11
    assert found.ranges == (None, 2, None, None, 4, 2)
    assert found.signals[2] == ()
    risen: list[float | None] = [11, 12, 13, None, 14, 15, 16, 17]
    assert where(of(risen), Signal.RISING) == []


def test_too_few_points_have_no_limits() -> None:
    assert control([10, 12, 11, 13]) is None
    assert control([10, None, 11, None, 9, None, 12, None, 11]) is None
    assert control([]) is None


counts = st.lists(st.one_of(st.none(), st.integers(0, 500)), max_size=40)


@given(counts, st.integers(1, 1000), st.sampled_from([6, 7]))
def test_limits_grow_no_faster_than_the_counts(values: list[float | None], by: int, run: int) -> None:
    found, scaled = (
        control(values, run),
        control([None if each is None else each * by for each in values], run),
    )
    assert found is None or scaled is not None  # small counts may grow large enough, never the reverse
    if found and scaled:
        assert scaled.mean == pytest.approx(found.mean * by)
        assert scaled.upper <= found.upper * by * (1 + 1e-9)  # counts by chance vary less where they are many
        assert scaled.ranges == tuple(None if each is None else each * by for each in found.ranges)


@given(counts)
def test_read_backwards_rises_are_falls(values: list[float | None]) -> None:
    found, back = control(values), control(values[::-1])
    assert (found is None) == (back is None)
    if found and back:
        assert where(back, Signal.FALLING) == sorted(
            len(values) - 1 - at for at in where(found, Signal.RISING)
        )
        assert back.upper == pytest.approx(found.upper)


@given(counts)
def test_what_lies_within_the_limits_is_not_said_to_lie_outside(values: list[float | None]) -> None:
    found = control(values)
    if found is None:
        return
    assert found.lower < found.mean < found.upper
    for value, signals in zip(values, found.signals, strict=True):
        if value is None:
            assert signals == ()
        else:
            assert (Signal.ABOVE in signals) == (value > found.upper)
            assert Signal.BELOW not in signals or value < found.lower


def test_limits_that_begin_anew_are_those_of_either_part_alone() -> None:
    values = [*QUIET, 300, 340, 320, 310, 330]
    found = begun_anew(values, 7, 5)
    assert found is not None
    assert found.before is not None
    assert (found.before.mean, found.before.lower, found.before.upper) == pytest.approx((110, 50.15, 169.85))
    # Moving ranges 40, 20, 10 and 20 again: the reach is the same 59.85 about a mean of 320.
    assert (found.mean, found.lower, found.upper) == pytest.approx((320, 260.15, 379.85))
    assert found.ranges == (None, 20, 10, 20, 40, None, 40, 20, 10, 20)
    assert not any(found.signals)
    assert [found.at(at).mean for at in (0, 4, 5, 9)] == [110, 110, 320, 320]


@pytest.mark.parametrize("start", [0, 4, 7])
def test_too_few_on_either_side_leave_one_set_of_limits(start: int) -> None:
    values = [*QUIET, 30, 34, 32]
    assert begun_anew(values, 7, start) == control(values)
