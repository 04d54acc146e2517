"""A file on a disk that is full says so once, after the library that writes it is done."""

import errno
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export import write_workbook
from desktop_app.export.publication import write_publication
from desktop_app.export.sink import Sink, sinking
from tests.unit.export.publications import PUBLICATION
from tests.unit.export.reports import report

STEPS = st.lists(st.tuples(st.integers(0, 40), st.binary(max_size=20)), max_size=12)


class Full:
    """A file that takes so many bytes and then refuses, as one on a full disk does."""

    def __init__(self, file: io.FileIO, room: int) -> None:
        self._file, self._room = file, room

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, data: memoryview) -> int:
        if self._room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = self._file.write(data[: self._room])
        self._room -= taken
        return taken


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Sink.__init__

    def init(sink: Sink, path: Path) -> None:
        made(sink, path)
        sink._file = Full(sink._file, 1_000)

    monkeypatch.setattr(Sink, "__init__", init)


@given(STEPS)
def test_it_holds_what_any_file_would_hold(steps: list[tuple[int, bytes]]) -> None:
    memory = io.BytesIO()
    with Sink(Path(os.devnull)) as sink:
        sink._file.close()
        sink._file = file = io.BytesIO()
        for place, data in steps:
            assert sink.seek(place) == memory.seek(place)
            assert sink.write(data) == memory.write(data)
            assert sink.tell() == memory.tell()
        assert file.getvalue() == memory.getvalue()
        assert sink.seek(-0, io.SEEK_END) == len(memory.getvalue())


def test_a_full_disk_is_told_when_the_archive_is_done(tmp_path: Path, full: None) -> None:
    with Sink(tmp_path / "a.zip") as sink:
        with zipfile.ZipFile(sink, "w") as archive:
            for name in "abc":
                archive.writestr(name, os.urandom(800))
        assert sink.error is not None
        assert sink.tell() > 2_400
    with pytest.raises(OSError, match="No space"), sinking(tmp_path / "a.zip") as sink:
        sink.write(bytes(1_001))


@pytest.mark.parametrize("write", [write_workbook, write_publication])
def test_a_full_disk_leaves_the_old_workbook(tmp_path: Path, full: None, write: object) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(UserError, match="not enough room on the disk"):
        write(PUBLICATION if write is write_publication else report("a"), path, Progress())
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]
