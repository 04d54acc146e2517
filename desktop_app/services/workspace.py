"""What is open in one window: the table, the wishes, the newest view, and the work between them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.domain.problems import Place
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import Provenance
from desktop_app.domain.state import ViewState
from desktop_app.presentation.filter_models import ColumnMenu
from desktop_app.presentation.models import View
from desktop_app.presentation.reading.changes import ReadingChange
from desktop_app.presentation.reports.preview import Preview
from desktop_app.presentation.tables.records import Records
from desktop_app.presentation.tables.shown_records import Span
from desktop_app.presentation.words.steps import step_words
from desktop_app.services import usecases
from desktop_app.services.columns import menu_of, readying
from desktop_app.services.corrections import Corrections
from desktop_app.services.exporting import Draw, Exporter, must_be_apart, undrawn
from desktop_app.services.faults import unexpected
from desktop_app.services.jobs import Job, Jobs
from desktop_app.services.listener import Listener
from desktop_app.services.publications import Publications
from desktop_app.services.reader import Opened, Reading, ReadWish, open_and_read, read_again, reading_of
from desktop_app.services.reproducing import choices_for
from desktop_app.services.session import Session

READ, SHOW, EXPORT, PREVIEW = "read", "show", "export", "preview"
MENU, AMOUNTS, COPY, VIEW, NEXT = "menu", "amounts", "copy", "view", "next"
Made = TypeVar("Made")


class Workspace:
    """The window's one counterpart. Wishes go in through `update`; views come out to the listener."""

    def __init__(
        self, jobs: Jobs, corrections: Corrections | None = None, published: Publications | None = None
    ) -> None:
        self._jobs = jobs
        self._corrections = corrections
        self._listener: Listener | None = None
        self._opened: Opened | None = None
        self._asked: ReadWish | None = None  # what is or was last to be read
        self._session = Session(ViewState(), self._show)
        self._published = published or Publications()
        self.draw: Draw = undrawn  # whoever can draw charts says so
        self._exports: set[str] = set()  # slots of the jobs that write files
        self.view: View | None = None
        self.records: Records | None = None
        self.reading = Reading()

    def listen(self, listener: Listener) -> None:
        """Send everything to this listener from now on."""
        self._listener = listener

    @property
    def state(self) -> ViewState:
        """Return the present wishes."""
        return self._session.state

    @property
    def undo_words(self) -> str:
        """Return what `undo` would take back, in words; empty when there is nothing."""
        return self._words(self._session.undo_change)

    @property
    def redo_words(self) -> str:
        """Return what `redo` would do again, in words; empty when there is nothing."""
        return self._words(self._session.redo_change)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the files and folders that are open."""
        return self._opened.wish.paths if self._opened else ()

    def open(self, paths: Sequence[Path]) -> None:
        """Read files in the background and show them in place of what is open."""
        self._read(ReadWish(tuple(paths)))

    def add(self, paths: Sequence[Path]) -> None:
        """Read further files and show them together with what is open."""
        wish = self._opened.wish if self._opened else ReadWish()
        more = tuple(path for path in paths if path not in wish.paths)
        self._read(replace(wish, paths=(*wish.paths, *more), keep_view=True, like=None))

    def reproduce(self, like: Provenance, paths: Sequence[Path]) -> None:
        """Read the sources of an earlier export as they were read then, and show the view that it shows."""
        self._read(ReadWish(tuple(paths), choices_for(like, paths), like=like))

    def reload(self) -> None:
        """Read the open files again, keeping the wishes."""
        if self._opened is not None:
            self._read(replace(self._opened.wish, keep_view=True, like=None))

    def read_as(self, change: ReadingChange) -> None:
        """Read what is open otherwise; what is shown stays until the new table is whole.

        What is corrected in a table is remembered for files with the same headings.
        """
        opened = self._opened
        if opened is None:
            return
        newest = self._asked if self._asked and self._asked.paths == opened.wish.paths else opened.wish
        wish = replace(newest, choices=change(newest.choices), keep_view=True, like=None)
        if wish.choices == newest.choices:
            return
        self._start(wish, lambda progress: read_again(opened, wish, progress), remember=True)

    def use_population(self, path: Path | None) -> None:
        """Take rates from a file of the person's own, or (None) from the bundled table."""
        opened = self._opened
        if opened is not None:
            wish = replace(opened.wish, population=path, keep_view=True, like=None)
            self._start(wish, lambda progress: read_again(opened, wish, progress))

    def give_password(self, path: Path, password: str) -> None:
        """Read again what was asked for, with the password of one file; it is never stored."""
        if self._asked is not None:
            self._read(replace(self._asked, passwords=(*self._asked.passwords, (path, password))))

    def cancel(self) -> None:
        """Stop reading, exporting or copying; what was shown stays."""
        self._asked = None
        stopped = [self._jobs.cancel(slot) for slot in (READ, COPY, *self._exports)]
        self._exports.clear()
        if any(stopped):
            self._report(None, 0, 0)

    def update(self, state: ViewState) -> None:
        """Make this the present wishes, as a step that can be undone."""
        self._session.update(state)

    def undo(self) -> None:
        """Take the last wish back."""
        self._session.undo()

    def redo(self) -> None:
        """Wish again what was taken back."""
        self._session.redo()

    def ask_menu(self, column: str, sought: str, done: Callable[[ColumnMenu], None]) -> None:
        """Find in the background what a column can be filtered by, with the values that hold a text."""
        opened, state = self._opened, self.state
        if opened is not None:
            work = Job(lambda _: menu_of(opened.dataset, state, column, sought), done, self._failed)
            self._jobs.start(MENU, work)

    def copy_records(self, copied: Callable[[Records, Progress], Made], done: Callable[[Made], None]) -> None:
        """Make of the records shown, in the background, what goes to the clipboard."""
        if (records := self.records) is not None:
            self._start_told(COPY, lambda progress: copied(records, progress), done)

    def ask_amounts(self, areas: Sequence[tuple[Span, Span]], done: Callable[[str], None]) -> None:
        """Add up in the background what areas of the records shown hold."""
        if (records := self.records) is not None:
            self._jobs.start(AMOUNTS, Job(lambda _: records.amounts(areas), done, self._failed))

    def ask_of_view(self, work: Callable[[View], Made], done: Callable[[Made], None]) -> None:
        """Work out in the background what takes long to know of the view that is shown."""
        if (view := self.view) is not None:
            self._jobs.start(VIEW, Job(lambda _: work(view), done, self._failed))

    def ask_preview(self, wish: ExportWish, done: Callable[[Preview | UserError], None]) -> None:
        """Find in the background what an export would hold, or why it cannot be made."""
        exporter = self._exporter()
        if exporter is None:
            return

        def failed(error: Exception) -> None:
            done(error if isinstance(error, UserError) else unexpected(error))

        self._jobs.start(PREVIEW, Job(lambda progress: exporter.preview(wish, progress), done, failed))

    def export(self, wish: ExportWish, path: Path, password: str | None = None) -> None:
        """Write the view in the background; that it was published is remembered, the password is not."""
        if (made := self._exporter()) is not None:
            work = partial(made.write, wish, path, password=password)
            self._export(path, work, lambda: made.remember(wish))

    def export_findings(self, path: Path) -> None:
        """Write what was found in the files as a workbook of its own, in the background."""
        view, findings = self.view, self.reading.findings
        if view is not None:
            self._export(path, lambda progress: usecases.export_findings(view, findings, path, progress))

    def position_of(self, place: Place) -> int | None:
        """Return the position of a source row among the records shown; None where it is not shown."""
        return self.records.position_of(place) if self.records else None

    def close(self) -> None:
        """Stop all work but the files that are being written, and wait for its threads."""
        self._listener = None
        self._jobs.close(finish=self._exports)

    def _read(self, wish: ReadWish) -> None:
        recall = self._corrections.recall if self._corrections else None
        self._start(wish, lambda progress: open_and_read(wish, recall, progress))

    def _start(self, wish: ReadWish, work: Callable[[Progress], Opened], remember: bool = False) -> None:
        def done(opened: Opened) -> None:
            before, self._opened, self._asked = self._opened, opened, None
            self._report(None, 0, 0)
            if remember and self._corrections:
                self._corrections.remember(opened.readings, opened.wish.choices)
            same = before is not None and before.dataset.shape is opened.dataset.shape
            if not (wish.keep_view and same):
                like = opened.wish.like
                state = like.state if like else usecases.default_state(opened.dataset)
                self._session = Session(state, self._show, None if like else self.state)
            self._show(self.state)

        self._asked = wish
        self._report("Opening", 0, 0)
        self._jobs.start(READ, Job(work, done, self._not_read, self._report))

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, PasswordNeeded) and self._listener:
            self._report(None, 0, 0)
            self._listener.password_needed(error)
            return
        self._asked = None
        self._work_failed(error)

    def _show(self, state: ViewState) -> None:
        opened = self._opened
        if opened is None:
            return
        if self._listener:
            self._listener.updating_changed(True)

        def done(answer: tuple[View, Records]) -> None:
            self.view, self.records = answer
            if self.reading.opened is not opened:
                self.reading = reading_of(opened)
                self._jobs.start(NEXT, readying(opened.dataset, self._failed))
            if self._listener:
                self._listener.view_changed(*answer)
                self._listener.updating_changed(False)

        def failed(error: Exception) -> None:
            if self._listener:
                self._listener.updating_changed(False)
            self._failed(error)

        self._jobs.start(
            SHOW, Job(lambda progress: usecases.show(opened.dataset, state, progress), done, failed)
        )

    def _exporter(self) -> Exporter | None:
        opened = self._opened
        return Exporter(opened.dataset, self.state, self._published, self.draw) if opened else None

    def _export(
        self, path: Path, work: Callable[[Progress], object], then: Callable[[], None] = lambda: None
    ) -> None:
        def written(_: object) -> None:
            then()
            if self._listener:
                self._listener.exported(path)

        def apart(progress: Progress) -> object:
            must_be_apart(path, self.paths)
            return work(progress)

        slot = f"{EXPORT} {path}"  # two files can be written at once; the same one again starts anew
        self._exports.add(slot)
        self._start_told(slot, apart, written)

    def _start_told(self, slot: str, work: Callable[[Progress], Made], done: Callable[[Made], None]) -> None:
        """Start work whose progress is told until it ends."""

        def ended(made: Made) -> None:
            self._report(None, 0, 0)
            done(made)

        self._jobs.start(slot, Job(work, ended, self._work_failed, self._report))

    def _report(self, stage: str | None, done: int, total: int) -> None:
        if self._listener:
            self._listener.reading_changed(stage, done, total)

    def _work_failed(self, error: Exception) -> None:
        self._report(None, 0, 0)
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if self._listener:
            self._listener.trouble(error if isinstance(error, UserError) else unexpected(error))

    def _words(self, change: tuple[ViewState, ViewState] | None) -> str:
        if change is None:
            return ""
        return step_words(*change, self._opened.dataset.columns if self._opened else ())
