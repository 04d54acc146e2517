"""The chart of change on earlier periods: columns about zero with their 95% intervals."""

from desktop_app.analysis.result import Result, ResultRow
from desktop_app.catalogue.measures import headline
from desktop_app.presentation.models import Mark, Plot, PlotKind, PlotSeries, Table
from desktop_app.presentation.picks import period_picks
from desktop_app.presentation.tables.trend import change_table
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import (
    capital,
    certainty_words,
    change_words,
    concerned,
    interval_words,
    noun,
    percent_words,
)
from desktop_app.presentation.words.comparing import base_words
from desktop_app.presentation.words.messages import change_message
from desktop_app.presentation.words.numbers import SMALL, count_text
from desktop_app.presentation.words.periods import ONE_KIND, Comparison, compare, during, plain_kind
from desktop_app.presentation.words.status import source_line


def change_plot(result: Result, _trend: Table) -> Plot:
    """Return the change of the total on what it is compared with, with 95% intervals."""
    key = headline(result.state.unit).key
    by_row = [compare(row, key) for row in result.rows]
    compared = [each for each in by_row if each is not None]
    first = next((index for index, each in enumerate(by_row) if each is not None), len(by_row))
    shown = result.rows[first:]
    marks = tuple(_mark(result, index, row, key) for index, row in enumerate(shown))
    name = capital(concerned(result.state.unit))
    return Plot(
        key="change",
        kind=PlotKind.CHANGE,
        title=change_message(result, compared) if compared else "No earlier period to compare with",
        subtitle=subtitle(result, f", change on {base_words(result.state)} with 95% intervals"),
        source=f"{source_line(result)} {provisional_words(result)}".rstrip(),
        alt_text=_alt_text(result, compared),
        value_title=f"Change in {concerned(result.state.unit)}, per cent",
        position_title=ONE_KIND[result.state.period],
        positions=tuple(row.period.label if row.period else "" for row in shown),
        series=(PlotSeries("focus", name, marks),),
        table=change_table(result),
        percent=True,
        absence=_why_none(result, compared),
    )


def _why_none(result: Result, compared: list[Comparison]) -> str:
    """Return why there may be no change to draw, and what would give one."""
    if compared:
        what = noun(result.state.unit)
        return f"There were no {what} in the earlier periods: a change from none has no percentage."
    kind = plain_kind(result.state.period)
    if len(result.rows) == 1:
        one = f"There is one {kind.removesuffix('s')} only, so no change to show."
        return f"{one} Add the file of another, or choose shorter periods."
    if result.state.base is not None:
        return "No complete period lies after the one that is compared with. Choose an earlier one."
    return f"Only complete {kind} are compared, and no two of them are known here. Choose other periods."


def _mark(result: Result, index: int, row: ResultRow, key: str) -> Mark:
    comparison = compare(row, key)
    when = capital(row.period.words) if row.period else ""
    picks = period_picks(result, row.period)
    if comparison is None:
        why = "not complete" if not row.complete else "nothing to compare with"
        label = "" if row.complete else why
        return Mark(index, None, label, f"{when}: {why}", provisional=not row.complete, picks=picks)
    change = comparison.change
    low, high = change.interval_percent or (None, None)
    sure = certainty_words(change)
    interval = (
        f" (95% interval {interval_words(*change.interval_percent)})" if change.interval_percent else ""
    )
    counts = f"{count_text(comparison.now)}, {change_words(comparison)}"
    label = f"{count_text(comparison.base)} to {count_text(comparison.now)}"
    if change.percent is not None and (comparison.base >= SMALL or not change.number):
        label = percent_words(change.percent)  # one of fewer misleads
    return Mark(
        position=index,
        value=change.percent,
        label=label,
        words=f"{when}: {counts}{interval}{'; ' + sure if sure else ''}",
        low=low,
        high=high,
        picks=picks,
    )


def _alt_text(result: Result, compared: list[Comparison]) -> str:
    unit = concerned(result.state.unit)
    if not compared:
        return f"Chart of the change in {unit}; there is no earlier period to compare with."
    last = compared[-1]
    return (
        f"Chart of the change in {unit}: {count_text(last.now)} {during(last.period)}, {change_words(last)}."
    )
