"""Protects a workbook with a password, in memory: nothing that can be read is ever on the disk."""

import io

import msoffcrypto
from msoffcrypto.format.ooxml import OOXMLFile

from desktop_app.export.cells import WorkbookError


def encrypted(content: bytes, password: str) -> bytes:
    """Return a workbook encrypted as Excel does it (ECMA-376 agile: AES-256), after opening it again.

    Raises WorkbookError where what comes out of it is not what went in.
    """
    protected = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, protected)
    opened, again = msoffcrypto.OfficeFile(io.BytesIO(protected.getvalue())), io.BytesIO()
    opened.load_key(password=password, verify_password=True)
    opened.decrypt(again)
    if again.getvalue() != content:
        raise WorkbookError("the protected workbook does not hold what was written")
    return protected.getvalue()
