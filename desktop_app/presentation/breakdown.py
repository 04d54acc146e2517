"""The breakdown by one column: a table of values by period, and a bar chart of the largest."""

from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.measures import headline
from desktop_app.domain.filters import BLANK
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.captions import provisional_words, subtitle
from desktop_app.presentation.cells import count_cell, explained, text_cell
from desktop_app.presentation.filters import PLACES, column_title
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
from desktop_app.presentation.numbers import figure_text
from desktop_app.presentation.periods import during, period_title, row_of, spoken_row
from desktop_app.presentation.picks import period_picks, value_picks
from desktop_app.presentation.status import source_line
from desktop_app.presentation.words import capital, concerned, noun, small

MOST_BARS = 12
OTHERS = "All other values"
SEVERAL_NOTE = "One notification can have several values, so the values do not add up to the total."
OWN_ORDER = ("age_group",)  # columns whose values have an order of their own; all others stand by size
LAST = ("Unknown", BLANK)
_WHOLE_YEARS = {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.HALF_YEAR}


def added(figures: list[Figure]) -> Figure:
    """Return the sum of figures: a lower limit where one of them is not known, not known where none is."""
    known = [figure.value for figure in figures if figure.value is not None]
    if not known:
        return figures[0] if figures else Figure(None)
    inexact = len(known) < len(figures) or any(figure.at_least for figure in figures)
    return Figure(sum(known), at_least=inexact)


def ordered_values(result: Result) -> tuple[str, ...]:
    """Return the values of the breakdown in the order shown: their own, else largest first."""
    rows = (*result.breakdown_overall, *result.breakdown)
    values = list(dict.fromkeys(row.by for row in rows if row.by is not None))
    if result.state.by in OWN_ORDER:
        return tuple(values)
    sizes = {value: _over_time(result, value).value or 0.0 for value in values}
    return tuple(sorted(values, key=lambda value: (value in LAST, -sizes[value], value.casefold())))


def breakdown_table(result: Result) -> Table | None:
    """Return values down and periods across, with the true total of each period; None without a breakdown."""
    by = result.state.by
    if by is None or not result.breakdown_overall:
        return None
    key, title = headline(result.state.unit).key, column_title(by, result.columns)
    periods = [row.period for row in result.rows if row.period]
    columns = (
        TableColumn("value", title, CellKind.TEXT),
        *(TableColumn(period.label, period.label, CellKind.COUNT) for period in periods),
        TableColumn("all", "All shown", CellKind.COUNT),
    )
    rows = [_value_row(result, value, periods) for value in ordered_values(result)]
    totals = [row[key].figure for row in result.rows]
    total = [
        Cell("Total"),
        *(count_cell(row[key].figure, period_picks(result, row.period)) for row in result.rows),
    ]
    notes = [
        provisional_words(result),
        SEVERAL_NOTE if result.breakdown_of_several else "",
        *explained([*(row[key].figure for row in result.breakdown), *totals]),
    ]
    return Table(
        key="breakdown",
        title=f"{capital(concerned(result.state.unit))} by {small(title)}",
        subtitle=subtitle(result, f" by {small(title)}"),
        columns=columns,
        rows=(*rows, (*total, count_cell(result.overall[key].figure))),
        notes=tuple(note for note in notes if note),
        source=source_line(result),
    )


def breakdown_plot(result: Result, table: Table | None) -> Plot | None:
    """Return bars of the newest complete year or half-year, or of all together where periods are shorter."""
    by = result.state.by
    if by is None or table is None:
        return None
    row = spoken_row(result) if result.state.period in _WHOLE_YEARS else None
    period = row.period if row else None
    title = _title(result)
    bars = _bars(result, period)
    unit, several = result.state.unit, result.breakdown_of_several
    when = period_title(period) if period else "everything shown"
    count = len(ordered_values(result))
    cut = f". The {len(bars)} largest of {count} values are shown" if len(bars) < count and several else ""
    return Plot(
        key="breakdown",
        kind=PlotKind.BARS,
        title=_message(result, bars, period),
        subtitle=subtitle(result, f" by {title}", when) + cut,
        source=source_line(result),
        alt_text=_alt_text(result, bars, when),
        value_title=capital(concerned(unit)),
        position_title=capital(title),
        positions=tuple(value for value, _, _ in bars),
        series=(PlotSeries("focus", capital(concerned(unit)), _marks(result, bars, when)),),
        table=table,
    )


