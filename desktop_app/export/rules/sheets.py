"""Rules about each sheet: where it begins, what it hides, and what its first lines say."""

import re
from typing import Any

from desktop_app.export.rules.breach import FRONT, Breach, Breaches, Workbook, place_of, text_of

_ONE_TABLE = re.compile(r"^This worksheet contains one table\b")
_HEADINGS = re.compile(r"^(Excel Built-in )?(Heading|Headline|Title)\b")  # the first by LibreOffice


def blank(workbook: Workbook) -> Breaches:
    """Yield sheets without anything on them."""
    for sheet in workbook.sheets:
        if not any(text_of(cell) for row in sheet.iter_rows() for cell in row):
            yield Breach("There are no blank sheets", sheet.title, "nothing is on it")


def start(workbook: Workbook) -> Breaches:
    """Yield sheets that do not begin in A1 with a title that is styled as a heading."""
    for sheet in workbook.sheets:
        first = sheet["A1"]
        if not text_of(first):
            yield Breach(
                "Every sheet begins in column A with its title", place_of(first), "the cell is empty"
            )
        elif not _HEADINGS.match(first.style):
            yield Breach("Titles are styled as headings", place_of(first), f"the style is {first.style}")


def says_one_table(workbook: Workbook) -> Breaches:
    """Yield sheets with a table whose second line does not say so."""
    for grid in workbook.grids:
        if not _ONE_TABLE.match(text_of(grid.sheet["A2"])):
            what = text_of(grid.sheet["A2"]) or "the cell is empty"
            yield Breach("A2 says that the worksheet contains one table", place_of(grid.sheet["A2"]), what)


def one_table(workbook: Workbook) -> Breaches:
    """Yield sheets that hold more than one table, or none that is marked up as one."""
    for sheet in workbook.sheets:
        if len(sheet.tables) > 1:
            yield Breach("There is one table on a sheet", sheet.title, f"{len(sheet.tables)} tables")
        if not sheet.tables and sheet.title != FRONT[0]:
            yield Breach("Tables are marked up as tables", sheet.title, "no table is marked up on it")


def merged(workbook: Workbook) -> Breaches:
    """Yield merged cells."""
    for sheet in workbook.sheets:
        for area in sheet.merged_cells.ranges:
            yield Breach("No cells are merged or split", f"{sheet.title}!{area}", "merged cells")


def hidden(workbook: Workbook) -> Breaches:
    """Yield hidden sheets, rows and columns."""
    rule = "Nothing is hidden"
    for sheet in workbook.sheets:
        if sheet.sheet_state != "visible":
            yield Breach(rule, sheet.title, "a hidden sheet")
        for letter, column in sheet.column_dimensions.items():
            if column.hidden or column.width == 0:
                yield Breach(rule, f"{sheet.title}!{letter}", "a hidden column")
        for number, row in sheet.row_dimensions.items():
            if row.hidden or row.height == 0:
                yield Breach(rule, f"{sheet.title}!{number}", "a hidden row")


def frozen(workbook: Workbook) -> Breaches:
    """Yield frozen panes and filters."""
    for sheet in workbook.sheets:
        if sheet.freeze_panes:
            yield Breach("There are no frozen panes", f"{sheet.title}!{sheet.freeze_panes}", "frozen panes")
        filters = [sheet.auto_filter, *(table.autoFilter for table in sheet.tables.values())]
        for each in filters:
            if each is not None and each.ref:
                yield Breach("There are no filters", f"{sheet.title}!{each.ref}", "a filter")


def page_texts(workbook: Workbook) -> Breaches:
    """Yield headers and footers of printed pages, which screen readers leave out."""
    for sheet in workbook.sheets:
        for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
            if _has_text(getattr(sheet, name)):
                what = "a header" if name.endswith("Header") else "a footer"
                yield Breach("There are no page headers or footers", sheet.title, what)


def _has_text(item: Any) -> bool:
    return any(part.text for part in (item.left, item.center, item.right))
