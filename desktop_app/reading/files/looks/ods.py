"""The look of the sheets of an OpenDocument spreadsheet (.ods): what is hidden, and its error cells."""

import html
import re
import zipfile
from itertools import zip_longest
from typing import BinaryIO

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.error_cells import UNKNOWN_ERROR
from desktop_app.reading.files.grid import MOST_COLUMNS, SheetLook
from desktop_app.reading.files.looks.parts import pieces

_ELEMENT = re.compile(rb"<table:(table|table-row|table-column)(?=[\s/>])([^>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*)>")
_NAME = re.compile(rb'\stable:name="([^"]*)"')
_ROWS = re.compile(rb'\stable:number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(rb'\stable:number-columns-repeated="(\d+)"')
_HIDDEN = re.compile(rb'\stable:visibility="(?:collapse|filter)"')
_ERROR = b'calcext:value-type="error"'
_TEXT = re.compile(rb"\s*<text:p[^>]*>([^<]*)<")
_CONTENT = b"<text:p"


def looks(stream: BinaryIO, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; raise LookupError or what zipfile raises where broken."""
    sheets: dict[str, _Sheet] = {}
    sheet = _Sheet()  # what stands before the first one belongs to none
    with zipfile.ZipFile(stream) as archive, archive.open("content.xml") as file:
        for piece in pieces(file):
            progress.step("Looking for hidden rows")
            elements = [*_ELEMENT.finditer(piece)]
            for element, after in zip_longest(elements, elements[1:]):
                about, end = element.group(2), after.start() if after else len(piece)
                if element.group(1) == b"table-row":
                    sheet.take_row(about, piece, element.end(), end)
                elif element.group(1) == b"table-column":
                    sheet.take_column(about)
                else:
                    name = _NAME.search(about)
                    sheet = sheets[html.unescape(name.group(1).decode()) if name else ""] = _Sheet()
    return {name: sheet.look() for name, sheet in sheets.items()}


class _Sheet:
    def __init__(self) -> None:
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._errors: list[tuple[int, int, str]] = []
        self._row = self._column = 0

    def take_row(self, about: bytes, piece: bytes, start: int, end: int) -> None:
        count = _repeated(_ROWS, about)
        if _HIDDEN.search(about) and piece.find(_CONTENT, start, end) >= 0:
            self._rows += range(self._row, self._row + count)
        if piece.find(_ERROR, start, end) >= 0:
            self._take_errors(piece, start, end)
        self._row += count

    def take_column(self, about: bytes) -> None:
        count = min(_repeated(_COLUMNS, about), MOST_COLUMNS)
        if _HIDDEN.search(about):
            self._columns += range(self._column, self._column + count)
        self._column += count

    def look(self) -> SheetLook:
        return SheetLook(
            hidden_rows=tuple(self._rows), hidden_columns=tuple(self._columns), errors=tuple(self._errors)
        )

    def _take_errors(self, piece: bytes, start: int, end: int) -> None:
        column = 0
        for cell in _CELL.finditer(piece, start, end):
            if _ERROR in cell.group(1):
                text = _TEXT.match(piece, cell.end(), end)
                shown = html.unescape(text.group(1).decode("utf-8", "replace")) if text else UNKNOWN_ERROR
                self._errors.append((self._row, column, shown))
            column += _repeated(_COLUMNS, cell.group(1))


def _repeated(pattern: re.Pattern[bytes], about: bytes) -> int:
    found = pattern.search(about)
    return int(found.group(1)) if found else 1
