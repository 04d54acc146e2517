"""The columns of the record sheets: heading, meaning, width and how a row fills them, in one place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from build_spec.samples.records import Child, Household, Notification, Review

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a record sheet: a notification and the number, counted from 1, of one of its children."""

    record: Notification
    number: int

    @property
    def child(self) -> Child:
        """Return the child that the row is about."""
        return self.record.children[self.number - 1]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a record sheet."""

    heading: str
    meaning: str
    width: int
    value: Callable[[Row], Cell]


def _child(value: Callable[[Child], Cell]) -> Callable[[Row], Cell]:
    return lambda row: value(row.child)


def _home(value: Callable[[Household], Cell]) -> Callable[[Row], Cell]:
    return lambda row: value(row.record.household)


def _review(value: Callable[[Review], Cell]) -> Callable[[Row], Cell]:
    return lambda row: value(row.record.review) if row.record.review else None


_REVIEW_FOLLOWS = "Whether a local child safeguarding practice review follows"

_REFERENCE = Column(
    "Notification reference", "One for each notification", 18, lambda row: row.record.reference
)
_CHILD_NUMBER = Column("Child number", "1 for the first child of the notification", 9, lambda row: row.number)
_REST = (
    Column("Date of incident", "Blank where no single day is known", 12, lambda row: row.record.incident),
    Column("Date local authority became aware", "Blank where not recorded", 15, lambda row: row.record.aware),
    Column("Date notified", "The day the notification was sent", 12, lambda row: row.record.notified),
    Column("Local authority", "The authority that notified", 34, lambda row: row.record.place.authority),
    Column("Region", "One of the nine regions of England", 25, lambda row: row.record.place.region),
    Column(
        "Safeguarding partnership", "Named after the authority", 66, lambda row: row.record.place.partnership
    ),
    Column("Nature of notification", "Child death, Serious harm or Other", 15, lambda row: row.record.nature),
    Column("Number of children", "In the notification", 11, lambda row: len(row.record.children)),
    Column("Age (years)", "Completed years, 0 is under 1; blank if not known", 9, _child(lambda c: c.age)),
    Column("Age group", "The age bands that are published", 11, _child(lambda c: c.age_group)),
    Column("Sex", "Male, Female or Unknown", 10, _child(lambda c: c.sex)),
    Column("Ethnicity", "The five broad groups, or Unknown", 43, _home(lambda h: h.ethnicity)),
    Column("Disability", "Yes, No, Unknown, or blank", 11, _child(lambda c: c.disability)),
    Column("Looked after", "In the care of a local authority", 11, _home(lambda h: h.looked_after)),
    Column("Legal status", "Of a looked-after child", 30, _home(lambda h: h.legal_status)),
    Column("Placement type", "Where the child was living", 31, _home(lambda h: h.placement)),
    Column("Child in need plan", "At the time of the incident", 11, _home(lambda h: h.in_need_plan)),
    Column("Child protection plan", "At the time of the incident", 11, _home(lambda h: h.protection_plan)),
    Column("Known to agencies", "Now or in the past", 11, _home(lambda h: h.known.split(",")[0])),
    Column("Cause of death or form of harm", "The main one", 42, lambda row: row.record.cause),
    Column("Factors", 'Several are separated by "; "', 60, lambda row: "; ".join(row.record.factors)),
    Column("Practice themes", 'Several are separated by "; "', 60, lambda row: "; ".join(row.record.themes)),
    Column("Rapid review due", "15 working days after the notification", 12, _review(lambda r: r.due)),
    Column("Rapid review received", "Blank until it is in", 12, _review(lambda r: r.received)),
    Column("LCSPR decision", _REVIEW_FOLLOWS, 15, _review(lambda r: r.decision)),
    Column("LCSPR published", "Blank until it is published", 12, _review(lambda r: r.published)),
    Column("Outline", "What happened, in a sentence or two", 110, lambda row: row.record.outline),
)

PER_CHILD = (_REFERENCE, _CHILD_NUMBER, *_REST)
PER_NOTIFICATION = (_REFERENCE, *_REST)
