"""What painted widgets share: a painter that always ends, boxes and rings, text never taken for HTML."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.tokens import Tokens

_LOG = logging.getLogger(__name__)
_RADIUS = 4.0


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Give a painter for a paint event; a fault is logged, for an exception must not pass through Qt."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    except Exception:  # noqa: BLE001 - whatever it is, it is logged in full and the window stays open
        _LOG.exception("%s could not be painted", type(widget).__name__)
    finally:
        painter.end()


def draw_focus(painter: QPainter, rect: QRectF, tokens: Tokens, radius: float = _RADIUS) -> None:
    """Draw the focus ring just inside a rectangle."""
    painter.setPen(QPen(QColor(tokens.accent), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def draw_box(painter: QPainter, rect: QRectF, fill: str, line: str | None, radius: float = _RADIUS) -> None:
    """Draw a filled rectangle with round corners and a line one pixel wide, or none."""
    painter.setBrush(QColor(fill))
    painter.setPen(QPen(QColor(line), 1.0) if line else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def as_tooltip(text: str) -> str:
    """Return text for a tooltip, where Qt would otherwise read anything that looks like HTML as HTML."""
    return f"<qt>{escape(text)}</qt>" if text else ""
