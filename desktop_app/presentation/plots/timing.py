"""The chart of the clocks: the shares of notifications and rapid reviews within their working days."""

from dataclasses import replace

from desktop_app.analysis.result import OnTime, Result, Spread, Timing
from desktop_app.analysis.statistics.intervals import wilson_interval
from desktop_app.analysis.statistics.timing import NOTIFY_WITHIN, REVIEW_WITHIN
from desktop_app.domain.units import Unit
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
from desktop_app.presentation.plots.few import too_few, too_few_title, too_few_words
from desktop_app.presentation.tables.cells import decimal_cell, text_cell
from desktop_app.presentation.words.captions import FEW_SHOWN, subtitle
from desktop_app.presentation.words.change import capital, listed
from desktop_app.presentation.words.numbers import SMALL, count_text, decimal_text, percent_text
from desktop_app.presentation.words.periods import ONE_KIND, during
from desktop_app.presentation.words.status import source_line

NONE = "These clocks need records with a date notified, and the dates of the steps before and after it."
FROM = {"date_aware": "becoming aware", "date_of_incident": "the incident, for the file has no date aware"}
DAYS_NOTE = (
    "Working days are Monday to Friday without England's bank holidays, counted from the day after. A step"
    " whose dates are missing or out of order is left out; a rapid review that is due and not received is not"
    " on time."
)


def timing_plot(result: Result, _trend: Table) -> Plot:
    """Return the shares on time by period with bands of their intervals; empty without the dates."""
    shown = timings.by_period if (timings := result.timings()) else ()
    series = [
        PlotSeries(key, label, tuple(_mark(result, at, each, key) for at, each in enumerate(shown)))
        for key, label in (("focus", "Notified"), ("children", "Rapid review"))
    ]
    drawn = [one for one in series if any(mark.value is not None for mark in one.marks)]
    sparse = bool(drawn) and too_few([each.notified.of if each.notified else None for each in shown])
    return Plot(
        key="timing",
        kind=PlotKind.LINES,
        title=too_few_title(result.state.period) if sparse else _message(result),
        subtitle=_subtitle(result),
        source=f"{source_line(result)} {FEW_SHOWN if _few(shown) else ''}".rstrip(),
        alt_text=_alt_text(result),
        value_title="Share on time, per cent",
        position_title=ONE_KIND[result.state.period],
        positions=tuple(each.period.label for each in shown if each.period),
        series=() if sparse else tuple(drawn) or (series[0],),
        table=_table(result, shown),
        percent=True,
        band=True,
        absence=too_few_words(result.state.period) if sparse else NONE,
    )


def _few(shown: tuple[Timing, ...]) -> bool:
    found = [clock for each in shown for clock in (each.notified, each.reviewed) if clock]
    return any(clock.of < SMALL for clock in found)


def limit_words(result: Result) -> str:
    """Return the limit of the time to notify, with what it is counted from."""
    start = FROM[timings.clock] if (timings := result.timings()) else FROM["date_aware"]
    return f"{NOTIFY_WITHIN} working days of {start}"


def of_notifications(result: Result, what: str, when: str = "") -> str:
    """Return the subtitle of figures that count notifications whatever the counting unit chosen."""
    state = replace(result.state, unit=Unit.NOTIFICATIONS)
    return subtitle(replace(result, resolved=replace(result.resolved, state=state)), what, when)


def days_text(days: float) -> str:
    """Return a number of days, with a decimal only where it has one."""
    return decimal_text(days, 1).removesuffix(".0")


def _of(timing: Timing, key: str) -> OnTime | None:
    return timing.notified if key == "focus" else timing.reviewed


def _share(found: OnTime) -> float:
    return 100 * found.within / found.of


def _counts(found: OnTime) -> str:
    return f"{count_text(found.within)} of {count_text(found.of)}"


