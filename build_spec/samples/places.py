"""Draw the local authority of a notification in proportion to the children who live there."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from build_spec.samples.draw import choose
from build_spec.samples.records import Place

_LATEST = 2024


class Places:
    """The authorities of England on any day, weighted by the children who live there."""

    def __init__(self, reference: Path, rng: Random) -> None:
        """Read the authorities and populations from the folder of reference tables."""
        self._authorities = list(_rows(reference / "authorities.csv"))
        self._population = {
            (row["name"], int(row["year"])): int(row["population"])
            for row in _rows(reference / "population_0_17.csv")
        }
        names = sorted({row["name"] for row in self._authorities})
        # Authorities differ by more than their size; regions do not.
        self._tilt = {name: 0.6 + 0.8 * rng.random() for name in names}

    def draw(self, rng: Random, day: date) -> Place:
        """Return an authority that existed on `day`: first its region, then the authority."""
        in_force = [row for row in self._authorities if _in_force(row, day)]
        regions = sorted({row["region"] for row in in_force})
        region = choose(rng, {name: self._children(name, day.year) for name in regions})
        weights = {
            row["name"]: self._children(row["name"], day.year) * self._tilt[row["name"]]
            for row in in_force
            if row["region"] == region
        }
        return Place(choose(rng, weights), region)

    def _children(self, name: str, year: int) -> int:
        """Return the population of that year, else that of the nearest year that has one."""
        years = sorted(range(2012, _LATEST + 1), key=lambda other: (abs(other - year), other))
        nearest = next(other for other in years if (name, other) in self._population)
        return self._population[name, nearest]


def _in_force(row: dict[str, str], day: date) -> bool:
    return row["from"] <= day.isoformat() <= (row["to"] or "9999-12-31")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
