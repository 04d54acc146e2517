"""Working days in England and the dates of a notification: incident, aware, notified, review."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from random import Random

from build_spec.samples.draw import choose
from build_spec.samples.records import DEATH, Review

# Bank holidays in England that fall on a weekday, as "month-day" (gov.uk).
_BANK_HOLIDAYS = {
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}
_HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{day}") for year, days in _BANK_HOLIDAYS.items() for day in days.split()
)
_ALL_DAYS = [date(2016, 1, 1) + timedelta(n) for n in range((date(2027, 1, 1) - date(2016, 1, 1)).days)]
_WORKING_DAYS = [day for day in _ALL_DAYS if day.weekday() < 5 and day not in _HOLIDAYS]

_REVIEW_DAYS = 15

# Ranges of days with their weights: most delays are short, a few are very long.
_AWARE_AFTER_DEATH = {(0, 0): 70, (1, 1): 15, (2, 7): 10, (8, 30): 4, (31, 90): 1}
_AWARE_AFTER_HARM = {(0, 0): 48, (1, 1): 14, (2, 3): 11, (4, 7): 9, (8, 30): 9, (31, 180): 6, (181, 600): 3}
_NOTIFIED_AFTER = {(0, 1): 22, (2, 3): 28, (4, 5): 24, (6, 10): 14, (11, 20): 7, (21, 60): 4, (61, 120): 1}
_REVIEW_AGAINST_DUE = {(-5, -1): 35, (0, 0): 35, (1, 5): 18, (6, 25): 8}
_PUBLISHED_AFTER = {(150, 200): 25, (201, 365): 45, (366, 700): 30}


def working_days(start: date, end: date) -> list[date]:
    """Return the working days from `start` to `end`, both included."""
    return _WORKING_DAYS[bisect_left(_WORKING_DAYS, start) : bisect_right(_WORKING_DAYS, end)]


def add_working_days(day: date, count: int) -> date:
    """Return the working day `count` working days on (or back) from a day or the next working day."""
    return _WORKING_DAYS[bisect_left(_WORKING_DAYS, day) + count]


def notified_dates(rng: Random, start: date, end: date, count: int) -> list[date]:
    """Return `count` working days in order, the first and the last of the period among them."""
    days = working_days(start, end)
    monthly = {month: 0.85 + 0.3 * rng.random() for month in range(1, 13)}
    drawn = rng.choices(days, [monthly[day.month] for day in days], k=count - 2)
    return sorted([days[0], *drawn, days[-1]])


def dates_before(rng: Random, notified: date, nature: str) -> tuple[date | None, date | None]:
    """Return the date of the incident and the date the authority became aware; rarely one is not known."""
    aware = add_working_days(notified, -_days(rng, _NOTIFIED_AFTER))
    incident = aware - timedelta(_days(rng, _AWARE_AFTER_DEATH if nature == DEATH else _AWARE_AFTER_HARM))
    return (
        incident if nature == DEATH or rng.random() >= 0.015 else None,
        aware if rng.random() >= 0.04 else None,
    )


def review(rng: Random, notified: date, as_at: date) -> Review:
    """Return the rapid review of a notification and what followed, as known on `as_at`, a working day."""
    due = add_working_days(notified, _REVIEW_DAYS)
    received = add_working_days(due, _days(rng, _REVIEW_AGAINST_DUE))
    if received > as_at or rng.random() < 0.02:
        return Review(due, None, "Not yet decided", None)
    recent = (as_at - notified).days < 120
    decision = choose(rng, {"Yes": 27, "No": 70, "Not yet decided": 25 if recent else 2})
    published = received + timedelta(_days(rng, _PUBLISHED_AFTER))
    if decision != "Yes" or published > as_at:
        return Review(due, received, decision, None)
    return Review(due, received, decision, add_working_days(published, 0))


def _days(rng: Random, weights: dict[tuple[int, int], int]) -> int:
    return rng.randint(*choose(rng, weights))
