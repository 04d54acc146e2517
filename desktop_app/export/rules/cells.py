"""Rules about cells: type, size, colour, lines, links, notes and formats."""

import re
from datetime import date, datetime
from typing import Any

from desktop_app.export.rules.breach import Breach, Breaches, Workbook, place_of, text_of

SANS = frozenset(
    {"arial", "aptos", "aptos narrow", "calibri", "helvetica", "inter", "segoe ui", "tahoma", "verdana"}
)
SMALLEST = 10  # points
CONTRAST = 4.5
ONE_LINE = 60  # characters; what is longer has to be wrapped
_NOTE = re.compile(r"\[note (\d+)\]")
_SIGNS = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u209f*\u2020\u2021\u00a7]")
_ADDRESS = re.compile(r"^(https?:|www\.|mailto:)|^(click )?here\.?$|^(link|more)\.?$", re.IGNORECASE)
_COLOURS = re.compile(r"\[(red|green|blue|yellow|magenta|cyan|colou?r ?\d+)\]", re.IGNORECASE)


def fonts(workbook: Workbook) -> Breaches:
    """Yield fonts with serifs, small, italic or raised type."""
    for cell in workbook.filled:
        font, where = cell.font, place_of(cell)
        if (font.name or "Calibri").casefold() not in SANS:
            yield Breach("The typeface has no serifs", where, str(font.name))
        if (font.sz or 11) < SMALLEST:
            yield Breach(f"Text is at least {SMALLEST} points", where, f"{font.sz:g} points")
        if font.i:
            yield Breach("There are no italics", where, "italics")
        if font.vertAlign in ("superscript", "subscript"):
            yield Breach("Notes are marked in words, not by superscripts", where, str(font.vertAlign))


def lines(workbook: Workbook) -> Breaches:
    """Yield borders, fills and text that does not run across."""
    for cell in (cell for sheet in workbook.sheets for row in sheet.iter_rows() for cell in row):
        sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
        if any(side is not None and side.style for side in sides):
            yield Breach("There are no borders", place_of(cell), "a border")
        if cell.fill.fill_type:
            yield Breach("There are no fills", place_of(cell), "a fill")
        if cell.alignment.textRotation:
            yield Breach("There is no vertical text", place_of(cell), "turned text")


def wrapped(workbook: Workbook) -> Breaches:
    """Yield long texts that are not wrapped."""
    for cell in workbook.filled:
        if isinstance(cell.value, str) and len(cell.value) > ONE_LINE and not cell.alignment.wrap_text:
            yield Breach("Text is wrapped", place_of(cell), f"{len(cell.value)} characters on one line")


def colours(workbook: Workbook) -> Breaches:
    """Yield numbers that tell something by colour alone, and pale text."""
    for cell in workbook.filled:
        if _COLOURS.search(cell.number_format or ""):
            yield Breach("Colour is never the only signal", place_of(cell), cell.number_format)
        colour = cell.font.color
        if colour is not None and colour.type == "rgb" and contrast(str(colour.rgb)[-6:]) < CONTRAST:
            yield Breach(f"Text has a contrast of at least {CONTRAST} to 1", place_of(cell), str(colour.rgb))


def contrast(colour: str) -> float:
    """Return the contrast of a colour in six hexadecimal digits with white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def links(workbook: Workbook) -> Breaches:
    """Yield links whose text does not describe where they lead."""
    for cell in workbook.filled:
        if cell.hyperlink is not None and _ADDRESS.search(text_of(cell)):
            yield Breach("Links have a text that describes them", place_of(cell), text_of(cell))


def formulas(workbook: Workbook) -> Breaches:
    """Yield formulas: what is published is what it was when it was checked."""
    for cell in workbook.filled:
        if cell.data_type == "f":
            yield Breach("There are no formulas", place_of(cell), text_of(cell))


def formats(workbook: Workbook) -> Breaches:
    """Yield numbers and dates that nothing says how to show."""
    for cell in workbook.filled:
        plain = cell.number_format in (None, "General")
        value: Any = cell.value
        if not plain or isinstance(value, bool):
            continue
        if isinstance(value, float | int) and (abs(value) >= 1000 or not float(value).is_integer()):
            yield Breach("Numbers are formatted", place_of(cell), text_of(cell))
        if isinstance(value, date | datetime):
            yield Breach("Dates are formatted", place_of(cell), text_of(cell))


def notes(workbook: Workbook) -> Breaches:
    """Yield notes that are referred to and not there, or there and not referred to, and signs for notes."""
    listed: dict[str, Any] = {}
    used: dict[str, Any] = {}
    for cell in workbook.filled:
        if not isinstance(cell.value, str):
            continue
        own = cell.parent.title == "Notes" and cell.column == 1
        for number in _NOTE.findall(cell.value):
            (listed if own else used).setdefault(number, cell)
    for number, cell in used.items():
        if number not in listed:
            yield Breach("Every note stands on the Notes sheet", place_of(cell), f"[note {number}]")
    for number, cell in listed.items():
        if number not in used:
            yield Breach("Every note is referred to", place_of(cell), f"[note {number}]")


def signs(workbook: Workbook) -> Breaches:
    """Yield titles and headings with signs that stand for notes."""
    titles = [sheet["A1"] for sheet in workbook.sheets]
    for cell in (*titles, *(cell for grid in workbook.grids for cell in grid.header)):
        if _SIGNS.search(text_of(cell)):
            yield Breach("Notes are marked in words, not by signs", place_of(cell), text_of(cell))
