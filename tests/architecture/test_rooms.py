"""The rooms know only what the design lets them know, and the contracts find everyone who knows more."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.support.places import PROJECT

# The design's table, written down a second time on purpose.
LOWER_ROOMS = {
    "version": "",
    "domain": "",
    "catalogue": "domain",
    "analysis": "catalogue domain",
    "presentation": "analysis catalogue domain",
    "reading": "presentation analysis catalogue domain",
    "export": "presentation analysis catalogue domain",
    "services": "reading export presentation analysis catalogue domain",
    "ui": "services export presentation catalogue domain",
    "cli": "app ui services reading export presentation analysis catalogue domain",
    "app": "cli ui services reading export presentation analysis catalogue domain",
    "__main__": "app cli ui services reading export presentation analysis catalogue domain",
}
FOR_EVERYONE = {"version"}
ROOMS_THAT_KNOW = {
    "PySide6": "app ui",
    "shiboken6": "app ui",
    "pyqtgraph": "app ui",
    "openpyxl": "reading export",
    "python_calamine": "reading export",
    "xlsxwriter": "reading export",
    "msoffcrypto": "reading export",
    "odfdo": "export",
    "pptx": "export",
    "docx": "export",
    "lxml": "export",
    "pandas": "reading analysis",
    "numpy": "reading analysis presentation export",
    "scipy": "analysis",
    "holidays": "analysis",
    "platformdirs": "services",
}
MODULES = {"__main__", "app"} | FOR_EVERYONE

FORBIDDEN_ROOMS = [
    (room, other)
    for room, lower in LOWER_ROOMS.items()
    for other in LOWER_ROOMS
    if other != room and other not in {*lower.split(), *FOR_EVERYONE}
]
FORBIDDEN_LIBRARIES = [
    (room, library)
    for library, knowing in ROOMS_THAT_KNOW.items()
    for room in LOWER_ROOMS
    if room not in knowing.split()
]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a copy of the house with the same rooms, all empty, under a name that nothing else has."""
    root = tmp_path / "house"
    for room in LOWER_ROOMS:
        file = root / f"{room}.py" if room in MODULES else root / room / "shelf.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        (file.parent / "__init__.py").touch()
    contracts = (PROJECT / "pyproject.toml").read_text(encoding="utf-8").replace("desktop_app", "house")
    (tmp_path / "contracts.toml").write_text(contracts, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return root


def shelf(house: Path, room: str) -> Path:
    return house / f"{room}.py" if room in MODULES else house / room / "shelf.py"


def dotted(room: str) -> str:
    return f"house.{room}" if room in MODULES else f"house.{room}.shelf"


@pytest.fixture
def broken_contracts(house: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], int]:
    """Give a function that checks the contracts on the house as it stands and counts the broken ones."""

    def count() -> int:
        lint_imports(str(house.parent / "contracts.toml"), no_cache=True, no_logo=True, is_debug_mode=True)
        told = capsys.readouterr().out
        summary = re.search(r"Contracts: (\d+) kept, (\d+) broken", told)
        assert summary is not None, told
        return int(summary[2])

    return count


@pytest.mark.parametrize(("room", "other"), FORBIDDEN_ROOMS)
def test_a_room_that_imports_a_forbidden_room_is_found(
    house: Path, broken_contracts: Callable[[], int], room: str, other: str
) -> None:
    shelf(house, room).write_text(f"import {dotted(other)}\n", encoding="utf-8")
    assert broken_contracts() >= 1


@pytest.mark.parametrize(("room", "library"), FORBIDDEN_LIBRARIES)
def test_a_room_that_imports_a_forbidden_library_is_found(
    house: Path, broken_contracts: Callable[[], int], room: str, library: str
) -> None:
    shelf(house, room).write_text(f"import {library}\n", encoding="utf-8")
    assert broken_contracts() == 1


@pytest.mark.parametrize(
    "text",
    [
        "from house import ui",
        "from house.ui import shelf as other",
        "def later():\n    import house.ui.shelf",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.ui.shelf import Widget",
        "from PySide6.QtCore import QObject",
        "def later():\n    from PySide6 import QtGui",
    ],
)
def test_no_way_of_writing_an_import_hides_it(
    house: Path, broken_contracts: Callable[[], int], text: str
) -> None:
    shelf(house, "services").write_text(text + "\n", encoding="utf-8")
    assert broken_contracts() >= 1


def test_a_new_room_without_a_place_in_the_order_is_found(
    house: Path, broken_contracts: Callable[[], int]
) -> None:
    (house / "attic.py").touch()
    assert broken_contracts() >= 1


@pytest.mark.parametrize("room", LOWER_ROOMS)
def test_what_the_design_allows_is_allowed(
    house: Path, broken_contracts: Callable[[], int], room: str
) -> None:
    allowed = [dotted(other) for other in {*LOWER_ROOMS[room].split(), *FOR_EVERYONE} - {room}]
    allowed += [library for library, knowing in ROOMS_THAT_KNOW.items() if room in knowing.split()]
    shelf(house, room).write_text("".join(f"import {name}\n" for name in allowed), encoding="utf-8")
    assert broken_contracts() == 0
