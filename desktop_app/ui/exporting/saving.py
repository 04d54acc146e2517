"""Saves and copies charts as pictures, and suggests where to save."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication

from desktop_app.presentation.models import Plot
from desktop_app.ui.charts import picture
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.samples import is_sample

WORKBOOKS = "Excel workbook (*.xlsx)"
PICTURES = "PNG picture (*.png);;SVG drawing (*.svg);;PDF page (*.pdf)"


def suggested(paths: Sequence[Path], what: str, suffix: str) -> Path:
    """Return a name that says what the new file holds, beside the first open file but not among samples."""
    first = paths[0] if paths else Path("notifications")
    folder = first.parent
    if not paths or is_sample(first):
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
    return folder / f"{first.stem} {what}{suffix}"


def free(path: Path) -> Path:
    """Return the path, or one with a number in its name where a file has it already."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} {number}")
    return found


def save_picture(plot: Plot, paths: Sequence[Path], dialogs: Dialogs) -> Path | None:
    """Ask where to save a chart and save it; return where, or None when the person gave it up.

    Raises UserError where it cannot be saved there.
    """
    path = dialogs.save_file(suggested(paths, plot.key, ".png"), PICTURES)
    if path is None:
        return None
    path = path if path.suffix else path.with_suffix(".png")
    picture.save_picture(plot, path)
    return path


def copy_picture(plot: Plot) -> None:
    """Put a chart on the clipboard as a picture, with its table for programs that take text."""
    picture.copy_picture(plot, QGuiApplication.clipboard())
