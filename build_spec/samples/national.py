"""The third sample: the published national figures in the tidy layout of DfE's releases, and nothing else."""

import csv
from collections.abc import Iterator
from pathlib import Path

FILE = "dfe_published_national.csv"
_HEADER = (
    "time_period",
    "time_identifier",
    "quarter",
    "geographic_level",
    "country_code",
    "country_name",
    "breakdown_topic",
    "breakdown",
    "nature_of_notification",
    "number_notifications",
)
_TOTAL = "Total"
_NATURES = (("Child death", "deaths"), ("Serious harm", "serious_harm"), ("Other", "other"))
_PARTS = {"H1": "Part 1 (April to September)", "H2": "Part 2 (October to March)"}
# Published beside the totals: reporting year, topic, breakdown, notifications.
_BREAKDOWNS = (
    (2026, "CLA", "Yes", 113),
    (2025, "CLA", "Yes", 93),
    (2024, "CLA", "Yes", 99),
    (2021, "Age", "Under 1", 191),
)


def make(folder: Path, reference: Path) -> None:
    """Write the file from the reference table of published series."""
    with (reference / "published_series.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    years = [row for row in published if row["series"] == "DfE"]
    halves = [row for row in published if row["series"] == "DfE half-years"]
    with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEADER)
        for year in reversed(years):
            writer.writerows(_rows_of(year, halves))


def _rows_of(year: dict[str, str], halves: list[dict[str, str]]) -> Iterator[tuple[str | int, ...]]:
    """Give the rows of one year: its total, natures and breakdowns, then its halves."""
    reporting_year = int(year["end"][:4])
    yield _row(reporting_year, _TOTAL, (_TOTAL, _TOTAL, _TOTAL), year["total"])
    for nature, column in _NATURES:
        if year[column]:
            yield _row(reporting_year, _TOTAL, (_TOTAL, _TOTAL, nature), year[column])
    for of_year, topic, breakdown, number in _BREAKDOWNS:
        if of_year == reporting_year:
            yield _row(reporting_year, _TOTAL, (topic, breakdown, _TOTAL), number)
    for half in halves:
        if year["start"] <= half["start"] <= year["end"]:
            yield _row(reporting_year, _PARTS[half["label"][-2:]], (_TOTAL, _TOTAL, _TOTAL), half["total"])


def _row(year: int, quarter: str, group: tuple[str, str, str], number: str | int) -> tuple[str | int, ...]:
    return (year, "Reporting year", quarter, "National", "E92000001", "England", *group, number)
