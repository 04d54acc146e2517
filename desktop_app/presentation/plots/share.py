"""The chart of shares: what part of the total each nature is, with its 95% interval."""

from collections.abc import Sequence

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.analysis.statistics.intervals import wilson_interval
from desktop_app.catalogue.measures import headline, measure
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
from desktop_app.presentation.picks import nature_picks, period_picks
from desktop_app.presentation.plots.few import too_few, too_few_title, too_few_words
from desktop_app.presentation.tables.cells import count_cell, text_cell
from desktop_app.presentation.words.captions import FEW_SHOWN, provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, listed, noun, small
from desktop_app.presentation.words.messages import subjects
from desktop_app.presentation.words.numbers import SMALL, count_text, decimal_text, percent_text
from desktop_app.presentation.words.parts import apart_note, is_part
from desktop_app.presentation.words.periods import ONE_KIND, during
from desktop_app.presentation.words.status import source_line

SHOWN = ("deaths", "serious_harm")
SHARE_NOTE = "The 95% interval of a share is Wilson's: what chance variation would usually give around it."
NO_NATURE = "A share needs the nature of each notification and the total, both without a suppressed part."
FEW_NOTE = f"A share of fewer than {SMALL} says little: read the counts beside it."


def share_plot(result: Result, _trend: Table) -> Plot:
    """Return the shares of child deaths and of serious harm by period, with bands of their intervals."""
    unit, total = concerned(result.state.unit), headline(result.state.unit).key
    totals, kind = [row[total].figure.value for row in result.rows], result.state.period
    few, sparse = FEW_SHOWN if any(map(_few, totals)) else "", too_few(totals)
    series = tuple(
        PlotSeries(
            key, measure(key).title, tuple(_mark(result, at, row, key) for at, row in enumerate(result.rows))
        )
        for key in SHOWN
    )
    return Plot(
        key="share",
        kind=PlotKind.LINES,
        title=too_few_title(kind) if sparse else _message(result),
        subtitle=subtitle(result, ", share of each nature with 95% intervals"),
        source=" ".join(
            filter(None, (source_line(result), provisional_words(result), apart_note(result), few))
        ),
        alt_text=_alt_text(result),
        value_title=f"Share of {unit}, per cent",
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in result.rows),
        series=() if sparse else series,
        table=_table(result),
        percent=True,
        band=True,
        absence=too_few_words(kind) if sparse else _why_none(result, totals),
    )


def _why_none(result: Result, totals: Sequence[float | None]) -> str:
    if totals and all(total == 0 for total in totals):
        return f"There were no {noun(result.state.unit)}, so there is nothing to share out."
    return NO_NATURE


def _few(total: float | None) -> bool:
    return total is not None and 0 < total < SMALL


def _part(result: Result, row: ResultRow, key: str) -> tuple[float, float] | None:
    """Return a nature's count and the total it is a part of, or None where either is not exactly known."""
    part, whole = row[key].figure, row[headline(result.state.unit).key].figure
    exact = not part.at_least and not whole.at_least
    if not is_part(result, row, key):
        return None
    if part.value is None or not whole.value or not exact or part.value > whole.value:
        return None
    return part.value, whole.value


def _mark(result: Result, at: int, row: ResultRow, key: str) -> Mark:
    found, when = _part(result, row, key), capital(row.period.words) if row.period else ""
    picks = (*period_picks(result, row.period), *nature_picks(result, measure(key).nature))
    name = small(measure(key).title)
    if found is None:
        return Mark(at, None, "", f"{when}: no share of {name}", provisional=not row.complete, picks=picks)
    part, whole = found
    low, high = (100 * end for end in wilson_interval(part, whole) or (0.0, 1.0))
    state = "" if row.complete else "; not complete"
    words = (
        f"{when}: {name}, {percent_text(100 * part / whole)} ({count_text(part)} of {count_text(whole)});"
        f" 95% interval {percent_text(low)} to {percent_text(high)}{state}"
    )
    value = 100 * part / whole
    return Mark(at, value, percent_text(value), words, low, high, provisional=not row.complete, picks=picks)


def _spoken(result: Result) -> tuple[ResultRow, tuple[float, float]] | None:
    """Return the newest complete period with a share of deaths, else the newest with one, or None."""
    found = [(row, part) for row in result.rows if (part := _part(result, row, "deaths")) is not None]
    whole = [pair for pair in found if pair[0].complete]
    return next(reversed(whole or found), None)


def _message(result: Result) -> str:
    found = _spoken(result)
    if found is None or found[0].period is None:
        return "The data do not give the share of each nature"
    row, (part, whole) = found
    when = (row.period.label if row.period else "") + ("" if row.complete else " (not complete)")
    if whole < SMALL:
        return f"Child deaths, {when}: {count_text(part)} of {count_text(whole)}"
    name = small(subjects(result, row.period)[1])
    return f"Child deaths, {when}: {percent_text(100 * part / whole)} of {name}"


def _alt_text(result: Result) -> str:
    unit, found = concerned(result.state.unit), _spoken(result)
    start = f"Line chart of the share of each nature of {unit} by {small(ONE_KIND[result.state.period])}"
    if found is None or found[0].period is None:
        return f"{start}; there is none to show."
    row = found[0]
    told = []
    for key in SHOWN:
        part = _part(result, row, key)
        if part:
            share = percent_text(100 * part[0] / part[1])
            told.append(
                f"{small(measure(key).title)} {share} ({count_text(part[0])} of {count_text(part[1])})"
            )
    when = during(found[0].period)
    return f"{start}. {capital(when)}: {listed(told)}."


def _table(result: Result) -> Table:
    unit = capital(concerned(result.state.unit))
    parts = [
        (
            TableColumn(key, measure(key).title, CellKind.COUNT),
            TableColumn(f"{key}_share", f"{measure(key).title}, share", CellKind.PERCENT),
            TableColumn(f"{key}_low", f"{measure(key).title}, lower 95%", CellKind.PERCENT),
            TableColumn(f"{key}_high", f"{measure(key).title}, upper 95%", CellKind.PERCENT),
        )
        for key in (*SHOWN, "other")
    ]
    few = any((part := _part(result, row, "deaths")) and part[1] < SMALL for row in result.rows)
    notes = (provisional_words(result), SHARE_NOTE, FEW_NOTE if few else "")
    return Table(
        key="share",
        title=f"Share of each nature of {small(unit)}",
        subtitle=subtitle(result),
        columns=(
            TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
            TableColumn("total", unit, CellKind.COUNT),
            *(column for part in parts for column in part),
        ),
        rows=tuple(_row(result, row) for row in result.rows),
        notes=tuple(note for note in notes if note),
        source=source_line(result),
    )


def _row(result: Result, row: ResultRow) -> tuple[Cell, ...]:
    picks = period_picks(result, row.period)
    total = row[headline(result.state.unit).key].figure
    cells = [text_cell(row.period.label if row.period else "", picks), count_cell(total, picks)]
    for key in (*SHOWN, "other"):
        cells.append(count_cell(row[key].figure, picks))
        found = _part(result, row, key)
        interval = wilson_interval(*found) if found else None
        shares = (found[0] / found[1], *interval) if found and interval else (None, None, None)
        cells += [_share_cell(share) for share in shares]
    return tuple(cells)


def _share_cell(share: float | None) -> Cell:
    return Cell("") if share is None else Cell(f"{decimal_text(100 * share, 1)}%", 100 * share)
