"""Finds every table of a sheet, and places one where the person says it stands."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from desktop_app.domain.errors import UserError
from desktop_app.domain.reading_choices import Correction
from desktop_app.reading.files.grid import Cells, Grid, Merge, TableObject, excel_column
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.table_finder import find_table
from desktop_app.reading.finding.tables_beside import side_by_side
from desktop_app.reading.finding.text_sheets import is_text_sheet

_MOST_TABLES = 50


def find_tables(grid: Grid) -> tuple[Looks, tuple[Region, ...]]:
    """Return what the sheet looks like and its tables from top to bottom, then from left to right.

    What Excel holds as a table is one; elsewhere on the sheet tables are found by how they look.
    """
    objects = [region for item in grid.look.tables if (region := _held_as_table(grid, item))]
    looks, guessed = _by_look(grid)
    beside = [part for region in guessed for part in side_by_side(grid, region)]
    apart = [region for region in beside if not any(_overlap(region, other) for other in objects)]
    regions = sorted([*objects, *apart], key=lambda region: (region.first, region.columns))
    return (Looks.TABLE if regions else looks), tuple(regions)


def _held_as_table(grid: Grid, item: TableObject) -> Region | None:
    """Return the table where Excel holds it, without its totals and the blank rows at its end."""
    first = item.top + item.headings
    columns = tuple(range(item.left, min(item.right + 1, grid.width)))
    if not columns:
        return None
    filled = np.flatnonzero(_filled(grid, columns)[first : _end(grid, item, columns)]) + first
    if not len(filled):
        return None
    last = int(filled[-1])
    if is_text_sheet(grid, first, last, first - 1 if item.headings else -1):
        return None
    return _region(grid, tuple(range(item.top, first)), first, last, columns)


def _end(grid: Grid, item: TableObject, columns: tuple[int, ...]) -> int:
    """Return the row after the data: full rows that follow at once belong to it, as programs append them."""
    after = item.bottom + 1 - item.totals
    if item.totals or after >= grid.height:
        return after
    counts = np.sum([grid.columns[number].codes[after:] != 0 for number in columns], axis=0)
    stops = 2 * counts <= len(columns)
    for other in grid.look.tables:
        if other.top >= after:
            stops[other.top - after :] = True
    return after + (int(np.argmax(stops)) if stops.any() else len(stops))


def _overlap(one: Region, other: Region) -> bool:
    top, bottom = (min((*region.header_rows, region.first)) for region in (one, other))
    return (
        top <= other.last
        and bottom <= one.last
        and one.columns[0] <= other.columns[-1]
        and other.columns[0] <= one.columns[-1]
    )


def _by_look(grid: Grid) -> tuple[Looks, tuple[Region, ...]]:
    found = find_table(grid)
    if found.looks is not Looks.TABLE:
        return found.looks, ()
    regions = [found]
    while regions[-1].further is not None and len(regions) < _MOST_TABLES:
        top = regions[-1].last + 1
        below = find_table(_from_row(grid, top))
        if below.looks is not Looks.TABLE:
            break
        regions.append(_shifted(below, top))
    return Looks.TABLE, tuple(regions)


def filled_rows(grid: Grid) -> int:
    """Return how many rows of a sheet hold anything."""
    return int(np.count_nonzero(_filled(grid, tuple(range(grid.width)))))


def whole_sheet(grid: Grid) -> Region:
    """Return the whole sheet as a table under its first filled row, for a sheet where none was found."""
    filled = np.flatnonzero(_filled(grid, tuple(range(grid.width))))
    if len(filled) < 2:
        raise UserError(
            f"Sheet “{grid.name}” holds no table.", "Choose a sheet with headings and rows below."
        )
    return _region(grid, (int(filled[0]),), int(filled[1]), int(filled[-1]))


def corrected(grid: Grid, region: Region, correction: Correction) -> Region:
    """Return the table with the heading rows and the last row that the person gave."""
    if correction.header_rows is None and correction.last_row is None:
        return region
    headers, first, last = region.header_rows, region.first, region.last
    if correction.header_rows is not None:
        headers = tuple(sorted({row - 1 for row in correction.header_rows if 0 < row <= grid.height}))
        first = headers[-1] + 1 if headers else min((*region.header_rows, region.first))
        last = last if last >= first else grid.height - 1
    if correction.last_row is not None:
        last = min(correction.last_row, grid.height) - 1
    if last < first:
        raise UserError(
            f"The table on sheet “{grid.name}” would have no rows: it would end in row {last + 1}.",
            "Choose heading rows above its last row.",
        )
    return _region(grid, headers, first, last)


def narrowed(grid: Grid, region: Region, without: set[int]) -> Region:
    """Return the table without some columns of the sheet; raise UserError where none would be left."""
    kept = [
        (column, heading)
        for column, heading in zip(region.columns, region.headings, strict=True)
        if column not in without
    ]
    if not kept:
        raise UserError(f"No column of the table on sheet “{grid.name}” is used.", "Use at least one column.")
    columns, headings = zip(*kept, strict=True)
    return replace(region, columns=columns, headings=headings)


def label_of(column: int, heading: str) -> str:
    """Return what a column is called: its heading, or its letters where it has none."""
    return heading or f"Column {excel_column(column)}"


def _region(
    grid: Grid, headers: tuple[int, ...], first: int, last: int, among: Iterable[int] | None = None
) -> Region:
    rows = np.array([*headers, *range(first, last + 1)], np.intp)
    numbers = range(grid.width) if among is None else among
    columns = tuple(number for number in numbers if grid.columns[number].codes[rows].any())
    headings = headings_of(grid, headers, columns) if headers else ("",) * len(columns)
    return Region(Looks.TABLE, headers, first, last, columns, headings)


def _filled(grid: Grid, columns: tuple[int, ...]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    filled = np.zeros(grid.height, np.bool_)
    for number in columns:
        filled |= grid.columns[number].codes != 0
    return filled


def _from_row(grid: Grid, top: int) -> Grid:
    columns = tuple(Cells(cells.codes[top:], cells.values) for cells in grid.columns)
    merged = tuple(
        Merge(merge.top - top, merge.left, merge.bottom - top, merge.right)
        for merge in grid.merged
        if merge.top >= top
    )
    return Grid(grid.name, columns, grid.height - top, merged)


def _shifted(region: Region, by: int) -> Region:
    return replace(
        region,
        header_rows=tuple(row + by for row in region.header_rows),
        first=region.first + by,
        last=region.last + by,
        further=None if region.further is None else region.further + by,
    )
