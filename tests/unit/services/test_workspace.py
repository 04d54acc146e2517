"""The workspace between the window and the work: nothing that was asked for is lost without a word."""

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from desktop_app.catalogue.resources import sample
from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.domain.exporting import ExportWish
from desktop_app.presentation.models import View
from desktop_app.presentation.tables.shown_records import ShownRecords
from desktop_app.services.jobs import Jobs
from desktop_app.services.workspace import Workspace

PATIENCE = 60


class Window:
    """Stands in for the window: it keeps what it is told, and runs callbacks when the test lets it."""

    def __init__(self) -> None:
        self.waiting: queue.Queue[Callable[[], None]] = queue.Queue()
        self.views: list[View] = []
        self.files: list[Path] = []
        self.troubles: list[UserError] = []
        self.stages: list[str | None] = []

    def view_changed(self, view: View, records: ShownRecords) -> None:
        self.views.append(view)

    def reading_changed(self, stage: str | None, done: int, total: int) -> None:
        self.stages.append(stage)

    def updating_changed(self, updating: bool) -> None:
        pass

    def trouble(self, error: UserError) -> None:
        self.troubles.append(error)

    def exported(self, path: Path) -> None:
        self.files.append(path)

    def password_needed(self, error: PasswordNeeded) -> None:
        raise AssertionError(error)

    def run_until(self, reached: Callable[[], bool]) -> None:
        while not reached():
            self.waiting.get(timeout=PATIENCE)()


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def workspace(window: Window) -> Iterator[Workspace]:
    made = Workspace(Jobs(window.waiting.put))
    made.listen(window)
    made.open([sample("messy_returns.xlsx")])
    window.run_until(lambda: bool(window.views))
    yield made
    made.close()


def test_two_files_can_be_written_at_once(workspace: Workspace, window: Window, tmp_path: Path) -> None:
    paths = [tmp_path / "first.xlsx", tmp_path / "second.xlsx"]
    for path in paths:
        workspace.export(ExportWish(), path)
    window.run_until(lambda: len(window.files) == len(paths))
    assert sorted(window.files) == paths
    assert all("Cover" in openpyxl.load_workbook(path, read_only=True).sheetnames for path in paths)


def test_cancelling_stops_every_export_and_leaves_no_file(
    workspace: Workspace, window: Window, tmp_path: Path
) -> None:
    for name in ("first.xlsx", "second.xlsx"):
        workspace.export(ExportWish(), tmp_path / name)
    workspace.cancel()
    workspace.close()
    assert list(tmp_path.iterdir()) == []
    assert window.files == []


def test_a_failed_export_is_told_and_the_view_stays(
    workspace: Workspace, window: Window, tmp_path: Path
) -> None:
    workspace.export(ExportWish(), tmp_path / "no such folder" / "file.xlsx")
    window.run_until(lambda: bool(window.troubles))
    assert window.stages[-1] is None
    assert workspace.view is window.views[-1]


def test_a_file_that_cannot_be_read_leaves_what_is_open(
    workspace: Workspace, window: Window, tmp_path: Path
) -> None:
    before = workspace.paths
    workspace.open([tmp_path / "missing.xlsx"])
    window.run_until(lambda: bool(window.troubles))
    assert workspace.paths == before
    assert len(window.views) == 1


def test_another_population_reads_no_file_again(workspace: Workspace, window: Window, tmp_path: Path) -> None:
    own = tmp_path / "ours.csv"
    own.write_text("Area,Year,Children 0-17\nEngland,2021,11000000\n", encoding="utf-8")
    before = workspace._opened
    for path in (own, None):
        shown = len(window.views)
        workspace.use_population(path)
        window.run_until(lambda shown=shown: len(window.views) > shown)
        assert window.views[-1].rates.own is (path is not None)
        assert before is not None
        assert workspace._opened is not None
        assert workspace._opened.dataset.frame is before.dataset.frame  # it is the very table
        assert workspace._opened.readings is before.readings
