"""The look of the sheets of an xlsx or xlsm workbook, from the text of their XML: quick at any size."""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.grid import MOST_CELLS, MOST_COLUMNS, Merge, SheetLook, too_large
from desktop_app.reading.files.looks.parts import column_number, parsed, pieces, table_objects

_HIDDEN = rb'\shidden="(?:1|true)"'
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*" + _HIDDEN + rb')[^>]*\sr="(\d+)"')
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\b(?=[^>]*" + _HIDDEN + rb")[^>]*>")
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\st="e")[^>]*\sr="([A-Z]+)(\d+)"[^>]*>'
    rb"(?:(?!</?(?:\w+:)?c\b).){0,2000}?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_NO_RESULT = re.compile(
    rb'<(?:\w+:)?c\b(?![^>]*\st="str")[^>]*\sr="([A-Z]+)(\d+)"[^>]*>\s*'
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_LAST_ROW = re.compile(rb'row [^>]*?\br="(\d+)"')
_FILLED_CELL = re.compile(rb' r="([A-Z]{2,3})\d+"(?:[^>]*[^/>])?>')  # beyond column Z
_FAR_ROW = re.compile(rb' r="[A-Z]{0,3}(\d{5,18})"')  # of a row or of a cell, whatever row it stands in
_MERGED = re.compile(rb'mergeCell [^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_SMALL = 64_000_000  # bytes of a sheet's text that are searched for far rows; larger files are read apart
_UP_TO_Z = 26
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def looks(stream: BinaryIO, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; raise UserError for a sheet that reaches too far.

    A workbook that is broken raises what zipfile and the XML parser raise.
    """
    with zipfile.ZipFile(stream) as archive:
        return {
            name: _look(archive, part, epoch_1904, progress)
            for name, part, epoch_1904 in _sheets(archive)
            if part in archive.namelist()
        }


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    workbook = parsed(archive, "xl/workbook.xml")
    links = parsed(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    epoch_1904 = any(
        item.tag.endswith("}workbookPr") and item.get("date1904") in {"1", "true"} for item in workbook
    )
    for sheet in workbook.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(_OFFICE), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            yield sheet.get("name", ""), part, epoch_1904


def _look(archive: zipfile.ZipFile, part: str, epoch_1904: bool, progress: Progress) -> SheetLook:
    rows: list[int] = []
    columns: list[int] = []
    errors: list[tuple[int, int, str]] = []
    no_result: list[tuple[int, int]] = []
    merged: list[Merge] = []
    height, width = 0, _UP_TO_Z
    small = archive.getinfo(part).file_size <= _SMALL
    with archive.open(part) as file:
        for piece in pieces(file):
            progress.step("Looking for hidden rows")
            height, width = _reach(piece, height, width, small)
            if height * width > MOST_CELLS:
                raise too_large()
            if b' hidden="' in piece:
                rows += [int(found) - 1 for found in _HIDDEN_ROW.findall(piece)]
                columns += [number for tag in _HIDDEN_COLUMN.findall(piece) for number in _columns(tag)]
            if b' t="e"' in piece:
                errors += [
                    (int(row) - 1, _column(letters), value.decode("utf-8", "replace"))
                    for letters, row, value in _ERROR_CELL.findall(piece)
                ]
            if b"mergeCell " in piece:
                merged += [_merge(*ends) for ends in _MERGED.findall(piece)]
            if b"<f" in piece or b":f" in piece:
                no_result += [(int(row) - 1, _column(letters)) for letters, row in _NO_RESULT.findall(piece)]
    return SheetLook(
        hidden_rows=tuple(rows),
        hidden_columns=tuple(columns),
        errors=tuple(errors),
        epoch_1904=epoch_1904,
        no_result=tuple(no_result),
        tables=table_objects(archive, part),
        merged=tuple(merged),
    )


def _reach(piece: bytes, height: int, width: int, thorough: bool) -> tuple[int, int]:
    """Return down to which row and column cells with content reach, at least as far as before.

    The reader takes memory for all the cells between, and ends the program where there is not enough. In a
    sound file the last row of a piece is the lowest; `thorough` also looks for damaged references elsewhere.
    """
    row = _LAST_ROW.search(piece, max(0, piece.rfind(b"row ")))
    height = max(height, int(row.group(1))) if row else height
    if thorough:
        height = max([height, *map(int, _FAR_ROW.findall(piece))])
    letters = set(_FILLED_CELL.findall(piece))
    return height, max([width, *(_column(column) + 1 for column in letters)])


def _columns(tag: bytes) -> range:
    first = re.search(rb'\smin="(\d+)"', tag)
    last = re.search(rb'\smax="(\d+)"', tag)
    if first is None or last is None:
        return range(0)
    return range(int(first.group(1)) - 1, min(int(last.group(1)), MOST_COLUMNS))


def _merge(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Merge:
    return Merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right))


def _column(letters: bytes) -> int:
    return column_number(letters.decode("ascii"))
