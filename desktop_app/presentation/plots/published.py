"""The file's own numbers beside those that the Panel, DfE and Ofsted have published, and the difference."""

from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import headline, measure
from desktop_app.catalogue.published_series import NEVER_JOIN, PublishedFigure, published_series
from desktop_app.domain.population import ENGLAND
from desktop_app.domain.units import DateBasis
from desktop_app.presentation.models import (
    Cell,
    CellKind,
    Line,
    Mark,
    Plot,
    PlotKind,
    PlotSeries,
    Table,
    TableColumn,
)
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.tables.cells import count_cell, text_cell
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, listed, noun, number_words
from desktop_app.presentation.words.filters import filtered
from desktop_app.presentation.words.numbers import count_text, figure_text
from desktop_app.presentation.words.periods import ONE_KIND
from desktop_app.presentation.words.status import source_line

NOT_CHILDREN = (
    "Published figures are of notifications about children under 18; this file counts older people too."
)
PARTS = ("deaths", "serious_harm", "other")
NO_FIGURES = "Nothing was published for these periods: choose calendar years, financial years or half-years."
FILTERED = "Published figures are for all of England: take out the filters to compare with them."
NOT_ENGLAND = "Published figures are for all of England, and this file does not hold every region of it."
BY_INCIDENT = "Published figures are by date notified: count by that date to compare with them."


def published_plot(result: Result, _trend: Table) -> Plot:
    """Return the total by period with every published series as a line; empty where nothing compares."""
    why_not = _obstacle(result)
    rows = () if why_not else result.rows
    unit = concerned(result.state.unit)
    found = _found(result) if not why_not else {}
    marks = tuple(_mark(result, at, row, found) for at, row in enumerate(rows))
    return Plot(
        key="published",
        kind=PlotKind.LINES,
        title=_message(result, found),
        subtitle=subtitle(result, ", beside published figures"),
        source=" ".join(filter(None, (source_line(result), provisional_words(result), _origins(found)))),
        alt_text=_alt_text(result, found, why_not),
        value_title=capital(unit),
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label for row in rows if row.period),
        series=(PlotSeries("focus", "This file", marks),),
        table=_table(result, found, why_not),
        lines=_lines(result, found),
        absence=why_not,
    )


def _obstacle(result: Result) -> str:
    if result.beyond_children:
        return NOT_CHILDREN
    if filtered(result):
        return FILTERED
    if result.place != ENGLAND:
        return NOT_ENGLAND
    if result.state.date_basis is not DateBasis.NOTIFIED:
        return BY_INCIDENT
    return "" if _found(result) else NO_FIGURES


def _found(result: Result) -> dict[ResultRow, list[PublishedFigure]]:
    """Return the published figures for exactly the same days as each period shown."""
    pairs = {
        row: [
            each
            for each in published_series()
            if (each.start, each.end) == (row.period.start, row.period.end)
        ]
        for row in result.rows
        if row.period
    }
    return {row: figures for row, figures in pairs.items() if figures}


def _name(figure: PublishedFigure) -> str:
    return figure.series.removesuffix(" half-years")


def _spoken(figure: PublishedFigure) -> str:
    return {"Panel": "the Panel"}.get(_name(figure), _name(figure))


def _against(difference: float, series: str) -> str:
    return f"{number_words(difference)} than {series}" if difference else f"as many as {series}"


def _lines(result: Result, found: dict[ResultRow, list[PublishedFigure]]) -> tuple[Line, ...]:
    unit = result.state.unit.value
    names = dict.fromkeys(_name(figure) for figures in found.values() for figure in figures)
    lines = []
    for name in names:
        values = tuple(
            next((each.counted_in(unit) for each in found.get(row, ()) if _name(each) == name), None)
            for row in result.rows
        )
        last = next((value for value in reversed(values) if value is not None), None)
        if last is not None:
            own = tuple(map(_as_float, values))
            lines.append(Line(f"{name}, published", own, dashed=True, last=count_text(last)))
    return tuple(lines)


def _as_float(value: int | None) -> float | None:
    return None if value is None else float(value)


def _mark(result: Result, at: int, row: ResultRow, found: dict[ResultRow, list[PublishedFigure]]) -> Mark:
    figure = row[headline(result.state.unit).key].figure
    told = [
        f"{_spoken(each)} published {count_text(value)}"
        for each in found.get(row, ())
        if (value := each.counted_in(result.state.unit.value)) is not None
    ]
    when = capital(row.period.words) if row.period else ""
    words = f"{when}: {figure_text(figure)} {noun(result.state.unit, figure.value)}"
    return Mark(
        position=at,
        value=figure.value,
        label=figure_text(figure),
        words=f"{words}; {listed(told)}" if told else words,
        provisional=not row.complete,
        picks=period_picks(result, row.period),
    )


