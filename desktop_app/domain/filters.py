"""Filters as values: what the person asked to see, to be compared, stored and put into words."""

from dataclasses import dataclass
from datetime import date

BLANK = "(blank)"  # stands for an empty cell in value lists, filters and on the command line


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """Keep rows that have any of these values in a column, be it one value per cell or several."""

    column: str
    values: tuple[str, ...]

    def toggled(self, value: str) -> "ValueFilter":
        """Return the filter with one value added, or taken out where it is present."""
        if value in self.values:
            return ValueFilter(self.column, tuple(kept for kept in self.values if kept != value))
        return ValueFilter(self.column, (*self.values, value))


@dataclass(frozen=True, slots=True)
class DateFilter:
    """Keep rows whose date lies from a first to a last day, both included; None leaves that end open."""

    column: str
    first: date | None
    last: date | None


Filter = ValueFilter | DateFilter


def filter_to_json(chosen: Filter) -> dict[str, object]:
    """Return a filter as JSON values."""
    match chosen:
        case ValueFilter(column, values):
            return {"kind": "values", "column": column, "values": list(values)}
        case DateFilter(column, first, last):
            return {
                "kind": "dates",
                "column": column,
                "first": first.isoformat() if first else None,
                "last": last.isoformat() if last else None,
            }


def filter_from_json(data: dict[str, object]) -> Filter:
    """Return the filter that `filter_to_json` wrote; raise ValueError where it is not one."""
    column = data.get("column")
    if not isinstance(column, str):
        raise ValueError("A filter needs a column")
    match data.get("kind"), data.get("values"):
        case "values", list(values):
            return ValueFilter(column, tuple(str(value) for value in values))
        case "dates", None:
            return DateFilter(column, _day(data.get("first")), _day(data.get("last")))
        case kind, _:
            raise ValueError(f"Not a filter: {kind!r}")


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
