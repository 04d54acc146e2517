"""The figures in DfE's layout for open data: a row per period, place, group and nature, with metadata."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import MEASURES, headline
from desktop_app.catalogue.population import codes
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.periods import Period
from desktop_app.domain.population import ENGLAND
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.presentation.words.change import capital
from desktop_app.presentation.words.filters import column_title, filters_words

TOTAL = "Total"
EVERYTHING = "All"
PLACES = {"region": "Regional", "local_authority": "Local authority"}
HEADINGS = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "new_la_code",
    "la_name",
    "date_basis",
    "records_counted",
    "period_status",
    "breakdown_topic",
    "breakdown",
    "nature_of_notification",
    "number_notifications",
    "number_children",
)
META = (
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
)
_FILTERS = (
    ("date_basis", "Date that periods go by", "Date notified, or date of the incident", ""),
    ("records_counted", "Records counted", "All, or those that the filters named let through", ""),
    (
        "period_status",
        "Whether the period is complete",
        "Periods that are not complete compare with none",
        "",
    ),
    ("breakdown_topic", "Breakdown", "Total: not broken down", ""),
    ("breakdown", "Breakdown category", "", "breakdown_topic"),
    ("nature_of_notification", "Nature of notification", "", ""),
)
_INDICATORS = (
    ("number_notifications", "Number of serious incident notifications"),
    ("number_children", "Number of children concerned"),
)


@dataclass(frozen=True, slots=True)
class Tidy:
    """A table for open data and the table that describes its columns; every cell is a text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    meta: tuple[tuple[str, ...], ...]


def tidy_of(result: Result) -> Tidy:
    """Return the figures of a result by period, with c, x, z or k where there is no number.

    Of a breakdown it holds the total of each value, of all together each nature too. Figures that are only
    lower limits are not available (x): a number would be taken for the whole.
    """
    rows = [row for row in (*result.rows, *result.breakdown) if row.period is not None]
    order = {id(row): at for at, row in enumerate(rows)}
    rows.sort(key=lambda row: (row.period.ordinal if row.period else 0, row.by is not None, order[id(row)]))
    written = tuple(line for row in rows for line in _lines(result, row))
    meta = (
        *((name, "Filter", label, "", "", "", hint, group) for name, label, hint, group in _FILTERS),
        *((name, "Indicator", label, "", "", "0", "", "") for name, label in _INDICATORS),
    )
    return Tidy(HEADINGS, written, meta)


def _lines(result: Result, row: ResultRow) -> Iterator[tuple[str, ...]]:
    if row.period is None:
        return
    words = filters_words(result.state, result.columns)
    start = (
        *_time(row.period),
        *_place(result, row),
        "Date notified" if result.state.date_basis.column == "date_notified" else "Date of incident",
        words or EVERYTHING,
        "Complete" if row.complete else "Not complete",
        *_group(result, row),
    )
    unit = result.state.unit
    if row.by is not None:
        total = row[headline(unit).key].figure
        yield (*start, TOTAL, *_numbers(unit, total))
        return
    yield (*start, TOTAL, *(_text(row[headline(each).key].figure) for each in Unit))
    for spec in MEASURES:
        if spec.nature is not None:
            yield (*start, spec.nature.value, *_numbers(unit, row[spec.key].figure))


def _numbers(unit: Unit, figure: Figure) -> tuple[str, ...]:
    """Return the number in the column of its counting unit; the other does not apply."""
    return tuple(_text(figure) if each is unit else Shorthand.NOT_APPLICABLE.code for each in Unit)


def _text(figure: Figure) -> str:
    if figure.value is None or figure.at_least:
        return figure.marker or Shorthand.NOT_AVAILABLE.code
    return f"{figure.value:.0f}" if float(figure.value).is_integer() else repr(figure.value)


def _time(period: Period) -> tuple[str, str]:
    """Return the period and what kind it is, in the words of DfE's data standards."""
    start, end = period.start, period.end
    financial = f"{start.year if start.month > 3 else start.year - 1}"
    financial += f"{(int(financial) + 1) % 100:02d}"
    match period.kind:
        case PeriodKind.CALENDAR_YEAR:
            return str(start.year), "Calendar year"
        case PeriodKind.FINANCIAL_YEAR:
            return financial, "Financial year"
        case PeriodKind.HALF_YEAR:
            first = start.month == 4
            return financial, "Part 1 (April to September)" if first else "Part 2 (October to March)"
        case PeriodKind.QUARTER:
            return str(end.year), f"Q{end.month // 3}"
        case PeriodKind.MONTH:
            return str(start.year), period.words.split()[0]


def _place(result: Result, row: ResultRow) -> tuple[str, ...]:
    """Return the level, and code and name of country, region and authority; a place not known has none."""
    region = authority = ""
    if result.state.by == "region" and row.by is not None:
        region = row.by
    elif result.state.by == "local_authority" and row.by is not None:
        authority = row.by
    elif any(result.place == each.value for each in REGIONS):
        region = result.place
    level = "Local authority" if authority else "Regional" if region else "National"
    return (
        level,
        codes()[ENGLAND],
        ENGLAND,
        codes().get(region, ""),
        region,
        codes().get(authority, ""),
        authority,
    )


def _group(result: Result, row: ResultRow) -> tuple[str, str]:
    by = result.state.by
    if row.by is None or by is None or by in PLACES:
        return TOTAL, TOTAL
    return capital(column_title(by, result.columns)), row.by
