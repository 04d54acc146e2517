"""Finds the one period that the title of a table names, where its headings and rows name none."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.reading.values.named_periods import Calendar, Span, named_period

_MADE_ON = re.compile(  # what follows says when the table was made, not what it is of
    r"\b(?:as (?:at|of|on)|correct (?:at|on)|extracted|published|updated|printed|downloaded|produced|run on|"
    r"data (?:at|from)|source)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_MOST_WORDS = 7  # of a period: 1 April 2022 to 31 March 2023


def titled_period(title: Sequence[str], calendar: Calendar) -> Span | None:
    """Return the one period that the title names, or None."""
    texts = (_MADE_ON.sub("", text) for text in title)
    spans = {span for text in texts for span in _periods_in(text.split(), calendar)}
    return spans.pop() if len(spans) == 1 else None


def _periods_in(parts: Sequence[str], calendar: Calendar) -> Iterator[Span]:
    """Yield the periods that a text names, each by as many of its words as do."""
    for length in range(min(len(parts), _MOST_WORDS), 0, -1):
        for at in range(len(parts) - length + 1):
            span = named_period(" ".join(parts[at : at + length]).strip(",.;:()"), calendar)
            if span is not None:
                yield span
                yield from _periods_in(parts[:at], calendar)
                yield from _periods_in(parts[at + length :], calendar)
                return
