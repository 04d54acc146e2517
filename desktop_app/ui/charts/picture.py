"""Charts as pictures: PNG, SVG and PDF files, and the clipboard; always light, for they go into papers."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Drawing, Look, Size
from desktop_app.export.safe_write import replacing
from desktop_app.presentation.models import Plot
from desktop_app.presentation.tables.clip import table_clip
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.tables.copying import mime_of
from desktop_app.ui.theme.theme import Theme

SIZES = {  # logical pixels; a chart of more rows than have room makes its picture taller
    Size.SLIDE: QSize(960, 540),  # 16 to 9
    Size.DOCUMENT: QSize(640, 400),  # the width of a page's text
    Size.SQUARE: QSize(640, 640),
}
MARGIN = 16
PROGRAM = "Notification Statistics Viewer"
_PIXELS_PER_INCH = 96
_INCHES_PER_METRE = 1 / 0.0254


def save_picture(plot: Plot, path: Path, look: Look | None = None) -> None:
    """Write a chart as PNG, SVG or PDF, by the ending of the name.

    The file is complete or not there; raise UserError for another ending and for trouble with the disk.
    """
    ending = path.suffix.lower()
    if ending.removeprefix(".") not in set(Drawing):
        what = ending or "a file without an ending"
        raise UserError(f"A chart cannot be saved as {what}.", "Use .png, .svg or .pdf.")
    data = drawn(plot, replace(look or Look(), drawing=Drawing(ending.removeprefix("."))))
    with replacing(path) as draft:
        draft.write_bytes(data)


def drawn(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of a file; only on the window's thread."""
    match look.drawing:
        case Drawing.PNG:
            return png_bytes(plot, look)
        case Drawing.SVG:
            return svg_bytes(plot, look)
        case Drawing.PDF:
            return pdf_bytes(plot, look)
        case _:
            assert_never(look.drawing)


def copy_picture(plot: Plot, clipboard: QClipboard) -> None:
    """Put a chart on the clipboard as a picture, and at once its table as text and as HTML."""
    data = mime_of(table_clip(plot.table))
    data.setImageData(image_of(plot))
    clipboard.setMimeData(data)


def image_of(plot: Plot, look: Look | None = None) -> QImage:
    """Return a chart as an image with its resolution, title and description set."""
    look = look or Look()
    view = _view(plot, look)
    image = QImage(view.size() * look.scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(look.scale)
    image.fill(QColor(view.plane.inks["surface"]))
    view.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    # After drawing, for the resolution would enlarge text that is drawn later.
    dots = round(_PIXELS_PER_INCH * look.scale * _INCHES_PER_METRE)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", plot.title)
    image.setText("Description", plot.alt_text)
    return image


def png_bytes(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of a PNG file."""
    with _Memory() as memory:
        QImageWriter(memory, QByteArray(b"png")).write(image_of(plot, look))
        return bytes(memory.data().data())


def svg_bytes(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of an SVG file with real text, a title and a description."""
    view = _view(plot, look)
    with _Memory() as memory:
        generator = QSvgGenerator()
        generator.setOutputDevice(memory)
        generator.setSize(view.size())
        generator.setViewBox(QRect(QPoint(), view.size()))
        generator.setResolution(_PIXELS_PER_INCH)
        generator.setTitle(plot.title)
        generator.setDescription(plot.alt_text)
        _paint(generator, view)
        return bytes(memory.data().data())


def pdf_bytes(plot: Plot, look: Look) -> bytes:
    """Return a chart as the bytes of a PDF of one page of its size, with real text and a title."""
    view = _view(plot, look)
    with _Memory() as memory:
        writer = QPdfWriter(memory)
        writer.setTitle(plot.title)
        writer.setCreator(PROGRAM)
        writer.setResolution(_PIXELS_PER_INCH)
        points = QSizeF(view.size()) * (72 / _PIXELS_PER_INCH)
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        _paint(writer, view)
        return bytes(memory.data().data())


def _paint(device: QPaintDevice, view: ChartView) -> None:
    painter = QPainter(device)
    painter.fillRect(QRect(QPoint(), view.size()), QColor(view.plane.inks["surface"]))
    view.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()


class _Memory(QBuffer):
    """A buffer that is open for writing inside a with block."""

    def __enter__(self) -> "_Memory":
        self.open(QIODevice.OpenModeFlag.WriteOnly)
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


@cache
def _offscreen() -> QApplication:
    """Return an application without a display, kept for the life of the process: pictures need its fonts."""
    return QApplication(["notification-viewer", "-platform", "offscreen"])


def _view(plot: Plot, look: Look) -> ChartView:
    """Return the chart in the size of its picture."""
    if QApplication.instance() is None:
        _offscreen()
    view = ChartView(Theme(wish="light"), captions=look.captions)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setContentsMargins(*(MARGIN if look.captions else 0,) * 4)
    view.show_in(plot, SIZES[look.size])
    return view
