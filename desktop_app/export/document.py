"""A briefing note for Word: headline, sentences, charts, their numbers, cautions and method."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from desktop_app.domain.errors import UserError
from desktop_app.domain.exporting import Audience, Drawing, Size
from desktop_app.domain.harmless import harmless
from desktop_app.export.office_record import add_record
from desktop_app.export.safe_write import replacing
from desktop_app.export.task import Task
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.reports.briefing import small_table

LANGUAGE, FONT = "en-GB", "Arial"
INK, MUTED, SHADE = RGBColor(0x1F, 0x1F, 0x1F), RGBColor(0x50, 0x5A, 0x5F), "F2F2F2"
WIDTH = Cm(16.5)  # of the text on A4
SHARING = {
    Audience.WORKING: "Working copy for colleagues: small counts are not protected. Not for publication.",
    Audience.PUBLICATION: "Small counts are protected.",
}


class DocumentError(Exception):
    """The document that was written is not the one that should have been."""


def write_document(task: Task) -> None:
    """Write the briefing as a note; the file at its path changes only when the new one has proved right.

    Raises UserError where the template is none, or the place cannot be written to.
    """
    briefing = task.briefing
    note = _note(task.template)
    _properties(note, task)
    task.progress.step("Writing the note")
    note.add_heading(harmless(briefing.title), level=0)
    _line(note, briefing.subtitle, muted=True)
    _line(note, SHARING[task.audience], muted=True)
    note.add_heading("In short", level=1)
    for sentence in briefing.sentences:
        note.add_paragraph(harmless(sentence), style="List Bullet")
    for plot in briefing.plots:
        task.progress.step("Drawing charts")
        _chart(note, plot, task)
    if briefing.cautions:
        note.add_heading("Be careful", level=1)
        for caution in briefing.cautions:
            note.add_paragraph(harmless(caution), style="List Bullet")
    note.add_heading("Where the figures come from", level=1)
    for heading, words in briefing.method:
        paragraph = note.add_paragraph()
        paragraph.add_run(f"{harmless(heading)}: ").bold = True
        paragraph.add_run(harmless(words))
    with replacing(task.path) as draft:
        note.save(str(draft))
        _check(draft, task)


def _note(template: Path | None) -> Any:
    try:
        note = Document(str(template) if template else None)
    except Exception as error:  # whatever the library stumbles over, the file is no template
        name = template.name if template else ""
        raise UserError(f"{name} cannot be used as a template for a note.", "Choose a .docx file.") from error
    if template is not None:
        body = note.element.body
        for part in list(body):
            if part.tag != qn("w:sectPr"):
                body.remove(part)
        return note
    section = note.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size, bold in (
        ("Normal", 11, False),
        ("Title", 20, True),
        ("Heading 1", 14, True),
        ("Heading 2", 12, True),
    ):
        _style(note.styles[name], size, bold)
    note.styles["Normal"].paragraph_format.space_after = Pt(6)
    for border in note.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    return note


def _style(style: Any, size: int, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def _properties(note: Any, task: Task) -> None:
    properties = note.core_properties
    properties.title, properties.language = harmless(task.briefing.title), LANGUAGE
    properties.author = properties.last_modified_by = "Notification Statistics Viewer"
    properties.created = properties.modified = task.made
    properties.comments = ""
    for language in note.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    add_record(note.part.package, _part, task.briefing.record)


def _part(name: str, kind: str, package: Any, content: bytes) -> Any:
    return Part(PackURI(name), kind, content, package)


def _line(note: Any, words: str, *, muted: bool = False, size: int | None = None) -> Any:
    paragraph = note.add_paragraph()
    run = paragraph.add_run(harmless(words))
    if muted:
        run.font.color.rgb = MUTED
    if size:
        run.font.size = Pt(size)
    return paragraph


def _chart(note: Any, plot: Plot, task: Task) -> None:
    heading = note.add_heading(harmless(plot.title), level=1)
    heading.paragraph_format.keep_with_next = True
    _line(note, plot.subtitle, muted=True).paragraph_format.keep_with_next = True
    look = replace(task.look, drawing=Drawing.PNG, size=Size.DOCUMENT, captions=False)
    paragraph = note.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(BytesIO(task.draw(plot, look)), width=WIDTH)
    about = picture._inline.docPr  # noqa: SLF001 - the library sets no alternative text
    about.set("descr", harmless(plot.alt_text))
    about.set("title", harmless(plot.title))
    _line(note, plot.source, muted=True, size=9)
    table = small_table(plot)
    if table is not None:
        _table(note, table)


def _table(note: Any, table: Table) -> None:
    caption = note.add_heading(harmless(f"The numbers: {table.title}"), level=2)
    caption.paragraph_format.keep_with_next = True
    grid = note.add_table(rows=len(table.rows) + 1, cols=len(table.columns))
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    _rules(grid)
    _repeated(grid.rows[0])
    lines: list[Sequence[str]] = [[column.title for column in table.columns]]
    lines += [[cell.text for cell in row] for row in table.rows]
    for down, line in enumerate(lines):
        for across, words in enumerate(line):
            _cell(grid.cell(down, across), words, heading=down == 0, number=across > 0)
            together = down < len(lines) - 1  # on one page
            grid.cell(down, across).paragraphs[0].paragraph_format.keep_with_next = together
    note.add_paragraph()


def _cell(cell: Any, words: str, *, heading: bool, number: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.space_before = Pt(2)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if number else WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(harmless(words))
    run.bold, run.font.size = heading, Pt(10)


def _rules(grid: Any) -> None:
    """Draw a thin line under every row, and none beside the cells."""
    properties = grid._tbl.tblPr  # noqa: SLF001 - the library draws no borders
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFBFBF")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")


def _repeated(row: Any) -> None:
    """Mark a row as the table's heading, which stands on top of every page it goes on to."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library marks no headings
    for name in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(name))


def _check(draft: Path, task: Task) -> None:
    """Raise DocumentError unless the file holds headline, sentences, every chart and its numbers."""
    note = Document(str(draft))
    briefing = task.briefing
    words = [paragraph.text for paragraph in note.paragraphs]
    for text in (briefing.title, *briefing.sentences, *(plot.title for plot in briefing.plots)):
        if harmless(text) not in words:
            raise DocumentError(f"the note lacks: {text}")
    described = [each.get("descr") for each in note.element.body.iter(qn("wp:docPr"))]
    if described != [harmless(plot.alt_text) for plot in briefing.plots]:
        raise DocumentError("the note does not hold its charts")
    wanted = [table for plot in briefing.plots if (table := small_table(plot))]
    for held, table in zip(note.tables, wanted, strict=True):
        found = [[cell.text for cell in row.cells] for row in held.rows][1:]
        if found != [[harmless(cell.text) for cell in row] for row in table.rows]:
            raise DocumentError(f"the table of {table.title} does not hold its numbers")
