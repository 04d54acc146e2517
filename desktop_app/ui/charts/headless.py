"""Pictures of charts where no window is open: for the command line, with or without a display."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.presentation.models import Plot
from desktop_app.ui.charts.picture import save_picture


def save_picture_unseen(plot: Plot, path: Path) -> None:
    """Write a chart as .png or .svg without a display; raise UserError for trouble with the disk."""
    application = QApplication.instance()
    if application is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a display that is there would be asked for nothing
        application = QApplication([])
    save_picture(plot, path)
    application.processEvents()
