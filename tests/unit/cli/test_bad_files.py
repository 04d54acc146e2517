"""A file that cannot be read gives a sentence and a hint, status 1 and no traceback, for every command."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.catalogue.resources import sample
from tests.unit.cli.conftest import Run


def text_named_xlsx(path: Path) -> Path:
    path = path / "text.xlsx"
    path.write_text("This is not a workbook.\n", encoding="utf-8")
    return path


def empty(path: Path) -> Path:
    path = path / "empty.xlsx"
    path.touch()
    return path


def folder(path: Path) -> Path:
    return path


def missing(path: Path) -> Path:
    return path / "missing.xlsx"


def truncated(path: Path) -> Path:
    whole = sample("panel_notifications_2020_2021.xlsx").read_bytes()
    path = path / "truncated.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    return path


@pytest.mark.parametrize("make", [text_named_xlsx, empty, folder, missing, truncated])
@pytest.mark.parametrize(
    "words", [("check",), ("summary",), ("export", "--to", "{out}")], ids=lambda each: each[0]
)
def test_one_sentence_and_status_1(
    run: Run, tmp_path: Path, make: Callable[[Path], Path], words: tuple[str, ...]
) -> None:
    (tmp_path / "in").mkdir()
    out = tmp_path / "out.xlsx"
    done = run(words[0], make(tmp_path / "in"), *(word.format(out=out) for word in words[1:]))
    assert (done.status, done.out) == (1, "")
    lines = done.err.splitlines()
    assert 1 <= len(lines) <= 2
    assert all(line.rstrip().endswith((".", "?")) for line in lines)
    assert "Traceback" not in done.err
    assert "mistake" not in done.err
    assert not out.exists()
