"""Reads an OpenDocument workbook as the rules look at workbooks, so that they hold for both formats."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table as MarkedTable

from desktop_app.export.opendocument_styles import Looks, attribute, children, local

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
MOST_REPEATED = 1_000  # cells or rows alike that are looked at one by one; what fills a sheet is empty
_SIDES = {"end": "right", "right": "right", "center": "center", "start": "left", "left": "left"}


def is_opendocument(parts: Mapping[str, bytes]) -> bool:
    """Return whether the parts of an archive are those of an OpenDocument spreadsheet."""
    return parts.get("mimetype", b"").strip().startswith(MIMETYPE)


def book_of(parts: Mapping[str, bytes]) -> tuple[Any, dict[str, bytes]]:
    """Return the workbook, and its parts with what lies in its cells among them.

    Raises ValueError, KeyError or ParseError where the parts are not a whole workbook.
    """
    content, styles = (ET.fromstring(parts[name]) for name in ("content.xml", "styles.xml"))  # noqa: S314 - expat bounds entities
    book = Workbook()
    book.remove(book.active)
    found = _Reader(book, Looks(content, styles), dict(parts))
    for table in content.iter():
        if local(table) == "table" and attribute(table, "name") is not None:
            found.read(table)
    found.mark_tables(content)
    found.describe()
    return book, found.parts


class _Reader:
    """Fills a workbook from tables, one after the other."""

    def __init__(self, book: Any, looks: Looks, parts: dict[str, bytes]) -> None:
        self._book = book
        self._looks = looks
        self.parts = parts

    def read(self, table: ET.Element) -> None:
        """Add one sheet."""
        sheet = self._book.create_sheet(attribute(table, "name"))
        name = attribute(table, "style-name") or ""
        if self._looks.value("table", name, "display") == "false":
            sheet.sheet_state = "hidden"
        self._page_texts(sheet, name)
        column = 1
        for each in _within(table, "table-column"):
            column = self._column(sheet, each, column)
        row = 1
        for each in _within(table, "table-row"):
            row = self._row(sheet, each, row)
        for each in table.iter():
            if local(each) in ("shapes", "annotation", "frame", "table-source"):
                self.parts[f"office:{local(each)} on {sheet.title}"] = b""

    def _page_texts(self, sheet: Any, style: str) -> None:
        for kind, text in self._looks.page_texts(style):
            getattr(sheet, kind).center.text = text

    def _column(self, sheet: Any, column: ET.Element, first: int) -> int:
        count = int(attribute(column, "number-columns-repeated") or 1)
        width = self._looks.width(attribute(column, "style-name") or "")
        for at in range(first, first + min(count, MOST_REPEATED)):
            shown = sheet.column_dimensions[get_column_letter(at)]
            shown.width = width
            shown.hidden = attribute(column, "visibility") in ("collapse", "filter")
        return first + count

    def _row(self, sheet: Any, row: ET.Element, first: int) -> int:
        count = int(attribute(row, "number-rows-repeated") or 1)
        hidden = attribute(row, "visibility") in ("collapse", "filter")
        for at in range(first, first + count if count <= MOST_REPEATED else first + 1):
            if hidden:
                sheet.row_dimensions[at].hidden = True
            column = 1
            for cell in children(row):
                if local(cell) in ("table-cell", "covered-table-cell"):
                    column = self._cells(sheet, cell, at, column)
        return first + count

    def _cells(self, sheet: Any, cell: ET.Element, row: int, first: int) -> int:
        count = int(attribute(cell, "number-columns-repeated") or 1)
        style = attribute(cell, "style-name") or ""
        value = _value(cell)
        if value is None and (not style or count > MOST_REPEATED):
            return first + count
        for column in range(first, first + min(count, MOST_REPEATED)):
            self._fill(sheet.cell(row, column), cell, value, style)
        across, down = (int(attribute(cell, f"number-{way}-spanned") or 1) for way in ("columns", "rows"))
        if across > 1 or down > 1:
            sheet.merge_cells(
                start_row=row, start_column=first, end_row=row + down - 1, end_column=first + across - 1
            )
        return first + count

    def _fill(self, cell: Any, element: ET.Element, value: object, style: str) -> None:
        if not hasattr(cell, "hyperlink"):
            return  # a cell under a merged one
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        if attribute(element, "formula"):
            cell.value, cell.data_type = attribute(element, "formula"), "f"
        self._dress(cell, style, element)
        link = next((each for each in element.iter() if local(each) == "a"), None)
        if link is not None:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, target=attribute(link, "href"))

    def _dress(self, cell: Any, style: str, element: ET.Element) -> None:
        def get(key: str) -> str:
            return self._looks.value("table-cell", style, key) or ""

        named = self._looks.named(style)
        if named and named not in self._book.named_styles:
            self._book.add_named_style(NamedStyle(named))
        if named:
            cell.style = named
        raised = get("text-position").startswith("super") or self._looks.raises(element)
        cell.font = Font(
            name=self._looks.family(style),
            sz=float((get("font-size") or "10pt").rstrip("pt%")),
            i=get("font-style") in ("italic", "oblique"),
            vertAlign="superscript" if raised else None,
            color="FF" + (get("color") or "#000000").lstrip("#"),
        )
        turned = (get("rotation-angle") or "0") not in ("0", "0deg")
        cell.alignment = Alignment(
            horizontal=_SIDES.get(get("text-align")) if get("text-align-source") != "value-type" else None,
            wrap_text=get("wrap-option") == "wrap",
            textRotation=90 if turned else 0,
        )
        sides = [
            get(key) or get("border")
            for key in ("border-left", "border-right", "border-top", "border-bottom")
        ]
        if any(side not in (None, "none", "") for side in sides):
            cell.border = Border(left=Side(style="thin"))
        if (get("background-color") or "transparent") != "transparent":
            cell.fill = PatternFill("solid", fgColor="FFFFFF00")
        cell.number_format = self._looks.number_format(style)

    def mark_tables(self, content: ET.Element) -> None:
        """Mark up the database ranges as tables."""
        for area in content.iter():
            if local(area) == "database-range":
                where = (attribute(area, "target-range-address") or "").replace("$", "")
                first, _, last = where.rpartition(":")
                name, _, start = first.rpartition(".")
                sheet = name.strip("'").replace("''", "'")
                if sheet in self._book.sheetnames:
                    self._mark(self._book[sheet], area, f"{start}:{last.rpartition('.')[2]}")

    def _mark(self, sheet: Any, area: ET.Element, reference: str) -> None:
        table = MarkedTable(displayName=attribute(area, "name") or "Table", ref=reference)
        if attribute(area, "contains-header") == "false":
            table.headerRowCount = 0
        if attribute(area, "display-filter-buttons") == "true":
            table.autoFilter = AutoFilter(ref=reference)
        sheet.tables[table.displayName] = table

    def describe(self) -> None:
        """Take over title, language and author, and where the workbook opens."""
        held = self._book.properties
        meta = ET.fromstring(self.parts.get("meta.xml", b"<none/>"))  # noqa: S314 - expat bounds entities
        texts = {local(each): (each.text or "").strip() for each in meta.iter()}
        held.title, held.language = texts.get("title"), texts.get("language")
        held.creator = texts.get("initial-creator") or texts.get("creator")
        settings = ET.fromstring(self.parts.get("settings.xml", b"<none/>"))  # noqa: S314 - as above
        for each in settings.iter():
            self._setting(each, attribute(each, "name") or "")

    def _setting(self, element: ET.Element, name: str) -> None:
        if name == "ActiveTable" and element.text in self._book.sheetnames:
            self._book.active = self._book.sheetnames.index(element.text)
        if local(element) != "config-item-map-entry" or name not in self._book.sheetnames:
            return
        sheet = self._book[name]
        items = {attribute(each, "name"): each.text for each in children(element)}
        if "2" in (items.get("HorizontalSplitMode"), items.get("VerticalSplitMode")):
            sheet.freeze_panes = "B2"
            sheet.sheet_view.selection = sheet.sheet_view.selection[:1]
        across, down = (int(items.get(f"CursorPosition{way}") or 0) for way in "XY")
        sheet.sheet_view.selection[0].activeCell = f"{get_column_letter(across + 1)}{down + 1}"


def _within(table: ET.Element, kind: str) -> Iterator[ET.Element]:
    """Yield the columns or rows of a table, those in groups and headers too, but none of a table inside."""
    for each in children(table):
        if local(each) == kind:
            yield each
        elif local(each) in (f"{kind}-group", f"{kind}s", "table-header-rows", "table-header-columns"):
            yield from _within(each, kind)


def _value(cell: ET.Element) -> float | datetime | str | bool | None:
    kind = attribute(cell, "value-type")
    if kind in ("float", "percentage", "currency"):
        return float(attribute(cell, "value") or "nan")
    if kind == "date":
        return datetime.fromisoformat(attribute(cell, "date-value") or "")
    if kind == "boolean":
        return attribute(cell, "boolean-value") == "true"
    lines = [_text(each) for each in children(cell) if local(each) == "p"]
    return "\n".join(lines) or None


def _text(element: ET.Element) -> str:
    """Return the text of a paragraph, in which spaces, tabs and line breaks can be elements."""
    text = element.text or ""
    for each in children(element):
        match local(each):
            case "s":
                text += " " * int(attribute(each, "c") or 1)
            case "tab":
                text += "\t"
            case "line-break":
                text += "\n"
            case "annotation":
                pass
            case _:
                text += _text(each)
        text += each.tail or ""
    return text
