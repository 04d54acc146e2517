"""Reads tables that other programs write under a workbook's name: web pages and Excel's XML of 2003."""

import io
import re
import xml.etree.ElementTree as ET
from contextlib import suppress
from datetime import datetime
from html.parser import HTMLParser

from desktop_app.domain.errors import UserError
from desktop_app.domain.progress import Progress
from desktop_app.reading.files.document import Document
from desktop_app.reading.files.grid import MOST_CELLS, MOST_COLUMNS, Grid, GridBuilder, Merge, Raw, too_large
from desktop_app.reading.files.sniff import damaged
from desktop_app.reading.files.text_reader import decoded

_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CELLS = {"td", "th"}
_BREAKS = {"br", "p", "div", "li"}
_ROWS_AT_ONCE = 5000


class _Sheet:
    """Takes cells where a row and column say they stand, and makes a grid of them."""

    def __init__(self) -> None:
        self._builder = GridBuilder()
        self._waiting: list[list[Raw]] = []
        self._taken: set[tuple[int, int]] = set()  # what merged cells of earlier rows cover
        self._merged: list[Merge] = []
        self._cells: list[Raw] = []
        self._row = -1
        self._size = 0

    def start_row(self, number: int | None = None) -> None:
        """Begin the next row, or the one of this number counted from 0."""
        self._row += 1
        self._waiting.append([])
        while number is not None and self._row < number:
            self.start_row()

    def add(self, value: Raw, down: int = 1, across: int = 1, column: int | None = None) -> None:
        """Put a value into the next free cell of the row, or that of a column; it may cover several."""
        if self._row < 0:
            self.start_row()
        cells = self._waiting[-1]
        while column is None and (self._row, len(cells)) in self._taken:
            cells.append(None)
        cells.extend([None] * ((column or 0) - len(cells)))
        left = len(cells)
        across, down = min(across, MOST_COLUMNS), min(down, 65_536)
        self._size += across
        if left + across > MOST_COLUMNS or self._size > MOST_CELLS or down * across > MOST_CELLS // 10:
            raise too_large()
        cells.extend([value, *[None] * (across - 1)])
        if down > 1 or across > 1:
            self._merged.append(Merge(self._row, left, self._row + down - 1, left + across - 1))
        self._taken.update(
            (self._row + below, left + right) for below in range(1, down) for right in range(across)
        )
        if len(self._waiting) > _ROWS_AT_ONCE:
            self._builder.add(self._waiting[:-1])
            self._waiting = self._waiting[-1:]

    @property
    def rows(self) -> int:
        """Return the number of rows so far."""
        return self._row + 1

    def finish(self, name: str) -> Grid:
        """Return the sheet as a grid."""
        self._builder.add(self._waiting)
        return self._builder.finish(name, tuple(self._merged))


class _Page(HTMLParser):
    """Gathers the tables of a web page; a table inside a cell counts as the cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[_Sheet] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of a table, row or cell."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(_Sheet())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.sheets[-1].start_row()
        elif self._depth == 1 and tag in _CELLS:
            self._end_cell()
            given = dict(attrs)
            self._spans = _whole(given.get("rowspan")), _whole(given.get("colspan"))
            self._text = []
        elif tag in _BREAKS and self._text:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a table, row or cell."""
        if self._depth == 1 and tag in {*_CELLS, "tr", "table"}:
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        """Take text inside a cell."""
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            text = " ".join("".join(self._text).split())
            self.sheets[-1].add(text or None, *self._spans)
            self._text = None


def read_page(document: Document, progress: Progress) -> tuple[Grid, ...]:
    """Return the tables of a web page as sheets; raise UserError where there is none."""
    progress.step(f"Reading {document.name}")
    page = _Page()
    text = decoded(document.read())
    for start in range(0, len(text), 1 << 20):
        page.feed(text[start : start + (1 << 20)])
        progress.step(f"Reading {document.name}", start, len(text))
    page.close()
    sheets = [sheet for sheet in page.sheets if sheet.rows > 1]
    if not sheets:
        raise UserError(
            f"{document.name} holds a web page rather than a spreadsheet.",
            "Open it in Excel, save it as an Excel workbook (.xlsx) and open that.",
        )
    return tuple(sheet.finish(f"Table {number}") for number, sheet in enumerate(sheets, 1))


def read_xml(document: Document, progress: Progress) -> tuple[Grid, ...]:
    """Return the sheets of a workbook in Excel's XML of 2003; raise UserError where it is broken."""
    grids = []
    sheet, name = _Sheet(), ""
    try:
        # expat itself bounds what entities may become
        for kind, element in ET.iterparse(io.BytesIO(document.read()), ("start", "end")):  # noqa: S314 - see above
            if kind == "start" and element.tag == f"{_SHEET}Worksheet":
                sheet, name = _Sheet(), element.get(f"{_SHEET}Name", "")
                progress.step(f"Reading {document.name}, sheet {name}")
            elif kind == "end" and element.tag == f"{_SHEET}Row":
                _take_row(sheet, element)
                element.clear()
            elif kind == "end" and element.tag == f"{_SHEET}Worksheet":
                grids.append(sheet.finish(name))
                element.clear()
    except (ET.ParseError, LookupError, ValueError) as error:
        raise damaged(document.path) from error
    if not grids:
        raise damaged(document.path)
    return tuple(grids)


def _take_row(sheet: _Sheet, row: ET.Element) -> None:
    sheet.start_row(_place(row))
    for cell in row.iter(f"{_SHEET}Cell"):
        across = 1 + _whole(cell.get(f"{_SHEET}MergeAcross"), 0)
        down = 1 + _whole(cell.get(f"{_SHEET}MergeDown"), 0)
        data = cell.find(f"{_SHEET}Data")
        sheet.add(None if data is None else _value(data), down, across, _place(cell))


def _place(element: ET.Element) -> int | None:
    index = element.get(f"{_SHEET}Index")
    if index is None:
        return None
    place = _whole(index) - 1
    if place >= MOST_CELLS // 26:
        raise too_large()
    return place


def _value(data: ET.Element) -> Raw:
    text = "".join(data.itertext())
    kind = data.get(f"{_SHEET}Type")
    with suppress(ValueError):
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    if kind == "Boolean":
        return "TRUE" if text == "1" else "FALSE"
    return text if text.strip() else None


def _whole(text: str | None, otherwise: int = 1) -> int:
    """Return the whole number in an attribute, or what stands for none."""
    found = re.fullmatch(r"\s*(\d{1,7})\s*", text or "")
    return max(int(found.group(1)), otherwise) if found else otherwise
