"""Puts tables and sentences on the clipboard."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.presentation.tables.clip import Clip

_SPARE = 1.1  # of the room that the first block of rows takes


@dataclass(frozen=True, slots=True)
class Packed:
    """Cells as the bytes that a clipboard holds."""

    text: QByteArray
    html: QByteArray


def copy_text(text: str) -> None:
    """Put a sentence on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def copy_clip(clip: Clip) -> None:
    """Put cells on the clipboard in every form there is of them."""
    copy_packed(packed(clip))


def packed(clip: Clip, blocks: int = 1) -> Packed:
    """Return cells as bytes; on any thread, and piece by piece, so that no other one is held up.

    With many blocks of rows, room for them is made by the size of the first: a growing array of many
    megabytes would stall the window.
    """
    made = Packed(QByteArray(), QByteArray())
    for at, piece in enumerate(clip):
        for whole, part in zip((made.text, made.html), map(str.encode, piece), strict=True):
            if at == 1 < blocks:
                whole.reserve(round(whole.size() + _SPARE * blocks * len(part)))
            whole.append(part)
    return made


def copy_packed(made: Packed) -> None:
    """Put cells on the clipboard, however many, at once: the bytes are handed over and not copied."""
    QGuiApplication.clipboard().setMimeData(_mime(made))


def mime_of(clip: Clip) -> QMimeData:
    """Return cells in the form that clipboards take."""
    return _mime(packed(clip))


def _mime(made: Packed) -> QMimeData:
    data = QMimeData()
    data.setData("text/plain", made.text)
    if not made.html.isEmpty():
        data.setData("text/html", made.html)
    return data
