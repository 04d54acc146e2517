"""Reads workbooks (xlsx, xlsm, xlsb, xls, ods) into grids with python-calamine."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.grid import Grid, GridBuilder, Merge, SheetLook
from desktop_app.reading.looks import looks_of
from desktop_app.reading.sniff import Format, damaged, protected

_ROWS_AT_ONCE = 5000


def read_workbook(path: Path, kind: Format, progress: Progress) -> tuple[Grid, ...]:
    """Return every worksheet; raise UserError where the workbook is damaged or protected."""
    progress.step(f"Opening {path.name}")
    looks = looks_of(path, progress) if kind is Format.XLSX else {}
    with _refusals(path), _opened(path, kind) as workbook:
        grids = []
        for number, metadata in enumerate(workbook.sheets_metadata):
            if metadata.typ is not SheetTypeEnum.WorkSheet:
                continue
            progress.step(f"Reading {path.name}, sheet {metadata.name}")
            sheet = workbook.get_sheet_by_index(number)
            look = looks.get(metadata.name, SheetLook(hidden=metadata.visible is not SheetVisibleEnum.Visible))
            grids.append(_grid(sheet, look, progress))
    if not grids:
        raise UserError(f"{path.name} has no worksheet.", "Open a workbook that holds the table on a worksheet.")
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
    return builder.finish(sheet.name, merged, look)


@contextmanager
def _opened(path: Path, kind: Format) -> Iterator[CalamineWorkbook]:
    if kind is Format.ODS and (completed := _with_mimetype(path)) is not None:
        workbook = CalamineWorkbook.from_filelike(completed)
    else:
        workbook = CalamineWorkbook.from_path(str(path))
    try:
        yield workbook
    finally:
        workbook.close()


def _with_mimetype(path: Path) -> io.BytesIO | None:
    """Return a copy of an OpenDocument file with the `mimetype` member that calamine insists on, if it lacks it."""
    with zipfile.ZipFile(path) as archive:
        if "mimetype" in archive.namelist():
            return None
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as whole:
            whole.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
            for name in archive.namelist():
                whole.writestr(name, archive.read(name))
    copy.seek(0)
    return copy


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what calamine raises into sentences, also its panics, which are no Exceptions."""
    try:
        yield
    except PasswordError as error:
        raise protected(path) from error
    except (CalamineError, OSError, zipfile.BadZipFile, ValueError) as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path) from error
