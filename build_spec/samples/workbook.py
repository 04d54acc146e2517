"""Write the sample workbooks in one plain style: an explanation first, then the records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from build_spec.samples.columns import Cell, Column, Row

ABOUT_SHEET = "About this file"
SYNTHETIC = "Synthetic records for trying the program out. No row describes a real child, family or incident."
_BLUE = "#12436D"


@dataclass(frozen=True, slots=True)
class Table:
    """A small table on the explaining sheet."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class About:
    """The explaining sheet: a title, lines of text, and tables."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]


class SampleBook:
    """A workbook under way; closing it writes the file."""

    def __init__(self, path: Path, title: str) -> None:
        """Begin a workbook whose properties carry no time of writing."""
        options = {"default_format_properties": {"font_name": "Arial", "font_size": 11}}
        self.book = Workbook(str(path), options)
        self.book.set_properties(
            {"title": title, "comments": SYNTHETIC, "created": datetime(2026, 6, 1, 9, 0, 0)}
        )
        self.title = self._format(bold=True, font_size=16, font_color=_BLUE)
        self.bold = self._format(bold=True)
        heading = {"bold": True, "font_color": "#FFFFFF", "bg_color": _BLUE, "text_wrap": True}
        self.header = self._format(**heading, valign="vcenter", border=1, border_color="#FFFFFF")
        self.number_header = self._format(**heading, valign="vcenter", align="right")
        self.left = self._format(align="left")
        self.date = self._format(num_format="dd/mm/yyyy", align="left")

    def _format(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": "Arial", "font_size": 11} | properties)

    def close(self) -> None:
        """Write the file."""
        self.book.close()

    def add_about(self, about: About, widths: Sequence[int]) -> None:
        """Add the explaining sheet."""
        sheet = self.book.add_worksheet(ABOUT_SHEET)
        sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, about.title, self.title)
        for row, line in enumerate(about.lines, 2):
            if line:
                sheet.write_string(row, 0, line, self.bold if line == SYNTHETIC else None)
        row = 2 + len(about.lines)
        for table in about.tables:
            sheet.write_string(row + 1, 0, table.title, self.bold)
            self.write_rows(sheet, row + 2, [table.header, *table.rows])
            sheet.set_row(row + 2, 20)
            for column, heading in enumerate(table.header):
                numbers = all(isinstance(cells[column], int | None) for cells in table.rows)
                sheet.write_string(row + 2, column, heading, self.number_header if numbers else self.header)
            row += 3 + len(table.rows)

    def add_records(self, name: str, columns: Sequence[Column], content: Iterable[Row]) -> None:
        """Add a sheet of records, ready to filter and to print."""
        sheet = self.book.add_worksheet(name)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width, self.left)
            sheet.write_string(0, number, column.heading, self.header)
        rows = [[column.value(row) for column in columns] for row in content]
        self.write_rows(sheet, 1, rows)
        sheet.set_row(0, 48)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(2, 0)
        sheet.repeat_rows(0)
        sheet.set_header("&L" + SYNTHETIC)
        sheet.set_footer("&L&A&RPage &P of &N")

    def write_rows(self, sheet: Worksheet, first: int, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows of cells from the row `first` (counted from 0) on; None and "" stay blank."""
        for number, row in enumerate(rows, first):
            for column, cell in enumerate(row):
                match cell:
                    case date():
                        sheet.write_datetime(number, column, cell, self.date)
                    case int():
                        sheet.write_number(number, column, cell)
                    case str() if cell:
                        sheet.write_string(number, column, cell)
                    case _:
                        pass
