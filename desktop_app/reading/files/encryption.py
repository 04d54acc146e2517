"""Opens Office files that are protected with a password, in memory only."""

import io

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from desktop_app.domain.errors import PasswordNeeded, UserError
from desktop_app.reading.files.document import Document

# The library lets errors of the damaged file's parts through as they are.
_BROKEN = (FileFormatError, ParseError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError)


def decrypted(document: Document, password: str | None) -> Document:
    """Return the document without its protection; raise PasswordNeeded where the password is not the one."""
    if not password:
        raise PasswordNeeded(document.path)
    content = io.BytesIO()
    try:
        with document.opened() as stream:
            office = msoffcrypto.OfficeFile(stream)
            if office.format == "ooxml":
                office.load_key(password=password, verify_password=True)
            else:
                office.load_key(password=password)  # the old format's reader always verifies
            office.decrypt(content)
    except InvalidKeyError as error:
        raise PasswordNeeded(document.path, wrong=True) from error
    except (DecryptionError, *_BROKEN) as error:
        raise UserError(
            f"{document.name} is protected in a way that cannot be opened here.",
            "Open it in Excel, save a copy without a password in a safe place, and open that.",
        ) from error
    return Document(document.path, content.getvalue())