def _mark(result: Result, at: int, timing: Timing, key: str) -> Mark:
    found = _of(timing, key)
    what = (
        f"notified within {limit_words(result)}" if key == "focus" else "rapid reviews within 15 working days"
    )
    when = capital(timing.period.words) if timing.period else ""
    picks = period_picks(result, timing.period)
    if found is None:
        return Mark(at, None, "", f"{when}: not known how many were {what}", picks=picks)
    low, high = (100 * end for end in wilson_interval(found.within, found.of) or (0.0, 1.0))
    label, open_period = percent_text(_share(found)), "" if timing.complete else "; not complete"
    interval = f"95% interval {percent_text(low)} to {percent_text(high)}"
    words = f"{when}: {label} {what} ({_counts(found)}); {interval}{open_period}"
    return Mark(at, _share(found), label, words, low, high, provisional=not timing.complete, picks=picks)


def _subtitle(result: Result) -> str:
    return of_notifications(
        result, f" made within {limit_words(result)}, and rapid reviews within {REVIEW_WITHIN}"
    )


def _message(result: Result) -> str:
    found = timings.overall.notified if (timings := result.timings()) else None
    if found is None:
        return "The data do not tell what was on time"
    if found.of < SMALL:
        return f"{_counts(found)} notified within {NOTIFY_WITHIN} working days"
    return f"{percent_text(_share(found))} were notified within {NOTIFY_WITHIN} working days"


def _alt_text(result: Result) -> str:
    timings = result.timings()
    told_of = [each for each in timings.by_period if each.notified or each.reviewed] if timings else []
    newest = next((each for each in reversed(told_of) if each.complete), None)
    start = "Line chart of the share of notifications and rapid reviews on time"
    if newest is None or newest.period is None:
        return f"{start}; there is no complete period to show."
    told = [
        f"{percent_text(_share(found))} {what} ({_counts(found)})"
        for found, what in ((newest.notified, "of notifications"), (newest.reviewed, "of rapid reviews"))
        if found
    ]
    return f"{start}. {capital(during(newest.period))}: {listed(told)}."


def _table(result: Result, shown: tuple[Timing, ...]) -> Table:
    columns = [
        TableColumn("period", ONE_KIND[result.state.period], CellKind.TEXT),
        TableColumn("notifications", "Notifications", CellKind.COUNT),
        TableColumn("median", "Days from incident to notification, median", CellKind.DECIMAL),
        TableColumn("lower", "Days, lower quartile", CellKind.DECIMAL),
        TableColumn("upper", "Days, upper quartile", CellKind.DECIMAL),
    ]
    for key, name in (
        ("notified", f"Notified within {NOTIFY_WITHIN} working days"),
        ("reviewed", f"Rapid review within {REVIEW_WITHIN} working days"),
    ):
        columns += [
            TableColumn(f"{key}_within", name, CellKind.COUNT),
            TableColumn(f"{key}_of", f"{name}: of", CellKind.COUNT),
            TableColumn(f"{key}_share", f"{name}: share", CellKind.PERCENT),
        ]
    rows = [_row(result, each) for each in shown]
    timings = result.timings()
    if timings and rows:
        rows.append(_row(result, timings.overall))
    return Table(
        key="timing",
        title="Time from incident to notification and to rapid review",
        subtitle=_subtitle(result) if rows else NONE,
        columns=tuple(columns),
        rows=tuple(rows),
        notes=(f"The time to notify is {limit_words(result)}.", DAYS_NOTE) if rows else (NONE,),
        source=source_line(result),
    )


def _row(result: Result, timing: Timing) -> tuple[Cell, ...]:
    name = timing.period.label if timing.period else "All shown"
    return (
        text_cell(
            name if timing.complete or not timing.period else f"{name} (not complete)",
            period_picks(result, timing.period),
        ),
        Cell(count_text(timing.notifications), timing.notifications),
        *_spread_cells(timing.delay),
        *_on_time_cells(timing.notified),
        *_on_time_cells(timing.reviewed),
    )


def _spread_cells(spread: Spread | None) -> tuple[Cell, ...]:
    if spread is None:
        return tuple(decimal_cell(None, 1) for _ in range(3))
    return tuple(Cell(days_text(days), days) for days in (spread.median, spread.lower, spread.upper))


def _on_time_cells(found: OnTime | None) -> tuple[Cell, ...]:
    if found is None:
        return (Cell(""), Cell(""), Cell(""))
    return (
        Cell(count_text(found.within), found.within),
        Cell(count_text(found.of), found.of),
        Cell(percent_text(_share(found)), _share(found)),
    )
