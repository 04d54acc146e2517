"""Reads text tables: finds the encoding and the delimiter, and keeps every cell as it is written."""

import csv
import io
from collections import Counter
from itertools import islice

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Grid, GridBuilder
from desktop_app.reading.files.sniff import damaged, named_as_workbook

_DELIMITERS = ",;\t|"
_LINES_LOOKED_AT = 200
_LONGEST_CELL = 10_000_000


def read_text(document: Document, progress: Progress) -> Grid:
    """Return the one sheet of a text table; raise UserError where the text is no table."""
    path, content = document.path, document.read()
    text = decoded(content)
    delimiter = _delimiter(text, rows_needed=2 if named_as_workbook(path) else 1)
    if delimiter is None and named_as_workbook(path):
        raise UserError(
            f"{path.name} is named like a workbook but holds plain text without a table.",
            "Check that it was saved or downloaded as a spreadsheet.",
        )
    csv.field_size_limit(_LONGEST_CELL)
    builder = GridBuilder()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or ",")
    total = text.count("\n") + 1
    try:
        builder.take(rows, lambda done: progress.step(f"Reading rows of {path.name}", done, max(total, done)))
    except csv.Error as error:
        raise damaged(path) from error
    return builder.finish("")


def decoded(content: bytes) -> str:
    """Return the text. Windows-1252 is what Excel writes on British machines unless told UTF-8."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str, rows_needed: int) -> str | None:
    """Return the delimiter that cuts the first lines most evenly into most cells, or None where none does."""
    best, best_score = None, 0.0
    for delimiter in _DELIMITERS:
        lines = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
        try:
            widths = [len(row) for row in islice(lines, _LINES_LOOKED_AT) if len(row) > 1]
        except csv.Error:
            continue
        width, times = max(Counter(widths).items(), key=lambda item: item[1], default=(0, 0))
        score = times * times * (width - 1) / max(1, len(widths))  # evenness counts twice
        if times >= rows_needed and score > best_score:
            best, best_score = delimiter, score
    return best
