"""Checks a workbook against the rules for publications and names every breach with its cell."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

from desktop_app.domain.errors import UserError
from desktop_app.export.opendocument import book_of, is_opendocument
from desktop_app.export.rules import cells, file, sheets, tables
from desktop_app.export.rules.breach import Breach, Breaches, Workbook

_COLOURED = {"xl/styles.xml", "xl/sharedStrings.xml"}
_ODD_COLOUR = re.compile(rb'rgb="(?!(?:[0-9A-Fa-f]{2}){3,4}")[^"]*"')

Rule = Callable[[Workbook], Breaches]

RULES: tuple[Rule, ...] = (
    file.properties,
    file.parts,
    file.cursor,
    file.front,
    file.names,
    file.contact,
    file.superscripts,
    sheets.blank,
    sheets.start,
    sheets.one_table,
    sheets.says_one_table,
    sheets.merged,
    sheets.hidden,
    sheets.frozen,
    sheets.page_texts,
    tables.named,
    tables.header,
    tables.gaps,
    tables.alone,
    tables.numbers,
    tables.explained,
    tables.source,
    tables.widths,
    cells.fonts,
    cells.lines,
    cells.wrapped,
    cells.colours,
    cells.links,
    cells.formulas,
    cells.formats,
    cells.notes,
    cells.signs,
)


def check_workbook(path: Path) -> tuple[Breach, ...]:
    """Return every breach of the rules in an .xlsx or .ods file; raise UserError where it is neither."""
    try:
        parts = _parts(path.read_bytes())
        if is_opendocument(parts):
            book, parts = book_of(parts)
        else:
            book = openpyxl.load_workbook(_archive(parts))
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be read: {error.strerror or error}.", "Check its name."
        ) from error
    except Exception as error:  # whatever the library stumbles over, the file is to be changed
        raise UserError(
            f"{path.name} cannot be read as a workbook.", "Save it again as .xlsx or .ods."
        ) from error
    workbook = Workbook(book, parts)
    if not workbook.sheets:
        raise UserError(f"{path.name} cannot be read as a workbook.", "It has no worksheets.")
    return tuple(breach for rule in RULES for breach in rule(workbook))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in _COLOURED & parts.keys():  # other programs write colours that the library refuses
        parts[name] = _ODD_COLOUR.sub(b'auto="1"', parts[name])
    return parts


def _archive(parts: Mapping[str, bytes]) -> io.BytesIO:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory
