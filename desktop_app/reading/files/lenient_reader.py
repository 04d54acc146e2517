"""Reads with openpyxl the xlsx workbooks that calamine refuses and Excel opens: slower, and more lenient."""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import Any

import openpyxl

from desktop_app.domain.errors import Cancelled, UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Grid, GridBuilder, SheetLook
from desktop_app.reading.files.sniff import damaged


def read_leniently(document: Document, progress: Progress) -> list[Grid]:
    """Return every worksheet without its merged ranges; raise UserError where the workbook is damaged."""
    try:
        with warnings.catch_warnings(), document.opened() as stream:
            warnings.simplefilter("ignore")  # of parts that openpyxl leaves out, none of which is a cell
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            return [_grid(sheet, progress) for sheet in book.worksheets]
    except (Cancelled, UserError):
        raise
    except Exception as error:
        raise damaged(document.path) from error


def _grid(sheet: Any, progress: Progress) -> Grid:
    sheet.reset_dimensions()  # what a file says of a sheet's size is often wrong
    builder = GridBuilder()
    builder.take(_rows(sheet), lambda done: progress.step(f"Reading rows of sheet {sheet.title}", done))
    grid = builder.finish(sheet.title)
    return replace(grid, look=SheetLook(hidden=sheet.sheet_state != "visible"))


def _rows(sheet: Any) -> Iterator[list[object]]:
    for row in sheet.iter_rows(values_only=True):
        yield [_as_calamine_gives(cell) for cell in row]


def _as_calamine_gives(cell: object) -> object:
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    return float(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
