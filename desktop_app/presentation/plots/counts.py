"""The charts of counts by period: stacked or grouped by nature, and as lines."""

from dataclasses import replace

from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import headline, measure
from desktop_app.domain.filters import Filter
from desktop_app.presentation.models import WHOLE, Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.picks import nature_picks, period_picks
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import (
    capital,
    change_words,
    concerned,
    listed,
    noun,
    small,
)
from desktop_app.presentation.words.messages import nature_message, total_message
from desktop_app.presentation.words.numbers import figure_text
from desktop_app.presentation.words.parts import apart, apart_note, is_part
from desktop_app.presentation.words.periods import ONE_KIND, compare, during, spoken_row
from desktop_app.presentation.words.status import source_line

NATURES = ("deaths", "serious_harm", "other")
REST = "Nature not given"
UNSHOWN = "Suppressed or not given"


def nature_plot(result: Result, trend: Table) -> Plot:
    """Return columns of the total, stacked by nature as far as the natures are known."""
    total = headline(result.state.unit).key
    series, by_nature = parts_of(result)
    return replace(
        _trend_plot(result, PlotKind.STACKED, series, trend),
        key="nature",
        title=total_message(result),
        subtitle=subtitle(result, " by nature" if by_nature else ""),
        alt_text=_alt_text(result, "Column chart", by_nature),
        totals=tuple(figure_text(row[total].figure) for row in result.rows),
    )


def grouped_plot(result: Result, trend: Table) -> Plot:
    """Return columns of the natures side by side, so that each can be followed from the same ground."""
    series, by_nature = parts_of(result)
    return replace(
        _trend_plot(result, PlotKind.GROUPED, series, trend),
        key="grouped",
        title=nature_message(result) if by_nature else total_message(result),
        subtitle=subtitle(result, " by nature, side by side" if by_nature else ""),
        alt_text=_alt_text(result, "Column chart, natures side by side,", by_nature),
    )


def parts_of(result: Result) -> tuple[tuple[PlotSeries, ...], bool]:
    """Return the parts of the total in every period, and whether they are the natures.

    What the natures leave of the total is a part of its own, so that all together they are the total.
    """
    total = headline(result.state.unit).key
    parts = [key for key in NATURES if any(row[key].figure.value for row in result.rows)]
    if not parts:
        return (_series(result, total, WHOLE, ()),), False
    series = [
        _without_those_apart(
            result, key, _series(result, key, key, nature_picks(result, measure(key).nature))
        )
        for key in parts
    ]
    if not _rounded(result) and any(_rest(result, row, total, parts).value for row in result.rows):
        series.append(_rest_series(result, total, parts))
    return tuple(series), True


def _without_those_apart(result: Result, key: str, series: PlotSeries) -> PlotSeries:
    """Leave a nature out of columns whose total it is no part of; its words still tell it."""
    marks = zip(series.marks, result.rows, strict=True)
    left = (mark if is_part(result, row, key) else replace(mark, value=None, label="") for mark, row in marks)
    return replace(series, marks=tuple(left))


def lines_plot(result: Result, trend: Table) -> Plot:
    """Return a line for the total and one each for deaths and serious harm."""
    total = headline(result.state.unit).key
    natures = [key for key in NATURES[:2] if any(row[key].figure.value is not None for row in result.rows)]
    series = [_series(result, total, "total", ())]
    series += [_series(result, key, key, nature_picks(result, measure(key).nature)) for key in natures]
    what = listed([small(measure(key).title) for key in natures]) if natures else ""
    return replace(
        _trend_plot(result, PlotKind.LINES, tuple(series), trend),
        key="lines",
        title=nature_message(result),
        subtitle=subtitle(result, f" with {what}" if what else ""),
        alt_text=_alt_text(result, "Line chart", bool(natures)),
    )


def _trend_plot(result: Result, kind: PlotKind, series: tuple[PlotSeries, ...], table: Table) -> Plot:
    """Return what the charts of counts by period share; the words of each chart are its own."""
    return Plot(
        key="",
        kind=kind,
        title="",
        subtitle="",
        source=" ".join(filter(None, (source_line(result), provisional_words(result), apart_note(result)))),
        alt_text="",
        value_title=capital(concerned(result.state.unit)),
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in result.rows),
        series=series,
        table=table,
    )


