"""Finds the table on a sheet: its heading rows, its first and last row of data, or that there is none."""

import re

import numpy as np

from desktop_app.reading.files.grid import Grid, text_of
from desktop_app.reading.finding.body import body, further_table
from desktop_app.reading.finding.cell_kinds import NUMBER_WORD, Is, kind_of_cell, kinds_of
from desktop_app.reading.finding.heading_rows import heading_block, heading_row, is_data
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.headings import is_known
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.row_words import lists_sheets

_TEXT_SHEET = re.compile(
    r"\b(?:cover|contents|notes?|index|read ?me|about|guidance|metadata|glossary|introduction|title|"
    r"information|definitions|instructions|methodology|help|lists|drop ?downs?|change ?log|version)\b"
)


def find_table(grid: Grid) -> Region:
    """Return where the table stands on a sheet, or that the sheet holds text or nothing."""
    kinds = kinds_of(grid)
    filled = (kinds != Is.BLANK).sum(axis=1)
    if not filled.any():
        return Region(Looks.EMPTY)
    bottom = heading_row(grid, kinds, filled)
    if bottom is None:
        return Region(Looks.TEXT)
    width = int(filled[bottom])
    if is_data(kinds, bottom):
        header_rows: tuple[int, ...] = ()
        bottom -= 1
    else:
        top, bottom = heading_block(grid, kinds, bottom)
        header_rows = tuple(range(top, bottom + 1))
    further = further_table(grid, kinds, bottom, width)
    first, last = body(grid, kinds[:further], bottom, width)
    if last < first or is_text_sheet(grid, first, last, bottom):
        return Region(Looks.TEXT)
    used = (kinds[[*header_rows, *range(first, last + 1)]] != Is.BLANK).any(axis=0)
    columns = tuple(int(column) for column in np.flatnonzero(used))
    headings = headings_of(grid, header_rows, columns) if header_rows else ("",) * len(columns)
    return Region(Looks.TABLE, header_rows, first, last, columns, headings, further)


def is_text_sheet(grid: Grid, first: int, last: int, heading_row: int) -> bool:
    """Return whether what looks like a table is a list of words: contents, notes, a cover."""
    cells = [
        cell for row in range(first, min(last, first + 100) + 1) for cell in grid.row(row) if cell is not None
    ]
    numbers = sum(
        not isinstance(cell, str) or NUMBER_WORD.fullmatch(cell.strip()) is not None for cell in cells
    )
    headings = (
        [text_of(cell) for cell in grid.row(heading_row) if cell is not None] if heading_row >= 0 else []
    )
    known = sum(map(is_known, headings))
    if lists_sheets(headings) and numbers <= 0.5 * len(cells):
        return True
    if _TEXT_SHEET.search(grid.name.casefold().replace("_", " ")):
        return numbers <= (0.1 if known >= 3 else 0.5) * len(cells)
    long = sum(kind_of_cell(cell) == Is.LONG for cell in cells)
    return known < 3 and numbers < 0.1 * len(cells) and long > 0.25 * len(cells)
