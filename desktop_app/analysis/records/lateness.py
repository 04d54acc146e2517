"""How long after an incident its notifications still come in, and which periods have late ones to come."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from desktop_app.analysis.records.coverage import Window
from desktop_app.analysis.records.index import NO_DAY, Index, Ints
from desktop_app.analysis.records.masks import day_number
from desktop_app.domain.periods import Period
from desktop_app.domain.units import DateBasis

NEARLY_ALL = 0.95  # of the notifications of a period's incidents
USUAL_DAYS = 91  # thirteen weeks, allowed for where the data do not tell
_SEEN_DAYS = 365  # an incident that lies so far back has had the time for its late notification
_ENOUGH = 20  # notifications whose delay could be seen


@dataclass(frozen=True, slots=True)
class Lateness:
    """The days from the incident within which nearly all notifications came; not `seen`: that are assumed."""

    days: int
    seen: bool


def lateness_of(index: Index, window: Window) -> Lateness:
    """Return within how many days of the incident 95% of the notifications came in.

    Only incidents between the first day of the window and a year before its last are looked at: of earlier
    ones the file holds the late notifications only, of later ones it cannot hold those yet. Where fewer than
    20 are left, or a date is known by its period only, thirteen weeks are assumed.
    """
    return index.once("lateness", lambda: _lateness(index, window))


def _lateness(index: Index, window: Window) -> Lateness:
    notified, incident = index.days(DateBasis.NOTIFIED), index.days(DateBasis.INCIDENT)
    coarse = any(basis.column in index.coarse for basis in DateBasis)
    if notified is None or incident is None or coarse or not window.of_notification:
        return Lateness(USUAL_DAYS, seen=False)
    first, last = day_number(window.first), day_number(window.last) - _SEEN_DAYS
    known = (notified != NO_DAY) & (incident != NO_DAY) & (notified >= incident)
    rows = _one_each(index, np.flatnonzero(known & (incident >= first) & (incident <= last)))
    if len(rows) < _ENOUGH:
        return Lateness(USUAL_DAYS, seen=False)
    days = np.quantile(notified[rows] - incident[rows], NEARLY_ALL, method="inverted_cdf")
    return Lateness(int(days), seen=True)


def _one_each(index: Index, rows: Ints) -> Ints:
    """Return one of the rows of each notification."""
    return rows if index.reference is None else rows[np.unique(index.reference[rows], return_index=True)[1]]


def awaits(period: Period, window: Window, lateness: Lateness) -> bool:
    """Return whether late notifications of a period's incidents are still to come.

    Where the file has no dates notified, what the person says is whole is whole by date of incident.
    """
    stated = None if window.of_notification else window.whole.last
    if stated is not None and period.end <= stated:
        return False
    return period.end + timedelta(lateness.days) > window.known_to
