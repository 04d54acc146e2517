"""The made-up records: a notification, the children it concerns, and its rapid review."""

from dataclasses import dataclass
from datetime import date

DEATH = "Child death"
HARM = "Serious harm"
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Place:
    """A local authority and the region that it lies in."""

    authority: str
    region: str

    @property
    def partnership(self) -> str:
        """Name the safeguarding partnership after the authority."""
        name = self.authority.removesuffix(", County of").removesuffix(", City of")
        return f"{name} Safeguarding Children Partnership"


@dataclass(frozen=True, slots=True)
class Child:
    """What is recorded about one child."""

    age: int | None
    sex: str
    disability: str

    @property
    def age_group(self) -> str:
        """Return the published age group."""
        if self.age is None:
            return "Unknown"
        if self.age < 1:
            return "Under 1"
        return next(group for last, group in _AGE_GROUPS if self.age <= last)


_AGE_GROUPS = ((5, "1-5"), (10, "6-10"), (15, "11-15"), (17, "16-17"))


@dataclass(frozen=True, slots=True)
class Household:
    """What is recorded once for the siblings of one notification."""

    ethnicity: str
    looked_after: str
    legal_status: str
    placement: str
    in_need_plan: str
    protection_plan: str
    known: str


@dataclass(frozen=True, slots=True)
class Review:
    """The rapid review and the decision on a local child safeguarding practice review (LCSPR)."""

    due: date
    received: date | None
    decision: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Notification:
    """One made-up notification."""

    reference: str
    incident: date | None
    aware: date | None
    notified: date
    place: Place
    nature: str
    children: tuple[Child, ...]
    household: Household
    cause: str
    factors: tuple[str, ...]
    themes: tuple[str, ...]
    review: Review | None
    outline: str
