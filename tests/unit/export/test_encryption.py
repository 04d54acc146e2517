"""A workbook with a password: only its encrypted form is ever on the disk, and it opens again."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import msoffcrypto
import openpyxl
import pytest

from desktop_app.domain.errors import PasswordNeeded
from desktop_app.domain.progress import Progress
from desktop_app.export import encryption, write_workbook
from desktop_app.export.cells import WorkbookError
from desktop_app.services.usecases import load
from tests.unit.export.reports import report

WORD = "Pferd & “7” 🐎"


def test_it_is_encrypted_and_opens_with_its_password_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))  # whoever wants a file fails
    path = tmp_path / "out.xlsx"
    write_workbook(report("Anna", "Ben"), path, Progress(), password=WORD)
    assert [each.name for each in tmp_path.iterdir()] == ["out.xlsx"]
    content = path.read_bytes()
    assert content.startswith(b"\xd0\xcf\x11\xe0")
    assert b"Anna" not in content
    opened, plain = msoffcrypto.OfficeFile(io.BytesIO(content)), io.BytesIO()
    opened.load_key(password=WORD, verify_password=True)
    opened.decrypt(plain)
    book = openpyxl.load_workbook(plain)
    assert [row[0].value for row in book["Records"].iter_rows(min_row=5)] == ["Anna", "Ben"]
    assert load([path], passwords={path: WORD}).sources
    for wrong in ({}, {path: "other"}):
        with pytest.raises(PasswordNeeded):
            load([path], passwords=wrong)


def test_both_ways_of_writing_give_the_same_sheets(tmp_path: Path) -> None:
    texts = ("a", "=1+1", "long " * 40, "b\nc")
    plain, hidden = tmp_path / "plain.xlsx", tmp_path / "hidden.xlsx"
    write_workbook(report(*texts), plain, Progress())
    write_workbook(report(*texts), hidden, Progress(), password=WORD)
    memory = io.BytesIO()
    with hidden.open("rb") as stream:
        opened = msoffcrypto.OfficeFile(stream)
        opened.load_key(password=WORD)
        opened.decrypt(memory)
    first, second = openpyxl.load_workbook(plain), openpyxl.load_workbook(memory)
    assert first.sheetnames == second.sheetnames
    for one, two in zip(first, second, strict=True):
        assert list(one.values) == list(two.values)
        assert [table.ref for table in one.tables.values()] == [table.ref for table in two.tables.values()]


def test_what_does_not_open_again_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(encryption.msoffcrypto, "OfficeFile", _Other)
    with pytest.raises(WorkbookError):
        write_workbook(report("a"), path, Progress(), password=WORD)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


class _Other:
    """Opens anything and finds something else in it."""

    def __init__(self, _: object) -> None:
        pass

    def load_key(self, **_: object) -> None:
        pass

    def decrypt(self, out: io.BytesIO) -> None:
        out.write(b"other")


def test_libreoffice_knows_that_it_is_protected(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "out.xlsx"
    write_workbook(report("Anna"), path, Progress(), password=WORD)
    profile = (tmp_path / "profile").as_uri()
    words = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "csv", str(path)]
    subprocess.run(words, cwd=tmp_path, capture_output=True, timeout=100, check=False)
    assert not (tmp_path / "out.csv").exists()
