"""Remembers how the person corrected the reading of a table, for files with the same headings."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.how_read import FileReading, TableReading
from desktop_app.domain.reading_choices import (
    Correction,
    ReadingChoices,
    correction_from_json,
    correction_to_json,
)
from desktop_app.services.settings import Settings

Remembered = tuple[tuple[tuple[str, ...], Correction], ...]


def fingerprint(headings: Iterable[str]) -> str:
    """Return what stands for headings in the settings; they cannot be read from it."""
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:32]


def tables_read(files: Iterable[FileReading]) -> tuple[TableReading, ...]:
    """Return the tables that are read."""
    return tuple(table for file in files for sheet in file.sheets for table in sheet.tables if table.chosen)


class Corrections:
    """Keeps corrections in the settings, by a fingerprint of the headings as they are recognised."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall(self, files: Iterable[FileReading]) -> Remembered:
        """Return what was corrected before for tables with the headings of those that are read."""
        stored = dict(self._settings.values.corrections)
        found: dict[tuple[str, ...], Correction] = {}
        for table in tables_read(files):
            text = stored.get(fingerprint(table.headings))
            if text is not None:
                found[table.headings] = correction_from_json(json.loads(text))
        return tuple(found.items())

    def remember(self, files: Iterable[FileReading], choices: ReadingChoices) -> None:
        """Keep what was corrected in the tables that are read; where nothing was, forget it.

        The last row is not kept: it would cut off rows of a longer file.
        """
        stored = dict(self._settings.values.corrections)
        before = dict(stored)
        tables = tables_read(files)
        for table in tables:
            stored.pop(fingerprint(table.headings), None)
        for table in tables:
            correction = replace(choices.correction(table.id, table.headings), last_row=None)
            if correction != Correction():
                stored[fingerprint(table.headings)] = json.dumps(correction_to_json(correction))
        if stored != before:
            self._settings.change(corrections=tuple(stored.items()))
