"""What a broken rule is reported as, and the workbook as the rules look at it."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape

FRONT = ("Cover", "Contents", "Notes")


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach: the rule in words, where (sheet and cell), and what was found there."""

    rule: str
    place: str
    what: str


Breaches = Iterator[Breach]


@dataclass(frozen=True, slots=True)
class Grid:
    """The table of a sheet: where it stands and what its cells hold. Rows and columns count from 1."""

    sheet: Any
    table: Any
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def header(self) -> tuple[Any, ...]:
        """Return the cells of the header row."""
        return self._cells(self.first_row, self.first_row)[0]

    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """Return the rows below the header, cell by cell."""
        return self._cells(self.first_row + 1, self.last_row)

    def _cells(self, first: int, last: int) -> tuple[tuple[Any, ...], ...]:
        return tuple(self.sheet.iter_rows(first, last, min_col=self.first_column, max_col=self.last_column))


class Workbook:
    """A workbook with the parts of its archive, for what the library does not tell."""

    def __init__(self, book: Any, parts: Mapping[str, bytes]) -> None:
        self.book = book
        self.parts = parts

    @property
    def sheets(self) -> list[Any]:
        """Return the worksheets in order."""
        return list(self.book.worksheets)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of the sheets as the file has them; the library renames the second of two."""
        part, tag = ("content.xml", "table") if "content.xml" in self.parts else ("xl/workbook.xml", "sheet")
        root = ET.fromstring(self.parts[part])  # noqa: S314 - it was read before, and expat bounds entities
        found = (each for each in root.iter() if each.tag.rpartition("}")[2] == tag)
        named = ({key.rpartition("}")[2]: text for key, text in each.items()} for each in found)
        return tuple(each["name"] for each in named if "name" in each)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Return every table that is marked up as one."""
        found = []
        for sheet in self.sheets:
            for table in sheet.tables.values():
                left, top, right, bottom = range_boundaries(table.ref)
                found.append(Grid(sheet, table, top, left, bottom, right))
        return tuple(found)

    @property
    def filled(self) -> Iterator[Any]:
        """Yield every cell that holds something."""
        for sheet in self.sheets:
            for row in sheet.iter_rows():
                yield from (cell for cell in row if text_of(cell))


def text_of(cell: Any) -> str:
    """Return what a cell holds as text; empty where it holds nothing."""
    return "" if cell.value is None else unescape(str(cell.value)).strip()


def place_of(cell: Any) -> str:
    """Return where a cell stands, e.g. Trend!B4."""
    return f"{cell.parent.title}!{cell.coordinate}"


def above(grid: Grid) -> list[str]:
    """Return the lines in the first column above a table."""
    return [text_of(grid.sheet.cell(row, 1)) for row in range(1, grid.first_row)]
