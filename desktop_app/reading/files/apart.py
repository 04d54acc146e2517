"""Reads a file's cells in a process of its own, which can be ended at once and whose end harms nobody.

Threads cannot do this: the library that reads workbooks cannot be interrupted (8 seconds at Excel's full
size), panics print to the console, and where memory fails it ends the program. A process costs about
half a second to start and a twentieth of the reading time for handing the cells over; so only large files
and formats whose extent cannot be seen beforehand are read in one. What the reader of a large xlsx workbook
does not tell is looked up in a second one meanwhile.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
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
from desktop_app.reading.files.grid import Cells, Grid, SheetLook, with_look
from desktop_app.reading.files.looks import looks_of
from desktop_app.reading.files.sniff import Format

LARGE = 4_000_000  # bytes of a text; a smaller one is read within a second
LARGE_UNPACKED = 25_000_000  # bytes of a workbook's parts; a small file can unpack to gigabytes
MOST_MEMORY = 4_000_000_000
_UNBOUNDED = {Format.XLSB, Format.XLS, Format.ODS}
_LOOKED_UP_APART = Format.XLSX  # as one of two threads would wait for the other
_AT_ONCE = 20_000  # values per message, so that taking one does not stall the window
_PATIENCE = 0.1  # seconds between looks at whether the work was cancelled
_STEP, _GRID, _LOOKS, _DONE, _REFUSED, _PROTECTED = "step", "grid", "looks", "done", "refused", "protected"


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
    with ExitStack() as processes:
        reader = processes.enter_context(_started(_read_and_send, document, kind))
        looks = None
        if kind is _LOOKED_UP_APART:
            looks = Looks(processes.enter_context(_started(_look_and_send, document, kind)))
        try:
            grids = tuple(_received(reader, document, progress, looks))
        except (EOFError, OSError) as error:
            raise UserError(
                f"{document.name} could not be read: it is damaged, or needs more memory than there is.",
                "Open it in Excel, delete stray cells far from the table, and save the sheet as a workbook.",
            ) from error
        return looks.added_to(grids, progress) if looks else grids


@contextmanager
def _started(send: Callable[[Connection, Document, Format], None], *args: Any) -> Iterator[Connection]:
    """Start a process that sends what it finds; end it at once when that is no longer wanted."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=send, args=(theirs, *args), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        process.kill()
        process.join()
        ours.close()


class Looks:
    """What another process looks up while the cells are read."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._found: dict[str, SheetLook] | None = None
        self._otherwise = SheetLook()

    def take(self, patience: float = 0) -> bool:
        """Return whether it is all there; raise UserError where a sheet reaches too far."""
        if self._found is None and self._pipe.poll(patience):
            try:
                kind, *rest = self._pipe.recv()
            except (EOFError, OSError):  # it died: what is hidden is not known, which is said
                self._found, self._otherwise = {}, SheetLook(complete=False)
                return True
            if kind == _REFUSED:
                raise UserError(*rest)
            (self._found,) = rest
        return self._found is not None

    def added_to(self, grids: tuple[Grid, ...], progress: Progress) -> tuple[Grid, ...]:
        """Return the grids with their looks, once these are there."""
        while not self.take(_PATIENCE):
            progress.step("Looking for hidden rows")
        found = self._found or {}
        return tuple(with_look(grid, found.get(grid.name, self._otherwise)) for grid in grids)


def _received(
    pipe: Connection, document: Document, progress: Progress, looks: Looks | None
) -> Iterator[Grid]:
    step: tuple[Any, ...] = (f"Opening {document.name}",)
    while True:
        progress.step(*step)
        if looks:
            looks.take()
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
            for grid in read_cells(document, kind, progress, bare=kind is _LOOKED_UP_APART):
                _send(pipe, grid)
            pipe.send((_DONE,))
        except UserError as error:
            pipe.send((_REFUSED, error.title, error.hint))
        except ProtectedError:
            pipe.send((_PROTECTED,))


def _look_and_send(pipe: Connection, document: Document, kind: Format) -> None:
    _keep_quiet()
    _bound_memory()
    with suppress(BrokenPipeError):
        try:
            pipe.send((_LOOKS, looks_of(document, kind, Progress())))
        except UserError as error:
            pipe.send((_REFUSED, error.title, error.hint))


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
