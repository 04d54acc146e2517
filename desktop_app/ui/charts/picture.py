"""Charts as pictures: PNG and SVG files, and the clipboard; always light, for they go into papers."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QClipboard, QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.export.safe_write import replacing
from desktop_app.presentation.models import Plot
from desktop_app.presentation.tables.clip import table_clip
from desktop_app.ui.charts.chart_view import ChartView
from desktop_app.ui.tables.copying import mime_of
from desktop_app.ui.theme.theme import Theme

SIZE = QSize(960, 540)  # logical pixels: a slide's shape
SCALE = 3.0
_PIXELS_PER_INCH = 96
_INCHES_PER_METRE = 1 / 0.0254


def save_picture(plot: Plot, path: Path, scale: float = SCALE) -> None:
    """Write a chart as PNG (`scale` times 960 by 540 pixels) or SVG, by the ending of the name.

    The file is complete or not there; raise UserError for another ending and for trouble with the disk.
    """
    match path.suffix.lower():
        case ".png":
            data = png_bytes(plot, scale)
        case ".svg":
            data = svg_bytes(plot)
        case ending:
            what = ending or "a file without an ending"
            raise UserError(f"A chart cannot be saved as {what}.", "Use .png or .svg.")
    with replacing(path) as draft:
        draft.write_bytes(data)


def copy_picture(plot: Plot, clipboard: QClipboard) -> None:
    """Put a chart on the clipboard as a picture, and at once its table as text and as HTML."""
    data = mime_of(table_clip(plot.table))
    data.setImageData(image_of(plot))
    clipboard.setMimeData(data)


def image_of(plot: Plot, scale: float = SCALE) -> QImage:
    """Return a chart as an image with its resolution, title and description set."""
    image = QImage(SIZE * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    view = _view(plot)
    image.fill(QColor(view.plane.inks["surface"]))
    view.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    # After drawing, for the resolution would enlarge text that is drawn later.
    dots = round(_PIXELS_PER_INCH * scale * _INCHES_PER_METRE)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", plot.title)
    image.setText("Description", plot.alt_text)
    return image


def png_bytes(plot: Plot, scale: float = SCALE) -> bytes:
    """Return a chart as the bytes of a PNG file."""
    with _Memory() as memory:
        QImageWriter(memory, QByteArray(b"png")).write(image_of(plot, scale))
        return bytes(memory.data().data())


def svg_bytes(plot: Plot) -> bytes:
    """Return a chart as the bytes of an SVG file with real text, a title and a description."""
    view = _view(plot)
    with _Memory() as memory:
        generator = QSvgGenerator()
        generator.setOutputDevice(memory)
        generator.setSize(SIZE)
        generator.setViewBox(QRect(QPoint(), SIZE))
        generator.setResolution(_PIXELS_PER_INCH)
        generator.setTitle(plot.title)
        generator.setDescription(plot.alt_text)
        painter = QPainter(generator)
        painter.fillRect(QRect(QPoint(), SIZE), QColor(view.plane.inks["surface"]))
        view.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
        return bytes(memory.data().data())


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


def _view(plot: Plot) -> ChartView:
    if QApplication.instance() is None:
        _offscreen()
    view = ChartView(Theme(wish="light"), captions=True)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setContentsMargins(16, 16, 16, 16)
    view.resize(SIZE)
    view.set_plot(plot)
    return view
