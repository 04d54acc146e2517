"""Rules about tables: their mark-up, header, cells, shorthand, and what stands around them."""

import re
from typing import Any

from desktop_app.export.rules.breach import FRONT, Breach, Breaches, Grid, Workbook, above, place_of, text_of

_MEANINGLESS = re.compile(r"^(Table|_)?\d*$", re.IGNORECASE)
_NUMBER = re.compile(r"^[-+−]?\d[\d,]*(\.\d+)?\s*%?$")
_YEAR = re.compile(r"^(19|20)\d\d$")
_SHORTHAND = re.compile(r"\[[a-z]{1,3}\]")
_BARE = frozenset({"c", "x", "z", "k", "u", "low", "*", "**", ":", "..", ".", "-", "–", "~", "n/a"})


def named(workbook: Workbook) -> Breaches:
    """Yield tables whose name says nothing."""
    for grid in workbook.grids:
        if _MEANINGLESS.match(grid.table.displayName):
            yield Breach(
                "Tables have meaningful names", f"{grid.sheet.title}!{grid.table.ref}", grid.table.displayName
            )


def header(workbook: Workbook) -> Breaches:
    """Yield tables without exactly one header row, and headings that are empty or used twice."""
    for grid in workbook.grids:
        if grid.table.headerRowCount not in (None, 1):
            yield Breach("A table has one header row", f"{grid.sheet.title}!{grid.table.ref}", "not one")
        seen: set[str] = set()
        for cell in grid.header:
            text = text_of(cell)
            if not text:
                yield Breach("Every heading is filled", place_of(cell), "an empty heading")
            elif text.casefold() in seen:
                yield Breach("Every heading is unique", place_of(cell), text)
            seen.add(text.casefold())


def gaps(workbook: Workbook) -> Breaches:
    """Yield blank rows and columns inside tables."""
    for grid in workbook.grids:
        rows = grid.rows
        for row in rows:
            if not any(text_of(cell) for cell in row):
                yield Breach("There are no blank rows inside a table", place_of(row[0]), "a blank row")
        for column in zip(*rows, strict=True):
            if not any(text_of(cell) for cell in column):
                yield Breach(
                    "There are no blank columns inside a table", place_of(column[0]), "a blank column"
                )


def alone(workbook: Workbook) -> Breaches:
    """Yield what stands below or beside a table, and tables that do not begin in column A."""
    for grid in workbook.grids:
        if grid.first_column != 1:
            yield Breach("Tables begin in column A", f"{grid.sheet.title}!{grid.table.ref}", "another column")
        for row in grid.sheet.iter_rows(min_row=grid.first_row):
            for cell in row:
                outside = cell.row > grid.last_row or cell.column > grid.last_column
                if outside and text_of(cell):
                    yield Breach("Nothing stands below or beside a table", place_of(cell), text_of(cell))


def numbers(workbook: Workbook) -> Breaches:
    """Yield numbers kept as text, and signs in place of numbers that are not shorthand in brackets."""
    for grid in workbook.grids:
        for column in zip(*grid.rows, strict=True):
            numeric = any(isinstance(cell.value, int | float) for cell in column)
            for cell in column:
                yield from _number(cell, numeric)


def _number(cell: Any, numeric: bool) -> Breaches:
    text = text_of(cell)
    if not isinstance(cell.value, str):
        if isinstance(cell.value, int | float) and cell.alignment.horizontal not in (
            None,
            "general",
            "right",
        ):
            yield Breach("Numbers are aligned to the right", place_of(cell), text)
        return
    if _NUMBER.match(text) and not _YEAR.match(text) and (numeric or cell.column > 1):
        yield Breach("Numbers are numbers, not text", place_of(cell), text)
    if text.casefold() in _BARE:
        yield Breach("Shorthand stands in square brackets", place_of(cell), text)
    if numeric and _SHORTHAND.fullmatch(text) and cell.alignment.horizontal != "right":
        yield Breach("Shorthand is aligned to the right", place_of(cell), text)


def explained(workbook: Workbook) -> Breaches:
    """Yield shorthand and empty cells that no line above the table explains."""
    for grid in workbook.grids:
        lines = " ".join(above(grid))
        told = {
            match
            for match in _SHORTHAND.findall(lines)
            if re.search(re.escape(match) + r"\s*(=|means|is)", lines)
        }
        blanks = re.search(r"\b(blank|empty)\b", lines, re.IGNORECASE)
        missed: set[str] = set()
        for cell in (cell for row in grid.rows for cell in row):
            used = set(_SHORTHAND.findall(text_of(cell))) if isinstance(cell.value, str) else set()
            for mark in sorted(used - told - missed):
                yield Breach("Shorthand is explained above the table", place_of(cell), mark)
            missed |= used
            if not text_of(cell) and not blanks:
                yield Breach("Empty cells are explained above the table", place_of(cell), "an empty cell")


def source(workbook: Workbook) -> Breaches:
    """Yield tables of figures without a line that names their source, or their period."""
    for grid in _figures(workbook):
        lines = above(grid)
        for word in ("Source", "Period"):
            if not any(line.startswith(word) for line in lines):
                rule = f"The {word.casefold()} stands above the table"
                yield Breach(rule, place_of(grid.sheet["A1"]), f"no line begins with {word}")


def _figures(workbook: Workbook) -> list[Grid]:
    return [grid for grid in workbook.grids if grid.sheet.title not in FRONT]


def widths(workbook: Workbook) -> Breaches:
    """Yield cells of tables that their column is too narrow to show."""
    for grid in workbook.grids:
        for cell in (*grid.header, *(cell for row in grid.rows for cell in row)):
            width = grid.sheet.column_dimensions[cell.column_letter].width
            if width < _needed(cell):
                yield Breach(
                    "Columns are wide enough to show everything", place_of(cell), f"{width:g} characters"
                )


def _needed(cell: Any) -> int:
    if isinstance(cell.value, int | float):
        places = cell.number_format.partition(".")[2].count("0") if "." in cell.number_format else 0
        percent = 100 if "%" in cell.number_format else 1
        quoted = re.match(r'^"(.*)"$', cell.number_format)
        return len(quoted.group(1)) if quoted else len(f"{cell.value * percent:,.{places}f}")
    return max(map(len, text_of(cell).split()), default=0)
