"""The workbook for the public before it is one: protected tables, shorthand explained, notes numbered."""

from dataclasses import replace
from datetime import datetime

from desktop_app.analysis.disclosure import Protected
from desktop_app.analysis.result import Result
from desktop_app.domain.periods import day_words
from desktop_app.domain.shorthand import Shorthand
from desktop_app.presentation.models import Cell, CellKind, Report, Table, TableColumn, View
from desktop_app.presentation.reports.protection import loss_words, protection_lines
from desktop_app.presentation.reports.report import span_words
from desktop_app.presentation.tables.trend import summary_table
from desktop_app.presentation.words.cautions import cautions
from desktop_app.presentation.words.change import capital, noun
from desktop_app.presentation.words.filters import filters_words, place_words
from desktop_app.presentation.words.numbers import NOT_AVAILABLE, count_text
from desktop_app.presentation.words.status import basis_words

NO_CONTACT = "Ask the organisation that published this workbook."
FOR_COLLEAGUES = ("published",)  # others' figures of the same cases could stand in for a suppressed one
_MARKS = {
    "": Shorthand.NOT_APPLICABLE,
    NOT_AVAILABLE: Shorthand.NOT_AVAILABLE,
}
_MEANINGS = {
    Shorthand.NOT_APPLICABLE: "not applicable: there is nothing to say, or a number behind it is not shown",
    Shorthand.NOT_AVAILABLE: "not available: the source does not give this number",
}


def publication_of(safe: Protected, view: View, version: str, made: datetime, contact: str = "") -> Report:
    """Return the report of protected figures; `view` must be made of them. Tables without rows are left out.

    The notes of all tables stand together and are numbered; a table's title names those that belong to it,
    and its own lines explain the shorthand in it.
    """
    result = safe.result
    charted = dict.fromkeys(
        plot.table
        for plot in view.plots
        if not plot.empty and plot.table is not view.trend and plot.key not in FOR_COLLEAGUES
    )
    breakdown = [view.breakdown] if view.breakdown else []
    tables = [table for table in (summary_table(result), view.trend, *charted, *breakdown) if table.rows]
    protection = protection_lines(safe.settings)
    notes = tuple(dict.fromkeys((*protection, *(note for table in tables for note in _notes(table)))))
    return Report(
        title=f"{capital(noun(result.state.unit))}: {span_words(result)}",
        cover=_cover(safe, version, made, contact),
        tables=tuple(_published(table, notes, protection, span_words(result)) for table in tables),
        plots=(),
        notes=notes,
        records=None,
    )


def _notes(table: Table) -> tuple[str, ...]:
    return tuple(note for note in table.notes if not note.startswith(("[", "Not available:")))


def _published(table: Table, notes: tuple[str, ...], protection: tuple[str, ...], span: str) -> Table:
    """Return a table with every cell filled, its notes by number, and lines that explain its shorthand."""
    rows = tuple(tuple(map(_filled, row)) for row in table.rows)
    used = {cell.text for row in rows for cell in row if cell.value is None and cell.text.startswith("[")}
    shorthand = [
        f"[{each.code}] = {_MEANINGS.get(each, each.meaning)}."
        for each in Shorthand
        if f"[{each.code}]" in used
    ]
    mine = [*protection, *_notes(table)]
    marks = " ".join(f"[note {number}]" for number, note in enumerate(notes, start=1) if note in mine)
    return replace(
        table,
        title=f"{table.title} {marks}",
        rows=rows,
        columns=tuple(_column(at, column, rows) for at, column in enumerate(table.columns)),
        notes=(*shorthand, f"Period: {span}."),
    )


def _filled(cell: Cell) -> Cell:
    """Return the cell, with shorthand in it where it would be empty."""
    mark = _MARKS.get(cell.text) if cell.value is None else None
    return Cell(f"[{mark.code}]") if mark else Cell(cell.text, cell.value)


def _column(at: int, column: TableColumn, rows: tuple[tuple[Cell, ...], ...]) -> TableColumn:
    """Return the column; one of texts alone is a column of text, whatever it might have held."""
    numbers = any(row[at].value is not None for row in rows)
    words = any(not row[at].text.startswith("[") for row in rows)
    return replace(column, kind=CellKind.TEXT) if words and not numbers else column


def _cover(safe: Protected, version: str, made: datetime, contact: str) -> tuple[tuple[str, str], ...]:
    result = safe.result
    filters = filters_words(result.state, result.columns)
    place = place_words(result) or result.place
    return (
        (
            "What this holds",
            "Counts of serious incident notifications, with their change over time.",
        ),
        ("Period", f"{span_words(result)}."),
        ("Geography", f"{capital(place)}." if place else "The places that the source covers."),
        ("Counting unit", f"{capital(noun(result.state.unit))}."),
        ("Date basis", f"Periods go {basis_words(result)}."),
        *(("Data source", line) for line in _sources(result)),
        ("Filters", f"{filters}." if filters else "None: every row used is counted."),
        ("Suppression and rounding", f"{' '.join(protection_lines(safe.settings))} {loss_words(safe)}"),
        ("Read with care", " ".join(each.text for each in cautions(result))),
        ("Made", f"{day_words(made.date())}, {made:%H:%M}, by Notification Statistics Viewer {version}."),
        ("Contact", contact.strip() or NO_CONTACT),
    )


def _sources(result: Result) -> list[str]:
    """Return a line per source; its rows are not counted where that would give something away."""
    settings = result.disclosure
    about = "about " if settings and settings.rounding else ""
    lines = []
    for source in result.sources:
        sheet = f", sheet {source.sheet}" if source.sheet else ""
        read, out = count_text(source.rows_read), count_text(source.rows_left_out)
        rows = f"{about}{read} rows read, {about}{out} left out because they could not be counted"
        lines.append(
            f"{source.file}{sheet}: {rows if result.rows_told else 'numbers of rows are suppressed'}."
        )
    return lines
