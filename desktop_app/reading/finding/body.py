"""Finds where the data of a table begins and ends, and whether another table stands below it."""

import numpy as np
import numpy.typing as npt

from desktop_app.reading.files.grid import Grid, text_of
from desktop_app.reading.finding.cell_kinds import LOOKED_AT, Counts, Is, Kinds
from desktop_app.reading.finding.headings import is_known
from desktop_app.reading.finding.row_words import (
    describes_series,
    explains_headings,
    is_cast_off,
    names_variables,
    stands_between,
    titles_a_table,
)

_MOST_ROWS_BETWEEN = 10  # headings and data


def body(grid: Grid, kinds: Kinds, bottom: int, width: int) -> tuple[int, int]:
    """Return the first and last row of data below the headings, without notes underneath.

    Rows under the headings that explain them, by letters, units or formulas, are no data.
    """
    filled = (kinds != Is.BLANK).sum(axis=1)
    filled[: bottom + 1] = 0
    for row in np.flatnonzero(filled)[:_MOST_ROWS_BETWEEN]:
        if not _is_between(grid, kinds, filled, int(row)):
            break
        filled[row] = 0
    rows = np.flatnonzero(filled)
    if not len(rows):
        return 0, -1
    needed = 1 if width == 1 else max(2, int(np.ceil(0.3 * width)))
    numbers = np.isin(kinds[:, 1:], (Is.NUMBER, Is.PERIOD)).any(axis=1)
    noted = kinds[np.arange(len(kinds)), (kinds != Is.BLANK).argmax(axis=1)] == Is.LONG
    data = ((filled >= needed) | (numbers & (filled >= 2))) & ~(noted & (filled < max(3, 0.7 * width)))
    data[_notes_from(kinds, filled, noted, width) :] = False
    if not data.any():
        return 0, -1
    last = int(np.flatnonzero(data)[-1])
    while last + 1 < len(kinds) and filled[last + 1] >= 2 and not noted[last + 1]:
        last += 1  # a sparse row that follows at once is still a record
    return int(rows[0]), last


def _is_between(grid: Grid, kinds: Kinds, filled: Counts, row: int) -> bool:
    """Return whether a row below the headings explains them, or names a row's labels, before the data."""
    texts = [text_of(cell) for cell in grid.row(row) if cell is not None]
    if explains_headings(texts) or describes_series(texts) or stands_between(texts):
        return True
    if len(texts) == 1 and is_known(texts[0]):
        return True
    below = np.flatnonzero(filled[row + 1 :])[:3] + row + 1
    if names_variables(texts) and (kinds[below] == Is.NUMBER).any():
        return True
    here = kinds[row] != Is.BLANK
    labelled = (
        here[: int(np.argmax((kinds[below] != Is.BLANK).any(axis=0))) + 1].any() if len(below) else True
    )
    words = (kinds[row][here] == Is.TEXT).all() and here.sum() > 1
    if words and labelled:  # headings in a second language
        here &= (kinds[below] == Is.NUMBER).all(axis=0)
        return bool(len(set(texts)) == len(texts) and here.sum() >= 3 and here.sum() == len(texts) - 1)
    return bool(words and (kinds[below][:, here] == Is.NUMBER).all())


def without_key(kinds: Kinds, first: int, last: int, width: int) -> int:
    """Return the last row of data without what follows a gap in rows of two cells: a key, a contact."""
    filled = (kinds != Is.BLANK).sum(axis=1)
    while True:
        gaps = np.flatnonzero(filled[first : last + 1] == 0) + first
        start = int(gaps[-1]) + 1 if len(gaps) else first
        above = kinds[first:start][filled[first:start] > 0]
        if not len(above) or not all(
            _says_one_thing(kinds[row], above, width) for row in range(start, last + 1)
        ):
            return last
        last = int(np.flatnonzero(filled[:start])[-1])


def _says_one_thing(cells: npt.NDArray[np.int8], above: Kinds, width: int) -> bool:
    """Return whether a row has one cell, or a second without a number where the rows above have numbers."""
    here = np.flatnonzero(cells != Is.BLANK)
    if len(here) == 1:
        return True
    if len(here) != 2 or cells[here[1]] == Is.NUMBER:
        return False
    return width > 4 or bool((above[:, here[1]] == Is.NUMBER).mean() >= 0.8)


def _notes_from(kinds: Kinds, filled: Counts, noted: npt.NDArray[np.bool_], width: int) -> int:
    """Return the row that heads the notes, such as "Notes": alone in it, and no rows of data after it."""
    numbers = (kinds[:, 1:] == Is.NUMBER).any(axis=1)
    full = np.flatnonzero((filled >= max(3, 0.6 * width)) | (numbers & (filled >= 2)))
    heads = np.flatnonzero(noted & (filled == 1))
    after = heads[heads > full[-1]] if len(full) else heads
    return int(after[0]) if len(after) else len(kinds)


def further_table(grid: Grid, kinds: Kinds, bottom: int, width: int) -> int | None:
    """Return the heading row of a second table: words after a gap and over numbers."""
    if not (kinds[bottom + 1 :] == Is.NUMBER).any():
        return None
    filled = (kinds != Is.BLANK).sum(axis=1)
    blank = filled == 0
    words = np.isin(kinds, (Is.TEXT, Is.PERIOD)).sum(axis=1)
    numbers = (kinds == Is.NUMBER).sum(axis=1)
    repeated = grid.row(bottom)
    titled = bottom > 0 and _stands_alone(kinds, filled, bottom - 1)
    gap = body = False
    for row in range(bottom + 1, min(grid.height - 1, LOOKED_AT)):
        gap = (gap or bool(blank[row])) and not numbers[row]
        body = body or bool(numbers[row])
        wide = words[row] >= 0.6 * width or words[row] == filled[row + 1]
        few = words[row] >= 3 or (
            words[row] == 2 and filled[row - 1] == 1 and not blank[row + 2 : row + 3].any()
        )
        heads = gap and body and few and wide and numbers[row + 1] > 0
        # Headings that come again begin a new table where a title stands above both.
        above = list(map(text_of, grid.row(row - 1)))
        again = titles_a_table(above) or (
            _stands_alone(kinds, filled, row - 1)
            and bool(blank[row - 2])
            and (titled or any(map(is_cast_off, above)))
        )
        if heads and (grid.row(row) != repeated or again):
            return row
    return None


def _stands_alone(kinds: Kinds, filled: Counts, row: int) -> bool:
    """Return whether a row holds one text and nothing else, as a title does."""
    return filled[row] == 1 and bool(np.isin(kinds[row], (Is.TEXT, Is.LONG, Is.PERIOD)).any())
