"""Where a table stands on a sheet."""

from dataclasses import dataclass
from enum import StrEnum


class Looks(StrEnum):
    """What kind of sheet it is."""

    TABLE = "table"
    TEXT = "text"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands; rows and columns are counted from 0 in the sheet."""

    looks: Looks
    header_rows: tuple[int, ...] = ()
    first: int = 0
    last: int = -1
    columns: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    further: int | None = None  # the heading row of another table below
