"""Fills in rows of further children where a notification is written out in its first row only."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnSpec
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.files.grid import Cells
from desktop_app.reading.finding.families import RECORD_DATES

Mask = npt.NDArray[np.bool_]

_OF_THE_NOTIFICATION = {"reference", *RECORD_DATES, "local_authority", "region", "partnership"}
_MOST_CHILDREN = 10  # below one reference: a longer run of rows without one is something else


def with_siblings_filled(
    columns: tuple[Cells, ...], specs: Sequence[ColumnSpec | None], findings: Findings
) -> tuple[Cells, ...]:
    """Return the columns with the reference, dates and place of the row above in rows of further children.

    Such a row tells of a child and nothing at all of the notification, and the row above has a reference.
    """
    shared = [at for at, spec in enumerate(specs) if spec and spec.key in _OF_THE_NOTIFICATION]
    of_child = [at for at, spec in enumerate(specs) if spec and (spec.personal or spec.key == "child_number")]
    reference = next((at for at, spec in enumerate(specs) if spec and spec.key == "reference"), None)
    if reference is None or len(shared) < 2 or not of_child:
        return columns
    further = _below_a_reference(~_filled(columns, shared) & _filled(columns, of_child), columns[reference])
    if not further.any():
        return columns
    count = int(further.sum())
    what = f"Rows of a child below a notification, without anything about it ({times(count)})"
    done = "Taken for further children of that notification: its reference, dates and place hold for them."
    findings.sheet_wide(ProblemKind.STRUCTURE, what, done)
    source = np.arange(len(further))
    source[further] = 0
    source = np.maximum.accumulate(source)
    return tuple(
        Cells(cells.codes[source], cells.values) if at in shared else cells
        for at, cells in enumerate(columns)
    )


def _filled(columns: Sequence[Cells], places: Sequence[int]) -> Mask:
    """Return which rows have something in one of these columns."""
    filled: Mask = np.any([columns[at].codes != 0 for at in places], axis=0)
    return filled


def _below_a_reference(lacking: Mask, reference: Cells) -> Mask:
    """Return which lacking rows stand in a short run right below a row with a reference."""
    rows = np.arange(len(lacking))
    start = np.maximum.accumulate(np.where(lacking, -1, rows))  # the row above each run
    headed = (start >= 0) & (reference.codes[np.maximum(start, 0)] != 0)
    length = np.bincount(start[lacking & (start >= 0)], minlength=len(rows))
    further: Mask = lacking & headed & (length[np.maximum(start, 0)] <= _MOST_CHILDREN)
    return further
