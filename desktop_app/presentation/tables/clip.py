"""Cells for the clipboard: as text for any program and as HTML for spreadsheet programs, dates as dates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice

from desktop_app.domain.progress import Progress
from desktop_app.presentation.models import Cell, RecordsTable, Table

STAGE = "Copying"
STEP = 500  # rows between two looks at whether to stop
MOST_AS_HTML = 100_000  # rows; more of them would fill the memory of whoever pastes
_FORMULA_STARTS = ("=", "+", "-", "@")
_FIRST_DAY = date(1899, 12, 30).toordinal()  # day 0 of spreadsheet programs
_OPENING = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'


@dataclass(frozen=True, slots=True)
class Clip:
    """What is put on the clipboard; `html` is empty for very many rows."""

    text: str
    html: str


def table_clip(table: Table) -> Clip:
    """Return a whole display table with its title and headings."""
    titles = [column.title for column in table.columns]
    return _clip(titles, table.rows, len(table.rows), Progress(), table.title)


def cells_clip(
    grid: RecordsTable, rows: Sequence[int], columns: Sequence[int], progress: Progress | None = None
) -> Clip:
    """Return some rows and columns with their headings; raise Cancelled when the progress was cancelled."""
    cells = (tuple(grid.cell(row, column) for column in columns) for row in rows)
    titles = [grid.columns[column].title for column in columns]
    return _clip(titles, cells, len(rows), progress or Progress())


def _clip(
    titles: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    count: int,
    progress: Progress,
    caption: str = "",
) -> Clip:
    lines = ["\t".join(_one_line(title) for title in titles)]
    heads = "".join(f"<th>{escape(title)}</th>" for title in titles)
    html = [_OPENING, f"<caption>{escape(caption)}</caption>" if caption else "", f"<tr>{heads}</tr>"]
    as_html = count <= MOST_AS_HTML
    for block in _blocks(rows, count, progress):
        lines.append("\n".join("\t".join(_guarded(cell) for cell in row) for row in block))
        if as_html:
            html.append("".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block))
    html.append("</table></body></html>")
    return Clip("\n".join(lines), "".join(html) if as_html else "")


def _blocks(rows: Iterable[Sequence[Cell]], count: int, progress: Progress) -> Iterator[list[Sequence[Cell]]]:
    """Give rows in blocks: joined block by block, the last join is of few texts and holds no one up."""
    left = iter(rows)
    for at in range(0, count, STEP):
        progress.step(STAGE, at, count)
        yield list(islice(left, STEP))


def _one_line(text: str) -> str:
    """Return the text in one cell's worth: tabs and line ends would begin another."""
    return " ".join(text.split())


def _guarded(cell: Cell) -> str:
    # A spreadsheet program would compute pasted text that looks like a formula.
    formula = cell.value is None and cell.text.lstrip().startswith(_FORMULA_STARTS)
    return ("'" if formula else "") + _one_line(cell.text)


def _html_cell(cell: Cell) -> str:
    text = escape(cell.text)
    if cell.value is None:
        # Excel reads this style: the cell is text, whatever it looks like.
        return rf'<td style="mso-number-format:\@">{text}</td>'
    if isinstance(cell.value, date):
        # The day as a number, for Excel and for LibreOffice, whatever language either speaks.
        day = cell.value.toordinal() - _FIRST_DAY
        looks = f'style="mso-number-format:\'dd mmm yyyy\'" sdval="{day}" sdnum="2057;0;DD MMM YYYY"'
        return f'<td x:num="{day}" {looks}>{text}</td>'
    return f"<td>{text}</td>"
