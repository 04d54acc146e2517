"""What a person wishes of the table on the breakdowns page: its columns, its measure, what its cells show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Shown(StrEnum):
    """What the cells of a pivot table show of their counts."""

    NUMBER = "number"
    INTERVAL = "interval"
    OF_ROW = "share-of-row"
    OF_COLUMN = "share-of-column"
    OF_ALL = "share-of-all"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class PivotWish:
    """A second column across in place of the periods, the measure, what is shown of it, and the order.

    `measure` is a key of the catalogue, empty for the total in the counting unit. `when` is the first day of
    the one period that a table of two columns counts; None: all periods shown. `order` is the key of the
    table's column that its rows are sorted by, empty for their own order.
    """

    across: str | None = None
    measure: str = ""
    shown: Shown = Shown.NUMBER
    when: date | None = None
    order: str = ""
    descending: bool = True

    def to_json(self) -> dict[str, object]:
        """Return the wish as JSON values."""
        return {
            "across": self.across,
            "measure": self.measure,
            "shown": self.shown.value,
            "when": self.when.isoformat() if self.when else None,
            "order": self.order,
            "descending": self.descending,
        }

    @classmethod
    def from_json(cls, data: object) -> "PivotWish":
        """Return the wish that `to_json` wrote; raise ValueError where it is none."""
        if not isinstance(data, dict):
            raise ValueError("The wish for a table must be named")
        across, when = data.get("across"), data.get("when")
        return cls(
            None if across is None else str(across),
            str(data.get("measure", "")),
            Shown(str(data.get("shown", Shown.NUMBER.value))),
            None if when is None else date.fromisoformat(str(when)),
            str(data.get("order", "")),
            bool(data.get("descending", True)),
        )
