"""The look of the sheets of an old binary workbook (.xls), from its records (Microsoft's [MS-XLS]).

A record is a kind and a length of two bytes each, then its content.
"""

from collections.abc import Iterator
from contextlib import closing
from struct import unpack_from
from typing import BinaryIO

from olefile import OleFileIO

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.error_cells import error_text
from desktop_app.reading.files.grid import MOST_COLUMNS, SheetLook

_START, _END = (0x0809, 0x0409, 0x0209, 0x0009), 0x000A
_DATE_1904, _SHEET, _ROW, _COLUMNS, _FORMULA, _ERROR = 0x0022, 0x0085, 0x0208, 0x007D, 0x0006, 0x0205
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_AS_ERROR = 2  # what a formula's result says when it is an error


def looks(stream: BinaryIO, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; raise OSError, struct.error or LookupError where broken."""
    with closing(OleFileIO(stream)) as parts:
        name = "Workbook" if parts.exists("Workbook") else "Book"
        content = parts.openstream(name).read()
    sheets: list[tuple[str, int]] = []
    modern, epoch_1904 = False, False
    for kind, start, length in _records(content, 0):
        if kind in _START:
            modern = unpack_from("<H", content, start)[0] == 0x0600
        elif kind == _DATE_1904:
            epoch_1904 = bool(unpack_from("<H", content, start)[0])
        elif kind == _SHEET:
            offset = unpack_from("<I", content, start)[0]
            sheets.append((_name(content[start + 6 : start + length], modern), offset))
    return {
        name: _look(content, offset, epoch_1904, progress) for name, offset in sheets if offset < len(content)
    }


def _look(content: bytes, offset: int, epoch_1904: bool, progress: Progress) -> SheetLook:
    progress.step("Looking for hidden rows")
    rows: list[int] = []
    columns: list[int] = []
    errors: list[tuple[int, int, str]] = []
    for kind, start, _ in _records(content, offset):
        if kind == _ROW:
            if content[start + 12] & _ROW_HIDDEN:
                rows.append(unpack_from("<H", content, start)[0])
        elif kind == _COLUMNS:
            first, last, _, _, flags = unpack_from("<5H", content, start)
            if flags & _COLUMN_HIDDEN:
                columns += range(first, min(last + 1, MOST_COLUMNS))
        elif (code := _error(content, kind, start)) is not None:
            row, column = unpack_from("<2H", content, start)
            errors.append((row, column, error_text(code)))
    return SheetLook(
        hidden_rows=tuple(rows), hidden_columns=tuple(columns), errors=tuple(errors), epoch_1904=epoch_1904
    )


def _error(content: bytes, kind: int, start: int) -> int | None:
    """Return the code of the error that a cell holds, itself or as a formula's result; None for another."""
    if kind == _ERROR and content[start + 7]:
        return content[start + 6]
    if (
        kind == _FORMULA
        and content[start + 12 : start + 14] == b"\xff\xff"
        and content[start + 6] == _AS_ERROR
    ):
        return content[start + 8]
    return None


def _records(content: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and length of each record of the part that begins here; parts in it are skipped."""
    depth = 0
    while at + 4 <= len(content):
        kind, length = unpack_from("<2H", content, at)
        if kind in _START:
            depth += 1
        if kind == _END:
            depth -= 1
            if depth <= 0:
                return
        if depth == 1:
            yield kind, at + 4, length
        at += 4 + length


def _name(text: bytes, modern: bool) -> str:
    """Return a sheet's name: since Excel 97 in one or two bytes a letter, before in a code page."""
    count, letters = text[0], text[1:]
    if not modern:
        return letters[:count].decode("cp1252", "replace")
    wide, letters = letters[0] & 1, letters[1:]
    return letters[: count * 2].decode("utf-16-le") if wide else letters[:count].decode("latin-1")
