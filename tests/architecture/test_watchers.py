"""The watchers that stand around every test find what they are there to find."""

import re
import subprocess
import sys

import pytest

from tests.support.places import PROJECT

SEEDED = """
import atexit, logging, socket, threading, time, warnings
import pytest
from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtWidgets import QMainWindow, QWidget

kept = []

def test_leaves_a_widget(qtbot):
    kept.append(QWidget())

def test_leaves_a_timer(qtbot):
    owner = QObject()
    QTimer(owner).start(60_000)
    kept.append(owner)

def test_leaves_a_thread_of_qt(qtbot):
    thread = QThread()
    thread.start()
    atexit.register(lambda: (thread.quit(), thread.wait()))
    kept.append(thread)

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()

def test_makes_qt_complain(qtbot):
    qWarning("something is wrong")

def test_makes_qt_complain_on_closing(qtbot):
    class Window(QWidget):
        def closeEvent(self, event):
            qWarning("something is wrong at the end")
    window = Window()
    window.itself = window
    qtbot.addWidget(window)
    window.show()

def test_raises_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(10)

def test_logs_a_warning():
    logging.getLogger("seeded").warning("something is wrong")

def test_warns():
    warnings.warn("something is old", DeprecationWarning)

def test_reaches_for_the_network():
    socket.create_connection(("localhost", 9))

def test_fine_closes_its_window(qtbot):
    window = QMainWindow()
    QTimer(window).start(5)
    qtbot.addWidget(window)
    window.show()
    qtbot.wait(10)

def test_fine_leaves_only_a_cycle(qtbot):
    window = QMainWindow()
    window.itself = window

def test_fine_looks_at_its_log(caplog):
    logging.getLogger("seeded").warning("expected")
    assert "expected" in caplog.text
"""
NAMES = re.findall(r"^def (test_\w+)", SEEDED, re.MULTILINE)


@pytest.fixture(scope="module")
def caught(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Run the seeded tests under the project's own settings and name those that did not pass."""
    file = tmp_path_factory.mktemp("seeded") / "test_seeded.py"
    file.write_text(SEEDED, encoding="utf-8")
    settings = ["-c", "pyproject.toml", "--rootdir", ".", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    patience = ["-o", "timeout=60"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *patience, "-q", str(file)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return set(re.findall(r"^(?:FAILED|ERROR) .*::(test_\w+)", done.stdout, re.MULTILINE))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_test_does_wrong_is_found_and_nothing_else(name: str, caught: set[str]) -> None:
    assert (name in caught) is not name.startswith("test_fine")