def _compared(
    result: Result, found: dict[ResultRow, list[PublishedFigure]]
) -> list[tuple[ResultRow, str, float]]:
    """Return the difference of the file's total from every published one, in time order."""
    key = headline(result.state.unit).key
    return [
        (row, _spoken(each), mine - value)
        for row, figures in found.items()
        for each in figures
        if (value := each.counted_in(result.state.unit.value)) is not None
        and row.complete
        and (mine := row[key].figure.value) is not None
        and not row[key].figure.at_least
    ]


def _message(result: Result, found: dict[ResultRow, list[PublishedFigure]]) -> str:
    compared, name = _compared(result, found), capital(noun(result.state.unit))
    if not compared and found and not any(row.complete for row in found):
        return f"{name}: no complete period to compare with published figures"
    if not compared:
        return f"{name}: no published figure to compare with"
    equal = sorted(
        {series for _, series, _ in compared if all(d == 0 for _, s, d in compared if s == series)}
    )
    if equal:
        owners = listed(f"{each}'s" for each in equal)
        return f"{name} equal {owners} published figures"
    row, series, difference = compared[-1]
    when = row.period.label if row.period else ""
    return f"{name}, {when}: {_against(difference, series)} published"


def _alt_text(result: Result, found: dict[ResultRow, list[PublishedFigure]], why_not: str) -> str:
    start = f"Line chart of {concerned(result.state.unit)} beside published figures"
    if why_not:
        return f"{start}; there is none to show. {why_not}"
    told = [
        f"{row.period.label} {_against(difference, series)}"
        for row, series, difference in _compared(result, found)[-4:]
        if row.period
    ]
    return f"{start}: {'; '.join(told)}." if told else f"{start}; no complete period compares."


def _origins(found: dict[ResultRow, list[PublishedFigure]]) -> str:
    names = dict.fromkeys(_name(figure) for figures in found.values() for figure in figures)
    return f"Published: {listed(names)}; sources in the table. {NEVER_JOIN}" if names else ""


def _table(result: Result, found: dict[ResultRow, list[PublishedFigure]], why_not: str) -> Table:
    columns = (
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        TableColumn("series", "Published by", CellKind.TEXT),
        TableColumn("measure", "Measure", CellKind.TEXT),
        TableColumn("file", "This file", CellKind.COUNT),
        TableColumn("published", "Published", CellKind.COUNT),
        TableColumn("difference", "Difference", CellKind.COUNT),
        TableColumn("unit", "Published figure counts", CellKind.TEXT),
        TableColumn("scope", "Scope", CellKind.TEXT),
        TableColumn("source", "Source", CellKind.TEXT),
    )
    rows = (
        ()
        if why_not
        else tuple(
            cells for row, figures in found.items() for each in figures for cells in _rows(result, row, each)
        )
    )
    return Table(
        key="published",
        title="This file beside published figures",
        subtitle=why_not or subtitle(result),
        columns=columns,
        rows=rows,
        notes=(why_not,) if why_not else tuple(filter(None, (NEVER_JOIN, provisional_words(result)))),
        source=source_line(result),
    )


def _rows(result: Result, row: ResultRow, figure: PublishedFigure) -> list[tuple[Cell, ...]]:
    """Return a line for every figure that was published, whatever unit it counts."""
    stated = [(figure.unit, "total", figure.total), ("children", "children", figure.children)]
    stated += [(figure.split_unit, key, getattr(figure, key)) for key in PARTS]
    return [
        _row(result, row, figure, (unit, key), float(value))
        for unit, key, value in stated
        if value is not None
    ]


def _row(
    result: Result, row: ResultRow, figure: PublishedFigure, counts: tuple[str, str], value: float
) -> tuple[Cell, ...]:
    unit, key = counts
    mine = _mine(result, row, unit, key)
    exact = mine.value if mine and not mine.at_least else None
    difference = None if exact is None else exact - value
    title = capital(unit) if key in {"total", "children"} else measure(key).title
    return (
        text_cell(row.period.label if row.period else "", period_picks(result, row.period)),
        text_cell(_name(figure)),
        text_cell(title),
        count_cell(mine) if mine else text_cell("in another unit"),
        Cell(count_text(value), value),
        Cell("")
        if difference is None
        else Cell(number_words(difference) if difference else "none", difference),
        text_cell(unit),
        text_cell(figure.scope),
        text_cell(figure.source),
    )


def _mine(result: Result, row: ResultRow, unit: str, key: str) -> Figure | None:
    """Return the file's own figure for the same count, None where it is in another unit."""
    if key in {"total", "children"}:
        return row[unit].figure if unit in {"notifications", "children"} else None
    return row[key].figure if unit == row.split_in(result.state.unit).value else None
