"""Reads a file's cells in a process of its own, which can be ended at once and whose end harms nobody.

Threads cannot do this: the library that reads workbooks cannot be interrupted (8 seconds at Excel's full
size), panics print to the console, and where memory fails it ends the program. A process costs about
half a second to start and a twentieth of the reading time for handing the cells over; so only large files
and formats whose extent cannot be seen beforehand are read in one.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any
from zipfile import ZipFile

import numpy as np

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.files.cells import ProtectedError, read_cells
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Cells, Grid
from desktop_app.reading.files.sniff import Format

LARGE = 4_000_000  # bytes of a text; a smaller one is read within a second
LARGE_UNPACKED = 25_000_000  # bytes of a workbook's parts; a small file can unpack to gigabytes
MOST_MEMORY = 4_000_000_000
_UNBOUNDED = {Format.XLSB, Format.XLS, Format.ODS}
_AT_ONCE = 20_000  # values per message, so that taking one does not stall the window
_PATIENCE = 0.1  # seconds between looks at whether the work was cancelled
_STEP, _GRID, _DONE, _REFUSED, _PROTECTED = "step", "grid", "done", "refused", "protected"


def reads_apart(document: Document, kind: Format) -> bool:
    """Return whether a file is read in a process of its own."""
    if kind in _UNBOUNDED:
        return True
    if kind is Format.XLSX:
        with document.opened() as stream, ZipFile(stream) as archive:
            return sum(info.file_size for info in archive.infolist()) > LARGE_UNPACKED
    return (document.path.stat().st_size if document.content is None else len(document.content)) > LARGE


def read_apart(document: Document, kind: Format, progress: Progress) -> tuple[Grid, ...]:
    """Return the sheets of a file as `read_cells` does; a reader that dies is told as a UserError."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    reader = context.Process(target=_read_and_send, args=(theirs, document, kind), daemon=True)
    reader.start()
    theirs.close()
    try:
        return tuple(_received(ours, document, progress))
    except (EOFError, OSError) as error:
        raise UserError(
            f"{document.name} could not be read: it is damaged, or needs more memory than there is.",
            "Open it in Excel, delete stray cells far from the table, and save the sheet as a new workbook.",
        ) from error
    finally:
        reader.kill()
        reader.join()
        ours.close()


def _received(pipe: Connection, document: Document, progress: Progress) -> Iterator[Grid]:
    step: tuple[Any, ...] = (f"Opening {document.name}",)
    while True:
        progress.step(*step)
        if not pipe.poll(_PATIENCE):
            continue
        kind, *rest = pipe.recv()
        if kind == _STEP:
            step = tuple(rest)
        elif kind == _GRID:
            yield _grid_from(pipe, *rest)
        elif kind == _REFUSED:
            raise UserError(*rest)
        elif kind == _PROTECTED:
            raise ProtectedError
        else:
            return


def _grid_from(pipe: Connection, grid: Grid, width: int) -> Grid:
    columns = []
    for _ in range(width):
        codes = np.frombuffer(pipe.recv_bytes(), np.int32) if grid.height else np.zeros(0, np.int32)
        values: list[Any] = []
        while chunk := pipe.recv():
            values += chunk
        columns.append(Cells(codes, tuple(values)))
    return Grid(grid.name, tuple(columns), grid.height, grid.merged, grid.look)


def _read_and_send(pipe: Connection, document: Document, kind: Format) -> None:
    _keep_quiet()
    _bound_memory()
    with suppress(BrokenPipeError):  # the other side wants no more
        try:
            progress = Progress(lambda stage, done, total: pipe.send((_STEP, stage, done, total)))
            for grid in read_cells(document, kind, progress, apart=True):
                _send(pipe, grid)
            pipe.send((_DONE,))
        except UserError as error:
            pipe.send((_REFUSED, error.title, error.hint))
        except ProtectedError:
            pipe.send((_PROTECTED,))


def _send(pipe: Connection, grid: Grid) -> None:
    pipe.send((_GRID, Grid(grid.name, (), grid.height, grid.merged, grid.look), grid.width))
    for cells in grid.columns:
        if grid.height:
            pipe.send_bytes(np.ascontiguousarray(cells.codes).tobytes())
        values = iter(cells.values)
        while chunk := list(islice(values, _AT_ONCE)):
            pipe.send(chunk)
        pipe.send([])


def _keep_quiet() -> None:
    """Send what the library prints in a panic nowhere; what matters comes as a sentence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)


def _bound_memory() -> None:
    """Let too large a sheet end this process rather than slow the machine down, where the system can."""
    with suppress(ImportError):  # Windows has no such bound
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
