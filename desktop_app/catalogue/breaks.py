"""Days on which what is counted changed, so that figures before and after do not compare."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Break:
    """One change: the first day after it, what changed in words with its source, and for which breakdowns."""

    day: date
    text: str
    breakdowns: tuple[str, ...] = ()  # keys of columns; none: for all figures, broken down or not
    within_breakdowns: bool = False  # whatever the figures are broken down by, but not for their totals
    published_only: bool = False  # it is a change in what DfE publishes, not in what is notified

    def concerns(self, by: str | None, published: bool) -> bool:
        """Return whether figures broken down by a column, or by none, have another meaning since then."""
        if self.published_only and not published:
            return False
        if self.within_breakdowns:
            return by is not None
        return not self.breakdowns or by in self.breakdowns


BREAKS: tuple[Break, ...] = (
    Break(
        date(2018, 6, 29),
        "The present duty to notify began on 29 June 2018 (Children Act 2004, section 16C): earlier"
        " notifications had another scope.",
    ),
    # DfE, Serious incident notifications: the releases from the year to March 2025 on
    Break(
        date(2024, 4, 1),
        "DfE publishes most breakdowns since the year to March 2025 for serious harm and other together:"
        " serious harm alone does not compare with earlier years.",
        within_breakdowns=True,
        published_only=True,
    ),
    # The same: "Sex" from the release of 2026 on, "Gender" with the value Transgender in those before
    Break(
        date(2025, 4, 1),
        "DfE publishes sex from April 2025 on and gender before it: their values do not compare.",
        ("sex",),
        published_only=True,
    ),
)
