"""Which period the words speak of, what it is compared with, and how periods are named in words."""

from dataclasses import dataclass

from desktop_app.analysis.result import Change, Result, ResultRow
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind

KIND_WORDS = {
    PeriodKind.CALENDAR_YEAR: "calendar years",
    PeriodKind.FINANCIAL_YEAR: "years to 31 March",
    PeriodKind.HALF_YEAR: "half-years of the financial year",
    PeriodKind.QUARTER: "quarters",
    PeriodKind.MONTH: "months",
}
ONE_KIND = {
    PeriodKind.CALENDAR_YEAR: "Year",
    PeriodKind.FINANCIAL_YEAR: "Year to 31 March",
    PeriodKind.HALF_YEAR: "Half-year",
    PeriodKind.QUARTER: "Quarter",
    PeriodKind.MONTH: "Month",
}
_PLAIN_KIND = {
    PeriodKind.CALENDAR_YEAR: "years",
    PeriodKind.FINANCIAL_YEAR: "years",
    PeriodKind.HALF_YEAR: "half-years",
    PeriodKind.QUARTER: "quarters",
    PeriodKind.MONTH: "months",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure of one period against the period it is fairly compared with."""

    now: float
    base: float
    period: Period
    base_period: Period
    change: Change


def spoken_row(result: Result) -> ResultRow | None:
    """Return the newest complete period, else the newest there is, else None where nothing has a date."""
    complete = [row for row in result.rows if row.complete]
    rows = complete or result.rows
    return rows[-1] if rows else None


def incomplete_newest(result: Result) -> ResultRow | None:
    """Return the newest period where it is incomplete, or None."""
    return result.rows[-1] if result.rows and not result.rows[-1].complete else None


def row_of(rows: tuple[ResultRow, ...], period: Period, by: str | None = None) -> ResultRow | None:
    """Return the row of a period (and of a value of the breakdown), or None."""
    return next((row for row in rows if row.period == period and row.by == by), None)


def compare(row: ResultRow, measure: str) -> Comparison | None:
    """Return the change of a measure on the period it is compared with, or None."""
    figure, change = row[measure].figure, row[measure].change_on_base
    if row.period is None or change is None or figure.value is None or figure.at_least:
        return None
    return Comparison(figure.value, change.base, row.period, row.base or a_year_before(row.period), change)


def plain_kind(kind: PeriodKind) -> str:
    """Return the plural noun of a kind of period, e.g. years, quarters."""
    return _PLAIN_KIND[kind]


def during(period: Period) -> str:
    """Return when something was counted, e.g. in 2021, in the year to March 2026, from April to June 2020."""
    spans_months = period.kind in {PeriodKind.HALF_YEAR, PeriodKind.QUARTER}
    return f"from {period.words}" if spans_months else f"in {period.words}"


def period_title(period: Period) -> str:
    """Return a period's name as it stands in a heading, e.g. 2021, year to March 2026."""
    return period.words.removeprefix("the ")


def a_year_before(period: Period) -> Period:
    """Return the same period a year before."""
    return period.shifted(-period.kind.per_year)


def against(comparison: Comparison, brief: bool = False) -> str:
    """Return the earlier period after "than", e.g. in 2020, the year before, in April to June 2020.

    `brief` leaves the names of parts of a year away where they are those of a year before.
    """
    base = comparison.base_period
    if base != a_year_before(comparison.period):
        return f"in {base.words}"
    if base.kind is PeriodKind.FINANCIAL_YEAR:
        return "the year before"
    if brief and base.kind is not PeriodKind.CALENDAR_YEAR:
        return "a year before"
    return f"in {base.words}"
