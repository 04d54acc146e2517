"""Writes display cells: numbers as numbers, dates as dates, everything else as text that stays text."""

import math
import re
from datetime import date, datetime

from xlsxwriter.worksheet import Worksheet

from desktop_app.export.styles import Styles
from desktop_app.presentation.models import Cell, CellKind

TEXT_LIMIT = 32_767  # characters in one cell; the limit is Excel's
CUT = " … (shortened: Excel holds no more in one cell)"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
FIRST_DAY = date(1900, 3, 1)  # Excel's calendar has a 29 February 1900, so earlier days are written as text


class WorkbookError(RuntimeError):
    """A workbook is not what it should be: a mistake in this program, never passed over in silence."""


def must(code: object) -> None:
    """Raise WorkbookError unless the library's return value says that it has done what was asked."""
    if code not in (0, None):
        raise WorkbookError(f"the workbook library refused a request with code {code}")


def stored(cell: Cell, kind: CellKind) -> float | date | str | None:
    """Return what the workbook holds for a display cell: a number, a date, text or nothing.

    Per cent are held as a fraction, which Excel shows as 21.4%.
    """
    value = cell.value
    if isinstance(value, date):
        return value if value >= FIRST_DAY else cell.text
    if value is None or kind is CellKind.TEXT or not math.isfinite(value):
        return cell.text or None
    return value / 100 if kind is CellKind.PERCENT else value


class Pen:
    """Writes cells to sheets in the workbook's styles, and counts the texts that were too long for Excel."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.shortened = 0

    def cell(self, sheet: Worksheet, place: tuple[int, int], cell: Cell, kind: CellKind) -> None:
        """Write one display cell at a row and column, both from 0."""
        value = stored(cell, kind)
        if isinstance(value, str):
            self.text(sheet, place, value, self.styles.for_text(value, kind))
        elif isinstance(value, date):
            day = datetime(value.year, value.month, value.day)
            must(sheet.write_datetime(*place, day, self.styles.number(CellKind.DATE)))
        elif value is not None:
            must(sheet.write_number(*place, value, self.styles.number(kind, cell.text)))

    def text(self, sheet: Worksheet, place: tuple[int, int], text: str, form: object) -> None:
        """Write text that is never taken for a formula or a link; what Excel cannot hold is counted."""
        kept = fitting(text)
        self.shortened += kept.endswith(CUT)
        must(sheet.write_string(*place, kept, form))


def fitting(text: str) -> str:
    """Return the text with Excel's line ends; of a longer one what a cell holds, with words that say so.

    What XML forbids would make Excel refuse the whole file: a sign stands in its place.
    """
    text = whole(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) * 2 <= TEXT_LIMIT:
        return text
    units = text.encode("utf-16-le", "surrogatepass")  # Excel counts two bytes as one
    if len(units) // 2 <= TEXT_LIMIT:
        return text
    return units[: 2 * (TEXT_LIMIT - len(CUT))].decode("utf-16-le", "ignore") + CUT


def clean(text: str) -> str:
    """Return the text as every format can hold it: a space stands in place of each control character."""
    return fitting(_CONTROL.sub(" ", text))


def whole(text: str) -> str:
    """Return the text without what UTF-8 cannot hold; a sign stands in its place."""
    return _NO_CHARACTERS.sub("\ufffd", text)
