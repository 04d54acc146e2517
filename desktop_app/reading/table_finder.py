"""Finds the table on a sheet: its heading rows, its first and last row of data, or that there is none."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.grid import Grid, Raw, text_of
from desktop_app.reading.headings import is_known
from desktop_app.reading.periods_text import is_period

_MOST_TITLE_ROWS = 60
_MOST_HEADER_ROWS = 3
_LONG = 90
_TEXT_SHEET = re.compile(
    r"cover|contents|notes?|index|read ?me|about|guidance|metadata|glossary|introduction|title|information|definitions|"
    r"instructions|methodology|help|lists?|lookups?|drop ?downs?|change ?log|version"
)
_NUMBER = re.compile(r"[-+£]?\d[\d,]*(?:\.\d+)?\s*%?")


class Looks(StrEnum):
    """What kind of sheet it is."""

    TABLE = "table"
    TEXT = "text"
    EMPTY = "empty"


class _Is:
    BLANK, TEXT, NUMBER, PERIOD, LONG = range(5)


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands; rows and columns are counted from 0 in the sheet."""

    looks: Looks
    header_rows: tuple[int, ...] = ()
    first: int = 0
    last: int = -1
    columns: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()


def find_table(grid: Grid) -> Region:
    """Return where the table stands on a sheet, or that the sheet holds text or nothing."""
    kinds = _kinds(grid)
    filled = (kinds != _Is.BLANK).sum(axis=1)
    if not filled.any():
        return Region(Looks.EMPTY)
    bottom = _heading_row(grid, kinds, filled)
    if bottom is None:
        return Region(Looks.TEXT)
    width = int(filled[bottom])
    top, bottom = _heading_block(grid, kinds, bottom)
    first, last = _body(kinds, bottom, width)
    if last < first or _is_text_sheet(grid, kinds[top : last + 1], bottom):
        return Region(Looks.TEXT)
    header_rows = tuple(range(top, bottom + 1))
    used = (kinds[first : last + 1] != _Is.BLANK).any(axis=0)
    for row in header_rows:
        used |= kinds[row] != _Is.BLANK
    columns = tuple(int(column) for column in np.flatnonzero(used))
    return Region(Looks.TABLE, header_rows, first, last, columns, _headings(grid, header_rows, columns))


def _kinds(grid: Grid) -> npt.NDArray[np.int8]:
    """Return for each cell whether it is blank, text, number (or shorthand for one), period or long text."""
    if not grid.columns:
        return np.zeros((0, 0), np.int8)
    return np.column_stack(
        [np.array([_kind(value) for value in cells.values], np.int8)[cells.codes] for cells in grid.columns]
    )


def _kind(value: Raw) -> int:
    if value is None:
        return _Is.BLANK
    if isinstance(value, date):
        return _Is.PERIOD
    if not isinstance(value, str):
        return _Is.PERIOD if 1990 <= value <= 2040 and value == int(value) else _Is.NUMBER
    if len(value) > _LONG:
        return _Is.LONG
    if _NUMBER.fullmatch(value.strip()):
        return _Is.PERIOD if is_period(value) else _Is.NUMBER
    if shorthand_of(value) is not None:
        return _Is.NUMBER
    return _Is.PERIOD if is_period(value) else _Is.TEXT


def _heading_row(grid: Grid, kinds: npt.NDArray[np.int8], filled: npt.NDArray[np.intp]) -> int | None:
    """Return the row that holds the headings, or the lowest of several; None where no row is wide enough.

    Headings that the catalogue knows settle it. Otherwise it is the first row at least half as wide as the rows
    that hold most of the sheet's cells.
    """
    rows = np.flatnonzero(filled)[:_MOST_TITLE_ROWS]
    known = [sum(is_known(text_of(cell)) for cell in grid.row(int(row)) if isinstance(cell, str)) for row in rows]
    if max(known) >= 3:
        return int(rows[known.index(max(known))])
    wide = np.sort(filled[filled >= 2])
    if not len(wide):
        return None
    typical = wide[np.searchsorted(np.cumsum(wide), wide.sum() / 2)]
    candidates = rows[filled[rows] >= max(2, typical / 2)]
    return int(candidates[0]) if len(candidates) else None


def _heading_block(grid: Grid, kinds: npt.NDArray[np.int8], row: int) -> tuple[int, int]:
    """Return the first and last heading row around one that surely is."""
    top = bottom = row
    while bottom - top + 1 < _MOST_HEADER_ROWS and bottom + 1 < grid.height and _continues(grid, kinds, top, bottom):
        bottom += 1
    while bottom - top + 1 < _MOST_HEADER_ROWS and top > 0 and _is_spanner(grid, kinds, top - 1, top):
        top -= 1
    return top, bottom


