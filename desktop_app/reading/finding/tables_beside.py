"""Tells tables that stand side by side from one table with spacer columns."""

from dataclasses import replace
from itertools import chain, pairwise

import numpy as np

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Cells, Grid, Raw, text_of
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.headings import column_for
from desktop_app.reading.finding.region import Region

_LOOKED_AT = 200  # rows
_FEWEST_KNOWN = 3  # headings of records


def side_by_side(grid: Grid, region: Region) -> tuple[Region, ...]:
    """Return the tables of a region: several where blank columns part blocks of labels and figures.

    A block is a column of words, followed by columns of figures alone, all with headings; or it has the same
    headings as all the others, as lists of records for one year beside those for another have.
    """
    starts = [0, *(at for at, (one, other) in enumerate(pairwise(region.columns), 1) if other > one + 1)]
    blocks = [range(start, end) for start, end in pairwise([*starts, len(region.columns)])]
    alike = _are_alike(grid, region, blocks)
    if len(blocks) < 2 or not (alike or all(_is_a_table(grid, region, block) for block in blocks)):
        return (region,)
    region = _untitled(grid, region, [region.columns[block[0]] for block in blocks])
    return tuple(_cut_out(grid, region, block) for block in blocks)


def _are_alike(grid: Grid, region: Region, blocks: list[range]) -> bool:
    """Return whether all blocks have the same headings, known ones of records among them."""
    if not region.header_rows:
        return False
    row = grid.row(region.header_rows[-1])
    first, *others = [[text_of(row[region.columns[at]]) for at in block] for block in blocks]
    known = sum(column_for(heading) is not None for heading in first)
    return known >= _FEWEST_KNOWN and all(other == first for other in others)


def _untitled(grid: Grid, region: Region, lefts: list[int]) -> Region:
    """Return the region without an upper heading row that only holds each table's title."""
    top, *others = region.header_rows
    titles = [column for column in region.columns if grid.columns[column].codes[top]]
    if not others or not set(titles) <= set(lefts):
        return region
    return replace(
        region, header_rows=tuple(others), headings=headings_of(grid, tuple(others), region.columns)
    )


def _is_a_table(grid: Grid, region: Region, block: range) -> bool:
    if len(block) < 2 or not all(region.headings[at] for at in block[1:]):
        return False
    labels, *figures = (_distinct(grid.columns[region.columns[at]], region) for at in block)
    worded = bool(labels) and all(isinstance(value, str) for value in labels)
    return worded and not all(map(_is_figure, labels)) and all(map(_is_figure, chain(*figures)))


def _distinct(cells: Cells, region: Region) -> list[Raw]:
    body = cells.codes[region.first : min(region.last + 1, region.first + _LOOKED_AT)]
    return [cells.values[code] for code in np.unique(body) if code]


def _is_figure(value: Raw) -> bool:
    if not isinstance(value, str):
        return isinstance(value, float | int)
    text = value.strip()
    return shorthand_of(text) is not None or text.lstrip("-+£")[:1].isdigit()


def _cut_out(grid: Grid, region: Region, block: range) -> Region:
    columns = tuple(region.columns[at] for at in block)
    filled = np.zeros(region.last + 1 - region.first, np.bool_)
    for column in columns:
        filled |= grid.columns[column].codes[region.first : region.last + 1] != 0
    rows = np.flatnonzero(filled) + region.first
    headings = tuple(region.headings[at] for at in block)
    return replace(region, first=int(rows[0]), last=int(rows[-1]), columns=columns, headings=headings)
