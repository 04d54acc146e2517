"""Says how a table was read otherwise than recognised because the person wished it."""

from collections.abc import Iterator

from desktop_app.catalogue.columns import column
from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.reading_choices import NOT_USED, PLAIN, ColumnChoice
from desktop_app.reading.finding.chosen import Chosen

_DONE = "Read so, as you wished."


def wishes_told(table: Chosen) -> Iterator[Problem]:
    """Yield a line for every wish that changed how the table is read."""
    correction = table.correction
    if correction.header_rows is not None:
        rows = ", ".join(map(str, correction.header_rows))
        yield _told(table, f"Headings are taken from row {rows}" if rows else "The table has no headings")
    if correction.last_row is not None:
        yield _told(table, f"The table is taken to end in row {correction.last_row}")
    if correction.shape is not None:
        yield _told(table, f"Each row is taken for {correction.shape}")
    headings = {*table.recognised.headings, *table.labels}
    for choice in correction.columns:
        if choice.heading in headings or choice.meaning == NOT_USED:
            yield from _column_told(table, choice)


def _column_told(table: Chosen, choice: ColumnChoice) -> Iterator[Problem]:
    match choice.meaning:
        case None:
            pass
        case str(meaning) if meaning == NOT_USED:
            yield _told(table, "The column is not used", choice.heading)
        case str(meaning) if meaning == PLAIN:
            yield _told(table, "The column is kept as it is", choice.heading)
        case key:
            spec = column(key)
            yield _told(table, f"The column is taken for {spec.title if spec else key}", choice.heading)
    if choice.date_order is not None:
        yield _told(table, f"Dates are read {choice.date_order}", choice.heading)


def _told(table: Chosen, what: str, heading: str | None = None) -> Problem:
    return Problem(ProblemKind.STRUCTURE, table.id.file, table.grid.name, None, heading, "", what, _DONE)
