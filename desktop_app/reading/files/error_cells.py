"""The error cells of spreadsheets, such as #N/A: their codes in Excel's binary formats, and their texts."""

import re

_TEXTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
UNKNOWN_ERROR = "#ERROR!"
_OTHERS = ("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", UNKNOWN_ERROR)
_KNOWN = {*_TEXTS.values(), *_OTHERS}
_OF_LIBREOFFICE = re.compile(r"ERR:\d{3}")


def error_text(code: int) -> str:
    """Return how Excel shows an error by its code."""
    return _TEXTS.get(code, UNKNOWN_ERROR)


def is_error(text: str) -> bool:
    """Return whether a cell's text is an error of the spreadsheet."""
    word = text.strip().upper()
    return word in _KNOWN or _OF_LIBREOFFICE.fullmatch(word) is not None
