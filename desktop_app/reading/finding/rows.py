"""Decides which rows of a table are used, and gives the reason for every one that is not."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.files.grid import Cells, Grid, Merge, text_of
from desktop_app.reading.finding.region import Region
from desktop_app.reading.values.date_texts import read_date

_TOTAL = re.compile(r"(?:grand |sub-? ?|overall )?totals?\b.*", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:prepared|approved|authori[sz]ed|completed|signed(?: off)?|submitted|compiled|checked|reviewed|"
    r"updated|produced|return(?:ed)?|printed|last updated|quality assured)(?:\s*(?:by|on|for)\b.*|\s*:.*)?",
    re.IGNORECASE | re.DOTALL,
)
_LAST_ROWS = 10
HIDDEN = "The row is hidden in the spreadsheet, and hidden rows are left out as you wished."
_REFERENCE = re.compile(r"\S*\d\S*(?: \S+)?")  # one word or two, with a digit


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The cells of the rows used, their numbers as Excel shows them, and how many rows were read."""

    headings: tuple[str, ...]
    columns: tuple[Cells, ...]
    rows: npt.NDArray[np.intp]
    rows_read: int


def cut(
    grid: Grid,
    region: Region,
    identifying: tuple[int, ...],
    findings: Findings,
    hidden_rows: tuple[int, ...] = (),
) -> Table:
    """Return the table's used rows; note the others in `findings`, `hidden_rows` among them.

    `identifying` are the positions (among the region's columns) of the reference and the dates where the
    table holds records: a row without any of them that says "Total", or that has one cell alone, is no
    record. Where it is empty, only blank rows and repeated headings are left out.
    """
    columns = tuple(_filled_down(grid, region, number) for number in region.columns)
    body = slice(region.first, region.last + 1)
    blank = np.column_stack([column.codes[body] == 0 for column in columns])
    repeated = _repeats_headings(columns, region)
    suspects = repeated | blank.all(axis=1)
    if identifying:
        totals = np.column_stack([_totals(column)[column.codes[body]] for column in columns[:2]])
        suspects |= totals.any(axis=1) | (blank.sum(axis=1) == len(columns) - 1)
        suspects[-_LAST_ROWS:] = True  # where the table may be signed
    keep = np.ones(len(blank), np.bool_)
    hidden = np.zeros(len(blank), np.bool_)
    hidden[np.array(hidden_rows, np.intp) - region.first] = True
    for offset in map(int, np.flatnonzero(suspects | hidden)):
        cells = [text_of(column[region.first + offset]) for column in columns]
        reason = HIDDEN if hidden[offset] else _reason(cells, bool(repeated[offset]), identifying)
        if reason is not None:
            keep[offset] = False
            findings.left_out(region.first + offset + 1, next(filter(None, cells), ""), reason)
    used = np.flatnonzero(keep) + region.first
    return Table(region.headings, tuple(column.taken(used) for column in columns), used + 1, len(blank))


def _reason(cells: list[str], repeated: bool, identifying: tuple[int, ...]) -> str | None:
    texts = [cell for cell in cells if cell]
    if not texts:
        return "The row is blank."
    if repeated:
        return "The row repeats the headings."
    if not identifying:
        return None
    dated = any(read_date(cells[position]) is not None for position in identifying)
    if not dated and any(_TOTAL.fullmatch(text) for text in texts[:2]):
        return "The row is a total of other rows."
    if _SIGNED.fullmatch(cells[0]) and (0 in identifying or 2 * len(texts) <= len(cells)):
        return "The row says who made the table or when; it is no record."
    alone = len(texts) == 1 and len(cells) > 2 and not dated
    if alone and (not _REFERENCE.fullmatch(texts[0]) or cells.index(texts[0]) not in identifying):
        return "The row holds one text alone: a note or the heading of a section, not a record."
    return None


def _totals(cells: Cells) -> npt.NDArray[np.bool_]:
    """Return which distinct values say "Total"; the first look is for speed, as references are many."""
    return np.array(
        [
            isinstance(value, str)
            and ("otal" in value or "OTAL" in value)
            and bool(_TOTAL.fullmatch(value.strip()))
            for value in cells.values
        ]
    )


def _repeats_headings(columns: tuple[Cells, ...], region: Region) -> npt.NDArray[np.bool_]:
    """Return the rows that have the very cells of the lowest heading row in at least half of its columns."""
    same = np.zeros(region.last + 1 - region.first, np.intp)
    named = 0
    for column in columns:
        code = column.codes[region.header_rows[-1]] if region.header_rows else 0
        if code:
            named += 1
            same += column.codes[region.first : region.last + 1] == code
    return same >= max(2, (named + 1) // 2)


def _filled_down(grid: Grid, region: Region, number: int) -> Cells:
    """Return a column whose vertically merged cells hold their value in each row."""
    cells = grid.columns[number]
    merges = [merge for merge in grid.merged if _reaches_down(merge, number, region)]
    if not merges:
        return cells
    codes = cells.codes.copy()
    for merge in merges:
        codes[merge.top : min(merge.bottom, region.last) + 1] = codes[merge.top]
    return Cells(codes, cells.values)


def _reaches_down(merge: Merge, column: int, region: Region) -> bool:
    return merge.left == column and merge.bottom > merge.top and region.first <= merge.top <= region.last
