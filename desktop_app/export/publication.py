"""The workbook for the public: one table per sheet, read back and checked before it takes its place."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as MarkedTable
from openpyxl.worksheet.table import TableColumn as MarkedColumn

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.export.checker import check_workbook
from desktop_app.export.publication_plan import AUTHOR, LANGUAGE, Planned, PlannedSheet, figures_of, planned
from desktop_app.export.publication_styles import add_styles, number_format
from desktop_app.export.read_back import check
from desktop_app.export.record import properties as recorded
from desktop_app.export.safe_write import replacing
from desktop_app.export.sink import sinking
from desktop_app.presentation.models import Report

_ESCAPED = re.compile(r"(_x[0-9A-Fa-f]{4}_)")  # what Excel would read as another character
Draw = Callable[[Report, Sequence[PlannedSheet], Path, datetime], None]


def write_publication(
    report: Report, path: Path, progress: Progress, *, made: datetime | None = None
) -> None:
    """Write a report of protected figures as an .xlsx workbook that keeps the rules for publications.

    The file at `path` changes only when the new one holds the report's numbers and breaks no rule. Raises
    UserError where it does, or where the place cannot be written to.
    """
    published(report, path, progress, made or datetime.now(), _draw)


def published(report: Report, path: Path, progress: Progress, made: datetime, draw: Draw) -> None:
    """Draw a workbook for the public, read it back and check it, before it takes its place."""
    sheets = planned(report)
    with replacing(path) as draft:
        progress.step("Writing the workbook")
        draw(report, sheets, draft, made)
        progress.step("Checking the workbook")
        check(report, draft, figures_of(sheets))
        breaches = check_workbook(draft)
        if breaches:
            first = breaches[0]
            what = f"{first.rule} ({first.place}: {first.what})"
            raise UserError(
                f"The workbook would break a rule for publications: {what}.",
                "Nothing was written. Choose another breakdown or filter, or write a working copy.",
            )
        progress.step("Finishing")


def _draw(report: Report, sheets: Sequence[PlannedSheet], draft: Path, made: datetime) -> None:
    book = Workbook()
    add_styles(book)
    book.remove(book.active)
    properties = book.properties
    properties.title, properties.creator, properties.language = report.title, AUTHOR, LANGUAGE
    properties.created = properties.modified = made
    for name, text in recorded(report.record):
        book.custom_doc_props.append(StringProperty(name=name, value=text))
    for each in sheets:
        _draw_sheet(book.create_sheet(each.name), each)
    with sinking(draft) as sink:
        book.save(sink)


def _draw_sheet(sheet: Any, plan: PlannedSheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for row, (cells, height) in enumerate(zip(plan.rows, plan.heights, strict=True), start=1):
        sheet.row_dimensions[row].height = height
        for column, cell in enumerate(cells, start=1):
            _draw_cell(sheet.cell(row, column), cell)
    for column, width in enumerate(plan.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    if plan.table:
        end = f"{get_column_letter(len(plan.headings))}{len(plan.rows)}"
        marked = MarkedTable(displayName=plan.table, name=plan.table, ref=f"A{plan.header_row}:{end}")
        # With its columns given, the library adds no filter, which has no place in a publication.
        marked.tableColumns = [
            MarkedColumn(id=at, name=heading) for at, heading in enumerate(plan.headings, start=1)
        ]
        sheet.add_table(marked)


def _draw_cell(cell: Any, planned: Planned) -> None:
    """Write a number as a number, and a text that stays a text, whatever it looks like."""
    cell.value = planned.value
    if isinstance(planned.value, str):
        cell.value = _ESCAPED.sub(r"_x005F\1", planned.value)
        cell.data_type = "s"
    if planned.link:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{planned.link}'!A1", display=planned.link)
    cell.style = planned.style
    if not isinstance(planned.value, str):
        cell.number_format = number_format(planned.kind, planned.shown)
