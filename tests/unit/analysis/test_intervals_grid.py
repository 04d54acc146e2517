"""Intervals and tests agree with scipy.stats to six figures over a wide grid, from none to huge counts."""

import numpy as np
import numpy.typing as npt
import pytest
from scipy import stats

from desktop_app.analysis.statistics.funnel import TAILS_95, TAILS_998, poisson_limits
from desktop_app.analysis.statistics.intervals import Z, change, count_interval, rate, wilson_interval

Floats = npt.NDArray[np.float64]

SIX_FIGURES = 1e-6
COUNTS = (*range(25), *range(25, 100, 5), 100, 156, 206, 242, 267, 338, 357, 379, 482, 999)
HUGE = (1_000, 4_567, 10_000, 123_456, 1_000_000, 87_654_321, 1_000_000_000)
ALL = (*COUNTS, *HUGE)
PAIRS = np.array([(base, now) for base in ALL for now in ALL if base + now], dtype=float)


@pytest.fixture(scope="module")
def changes() -> tuple[Floats, Floats, Floats]:
    """Return lower and upper bound of the later count's share, and p, for every pair."""
    found = [change(*pair) for pair in PAIRS.tolist()]
    ends = [each.interval_percent or (-100.0, None) for each in found]
    ratios = np.array([[low / 100 + 1, np.inf if high is None else high / 100 + 1] for low, high in ends])
    shares = np.where(np.isinf(ratios), 1.0, ratios / (1 + np.where(np.isinf(ratios), 0, ratios)))
    return shares[:, 0], shares[:, 1], np.array([each.p for each in found], dtype=float)


def test_the_exact_interval_of_a_change_is_clopper_and_pearsons(changes: tuple[Floats, ...]) -> None:
    base, now = PAIRS.T
    low = np.where(now > 0, stats.beta.ppf(0.025, np.maximum(now, 1), base + 1), 0.0)
    high = np.where(base > 0, stats.beta.ppf(0.975, now + 1, np.maximum(base, 1)), 1.0)
    assert changes[0] == pytest.approx(low, rel=SIX_FIGURES, abs=1e-15)
    assert changes[1] == pytest.approx(high, rel=SIX_FIGURES, abs=1e-15)


def test_the_exact_test_of_a_change_doubles_the_smaller_binomial_tail(changes: tuple[Floats, ...]) -> None:
    base, now = PAIRS.T
    tails = np.minimum(stats.binom.cdf(now, base + now, 0.5), stats.binom.sf(now - 1, base + now, 0.5))
    assert changes[2] == pytest.approx(np.minimum(1, 2 * tails), rel=SIX_FIGURES, abs=1e-290)


def test_a_change_and_its_reverse_are_equally_sure(changes: tuple[Floats, ...]) -> None:
    at = {tuple(pair): number for number, pair in enumerate(PAIRS.tolist())}
    back = np.array([at[now, base] for base, now in PAIRS.tolist()])
    assert changes[2] == pytest.approx(changes[2][back], rel=SIX_FIGURES, abs=1e-290)
    assert changes[0] == pytest.approx(1 - changes[1][back], rel=SIX_FIGURES, abs=1e-12)


def test_counts_below_ten_have_the_chi_squared_interval() -> None:
    few = np.arange(10.0)
    low = np.where(few > 0, stats.chi2.ppf(0.025, np.maximum(2 * few, 1)) / 2, 0.0)
    high = stats.chi2.ppf(0.975, 2 * few + 2) / 2
    found = np.array([count_interval(count) for count in few])
    assert found == pytest.approx(np.column_stack([low, high]), rel=SIX_FIGURES)


def test_counts_from_ten_are_near_the_exact_interval_and_nearer_the_greater_they_are() -> None:
    many = np.array([count for count in ALL if count >= 10], dtype=float)
    exact = np.column_stack([stats.chi2.ppf(0.025, 2 * many), stats.chi2.ppf(0.975, 2 * many + 2)]) / 2
    found = np.array([count_interval(count) for count in many])
    assert np.all(np.abs(found / exact - 1) < 0.04 / many[:, None])
    wald = np.column_stack([many[-1] - Z * np.sqrt(many[-1]), many[-1] + Z * np.sqrt(many[-1])])
    assert found[-1:] == pytest.approx(wald, rel=SIX_FIGURES)


@pytest.mark.parametrize(
    ("count", "low", "high"),  # worked with 40 decimal digits
    [
        (10, 4.78745, 18.391459),
        (100, 81.362105, 121.627938),
        (379, 341.798494, 419.145573),
        (482, 439.924043, 527.014448),
    ],
)
def test_byars_interval_equals_the_hand_worked_one(count: int, low: float, high: float) -> None:
    assert count_interval(count) == pytest.approx((low, high), rel=SIX_FIGURES)


def test_wilsons_interval_agrees_for_shares_from_none_to_all_of_few_and_of_many() -> None:
    wholes = (1, 2, 3, 5, 10, 19, 20, 57, 379, 482, 10_000, 1_000_000)
    pairs = [
        (part, whole)
        for whole in wholes
        for part in sorted({round(whole * share) for share in (0, 0.001, 0.1, 0.5, 0.9, 0.999, 1)})
    ]
    for part, whole in pairs:
        expected = stats.binomtest(part, whole).proportion_ci(method="wilson")
        assert wilson_interval(part, whole) == pytest.approx(
            (expected.low, expected.high), rel=SIX_FIGURES, abs=1e-12
        )


def test_a_rate_is_its_counts_interval_per_so_many_for_every_size() -> None:
    for count in (0, 1, 9, 10, 482, 1_000_000):
        for population in (1, 999, 35_000, 11_787_794):
            for per in (10_000, 100_000):
                value, around = rate(count, population, per)
                assert value == pytest.approx(per * count / population, rel=SIX_FIGURES)
                assert around == pytest.approx(
                    [per * end / population for end in count_interval(count)], rel=SIX_FIGURES
                )


@pytest.mark.parametrize("tails", [TAILS_95, TAILS_998], ids=["95%", "99.8%"])
def test_funnel_limits_lie_between_the_exact_points_of_poisson(tails: tuple[float, float]) -> None:
    for expected in (0.01, 0.5, 1.0, 3.2, 12.0, 48.5, 379.0, 10_000.0, 1_000_000.0):
        for found, tail in zip(poisson_limits(expected, tails), tails, strict=True):
            point = float(stats.poisson.ppf(tail, expected))
            assert max(point - 1, 0) <= found <= point
