"""Finds what a window test leaves behind: widgets, timers, threads, and complaints of Qt on closing."""

import gc
import re
from collections.abc import Iterable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

POOL_PATIENCE_MS = 5_000

_heard: list[str] = []


def listen() -> None:
    """Hear what Qt says outside the part of a test that pytest-qt listens to, its closing above all."""

    def note(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        _heard.append(text)

    qInstallMessageHandler(note)


def stop_listening() -> None:
    """Let Qt speak to the terminal again."""
    qInstallMessageHandler(None)


def living() -> dict[object, str]:
    """Name every top-level widget, active timer and running thread of Qt."""
    found: dict[object, str] = {
        widget: f"widget {_name(widget)}" for widget in QApplication.topLevelWidgets() if not widget.parent()
    }
    for thing in Shiboken.getAllValidWrappers():
        if isinstance(thing, QTimer) and thing.isActive():
            found[thing] = f"timer {_name(thing)} of {_name(thing.parent())}, still active"
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            found[thing] = f"thread {_name(thing)}, still running"
    return found


def since(before: dict[object, str], ignore: Iterable[str]) -> list[str]:
    """Give a line for everything that is there and was not before, and for every complaint of Qt."""
    QApplication.clipboard().clear()  # what is left there crashes the offscreen platform at the end
    QThreadPool.globalInstance().waitForDone(POOL_PATIENCE_MS)
    _delete_deferred()
    if (
        living().keys() - before.keys()
    ):  # perhaps only a cycle of references: collecting is slow, so not always
        gc.collect()
        _delete_deferred()
    left = [f"left behind: {text}" for thing, text in living().items() if thing not in before]
    said = [text for text in _heard if not any(re.search(pattern, text) for pattern in ignore)]
    _heard.clear()
    return left + [f"Qt said while the test was closing: {text}" for text in said]


def _delete_deferred() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _name(thing: QObject | None) -> str:
    if thing is None:
        return "nobody"
    return f"{type(thing).__name__} {thing.objectName()}".strip()
