"""Finds the heading rows of a table among what stands above it."""

import numpy as np

from desktop_app.reading.files.grid import Grid, text_of
from desktop_app.reading.finding.cell_kinds import Counts, Is, Kinds
from desktop_app.reading.finding.headings import is_known
from desktop_app.reading.finding.row_words import is_pivot_control
from desktop_app.reading.values.dates import looks_like_date

_MOST_TITLE_ROWS = 60
_MOST_HEADER_ROWS = 3
_MOST_GROUPED_ROWS = 5  # where merged cells show the groups
_MOST_MERGED_ROWS = 8  # that merged cells of headings may span


def heading_row(grid: Grid, kinds: Kinds, filled: Counts) -> int | None:
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
    candidates = [row for row in rows[filled[rows] >= max(2, 0.6 * typical)] if not _is_form_row(grid, row)]
    if not candidates:
        return None
    first = int(candidates[0])
    row = _headings_after(kinds, filled, first) or first
    over_numbers = row > 0 and (kinds[row] == Is.NUMBER) & np.isin(kinds[row - 1], (Is.TEXT, Is.PERIOD))
    return row - 1 if np.any(over_numbers) else row


def _headings_after(kinds: Kinds, filled: Counts, row: int) -> int | None:
    """Return the row of the headings where a row above a gap, such as "As at | 31 March", is none of them."""
    gap = row + 1
    while gap < len(filled) and filled[gap] and _says_about(kinds, filled, gap):
        gap += 1  # several such rows, as on a form
    below = np.flatnonzero(filled[gap:])[:2] + gap
    if len(below) < 2 or below[0] == gap or filled[below[0]] <= filled[row:gap].max():
        return None
    numbers = (kinds[below] == Is.NUMBER).any(axis=1)
    return int(below[0]) if numbers[1] and not numbers[0] else None


def _is_form_row(grid: Grid, row: int) -> bool:
    """Return whether a row is one of a form, such as "From: | 01/04/2023 | To: | 31/03/2024"."""
    texts = [text_of(cell) for cell in grid.row(row) if cell is not None]
    names = [text.endswith(":") for text in texts]
    return names[:1] == [True] and 2 * sum(names) >= len(texts)


def _says_about(kinds: Kinds, filled: Counts, row: int) -> bool:
    """Return whether a row says one thing about the sheet: a name and, beside it, no number."""
    return filled[row] == 2 and not (kinds[row] == Is.NUMBER).any()


def is_data(grid: Grid, kinds: Kinds, row: int) -> bool:
    """Return whether a row that should hold headings is data itself: the table has no headings."""
    if (kinds[row] == Is.NUMBER).sum() >= 0.5 * (kinds[row] != Is.BLANK).sum():
        return True
    below = grid.row(row + 1) if row + 1 < grid.height else ()
    return any(
        looks_like_date(cell) and looks_like_date(under)
        for cell, under in zip(grid.row(row), below, strict=False)
    )


def heading_block(grid: Grid, kinds: Kinds, row: int) -> tuple[int, int]:
    """Return the first and last heading row around one that surely is."""
    top = bottom = row
    while bottom + 1 < grid.height and (
        _reaches_down(grid, kinds, top, bottom)
        or (bottom - top + 1 < _MOST_HEADER_ROWS and _continues(grid, kinds, top, bottom))
    ):
        bottom += 1
    while (
        top > 0
        and bottom - top + 1 < _most(grid, top - 1)
        and _is_spanner(grid, kinds, top - 1, (top, bottom))
    ):
        top -= 1
    return (top - 2, bottom) if _spans_over_a_gap(grid, kinds, top) else (top, bottom)


def _most(grid: Grid, row: int) -> int:
    """Return how many rows headings may have with this one at the top: more where it has merged groups."""
    groups = any(merge.top == row and merge.right > merge.left > 0 for merge in grid.merged)
    return _MOST_GROUPED_ROWS if groups else _MOST_HEADER_ROWS