_Bar = tuple[str, Figure, tuple[float, float] | None]


def _bars(result: Result, period: Period | None) -> list[_Bar]:
    values = ordered_values(result)
    bars = [(value, *_bar(result, value, period)) for value in values]
    if result.state.by not in OWN_ORDER:
        bars.sort(key=lambda bar: (bar[0] in LAST, -(bar[1].value or 0.0)))
    if len(bars) <= MOST_BARS:
        return bars
    largest, others = bars[: MOST_BARS - 1], [figure for _, figure, _ in bars[MOST_BARS - 1 :]]
    if result.breakdown_of_several:  # their sum would count a notification more than once
        return largest
    return [*largest, (f"{OTHERS} ({len(others)})", added(others), None)]


def _bar(result: Result, value: str, period: Period | None) -> tuple[Figure, tuple[float, float] | None]:
    if period is None:
        return _over_time(result, value), None
    row, key = row_of(result.breakdown, period, value), headline(result.state.unit).key
    return (row[key].figure, row[key].interval) if row else (_absent(result), None)


def _marks(result: Result, bars: list[_Bar], when: str) -> tuple[Mark, ...]:
    by = result.state.by or ""
    return tuple(
        Mark(
            position=index,
            value=figure.value,
            label=figure_text(figure),
            words=f"{value}, {when}: {figure_text(figure)} {noun(result.state.unit, figure.value)}",
            low=interval[0] if interval else None,
            high=interval[1] if interval else None,
            picks=value_picks(result, by, value),
        )
        for index, (value, figure, interval) in enumerate(bars)
    )


def _title(result: Result) -> str:
    return small(column_title(result.state.by or "", result.columns))


def _largest(bars: list[_Bar]) -> list[_Bar]:
    named = [bar for bar in bars if bar[1].value and bar[0] not in LAST and not bar[0].startswith(OTHERS)]
    return sorted(named, key=lambda bar: -(bar[1].value or 0.0))


def _message(result: Result, bars: list[_Bar], period: Period | None) -> str:
    largest = _largest(bars)
    when = during(period) if period else "in all that is shown"
    if not largest:
        return f"No {concerned(result.state.unit)} {when}"
    key = headline(result.state.unit).key
    row = row_of(result.rows, period) if period else result.overall
    tied = len(largest) > 1 and largest[0][1].value == largest[1][1].value
    long = len(largest[0][0].split()) > 5
    if result.state.by in PLACES or tied or long or row is None or row[key].figure.value is None:
        return f"{capital(concerned(result.state.unit))} by {_title(result)}"
    name, figure, _ = largest[0]
    return f"{name}: {figure_text(figure)} of {figure_text(row[key].figure)} {concerned(result.state.unit)}"


def _alt_text(result: Result, bars: list[_Bar], when: str) -> str:
    title = _title(result)
    figures = ", ".join(f"{value} {figure_text(figure)}" for value, figure, _ in bars[:6])
    more = f" and {len(bars) - 6} more" if len(bars) > 6 else ""
    return f"Bar chart of {concerned(result.state.unit)} by {title}, {when}: {figures}{more}."


def _over_time(result: Result, value: str) -> Figure:
    key = headline(result.state.unit).key
    row = next((row for row in result.breakdown_overall if row.by == value), None)
    return row[key].figure if row else _absent(result)


def _value_row(result: Result, value: str, periods: list[Period]) -> tuple[Cell, ...]:
    by, key = result.state.by or "", headline(result.state.unit).key
    mine = value_picks(result, by, value)
    cells = [text_cell(value, mine)]
    for period in periods:
        row = row_of(result.breakdown, period, value)
        picks = (*mine, *period_picks(result, period)) if mine else ()
        cells.append(count_cell(row[key].figure if row else _absent(result), picks))
    return (*cells, count_cell(_over_time(result, value), mine))


def _absent(result: Result) -> Figure:
    """Return what stands for a value without a row: none among records, unknown in published counts."""
    return Figure(None) if result.shape is Shape.AGGREGATE else Figure(0.0)
