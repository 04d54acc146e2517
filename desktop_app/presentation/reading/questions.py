"""What the program cannot decide about reading, asked as one clear question with an answer for each way."""

from dataclasses import dataclass
from functools import partial

from desktop_app.domain.how_read import ColumnReading, TableReading
from desktop_app.domain.reading_choices import ReadingChoices, TableId
from desktop_app.domain.units import Shape
from desktop_app.presentation.reading.changes import ReadingChange, as_recognised, with_order, with_tables
from desktop_app.presentation.reading.how_read import ORDERS, HowRead

OFFERED = 3  # tables that fit on one line
REMEMBERED = "This is read as you corrected a file with the same headings before."


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and each answer in words with the change of the wishes about reading it stands for."""

    text: str
    answers: tuple[tuple[str, ReadingChange], ...]


def question_of(how_read: HowRead, choices: ReadingChoices, recalled: bool = False) -> Question | None:
    """Return the first thing that the files leave undecided, or what was decided by an earlier correction.

    `recalled` says that corrections of another file were applied.

    None where there is nothing to ask.
    """
    for wanted in how_read.read:
        table = how_read.table(wanted)
        if table and table.shape == Shape.PLAIN and (others := _others(how_read, wanted, choices)):
            return _table_question(wanted, others)
        for column in table.columns if table else ():
            if table and column.date_order and not column.certain:
                return _order_question(table, column)
    return Question(REMEMBERED, (("Read as the program would", as_recognised),)) if recalled else None


def _others(how_read: HowRead, read: TableId, choices: ReadingChoices) -> tuple[TableId, ...]:
    """Return the tables that could have been read in place of one of which nothing is known; wished: none."""
    if any(table.file == read.file for table in choices.tables):
        return ()
    unread = (offer.id for offer in how_read.offers if not offer.read and how_read.table(offer.id))
    return tuple(table for table in unread if table.file == read.file)


def _table_question(read: TableId, others: tuple[TableId, ...]) -> Question:
    more = f" {len(others) - OFFERED} more stand under How it was read." if len(others) > OFFERED else ""
    return Question(
        f"Which table of {read.file} do you want? “{read.sheet}” is shown; nothing tells them apart.{more}",
        tuple(
            (_table_words(table), partial(with_tables, file=read.file, tables=(table,)))
            for table in others[:OFFERED]
        ),
    )


def _table_words(table: TableId) -> str:
    return table.sheet if table.table == 1 else f"{table.sheet}, table {table.table}"


def _order_question(table: TableReading, column: ColumnReading) -> Question:
    return Question(
        f"Which comes first in the dates of “{column.heading}”, the day or the month? "
        f"The file leaves it open: {column.why_order}. They are read day first.",
        tuple(
            (words, partial(with_order, table=table, heading=column.heading, order=order))
            for order, words in ORDERS
        ),
    )
