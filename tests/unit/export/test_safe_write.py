"""Whatever goes wrong while writing, the old file stays, no draft stays, and one sentence says what to do."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import Cancelled, UserError
from desktop_app.domain.progress import Progress
from desktop_app.export import workbook, write_workbook
from desktop_app.export.cells import WorkbookError
from desktop_app.export.safe_write import replacing
from desktop_app.presentation.models import Cell, Report
from tests.unit.export.reports import TREND, FakeRecords, report

OLD = b"the old file"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLD)
    return path


def fail_halfway(path: Path, error: BaseException) -> None:
    with replacing(path) as draft:
        draft.write_bytes(b"half")
        raise error


def untouched(path: Path) -> bool:
    return path.read_bytes() == OLD and [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_finished_file_takes_the_place_of_the_old_one(old: Path) -> None:
    with replacing(old) as draft:
        draft.write_bytes(b"new")
        assert old.read_bytes() == OLD
    assert old.read_bytes() == b"new"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("error", [Cancelled(), RuntimeError("a bug"), KeyboardInterrupt()])
def test_a_block_that_ends_badly_leaves_the_old_file(old: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        fail_halfway(old, error)
    assert untouched(old)


@pytest.mark.parametrize(
    ("number", "title", "hint"),
    [
        (errno.ENOSPC, "not enough room", "Free some space"),
        (errno.EACCES, "Is it open in Excel?", "Close it there"),
        (errno.ENAMETOOLONG, "too long", "shorter name"),
        (errno.EIO, "could not be written", "Try again"),
    ],
)
def test_trouble_with_the_disk_is_said_in_one_sentence(old: Path, number: int, title: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        fail_halfway(old, OSError(number, os.strerror(number)))
    assert title in caught.value.title
    assert hint in caught.value.hint
    assert untouched(old)


def test_a_file_that_is_open_elsewhere_stays(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a file that Excel holds open."""

    def refuse(draft: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="open in Excel"), replacing(old) as draft:
        draft.write_bytes(b"new")
    assert untouched(old)


def test_a_read_only_file_stays_even_for_those_who_may_write_everything(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(UserError, match="is marked read-only") as trouble, replacing(old):
        pytest.fail("nothing may be written")
    assert trouble.value.hint == "Choose another name, or take the mark away."
    assert untouched(old)


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written to"), replacing(tmp_path / "new.xlsx"):
        raise PermissionError(errno.EACCES, "denied")


def test_a_missing_folder_and_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"), replacing(tmp_path / "none" / "out.xlsx"):
        pytest.fail("nothing may be written")
    with pytest.raises(UserError, match="is a folder"), replacing(tmp_path):
        pytest.fail("nothing may be written")


def test_an_export_that_is_cancelled_midway_leaves_the_old_file(old: Path) -> None:
    progress = Progress(lambda stage, done, total: progress.cancel() if stage == "Writing records" else None)
    with pytest.raises(Cancelled):
        write_workbook(report(*"abc" * 400), old, progress)
    assert untouched(old)


def test_an_export_onto_a_full_disk_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(workbook.Workbook, "_store_workbook", full)
    with pytest.raises(UserError, match="not enough room"):
        write_workbook(report("a"), old, Progress())
    assert untouched(old)


def test_a_workbook_that_does_not_hold_the_report_never_takes_the_place(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Write one report and check for another: the check must notice each difference."""
    true = report("a", "b")
    changed = ((*TREND.rows[0][:1], Cell("481", 481), *TREND.rows[0][2:]), TREND.rows[1])
    others = (
        changed_table(true, changed),
        changed_table(true, TREND.rows[:1]),
        Report(true.title, true.cover, true.tables, true.plots, true.notes, FakeRecords(("a",))),
        Report(true.title, true.cover, true.tables, true.plots, true.notes, FakeRecords(("b", "a"))),
    )
    check = workbook.check
    for other in others:
        monkeypatch.setattr(
            workbook, "check", lambda _, draft, names, other=other: check(other, draft, names)
        )
        with pytest.raises(WorkbookError):
            write_workbook(true, old, Progress())
        assert untouched(old)


def changed_table(of: Report, rows: tuple[tuple[Cell, ...], ...]) -> Report:
    table = type(TREND)(
        TREND.key, TREND.title, TREND.subtitle, TREND.columns, rows, TREND.notes, TREND.source
    )
    return Report(of.title, of.cover, (table,), (), of.notes, of.records)
