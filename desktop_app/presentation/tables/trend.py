"""The tables beside the charts: the trend of every measure, its change, and the newest figures."""

from desktop_app.analysis.result import MeasureResult, Result, ResultRow
from desktop_app.catalogue.measures import MEASURES, headline, measure
from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.presentation.others import UNFILTERED, everything, others_shown
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.tables.cells import count_cell, decimal_cell, explained, percent_cell, text_cell
from desktop_app.presentation.tables.rows_later import RowsLater
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import (
    capital,
    certainty_words,
    change_words,
    concerned,
    interval_words,
    number_words,
    small,
)
from desktop_app.presentation.words.comparing import base_note, base_words
from desktop_app.presentation.words.numbers import count_text, p_text
from desktop_app.presentation.words.periods import ONE_KIND, Comparison, compare, period_title, spoken_row
from desktop_app.presentation.words.rates import per, rate_notes, rate_places
from desktop_app.presentation.words.status import source_line

INTERVAL_NOTE = (
    "The 95% interval is the range that chance variation alone would usually give around a count or a change."
)
ABOUT_THE_SAME = "about the same"  # where counts are rounded, there may be a change that does not show
CHANGE_COLUMNS = (
    TableColumn("base", "Compared with", CellKind.TEXT),
    TableColumn("base_count", "Earlier number", CellKind.COUNT),
    TableColumn("change", "Change", CellKind.COUNT),
    TableColumn("percent", "Change, per cent", CellKind.PERCENT),
    TableColumn("percent_low", "Change, lower 95%", CellKind.PERCENT),
    TableColumn("percent_high", "Change, upper 95%", CellKind.PERCENT),
    TableColumn("p", "p-value", CellKind.DECIMAL),
)


def trend_table(result: Result) -> Table:
    """Return one row per period: every measure, and the total's interval, change and rate."""
    spec = headline(result.state.unit)
    rated, beside = any(row[spec.key].rate is not None for row in result.rows), others_shown(result)
    columns = (
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        *(TableColumn(each.key, each.title, CellKind.COUNT) for each in MEASURES),
        *(
            [TableColumn("everything", f"{spec.title}, {small(UNFILTERED)}", CellKind.COUNT)]
            if beside
            else []
        ),
        TableColumn("low", f"{spec.title}, lower 95%", CellKind.DECIMAL),
        TableColumn("high", f"{spec.title}, upper 95%", CellKind.DECIMAL),
        *CHANGE_COLUMNS,
        *([TableColumn("rate", f"Rate {per(result)} aged 0 to 17", CellKind.DECIMAL)] if rated else []),
        TableColumn("complete", "Period", CellKind.TEXT),
    )
    rows = RowsLater(
        len(result.rows),
        lambda: tuple(_trend_row(result, row, rated, bool(beside)) for row in result.rows),
    )
    figures = [each.figure for row in result.rows for each in row.measures]
    notes = [
        provisional_words(result),
        base_note(result.state),
        INTERVAL_NOTE,
        *explained(figures),
        _undated_note(result),
        *(rate_notes(result) if rated else ()),
    ]
    return Table(
        key="trend",
        title=f"{spec.title} and their nature by {small(ONE_KIND[result.state.period])}",
        subtitle=subtitle(result),
        columns=columns,
        rows=rows,
        notes=tuple(note for note in notes if note),
        source=source_line(result),
    )


def _trend_row(result: Result, row: ResultRow, rated: bool, beside: bool) -> tuple[Cell, ...]:
    key = headline(result.state.unit).key
    picks, total = period_picks(result, row.period), row[key]
    return (
        text_cell(row.period.label if row.period else "", picks),
        *(count_cell(row[each.key].figure, picks) for each in MEASURES),
        *([count_cell(everything(result, row.period))] if beside else []),
        *_interval_cells(total),
        *change_cells(compare(row, key)),
        *([decimal_cell(total.rate, rate_places(result))] if rated else []),
        text_cell("complete" if row.complete else "not complete"),
    )


def _interval_cells(result: MeasureResult) -> tuple[Cell, Cell]:
    low, high = result.interval or (None, None)
    return decimal_cell(low, 1), decimal_cell(high, 1)


