"""The second sample: DfE's seven years to March 2026, a row per notification."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from build_spec.samples.columns import PER_NOTIFICATION, Cell, Row
from build_spec.samples.incidents import Plan, notifications
from build_spec.samples.places import Places
from build_spec.samples.records import DEATH, HARM, OTHER
from build_spec.samples.workbook import SYNTHETIC, About, SampleBook, Table

FILE = "dfe_notifications_2019-20_to_2025-26.xlsx"
_AS_AT = date(2026, 5, 29)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year to 31 March: published figures, and None where nothing is published."""

    start: int
    deaths: int
    harm: int
    other: int
    halves: tuple[int, int] | None = None
    infants: int | None = None
    looked_after: int | None = None

    @property
    def label(self) -> str:
        return f"{self.start}-{(self.start + 1) % 100}"

    @property
    def total(self) -> int:
        return self.deaths + self.harm + self.other


_YEARS = (
    _Year(2019, 188, 253, 8, halves=(225, 224)),
    _Year(2020, 223, 284, 29, halves=(285, 251), infants=191),
    _Year(2021, 191, 227, 24),
    _Year(2022, 201, 244, 11),
    _Year(2023, 205, 180, 20, looked_after=99),
    _Year(2024, 162, 167, 9, looked_after=93),
    _Year(2025, 160, 188, 9, looked_after=113),
)


def _plan(rng: Random, year: _Year) -> Plan:
    """Plan a year: published figures where there are some, plausible ones where there are none."""
    first, last = date(year.start, 4, 1), date(year.start + 1, 3, 31)
    stretches: tuple[tuple[date, date, int], ...] = ((first, last, year.total),)
    if year.halves:
        middle = date(year.start, 9, 30), date(year.start, 10, 1)
        stretches = ((first, middle[0], year.halves[0]), (middle[1], last, year.halves[1]))
    infants = year.infants or round(year.total * (0.34 + 0.04 * rng.random()))
    looked_after = year.looked_after or round(year.total * (0.19 + 0.03 * rng.random()))
    return Plan(
        reference=f"DFE-{year.label}",
        as_at=_AS_AT,
        stretches=stretches,
        natures=((DEATH, year.deaths), (HARM, year.harm), (OTHER, year.other)),
        groups=(2,) * (year.harm // 14) + (3,) * (year.harm // 80) + (4,) * (year.harm // 160),
        wider_scope=True,
        jitter=0.15,
        infants=infants,
        looked_after=looked_after,
    )


def _row(year: _Year) -> tuple[Cell, ...]:
    halves = year.halves or (None, None)
    natures = (year.deaths, year.harm, year.other)
    return (year.label, year.total, *natures, *halves, year.infants, year.looked_after)


_ABOUT = About(
    "Serious incident notifications to DfE, England, April 2019 to March 2026: a sample",
    (
        SYNTHETIC,
        "",
        "The totals below are true: the Department for Education (DfE) published them.",
        "Every record is invented: references, dates, places, ages, circumstances and outlines.",
        "Breakdowns other than those below are invented too and must not be quoted.",
        "",
        "One row is one notification. It may concern several children; the age is that of the youngest.",
        "Years run from April to March, by date notified. DfE calls the year to March 2024 its year 2024.",
        "DfE counts every death of a looked-after child, whether or not abuse is suspected.",
        "The Panel, with its narrower scope, counts fewer for the same months: never join the two.",
        "A looked-after child's death from a medical cause has no rapid review; those cells are blank.",
        "The file shows what was known on 29 May 2026.",
    ),
    (
        Table(
            "Published totals that the records add up to (notifications; blank: not published)",
            (
                "Year to 31 March",
                "Total",
                "Child deaths",
                "Serious harm",
                "Other",
                "April to September",
                "October to March",
                "Under 1 year old",
                "Looked after",
            ),
            tuple(_row(year) for year in _YEARS),
        ),
        Table(
            "Where the totals come from",
            ("Year", "Source"),
            (
                ("2019-20 to 2025-26", "DfE, Serious incident notifications, Explore Education Statistics"),
                ("", "Crown copyright, used under the Open Government Licence v3.0"),
                ("2019-20", "From the changes that the release for 2020-21 states"),
                ("October 2020 to March 2021", "The year 2020-21 less its first half"),
            ),
        ),
        Table(
            'Columns of the sheet "Notifications"',
            ("Column", "Meaning"),
            tuple((column.heading, column.meaning) for column in PER_NOTIFICATION),
        ),
    ),
)


def make(folder: Path, places: Places, rng: Random) -> None:
    """Write the workbook."""
    records = [record for year in _YEARS for record in notifications(rng, _plan(rng, year), places)]
    book = SampleBook(folder / FILE, _ABOUT.title)
    book.add_about(_ABOUT, (36, 10, 14, 14, 10, 22, 20, 20, 15))
    book.add_records("Notifications", PER_NOTIFICATION, [Row(record, 1) for record in records])
    book.close()
