"""Tells tables that stand side by side from one table with spacer columns."""

from dataclasses import replace
from itertools import chain, pairwise

import numpy as np

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Cells, Grid, Raw
from desktop_app.reading.finding.heading_texts import headings_of
from desktop_app.reading.finding.region import Region

_LOOKED_AT = 200  # rows


def side_by_side(grid: Grid, region: Region) -> tuple[Region, ...]:
    """Return the tables of a region: several where blank columns part blocks of labels and figures.

    A block is a column of words, followed by columns of figures alone, all with headings.
    """
    starts = [0, *(at for at, (one, other) in enumerate(pairwise(region.columns), 1) if other > one + 1)]
    blocks = [range(start, end) for start, end in pairwise([*starts, len(region.columns)])]
    if len(blocks) < 2 or not all(_is_a_table(grid, region, block) for block in blocks):
        return (region,)
    region = _untitled(grid, region, [region.columns[block[0]] for block in blocks])
    return tuple(_cut_out(grid, region, block) for block in blocks)


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
