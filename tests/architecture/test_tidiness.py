"""Files say nothing about the machine they were written on, and lead nowhere on their own."""

import re

import pytest

from tests.support.places import PROJECT
from tests.support.sources import tracked

BINARY = {".gif", ".icns", ".ico", ".ods", ".otf", ".png", ".ttf", ".xls", ".xlsb", ".xlsx"}
TEXTS = [name for name in tracked() if "." + name.rpartition(".")[2] not in BINARY]

# Written in pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(work|tmp|root|home|opt|Users)/\w" + r"|\b[A-Z]:\\Users\\\w")
REGISTRY = re.compile(
    "|".join(
        [r"py" + r"pi\.org", r"pythonhosted" + r"\.org", r"registry\." + "npmjs", "conda" + r"\.anaconda"]
    )
)
UNFINISHED = re.compile("|".join([r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bX" + r"XX\b"]))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_names_no_machine_no_registry_and_no_unfinished_work(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    found = [pattern.pattern for pattern in (MACHINE_PATH, REGISTRY, UNFINISHED) if pattern.search(text)]
    assert found == []


@pytest.mark.parametrize("name", tracked("build_spec/locks/*"))
def test_a_lock_file_holds_names_versions_and_hashes_only(name: str) -> None:
    line = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
    assert [text for text in lines if not line.fullmatch(text)] == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert MACHINE_PATH.search('open("/' + 'home/someone/x.csv")')
    assert not MACHINE_PATH.search("rows/home/away and https://example.org/home/x")
    assert REGISTRY.search("https://files.python" + "hosted.org/x")
    assert UNFINISHED.search("# TO" + "DO: later")
