"""Moves labels apart so that none covers another, each as little as can be."""

from collections.abc import Sequence


def nudged(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Return the centres of labels that would like to stand at `wanted`, in the same order from the top.

    No two overlap, and all stand between top and bottom where there is room; where there is not, they run
    over the bottom. The sum of squared moves is the smallest (isotonic regression, pool adjacent violators).
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    # Taking off what lies above each label leaves places that need only not decrease.
    above, offsets = 0.0, []
    for index in order:
        offsets.append(above + heights[index] / 2)
        above += heights[index]
    places = _not_decreasing([wanted[index] - offset for index, offset in zip(order, offsets, strict=True)])
    lowest = max(bottom - above, top)
    centres = [0.0] * len(wanted)
    for index, offset, place in zip(order, offsets, places, strict=True):
        centres[index] = min(max(place, top), lowest) + offset
    return tuple(centres)


def _not_decreasing(values: Sequence[float]) -> list[float]:
    pools: list[tuple[float, int]] = []  # sum and number of the values that share a place
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
