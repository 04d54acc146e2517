"""Reads text tables: finds the encoding and the delimiter, and keeps every cell as it is written."""

import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.grid import Grid, GridBuilder
from desktop_app.reading.sniff import damaged, named_as_workbook

_DELIMITERS = ",;\t|"
_ROWS_AT_ONCE = 5000
_LINES_LOOKED_AT = 200


def read_text(path: Path, progress: Progress) -> Grid:
    """Return the one sheet of a text table; raise UserError where the text is no table."""
    content = path.read_bytes()
    text = _decoded(content)
    delimiter = _delimiter(text)
    if delimiter is None and named_as_workbook(path):
        raise UserError(
            f"{path.name} is named like a workbook but holds plain text without a table.",
            "Check that it was saved or downloaded as a spreadsheet.",
        )
    builder = GridBuilder()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or ",")
    total = text.count("\n") + 1
    try:
        while chunk := list(islice(rows, _ROWS_AT_ONCE)):
            builder.add(chunk)
            progress.step(f"Reading {path.name}", builder.height, max(total, builder.height))
    except csv.Error as error:
        raise damaged(path) from error
    return builder.finish("")


def _decoded(content: bytes) -> str:
    """Return the text. Windows-1252 is what Excel writes on British machines unless told UTF-8."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str | None:
    """Return the delimiter that cuts the first lines most evenly into most cells, or None where none does."""
    head = text[:200_000]
    scores: list[tuple[float, int, str]] = []
    for delimiter in _DELIMITERS:
        try:
            widths = [
                len(row)
                for row in islice(
                    csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), _LINES_LOOKED_AT
                )
            ]
        except csv.Error:
            continue
        widths = [width for width in widths if width > 1]
        if not widths:
            continue
        width, times = Counter(widths).most_common(1)[0]
        scores.append((times * (width - 1) / len(widths) * times, width, delimiter))
    if not scores or max(scores)[0] == 0:
        return None
    return max(scores, key=lambda score: score[0])[2]
