"""Answers the window's questions about files in the person's place."""

from collections.abc import Sequence
from pathlib import Path


class Answers:
    """Gives the files to open and the name to save under that a test laid ready; notes what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opens: Sequence[Path] = ()
        self.name = ""
        self.suggestions: list[str] = []

    def open_files(self) -> tuple[Path, ...]:
        return tuple(self.opens)

    def open_file(self, filters: str) -> Path | None:
        return next(iter(self.opens), None)

    def save_file(self, suggestion: Path, filters: str) -> Path | None:
        self.suggestions.append(suggestion.name)
        return self.folder / self.name if self.name else None
