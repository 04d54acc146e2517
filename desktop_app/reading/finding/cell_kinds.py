"""Tells for each cell of a sheet what it looks like: the evidence by which headings and data are told."""

import re
from datetime import date
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Grid, Raw, text_of
from desktop_app.reading.values.periods_text import is_period

LOOKED_AT = 2000  # rows at either end whose cells are told apart; between them only filled and blank are
NUMBER_WORD = re.compile(r"[-+£]?\d(?:[\d,]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))*(?:\.\d+)?\s*%?")
_LONG = 90
_FEWEST_ORDINALS = 4
_NOTE = re.compile(
    r"(?:sources?|notes?|footnotes?|n\.?b\.?|\[?note \d+\]?)\b\s*[:.)\]]?.*", re.IGNORECASE | re.DOTALL
)

Kinds = npt.NDArray[np.int8]
Counts = npt.NDArray[np.intp]


class Is:
    """What a cell looks like; a shorthand in place of a number is a number, an ordinal heads a column."""

    BLANK, TEXT, NUMBER, PERIOD, LONG, ORDINAL = range(6)


def kinds_of(grid: Grid) -> Kinds:
    """Return for each cell whether it is blank, text, number (or shorthand for one), period or long text."""
    kinds = np.zeros((grid.height, grid.width), np.int8)
    for number, cells in enumerate(grid.columns):
        lookup = np.full(len(cells.values), Is.TEXT, np.int8)
        lookup[0] = Is.BLANK
        for code in np.unique(np.concatenate([cells.codes[:LOOKED_AT], cells.codes[-LOOKED_AT:]])):
            lookup[code] = kind_of_cell(cells.values[code])
        kinds[:, number] = lookup[cells.codes]
    return kinds


def with_ordinals(grid: Grid, kinds: Kinds) -> Kinds:
    """Return the kinds with the numbers told that head columns: ages, weeks or hours that count up by one.

    They stand above all other numbers, do not have headings of their own, and the next row counts no
    further.
    """
    rows = np.flatnonzero((kinds[:LOOKED_AT] != Is.BLANK).sum(axis=1) > 1)
    numbered = np.flatnonzero((kinds[rows] == Is.NUMBER).any(axis=1))
    if not len(numbered) or numbered[0] + 1 == len(rows):
        return kinds
    first = int(numbered[0])
    row, after = rows[first], rows[first + 1]
    places = np.flatnonzero(kinds[row] == Is.NUMBER)
    headed = first > 0 and (kinds[rows[first - 1], places] != Is.BLANK).sum() > len(places) / 2
    if headed or not _counts_up(grid, kinds, row) or _counts_up(grid, kinds, after):
        return kinds
    told = kinds.copy()
    told[row, places] = Is.ORDINAL
    return told


def _counts_up(grid: Grid, kinds: Kinds, row: int) -> bool:
    texts = [text_of(grid.columns[place][row]) for place in np.flatnonzero(kinds[row] == Is.NUMBER)]
    if len(texts) < _FEWEST_ORDINALS or not all(map(str.isdecimal, texts)):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(texts))


def kind_of_cell(value: Raw) -> int:
    """Return what one cell looks like."""
    if value is None:
        return Is.BLANK
    if isinstance(value, date):
        return Is.PERIOD
    if not isinstance(value, str):
        return Is.PERIOD if 1990 <= value <= 2040 and value == int(value) else Is.NUMBER
    if len(value) > _LONG or _NOTE.fullmatch(value.strip()):
        return Is.LONG
    if NUMBER_WORD.fullmatch(value.strip()):
        return Is.PERIOD if is_period(value) else Is.NUMBER
    if shorthand_of(value) is not None:
        return Is.NUMBER
    return Is.PERIOD if is_period(value) else Is.TEXT
