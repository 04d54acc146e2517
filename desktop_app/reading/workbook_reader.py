"""Reads workbooks (xlsx, xlsm, xlsb, xls, ods) into grids with python-calamine."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.document import Document
from desktop_app.reading.grid import Grid, GridBuilder, Merge, SheetLook, with_errors
from desktop_app.reading.looks import looks_of
from desktop_app.reading.sniff import BROKEN_ZIP, Format, damaged

_ROWS_AT_ONCE = 5000
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_BETWEEN_CELLS = re.compile(rb"(</?table:[^>]*>)\s+(?=</?table:)")


class ProtectedError(Exception):
    """The workbook says itself that it opens only with a password."""


def read_workbook(document: Document, kind: Format, progress: Progress) -> tuple[Grid, ...]:
    """Return every worksheet; raise UserError where it is damaged, ProtectedError where encrypted."""
    path = document.path
    progress.step(f"Opening {path.name}")
    looks = looks_of(document, progress) if kind is Format.XLSX else {}
    with _refusals(path), _opened(document, kind) as workbook:
        grids = []
        for number, metadata in enumerate(workbook.sheets_metadata):
            if metadata.typ is not SheetTypeEnum.WorkSheet:
                continue
            progress.step(f"Reading {path.name}, sheet {metadata.name}")
            sheet = workbook.get_sheet_by_index(number)
            look = looks.get(
                metadata.name, SheetLook(hidden=metadata.visible is not SheetVisibleEnum.Visible)
            )
            grids.append(_grid(sheet, look, progress))
    if not grids:
        raise UserError(
            f"{path.name} has no worksheet.", "Open a workbook that holds the table on a worksheet."
        )
    return tuple(grids)


def _grid(sheet: CalamineSheet, look: SheetLook, progress: Progress) -> Grid:
    # calamine gives rows from the first of the sheet, but columns only from the first that is used
    builder = GridBuilder(blank_columns=sheet.start[1] if sheet.start else 0)
    rows = iter(sheet.iter_rows())
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        builder.add(chunk)
        progress.step(f"Reading sheet {sheet.name}", builder.height, sheet.total_height)
    ranges = sheet.merged_cell_ranges or []
    merged = tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges)
    return with_errors(builder.finish(sheet.name, merged, look))


@contextmanager
def _opened(document: Document, kind: Format) -> Iterator[CalamineWorkbook]:
    try:
        if document.content is None:
            workbook = CalamineWorkbook.from_path(str(document.path))
        else:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(document.content))
    except CalamineError:
        if kind is not Format.ODS:
            raise
        workbook = CalamineWorkbook.from_filelike(_plainer_copy(document))
    try:
        yield workbook
    finally:
        workbook.close()


def _plainer_copy(document: Document) -> io.BytesIO:
    """Return an OpenDocument file as calamine insists on it: a `mimetype`, no line breaks between cells."""
    copy = io.BytesIO()
    with (
        document.opened() as stream,
        zipfile.ZipFile(stream) as archive,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as plainer,
    ):
        plainer.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        for name in ("META-INF/manifest.xml", "content.xml"):
            if name in archive.namelist():
                plainer.writestr(name, _BETWEEN_CELLS.sub(rb"\1", archive.read(name)))
    copy.seek(0)
    return copy


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what calamine raises into sentences, also its panics, which are no Exceptions."""
    try:
        yield
    except PasswordError as error:
        raise ProtectedError from error
    except (CalamineError, *BROKEN_ZIP) as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path) from error
