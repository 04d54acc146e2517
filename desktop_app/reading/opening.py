"""Opens files whatever their format, and finds the tables on each sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import SourceFile
from desktop_app.reading.files.apart import read_apart, reads_apart
from desktop_app.reading.files.cells import ProtectedError, read_cells
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.encryption import decrypted
from desktop_app.reading.files.grid import Grid
from desktop_app.reading.files.sniff import Format, sniff
from desktop_app.reading.finding.empty_tables import empty_table
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.tables import find_tables

_ENDINGS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet and the tables found on it, from top to bottom."""

    grid: Grid
    looks: Looks
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A file that was read, as reports name it."""

    file: str
    sheets: tuple[Sheet, ...]
    origin: SourceFile


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files, for a folder the spreadsheets inside it; raise UserError where there are none."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() in _ENDINGS and not file.name.startswith(("~$", ".", "._"))
        )
        if not inside:
            raise UserError(
                f"The folder {path.name} holds no spreadsheets.",
                "Choose a file, or a folder of .xlsx or .csv files.",
            )
        files += inside
    if not files:
        raise UserError("No file was given.", "Choose a spreadsheet to open.")
    return tuple(dict.fromkeys(files))


def open_sources(
    paths: Sequence[Path], progress: Progress, passwords: Mapping[Path, str]
) -> tuple[Source, ...]:
    """Return every file with its sheets; raise UserError where one cannot be read.

    The password of a folder is for all files in it that have none of their own.
    """
    files = files_of(paths)
    names = [path.name for path in files]
    return tuple(
        open_source(
            path,
            path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}",
            progress,
            passwords.get(path, passwords.get(path.parent)),
        )
        for path in files
    )


def open_source(path: Path, name: str, progress: Progress, password: str | None = None) -> Source:
    """Return one file with its sheets; raise PasswordNeeded where it opens only with another password."""
    document = Document(path)
    origin = document.origin(name)
    grids = _grids(document, progress, password)
    progress.step(f"Finding the table in {path.name}")
    return Source(name, _sheets(grids), origin)


def _sheets(grids: Sequence[Grid]) -> tuple[Sheet, ...]:
    """Return the sheets with their tables; headings without records are one where no sheet has another."""
    sheets = tuple(Sheet(grid, *find_tables(grid)) for grid in grids)
    if any(sheet.regions for sheet in sheets):
        return sheets
    empty = (empty_table(grid) for grid in grids)
    return tuple(
        sheet if region is None else Sheet(sheet.grid, Looks.TABLE, (region,))
        for sheet, region in zip(sheets, empty, strict=True)
    )


def _grids(document: Document, progress: Progress, password: str | None) -> tuple[Grid, ...]:
    kind = sniff(document)
    if kind is not Format.ENCRYPTED:
        try:
            return _cells(document, kind, progress)
        except ProtectedError:
            pass  # an old workbook tells only when it is read
    progress.step(f"Decrypting {document.name}")
    plain = decrypted(document, password)
    return _cells(plain, sniff(plain), progress)


def _cells(document: Document, kind: Format, progress: Progress) -> tuple[Grid, ...]:
    reader = read_apart if reads_apart(document, kind) else read_cells
    return reader(document, kind, progress)
