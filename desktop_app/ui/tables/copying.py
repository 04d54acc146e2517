"""Puts tables and sentences on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.presentation.tables.clip import Clip


def copy_text(text: str) -> None:
    """Put a sentence on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def copy_clip(clip: Clip) -> None:
    """Put cells on the clipboard in every form there is of them."""
    QGuiApplication.clipboard().setMimeData(mime_of(clip))


def mime_of(clip: Clip) -> QMimeData:
    """Return cells in the form that clipboards take."""
    data = QMimeData()
    data.setText(clip.text)
    if clip.html:
        data.setHtml(clip.html)
    return data
