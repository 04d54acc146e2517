"""Finds the table on a sheet: its heading rows, its first and last row of data, or that there is none."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Grid, Raw, text_of
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.headings import is_known
from desktop_app.reading.finding.row_words import (
    explains_headings,
    is_pivot_control,
    lists_sheets,
    titles_a_table,
)
from desktop_app.reading.values.periods_text import is_period

_MOST_TITLE_ROWS = 60
_MOST_HEADER_ROWS = 3
_LONG = 90
_LOOKED_AT = 2000  # rows at either end whose cells are told apart; between them only filled and blank are
_TEXT_SHEET = re.compile(
    r"\b(?:cover|contents|notes?|index|read ?me|about|guidance|metadata|glossary|introduction|title|"
    r"information|definitions|instructions|methodology|help|lists|drop ?downs?|change ?log|version)\b"
)
_NOTE = re.compile(
    r"(?:sources?|notes?|footnotes?|n\.?b\.?|\[?note \d+\]?)\b\s*[:.)\]]?.*", re.IGNORECASE | re.DOTALL
)
_NUMBER = re.compile(r"[-+£]?\d[\d,]*(?:\.\d+)?\s*%?")


_Kinds = npt.NDArray[np.int8]
_Counts = npt.NDArray[np.intp]


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
    further: int | None = None  # the heading row of another table below


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
    if _is_data(kinds, bottom):
        header_rows: tuple[int, ...] = ()
        bottom -= 1
    else:
        top, bottom = _heading_block(grid, kinds, bottom)
        header_rows = tuple(range(top, bottom + 1))
    further = _further_table(grid, kinds, bottom, width)
    first, last = _body(grid, kinds[:further], bottom, width)
    if last < first or is_text_sheet(grid, first, last, bottom):
        return Region(Looks.TEXT)
    used = (kinds[[*header_rows, *range(first, last + 1)]] != _Is.BLANK).any(axis=0)
    columns = tuple(int(column) for column in np.flatnonzero(used))
    headings = headings_of(grid, header_rows, columns) if header_rows else ("",) * len(columns)
    return Region(Looks.TABLE, header_rows, first, last, columns, headings, further)


def _kinds(grid: Grid) -> _Kinds:
    """Return for each cell whether it is blank, text, number (or shorthand for one), period or long text."""
    kinds = np.zeros((grid.height, grid.width), np.int8)
    for number, cells in enumerate(grid.columns):
        lookup = np.full(len(cells.values), _Is.TEXT, np.int8)
        lookup[0] = _Is.BLANK
        for code in np.unique(np.concatenate([cells.codes[:_LOOKED_AT], cells.codes[-_LOOKED_AT:]])):
            lookup[code] = _kind(cells.values[code])
        kinds[:, number] = lookup[cells.codes]
    return kinds


def _kind(value: Raw) -> int:
    if value is None:
        return _Is.BLANK
    if isinstance(value, date):
        return _Is.PERIOD
    if not isinstance(value, str):
        return _Is.PERIOD if 1990 <= value <= 2040 and value == int(value) else _Is.NUMBER
    if len(value) > _LONG or _NOTE.fullmatch(value.strip()):
        return _Is.LONG
    if _NUMBER.fullmatch(value.strip()):
        return _Is.PERIOD if is_period(value) else _Is.NUMBER
    if shorthand_of(value) is not None:
        return _Is.NUMBER
    return _Is.PERIOD if is_period(value) else _Is.TEXT


def _heading_row(grid: Grid, kinds: _Kinds, filled: _Counts) -> int | None:
    """Return the row that holds the headings, or the lowest of several; None where no row is wide enough.

    Headings that the catalogue knows settle it. Otherwise it is the first row nearly as wide as the rows
    that hold most of the sheet's cells.
    """
    rows = np.flatnonzero(filled)[:_MOST_TITLE_ROWS]
    known = [
        sum(is_known(text_of(cell)) for cell in grid.row(int(row)) if isinstance(cell, str)) for row in rows
    ]
    if max(known) >= 3:
        return int(rows[known.index(max(known))])
    wide = np.sort(filled[filled >= 2])
    if not len(wide):
        return int(rows[0]) if known[0] and len(rows) > 1 else None  # a list of one column
    typical = wide[np.searchsorted(np.cumsum(wide), wide.sum() / 2)]
    candidates = rows[filled[rows] >= max(2, 0.6 * typical)]
    if not len(candidates):
        return None
    first = int(candidates[0])
    row = _headings_after(kinds, filled, first) or first
    over_numbers = row > 0 and (kinds[row] == _Is.NUMBER) & np.isin(kinds[row - 1], (_Is.TEXT, _Is.PERIOD))
    return row - 1 if np.any(over_numbers) else row


def _headings_after(kinds: _Kinds, filled: _Counts, row: int) -> int | None:
    """Return the row of the headings where a row above a gap, such as "As at | 31 March", is none of them."""
    gap = row + 1
    while gap < len(filled) and filled[gap] and _says_about(kinds, filled, gap):
        gap += 1  # several such rows, as on a form
    below = np.flatnonzero(filled[gap:])[:2] + gap
    if len(below) < 2 or below[0] == gap or filled[below[0]] <= filled[row:gap].max():
        return None
    numbers = (kinds[below] == _Is.NUMBER).any(axis=1)
    return int(below[0]) if numbers[1] and not numbers[0] else None


def _says_about(kinds: _Kinds, filled: _Counts, row: int) -> bool:
    """Return whether a row says one thing about the sheet: a name and, beside it, no number."""
    return filled[row] == 2 and not (kinds[row] == _Is.NUMBER).any()


def _is_data(kinds: _Kinds, row: int) -> bool:
    """Return whether a row that should hold headings is data itself: the table has no headings."""
    return bool((kinds[row] == _Is.NUMBER).sum() >= 0.5 * (kinds[row] != _Is.BLANK).sum())


def _heading_block(grid: Grid, kinds: _Kinds, row: int) -> tuple[int, int]:
    """Return the first and last heading row around one that surely is."""
    top = bottom = row
    while (
        bottom - top + 1 < _MOST_HEADER_ROWS
        and bottom + 1 < grid.height
        and _continues(grid, kinds, top, bottom)
    ):
        bottom += 1
    while bottom - top + 1 < _MOST_HEADER_ROWS and top > 0 and _is_spanner(grid, kinds, top - 1, top):
        top -= 1
    return top, bottom


def _continues(grid: Grid, kinds: _Kinds, top: int, bottom: int) -> bool:
    """Return whether the row below is a heading row too: it names parts of what merged cells span."""
    here, below = kinds[bottom], kinds[bottom + 1]
    if (below == _Is.BLANK).all() or (below == _Is.NUMBER).any() or (here == _Is.NUMBER).any():
        return False
    spans = [merge for merge in grid.merged if top <= merge.top <= bottom]
    if any(merge.bottom > bottom and merge.top <= bottom for merge in spans):
        return True  # a heading cell reaches down into that row
    under_blank = (below != _Is.BLANK) & (here == _Is.BLANK)
    under_span = any(
        merge.right > merge.left and (below[merge.left : merge.right + 1] != 0).sum() > 1 for merge in spans
    )
    after = kinds[bottom + 2] if bottom + 2 < grid.height else below
    return bool((under_span or under_blank.sum() >= 2) and (after != below).any())


def _is_spanner(grid: Grid, kinds: _Kinds, row: int, below: int) -> bool:
    """Return whether a row above the headings spans groups of them, and is not a title."""
    here = np.flatnonzero(kinds[row] != _Is.BLANK)
    heads = np.flatnonzero(kinds[below] != _Is.BLANK)
    if not len(here) or not len(heads) or (here[-1] <= heads[0] and len(here) == 1):
        return False
    if (kinds[row] == _Is.NUMBER).any() or is_pivot_control([text_of(cell) for cell in grid.row(row)]):
        return False
    spans = {merge.left for merge in grid.merged if merge.top == row and merge.right > merge.left}
    if len(here) == 1:
        if kinds[row][here[0]] == _Is.LONG:
            return False
        return bool(here[0] > heads[0] and (spans & {*here} or heads[0] + 1 < here[0] < heads[-1]))
    # a title, and a unit or a remark at the right end, span nothing
    at_the_ends = len(heads) > 2 and {*here} <= {heads[0], heads[-1]}
    return bool(spans) or not at_the_ends


def _body(grid: Grid, kinds: _Kinds, bottom: int, width: int) -> tuple[int, int]:
    """Return the first and last row of data below the headings, without notes underneath.

    Rows under the headings that explain them, by letters, units or formulas, are no data.
    """
    filled = (kinds != _Is.BLANK).sum(axis=1)
    filled[: bottom + 1] = 0
    for row in np.flatnonzero(filled)[:3]:
        texts = [text_of(cell) for cell in grid.row(int(row)) if cell is not None]
        if not explains_headings(texts):
            break
        filled[row] = 0
    rows = np.flatnonzero(filled)
    if not len(rows):
        return 0, -1
    needed = 1 if width == 1 else max(2, int(np.ceil(0.3 * width)))
    numbers = np.isin(kinds[:, 1:], (_Is.NUMBER, _Is.PERIOD)).any(axis=1)
    noted = kinds[np.arange(len(kinds)), (kinds != _Is.BLANK).argmax(axis=1)] == _Is.LONG
    data = ((filled >= needed) | (numbers & (filled >= 2))) & ~(noted & (filled < max(3, 0.7 * width)))
    data[_notes_from(kinds, filled, noted, width) :] = False
    if not data.any():
        return 0, -1
    last = int(np.flatnonzero(data)[-1])
    while last + 1 < len(kinds) and filled[last + 1] >= 2 and not noted[last + 1]:
        last += 1  # a sparse row that follows at once is still a record
    return int(rows[0]), last


def _notes_from(kinds: _Kinds, filled: _Counts, noted: npt.NDArray[np.bool_], width: int) -> int:
    """Return the row that heads the notes, such as "Notes": alone in it, and no rows of data after it."""
    numbers = (kinds[:, 1:] == _Is.NUMBER).any(axis=1)
    full = np.flatnonzero((filled >= max(3, 0.6 * width)) | (numbers & (filled >= 2)))
    heads = np.flatnonzero(noted & (filled == 1))
    after = heads[heads > full[-1]] if len(full) else heads
    return int(after[0]) if len(after) else len(kinds)


def _further_table(grid: Grid, kinds: _Kinds, bottom: int, width: int) -> int | None:
    """Return the heading row of a second table: words after a gap and over numbers."""
    if not (kinds[bottom + 1 :] == _Is.NUMBER).any():
        return None
    filled = (kinds != _Is.BLANK).sum(axis=1)
    blank = filled == 0
    words = np.isin(kinds, (_Is.TEXT, _Is.PERIOD)).sum(axis=1)
    numbers = (kinds == _Is.NUMBER).sum(axis=1)
    repeated = grid.row(bottom)
    titled = bottom > 0 and _stands_alone(kinds, filled, bottom - 1)
    gap = body = False
    for row in range(bottom + 1, min(grid.height - 1, _LOOKED_AT)):
        gap = (gap or bool(blank[row])) and not numbers[row]
        body = body or bool(numbers[row])
        wide = words[row] >= 0.6 * width or words[row] == filled[row + 1]
        few = words[row] >= 3 or (
            words[row] == 2 and filled[row - 1] == 1 and not blank[row + 2 : row + 3].any()
        )
        heads = gap and body and few and wide and numbers[row + 1] > 0
        # Headings that come again begin a new table where a title stands above both.
        again = titles_a_table(map(text_of, grid.row(row - 1))) or (
            titled and _stands_alone(kinds, filled, row - 1) and bool(blank[row - 2])
        )
        if heads and (grid.row(row) != repeated or again):
            return row
    return None


def _stands_alone(kinds: _Kinds, filled: _Counts, row: int) -> bool:
    """Return whether a row holds one text and nothing else, as a title does."""
    return filled[row] == 1 and bool(np.isin(kinds[row], (_Is.TEXT, _Is.LONG)).any())


def is_text_sheet(grid: Grid, first: int, last: int, heading_row: int) -> bool:
    """Return whether what looks like a table is a list of words: contents, notes, a cover."""
    cells = [
        cell for row in range(first, min(last, first + 100) + 1) for cell in grid.row(row) if cell is not None
    ]
    numbers = sum(not isinstance(cell, str) or _NUMBER.fullmatch(cell.strip()) is not None for cell in cells)
    headings = (
        [text_of(cell) for cell in grid.row(heading_row) if cell is not None] if heading_row >= 0 else []
    )
    known = sum(map(is_known, headings))
    if lists_sheets(headings) and numbers <= 0.5 * len(cells):
        return True
    if _TEXT_SHEET.search(grid.name.casefold().replace("_", " ")):
        return numbers <= (0.1 if known >= 3 else 0.5) * len(cells)
    long = sum(_kind(cell) == _Is.LONG for cell in cells)
    return known < 3 and numbers < 0.1 * len(cells) and long > 0.25 * len(cells)
