"""From when to when the person says that the records are whole, where their dates cannot tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day for which nothing is missing; None: as the dates of the records tell."""

    first: date | None = None
    last: date | None = None

    @property
    def stated(self) -> bool:
        """Return whether the person has said anything."""
        return self != Extent()

    def to_json(self) -> dict[str, str | None]:
        """Return it as JSON values."""
        days = {"first": self.first, "last": self.last}
        return {name: day.isoformat() if day else None for name, day in days.items()}

    @classmethod
    def from_json(cls, data: object) -> "Extent":
        """Return what `to_json` wrote; raise ValueError where it is none."""
        if not isinstance(data, Mapping):
            raise ValueError(f"Not a first and a last day: {data!r}")
        first, last = (data.get(name) for name in ("first", "last"))
        return cls(
            None if first is None else date.fromisoformat(str(first)),
            None if last is None else date.fromisoformat(str(last)),
        )
