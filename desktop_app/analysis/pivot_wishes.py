"""Confronts the wish for a pivot table with what the data offer."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.catalogue.measures import MEASURE_KEYS
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState

MOST_ACROSS = 40  # columns beside each other; more no one can read, and down the page there is room for all


def settled_pivot(
    state: ViewState, offered: Callable[[str], tuple[str | None, list[Notice]]]
) -> tuple[PivotWish, list[Notice]]:
    """Return the wish as far as it can be honoured, and a notice for what cannot.

    `offered` returns a column that figures can be broken down by, or None with the reason.
    """
    wish, notices = state.pivot, []
    if wish.measure and wish.measure not in MEASURE_KEYS:
        notices.append(Notice(f"There is no measure \u201c{wish.measure}\u201d: the total is shown."))
        wish = replace(wish, measure="")
    if wish.across is None:
        return wish, notices
    if state.by is None:
        return replace(wish, across=None), [*notices, Notice("A second column needs a first one.")]
    if wish.across == state.by:
        text = "The second column is the same as the first: the table has the periods across."
        return replace(wish, across=None), [*notices, Notice(text)]
    across, about = offered(wish.across)
    return replace(wish, across=across), [*notices, *about]


def narrow_enough(wish: PivotWish, columns: int, title: str) -> tuple[PivotWish, list[Notice]]:
    """Return the wish without its second column where that has too many values to stand side by side."""
    if columns <= MOST_ACROSS:
        return wish, []
    text = f"{title} has {columns:,} values, too many to stand side by side."
    return replace(wish, across=None), [Notice(text, "Put it down the page, as the first column.")]
