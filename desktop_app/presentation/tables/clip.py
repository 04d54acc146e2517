"""Cells for the clipboard: as text, and as HTML in which spreadsheet programs find dates and numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from html import escape

from desktop_app.domain.progress import Progress
from desktop_app.presentation.models import Cell, RecordsTable, Table
from desktop_app.presentation.tables.shown_records import ShownRecords

STAGE = "Copying"
NOTHING = Cell("")
STEP = 500  # rows between two looks at whether to stop
MOST_AS_HTML = 100_000  # rows; more of them would fill the memory of whoever pastes
_FORMULA_STARTS = ("=", "+", "-", "@")
_FIRST_DAY = date(1899, 12, 30).toordinal()  # day 0 of spreadsheet programs
_OPENING = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'
_CLOSING = "</table></body></html>"
_LIKE_VALUES, _AS_TEXT = frozenset("0123456789+-.,(£$€=@"), ' sdnum="2057;0;@"'
_LINE_END = '<br style="mso-data-placement:same-cell">'  # else the text would be cut into several cells

# Some rows as text and as HTML; of very many rows there is none. Pieces are put together as they come: held
# together in two forms, a hundred thousand rows would take twice the memory, and letting go of it time.
Piece = tuple[str, str]
Clip = Iterator[Piece]


def table_clip(table: Table) -> Clip:
    """Return a whole display table with its headings; as HTML with its title and what it covers above."""
    titles = [column.title for column in table.columns]
    above = f"{table.title}. {table.subtitle}" if table.subtitle else table.title
    return _clip(titles, [_block(table.rows)], True, above)


def cells_clip(
    grid: RecordsTable,
    rows: Sequence[int],
    columns: Sequence[int],
    held: Callable[[int, int], bool] = lambda _row, _column: True,
) -> Clip:
    """Return some rows and columns with their headings; cells that are not `held` are left blank."""
    cells = [[grid.cell(row, column) if held(row, column) else NOTHING for column in columns] for row in rows]
    return _clip([grid.columns[column].title for column in columns], [_block(cells)], True)


def records_clip(
    records: ShownRecords, rows: Sequence[int], columns: Sequence[int], progress: Progress
) -> Clip:
    """Return the same of very many rows, with each different cell of a column made once.

    Its pieces raise Cancelled when the progress was cancelled.
    """
    made = [_Column(records, rows, column, progress) for column in columns]

    def blocks() -> Clip:
        for at in range(0, len(rows), STEP):
            progress.step(STAGE, at, len(rows))
            texts = zip(*(column.texts_from(at) for column in made), strict=True)
            htmls = zip(*(column.htmls_from(at) for column in made), strict=True)
            yield _joined(texts, htmls)

    return _clip([records.columns[column].title for column in columns], blocks(), len(rows) <= MOST_AS_HTML)


class _Column:
    """The texts of one column: of every different cell once, and which of them stands in each row."""

    def __init__(self, records: ShownRecords, rows: Sequence[int], column: int, progress: Progress) -> None:
        firsts, self._places = records.alike(rows, column)
        self._texts: list[str] = []
        self._htmls: list[str] = []
        for at, row in enumerate(firsts):
            if at % STEP == 0:
                progress.step(STAGE, 0, len(rows))
            cell = records.cell(row, column)
            self._texts.append(_guarded(cell))
            if len(rows) <= MOST_AS_HTML:
                self._htmls.append(_html_cell(cell))

    def texts_from(self, row: int) -> list[str]:
        """Return the texts of a step of rows."""
        return [self._texts[place] for place in self._places[row : row + STEP]]

    def htmls_from(self, row: int) -> list[str]:
        """Return the HTML of a step of rows; nothing where none is wished for."""
        return [self._htmls[place] for place in self._places[row : row + STEP]] if self._htmls else []


def _block(rows: Sequence[Sequence[Cell]]) -> Piece:
    return _joined((map(_guarded, row) for row in rows), (map(_html_cell, row) for row in rows))


def _joined(texts: Iterable[Iterable[str]], htmls: Iterable[Iterable[str]]) -> Piece:
    lines = "".join("\n" + "\t".join(row) for row in texts)
    return lines, "".join(f"<tr>{''.join(row)}</tr>" for row in htmls)


def _clip(titles: Sequence[str], blocks: Iterable[Piece], as_html: bool, caption: str = "") -> Clip:
    heads = "".join(f"<th>{escape(title)}</th>" for title in titles)
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    line = "\t".join(_one_line(title) for title in titles)
    yield line, f"{_OPENING}{above}<tr>{heads}</tr>" if as_html else ""
    yield from blocks
    yield "", _CLOSING if as_html else ""


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
        text = _LINE_END.join(text.splitlines())
        # Excel reads this style: the cell is text, whatever it looks like. LibreOffice reads the other one.
        stays = _AS_TEXT if text[:1] in _LIKE_VALUES else ""
        return rf'<td style="mso-number-format:\@"{stays}>{text}</td>'
    if isinstance(cell.value, date):
        # The day as a number, for Excel and for LibreOffice, whatever language either speaks. LibreOffice
        # takes no name of a month in such a format: it would show the number.
        day = cell.value.toordinal() - _FIRST_DAY
        looks = f'style="mso-number-format:\'dd mmm yyyy\'" sdval="{day}" sdnum="2057;0;DD/MM/YYYY"'
        return f'<td x:num="{day}" {looks}>{text}</td>'
    plain = cell.text.replace(",", "")
    if _is_number(plain, cell.value):
        # What a comma means depends on the language of the program it is pasted into.
        return f'<td x:num="{plain}" sdval="{plain}" sdnum="2057;0;General">{text}</td>'
    return f"<td>{text}</td>"


def _is_number(plain: str, value: float) -> bool:
    """Return whether a text is all of a number, and not rounded or beside words."""
    try:
        return float(plain) == value
    except ValueError:
        return False
