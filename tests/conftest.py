"""What holds for every test: no display, no network, no user's settings, no stray message, no leftovers."""

import logging
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.support import network, qt_leftovers
from tests.support.places import SHARED_DATA

os.environ.update(
    {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/London",
        # For whatever runs before a test has its own folder, and for the programs that tests start.
        "NOTIFICATION_VIEWER_HOME": tempfile.mkdtemp(prefix="notification-viewer-tests-"),
    }
)
for name in ("QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_LOGGING_RULES", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(name, None)
if hasattr(time, "tzset"):  # Windows takes its time zone from nowhere else than the system
    time.tzset()
network.block()
hypothesis.settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, max_examples=60
)
hypothesis.settings.load_profile("steady")

THREAD_PATIENCE_SECONDS = 3.0


def pytest_sessionstart() -> None:
    qt_leftovers.listen()


def pytest_sessionfinish() -> None:
    qt_leftovers.stop_listening()
    shutil.rmtree(os.environ["NOTIFICATION_VIEWER_HOME"], ignore_errors=True)


@pytest.fixture(autouse=True)
def settings_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a settings folder of its own, empty for each test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NOTIFICATION_VIEWER_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_unexpected_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse; one that asks for caplog looks at its records itself."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append  # type: ignore[method-assign]  # a list is all the handler there needs to be
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if records and "caplog" not in request.fixturenames:
        lines = "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in records)
        pytest.fail(f"unexpected log records:\n{lines}", pytrace=False)


@pytest.fixture(autouse=True)
def no_threads_left_behind() -> Iterator[None]:
    """Fail a test whose threads have not ended shortly after it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_PATIENCE_SECONDS
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):  # stands for a thread of Qt, which Qt ends
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                pytest.fail(f"left behind: thread {thread.name}", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_of_qt_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a window test that leaves a widget, timer or thread of Qt, or on whose closing Qt complains."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    before = qt_leftovers.living()
    yield
    complaints = qt_leftovers.since(before, ignore=request.config.getini("qt_log_ignore"))
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of public files beside the project, or skip where it is not."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the folder of public files is not beside the project")
    return SHARED_DATA
