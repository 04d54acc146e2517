"""Counts rows by small codes as fast as memory allows."""

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.values import Ints

Counts = npt.NDArray[np.float64]


def count_rows(
    codes: Ints, size: int, rows: Ints | None, weights: npt.NDArray[np.float64] | None = None
) -> Counts:
    """Return for every code from 0 to size - 1 how many of the rows have it, or the sum of their weights.

    Without `rows` all are counted. Positions in order are far quicker than a mask of true and false.
    """
    if rows is not None:
        codes, weights = codes[rows], None if weights is None else weights[rows]
    return np.bincount(codes, weights, size).astype(np.float64)
