"""A table that is to be read: where it stands, and what the person wishes about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.reading_choices import Correction, TableId
from desktop_app.domain.specs import ColumnSpec
from desktop_app.domain.units import Shape
from desktop_app.reading.counts.wide import WideLayout
from desktop_app.reading.files.grid import Grid
from desktop_app.reading.finding.families import family_of, is_aggregate, specs_for
from desktop_app.reading.finding.region import Region
from desktop_app.reading.finding.tables import label_of


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A table to be read: as it was recognised, and as it is to be read after all wishes.

    `region` lacks the columns that are not used; `hidden_rows` (counted from 0) are to be left out;
    `wide` is given where it is a wide table of counts. `saved` is the day on which the file was saved.
    """

    id: TableId
    grid: Grid
    recognised: Region
    region: Region
    correction: Correction
    hidden_rows: tuple[int, ...] = ()
    wide: WideLayout | None = None
    saved: date | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return what each of the region's columns is called: its heading or, without one, its letters."""
        pairs = zip(self.region.columns, self.region.headings, strict=True)
        return tuple(label_of(column, heading) for column, heading in pairs)

    def hidden_among(self, rows: Iterable[int]) -> int:
        """Return how many of these rows, numbered as Excel shows them, are hidden in the spreadsheet."""
        hidden = set(self.grid.look.hidden_rows)
        return len(hidden.intersection(row - 1 for row in rows)) if hidden else 0

    @property
    def specs(self) -> tuple[ColumnSpec | None, ...]:
        """Return the catalogue's column of each of the region's columns."""
        return specs_for(self.labels, self.correction)

    @property
    def tidy(self) -> bool:
        """Return whether the table is in one of DfE's tidy layouts and to be read as such."""
        wished = self.correction.shape
        return wished in {None, Shape.AGGREGATE} and is_aggregate(self.region.headings)

    @property
    def family(self) -> Shape:
        """Return NOTIFICATIONS for records of either unit, AGGREGATE for published counts, or PLAIN."""
        match self.correction.shape:
            case None:
                return Shape.AGGREGATE if self.tidy or self.wide else family_of(self.specs, self.labels)
            case Shape.CHILDREN:
                return Shape.NOTIFICATIONS
            case shape:
                return shape
