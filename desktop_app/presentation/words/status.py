"""The lines around the content: what is open, shown and counted, and which choices the data allow."""

from desktop_app.analysis.result import Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.units import DateBasis, Shape, Unit
from desktop_app.presentation.models import Choices
from desktop_app.presentation.reports.protection import protection_words
from desktop_app.presentation.words.change import capital, listed, noun
from desktop_app.presentation.words.filters import filtered, filters_words
from desktop_app.presentation.words.numbers import count_text, figure_text
from desktop_app.presentation.words.periods import KIND_WORDS
from desktop_app.presentation.words.siblings import siblings_words

NOTHING_COUNTED = "A plain table: nothing is counted"


def file_title(result: Result) -> str:
    """Return the names of the files that are open, e.g. a.xlsx, or a.xlsx and 2 more."""
    names = list(dict.fromkeys(source.file for source in result.sources))
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} more"
    return listed(names) if names else ""


def account(result: Result) -> str:
    """Return the account of rows, e.g. 912 rows read, 909 used, 3 left out."""
    read = sum(source.rows_read for source in result.sources)
    used = sum(source.rows_used for source in result.sources)
    left_out = f", {count_text(read - used)} left out" if read != used else ""
    return f"{count_text(read)} {'row' if read == 1 else 'rows'} read, {count_text(used)} used{left_out}"


def showing(result: Result) -> str:
    """Return how much is shown, e.g. all 861 notifications; 120 notifications, in 131 of 912 rows."""
    figure = result.overall[headline(result.state.unit).key].figure
    shown = len(result.selection)
    rows = f"{count_text(shown)} of {count_text(result.rows_total)} rows"
    if not result.resolved.possible:
        return "no rows: a filter does not fit this file"
    if figure.value is None:
        return f"all {count_text(result.rows_total)} rows" if not filtered(result) else rows
    words = f"{figure_text(figure)} {noun(result.state.unit, figure.value)}"
    if filtered(result):
        return f"{words}, in {rows}"
    return words if figure.value == 1 else f"all {words}"


def status(result: Result) -> tuple[str, ...]:
    """Return the parts of the status line: rows, what they stand for, unit, date basis and kind of period."""
    state = result.state
    rows = f"{count_text(len(result.selection))} of {count_text(result.rows_total)} rows"
    if result.shape is Shape.PLAIN:
        return (rows, NOTHING_COUNTED)
    parts = [
        rows,
        *_counted(result),
        f"Counting {noun(state.unit)} {basis_words(result)}",
        capital(KIND_WORDS[state.period]),
    ]
    if result.undated:
        parts.append(f"{count_text(result.undated)} without a date")
    return tuple(parts)


def _counted(result: Result) -> tuple[str, ...]:
    """Return how many notifications and children the rows shown stand for, where they can be told."""
    figures = {unit: result.overall[headline(unit).key].figure for unit in Unit}
    words = [
        f"{figure_text(figure)} {noun(unit, figure.value)}"
        for unit, figure in figures.items()
        if figure.value is not None
    ]
    return (" and ".join(words),) if words else ()


def basis_words(result: Result) -> str:
    """Return the date that periods go by, e.g. by date notified."""
    return "by date notified" if result.state.date_basis is DateBasis.NOTIFIED else "by date of incident"


def source_line(result: Result, broken_down: bool = False) -> str:
    """Return where the figures come from, and what is filtered, for under a chart or table."""
    names = list(dict.fromkeys(source.file for source in result.sources))
    words = filters_words(result.state, result.columns)
    line = f"Source: {', '.join(names)}. {'Filters: ' + words if words else 'No filters'}."
    siblings = siblings_words(result, broken_down) if result.state.unit is Unit.CHILDREN else ""
    return " ".join(filter(None, (line, siblings, protection_words(result.disclosure))))


def choices(result: Result) -> Choices:
    """Return the state of the top bar and which of its choices the data can honour."""
    state = result.state
    return Choices(
        unit=state.unit,
        date_basis=state.date_basis,
        period=state.period,
        units_possible=result.resolved.units,
        bases_possible=result.resolved.date_bases,
        periods_possible=result.resolved.periods,
    )
