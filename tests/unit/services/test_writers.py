"""Every format of the catalogue is written from one view, for either audience, and holds its numbers."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from PIL import Image

from desktop_app.analysis.dataset import Dataset
from desktop_app.catalogue.formats import FORMATS, FormatSpec, format_of
from desktop_app.catalogue.resources import sample
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, Drawing, ExportWish, Look
from desktop_app.domain.progress import Progress
from desktop_app.domain.provenance import Provenance
from desktop_app.export.record import record_in
from desktop_app.presentation.models import Plot
from desktop_app.services.exporting import Exporter, undrawn
from desktop_app.services.usecases import default_state, load
from desktop_app.services.writers import WRITERS

PANEL = "panel_notifications_2020_2021.xlsx"
EVERY = [(spec, audience) for spec in FORMATS for audience in spec.audiences]


def pencil(plot: Plot, look: Look) -> bytes:
    """Stand for the window's drawing: a small picture, or a text that names the chart."""
    if look.drawing is not Drawing.PNG:
        return f"{look.drawing} of {plot.key}".encode()
    image = io.BytesIO()
    Image.new("RGB", (32, 20), "white").save(image, "PNG")
    return image.getvalue()


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load([sample(PANEL)])


def exporter(dataset: Dataset, **wishes: object) -> Exporter:
    return Exporter(dataset, replace(default_state(dataset), **wishes), draw=pencil)


def test_every_format_has_its_writer_and_no_other() -> None:
    assert list(WRITERS) == [spec.key for spec in FORMATS]
    assert all(format_of(spec.ending.upper()) is spec for spec in FORMATS)


@pytest.mark.parametrize(("spec", "audience"), EVERY, ids=lambda each: getattr(each, "key", each))
def test_it_is_written_whole_and_alone(dataset, tmp_path: Path, spec: FormatSpec, audience: Audience) -> None:
    path = tmp_path / f"out{spec.ending}"
    wish = ExportWish(audience, format=spec.key)
    safe = exporter(dataset).write(wish, path, Progress()).safe
    assert (safe is not None) is (audience is Audience.PUBLICATION)
    assert path.stat().st_size > 0
    beside = [path.with_suffix(".meta.csv")] if spec.key == "csv" else []
    assert sorted(tmp_path.iterdir()) == [path, *beside]
    if spec.key in {"xlsx", "ods", "pptx", "docx"}:
        record = record_in(path)
        assert record is not None
        assert Provenance.from_text(record).wish == wish


def words(path: Path) -> str:
    """Return all words of slides or of a note."""
    if path.suffix == ".docx":
        note = docx.Document(str(path))
        cells = [cell.text for table in note.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in note.paragraphs), *cells])
    deck = pptx.Presentation(str(path))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    cells = [
        cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells
    ]
    frames = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    return "\n".join((*frames, *cells, *notes))


