"""The one place that constructs the window's parts and connects them."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.services.corrections import Corrections
from desktop_app.services.faults import unexpected
from desktop_app.services.jobs import Jobs
from desktop_app.services.publications import Publications
from desktop_app.services.settings import Settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.theme import Theme
from desktop_app.version import __version__

WITHOUT_DISPLAY = ("offscreen", "minimal")  # Qt's platforms
TURN = 0.0005  # seconds that a busy thread keeps Python to itself
HEAP = 20_000  # new objects until the newest are looked over for rubbish


class MainThread(QObject):
    """Brings callbacks from background threads to the thread of the window."""

    _called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def post(self, callback: Callable[[], None]) -> None:
        """Have the callback called on the window's thread, soon; may be called from any thread."""
        self._called.emit(callback)

    def _call(self, callback: Callable[[], None]) -> None:
        callback()


def run_window(paths: Sequence[Path]) -> int:
    """Open the window, on these files if there are any, and return the exit status when it closes."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Notification Statistics Viewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("notification-viewer")
    settings = Settings()
    theme = Theme(application, settings.values.theme)
    main_thread = MainThread()
    workspace = Workspace(Jobs(main_thread.post), Corrections(settings), Publications(settings))
    window = MainWindow(workspace, settings, theme)
    _show_faults_in(window)
    window.show()
    answer_at_once()
    if paths:
        workspace.open(paths)
    try:
        return application.exec()
    finally:
        workspace.close()
        application.processEvents()  # that a file was written at the very end is remembered too
        if application.platformName() in WITHOUT_DISPLAY:
            # What was copied goes nowhere there, and Qt would let go of it when Python has ended already.
            application.clipboard().clear()


def answer_at_once() -> None:
    """Have the window answer while other threads work; call it once everything is loaded.

    By default a thread waits 5 ms for another that is busy, and the window waits many times in one painting.
    What is loaded by now stays, and what comes is looked over for rubbish more seldom than by default: that
    would stall the window as well.
    """
    sys.setswitchinterval(TURN)
    gc.freeze()
    gc.set_threshold(HEAP)


def _show_faults_in(window: MainWindow) -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        window.trouble(unexpected(error))

    sys.excepthook = hook
