"""Tells for each cell of a sheet what it looks like: the evidence by which headings and data are told."""

import re
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop_app.domain.shorthand import shorthand_of
from desktop_app.reading.files.grid import Grid, Raw
from desktop_app.reading.values.periods_text import is_period

LOOKED_AT = 2000  # rows at either end whose cells are told apart; between them only filled and blank are
NUMBER_WORD = re.compile(r"[-+£]?\d[\d,]*(?:\.\d+)?\s*%?")
_LONG = 90
_NOTE = re.compile(
    r"(?:sources?|notes?|footnotes?|n\.?b\.?|\[?note \d+\]?)\b\s*[:.)\]]?.*", re.IGNORECASE | re.DOTALL
)

Kinds = npt.NDArray[np.int8]
Counts = npt.NDArray[np.intp]


class Is:
    """What a cell looks like; a shorthand in place of a number is a number."""

    BLANK, TEXT, NUMBER, PERIOD, LONG = range(5)


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
