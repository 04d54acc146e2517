"""Reads a written workbook back and compares it with the report it was made from."""

import math
import re
import zipfile
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, datetime
from itertools import repeat
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl
from openpyxl.utils.escape import unescape

from desktop_app.export.cells import WorkbookError, clean, fitting, stored
from desktop_app.export.opendocument import book_of, is_opendocument
from desktop_app.export.sheets import FINDINGS, RECORDS
from desktop_app.presentation.models import Cell, RecordsTable, Report, Table, TableColumn


def check(report: Report, source: Path | BinaryIO, names: Sequence[str]) -> None:
    """Raise WorkbookError unless the file holds every table of the report, cell by cell, and all its rows.

    `names` are the sheets of the report's tables in their order. Of findings and records the first row and
    the extent of each sheet are compared: reading a million rows again would take longer than writing them.
    """
    with zipfile.ZipFile(source) as archive:
        if broken := archive.testzip():
            raise WorkbookError(f"{broken} did not arrive on the disk as written")
    with source.open("rb") if isinstance(source, Path) else nullcontext(source) as stream:
        book = _book(stream) or openpyxl.load_workbook(stream, read_only=True)
        try:
            for name, table in zip(names, report.tables, strict=True):
                _check_table(book[name], table)
            for title, rows in ((FINDINGS, report.findings), (RECORDS, report.records)):
                if rows is not None:
                    named = re.compile(rf"{title}(?: \d+)?")
                    sheets = [sheet for sheet in book.worksheets if named.fullmatch(sheet.title)]
                    _check_records(sheets, rows)
        finally:
            book.close()


def _book(stream: BinaryIO) -> Any:
    """Return an OpenDocument workbook; None for another."""
    with zipfile.ZipFile(stream) as archive:
        if "mimetype" not in archive.namelist():
            return None
        parts = {name: archive.read(name) for name in archive.namelist()}
    return book_of(parts)[0] if is_opendocument(parts) else None


def _check_table(sheet: Any, table: Table) -> None:
    rows = [tuple(row) for row in sheet.iter_rows(max_col=len(table.columns), values_only=True)]
    start = next((at for at, row in enumerate(rows) if _is_header(row, table)), None)
    if start is None or rows[0][0] != table.title:
        raise WorkbookError(f"the sheet {sheet.title} lacks its table")
    found = rows[start + 1 :]
    while found and all(
        value is None for value in found[-1]
    ):  # rows that only a table beside this one reaches
        found.pop()
    if len(found) != len(table.rows) or not all(map(_holds, found, table.rows, repeat(table.columns))):
        raise WorkbookError(f"the sheet {sheet.title} does not hold the numbers of its table")


def _is_header(row: tuple[Any, ...], table: Table) -> bool:
    first = " ".join(table.columns[0].title.split())
    return bool(row[0] == first and all(isinstance(heading, str) for heading in row))


def _check_records(sheets: Sequence[Any], records: RecordsTable) -> None:
    above = 3  # title, number of rows, free row; the header follows
    held = sum(max(sheet.max_row - above - 1, 0) for sheet in sheets)
    if held != records.row_count:
        raise WorkbookError(f"the workbook holds {held} of {records.row_count} rows")
    if records.row_count:
        below = sheets[0].iter_rows(min_row=above + 2, max_col=len(records.columns), values_only=True)
        if not _holds(next(below), next(iter(records.rows())), records.columns):
            raise WorkbookError("the rows in the workbook are not those shown")


def _holds(found: tuple[Any, ...], cells: tuple[Cell, ...], columns: tuple[TableColumn, ...]) -> bool:
    wanted = [stored(cell, column.kind) for cell, column in zip(cells, columns, strict=True)]
    return all(map(_same, found, wanted))


def _same(found: object, wanted: float | date | str | None) -> bool:
    """Return whether a cell holds what it should; the file keeps 16 digits of a number."""
    match found, wanted:
        case int() | float(), int() | float():
            return math.isclose(found, wanted, rel_tol=1e-14)
        case datetime(), date():
            return found.date() == wanted
        case str(), str():
            return bool({found, unescape(found)} & {fitting(wanted), clean(wanted)})
        case _:
            return found is None and wanted is None
