"""The look of the sheets of an xlsx or xlsm workbook, from the text of their XML: quick at any size."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
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
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\sr="(\d+)"[^>]*>(.*?)</(?:\w+:)?row>', re.DOTALL)
_FILLED = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/])>")
_STYLE = re.compile(rb'\ss="(\d+)"')
_SMALL = 64_000_000  # bytes of a sheet's text that are searched for far rows; larger files are read apart
_UP_TO_Z = 26
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Part:
    """Where a sheet stands in the archive, from when its dates count, and which cell styles are struck."""

    name: str
    epoch_1904: bool
    struck: frozenset[bytes]


def looks(stream: BinaryIO, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; raise UserError for a sheet that reaches too far.

    A workbook that is broken raises what zipfile and the XML parser raise.
    """
    with zipfile.ZipFile(stream) as archive:
        struck = _struck_styles(archive)
        return {
            name: _look(archive, Part(part, epoch_1904, struck), progress)
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


def _struck_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """Return the numbers of the cell styles whose font is struck through."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    try:
        return _struck_in(parsed(archive, "xl/styles.xml"))
    except (ET.ParseError, ValueError):  # a workbook can be read without its styles
        return frozenset()


def _struck_in(styles: ET.Element) -> frozenset[bytes]:
    fonts = [_is_struck(font) for part in styles if part.tag.endswith("}fonts") for font in part]
    formats = [each for part in styles if part.tag.endswith("}cellXfs") for each in part]
    chosen = [int(each.get("fontId", "0")) for each in formats]
    return frozenset(b"%d" % at for at, font in enumerate(chosen) if font < len(fonts) and fonts[font])


def _is_struck(font: ET.Element) -> bool:
    return any(item.tag.endswith("}strike") and item.get("val", "1") not in {"0", "false"} for item in font)


def _struck_rows(piece: bytes, styles: frozenset[bytes]) -> Iterator[int]:
    """Yield the rows (counted from 0) most of whose filled cells are struck through."""
    for number, cells in _ROW.findall(piece):
        drawn = [_STYLE.search(cell) for cell in _FILLED.findall(cells)]
        if 2 * sum(bool(style and style.group(1) in styles) for style in drawn) > len(drawn):
            yield int(number) - 1


def _look(archive: zipfile.ZipFile, sheet: Part, progress: Progress) -> SheetLook:
    part = sheet.name
    rows: list[int] = []
    struck: list[int] = []
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
            if sheet.struck:
                struck += _struck_rows(piece, sheet.struck)
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
        struck_rows=tuple(struck),
        errors=tuple(errors),
        epoch_1904=sheet.epoch_1904,
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
