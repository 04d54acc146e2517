"""What stands where in a workbook for the public, whatever its format: sheets of cells, one table on each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from desktop_app.export.cells import clean, stored
from desktop_app.export.names import header_names, sheet_name, table_name
from desktop_app.export.publication_styles import (
    BODY,
    HEADER,
    HEADING,
    LINKED,
    NUMBER,
    NUMBER_HEADER,
    TITLE,
)
from desktop_app.presentation.models import Cell, CellKind, Report, Table, TableColumn

AUTHOR = "Notification Statistics Viewer"
LANGUAGE = "en-GB"
ONE_TABLE = "This worksheet contains one table."
COVER, CONTENTS, NOTES = "Cover", "Contents", "Notes"
FIRST_WIDTH = 44  # characters of the first column, in which the lines above a table stand
WIDEST = 60
COVER_WIDTH = 100
LINE = 16.0  # points that a line of the body takes; a character is about a fifth wider than Excel counts
FACTOR = 1.25
TALLEST = 409.0  # points; Excel's limit


@dataclass(frozen=True, slots=True)
class Planned:
    """One cell: its text or value, its style, how a number is shown, and the sheet that it links to."""

    value: str | float | date
    style: str = BODY
    kind: CellKind = CellKind.TEXT
    shown: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet: rows with their heights in points, widths in characters, and its table, if it has one.

    `header_row` counts from 1; 0: there is no table.
    """

    name: str
    rows: tuple[tuple[Planned, ...], ...]
    heights: tuple[float, ...]
    widths: tuple[float, ...]
    table: str = ""
    headings: tuple[str, ...] = ()
    header_row: int = 0


def planned(report: Report) -> tuple[PlannedSheet, ...]:
    """Return the sheets of a report: cover, contents and notes, then one for each of its tables."""
    names: list[str] = [COVER, CONTENTS, NOTES]
    for table in report.tables:
        names.append(sheet_name(table.key.replace("_", " ").capitalize(), names))
    taken: list[str] = []
    tables = (_contents(names[2:], report), _notes(report), *report.tables)
    sheets = [_table_sheet(name, table, taken) for name, table in zip(names[1:], tables, strict=True)]
    return (_cover(report), *sheets)


def figures_of(sheets: Sequence[PlannedSheet]) -> tuple[str, ...]:
    """Return the names of the sheets that hold the report's tables."""
    return tuple(sheet.name for sheet in sheets[3:])


def _cover(report: Report) -> PlannedSheet:
    rows, heights, before = [(Planned(clean(report.title), TITLE),)], [_height(report.title, 80)], ""
    for label, text in report.cover:
        if label != before:
            rows.append((Planned(clean(label), HEADING),))
            heights.append(LINE + 4)
        before = label
        rows.append((Planned(clean(text)),))
        heights.append(_height(text, COVER_WIDTH))
    return PlannedSheet(COVER, tuple(rows), tuple(heights), (COVER_WIDTH,))


def _contents(names: Sequence[str], report: Report) -> Table:
    titles = ["Notes that the tables refer to", *(table.title for table in report.tables)]
    columns = (TableColumn("sheet", "Worksheet", CellKind.TEXT), TableColumn("title", "Title", CellKind.TEXT))
    rows = tuple((Cell(name), Cell(title)) for name, title in zip(names, titles, strict=True))
    return Table("contents", "Contents", "", columns, rows, (), "")


def _notes(report: Report) -> Table:
    rows = tuple((Cell(f"[note {number}]"), Cell(text)) for number, text in enumerate(report.notes, start=1))
    columns = (
        TableColumn("note", "Note number", CellKind.TEXT),
        TableColumn("text", "Note text", CellKind.TEXT),
    )
    return Table("notes", "Notes", "", columns, rows, (), "")


def _table_sheet(name: str, table: Table, taken: list[str]) -> PlannedSheet:
    """Plan a title, lines and a table below them; its name is added to those taken."""
    headings = header_names([column.title for column in table.columns])
    widths = _widths(table, headings)
    above = [table.title, ONE_TABLE, *(text for text in (table.subtitle, *table.notes, table.source) if text)]
    rows: list[tuple[Planned, ...]] = [
        (Planned(clean(text), BODY if at else TITLE),) for at, text in enumerate(above)
    ]
    heights = [_height(text, widths[0] / (1 if at else FACTOR)) for at, text in enumerate(above)]
    rows.append(
        tuple(
            Planned(heading, HEADER if column.kind is CellKind.TEXT else NUMBER_HEADER)
            for heading, column in zip(headings, table.columns, strict=True)
        )
    )
    heights.append(
        _tallest((text, width / FACTOR) for text, width in zip(headings, widths, strict=True))
    )  # bold
    for cells in table.rows:
        rows.append(tuple(map(_figure, cells, table.columns)))
        heights.append(_tallest(zip((cell.text for cell in cells), widths, strict=True)))
    if table.key == "contents":
        rows[len(above) + 1 :] = [
            (Planned(first.value, LINKED, link=str(first.value)), *rest)
            for first, *rest in rows[len(above) + 1 :]
        ]
    taken.append(table_name(table.key, taken))
    return PlannedSheet(name, tuple(rows), tuple(heights), tuple(widths), taken[-1], headings, len(above) + 1)


def _figure(cell: Cell, column: TableColumn) -> Planned:
    value = stored(cell, column.kind)
    if value is None or isinstance(value, str):
        return Planned(clean(value or ""), BODY if column.kind is CellKind.TEXT else NUMBER)
    return Planned(value, NUMBER, column.kind, cell.text)


def _widths(table: Table, headings: Sequence[str]) -> list[float]:
    """Return for each column a width that shows every number whole and splits no word."""
    widths = []
    for at, (heading, column) in enumerate(zip(headings, table.columns, strict=True)):
        words = [word for text in (heading, *(row[at].text for row in table.rows)) for word in text.split()]
        longest = max((len(row[at].text) for row in table.rows), default=0)
        whole = [
            row[at].text for row in table.rows if row[at].value is not None and row[at].text[:1].isalpha()
        ]
        words += whole  # a number that is shown in words is not wrapped
        shown = longest if column.kind is CellKind.TEXT else 12
        least = max(max(map(len, words), default=0), min(shown, WIDEST), len(heading) // 3)
        widths.append(max(least, FIRST_WIDTH if at == 0 else 0) * FACTOR)
    return widths


def _tallest(cells: Iterable[tuple[str, float]]) -> float:
    return max(_height(text, width) for text, width in cells)


def _height(text: str, width: float) -> float:
    lines = sum(max(len(wrap(line, max(int(width / 1.1), 8))), 1) for line in text.splitlines() or [""])
    return min(LINE * lines + 4, TALLEST)
