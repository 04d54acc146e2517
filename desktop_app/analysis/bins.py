"""Counts rows by small codes as fast as memory allows, whichever and however many of them pass."""

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.values import Ints, Mask

Counts = npt.NDArray[np.float64]

_FEW = 8  # where fewer than one row in so many passes, the rows are picked out before they are counted


def count_where(
    codes: Ints, size: int, mask: Mask | None, weights: npt.NDArray[np.float64] | None = None
) -> Counts:
    """Return for every code from 0 to size - 1 how many rows that pass have it, or the sum of their weights.

    The type of `codes` must hold `size` too. Without a mask every row passes.
    """
    if mask is not None and np.count_nonzero(mask) * _FEW < len(mask):
        rows = np.flatnonzero(mask)
        codes, weights, mask = codes[rows], None if weights is None else weights[rows], None
    if mask is not None:
        codes = np.where(mask, codes, codes.dtype.type(size))  # one more code, for the rows that do not pass
    return np.bincount(codes, weights, size + 1)[:size].astype(np.float64)
