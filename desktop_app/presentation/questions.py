"""What the program cannot decide about reading, asked as one clear question with an answer for each way."""

from dataclasses import dataclass
from functools import partial

from desktop_app.domain.how_read import ColumnReading, TableReading
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.presentation.how_read import ORDERS, HowRead
from desktop_app.presentation.reading_changes import ReadingChange, as_recognised, with_order

REMEMBERED = "This is read as you corrected a file with the same headings before."


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and each answer in words with the change of the wishes about reading it stands for."""

    text: str
    answers: tuple[tuple[str, ReadingChange], ...]


def question_of(how_read: HowRead, choices: ReadingChoices) -> Question | None:
    """Return the first thing that the files leave undecided, or what was decided by an earlier correction.

    None where there is nothing to ask.
    """
    for wanted in how_read.read:
        table = how_read.table(wanted)
        for column in table.columns if table else ():
            if table and column.date_order and not column.certain:
                return _order_question(table, column)
    return (
        Question(REMEMBERED, (("Read as the program would", as_recognised),)) if choices.remembered else None
    )


def _order_question(table: TableReading, column: ColumnReading) -> Question:
    return Question(
        f"Which comes first in the dates of “{column.heading}”, the day or the month? "
        f"The file leaves it open: {column.why_order}. They are read day first.",
        tuple(
            (words, partial(with_order, table=table, heading=column.heading, order=order))
            for order, words in ORDERS
        ),
    )
