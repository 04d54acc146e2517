"""Names that Excel accepts: of sheets, of tables and of the headings inside a table."""

import re
from collections.abc import Collection, Sequence

SHEET_LIMIT = 31
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NOT_IN_TABLES = re.compile(r"[^A-Za-z0-9_]+")


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    """Return a legal sheet name near the wanted one that none of the taken ones equals, whatever its case.

    A name that begins with a digit makes some versions offer a repair, and "History" belongs to Excel.
    """
    name = " ".join(_NOT_IN_SHEETS.sub(" ", wanted).split()).strip("'") or "Sheet"
    if name[0].isdigit() or name.casefold() == "history":
        name = f"Table {name}"
    return _unique(name, taken, SHEET_LIMIT, " ")


def table_name(wanted: str, taken: Collection[str]) -> str:
    """Return a legal table name, unique in the workbook, that cannot be taken for the address of a cell."""
    plain = _NOT_IN_TABLES.sub("_", f"{wanted} table").lstrip("0123456789_")
    return _unique(plain, taken, 200, "_")


def header_names(titles: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of a table's columns, each filled and different from the others."""
    headings: list[str] = []
    for number, title in enumerate(titles, start=1):
        headings.append(_unique(" ".join(title.split()) or f"Column {number}", headings, 250, " "))
    return tuple(headings)


def _unique(name: str, taken: Collection[str], limit: int, space: str) -> str:
    others = {other.casefold() for other in taken}
    candidate, number = name[:limit].rstrip(), 1
    while candidate.casefold() in others:
        number += 1
        ending = f"{space}{number}"
        candidate = name[: limit - len(ending)].rstrip() + ending
    return candidate


def file_name(wanted: str, ending: str, taken: Collection[str]) -> str:
    """Return a file name that every system takes and that none of the taken ones equals."""
    plain = " ".join(_NOT_IN_FILES.sub(" ", wanted).split()).strip(". ") or "Table"
    others = [name.removesuffix(ending) for name in taken]
    return _unique(plain, others, 100, " ") + ending
