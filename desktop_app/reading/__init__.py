"""Turns spreadsheets into datasets and says what was done with every row.

`open_files(paths, progress, passwords)` reads files once and raises `domain.errors.PasswordNeeded` where one
opens only with a password (`passwords`: path -> password). The `OpenFiles` it returns answers
`read(choices, progress) -> ReadOut` as often as the wishes in `domain.reading_choices` change, without
reading the files again: `ReadOut.dataset`, and `ReadOut.readings`, the `domain.how_read.FileReading` of each
file for a view to show. `read_files(paths, choices, progress, passwords)` is both in one, for the dataset
alone. `read_population(path)` reads a person's own table of the children that rates are of.
"""

from desktop_app.reading.assemble import OpenFiles, ReadOut, open_files, read_files
from desktop_app.reading.inspect import ColumnReport, FileReport, SheetReport, inspect_file
from desktop_app.reading.population import read_population

__all__ = [
    "ColumnReport",
    "FileReport",
    "OpenFiles",
    "ReadOut",
    "SheetReport",
    "inspect_file",
    "open_files",
    "read_files",
    "read_population",
]
