"""What was found wrong with the data or could not be honoured, in words, with the place where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import Filter


class ProblemKind(StrEnum):
    """The groups that the data-quality page counts problems in."""

    LEFT_OUT = "Row left out"
    DATE = "Date not understood"
    NUMBER = "Number not understood"
    DUPLICATE = "Reference used twice"
    SHORTHAND = "Shorthand in place of a value"
    VALUE = "Value not recognised"
    NARROWER = "Value shown under a wider one"
    INCONSISTENT = "Values that contradict each other"
    WITHDRAWN = "Record marked as withdrawn"
    DISCLOSED = "Hidden number that can be worked out"
    MISSING = "Needed value missing"
    HIDDEN = "Hidden in the spreadsheet"
    STRUCTURE = "How the sheet is laid out"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the source data; `row` is numbered as Excel shows it (the first row is 1)."""

    kind: ProblemKind
    file: str
    sheet: str
    row: int | None
    column: str | None
    value: str
    what: str
    done: str


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the source; `row` is numbered as Excel shows it."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A line about a figure or a wish: what the reader must know, and where there is one the way out.

    `shows` are the filters that leave the very rows it speaks of; none where no filter does. `settled` is
    what the person can say of the extent of the records to settle it, or to leave it to their dates again.
    """

    text: str
    way_out: str = ""
    shows: tuple[Filter, ...] = ()
    settled: Extent | None = None


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """How many rows one sheet held and what became of them: read = used + left out, always.

    `not_read` names the other sheets of the file that hold records or counts, on the file's first account.
    `hidden` is how many of the rows used are hidden in the spreadsheet.
    """

    file: str
    sheet: str
    rows_read: int
    rows_used: int
    not_read: tuple[str, ...] = ()
    hidden: int = 0

    @property
    def rows_left_out(self) -> int:
        """Return the number of rows read and not used; each has a problem that says why."""
        return self.rows_read - self.rows_used
