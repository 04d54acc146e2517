"""The limits of a funnel plot: how far the rate of a place may lie from the overall one by chance alone."""

import math

TAILS_95 = (0.025, 0.975)
TAILS_998 = (0.001, 0.999)


def poisson_limits(expected: float, tails: tuple[float, float]) -> tuple[float, float]:
    """Return the counts between which chance leaves a count with this expectation; tails are probabilities.

    Exact Poisson limits, interpolated between whole numbers so that they make a smooth funnel:
    D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", 2005, appendix A.1.
    """
    low, high = (max(0.0, _point(expected, tail)) for tail in tails)
    return low, high


def _point(expected: float, tail: float) -> float:
    from scipy.special import pdtr, pdtrik  # noqa: PLC0415 - a start of the window can do without it

    if expected <= 0:
        return 0.0
    count = max(0, math.ceil(float(pdtrik(tail, expected))))
    while float(pdtr(count, expected)) < tail:
        count += 1
    while count and float(pdtr(count - 1, expected)) >= tail:
        count -= 1
    reached = float(pdtr(count, expected))
    before = float(pdtr(count - 1, expected)) if count else 0.0
    return count - (reached - tail) / (reached - before)
