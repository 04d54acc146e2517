"""The chart of the rate: notifications or children for every so many children who live in the area."""

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.plots.absence import hidden_words
from desktop_app.presentation.tables.cells import count_cell, decimal_cell, text_cell
from desktop_app.presentation.tables.trend import INTERVAL_NOTE
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, listed, small
from desktop_app.presentation.words.messages import fitting
from desktop_app.presentation.words.numbers import count_text
from desktop_app.presentation.words.periods import ONE_KIND, during
from desktop_app.presentation.words.rates import (
    MID_YEAR_NOTE,
    per,
    per_children,
    rate_notes,
    rate_places,
    rate_text,
)
from desktop_app.presentation.words.status import source_line

NOT_YEARLY = "Rates are given for whole years: choose calendar years or financial years as the period."
NO_RATE = (
    "A rate needs complete years, and figures for England or whole regions that no filter limits to a group"
    " of unknown size."
)


def rate_plot(result: Result, _trend: Table) -> Plot:
    """Return the rate of the total by year with its 95% interval as a band; empty where there is none."""
    unit = concerned(result.state.unit)
    marks = tuple(_mark(result, at, row) for at, row in enumerate(result.rows))
    said = rate_notes(result) if _rated(result) else ()
    return Plot(
        key="rate",
        kind=PlotKind.LINES,
        title=_message(result),
        subtitle=subtitle(result, f" {per_children(result)}, with 95% intervals"),
        source=" ".join(filter(None, (source_line(result), provisional_words(result), *said))),
        alt_text=_alt_text(result),
        value_title=f"{capital(unit)} {per_children(result)}",
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in result.rows),
        series=(PlotSeries("focus", "Rate", marks),),
        table=_table(result),
        places=rate_places(result),
        band=True,
        absence=_why_none(result),
    )


def _rated(result: Result) -> list[ResultRow]:
    key = headline(result.state.unit).key
    return [row for row in result.rows if row.period and row[key].rate is not None]


def _why_none(result: Result) -> str:
    """Return why there is no rate, and the way out."""
    if result.state.period.per_year > 1:
        return NOT_YEARLY
    told = " ".join(f"{notice.text} {notice.way_out}".rstrip() for notice in result.rate_notices)
    return hidden_words(result) or told or NO_RATE


def _mark(result: Result, at: int, row: ResultRow) -> Mark:
    counted = row[headline(result.state.unit).key]
    low, high = counted.rate_interval or (None, None)
    when = capital(row.period.words) if row.period else ""
    words = f"{when}: no rate"
    if counted.rate is not None and row.population is not None:
        words = (
            f"{when}: {rate_text(result, counted.rate)} {per_children(result)} (95% interval"
            f" {rate_text(result, low)} to {rate_text(result, high)};"
            f" {count_text(counted.figure.value or 0)} among {count_text(row.population)})"
        )
    label, picks = rate_text(result, counted.rate), period_picks(result, row.period)
    return Mark(at, counted.rate, label, words, low, high, picks=picks)


def _message(result: Result) -> str:
    rated, key = _rated(result), headline(result.state.unit).key
    if not rated or rated[-1].period is None:
        return "No rate can be given for these figures"
    last = rated[-1]
    rate = rate_text(result, last[key].rate)
    return fitting(result, None, f", {rated[-1].period.label}: {rate} {per(result)} children")


def _alt_text(result: Result) -> str:
    rated, key = _rated(result), headline(result.state.unit).key
    unit = concerned(result.state.unit)
    if not rated:
        return f"Chart of the rate of {unit}; there is none to show. {_why_none(result)}"
    ends = [rated[0], rated[-1]] if len(rated) > 1 else rated
    told = [f"{rate_text(result, row[key].rate)} {during(row.period)}" for row in ends if row.period]
    by = small(ONE_KIND[result.state.period])
    return f"Line chart of {unit} {per_children(result)} by {by}: {listed(told)}."


def _table(result: Result) -> Table:
    unit = capital(concerned(result.state.unit))
    columns = (
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        TableColumn("count", unit, CellKind.COUNT),
        TableColumn("population", "Children aged 0 to 17", CellKind.COUNT),
        TableColumn("rate", f"Rate {per(result)}", CellKind.DECIMAL),
        TableColumn("low", f"Rate {per(result)}, lower 95%", CellKind.DECIMAL),
        TableColumn("high", f"Rate {per(result)}, upper 95%", CellKind.DECIMAL),
    )
    notes = (*rate_notes(result), MID_YEAR_NOTE, INTERVAL_NOTE, provisional_words(result))
    return Table(
        key="rate",
        title=f"{unit} {per_children(result)}",
        subtitle=subtitle(result),
        columns=columns,
        rows=tuple(_row(result, row) for row in result.rows),
        notes=tuple(note for note in notes if note) if _rated(result) else (NO_RATE,),
        source=source_line(result),
    )


def _row(result: Result, row: ResultRow) -> tuple[Cell, ...]:
    counted, picks = row[headline(result.state.unit).key], period_picks(result, row.period)
    low, high = counted.rate_interval or (None, None)
    return (
        text_cell(row.period.label if row.period else "", picks),
        count_cell(counted.figure, picks),
        Cell("") if row.population is None else Cell(count_text(row.population), row.population),
        *(decimal_cell(value, rate_places(result)) for value in (counted.rate, low, high)),
    )
