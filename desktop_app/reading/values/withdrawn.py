"""Finds records that the file itself marks as withdrawn: struck through, or by the word in a column."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.catalogue.columns import MARKED
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.values.nature_flags import says_yes
from desktop_app.reading.values.typed import Typed, TypedColumn

_WORDS = (
    ("Withdrawn", r"withdrawn|retracted"),
    ("Duplicate", r"duplicated?"),
    ("Cancelled", r"cancell?ed"),
    ("Void", r"void(?:ed)?"),
    ("Entered in error", r"(?:entered|created|raised|submitted|logged|notified) in error|error"),
    (
        "Not notifiable",
        r"not (?:a )?notifiable(?: incident)?|does not meet (?:the )?criteria|criteria not met",
    ),
)
_BEFORE = r"(?:(?:sin|notification|record|entry|incident|case|status)[\s:]+(?:was |is |has been )?)?"
_BEHIND = r"(?:\s*[-–(:,;.?].*|\s+(?:by|on|of|record|entry|notification|sin|after|at|following|as|see)\b.*)?"
_MARK = re.compile(
    f"{_BEFORE}(?:{'|'.join(f'({words})' for _, words in _WORDS)}){_BEHIND}", re.IGNORECASE | re.DOTALL
)
_MOST_TEXTS = 20_000  # of a column: one with more tells stories
_STRUCK = "Struck through"
_DONE = "Counted as it stands; filter Marked as withdrawn to leave it out."


def withdrawn_column(
    columns: Sequence[TypedColumn], struck: frozenset[int], findings: Findings
) -> tuple[TypedColumn, ...]:
    """Return a column that says how each record is marked, where any is; `struck` are positions of rows."""
    through: tuple[str, str, str | None] = (_STRUCK, "The row is struck through", None)
    marked = dict.fromkeys(struck, through)
    for item in columns:
        if not item.column.known:
            for position, mark, what in _said(item):
                marked.setdefault(position, (mark, what, item.column.title))
    if not marked:
        return ()
    texts = (*(mark for mark, _ in _WORDS), _STRUCK)
    values = np.full(len(columns[0].typed.values), -1, np.int32)
    for position, (mark, what, title) in sorted(marked.items()):
        values[position] = texts.index(mark)
        findings.at(position, (ProblemKind.WITHDRAWN, what, _DONE), title, "")
    occurring = np.unique(values[values >= 0])
    place = np.full(len(texts) + 1, -1, np.int32)
    place[occurring] = np.arange(len(occurring))
    column = Column(MARKED, "Marked as withdrawn", "", ColumnKind.CATEGORY, True, True)
    return (TypedColumn(column, Typed(place[values], tuple(texts[at] for at in occurring))),)


def _said(item: TypedColumn) -> Iterator[tuple[int, str, str]]:
    """Yield for each row that a column marks its position, the mark, and what is found."""
    kinds = {ColumnKind.CATEGORY, ColumnKind.TEXT}
    if item.column.kind not in kinds or len(item.typed.texts) > _MOST_TEXTS:
        return
    asked = _mark(item.column.title)
    for code, text in enumerate(item.typed.texts):
        mark = _mark(text) or (asked if asked and says_yes(text) else None)
        if mark:
            what = f"The record is marked {quoted(text)} in {item.column.title}"
            for position in map(int, np.flatnonzero(item.typed.values == code)):
                yield position, mark, what


def _mark(text: str) -> str | None:
    """Return the mark that a text is, or None."""
    found = _MARK.fullmatch(text.strip())
    return _WORDS[(found.lastindex or 1) - 1][0] if found else None
