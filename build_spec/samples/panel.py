"""The first sample: the Panel's calendar years 2020 and 2021, a row per child."""

from datetime import date
from pathlib import Path
from random import Random

from build_spec.samples.columns import PER_CHILD, Row
from build_spec.samples.incidents import Plan, notifications
from build_spec.samples.places import Places
from build_spec.samples.records import DEATH, HARM, OTHER
from build_spec.samples.workbook import SYNTHETIC, About, SampleBook, Table

FILE = "panel_notifications_2020_2021.xlsx"
_AS_AT = date(2022, 3, 31)
_PLANS = (
    # 267 harm notifications with 32 children more than notifications: 299 children.
    Plan(
        reference="SIN-2020",
        as_at=_AS_AT,
        stretches=((date(2020, 1, 1), date(2020, 12, 31), 482),),
        natures=((DEATH, 206), (HARM, 267), (OTHER, 9)),
        groups=(2,) * 20 + (3,) * 3 + (4,) * 2,
        wider_scope=False,
        jitter=0.0,
        infants=172,
        looked_after=34,
    ),
    # 223 harm notifications with 19 children more than notifications: 242 children.
    Plan(
        reference="SIN-2021",
        as_at=_AS_AT,
        stretches=((date(2021, 1, 1), date(2021, 12, 31), 379),),
        natures=((DEATH, 156), (HARM, 223)),
        groups=(2,) * 12 + (3,) * 2 + (4,),
        wider_scope=False,
        jitter=0.15,
        infants=139,
        looked_after=29,
    ),
)
_ABOUT = About(
    "Serious incident notifications, England, 2020 and 2021: a sample",
    (
        SYNTHETIC,
        "",
        "The totals below are true: the Child Safeguarding Practice Review Panel published them.",
        "Every record is invented: references, dates, places, ages, circumstances and outlines.",
        "The causes, domestic abuse and parental mental ill-health follow the shares published for 2020.",
        "Every other breakdown is invented too and must not be quoted.",
        "",
        "One row is one child. Siblings of one notification share its reference;",
        "to count notifications, count different references.",
        "The years are those of the date notified. The file shows what was known on 31 March 2022.",
        "By nature the Panel split the notifications of 2020 but the children of 2021: two different units.",
        "It did not split the 379 notifications of 2021. One death notification concerns one child,",
        "so 156 of them are deaths and the other 223 are serious harm here.",
    ),
    (
        Table(
            "Totals of the records in this file",
            ("Date notified", "Counted", "Total", "Child deaths", "Serious harm", "Other"),
            (
                ("1 January to 31 December 2020", "Notifications", 482, 206, 267, 9),
                ("1 January to 31 December 2020", "Children", 514, 206, 299, 9),
                ("1 January to 31 December 2021", "Notifications", 379, 156, 223, 0),
                ("1 January to 31 December 2021", "Children", 398, 156, 242, 0),
            ),
        ),
        Table(
            "Where the totals come from",
            ("Year", "Source"),
            (
                ("2020", "Child Safeguarding Practice Review Panel, briefing on notifications in 2020"),
                ("2021", "Child Safeguarding Practice Review Panel, press release of 15 December 2022"),
            ),
        ),
        Table(
            'Columns of the sheet "Notifications"',
            ("Column", "Meaning"),
            tuple((column.heading, column.meaning) for column in PER_CHILD),
        ),
    ),
)


def make(folder: Path, places: Places, rng: Random) -> None:
    """Write the workbook."""
    records = [record for plan in _PLANS for record in notifications(rng, plan, places)]
    book = SampleBook(folder / FILE, _ABOUT.title)
    book.add_about(_ABOUT, (36, 16, 10, 14, 14, 10))
    rows = [Row(record, number + 1) for record in records for number in range(len(record.children))]
    book.add_records("Notifications", PER_CHILD, rows)
    book.close()
