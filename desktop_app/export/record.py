"""Keeps the record of an export in a file's own properties, where a re-save leaves it, and finds it again."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path

PROPERTY = "Notification Statistics Viewer view"
PIECE = 120  # characters; a property holds 255 of Excel's, of which some letters take two
_PARTS = ("docProps/custom.xml", "meta.xml")
_MOST_BYTES = 5_000_000
_NAMED = re.compile(rf"{PROPERTY} (\d+)")


def properties(text: str) -> tuple[tuple[str, str], ...]:
    """Return the names and texts of the properties that hold a record between them, in order."""
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    return tuple((f"{PROPERTY} {number}", piece) for number, piece in enumerate(pieces, start=1))


def record_in(path: Path) -> str | None:
    """Return the record that a workbook carries, or None where it has none or cannot be looked into."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = next((name for name in _PARTS if name in archive.namelist()), None)
            if part is None or archive.getinfo(part).file_size > _MOST_BYTES:
                return None
            found = dict(_texts(ET.fromstring(archive.read(part))))  # noqa: S314 - bounded; expat bounds entities
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, ET.ParseError):
        return None
    return "".join(found[number] for number in sorted(found)) or None


def _texts(root: ET.Element) -> Iterator[tuple[int, str]]:
    """Yield the number and text of every piece, from the properties of Excel and of OpenDocument alike."""
    for element in root.iter():
        name = next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == "name"), "")
        numbered = _NAMED.fullmatch(name)
        if numbered:
            yield int(numbered[1]), "".join(element.itertext())
