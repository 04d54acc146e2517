"""Writes the rows of a long table straight into a sheet's file; a cell that came before is not made again."""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from desktop_app.export.cells import Pen
from desktop_app.presentation.models import Cell, CellKind

REMEMBERED = 5_000  # cells of one column; a column of references has as many different ones as rows


class _Made(NamedTuple):
    """A cell as the file holds it, after its address; and what it means for its row."""

    markup: str
    lines: int
    shortened: int


class RowWriter:
    """Writes rows one after another on a sheet that is written row by row, from a row and column on.

    The library makes each cell in the workbook's style; most values of a column come again and again, and
    these are written as they were made the first time.
    """

    def __init__(
        self,
        sheet: Worksheet,
        pen: Pen,
        first: tuple[int, int],
        kinds: Sequence[CellKind],
        measure: "Measure",
    ) -> None:
        self._sheet = sheet
        self._pen = pen
        self._measure = measure
        self._kinds = kinds
        self._row, self._first = first
        self._columns = [
            (f'<c r="{xl_col_to_name(self._first + at)}', dict[tuple[str, object], _Made]())
            for at in range(len(kinds))
        ]
        self.longest = [0] * len(kinds)
        sheet._write_single_row(self._row)  # noqa: SLF001 - the heading has to be in the file before

    def write(self, rows: Iterable[tuple[Cell, ...]], height: Callable[[int], float]) -> None:
        """Write rows; `height` gives that of a row in points by its number of lines."""
        out = self._sheet.fh
        for cells in rows:
            number, lines, pieces = self._row + 1, 1, []
            for at, (cell, (start, seen)) in enumerate(zip(cells, self._columns, strict=True)):
                made = seen.get((cell.text, cell.value)) or self._made(at, cell)
                if made.markup:
                    pieces.append(f"{start}{number}{made.markup}")
                lines = max(lines, made.lines)
                self._pen.shortened += made.shortened
            tall = f' ht="{height(lines):g}" customHeight="1"' if lines > 1 else ""
            out.write(f'<row r="{number}"{tall}>{"".join(pieces)}</row>')
            self._row = number
        self._sheet.previous_row = self._row
        self._sheet.dim_rowmax = max(self._sheet.dim_rowmax, self._row - 1)

    def _made(self, at: int, cell: Cell) -> _Made:
        """Have the library make a cell, and keep it."""
        sheet, before, column = self._sheet, self._pen.shortened, self._first + at
        sheet.previous_row = self._row
        self._pen.cell(sheet, (self._row, column), cell, self._kinds[at])
        shortened, self._pen.shortened = self._pen.shortened - before, before
        lines, length = self._measure(cell)
        self.longest[at] = max(self.longest[at], length)
        made, seen = _Made(self._markup(column), lines, shortened), self._columns[at][1]
        if len(seen) < REMEMBERED:
            seen[cell.text, cell.value] = made
        return made

    def _markup(self, column: int) -> str:
        """Return what the library writes for the cell just made, without its address; empty for a blank."""
        sheet, file = self._sheet, self._sheet.fh
        held = sheet.table[self._row].pop(column, None)
        if held is None:
            return ""
        sheet.fh = written = io.StringIO()
        try:
            sheet._write_cell(self._row, column, held)  # noqa: SLF001 - it offers no other way to the text
        finally:
            sheet.fh = file
        return written.getvalue().partition(f"{self._row + 1}")[2]


Measure = Callable[[Cell], tuple[int, int]]  # the lines and the length that a cell takes
