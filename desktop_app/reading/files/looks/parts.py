"""Reads the parts of a zipped workbook: lists, large sheets piece by piece, Excel's own table objects."""

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from typing import IO

from desktop_app.reading.files.grid import TableObject

_MOST_BYTES_OF_A_LIST = 50_000_000
_MOST_BYTES = 2_000_000_000
_CHUNK = 1 << 20
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6}):\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")


def parsed(archive: zipfile.ZipFile, part: str) -> ET.Element:
    """Return a small part as XML; one too large to be what it says raises ValueError."""
    if archive.getinfo(part).file_size > _MOST_BYTES_OF_A_LIST:
        raise ValueError(part)
    return ET.fromstring(archive.read(part))  # noqa: S314 - bounded here, and expat bounds what entities become


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the text of a sheet in pieces that end with a row, so that no element is cut in two."""
    rest, read = b"", 0
    while (chunk := file.read(_CHUNK)) and read < _MOST_BYTES:
        read += len(chunk)
        rest += chunk
        end = rest.rfind(b"row>")
        if end < 0 and len(rest) > 16 * _CHUNK:
            end = len(rest)  # no rows in sight: do not gather the whole part
        if end > 0:
            yield rest[:end]
            rest = rest[end:]
    yield rest


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def table_objects(archive: zipfile.ZipFile, sheet: str) -> tuple[TableObject, ...]:
    """Return the table objects of the sheet in this part; one that cannot be understood is left out."""
    return tuple(found for part in _table_parts(archive, sheet) if (found := _table(archive, part)))


def _table_parts(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    folder, name = posixpath.split(sheet)
    links = f"{folder}/_rels/{name}.rels"
    if links in archive.namelist():
        for link in parsed(archive, links):
            if link.get("Type", "").endswith("/table"):
                # a target that begins with a slash stands for itself
                yield posixpath.normpath(posixpath.join(f"/{folder}", link.get("Target", ""))).lstrip("/")


def _table(archive: zipfile.ZipFile, part: str) -> TableObject | None:
    try:
        table = parsed(archive, part)
        headings = int(table.get("headerRowCount", "1"))
        totals = int(table.get("totalsRowCount", "0"))
    except (ET.ParseError, LookupError, ValueError):
        return None
    area = _AREA.fullmatch(table.get("ref", ""))
    if area is None or headings < 0 or totals < 0:
        return None
    left, top, right, bottom = area.groups()
    rows = int(top) - 1, int(bottom) - 1
    return TableObject(rows[0], column_number(left), rows[1], column_number(right), headings, totals)
