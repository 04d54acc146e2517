"""Tells the kind of a file by its content, whatever its name, and refuses in words what cannot be read."""

import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.reading.files.document import Document

MOST_BYTES = 1_500_000_000
MOST_UNPACKED = 4_000_000_000
_LOOKED_AT = 65_536
_SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<body", b"<style", b"<meta", b"<div")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What zipfile raises on damaged archives; a RuntimeError for methods it does not know
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
_SPREADSHEET_ENDINGS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}


class Format(StrEnum):
    """The kinds of file that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    PAGE = "web page"
    XML = "XML spreadsheet"
    ENCRYPTED = "encrypted"


def sniff(document: Document) -> Format:
    """Return the format of a file; raise UserError where it cannot be opened or is of no such format."""
    path = document.path
    head = _head(path) if document.content is None else document.content[:_LOOKED_AT]
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(document)
    if head.startswith(_OLE2):
        return _ole2_format(document)
    if head.startswith(b"%PDF"):
        raise UserError(
            f"{path.name} is a PDF, not a spreadsheet.", "Ask for the table as an Excel or CSV file."
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP):
        return (
            Format.XML if _SPREADSHEET_2003 in start[:4096] and b"<html" not in start[:4096] else Format.PAGE
        )
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_a_spreadsheet(path)
    return Format.TEXT


def named_as_workbook(path: Path) -> bool:
    """Return whether the name promises a workbook."""
    return path.suffix.lower() in _SPREADSHEET_ENDINGS


def damaged(path: Path) -> UserError:
    """Return the error for a workbook whose content is broken."""
    return UserError(
        f"{path.name} is damaged or incomplete and cannot be read.",
        "Copy or download it again, or open it in Excel and save it under a new name.",
    )


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(f"{path.name} is a folder, not a spreadsheet.", "Choose the files inside it.")
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                f"{path.name} is larger than {MOST_BYTES / 1e9:.1f} GB.",
                "Save the sheet you need as a file of its own and open that.",
            )
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except FileNotFoundError:
        raise UserError(
            f"There is no file {path.name} at that place.", "Check the name and the folder."
        ) from None
    except OSError as error:
        raise UserError(
            f"{path.name} cannot be opened: {(error.strerror or 'unknown reason').lower()}.",
            "Check that you may read it and that no other program keeps it locked.",
        ) from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise UserError(f"{path.name} is empty.", "Check that it was saved or downloaded completely.")
    return head


def _zip_format(document: Document) -> Format:
    try:
        with document.opened() as stream, zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
    except BROKEN_ZIP as error:
        raise damaged(document.path) from error
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise UserError(
            f"{document.name} unpacks to more than {MOST_UNPACKED // 10**9} GB.",
            "Save the sheet you need as a file of its own and open that.",
        )
    names = {info.filename.replace("\\", "/").lower() for info in infos}
    if "xl/workbook.xml" in names or any(
        name.startswith("xl/worksheets/sheet") and name.endswith(".xml") for name in names
    ):
        return Format.XLSX
    if "xl/workbook.bin" in names:
        return Format.XLSB
    if "content.xml" in names:
        return Format.ODS
    raise _not_a_spreadsheet(document.path)


def _ole2_format(document: Document) -> Format:
    content = document.read()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Format.ENCRYPTED
    if any(name.encode("utf-16-le") + b"\x00\x00" in content for name in ("Workbook", "Book")):
        return Format.XLS
    raise _not_a_spreadsheet(document.path)


def _not_a_spreadsheet(path: Path) -> UserError:
    return UserError(
        f"{path.name} is not a spreadsheet this program can read.",
        "It reads Excel (.xlsx, .xlsm, .xlsb, .xls), OpenDocument (.ods) and text tables (.csv, .tsv).",
    )
