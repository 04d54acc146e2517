"""Reads workbooks (xlsx, xlsm, xlsb, xls, ods) into grids with python-calamine."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Grid, GridBuilder, Merge, SheetLook, too_large, with_look
from desktop_app.reading.files.lenient_reader import read_leniently
from desktop_app.reading.files.looks import looks_of
from desktop_app.reading.files.sniff import BROKEN_ZIP, Format, damaged

_ENDINGS = {
    Format.XLSX: {".xlsx", ".xlsm"},
    Format.XLSB: {".xlsb"},
    Format.XLS: {".xls"},
    Format.ODS: {".ods"},
}
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_TOO_FAR = "Cell limit exceeded"  # what calamine says of a sheet with a cell very far from the others
_BETWEEN_CELLS = re.compile(rb"(</?table:[^>]*>)\s+(?=</?table:)")


class ProtectedError(Exception):
    """The workbook says itself that it opens only with a password."""


class _Refused(Exception):  # noqa: N818 - no error yet: another reader may take it
    """Calamine does not read the workbook."""


def read_workbook(
    document: Document, kind: Format, progress: Progress, bare: bool = False
) -> tuple[Grid, ...]:
    """Return every worksheet; raise UserError where it is damaged, ProtectedError where encrypted.

    What calamine does not tell is looked up first, which refuses sheets that reach too far. A `bare` reading
    leaves that to whoever asks for it.
    """
    progress.step(f"Opening {document.name}")
    looks = {} if bare else looks_of(document, kind, progress)
    return _with_looks(_grids(document, kind, progress), looks, document.path)


def _grids(document: Document, kind: Format, progress: Progress) -> list[Grid]:
    try:
        return _by_calamine(document, kind, progress)
    except _Refused as refused:
        if kind is Format.XLSX:
            return read_leniently(document, progress)
        raise damaged(document.path) from refused


def _by_calamine(document: Document, kind: Format, progress: Progress) -> list[Grid]:
    grids = []
    with _refusals(), _opened(document, kind) as workbook:
        for number, metadata in enumerate(workbook.sheets_metadata):
            if metadata.typ is SheetTypeEnum.WorkSheet:
                progress.step(f"Reading {document.name}, sheet {metadata.name}")
                grid = _grid(workbook.get_sheet_by_index(number), progress)
                hidden = metadata.visible is not SheetVisibleEnum.Visible
                grids.append(replace(grid, look=SheetLook(hidden=hidden)))
    return grids


def _with_looks(grids: list[Grid], looks: dict[str, SheetLook], path: Path) -> tuple[Grid, ...]:
    if not grids:
        raise UserError(
            f"{path.name} has no worksheet.", "Open a workbook that holds the table on a worksheet."
        )
    return tuple(with_look(grid, looks.get(grid.name, SheetLook())) for grid in grids)


def _grid(sheet: CalamineSheet, progress: Progress) -> Grid:
    # calamine gives rows from the first of the sheet, but columns only from the first that is used
    builder = GridBuilder(blank_columns=sheet.start[1] if sheet.start else 0)
    stage, rows = f"Reading rows of sheet {sheet.name}", sheet.total_height
    builder.take(sheet.iter_rows(), lambda done: progress.step(stage, done, rows))
    ranges = sheet.merged_cell_ranges or []
    merged = tuple(Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges)
    return builder.finish(sheet.name, merged)


@contextmanager
def _opened(document: Document, kind: Format) -> Iterator[CalamineWorkbook]:
    try:
        # calamine believes the name of a file, and only without one looks at the content
        if document.content is None and document.path.suffix.lower() in _ENDINGS[kind]:
            workbook = CalamineWorkbook.from_path(str(document.path))
        else:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(document.read()))
    except CalamineError as error:
        if kind is not Format.ODS or _TOO_FAR in str(error):
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
def _refusals() -> Iterator[None]:
    """Tell what calamine raises apart, also its panics, which are no Exceptions."""
    try:
        yield
    except PasswordError as error:
        raise ProtectedError from error
    except (CalamineError, *BROKEN_ZIP) as error:
        if _TOO_FAR in str(error):
            raise too_large() from error
        raise _Refused from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _Refused from error
