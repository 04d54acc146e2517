"""The charts of the way after an incident: days until the notification, and how many came to each review."""

from itertools import pairwise

from desktop_app.analysis.result import Result, Stage, Timings
from desktop_app.analysis.statistics.timing import DELAY_ENDS
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
from desktop_app.presentation.plots.timing import NONE, days_text, of_notifications
from desktop_app.presentation.words.change import listed
from desktop_app.presentation.words.numbers import SMALL, count_text, percent_text
from desktop_app.presentation.words.status import source_line

DELAY_NAMES = (
    "The same or the next day",
    *(f"{before + 1} to {last} days" for before, last in pairwise(DELAY_ENDS)),
    f"More than {DELAY_ENDS[-1]} days",
)
STAGE_NAMES = {
    "notified": "Notified",
    "reviewed": "Rapid review received",
    "decided": "Local review decided on",
    "published": "Local review published",
}
OPEN_NOTE = (
    "Recent notifications have had less time to come to the later stages, so their numbers still grow."
)


def delay_plot(result: Result, _trend: Table) -> Plot:
    """Return bars of notifications by the days since the incident; empty without both dates."""
    timings = result.timings()
    counts = timings.delays if timings else ()
    total = sum(counts)
    bars = [(name, count, _of_all(count, total)) for name, count in zip(DELAY_NAMES, counts, strict=False)]
    return _bars(
        result,
        "delay",
        (_delay_title(timings), ", days from the incident"),
        "Days from the incident",
        bars,
        _delay_table(result, timings),
    )


def reviews_plot(result: Result, _trend: Table) -> Plot:
    """Return bars of how many notifications came to each stage; empty where the file tells of no review."""
    stages = timings.stages if (timings := result.timings()) else ()
    shown = stages if len(stages) > 1 else ()
    bars = [
        (STAGE_NAMES[stage.key], stage.count, _of_all(stage.count, shown[0].count) if at else "")
        for at, stage in enumerate(shown)
    ]
    return _bars(
        result,
        "reviews",
        (_review_title(shown), ", from notification to published review"),
        "Stage",
        bars,
        _review_table(result, shown),
    )


def _bars(
    result: Result,
    key: str,
    words: tuple[str, str],
    position_title: str,
    bars: list[tuple[str, int, str]],
    table: Table,
) -> Plot:
    labels = [f"{count_text(count)}{share}" for _, count, share in bars]
    told = [f"{name}: {label}" for (name, _, _), label in zip(bars, labels, strict=True)]
    what = listed(told) if told else "there is nothing to show"
    when = "all records shown"
    marks = tuple(
        Mark(
            at,
            count,
            label,
            f"{name}: {count_text(count)} {'notification' if count == 1 else 'notifications'}{share}",
        )
        for at, ((name, count, share), label) in enumerate(zip(bars, labels, strict=True))
    )
    return Plot(
        key=key,
        kind=PlotKind.BARS,
        title=words[0],
        subtitle=of_notifications(result, words[1], when),
        source=source_line(result),
        alt_text=f"Bar chart of notifications{words[1]}: {what}.",
        value_title="Notifications",
        position_title=position_title,
        positions=tuple(name for name, _, _ in bars),
        series=(PlotSeries("focus", "Notifications", marks),),
        table=table,
        absence=NONE,
    )


def _of_all(count: int, total: int) -> str:
    """Return the share of all to stand behind a count; nothing where they are too few for one."""
    return f" ({percent_text(100 * count / total)})" if total >= SMALL else ""


def _delay_title(timings: Timings | None) -> str:
    spread = timings.overall.delay if timings else None
    if spread is None:
        return "The data do not tell how long notifications took"
    days = f"{days_text(spread.median)} {'day' if spread.median == 1 else 'days'}"
    if spread.known == 1:
        return f"The notification was made {days} after the incident"
    return f"Half were notified within {days} of the incident"


def _delay_table(result: Result, timings: Timings | None) -> Table:
    columns = (
        TableColumn("days", "Days from the incident", CellKind.TEXT),
        TableColumn("notifications", "Notifications", CellKind.COUNT),
        TableColumn("share", "Share", CellKind.PERCENT),
    )
    counts = timings.delays if timings else ()
    total = sum(counts)
    rows = [
        (Cell(name), Cell(count_text(count), count), _share(count, total))
        for name, count in zip(DELAY_NAMES, counts, strict=False)
    ]
    notes = (NONE,)
    if timings and rows:
        rows.append(
            (
                Cell("Dates missing or out of order"),
                Cell(count_text(timings.without_delay), timings.without_delay),
                Cell(""),
            )
        )
        notes = ("Shares are of the notifications with both dates.",)
    return Table(
        "delay",
        "Days from incident to notification",
        of_notifications(result, ""),
        columns,
        tuple(rows),
        notes,
        source_line(result),
    )


def _share(count: int, total: int) -> Cell:
    share = 100 * count / total if total else 0.0
    return Cell(percent_text(share), share)


def _review_title(stages: tuple[Stage, ...]) -> str:
    found = {stage.key: stage.count for stage in stages}
    if not found:
        return "The data do not tell of reviews"
    key = "decided" if "decided" in found else stages[-1].key
    what = {
        "decided": "led to a local review",
        "reviewed": "had a rapid review",
        "published": "had a review published",
    }
    whole, part = found["notified"], found[key]
    if whole < SMALL:
        return f"{count_text(part)} of {count_text(whole)} notifications {what[key]}"
    return f"{percent_text(100 * part / whole)} of notifications {what[key]}"


def _review_table(result: Result, stages: tuple[Stage, ...]) -> Table:
    columns = (
        TableColumn("stage", "Stage", CellKind.TEXT),
        TableColumn("notifications", "Notifications", CellKind.COUNT),
        TableColumn("share", "Share of all notified", CellKind.PERCENT),
        TableColumn(
            "median", "Days since the rapid review or the notification before it, median", CellKind.DECIMAL
        ),
        TableColumn("lower", "Days, lower quartile", CellKind.DECIMAL),
        TableColumn("upper", "Days, upper quartile", CellKind.DECIMAL),
    )
    whole = stages[0].count if stages else 0
    rows = tuple(
        (
            Cell(STAGE_NAMES[stage.key]),
            Cell(count_text(stage.count), stage.count),
            _share(stage.count, whole),
            *_days(stage),
        )
        for stage in stages
    )
    notes = (OPEN_NOTE,) if rows else (NONE,)
    return Table(
        "reviews",
        "From notification to published review",
        of_notifications(result, ""),
        columns,
        rows,
        notes,
        source_line(result),
    )


def _days(stage: Stage) -> tuple[Cell, ...]:
    found = stage.days
    if found is None:
        return (Cell(""), Cell(""), Cell(""))
    return tuple(Cell(days_text(days), days) for days in (found.median, found.lower, found.upper))
