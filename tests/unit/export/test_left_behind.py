"""A killed export leaves the old file as it was, and what it left behind goes with a later one."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from desktop_app.export import left_behind
from desktop_app.export.left_behind import AFTER, SCRATCH, clear_drafts, clear_scratch
from desktop_app.export.safe_write import replacing

KILLED = """
import sys, time
from pathlib import Path
from desktop_app.export.safe_write import replacing
with replacing(Path(sys.argv[1])) as draft:
    draft.write_bytes(b"half")
    print("now", flush=True)
    time.sleep(60)
"""


def aged(path: Path) -> Path:
    long_ago = time.time() - AFTER - 60
    for each in (*(path.iterdir() if path.is_dir() else ()), path):
        os.utime(each, (long_ago, long_ago))
    return path


def write(path: Path, content: bytes) -> None:
    with replacing(path) as draft:
        draft.write_bytes(content)


def test_a_killed_export_leaves_the_old_file_and_a_later_one_tidies_up(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    killed = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    with killed.stdout:
        assert killed.stdout.readline().strip() == b"now"
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert path.read_bytes() == b"old"
    (draft,) = (each for each in tmp_path.iterdir() if each != path)
    write(path, b"new")
    assert draft.exists()  # it could be somebody's who is writing at this moment
    aged(draft)
    write(path, b"newer")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"newer"


def test_only_old_drafts_of_ours_are_removed(tmp_path: Path) -> None:
    others = (".out-1234567.part", "out-12345678.part", ".out-12345678.part.xlsx", ".notes.part")
    for name in (*others, ".out-0a1b2c3d.part"):
        aged_file = tmp_path / name
        aged_file.write_bytes(b"x")
        aged(aged_file)
    clear_drafts(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(others)
    clear_drafts(tmp_path / "none")


def test_rows_that_waited_for_a_killed_workbook_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, new, other = (tmp_path / name for name in (f"{SCRATCH}old", f"{SCRATCH}new", "other"))
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "rows").write_text("Anna", encoding="utf-8")
    aged(old)
    aged(other)
    aged(new)
    (new / "rows").write_text("Anna, Ben", encoding="utf-8")  # it is still being written
    (tmp_path / f"{SCRATCH}link").symlink_to(other)
    clear_scratch()
    assert {path.name for path in tmp_path.iterdir()} == {new.name, other.name, f"{SCRATCH}link"}
    assert (other / "rows").exists()


def test_what_belongs_to_somebody_else_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".out-0a1b2c3d.part").write_bytes(b"x")
    aged(tmp_path / ".out-0a1b2c3d.part")
    monkeypatch.setattr(left_behind.os, "getuid", lambda: -1, raising=False)
    clear_drafts(tmp_path)
    assert (tmp_path / ".out-0a1b2c3d.part").exists()
