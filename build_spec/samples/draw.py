"""Draw from weighted choices and to exact quotas, the same way every time for one seed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from random import Random
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def choose(rng: Random, weights: Mapping[K, float]) -> K:
    """Return one key, each as likely as its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def pick(rng: Random, items: Sequence[T], count: int, weight: Callable[[T], float]) -> list[T]:
    """Return `count` different items, the heavier the likelier; an item of weight 0 is never taken."""
    # Each item gets a random key; the largest keys win (weighted sampling without replacement).
    keyed = [(rng.random() ** (1 / weight(item)), item) for item in items if weight(item) > 0]
    if len(keyed) < count:
        raise ValueError(f"{count} wanted, {len(keyed)} to pick from")
    keyed.sort(key=lambda pair: pair[0], reverse=True)
    return [item for _, item in keyed[:count]]


def apportion(total: int, weights: Mapping[K, float]) -> dict[K, int]:
    """Share `total` out in proportion to the weights, in whole numbers that add up (largest remainder)."""
    scale = total / sum(weights.values())
    shares = {key: int(weight * scale) for key, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda key: shares[key] - weights[key] * scale)
    for key in by_remainder[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def shuffled(rng: Random, counts: Mapping[K, int]) -> list[K]:
    """Return every key as often as its count says, in random order."""
    keys = [key for key, count in counts.items() for _ in range(count)]
    rng.shuffle(keys)
    return keys
