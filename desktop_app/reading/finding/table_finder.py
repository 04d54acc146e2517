"""Finds the table on a sheet: its heading rows, its first and last row of data, or that there is none."""

import numpy as np

from desktop_app.reading.files.grid import Grid
from desktop_app.reading.finding.body import body, further_table, without_key
from desktop_app.reading.finding.cell_kinds import Is, kinds_of, with_ordinals
from desktop_app.reading.finding.heading_rows import heading_block, heading_row, is_data
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.text_sheets import is_text_sheet


def find_table(grid: Grid) -> Region:
    """Return where the table stands on a sheet, or that the sheet holds text or nothing."""
    kinds = with_ordinals(grid, kinds_of(grid))
    filled = (kinds != Is.BLANK).sum(axis=1)
    if not filled.any():
        return Region(Looks.EMPTY)
    bottom = heading_row(grid, kinds, filled)
    if bottom is None:
        return Region(Looks.TEXT)
    width = int(filled[bottom])
    if is_data(grid, kinds, bottom):
        header_rows: tuple[int, ...] = ()
        bottom -= 1
    else:
        top, bottom = heading_block(grid, kinds, bottom)
        header_rows = tuple(row for row in range(top, bottom + 1) if filled[row] or _is_merged(grid, row))
    further = further_table(grid, kinds, bottom, width)
    first, last = body(grid, kinds[:further], bottom, width)
    if last < first or is_text_sheet(grid, first, last, bottom):
        return Region(Looks.TEXT)
    last = without_key(kinds, first, last, width)
    used = (kinds[[*header_rows, *range(first, last + 1)]] != Is.BLANK).any(axis=0)
    columns = tuple(int(column) for column in np.flatnonzero(used))
    headings = headings_of(grid, header_rows, columns) if header_rows else ("",) * len(columns)
    return Region(Looks.TABLE, header_rows, first, last, columns, headings, further)


def _is_merged(grid: Grid, row: int) -> bool:
    return any(merge.top <= row <= merge.bottom for merge in grid.merged)
