"""The limits of a funnel are exact Poisson limits, interpolated between whole numbers."""

import pytest
from scipy import stats

from desktop_app.analysis.statistics.funnel import TAILS_95, TAILS_998, poisson_limits

GRID = [0.5, 1, 2.3, 5, 9.99, 10, 25, 60, 131.7, 482, 2983, 20_000]


@pytest.mark.parametrize("expected", GRID)
@pytest.mark.parametrize("tails", [TAILS_95, TAILS_998])
def test_limits_lie_within_one_below_the_exact_points_of_the_distribution(
    expected: float, tails: tuple[float, float]
) -> None:
    for limit, tail in zip(poisson_limits(expected, tails), tails, strict=True):
        exact = float(stats.poisson.ppf(tail, expected))
        assert max(0.0, exact - 1) <= limit <= exact


@pytest.mark.parametrize("expected", [25, 131.7, 482])
def test_between_whole_numbers_the_probability_is_shared_out_evenly(expected: float) -> None:
    low, high = poisson_limits(expected, TAILS_95)
    for limit, tail in ((low, 0.025), (high, 0.975)):
        above = int(-(-limit // 1))
        before, reached = stats.poisson.cdf([above - 1, above], expected)
        assert before + (limit - (above - 1)) * (reached - before) == pytest.approx(tail)


def test_limits_worked_by_hand_for_an_expectation_of_one() -> None:
    # P(0) = 0.3679, P(up to 2) = 0.9197, P(up to 3) = 0.9810: 3 - (0.9810 - 0.975) / 0.0613.
    assert poisson_limits(1, TAILS_95) == (0, pytest.approx(2.9019, abs=0.0005))


def test_nothing_expected_has_no_room() -> None:
    assert poisson_limits(0, TAILS_998) == (0, 0)


def test_the_outer_limits_lie_outside_the_inner_ones() -> None:
    for expected in GRID[3:]:
        inner, outer = poisson_limits(expected, TAILS_95), poisson_limits(expected, TAILS_998)
        assert outer[0] <= inner[0] < expected < inner[1] < outer[1]