def _continues(grid: Grid, kinds: npt.NDArray[np.int8], top: int, bottom: int) -> bool:
    """Return whether the row below belongs to the headings: it names parts of what merged or gappy cells span."""
    here, below = kinds[bottom], kinds[bottom + 1]
    if (below == _Is.BLANK).all() or (below == _Is.NUMBER).any() or (here == _Is.NUMBER).any():
        return False
    spans = [merge for merge in grid.merged if top <= merge.top <= bottom]
    if any(merge.bottom > bottom and merge.top <= bottom for merge in spans):
        return True  # a heading cell reaches down into that row
    under_blank = (below != _Is.BLANK) & (here == _Is.BLANK)
    under_span = any(merge.right > merge.left and (below[merge.left : merge.right + 1] != 0).sum() > 1 for merge in spans)
    after = kinds[bottom + 2] if bottom + 2 < grid.height else below
    return bool((under_span or under_blank.sum() >= 2) and (after != below).any())


def _is_spanner(grid: Grid, kinds: npt.NDArray[np.int8], row: int, below: int) -> bool:
    """Return whether a row above the headings spans groups of them, and is not a title."""
    here = np.flatnonzero(kinds[row] != _Is.BLANK)
    heads = np.flatnonzero(kinds[below] != _Is.BLANK)
    if not len(here) or not len(heads) or (kinds[row] == _Is.LONG).any() or here[-1] == 0:
        return False
    if (kinds[row] == _Is.NUMBER).any():
        return False
    if len(here) == 1:
        spans = [merge for merge in grid.merged if merge.top == row and merge.left == here[0]]
        return bool(here[0] > heads[0] and (spans or here[0] > heads[0] + 1))
    return True


def _body(kinds: npt.NDArray[np.int8], bottom: int, width: int) -> tuple[int, int]:
    """Return the first and last row of data below the headings, without notes underneath."""
    body = kinds[bottom + 1 :]
    filled = (body != _Is.BLANK).sum(axis=1)
    rows = np.flatnonzero(filled)
    if not len(rows):
        return 0, -1
    needed = 1 if width == 1 else max(2, int(np.ceil(0.3 * width)))
    numbers = ((body[:, 1:] == _Is.NUMBER) | (body[:, 1:] == _Is.PERIOD)).any(axis=1)
    data = (filled >= needed) | (numbers & (filled >= 2))
    if not data.any():
        return 0, -1
    return bottom + 1 + int(rows[0]), bottom + 1 + int(np.flatnonzero(data)[-1])


def _is_text_sheet(grid: Grid, block: npt.NDArray[np.int8], bottom: int) -> bool:
    known = sum(is_known(text_of(cell)) for cell in grid.row(bottom))
    if known >= 3:
        return False
    named = _TEXT_SHEET.search(grid.name.casefold()) is not None
    filled = block != _Is.BLANK
    numbers = ((block == _Is.NUMBER) | (block == _Is.PERIOD)).sum()
    mostly_words = numbers < 0.1 * filled.sum()
    return bool(mostly_words and (named or (block == _Is.LONG).sum() > 0.25 * filled.sum()))


def _headings(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> tuple[str, ...]:
    """Return the heading of each column, the levels of several rows joined by a dash."""
    levels = [_level(grid, row, columns, lowest=row == rows[-1]) for row in rows]
    joined = []
    for parts in zip(*levels, strict=True):
        distinct = list(dict.fromkeys(part for part in parts if part))
        joined.append(" – ".join(distinct))
    return tuple(joined)


def _level(grid: Grid, row: int, columns: tuple[int, ...], lowest: bool) -> list[str]:
    """Return one heading row's texts, those that span several columns repeated over them."""
    texts = {column: " ".join(text_of(grid.columns[column][row]).split()) for column in columns}
    for merge in grid.merged:
        if merge.top <= row <= merge.bottom and merge.left in texts:
            source = " ".join(text_of(grid.columns[merge.left][merge.top]).split())
            for column in range(merge.left, merge.right + 1):
                if column in texts and not texts[column]:
                    texts[column] = source
    if not lowest and not grid.merged:
        current = ""
        for column in columns:
            current = texts[column] or current
            texts[column] = current if column != columns[0] else texts[column]
    return list(texts.values())
