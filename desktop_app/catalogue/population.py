"""Children aged 0 to 17 by place and mid-year, as bundled; the source stands beside the table."""

import csv
from collections.abc import Mapping
from functools import cache

from desktop_app.catalogue.resources import resource

ENGLAND = "England"


@cache
def places() -> frozenset[str]:
    """Return the names of all places in the table: England, its regions and its local authorities."""
    return frozenset(name for name, _ in _of_places())


@cache
def _of_places() -> Mapping[tuple[str, int], int]:
    """Return the children of every place and mid-year in the table; a name stands for one place in a year."""
    with resource("reference/population_0_17.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["name"], int(row["year"])): int(row["population"]) for row in csv.DictReader(lines)}


def children_in(place: str, year: int) -> int | None:
    """Return the children aged 0 to 17 of England, a region or an authority at a mid-year, or None."""
    return _of_places().get((place, year))


@cache
def mid_year(wanted: int) -> int | None:
    """Return the year whose estimate stands for a year: itself, the latest for a later one, None before."""
    years = [year for name, year in _of_places() if name == ENGLAND]
    used = min(wanted, max(years))
    return used if used in years else None


@cache
def codes() -> Mapping[str, str]:
    """Return the newest code of every place in the table: England, its regions and authorities."""
    with resource("reference/population_0_17.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}
