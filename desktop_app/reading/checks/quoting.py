"""Quotes a cell in a finding: shortened, harmless, and an error of the spreadsheet told as one."""

from desktop_app.domain.harmless import shortened
from desktop_app.reading.files.error_cells import is_error


def quoted(text: str) -> str:
    """Return the text in quotation marks."""
    return f"“{shortened(text)}”"


def fault(text: str, lack: str) -> str:
    """Return what is wrong with a cell: its lack, e.g. is not a number, or that it is an error."""
    return f"{quoted(text)} {'is an error of the spreadsheet' if is_error(text) else lack}"
