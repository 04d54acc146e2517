"""Children aged 0 to 17 by place and mid-year, as bundled; the source stands beside the table."""

import csv
from collections.abc import Mapping
from functools import cache

from desktop_app.catalogue.resources import resource
from desktop_app.domain.population import Populations

BUNDLED = "mid-year estimates of the Office for National Statistics, as bundled"


@cache
def bundled() -> Populations:
    """Return the bundled table; a name stands for one place in a year."""
    return Populations(BUNDLED, {(row["name"], int(row["year"])): int(row["population"]) for row in _lines()})


@cache
def codes() -> Mapping[str, str]:
    """Return the newest code of every place in the table: England, its regions and authorities."""
    return {row["name"]: row["code"] for row in _lines()}


def _lines() -> list[dict[str, str]]:
    with resource("reference/population_0_17.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
