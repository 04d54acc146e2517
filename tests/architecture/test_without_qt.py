"""The rooms below the window run where Qt cannot be loaded."""

import ast
import subprocess
import sys

import pytest

from tests.support.places import PACKAGE, PROJECT
from tests.support.sources import tracked

ROOMS_WITHOUT_QT = ("domain", "catalogue", "analysis", "presentation", "reading", "export", "services", "cli")
ROOMS_OF_THE_STANDARD_LIBRARY = ("domain", "catalogue")

IMPORT_ALL = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "pyqtgraph"}))
"""


@pytest.mark.parametrize("room", ROOMS_WITHOUT_QT)
def test_loading_every_module_of_a_room_loads_no_qt(room: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, f"desktop_app.{room}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    "name", [n for room in ROOMS_OF_THE_STANDARD_LIBRARY for n in tracked(f"desktop_app/{room}/*.py")]
)
def test_the_lowest_rooms_stand_on_the_standard_library_alone(name: str) -> None:
    tree = ast.parse((PROJECT / name).read_text(encoding="utf-8"))
    roots = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    roots |= {
        (node.module or "").partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert roots - sys.stdlib_module_names <= {PACKAGE.name}
