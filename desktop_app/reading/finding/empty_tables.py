"""Finds headings of records under which no record stands yet, as on a template or an empty return."""

import numpy as np

from desktop_app.domain.units import Shape
from desktop_app.reading.files.grid import Grid
from desktop_app.reading.finding.body import body
from desktop_app.reading.finding.cell_kinds import Is, kinds_of
from desktop_app.reading.finding.families import family_of
from desktop_app.reading.finding.heading_rows import heading_block, heading_row
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.headings import columns_for
from desktop_app.reading.finding.region import Looks, Region

_SURELY = 3  # columns that the catalogue knows, whatever stands beside them


def empty_table(grid: Grid) -> Region | None:
    """Return the table that has headings and no records, or None; for sheets on which no table was found.

    Notes, covers and forms are none: the headings must be those of records, and all of them words.
    """
    kinds = kinds_of(grid)
    filled = (kinds != Is.BLANK).sum(axis=1)
    row = heading_row(grid, kinds, filled) if filled.any() else None
    if row is None:
        return None
    top, bottom = heading_block(grid, kinds, row)
    rows = tuple(range(top, bottom + 1))
    first, last = body(grid, kinds, bottom, int(filled[row]))
    if first <= last or not np.isin(kinds[list(rows)], (Is.BLANK, Is.TEXT, Is.LONG)).all():
        return None
    columns = tuple(map(int, np.flatnonzero((kinds[list(rows)] != Is.BLANK).any(axis=0))))
    headings = headings_of(grid, rows, columns)
    specs = columns_for(headings)
    known = sum(spec is not None for spec in specs)
    if family_of(specs, headings) is not Shape.NOTIFICATIONS or (
        known < _SURELY and 2 * known <= len(columns)
    ):
        return None
    return Region(Looks.TABLE, rows, bottom + 1, bottom, columns, headings)
