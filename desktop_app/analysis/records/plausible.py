"""Which numbers cannot be what their column says, so that nothing may be reckoned with them."""

import numpy as np
import numpy.typing as npt

MOST_CHILDREN = 999  # far above any notification: what is larger is a slip or another kind of number

MANY_CHILDREN = 10  # the form for a notification has room for four: so many more are worth a second look


def impossible_children(numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Return which numbers no notification can concern: below none, parts of a child, or very many."""
    whole = np.isnan(numbers) | (np.floor(numbers) == numbers)
    impossible: npt.NDArray[np.bool_] = ~whole | (numbers < 0) | (numbers > MOST_CHILDREN)
    return impossible
