"""Slides: a chart on each, its message as the title, its numbers beside it, its words in the notes."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Drawing, Size
from desktop_app.domain.harmless import harmless
from desktop_app.export.office_record import add_record
from desktop_app.export.safe_write import replacing
from desktop_app.export.task import Task
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.reports.briefing import small_table

LANGUAGE, FONT = "en-GB", "Arial"
INK, MUTED, SHADE = RGBColor(0x1F, 0x1F, 0x1F), RGBColor(0x50, 0x5A, 0x5F), RGBColor(0xF2, 0xF2, 0xF2)
WIDE, HIGH = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.6)
NOTES_TITLE = "About these slides"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_ASIDE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


class SlidesError(Exception):
    """The slides that were written are not those that should have been."""


def write_slides(task: Task) -> None:
    """Write the briefing's charts as slides; the file at its path changes only when the new one proved right.

    Raises UserError where there is no chart, the template is none, or the place cannot be written to.
    """
    if not task.briefing.plots:
        raise UserError("There is no chart to put on a slide.", "Choose another chart, period or filter.")
    deck = _deck(task.template)
    layout = _layout(deck, task.template)
    for number, plot in enumerate(task.briefing.plots, start=1):
        task.progress.step("Drawing slides")
        _slide(deck, layout, plot, task, number)
    task.progress.step("Drawing slides")
    _about(deck, layout, task, len(task.briefing.plots) + 1)
    properties = deck.core_properties
    properties.title, properties.language = task.briefing.title, LANGUAGE
    properties.author = properties.last_modified_by = "Notification Statistics Viewer"
    properties.created = properties.modified = task.made
    add_record(deck.part.package, _part, task.briefing.record)
    with replacing(task.path) as draft:
        deck.save(str(draft))
        _check(draft, task)


def _part(name: str, kind: str, package: Any, content: bytes) -> Any:
    return Part(PackURI(name), kind, package, content)


def _deck(template: Path | None) -> Any:
    if template is None:
        deck = Presentation()
        deck.slide_width, deck.slide_height = WIDE, HIGH
        return deck
    try:
        deck = Presentation(str(template))
    except Exception as error:  # whatever the library stumbles over, the file is no template
        raise UserError(
            f"{template.name} cannot be used as a template for slides.", "Choose a .pptx file."
        ) from error
    slides = deck.slides._sldIdLst  # noqa: SLF001 - the library has no way to take slides out
    for slide in list(slides):
        deck.part.drop_rel(slide.rId)
        slides.remove(slide)
    return deck


def _layout(deck: Any, template: Path | None) -> Any:
    """Return the layout with a title and as little else as possible."""

    def others(layout: Any) -> int:
        kinds = [each.placeholder_format.type for each in layout.placeholders]
        return sum(kind not in {*_TITLES, *_ASIDE} for kind in kinds)

    titled = [
        layout
        for layout in deck.slide_layouts
        if any(each.placeholder_format.type in _TITLES for each in layout.placeholders)
    ]
    if not titled:
        name = template.name if template else "The template"
        raise UserError(f"{name} has no layout with a title.", "Choose another template.")
    return min(titled, key=others)


def _slide(deck: Any, layout: Any, plot: Plot, task: Task, number: int) -> None:
    slide = _titled(deck, layout, plot.title, task.template)
    width, height = deck.slide_width, deck.slide_height
    top, left = Emu(int(height * 0.235)), _margin(width)
    _text(slide, (left, Emu(int(height * 0.165)), width - 2 * left, Inches(0.4)), plot.subtitle, 14, MUTED)
    table = small_table(plot)
    room = width - 2 * left
    picture_room = int(room * (0.64 if table else 1.0))
    bottom = Emu(int(height * 0.90))
    _picture(slide, plot, task, (left, top, Emu(picture_room), bottom - top))
    if table:
        beside = left + picture_room + Inches(0.25)
        _table(slide, table, (beside, top + Inches(0.15), width - left - beside))
    _text(slide, (left, bottom, room - Inches(0.8), Inches(0.5)), plot.source, 11, MUTED)
    _number(slide, number, deck)
    slide.notes_slide.notes_text_frame.text = harmless(_notes(plot, task))
    _speak(slide)


def _titled(deck: Any, layout: Any, title: str, template: Path | None) -> Any:
    slide = deck.slides.add_slide(layout)
    for shape in list(slide.placeholders):
        if shape.placeholder_format.type not in _TITLES:
            shape.element.getparent().remove(shape.element)
    frame = slide.shapes.title.text_frame
    frame.text = harmless(title)
    if template is None:  # a person's own template has a place and looks for titles
        shape, margin = slide.shapes.title, _margin(deck.slide_width)
        shape.left, shape.top = margin, Inches(0.4)
        shape.width, shape.height = deck.slide_width - 2 * margin, Inches(0.85)
        frame.word_wrap = True
        frame.margin_left = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        _style(paragraph.runs, 28, INK, bold=True)
    return slide


def _margin(width: int) -> Emu:
    return Emu(min(int(MARGIN), int(width * 0.05)))


def _picture(slide: Any, plot: Plot, task: Task, place: tuple[int, int, int, int]) -> None:
    left, top, width, height = place
    size = Size.DOCUMENT if width < 1.75 * height else Size.SLIDE
    look = replace(task.look, drawing=Drawing.PNG, size=size, captions=False)
    picture = slide.shapes.add_picture(BytesIO(task.draw(plot, look)), left, top, width=width)
    if picture.height > height:
        picture.width, picture.height = int(picture.width * height / picture.height), height
    about = picture._element.nvPicPr.cNvPr  # noqa: SLF001 - the library sets no alternative text
    about.set("descr", harmless(plot.alt_text))
    about.set("name", harmless(plot.title)[:80])


def _table(slide: Any, table: Table, place: tuple[int, int, int]) -> None:
    left, top, width = place
    rows, columns = len(table.rows) + 1, len(table.columns)
    height = Inches(0.33)
    frame = slide.shapes.add_table(rows, columns, left, top, width, height * rows)
    frame._element.nvGraphicFramePr.cNvPr.set(  # noqa: SLF001 - the library sets no alternative text
        "descr", harmless(f"The numbers of the chart: {table.title}")
    )
    grid = frame.table
    grid.horz_banding = False
    grid.first_row = True
    lines = [
        tuple(column.title for column in table.columns),
        *([cell.text for cell in row] for row in table.rows),
    ]
    needs = [_need([line[at] for line in lines]) for at in range(columns)]
    for at, need in enumerate(needs):
        grid.columns[at].width = Emu(width * need // sum(needs))
    for down, line in enumerate(lines):
        grid.rows[down].height = height
        for across, words in enumerate(line):
            _cell(grid.cell(down, across), words, heading=down == 0, number=across > 0)


def _need(texts: Sequence[str]) -> int:
    """Return the room that a column needs, in letters: its longest word, and half of its longest text."""
    words = [len(word) for text in texts for word in text.split()]
    return max(*words, max(map(len, texts)) // 2, 3) + 3


def _cell(cell: Any, words: str, *, heading: bool, number: bool) -> None:
    cell.text = harmless(words)
    cell.fill.solid()
    cell.fill.fore_color.rgb = SHADE if heading else RGBColor(0xFF, 0xFF, 0xFF)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT
    _style(paragraph.runs, 10, INK, bold=heading)


def _text(slide: Any, place: tuple[int, int, int, int], words: str, size: int, ink: RGBColor) -> Any:
    box = slide.shapes.add_textbox(*place)
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    frame.text = harmless(words)
    _style(frame.paragraphs[0].runs, size, ink)
    return frame


def _number(slide: Any, number: int, deck: Any) -> None:
    width, height = deck.slide_width, deck.slide_height
    margin = _margin(width)
    place = (width - margin - Inches(0.7), Emu(int(height * 0.90)), Inches(0.7), Inches(0.4))
    frame = _text(slide, place, "", 11, MUTED)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"))  # noqa: SLF001 - the library has no fields
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LANGUAGE, sz="1100")
    etree.SubElement(field, qn("a:t")).text = str(number)


def _about(deck: Any, layout: Any, task: Task, number: int) -> None:
    """Add a last slide: what the figures say in sentences, what to be careful with, where they come from."""
    slide = _titled(deck, layout, NOTES_TITLE, task.template)
    width, height = deck.slide_width, deck.slide_height
    left, top = _margin(width), Emu(int(height * 0.19))
    box = slide.shapes.add_textbox(left, top, width - 2 * left, Emu(int(height * 0.7)))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = 0
    lines = [f"{heading}: {line}" for heading, line in task.briefing.method]
    lines += [f"Be careful: {line}" for line in task.briefing.cautions]
    size = 12 if len(lines) <= 14 else 10
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = harmless(line)
        paragraph.space_after = Pt(4)
        _style(paragraph.runs, size, INK)
    _number(slide, number, deck)
    _speak(slide)


def _notes(plot: Plot, task: Task) -> str:
    rows = ["  ".join(cell.text for cell in row if cell.text) for row in plot.table.rows[:60]]
    return "\n".join((plot.alt_text, "", *task.briefing.sentences, "", plot.table.title, *rows, plot.source))


def _style(runs: Sequence[Any], size: int, ink: RGBColor, bold: bool = False) -> None:
    for run in runs:
        run.font.size, run.font.name, run.font.bold = Pt(size), FONT, bold
        run.font.color.rgb = ink


def _speak(slide: Any) -> None:
    """Set the language of all words, for a screen reader and the spelling."""
    parts = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]  # noqa: SLF001 - as above
    for part in parts:
        for run in part.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", LANGUAGE)


def _check(draft: Path, task: Task) -> None:
    """Raise SlidesError unless the file has a slide for every chart with its title and its picture."""
    deck = Presentation(str(draft))
    slides = list(deck.slides)
    if len(slides) != len(task.briefing.plots) + 1:
        raise SlidesError(f"{len(slides)} slides were written")
    for slide, plot in zip(slides, task.briefing.plots, strict=False):
        described = [
            shape._element.nvPicPr.cNvPr.get("descr")  # noqa: SLF001 - as above
            for shape in slide.shapes
            if shape.shape_type is not None and shape.shape_type.name == "PICTURE"
        ]
        if slide.shapes.title.text_frame.text != harmless(plot.title) or described != [
            harmless(plot.alt_text)
        ]:
            raise SlidesError(f"the slide of {plot.key} is not as it should be")
        table = small_table(plot)
        held = [shape.table for shape in slide.shapes if shape.has_table]
        if table and not (held and _same(held[0], table)):
            raise SlidesError(f"the table beside {plot.key} does not hold its numbers")


def _same(held: Any, table: Table) -> bool:
    found = [[cell.text for cell in row.cells] for row in held.rows][1:]
    return found == [[harmless(cell.text) for cell in row] for row in table.rows]
