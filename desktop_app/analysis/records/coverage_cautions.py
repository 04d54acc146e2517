"""What a reader must know about the time that records cover: which periods are incomplete, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.analysis.records.coverage import Window
from desktop_app.analysis.records.lateness import Lateness, awaits
from desktop_app.domain.extent import Extent
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.problems import Notice
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind

_MOST_NAMED = 6
_LONG_SILENCE_DAYS = 28


def about_coverage(
    periods: tuple[Period, ...],
    complete: tuple[bool, ...],
    state: ViewState,
    window: Window | None,
    late: Lateness | None,
    today: date,
) -> list[Notice]:
    """Return why periods are incomplete, and that they are not compared with others.

    `late` is within how many days of the incident notifications come, None by date notified.
    """
    partial = [period for period, whole in zip(periods, complete, strict=True) if not whole]
    if window is None or not periods:
        return []
    early = [period for period in partial if not window.reaches_back_to(period.start)]
    short = [period for period in partial if period not in early and not window.reaches(period.end)]
    running = [period for period in partial if period not in early + short and period.end > today]
    rest = [period for period in partial if period not in early + short + running]
    awaited = [period for period in rest if late is not None and awaits(period, window, late)]
    cut = [period for period in rest if period not in awaited]
    by_incident = state.date_basis is DateBasis.INCIDENT
    notified = by_incident and window.of_notification  # then a word on what was notified settles nothing
    over = [period for period in short if period.end <= today and not notified]
    start, stop = day_words(window.first), day_words(window.last)
    began = f"the data start on {start}"
    if by_incident:
        began = f"incidents notified before {start} are not in the file"
    reasons: list[tuple[list[Period], str, str, Extent | None]] = [
        (early, began, "", replace(state.whole, first=early[0].start) if early else None),
        (short, f"the data stop on {stop}", "", _to_the_end(over, state)),
        (
            awaited,
            _still_to_come(late, stop) if late else "",
            "Use the date notified." if notified else "",
            _to_the_end([] if notified else awaited, state),
        ),
        (running, "the time has not yet passed", "", None),
        (cut, "the filter on dates leaves out some days", "Take out the filter on dates.", None),
    ]
    return [
        *_about_statement(window),
        *(
            replace(about_incomplete(found, reason, way_out), settled=settled)
            for found, reason, way_out, settled in reasons
            if found
        ),
        *_about_silence(periods, complete, state, window),
        *_about_late(periods, complete, state, window),
    ]


def _to_the_end(periods: list[Period], state: ViewState) -> Extent | None:
    """Return what the person would say of the data so that the periods are whole."""
    return replace(state.whole, last=periods[-1].end) if periods else None


def _still_to_come(late: Lateness, stop: str) -> str:
    told = f"in this file 95% came within {late.days:,} days of the incident"
    if not late.seen:
        told = f"the file does not tell how late they come, so {late.days} days are allowed for"
    return f"late notifications are still to come ({told}, and the data stop on {stop})"


def _about_statement(window: Window) -> list[Notice]:
    """Return that periods are complete by the person's word, where it says more than the dates do."""
    whole, said, told = window.whole, [], []
    if whole.first is not None and whole.first < window.first:
        said.append(f"from {day_words(whole.first)}")
        told.append(f"the first date in the file is {day_words(window.first)}")
    if whole.last is not None and whole.last > window.last:
        said.append(f"to {day_words(whole.last)}")
        told.append(f"the last date in the file is {day_words(window.last)}")
    if not said:
        return []
    text = f"The data are taken as complete {' '.join(said)} by choice; {' and '.join(told)}."
    return [Notice(text, settled=Extent())]


def _about_silence(
    periods: tuple[Period, ...], complete: tuple[bool, ...], state: ViewState, window: Window
) -> list[Notice]:
    """Return that a period is taken for complete though the last notification came long before its end."""
    whole = [period for period, each in zip(periods, complete, strict=True) if each]
    by_notification = state.date_basis is DateBasis.NOTIFIED and window.of_notification
    if not whole or not by_notification or (whole[-1].end - window.known_to).days < _LONG_SILENCE_DAYS:
        return []
    name = whole[-1].label
    text = f"The last notification in the file came on {day_words(window.last)}: {name} is taken as complete."
    return [Notice(text, f"If the file was drawn before the end of {name}, do not compare it.")]


def _about_late(
    periods: tuple[Period, ...], complete: tuple[bool, ...], state: ViewState, window: Window
) -> list[Notice]:
    """Return that even a complete newest period may still grow a little by date of incident."""
    if state.date_basis is not DateBasis.INCIDENT or not window.of_notification or not complete[-1]:
        return []
    last = periods[-1].label
    text = f"Incidents notified after {day_words(window.last)} are not in the file: {last} may still grow."
    return [Notice(text, "Use the date notified to compare with earlier periods.")]


def about_incomplete(periods: Sequence[Period], reason: str, way_out: str = "") -> Notice:
    """Return why one or more periods are incomplete, in one sentence; shorter ones may be whole."""
    shortest = periods[0].kind is PeriodKind.MONTH
    shorter = "" if shortest else "Choose shorter periods to compare what is whole."
    if len(periods) == 1:
        text = f"{named(periods)} is incomplete, because {reason}: it is not compared with other periods."
    else:
        text = f"{named(periods)} are incomplete, because {reason}: they are not compared with other periods."
    return Notice(text, way_out or shorter)


def named(periods: Sequence[Period]) -> str:
    """Return periods in time order by their names, and a long run of them by its first and last."""
    together = periods[-1].ordinal - periods[0].ordinal == len(periods) - 1
    if len(periods) > 2 and together:
        return f"{periods[0].label} to {periods[-1].label}"
    if len(periods) > _MOST_NAMED:
        return f"{len(periods)} periods between {periods[0].label} and {periods[-1].label}"
    return " and ".join(filter(None, (", ".join(p.label for p in periods[:-1]), periods[-1].label)))