def _reaches_down(grid: Grid, kinds: Kinds, top: int, bottom: int) -> bool:
    """Return whether a merged heading cell reaches down, beside headings and no numbers in the row below.

    The row below may be blank if there are headings in those farther down that the cell reaches too.
    """
    deepest = max((merge.bottom for merge in grid.merged if top <= merge.top <= bottom), default=bottom)
    reached = kinds[bottom + 1 : min(deepest, top + _MOST_MERGED_ROWS) + 1]
    return bool((reached != Is.BLANK).any()) and not (kinds[bottom + 1] == Is.NUMBER).any()


def _continues(grid: Grid, kinds: Kinds, top: int, bottom: int) -> bool:
    """Return whether the row below is a heading row too: it names parts of what merged cells span."""
    here, below = kinds[bottom], kinds[bottom + 1]
    if (below == Is.BLANK).all() or (below == Is.NUMBER).any() or (here == Is.NUMBER).any():
        return False
    ordinals = (here == Is.ORDINAL) & (below != Is.BLANK)
    if ordinals.any():
        return bool((below[ordinals] == Is.PERIOD).all())  # the weeks' dates under their numbers
    spans = [merge for merge in grid.merged if top <= merge.top <= bottom]
    under_blank = (below != Is.BLANK) & (here == Is.BLANK)
    under_span = any(
        merge.right > merge.left and (below[merge.left : merge.right + 1] != 0).sum() > 1 for merge in spans
    )
    after = kinds[bottom + 2] if bottom + 2 < grid.height else below
    return bool((under_span or under_blank.sum() >= 2) and (after != below).any())


def _spans_over_a_gap(grid: Grid, kinds: Kinds, row: int) -> bool:
    """Return whether, above a blank row, a row says to what group each heading belongs.

    The headings repeat, or merged cells span the groups.
    """
    if row < 2 or (kinds[row - 1] != Is.BLANK).any():
        return False
    heads, groups = kinds[row] != Is.BLANK, kinds[row - 2] != Is.BLANK
    names = [text_of(cell).casefold() for cell in grid.row(row) if cell is not None]
    spans = sum(merge.top == row - 2 and merge.right > merge.left for merge in grid.merged)
    return bool(
        groups.sum() > 1
        and not groups[: int(heads.argmax()) + 1].any()
        and (len({*names}) < len(names) or spans > 1)
        and _is_spanner(grid, kinds, row - 2, (row, row))
    )


def _is_spanner(grid: Grid, kinds: Kinds, row: int, block: tuple[int, int]) -> bool:
    """Return whether a row above a block of headings spans groups of them, and is not a title."""
    here = np.flatnonzero(kinds[row] != Is.BLANK)
    heads = np.flatnonzero(kinds[block[0]] != Is.BLANK)
    if not len(here) or not len(heads):
        return False
    if (kinds[row] == Is.NUMBER).any() or _is_form_row(grid, row) or _dates_the_sheet(grid, row):
        return False
    if is_pivot_control([text_of(cell) for cell in grid.row(row)]):
        return False
    spans = {merge.left for merge in grid.merged if merge.top == row and merge.right > merge.left}
    if len(here) == 1:
        (place,) = here
        leftmost = np.flatnonzero((kinds[block[0] : block[1] + 1] != Is.BLANK).any(axis=0))[0]
        within = heads[0] + 1 < place < heads[-1]
        return bool(kinds[row][place] != Is.LONG and place > leftmost and (place in spans or within))
    # a title, and a unit or a remark at the right end, span nothing
    at_the_ends = len(heads) > 2 and {*here} <= {heads[0], heads[-1]}
    return bool(spans) or not at_the_ends


def _dates_the_sheet(grid: Grid, row: int) -> bool:
    """Return whether a row says when the sheet was made, such as "Printed | 03/01/2023"."""
    cells = [cell for cell in grid.row(row) if cell is not None]
    return len(cells) == 2 and isinstance(cells[0], str) and looks_like_date(cells[1])
