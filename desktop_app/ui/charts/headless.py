"""Pictures of charts where no window is open: for the command line, with or without a display."""

import os
from functools import cache

from PySide6.QtWidgets import QApplication

from desktop_app.domain.exporting import Look
from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.picture import drawn


def drawn_unseen(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of a picture, without a display."""
    application = QApplication.instance() or _application()
    content = drawn(plot, look)
    application.processEvents()
    return content


@cache
def _application() -> QApplication:
    """Return an application for the life of the process; a display that is there is asked for nothing."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication([])