def change_cells(comparison: Comparison | None) -> tuple[Cell, ...]:
    """Return the cells under `CHANGE_COLUMNS`; empty cells where there is nothing to compare with."""
    if comparison is None:
        return tuple(Cell("") for _ in CHANGE_COLUMNS)
    change = comparison.change
    low, high = change.interval_percent or (None, None)
    same = change.rounded and change.number == 0
    return (
        text_cell(comparison.base_period.label),
        Cell(count_text(change.base), change.base),
        Cell(ABOUT_THE_SAME if same else number_words(change.number), change.number),
        Cell(ABOUT_THE_SAME, change.percent) if same else percent_cell(change.percent),
        percent_cell(low),
        percent_cell(high),
        Cell("") if change.p is None else Cell(p_text(change.p), change.p),
    )


def change_table(result: Result) -> Table:
    """Return one row per period and measure that can be compared, with the verdict in words."""
    columns = (
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        TableColumn("measure", "Measure", CellKind.TEXT),
        TableColumn("count", "Number", CellKind.COUNT),
        *CHANGE_COLUMNS,
        TableColumn("words", "In words", CellKind.TEXT),
    )
    keys = (headline(result.state.unit).key, "deaths", "serious_harm", "other")
    rows = tuple(
        cells for row in result.rows for key in keys if (cells := _change_row(result, row, key)) is not None
    )
    return Table(
        key="change",
        title=f"Change in {concerned(result.state.unit)} on {base_words(result.state)}",
        subtitle=subtitle(result),
        columns=columns,
        rows=rows,
        notes=(base_note(result.state), INTERVAL_NOTE),
        source=source_line(result),
    )


def _change_row(result: Result, row: ResultRow, key: str) -> tuple[Cell, ...] | None:
    comparison = compare(row, key)
    if comparison is None or row.period is None:
        return None
    picks = period_picks(result, row.period)
    verdict = certainty_words(comparison.change)
    words = capital(change_words(comparison)) + (
        f": {verdict}" if verdict and comparison.change.number else ""
    )
    return (
        text_cell(row.period.label, picks),
        text_cell(measure(key).title),
        count_cell(row[key].figure, picks),
        *change_cells(comparison),
        text_cell(words),
    )


def summary_table(result: Result) -> Table:
    """Return the newest complete period in short: one row per measure with its change and verdict."""
    row = spoken_row(result) or result.overall
    when = period_title(row.period) if row.period else "all records shown"
    columns = (
        TableColumn("measure", "Measure", CellKind.TEXT),
        TableColumn("count", f"Number, {when}", CellKind.COUNT),
        *CHANGE_COLUMNS,
        TableColumn("interval", "95% interval of the change", CellKind.TEXT),
        TableColumn("certainty", "Is the change more than chance?", CellKind.TEXT),
    )
    rows = tuple(_summary_row(row, each.key) for each in MEASURES)
    notes = [base_note(result.state), INTERVAL_NOTE, *explained([each.figure for each in row.measures])]
    return Table(
        key="summary",
        title=f"Summary, {when}" + ("" if row.complete else " (not complete)"),
        subtitle=subtitle(result),
        columns=columns,
        rows=rows,
        notes=tuple(notes),
        source=source_line(result),
    )


def _summary_row(row: ResultRow, key: str) -> tuple[Cell, ...]:
    comparison = compare(row, key)
    interval = comparison.change.interval_percent if comparison else None
    return (
        text_cell(measure(key).title),
        count_cell(row[key].figure),
        *change_cells(comparison),
        text_cell(interval_words(*interval) if interval else ""),
        text_cell(capital(certainty_words(comparison.change)) if comparison else ""),
    )


def _undated_note(result: Result) -> str:
    if not result.undated:
        return ""
    if result.disclosure is not None and result.disclosure.hides(result.undated):
        return "Some rows have no date to go by and stand in no period."
    rows = "row has" if result.undated == 1 else "rows have"
    return f"{count_text(result.undated)} {rows} no date to go by and stand in no period."
