"""Reads the cells of a file of any format, whatever reader that takes."""

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import Grid
from desktop_app.reading.files.markup_reader import read_page, read_xml
from desktop_app.reading.files.sniff import Format
from desktop_app.reading.files.text_reader import read_text
from desktop_app.reading.files.workbook_reader import ProtectedError, read_workbook

__all__ = ["ProtectedError", "read_cells"]


def read_cells(document: Document, kind: Format, progress: Progress, bare: bool = False) -> tuple[Grid, ...]:
    """Return the sheets of a file; raise UserError where it is damaged, ProtectedError where encrypted.

    A `bare` reading of a workbook leaves to another process to look up what its reader does not tell.
    """
    match kind:
        case Format.TEXT:
            return (read_text(document, progress),)
        case Format.PAGE:
            return read_page(document, progress)
        case Format.XML:
            return read_xml(document, progress)
        case Format.ENCRYPTED:
            raise ProtectedError
        case Format.XLSX | Format.XLSB | Format.XLS | Format.ODS:
            return read_workbook(document, kind, progress, bare=bare)
