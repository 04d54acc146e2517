"""The intervals and the test agree with published checks and with an independent implementation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from desktop_app.analysis.statistics.intervals import change, count_interval, rate, wilson_interval

COUNTS = (0, 1, 2, 3, 5, 9, 10, 11, 37, 156, 482, 5_000, 1_000_000)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0, 3.689),
        (1, 0.025, 5.572),
        (5, 1.623, 11.668),
        (10, 4.787, 18.391),
        (156, 132.5, 182.5),
        (379, 341.8, 419.1),
        (482, 439.9, 527.0),
    ],
)
def test_count_intervals_equal_the_published_ones(count: int, low: float, high: float) -> None:
    tolerance = 0.0006 if count <= 10 else 0.05
    assert count_interval(count) == pytest.approx((low, high), abs=tolerance)


@pytest.mark.parametrize("count", range(10))
def test_small_count_intervals_are_exact_poisson(count: int) -> None:
    low, high = count_interval(count)
    assert stats.poisson.cdf(count, high) == pytest.approx(0.025, rel=1e-9)
    assert low == 0 if count == 0 else stats.poisson.sf(count - 1, low) == pytest.approx(0.025, rel=1e-9)


@pytest.mark.parametrize("count", [10, 20, 99, 1_000, 100_000])
def test_byar_is_close_to_the_exact_interval(count: int) -> None:
    exact = (stats.chi2.ppf(0.025, 2 * count) / 2, stats.chi2.ppf(0.975, 2 * count + 2) / 2)
    assert count_interval(count) == pytest.approx(exact, rel=0.003)


@pytest.mark.parametrize(
    ("part", "whole"), [(0, 5), (5, 5), (1, 3), (99, 482), (191, 536), (40_000, 1_000_000)]
)
def test_wilson_agrees_with_scipy(part: int, whole: int) -> None:
    expected = stats.binomtest(part, whole).proportion_ci(method="wilson")
    assert wilson_interval(part, whole) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_share_of_nothing_has_no_interval() -> None:
    assert wilson_interval(0, 0) is None


@pytest.mark.parametrize("base", COUNTS)
@pytest.mark.parametrize("now", COUNTS)
def test_change_agrees_with_scipy(base: int, now: int) -> None:
    found = change(base, now)
    assert found.number == now - base
    if base + now == 0:
        assert (found.percent, found.interval_percent, found.p) == (None, None, 1.0)
        return
    tail = min(stats.binom.cdf(now, base + now, 0.5), stats.binom.sf(now - 1, base + now, 0.5))
    assert found.p == pytest.approx(min(1, 2 * tail), rel=1e-6, abs=1e-300)
    bounds = stats.binomtest(now, base + now).proportion_ci(method="exact")
    assert found.interval_percent is not None
    low, high = (None if percent is None else percent / 100 + 1 for percent in found.interval_percent)
    assert low is not None
    assert low / (1 + low) == pytest.approx(bounds.low, rel=1e-6, abs=1e-12)
    assert (1 if high is None else high / (1 + high)) == pytest.approx(bounds.high, rel=1e-6)


@pytest.mark.parametrize(
    ("base", "now", "percent", "low", "high", "p"),
    [
        (482, 379, -21.4, -31, -10, 0.0005),
        (206, 156, -24.3, -39, -6.3, 0.010),
        (267, 242, -9.4, -24, 8, 0.29),
        (338, 357, 5.6, -9, 23, 0.495),
        (3, 6, 100, -57, 1136, 0.51),
    ],
)
def test_changes_equal_the_published_ones(
    base: int, now: int, percent: float, low: float, high: float, p: float
) -> None:
    found = change(base, now)
    assert found.percent == pytest.approx(percent, abs=0.05)
    assert found.interval_percent == pytest.approx((low, high), abs=0.5)
    assert found.p == pytest.approx(p, abs=0.005 if p > 0.001 else 0.00005)


def test_change_from_zero_has_no_percentage_and_no_upper_bound() -> None:
    found = change(0, 5)
    assert found.percent is None
    assert found.interval_percent is not None
    assert found.interval_percent[1] is None


def test_change_to_zero_is_all_of_it() -> None:
    found = change(5, 0)
    assert found.percent == -100
    assert found.interval_percent is not None
    assert found.interval_percent[0] == -100


@given(st.integers(0, 3_000), st.integers(0, 3_000))
def test_interval_leaves_out_no_change_just_when_p_is_below_5_per_cent(base: int, now: int) -> None:
    found = change(base, now)
    assert found.p is not None
    if found.interval_percent is None:
        return
    low, high = found.interval_percent
    assert (low > 0 or (high is not None and high < 0)) == (found.p < 0.05)


def test_rates_of_the_panels_years_equal_the_published_ones() -> None:
    value, around = rate(482, 11_787_794)
    assert (value, *around) == pytest.approx((4.09, 3.73, 4.47), abs=0.005)
    value, around = rate(379, 11_762_878)
    assert (value, *around) == pytest.approx((3.22, 2.91, 3.56), abs=0.005)
