"""The looks of a publication's cells: plain, large enough, headings marked as such for screen readers."""

import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle

from desktop_app.presentation.models import CellKind

FAMILY = "Arial"
INK, LINK = "FF000000", "FF0B5394"
BODY, TITLE, HEADING, NUMBER, LINKED = "Body", "Heading 1", "Heading 2", "Figure", "Link"
HEADER, NUMBER_HEADER = "Table header", "Figure header"
_LAST_NUMBER = re.compile(r"\.(\d+)\D*$")


def add_styles(book: Workbook) -> None:
    """Add the named styles; the two headings are Excel's own, which assistive technology knows."""
    wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
    right = Alignment(wrap_text=True, vertical="top", horizontal="right", indent=1)
    plain = Font(name=FAMILY, size=12, color=INK)
    bold = Font(name=FAMILY, size=12, bold=True, color=INK)
    for style in (
        NamedStyle(BODY, font=plain, alignment=wrapped),
        NamedStyle(
            TITLE, font=Font(name=FAMILY, size=16, bold=True, color=INK), alignment=wrapped, builtinId=16
        ),
        NamedStyle(
            HEADING, font=Font(name=FAMILY, size=14, bold=True, color=INK), alignment=wrapped, builtinId=17
        ),
        NamedStyle(HEADER, font=bold, alignment=wrapped),
        NamedStyle(NUMBER_HEADER, font=bold, alignment=right),
        NamedStyle(NUMBER, font=plain, alignment=right),
        NamedStyle(
            LINKED, font=Font(name=FAMILY, size=12, color=LINK, underline="single"), alignment=wrapped
        ),
    ):
        book.add_named_style(style)


def number_format(kind: CellKind, text: str) -> str:
    """Return the format in which a number shows as its display text does."""
    if kind is CellKind.PERCENT:
        return "#,##0.0%"
    if kind is CellKind.DATE:
        return "d mmmm yyyy"
    if kind is CellKind.DECIMAL and text[:1].isalpha():
        return '"' + text.replace('"', "") + '"'  # less than 0.0001
    found = _LAST_NUMBER.search(text)
    return "#,##0." + "0" * len(found.group(1)) if found else "#,##0"
