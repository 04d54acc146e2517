"""Saves and copies charts as pictures, and suggests where to save."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.presentation.models import Plot
from desktop_app.ui.dialogs import Dialogs

WORKBOOKS = "Excel workbook (*.xlsx)"
PICTURES = "PNG picture (*.png);;SVG drawing (*.svg)"


def suggested(paths: Sequence[Path], what: str, suffix: str) -> Path:
    """Return a name beside the first open file that says what the new file holds."""
    first = paths[0] if paths else Path("notifications")
    return first.with_name(f"{first.stem} {what}{suffix}")


def save_picture(plot: Plot, paths: Sequence[Path], dialogs: Dialogs) -> Path | None:
    """Ask where to save a chart and save it; return where, or None when the person gave it up."""
    path = dialogs.save_file(suggested(paths, plot.title.lower()[:60], ".png"), PICTURES)
    return path


def copy_picture(plot: Plot) -> None:
    """Put a chart on the clipboard as a picture."""
