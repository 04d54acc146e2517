"""The look of the sheets of a binary workbook (.xlsb), from its records (Microsoft's [MS-XLSB]).

A record is a kind of one or two bytes, a length in groups of seven bits, then its content.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from struct import unpack_from
from typing import BinaryIO

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.error_cells import error_text
from desktop_app.reading.files.grid import MOST_CELLS, MOST_COLUMNS, SheetLook, too_large
from desktop_app.reading.files.looks.parts import parsed

_ROW, _ERROR, _FORMULA_ERROR, _COLUMNS, _BOOK, _SHEET = 0, 3, 11, 60, 153, 156
_CELLS = range(2, 12)  # those with content; 1 is a blank cell
_ROW_HIDDEN, _COLUMN_HIDDEN, _FROM_1904 = 0x10, 0x01, 0x01
_MOST_BYTES = 150_000_000  # of a sheet; what is larger takes too long to be looked through
_AT_ONCE = 50_000  # rows between two looks at whether the work was cancelled


def looks(stream: BinaryIO, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; raise LookupError, struct.error or what zipfile raises."""
    with zipfile.ZipFile(stream) as archive:
        links = parsed(archive, "xl/_rels/workbook.bin.rels")
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        sheets: list[tuple[str, str]] = []
        epoch_1904 = False
        for kind, content in _records(archive.read("xl/workbook.bin")):
            if kind == _BOOK:
                epoch_1904 = bool(content[0] & _FROM_1904)
            elif kind == _SHEET:
                link, end = _text(content, 8)
                target = targets.get(link, "")
                part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
                sheets.append((_text(content, end)[0], part))
        return {
            name: _look(archive, part, epoch_1904, progress)
            for name, part in sheets
            if part in archive.namelist()
        }


def _look(archive: zipfile.ZipFile, part: str, epoch_1904: bool, progress: Progress) -> SheetLook:
    if archive.getinfo(part).file_size > _MOST_BYTES:
        return SheetLook(epoch_1904=epoch_1904, complete=False)
    sheet = _Sheet(progress)
    takes = {_ROW: sheet.take_row, _COLUMNS: sheet.take_columns} | dict.fromkeys(_CELLS, sheet.take_cell)
    for kind, content in _records(archive.read(part)):
        if kind in takes:
            takes[kind](kind, content)
    return sheet.look(epoch_1904)


class _Sheet:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._errors: list[tuple[int, int, str]] = []
        self._row = self._width = self._count = 0

    def take_row(self, _kind: int, content: bytes) -> None:
        self._row = int.from_bytes(content[:4], "little")
        self._count += 1
        if self._count % _AT_ONCE == 1:
            self._progress.step("Looking for hidden rows")
        if content[11] & _ROW_HIDDEN:
            self._rows.append(self._row)

    def take_cell(self, kind: int, content: bytes) -> None:
        column = int.from_bytes(content[:4], "little")
        self._width = max(self._width, column + 1)
        if self._width > MOST_COLUMNS or (self._row + 1) * self._width > MOST_CELLS:
            raise too_large()
        if kind in (_ERROR, _FORMULA_ERROR):
            self._errors.append((self._row, column, error_text(content[8])))

    def take_columns(self, _kind: int, content: bytes) -> None:
        first, last, _, _, flags = unpack_from("<4IH", content)
        if flags & _COLUMN_HIDDEN:
            self._columns += range(first, min(last + 1, MOST_COLUMNS))

    def look(self, epoch_1904: bool) -> SheetLook:
        return SheetLook(
            hidden_rows=tuple(self._rows),
            hidden_columns=tuple(self._columns),
            errors=tuple(self._errors),
            epoch_1904=epoch_1904,
        )


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = part[at], at + 1
        if kind & 0x80:
            kind, at = (kind & 0x7F) | (part[at] & 0x7F) << 7, at + 1
        length = shift = 0
        while True:
            group, at = part[at], at + 1
            length |= (group & 0x7F) << shift
            shift += 7
            if not group & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _text(content: bytes, at: int) -> tuple[str, int]:
    """Return the text that begins here, and where it ends."""
    length = unpack_from("<I", content, at)[0]
    if length == 0xFFFFFFFF:  # none
        return "", at + 4
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le"), end
