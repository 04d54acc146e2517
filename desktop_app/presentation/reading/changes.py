"""Changes of the wishes about reading: each returns the wishes with one thing wished otherwise."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.how_read import TableReading
from desktop_app.domain.reading_choices import ColumnChoice, Correction, DateOrder, ReadingChoices, TableId
from desktop_app.domain.units import Shape

ReadingChange = Callable[[ReadingChoices], ReadingChoices]  # of the newest wishes about reading


def with_order(
    choices: ReadingChoices, table: TableReading, heading: str, order: DateOrder | None
) -> ReadingChoices:
    """Return the choices with the order of day and month in one column of a table."""
    return _with_column(choices, table, replace(_column(choices, table, heading), date_order=order))


def with_meaning(
    choices: ReadingChoices, table: TableReading, heading: str, meaning: str | None
) -> ReadingChoices:
    """Return the choices with what one column of a table means."""
    return _with_column(choices, table, replace(_column(choices, table, heading), meaning=meaning))


def with_headings(choices: ReadingChoices, table: TableReading, rows: tuple[int, ...]) -> ReadingChoices:
    """Return the choices with the rows that hold a table's headings; none: it has no headings."""
    correction = _correction(choices, table)
    return choices.with_correction(table.id, replace(correction, header_rows=rows))


def with_last_row(choices: ReadingChoices, table: TableReading, row: int) -> ReadingChoices:
    """Return the choices with the row that a table ends in."""
    return choices.with_correction(table.id, replace(_correction(choices, table), last_row=row))


def with_shape(choices: ReadingChoices, table: TableReading, shape: Shape | None) -> ReadingChoices:
    """Return the choices with what a row of a table stands for; None: as recognised."""
    return choices.with_correction(table.id, replace(_correction(choices, table), shape=shape))


def with_tables(choices: ReadingChoices, file: str, tables: tuple[TableId, ...]) -> ReadingChoices:
    """Return the choices with these as the tables that are read of a file."""
    others = tuple(table for table in choices.tables if table.file != file)
    return replace(choices, tables=(*others, *tables), sheet=None)


def as_recognised(_choices: ReadingChoices) -> ReadingChoices:
    """Return the wishes of one who wishes nothing: all is read as the program would."""
    return ReadingChoices()


def _with_column(choices: ReadingChoices, table: TableReading, choice: ColumnChoice) -> ReadingChoices:
    """Return the choices with what one column means, in this table and in all with the same headings."""
    choices = choices.with_correction(table.id, _correction(choices, table).with_column(choice))
    shared = dict(choices.remembered)
    shared[table.headings] = shared.get(table.headings, Correction()).with_column(choice)
    return replace(choices, remembered=tuple(shared.items()))


def _column(choices: ReadingChoices, table: TableReading, heading: str) -> ColumnChoice:
    return _correction(choices, table).column(heading)


def _correction(choices: ReadingChoices, table: TableReading) -> Correction:
    return choices.correction(table.id, table.headings)
