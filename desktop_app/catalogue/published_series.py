"""National figures that others have published, with what each counts; the sources stand beside the table."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.catalogue.resources import resource

NEVER_JOIN = (
    "Never join two series: the Panel, DfE and Ofsted count different incidents. For the same twelve months"
    " of 2022-23 the Panel counted 393 notifications and DfE 456."
)


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One published period: `unit` is what the total counts, `split_unit` what its parts count.

    None is a figure that was not stated.
    """

    series: str
    label: str
    start: date
    end: date
    unit: str
    split_unit: str
    total: int | None
    deaths: int | None
    serious_harm: int | None
    other: int | None
    children: int | None
    scope: str
    source: str

    def counted_in(self, unit: str) -> int | None:
        """Return the total in a counting unit, or None where it is not stated."""
        if unit == self.unit:
            return self.total
        return self.children if unit == "children" else None


@cache
def published_series() -> tuple[PublishedFigure, ...]:
    """Return every published figure, series by series in time order."""
    with resource("reference/published_series.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_figure(row) for row in csv.DictReader(lines))


def _figure(row: dict[str, str]) -> PublishedFigure:
    def number(key: str) -> int | None:
        return int(row[key]) if row[key] else None

    return PublishedFigure(
        series=row["series"],
        label=row["label"],
        start=date.fromisoformat(row["start"]),
        end=date.fromisoformat(row["end"]),
        unit=row["unit"],
        split_unit=row["split_unit"],
        total=number("total"),
        deaths=number("deaths"),
        serious_harm=number("serious_harm"),
        other=number("other"),
        children=number("children"),
        scope=row["scope"],
        source=row["source"],
    )
