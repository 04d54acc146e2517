"""Puts tables and sentences on the clipboard: as text for any program and as HTML for spreadsheets."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.presentation.models import Cell, Table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def copy_text(text: str) -> None:
    """Put a sentence on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def copy_table(table: Table) -> None:
    """Put a whole display table on the clipboard, with its headings."""
    copy_cells([column.title for column in table.columns], table.rows)


def copy_cells(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Put cells with their headings on the clipboard; text like a formula stays text where it is pasted."""
    lines, html = ["\t".join(_plain(heading) for heading in headings)], [_html_row(headings, "th")]
    for row in rows:
        lines.append("\t".join(_safe(cell) for cell in row))
        html.append("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>")
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setHtml("<table>" + "".join(html) + "</table>")
    QGuiApplication.clipboard().setMimeData(data)


def _plain(text: str) -> str:
    """Return the text in one cell's worth: tabs and line ends would begin another."""
    return " ".join(text.split())


def _safe(cell: Cell) -> str:
    guard = "'" if cell.value is None and cell.text.startswith(_FORMULA_STARTS) else ""
    return guard + _plain(cell.text)


def _html_row(texts: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts) + "</tr>"


def _html_cell(cell: Cell) -> str:
    # Excel reads this style: the cell is text, whatever it looks like.
    style = r' style="mso-number-format:\@"' if cell.value is None else ""
    return f"<td{style}>{escape(cell.text)}</td>"
