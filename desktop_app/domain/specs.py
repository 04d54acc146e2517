"""The forms in which the catalogue describes what the product offers."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.units import Nature, Shape, Unit


class ColumnKind(StrEnum):
    """How the values of a column are read, filtered and ordered."""

    IDENTIFIER = "identifier"
    CATEGORY = "category"
    SEVERAL = "several values"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a column in the spelling that is shown, and other spellings that mean the same.

    `within` are narrower values: a record that gives one is shown under this one, a published count is not,
    for it would stand beside the count of the whole.
    """

    value: str
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column the product knows: its name, how it is read, and the headings that files give it.

    `beside` are words that may stand in a heading beside its name and change nothing, as "national panel" in
    "Date of notification to National Panel".
    """

    key: str
    title: str
    kind: ColumnKind
    headings: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    breakdown: bool = False  # offered as a breakdown and as a value list in the filter panel
    personal: bool = False  # about the child; no population of that group is known, so no rate is given
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """One number the product counts.

    `unit` is the unit it is always counted in, or None when it follows the chosen counting unit; `nature`
    limits it to one outcome. `one` and `many` are the words after the number in a sentence.
    """

    key: str
    title: str
    unit: Unit | None
    nature: Nature | None
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """One chart the trends page offers; in its list, charts of one group stand together."""

    key: str
    title: str
    description: str
    group: str = "More"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a loaded table: its key in the data, its heading as written and how it was read."""

    key: str
    title: str
    heading: str
    kind: ColumnKind
    known: bool
    breakdown: bool = False


@dataclass(frozen=True, slots=True)
class TableShape:
    """What one row of a loaded table stands for, and why it was taken for that."""

    shape: Shape
    reason: str
