"""Tells sheets of words from tables: contents, notes, covers, links, agendas."""

import re
from collections.abc import Sequence

from desktop_app.reading.files.grid import Grid, Raw, text_of
from desktop_app.reading.finding.cell_kinds import NUMBER_WORD, Is, kind_of_cell
from desktop_app.reading.finding.headings import is_known
from desktop_app.reading.finding.row_words import lists_sheets

_ROWS_LOOKED_AT = 100
_NAME = re.compile(
    r"\b(?:cover|contents|notes?|index|read ?me|about|guidance|metadata|glossary|introduction|title|"
    r"information|definitions|instructions|methodology|help|lists|drop ?downs?|change ?log|version)\b"
)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|mailto:)", re.IGNORECASE)


def is_text_sheet(grid: Grid, first: int, last: int, heading_row: int) -> bool:
    """Return whether what looks like a table is a list of words: contents, notes, a cover."""
    rows = [
        [cell for cell in grid.row(row) if cell is not None]
        for row in range(first, min(last, first + _ROWS_LOOKED_AT) + 1)
    ]
    cells = [cell for row in rows for cell in row]
    numbers = sum(map(_is_number, cells))
    headings = (
        [text_of(cell) for cell in grid.row(heading_row) if cell is not None] if heading_row >= 0 else []
    )
    known = sum(map(is_known, headings))
    if lists_sheets(headings) and numbers <= 0.5 * len(cells):
        return True
    if _NAME.search(grid.name.casefold().replace("_", " ")):
        return numbers <= (0.1 if known >= 3 else 0.5) * len(cells)
    if (len(headings) < 2 and _is_agenda(rows)) or _lists_links(rows):
        return True
    long = sum(kind_of_cell(cell) == Is.LONG for cell in cells)
    return known < 3 and numbers < 0.1 * len(cells) and long > 0.25 * len(cells)


def _is_number(cell: Raw) -> bool:
    return not isinstance(cell, str) or NUMBER_WORD.fullmatch(cell.strip()) is not None


def _is_agenda(rows: Sequence[Sequence[Raw]]) -> bool:
    """Return whether rows are points that count up from 1, each with one sentence beside its number."""
    filled = [row for row in rows if row]
    sentences = sum(" " in text_of(row[-1]).strip() for row in filled)
    return 2 * sentences >= len(filled) and all(
        len(row) == 2 and text_of(row[0]).rstrip(".") == str(number) and not _is_number(row[1])
        for number, row in enumerate(filled, 1)
    )


def _lists_links(rows: Sequence[Sequence[Raw]]) -> bool:
    """Return whether most rows are a name and an address."""
    linked = sum(len(row) == 2 and bool(_ADDRESS.match(text_of(row[1]))) for row in rows)
    return 2 * linked > len(rows)