@pytest.mark.parametrize("ending", ["pptx", "docx"])
def test_slides_and_notes_hold_message_numbers_sentences_and_sources(
    dataset, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"out.{ending}"
    wish = ExportWish(format=ending, charts=("nature", "change"))
    exporter(dataset, by="region").write(wish, path, Progress())
    text = words(path)
    for fact in (
        "Notifications fell 21% in 2021",
        "482",
        "379",
        "There were 379 notifications in 2021, 21% fewer than in 2020 (482).",
        "by date notified",
        f"Source: {PANEL}",
        "912 rows read, 912 used, 0 left out",
    ):
        assert fact in text


def test_each_slide_has_a_described_picture_a_language_and_a_number(dataset, tmp_path: Path) -> None:
    path = tmp_path / "out.pptx"
    exporter(dataset).write(ExportWish(format="pptx", charts=("nature", "lines")), path, Progress())
    deck = pptx.Presentation(str(path))
    assert len(deck.slides) == 3
    assert (deck.core_properties.language, deck.core_properties.title) == (
        "en-GB",
        deck.slides[0].shapes.title.text,
    )
    for slide in list(deck.slides)[:2]:
        (picture,) = [shape for shape in slide.shapes if hasattr(shape, "image")]
        assert "379" in picture._element.nvPicPr.cNvPr.get("descr")
        assert b'type="slidenum"' in zipfile.ZipFile(path).read("ppt/slides/slide1.xml")
        assert all(
            run.get("lang") == "en-GB"
            for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
        )


def test_a_note_has_headings_a_described_picture_and_a_heading_row_that_repeats(
    dataset, tmp_path: Path
) -> None:
    path = tmp_path / "out.docx"
    exporter(dataset).write(ExportWish(format="docx"), path, Progress())
    note = docx.Document(str(path))
    styles = [paragraph.style.name for paragraph in note.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 4
    content = zipfile.ZipFile(path).read("word/document.xml")
    assert content.count(b"<w:tblHeader/>") == len(note.tables) == 1
    assert b'descr="' in content


def test_a_persons_own_template_gives_the_looks_and_none_of_its_slides(dataset, tmp_path: Path) -> None:
    own = pptx.Presentation()
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "An old slide"
    own.save(str(tmp_path / "own.pptx"))
    path = tmp_path / "out.pptx"
    exporter(dataset).write(ExportWish(format="pptx"), path, Progress(), template=tmp_path / "own.pptx")
    deck = pptx.Presentation(str(path))
    assert (deck.slide_width, len(deck.slides)) == (own.slide_width, 2)
    assert "An old slide" not in words(path)


@pytest.mark.parametrize("ending", ["pptx", "docx"])
def test_what_is_no_template_is_said_and_the_old_file_stays(dataset, tmp_path: Path, ending: str) -> None:
    path, template = tmp_path / f"out.{ending}", tmp_path / f"template.{ending}"
    path.write_bytes(b"old")
    template.write_bytes(b"no template at all")
    with pytest.raises(UserError, match="template"):
        exporter(dataset).write(ExportWish(format=ending), path, Progress(), template=template)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("ending", ["pptx", "docx"])
def test_for_the_public_nothing_that_is_hidden_stands_in_words(dataset, tmp_path: Path, ending: str) -> None:
    small = exporter(dataset, by="region")
    path = tmp_path / f"out.{ending}"
    wish = ExportWish(Audience.PUBLICATION, disclosure=Disclosure(30), format=ending, charts=("breakdown",))
    safe = small.write(wish, path, Progress()).safe
    assert safe is not None
    assert safe.hidden
    text = words(path)
    assert "[c]" in text
    for each in safe.hidden:
        if each.place.period and each.place.period.label == "2021" and each.place.by:
            assert f"{each.place.by}\n" not in text or f"{each.place.by}, 2021" not in text


def test_where_nothing_can_draw_slides_are_refused_in_words(dataset, tmp_path: Path) -> None:
    plain = Exporter(dataset, default_state(dataset), draw=undrawn)
    with pytest.raises(UserError, match="No chart can be drawn"):
        plain.write(ExportWish(format="pptx"), tmp_path / "out.pptx", Progress())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spec", FORMATS, ids=lambda spec: spec.key)
def test_a_preview_says_what_will_stand_in_it(dataset, spec: FormatSpec) -> None:
    wish = ExportWish(spec.audiences[-1], format=spec.key)
    preview = exporter(dataset).preview(wish, Progress())
    assert preview.sheets
    assert ("Slide 1", "Notifications fell 21% in 2021") in preview.sheets or spec.key != "pptx"


def test_each_value_of_a_column_has_its_sheet_with_its_figures_and_chart(dataset, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    exporter(dataset).write(ExportWish(split="region"), path, Progress())
    book = openpyxl.load_workbook(path)
    assert {"London", "North East", "Yorkshire and The Humber"} <= set(book.sheetnames)
    sheet = book["London"]
    assert sheet["A1"].value.startswith("London: Notifications")
    rows = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0] in {"2020", "2021"}}
    assert rows == {"2020": 67, "2021": 53}
    assert len(sheet._charts) == 1 or "xl/charts/chart1.xml" in zipfile.ZipFile(path).namelist()


def test_a_column_without_groups_has_no_sheets(dataset, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such column"):
        exporter(dataset).write(ExportWish(split="reference"), tmp_path / "out.xlsx", Progress())
    assert list(tmp_path.iterdir()) == []
