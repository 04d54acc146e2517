"""The workbook for the public as OpenDocument: the same sheets, and its rules kept."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from odfdo import Cell, Document, Element, Paragraph, Row, Table
from openpyxl.utils import get_column_letter

from desktop_app.domain.progress import Progress
from desktop_app.export.ods_styles import DEFAULT, MASTER, PAGE, Formats, named_styles, style_name
from desktop_app.export.publication import published
from desktop_app.export.publication_plan import AUTHOR, LANGUAGE, Planned, PlannedSheet
from desktop_app.export.record import properties as recorded
from desktop_app.presentation.models import CellKind, Report

THUMBNAIL = "Thumbnails/thumbnail.png"  # of the library's empty document
INCHES, EDGE, DOTS = (
    7,
    5,
    96,
)  # a character is so many dots wide and a column so many wider, at so many an inch


def write_publication_ods(
    report: Report, path: Path, progress: Progress, *, made: datetime | None = None
) -> None:
    """Write a report of protected figures as an .ods workbook, as `write_publication` writes .xlsx."""
    published(report, path, progress, made or datetime.now(), _draw)


def _draw(report: Report, sheets: Sequence[PlannedSheet], draft: Path, made: datetime) -> None:
    document = Document("spreadsheet")
    document.del_part(THUMBNAIL)
    _describe(document, report, made)
    formats = Formats(escape)
    body = document.body
    body.clear()
    for plan in sheets:
        body.append(_table(plan, formats))
    body.append(_ranges(sheets))
    _dress(document, formats)
    memory = io.BytesIO()
    document.save(memory)
    draft.write_bytes(memory.getvalue())


def _describe(document: Document, report: Report, made: datetime) -> None:
    meta = document.meta
    meta.title, meta.language = report.title, LANGUAGE
    meta.initial_creator = meta.creator = AUTHOR
    meta.creation_date, meta.generator = made, AUTHOR
    meta.set_modification_date(made)
    for name, text in recorded(report.record):
        meta.set_user_defined_metadata(name, text)


def _dress(document: Document, formats: Formats) -> None:
    """Put our styles in place of those of the library's empty document."""
    for part, element, styles in (
        ("styles.xml", "//office:styles", (*DEFAULT, *named_styles())),
        ("styles.xml", "//office:automatic-styles", (PAGE,)),
        ("styles.xml", "//office:master-styles", (MASTER,)),
        ("content.xml", "//office:automatic-styles", tuple(formats.made)),
        ("settings.xml", "//office:settings", ()),
    ):
        xml: Any = document.get_part(part)
        place = xml.get_element(element)
        place.clear()
        for style in styles:
            place.append(Element.from_tag(style))


def _table(plan: PlannedSheet, formats: Formats) -> Table:
    table = Table(plan.name)
    table.clear()
    table.name = plan.name
    for width in plan.widths:
        column = Element.from_tag("table:table-column")
        size = f"{(width * INCHES + EDGE) / DOTS:.3f}in"
        column.set_attribute("table:style-name", formats.extent("column", size))
        table.append(column)
    for number, (cells, height) in enumerate(zip(plan.rows, plan.heights, strict=True), start=1):
        row = Row(style=formats.extent("row", f"{height:g}pt"))
        for cell in cells:
            row.append(_cell(cell, formats))
        if number == plan.header_row:
            header = Element.from_tag("table:table-header-rows")
            header.append(row)
            table.append(header)
        else:
            table.append(row)
    return table


def _cell(planned: Planned, formats: Formats) -> Cell:
    """Return a cell; what it holds is marked as a number or as text, so that no text becomes a formula."""
    cell = Cell(style=style_name(planned.style))
    value = planned.value
    if isinstance(value, str):
        if value:
            cell.set_attribute("office:value-type", "string")
        for line in value.split("\n") if value else ():
            cell.append(_linked(line, planned.link) if planned.link else Paragraph(line))
        return cell
    cell.style = formats.number(planned.kind, planned.shown)
    if isinstance(value, date):
        cell.set_attribute("office:value-type", "date")
        cell.set_attribute("office:date-value", value.isoformat())
    else:
        percent = planned.kind is CellKind.PERCENT
        cell.set_attribute("office:value-type", "percentage" if percent else "float")
        cell.set_attribute("office:value", repr(float(value)))
    cell.append(Paragraph(planned.shown))
    return cell


def _linked(text: str, sheet: str) -> Element:
    target = escape(f"#'{sheet}'.A1", {'"': "&quot;"})
    return Element.from_tag(
        f'<text:p><text:a xlink:type="simple" xlink:href="{target}">{escape(text)}</text:a></text:p>'
    )


def _ranges(sheets: Sequence[PlannedSheet]) -> Element:
    """Return the database ranges, which are how the format marks up tables."""
    ranges = Element.from_tag("table:database-ranges")
    for plan in sheets:
        if plan.table:
            name = "'" + plan.name.replace("'", "''") + "'"
            end = f"{get_column_letter(len(plan.headings))}{len(plan.rows)}"
            area = Element.from_tag("table:database-range")
            area.set_attribute("table:name", plan.table)
            area.set_attribute("table:target-range-address", f"{name}.A{plan.header_row}:{name}.{end}")
            area.set_attribute("table:contains-header", "true")
            area.set_attribute("table:display-filter-buttons", "false")
            ranges.append(area)
    return ranges
