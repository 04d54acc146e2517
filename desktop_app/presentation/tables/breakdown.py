"""The breakdown by one column: how its values are found and ordered, and the table of values by period."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.catalogue.measures import headline
from desktop_app.domain.bands import in_band_order
from desktop_app.domain.filters import BLANK
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.presentation.models import Cell, CellKind, Table, TableColumn
from desktop_app.presentation.others import UNFILTERED, everything, others_shown
from desktop_app.presentation.picks import period_picks, value_picks
from desktop_app.presentation.tables.breakdown_shares import (
    FEW_NOTE,
    SHARE_NOTE,
    change_cells,
    change_columns,
    share_cells,
    share_columns,
)
from desktop_app.presentation.tables.cells import count_cell, explained, text_cell
from desktop_app.presentation.words.captions import provisional_words, subtitle
from desktop_app.presentation.words.change import capital, concerned, small
from desktop_app.presentation.words.filters import column_title
from desktop_app.presentation.words.numbers import SMALL
from desktop_app.presentation.words.periods import row_of, spoken_row
from desktop_app.presentation.words.status import source_line

SEVERAL_NOTE = "One notification can have several values, so the values do not add up to the total."
MOST_BANDS = 12  # of more, the largest are what matters
OWN_ORDER = ("age_group",)  # besides columns of bands
LAST = ("Unknown", BLANK)
_LONG = {PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.HALF_YEAR}

Interval = tuple[float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class Breakdown:
    """The figures of every value in every period (period None: all together), found at once."""

    by: str
    title: str
    key: str  # the measure counted
    period: Period | None  # the order and the chart go by this one; None: all together
    values: tuple[str, ...]
    rows: dict[tuple[Period | None, str], ResultRow]
    absent: Figure  # what a value without a row stands for

    def figure(self, period: Period | None, value: str) -> Figure:
        """Return the figure of a value in a period."""
        row = self.rows.get((period, value))
        return row[self.key].figure if row else self.absent

    def interval(self, period: Period | None, value: str) -> Interval:
        """Return the 95% interval of that figure, or None."""
        row = self.rows.get((period, value))
        return row[self.key].interval if row else None


def breakdown_of(result: Result) -> Breakdown | None:
    """Return the breakdown that was asked for, its values in the order shown, or None."""
    by = result.state.by
    if by is None or not result.breakdown_overall:
        return None
    key = headline(result.state.unit).key
    rows = {
        (row.period, row.by): row
        for row in (*result.breakdown_overall, *result.breakdown)
        if row.by is not None
    }
    values = tuple(dict.fromkeys(value for _, value in rows))
    # records list every value they hold, so one without a row is none; published counts may just not give it
    absent = Figure(None) if result.shape is Shape.AGGREGATE else Figure(0.0)
    # a month or a quarter holds too few cases of each value to be looked at alone
    newest = spoken_row(result) if result.state.period in _LONG else None
    period = newest.period if newest else None
    found = Breakdown(by, column_title(by, result.columns), key, period, values, rows, absent)
    return found if has_own_order(by, values) else replace(found, values=_by_size(found))


def has_own_order(by: str, values: Sequence[str]) -> bool:
    """Return whether values have an order of their own, as few bands have; all others stand by size."""
    bands = len(values) <= MOST_BANDS and in_band_order(values, names=False) is not None
    return by in OWN_ORDER or bands


def _by_size(found: Breakdown) -> tuple[str, ...]:
    """Return the values with the largest first, and unknown and blank ones last."""

    def place(value: str) -> tuple[bool, float, float, str]:
        now, ever = (found.figure(period, value).value or 0.0 for period in (found.period, None))
        return value in LAST, -now, -ever, value.casefold()

    return tuple(sorted(found.values, key=place))


def breakdown_table(result: Result, found: Breakdown) -> Table:
    """Return values down and periods across, with the true total of each period."""
    periods = [row.period for row in result.rows if row.period]
    columns = (
        TableColumn("value", found.title, CellKind.TEXT),
        *(TableColumn(period.label, period.label, CellKind.COUNT) for period in periods),
        TableColumn("all", "All shown", CellKind.COUNT),
        *_everything_column(result, found),
        *share_columns(found.period.label if found.period else "all shown"),
        *(change_columns(result.state) if found.period else ()),
    )
    totals = [*result.rows, result.overall]
    whole = row_of(result.rows, found.period) if found.period else result.overall
    total_row = (
        text_cell("Total"),
        *(count_cell(row[found.key].figure, period_picks(result, row.period)) for row in totals),
        *_everything_cell(result, found, None),
        *_beside(found, whole, whole),
    )
    figures = [row[found.key].figure for row in (*found.rows.values(), *totals)]
    notes = [
        provisional_words(result),
        SEVERAL_NOTE if result.breakdown_of_several else "",
        SHARE_NOTE,
        FEW_NOTE if whole and (whole[found.key].figure.value or 0) < SMALL else "",
        *explained(figures),
    ]
    return Table(
        key="breakdown",
        title=f"{capital(concerned(result.state.unit))} by {small(found.title)}",
        subtitle=subtitle(result, f" by {small(found.title)}"),
        columns=columns,
        rows=(*(_value_row(result, found, value, whole) for value in found.values), total_row),
        notes=tuple(note for note in notes if note),
        source=source_line(result, broken_down=True),
    )


def _value_row(result: Result, found: Breakdown, value: str, whole: ResultRow | None) -> tuple[Cell, ...]:
    periods = [row.period for row in result.rows if row.period]
    mine = value_picks(result, found.by, value)
    return (
        text_cell(value, mine),
        *(
            count_cell(found.figure(period, value), (*mine, *period_picks(result, period)) if mine else ())
            for period in periods
        ),
        count_cell(found.figure(None, value), mine),
        *_everything_cell(result, found, value),
        *_beside(found, found.rows.get((found.period, value)), whole),
    )


def _beside(found: Breakdown, row: ResultRow | None, whole: ResultRow | None) -> tuple[Cell, ...]:
    """Return the share and, of a period, the change that stand beside the counts of a value."""
    part = row[found.key].figure if row else found.absent
    shares = share_cells(part, whole[found.key].figure if whole else found.absent)
    if row is whole:  # all of it is no estimate
        shares = (shares[0], Cell(""), Cell(""))
    return (*shares, *change_cells(row, found.key)) if found.period else shares


def _everything_column(result: Result, found: Breakdown) -> tuple[TableColumn, ...]:
    title = UNFILTERED + (f", {found.period.label}" if found.period else "")
    return (TableColumn("everything", title, CellKind.COUNT),) if others_shown(result) else ()


def _everything_cell(result: Result, found: Breakdown, value: str | None) -> tuple[Cell, ...]:
    return (count_cell(everything(result, found.period, value)),) if others_shown(result) else ()
