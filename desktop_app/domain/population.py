"""The children that rates are of: how many live in a place at a mid-year, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.provenance import SourceFile

ENGLAND = "England"


@dataclass(frozen=True, slots=True, eq=False)
class Populations:
    """Children aged 0 to 17 by place and mid-year. `source` is named wherever a rate is shown.

    `file` is the file of the person's own that was read, None for the bundled table. `left_out` are the rows
    of that file whose area is not England, one of its regions or an authority.
    """

    source: str
    children: Mapping[tuple[str, int], int]
    file: SourceFile | None = None
    left_out: int = 0
    places: frozenset[str] = field(init=False)
    years: tuple[int, ...] = field(init=False)  # the earliest first

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", frozenset(place for place, _ in self.children))
        object.__setattr__(self, "years", tuple(sorted({year for _, year in self.children})))

    def children_in(self, place: str, year: int) -> int | None:
        """Return the children of a place at a mid-year, or None where they are not known."""
        return self.children.get((place, year))

    def mid_year(self, wanted: int) -> int | None:
        """Return the year whose estimate stands for a year: itself, the latest for a later one, else None."""
        used = min(wanted, self.years[-1]) if self.years else wanted
        return used if used in self.years else None
