"""Asks for files to open and places to save, behind a protocol so that another can answer instead."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

READABLE = "Spreadsheets (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv);;All files (*)"


class Dialogs(Protocol):
    """What the window asks of the person about files."""

    def open_files(self) -> tuple[Path, ...]:
        """Return the files to open; empty when the person gave it up."""

    def open_file(self, filters: str) -> Path | None:
        """Return one file of a kind to open, or None when the person gave it up."""

    def save_file(self, suggestion: Path, filters: str) -> Path | None:
        """Return where to save, or None when the person gave it up."""


class NativeDialogs:
    """The system's own file dialogs."""

    def __init__(self, parent: QWidget, folder: str = "") -> None:
        self._parent = parent
        self._folder = folder

    def open_files(self) -> tuple[Path, ...]:
        """Return the files to open; empty when the person gave it up."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, "Open spreadsheets", self._folder, READABLE)
        return tuple(Path(name) for name in names)

    def open_file(self, filters: str) -> Path | None:
        """Return one file of a kind to open, or None when the person gave it up."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open", self._folder, filters)
        return Path(name) if name else None

    def save_file(self, suggestion: Path, filters: str) -> Path | None:
        """Return where to save, or None when the person gave it up."""
        name, _ = QFileDialog.getSaveFileName(self._parent, "Save", str(suggestion), filters)
        return Path(name) if name else None
