"""Puts tables and sentences on the clipboard."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.presentation.tables.clip import Clip


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


def packed(clip: Clip) -> Packed:
    """Return cells as bytes; on any thread, and piece by piece, so that no other one is held up."""
    made = Packed(QByteArray(), QByteArray())
    for text, html in clip:
        made.text.append(text.encode())
        made.html.append(html.encode())
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
