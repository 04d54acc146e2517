"""The chart of the year so far: the running total of each year from month to month."""

from itertools import takewhile

from desktop_app.analysis.result import Result, YearByMonth
from desktop_app.domain.periods import Period, day_words
from desktop_app.domain.units import DateBasis, PeriodKind, Shape
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
from desktop_app.presentation.words.captions import counted
from desktop_app.presentation.words.change import capital, concerned, listed, noun, size_words
from desktop_app.presentation.words.filters import beyond_place, filters_words, place_words
from desktop_app.presentation.words.messages import subjects
from desktop_app.presentation.words.numbers import count_text
from desktop_app.presentation.words.status import source_line

COLOURS = ("focus", "serious_harm", "children", "other")  # the newest first
NONE = (
    "A running total needs a date notified in every record, and no filter on it: published counts and"
    " dates of incident have none."
)
NO_START = (
    "A running total needs the data of a year from its beginning; here no year is whole from its start."
)
A_YEAR_EARLIER = "a year earlier"


def cumulative_plot(result: Result, _trend: Table) -> Plot:
    """Return the running totals of up to four years; empty where the data have no dates to go by."""
    years, unit = result.by_month, concerned(result.state.unit)
    months = _months(years)
    series = tuple(
        PlotSeries(colour, year.year.label, _marks(result, year))
        for year, colour in zip(reversed(years), COLOURS, strict=False)
    )
    return Plot(
        key="cumulative",
        kind=PlotKind.LINES,
        title=_message(result),
        subtitle=_subtitle(result),
        source=f"{source_line(result)} {_so_far_note(result)}".rstrip(),
        alt_text=_alt_text(result),
        value_title=f"{capital(unit)} since the start of the year",
        position_title="To the end of",
        positions=months,
        series=series or (PlotSeries("focus", capital(unit), ()),),
        table=_table(result, months),
        absence=_why_none(result),
    )


def _why_none(result: Result) -> str:
    """Return why there may be no running total."""
    state, records = result.state, result.shape in {Shape.NOTIFICATIONS, Shape.CHILDREN}
    placed = state.date_basis is DateBasis.NOTIFIED and not state.filters_on(state.date_basis.column)
    return NO_START if records and placed and result.rows and not result.undated else NONE


def _months(years: tuple[YearByMonth, ...]) -> tuple[str, ...]:
    if not years:
        return ()
    first = Period.containing(years[0].year.start, PeriodKind.MONTH)
    return tuple(first.shifted(at).label.split()[0] for at in range(12))


def _running(year: YearByMonth) -> list[float | None]:
    """Return the running total at the end of each month, and in the month that is not over what there is."""
    total: float = 0
    found: list[float | None] = []
    for each in year.months:
        if each is None:
            break
        total += each
        found.append(total)
    if len(found) < len(year.months) and year.partial is not None:
        found.append(total + year.partial)
    return found + [None] * (len(year.months) - len(found))


def _marks(result: Result, year: YearByMonth) -> tuple[Mark, ...]:
    first = Period.containing(year.year.start, PeriodKind.MONTH)
    marks = []
    for at, (value, own) in enumerate(zip(_running(year), year.months, strict=True)):
        month = first.shifted(at)
        open_month = own is None
        label = "" if value is None else count_text(value)
        until = "so far" if open_month else f"to the end of {month.words}"
        words = f"{capital(year.year.words)}, {until}: {label} {noun(result.state.unit, value)}"
        marks.append(
            Mark(at, value, label, words, provisional=open_month, picks=period_picks(result, month))
            if value is not None
            else Mark(at, None, "", f"{capital(month.words)}: not in the data")
        )
    return tuple(marks)


def _subtitle(result: Result) -> str:
    place = place_words(result) or result.place
    parts = [counted(result), place, "running total of each year", "by date notified"]
    words = filters_words(beyond_place(result), result.columns)
    line = ", ".join(part for part in parts if part)
    return f"{line}. Only where: {words}" if words else line


def _so_far_note(result: Result) -> str:
    found = result.so_far
    return (
        f"The data go to {day_words(found.last)}; what they hold of that month is provisional."
        if found
        else ""
    )


def _message(result: Result) -> str:
    found, name = result.so_far, subjects(result, None)[1]
    if not result.by_month:
        return "No running total can be given for these figures"
    yearly = found is not None and found.period.kind.per_year == 1
    if found is None or not yearly:
        return _whole_months(name, result.by_month)
    change = found.change
    told = _told(change.number, change.percent, change.base)
    return f"{name}, {found.period.label} so far: {told}"


def _whole_months(name: str, years: tuple[YearByMonth, ...]) -> str:
    """Return the whole months of the newest year against the same months of the year before."""
    newest = years[-1]
    run = [month for month in takewhile(lambda month: month is not None, newest.months) if month is not None]
    before = years[-2].months[: len(run)] if len(years) > 1 else ()
    if not run or None in before or len(before) < len(run):
        last = next((value for value in reversed(_running(newest)) if value is not None), None)
        return name if last is None else f"{name}, {newest.year.label}: {count_text(last)}"
    now, then = sum(run), sum(month or 0.0 for month in before)
    told = _told(now - then, 100 * (now - then) / then if then else None, then)
    months = _months(years)
    part = "" if len(run) == len(months) else "-".join(dict.fromkeys((months[0], months[len(run) - 1]))) + " "
    return f"{name}, {part}{newest.year.label}: {told}"


def _told(number: float, percent: float | None, base: float) -> str:
    if number == 0:
        return f"as many as {A_YEAR_EARLIER}"
    return f"{size_words(number, percent, base)} than {A_YEAR_EARLIER}"


def _alt_text(result: Result) -> str:
    unit = concerned(result.state.unit)
    if not result.by_month:
        return f"Chart of the running total of {unit}; there is none to show. {_why_none(result)}"
    told = []
    for year in result.by_month:
        values = [value for value in _running(year) if value is not None]
        state = " (so far)" if None in year.months else ""
        told.append(f"{count_text(values[-1]) if values else 0} in {year.year.label}{state}")
    return f"Line chart of the running total of {unit} from month to month: {listed(told)}."


def _table(result: Result, months: tuple[str, ...]) -> Table:
    years = result.by_month
    runs = [_running(year) for year in years]
    rows = tuple(
        (
            Cell(month),
            *(Cell("") if (value := run[at]) is None else Cell(count_text(value), value) for run in runs),
        )
        for at, month in enumerate(months)
    )
    columns = (
        TableColumn("month", "To the end of", CellKind.TEXT),
        *(TableColumn(year.year.label, year.year.label, CellKind.COUNT) for year in years),
    )
    unit = capital(concerned(result.state.unit))
    notes = (_why_none(result),) if not years else tuple(filter(None, (_so_far_note(result),)))
    return Table(
        "cumulative",
        f"{unit} since the start of the year",
        _subtitle(result),
        columns,
        rows,
        notes,
        source_line(result),
    )
