"""Turns spreadsheets into datasets and says what was done with every row."""

from desktop_app.reading.assemble import read_files
from desktop_app.reading.inspect import ColumnReport, FileReport, SheetReport, inspect_file

__all__ = ["ColumnReport", "FileReport", "SheetReport", "inspect_file", "read_files"]
