"""Finds in a workbook what calamine does not tell: hidden parts, error cells, 1904 dates, table objects."""

import struct
import xml.etree.ElementTree as ET

from desktop_app.domain.progress import Progress
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import SheetLook
from desktop_app.reading.files.looks import ods, xls, xlsb, xlsx
from desktop_app.reading.files.sniff import BROKEN_ZIP, Format

_FINDERS = {Format.XLSX: xlsx.looks, Format.XLSB: xlsb.looks, Format.XLS: xls.looks, Format.ODS: ods.looks}


def looks_of(document: Document, kind: Format, progress: Progress) -> dict[str, SheetLook]:
    """Return the look of each sheet by its name; a workbook that cannot be understood has none.

    Raise UserError for a sheet that reaches too far, where the format tells that before it is read.
    """
    try:
        with document.opened() as stream:
            return _FINDERS[kind](stream, progress)
    except (*BROKEN_ZIP, ET.ParseError, LookupError, struct.error):
        return {}  # whether the workbook can be read at all is for its reader to say
