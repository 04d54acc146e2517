"""Charts as files and on the clipboard: complete, sharp, real text, nothing taken for HTML or a formula."""

import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Look, Size
from desktop_app.presentation.models import PlotKind
from desktop_app.ui.charts.picture import copy_picture, image_of, save_picture, svg_bytes
from desktop_app.ui.theme.theme import apply_theme
from tests.support.charts import TITLE, YEARS, plot, series, stacked

SMALL = Look(scale=1)
SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(("scale", "size"), [(1, (960, 540)), (3, (2880, 1620))])
def test_a_png_has_its_size_its_resolution_and_its_words(qapp, tmp_path, scale, size):
    path = tmp_path / "chart.png"
    save_picture(stacked(), path, Look(scale=scale))
    image = QImage(str(path))
    assert (image.width(), image.height()) == size
    assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)
    assert image.text("Title") == TITLE
    assert image.text("Description") == stacked().alt_text


def test_a_larger_picture_is_the_same_picture_with_more_dots(qapp):
    small, large = image_of(stacked(), SMALL), image_of(stacked())
    for x, y in ((150, 380), (400, 200), (480, 300), (5, 5)):
        assert small.pixelColor(x, y) == large.pixelColor(3 * x + 1, 3 * y + 1)


def test_a_picture_is_light_whatever_the_window_is(qapp):
    light = image_of(stacked(), SMALL)
    theme = apply_theme(qapp, "dark")
    try:
        assert image_of(stacked(), SMALL) == light
    finally:
        theme.set_wish("light")


def test_an_svg_has_real_text_a_title_and_a_description(qapp, tmp_path):
    path = tmp_path / "chart.svg"
    save_picture(stacked(), path)
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - the program itself wrote it
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == TITLE
    assert root.findtext(f"{SVG}desc") == stacked().alt_text
    assert {TITLE, "Source: made by hand.", "2019", "300", "Serious harm"} <= set(texts)


def test_an_svg_names_fonts_to_fall_back_on(qapp):
    assert b'font-family="Inter,Arial,sans-serif"' in svg_bytes(stacked(), Look())


@pytest.mark.parametrize("kind", list(PlotKind))
def test_every_kind_can_be_saved_in_every_form(qapp, tmp_path, kind):
    shown = plot(kind, YEARS, series("deaths", (30, None, 10), provisional=(2,)))
    names = ["chart.pdf", "chart.png", "chart.svg"]
    for name in names:
        save_picture(shown, tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_another_ending_is_refused_in_words(qapp, tmp_path):
    with pytest.raises(UserError, match=r"\.gif"):
        save_picture(stacked(), tmp_path / "chart.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(qapp, tmp_path):
    with pytest.raises(UserError, match="does not exist"):
        save_picture(stacked(), tmp_path / "nowhere" / "chart.png")
    assert list(tmp_path.iterdir()) == []


def test_an_old_picture_is_replaced_whole(qapp, tmp_path):
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    save_picture(stacked(), path, SMALL)
    assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (960, 540)
    assert list(tmp_path.iterdir()) == [path]


def test_the_clipboard_gets_picture_text_and_html_at_once(clipboard):
    copy_picture(stacked(), clipboard)
    data = clipboard.mimeData()
    assert QImage(data.imageData()).width() == 2880
    assert data.text().splitlines() == ["Year\t<i>n</i>", "2020\t482", "'=1+1\t379"]
    assert "&lt;i&gt;n&lt;/i&gt;" in data.html()
    assert "Made &lt;by&gt; hand" in data.html()


def test_a_picture_can_be_saved_by_a_program_without_a_window(tmp_path):
    path = tmp_path / "chart.png"
    program = (
        "import sys; from pathlib import Path; from tests.support.charts import stacked;"
        "from desktop_app.ui.charts.picture import save_picture;"
        "save_picture(stacked(), Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], cwd=ROOT, check=True)
    assert QImage(str(path)).width() == 2880


def test_a_pdf_is_one_page_of_the_charts_size_with_its_title(qapp, tmp_path):
    path = tmp_path / "chart.pdf"
    save_picture(stacked(), path, Look(size=Size.SQUARE))
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 480" in content  # 640 pixels of the chart at 96 to an inch, in points
    assert content.count(b"/Type /Page\n") == 1
    assert b"/FontFile" in content  # words are words, and their letters travel along


@pytest.mark.parametrize(
    ("size", "shape"), [(Size.SLIDE, (960, 540)), (Size.DOCUMENT, (640, 400)), (Size.SQUARE, (640, 640))]
)
def test_a_picture_has_the_shape_that_is_asked_for(qapp, size, shape):
    image = image_of(stacked(), Look(size=size, scale=1))
    assert (image.width(), image.height()) == shape


def test_without_captions_title_and_source_stand_elsewhere(qapp):
    assert TITLE.encode() not in svg_bytes(stacked(), Look(captions=False)).replace(b"&amp;", b"&")[600:]


@pytest.mark.parametrize(("rows", "tallest"), [(3, 400), (24, 800)])
def test_a_chart_of_many_rows_makes_its_picture_taller_and_is_not_cut(qapp, rows, tallest):
    shown = plot(PlotKind.HEAT, YEARS, *(series(f"place {at}", (1, 2, 3)) for at in range(rows)))
    image = image_of(shown, Look(scale=1, size=Size.DOCUMENT))
    assert image.width() == 640
    assert image.height() == 400 if rows == 3 else 22 * rows < image.height() < tallest
    svg = svg_bytes(shown, Look(scale=1, size=Size.DOCUMENT)).decode()
    assert f"place {rows - 1}" in svg
