"""What is counted, by which date and in which periods: the choices every figure must name."""

from enum import StrEnum

USUAL_RATE, RATES = 100_000, (100_000, 10_000)  # children that a rate is for every so many of


class Unit(StrEnum):
    """The counting unit. A notification is one report of an incident; it can concern several children."""

    NOTIFICATIONS = "notifications"
    CHILDREN = "children"


class DateBasis(StrEnum):
    """The date by which a notification falls into a period."""

    NOTIFIED = "notified"
    INCIDENT = "incident"

    @property
    def column(self) -> str:
        """Return the key of the catalogue column that holds this date."""
        return "date_notified" if self is DateBasis.NOTIFIED else "date_of_incident"


class Against(StrEnum):
    """Which earlier period a period is compared with, unless one is chosen."""

    YEAR_BEFORE = "year-before"  # the same period a year before
    PERIOD_BEFORE = "period-before"


class PeriodKind(StrEnum):
    """The length and alignment of the periods that figures are given for."""

    CALENDAR_YEAR = "calendar-year"
    FINANCIAL_YEAR = "financial-year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def words(self) -> str:
        """Return its name in a sentence."""
        return self.value if self is PeriodKind.HALF_YEAR else self.value.replace("-", " ")

    @property
    def months(self) -> int:
        """Return the length of one period in months."""
        return _LENGTH_AND_OFFSET[self][0]

    @property
    def offset(self) -> int:
        """Return how many months after January the first period of a year begins (0, or 3 for April)."""
        return _LENGTH_AND_OFFSET[self][1]

    @property
    def per_year(self) -> int:
        """Return how many of these periods make up twelve months."""
        return 12 // self.months

    def made_of(self, other: "PeriodKind") -> bool:
        """Return whether each period of this kind is made of whole periods of the other one."""
        return self.months % other.months == 0 and (self.offset - other.offset) % other.months == 0


_LENGTH_AND_OFFSET = {
    PeriodKind.CALENDAR_YEAR: (12, 0),
    PeriodKind.FINANCIAL_YEAR: (12, 3),
    PeriodKind.HALF_YEAR: (6, 3),  # DfE's halves of the financial year: April to September, October to March
    PeriodKind.QUARTER: (3, 0),
    PeriodKind.MONTH: (1, 0),
}


class Nature(StrEnum):
    """The outcome a notification reports (DfE's and the Panel's own three words)."""

    DEATH = "Child death"
    SERIOUS_HARM = "Serious harm"
    OTHER = "Other"


class Shape(StrEnum):
    """What one row of a spreadsheet stands for."""

    NOTIFICATIONS = "a row per notification"
    CHILDREN = "a row per child"
    AGGREGATE = "published counts"
    PLAIN = "a plain table"
