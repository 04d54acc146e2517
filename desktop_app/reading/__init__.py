"""Turns spreadsheets into datasets and says what was done with every row."""

from desktop_app.reading.assemble import read_files

__all__ = ["read_files"]
