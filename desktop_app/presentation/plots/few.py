"""Charts of shares over many periods with few cases each: lines from none to all that say nothing."""

from collections.abc import Sequence

from desktop_app.domain.units import PeriodKind
from desktop_app.presentation.words.numbers import SMALL
from desktop_app.presentation.words.periods import plain_kind

_MANY = 12  # periods
_MOST = 0.8  # of the periods with any case


def too_few(totals: Sequence[float | None]) -> bool:
    """Return whether there are many periods and nearly all have too few cases for a share."""
    known = [total for total in totals if total]
    few = sum(total < SMALL for total in known)
    return len(totals) > _MANY and few >= _MOST * len(known)


def too_few_title(kind: PeriodKind) -> str:
    """Return the title in place of a message about the newest of such periods."""
    return f"Too few cases in most {plain_kind(kind)} for shares"


def too_few_words(kind: PeriodKind) -> str:
    """Return why no shares are drawn, and the way out."""
    longer = "" if kind.per_year == 1 else "Choose longer periods, or "
    way_out = f"{longer}read the counts in the table."
    why = f"Most {plain_kind(kind)} have fewer than {SMALL} cases, and a share of so few says little."
    return f"{why} {way_out[:1].upper()}{way_out[1:]}"
