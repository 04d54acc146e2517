"""What the table of a breakdown adds to its counts: shares with intervals, and change."""

from desktop_app.analysis.result import Figure, ResultRow
from desktop_app.analysis.statistics.intervals import wilson_interval
from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Cell, CellKind, TableColumn
from desktop_app.presentation.words.change import certainty_words, change_words
from desktop_app.presentation.words.comparing import base_words
from desktop_app.presentation.words.numbers import SMALL, percent_text
from desktop_app.presentation.words.periods import compare

SHARE_NOTE = (
    "Share: of the total, with Wilson's 95% interval, what chance variation would usually give around it."
)
FEW_NOTE = f"The total is below {SMALL}: read the counts, for a share of so few says little."


def share_columns(when: str) -> tuple[TableColumn, ...]:
    """Return the columns of shares, of a period or of all together."""
    return (
        TableColumn("share", f"Share, {when}", CellKind.PERCENT),
        TableColumn("share_low", "Share, lower 95%", CellKind.PERCENT),
        TableColumn("share_high", "Share, upper 95%", CellKind.PERCENT),
    )


def share_cells(part: Figure, whole: Figure) -> tuple[Cell, ...]:
    """Return the share of a total with its interval; empty cells where either is not known exactly."""
    exact = part.value is not None and whole.value and not part.at_least and not whole.at_least
    if not exact or part.value is None or not whole.value or part.value > whole.value:
        return Cell(""), Cell(""), Cell("")
    interval = wilson_interval(part.value, whole.value) or (0.0, 1.0)
    return tuple(Cell(percent_text(100 * each), 100 * each) for each in (part.value / whole.value, *interval))


def change_columns(state: ViewState) -> tuple[TableColumn, ...]:
    """Return the columns of the change on what is compared with."""
    return (
        TableColumn("change", f"Change on {base_words(state)}", CellKind.PERCENT),
        TableColumn("certainty", "Is the change more than chance?", CellKind.TEXT),
    )


def change_cells(row: ResultRow | None, key: str) -> tuple[Cell, ...]:
    """Return the change in words with its percentage and its verdict; empty cells where none is fair.

    From fewer than 20 cases the words give the numbers, and the cell holds no percentage.
    """
    comparison = compare(row, key) if row else None
    if comparison is None:
        return Cell(""), Cell("")
    percent = comparison.change.percent if comparison.base >= SMALL else None
    verdict = certainty_words(comparison.change) if comparison.change.number else ""
    return Cell(change_words(comparison, with_period=False), percent), Cell(verdict)
