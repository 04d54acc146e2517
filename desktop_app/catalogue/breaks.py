"""Days on which what is counted changed, so that figures before and after do not compare."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Break:
    """One change: the first day after it, what changed in words, and for which breakdowns (none: for all)."""

    day: date
    text: str
    breakdowns: tuple[str, ...] = ()
    published_only: bool = False  # it is a change in what DfE publishes, not in what is notified


BREAKS: tuple[Break, ...] = (
    # Children Act 2004, section 16C(1), as amended by the Children and Social Work Act 2017
    Break(
        date(2018, 6, 29),
        "The present duty to notify began on 29 June 2018: earlier notifications had another scope.",
    ),
    Break(
        date(2025, 4, 1),
        "DfE publishes sex from April 2025 on and gender before it: their values do not compare.",
        ("sex",),
        published_only=True,
    ),
)