def _series(result: Result, key: str, colour: str, picks: tuple[Filter, ...]) -> PlotSeries:
    spec = measure(key)
    label = {"deaths": "Child death"}.get(key, spec.title)
    return PlotSeries(
        colour, label, tuple(_mark(result, index, row, key, picks) for index, row in enumerate(result.rows))
    )


def _mark(result: Result, index: int, row: ResultRow, key: str, picks: tuple[Filter, ...]) -> Mark:
    counted = row[key]
    low, high = counted.interval or (None, None)
    return Mark(
        position=index,
        value=counted.figure.value,
        label=figure_text(counted.figure),
        words=_mark_words(result, row, key),
        low=low,
        high=high,
        provisional=not row.complete,
        picks=(*period_picks(result, row.period), *picks),
    )


def _mark_words(result: Result, row: ResultRow, key: str) -> str:
    spec, figure = measure(key), row[key].figure
    if row.period is None:
        return ""
    unit = noun(result.state.unit, figure.value)
    what = unit if spec.nature is None else f"{unit}, {spec.nature.lower()}"
    text = f"{capital(row.period.words)}: {figure_text(figure)} {what}"
    comparison = compare(row, key)
    change = f"; {change_words(comparison)}" if comparison else ""
    return f"{text}{change}{'' if row.complete else '; not complete'}"


def _rounded(result: Result) -> bool:
    """Return whether counts are rounded, so that what parts leave of a total means nothing."""
    return result.disclosure is not None and result.disclosure.rounding > 0


def _rest(result: Result, row: ResultRow, total: str, parts: list[str]) -> Figure:
    """Return what the natures leave of the total, so that a column is as high as its total."""
    whole = row[total].figure
    known = sum(row[key].figure.value or 0 for key in parts if is_part(result, row, key))
    if whole.value is None or whole.value <= known:
        return Figure(None)
    return Figure(whole.value - known)


def _rest_series(result: Result, total: str, parts: list[str]) -> PlotSeries:
    hidden = any(row[key].figure.marker for row in result.rows for key in NATURES)
    marks, name = [], UNSHOWN if hidden else REST
    for index, row in enumerate(result.rows):
        figure = _rest(result, row, total, parts)
        when = capital(row.period.words) if row.period else ""
        marks.append(
            Mark(
                position=index,
                value=figure.value,
                label=figure_text(figure),
                words=f"{when}: {figure_text(figure)}, {small(name)}",
                provisional=not row.complete,
                picks=period_picks(result, row.period),
            )
        )
    return PlotSeries("context", name, tuple(marks))


def _alt_text(result: Result, form: str, with_nature: bool) -> str:
    key, unit = headline(result.state.unit).key, concerned(result.state.unit)
    row = spoken_row(result)
    if row is None or row.period is None:
        return f"{form} of {unit} by {small(ONE_KIND[result.state.period])}; there is nothing to show."
    told = [
        f"{figure_text(each[key].figure)} {during(each.period)}{'' if each.complete else ' (not complete)'}"
        for each in _landmarks(result, row, key)
        if each.period is not None
    ]
    text = f"{form} of {unit}: {listed(told)}."
    deaths, harm = row["deaths"].figure, row["serious_harm"].figure
    if not with_nature or deaths.value is None or harm.value is None or apart(result, row):
        return text
    return (
        f"{text} In the last, {figure_text(deaths)} were child deaths and {figure_text(harm)} serious harm."
    )


def _landmarks(result: Result, last: ResultRow, key: str) -> list[ResultRow]:
    """Return the first, the highest and the last complete period, each once and in time order."""
    known = [row for row in result.rows if row.complete and row[key].figure.value is not None]
    if not known:
        return [last]
    highest = max(known, key=lambda row: row[key].figure.value or 0.0)
    return [row for row in result.rows if row is known[0] or row is highest or row is last]
