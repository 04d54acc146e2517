"""How certain a count, a share, a rate and a change are: 95% intervals and the exact test.

scipy.special is loaded at the first call: it takes a quarter of a second that the start of the window can do
without.
"""

import math
from functools import lru_cache

from desktop_app.analysis.result import Change

Z = 1.959963984540054  # the 97.5% point of the normal distribution
_TAIL = 0.025


@lru_cache(maxsize=1 << 16)
def count_interval(count: float) -> tuple[float, float]:
    """Return the 95% interval of a count of 0 or more.

    Exact Poisson below 10 (chi-squared points, here as gamma points), Byar's approximation from 10: Office
    for Health Improvement and Disparities and UKHSA, Public health technical guide, "Confidence intervals".
    """
    if count < 10:
        from scipy.special import gammaincinv  # noqa: PLC0415 - see above

        lower = float(gammaincinv(count, _TAIL)) if count else 0.0
        return lower, float(gammaincinv(count + 1, 1 - _TAIL))
    above = count + 1
    lower = count * (1 - 1 / (9 * count) - Z / (3 * math.sqrt(count))) ** 3
    return lower, above * (1 - 1 / (9 * above) + Z / (3 * math.sqrt(above))) ** 3


def wilson_interval(part: float, whole: float) -> tuple[float, float] | None:
    """Return the 95% interval of a proportion (0 to 1) by Wilson's score method, None of an empty whole.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if whole <= 0:
        return None
    share, square = part / whole, Z * Z / whole
    middle = share + square / 2
    spread = Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole))
    return max(0.0, (middle - spread) / (1 + square)), min(1.0, (middle + spread) / (1 + square))


def rate(count: float, population: float, per: float = 100_000) -> tuple[float, tuple[float, float]]:
    """Return a count per so many people and its 95% interval; the population is taken as known exactly."""
    low, high = count_interval(count)
    return count / population * per, (low / population * per, high / population * per)


@lru_cache(maxsize=1 << 16)
def change(base: float, now: float) -> Change:
    """Return the change from one count to a later one, with its exact test and an interval that agrees.

    Given their sum, the later count is binomial; equal underlying levels make its probability one half
    (Przyborowski and Wilenski, 1940). p doubles the smaller tail. The interval of the ratio comes from the
    exact bounds of that probability (Clopper and Pearson, 1934), so it leaves out "no change" just when p is
    below 0.05.
    """
    from scipy.special import betainc, betaincinv  # noqa: PLC0415 - see above

    if base == now == 0:
        return Change(base, 0.0, None, None, 1.0)
    at_most = float(betainc(base, now + 1, 0.5)) if base else 1.0  # the binomial's tails as beta integrals
    at_least = float(betainc(now, base + 1, 0.5)) if now else 1.0
    # Each bound's odds from the probability and from its complement: a difference from 1 would lose digits.
    low = betaincinv(now, base + 1, _TAIL) / betaincinv(base + 1, now, 1 - _TAIL) if now else 0.0
    high = betaincinv(now + 1, base, 1 - _TAIL) / betaincinv(base, now + 1, _TAIL) if base else None
    return Change(
        base=base,
        number=now - base,
        percent=_percent(now / base) if base else None,
        interval_percent=(_percent(low), None if high is None else _percent(high)),
        p=min(1.0, 2 * min(at_most, at_least)),
    )


def _percent(ratio: float) -> float:
    return (float(ratio) - 1) * 100
