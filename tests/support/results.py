"""Results written by hand, so that words and tables can be judged without a spreadsheet or a computation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.analysis.parts import NOT_ALIKE, split_of
from desktop_app.analysis.result import (
    Change,
    Facet,
    FacetValue,
    Figure,
    MeasureResult,
    Resolved,
    Result,
    ResultRow,
    Split,
)
from desktop_app.catalogue.measures import MEASURE_KEYS
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice, SourceAccount
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit

Given = float | Figure | None

COLUMNS = (
    Column("reference", "Notification reference", "Ref", ColumnKind.IDENTIFIER, True),
    Column("date_notified", "Date notified", "Date notified", ColumnKind.DATE, True),
    Column("region", "Region", "Region", ColumnKind.CATEGORY, True, True),
    Column("local_authority", "Local authority", "LA", ColumnKind.CATEGORY, True, True),
    Column("nature", "Nature of notification", "Nature", ColumnKind.CATEGORY, True, True),
    Column("sex", "Sex", "Sex", ColumnKind.CATEGORY, True, True),
    Column("themes", "Practice themes", "Themes", ColumnKind.SEVERAL, True, True),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """The five counts of one period; a plain number is an exact figure, None one the file cannot give."""

    notifications: Given = None
    children: Given = None
    deaths: Given = None
    serious_harm: Given = None
    other: Given = None
    complete: bool = True


def figure(given: Given) -> Figure:
    return given if isinstance(given, Figure) else Figure(given)


def change(base: Figure, now: Figure, p: float | None = 0.2) -> Change | None:
    if base.value is None or now.value is None:
        return None
    number = now.value - base.value
    percent = 100 * number / base.value if base.value else None
    return Change(base.value, number, percent, None if percent is None else (percent - 10, percent + 10), p)


def row(
    period: Period | None, counts: Counts, before: Counts | None = None, by: str | None = None
) -> ResultRow:
    measures = []
    splits = [_split(each) for each in (counts, before or counts)]
    for key in MEASURE_KEYS:
        now = figure(getattr(counts, key))
        made = None
        fair = splits[0] == splits[1] or key not in NOT_ALIKE
        if before is not None and counts.complete and before.complete and fair:
            made = change(figure(getattr(before, key)), now)
        measures.append(MeasureResult(key, now, change=made, change_on_base=made))
    usual = period.shifted(-period.kind.per_year) if period and before is not None else None
    return ResultRow(period, by, counts.complete, tuple(measures), base=usual, split=splits[0])


def _split(counts: Counts) -> Split | None:
    return split_of(tuple(figure(getattr(counts, key)) for key in MEASURE_KEYS))


def result(
    years: Mapping[int, Counts],
    unit: Unit = Unit.NOTIFICATIONS,
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
    state: ViewState | None = None,
    overall: Counts | None = None,
) -> Result:
    """Return a result of one period per year: the one that begins in that year, by date notified."""
    periods = {Period(kind, 12 * year // kind.months): counts for year, counts in years.items()}
    rows = tuple(
        row(period, counts, periods.get(period.shifted(-kind.per_year))) for period, counts in periods.items()
    )
    state = state or ViewState(unit=unit, period=kind, date_basis=DateBasis.NOTIFIED)
    natures = ("Child death", "Serious harm", "Other")
    return Result(
        resolved=Resolved(state, ()),
        shape=Shape.NOTIFICATIONS,
        columns=COLUMNS,
        sources=(SourceAccount("panel.xlsx", "Records", 912, 909),),
        rows=rows,
        breakdown=(),
        breakdown_overall=(),
        overall=row(None, overall or Counts(0, 0, 0, 0, 0)),
        facets=(
            Facet("nature", "Nature", tuple(FacetValue(value, 10, False) for value in natures)),
            Facet("sex", "Sex", (FacetValue("Female", 30, False), FacetValue("Male", 40, True))),
        ),
        notices=(),
        selection=np.arange(909),
        rows_total=909,
    )


def with_breakdown(
    base: Result, by: str, values: Mapping[str, Sequence[Given]], several: bool = False
) -> Result:
    """Return the result broken down: for each value its headline figures in the periods, then overall."""
    unit_key = base.state.unit.value
    rows = tuple(
        row(each.period, Counts(**{unit_key: given[index]}), by=value)
        for index, each in enumerate(base.rows)
        for value, given in values.items()
    )
    overall = tuple(row(None, Counts(**{unit_key: given[-1]}), by=value) for value, given in values.items())
    resolved = replace(base.resolved, state=replace(base.state, by=by))
    return replace(
        base, resolved=resolved, breakdown=rows, breakdown_overall=overall, breakdown_of_several=several
    )


def with_state(base: Result, state: ViewState, place: str = "") -> Result:
    return replace(base, resolved=replace(base.resolved, state=state), place=place or base.place)


def noticed(base: Result, *texts: str) -> Result:
    return replace(base, notices=tuple(Notice(text) for text in texts))


PANEL_2020 = Counts(482, 514, 206, 267, 9)
PANEL_2021 = Counts(379, 398, 156, 223, 0)
PANEL = {2020: PANEL_2020, 2021: PANEL_2021}
PANEL_BY_CHILDREN = {2020: Counts(482, 514, 206, 299, 9), 2021: Counts(379, 398, 156, 242, 0)}
DFE = {
    2019: Counts(449, None, 188, 253, 8),
    2020: Counts(536, None, 223, 284, 29),
    2021: Counts(442, None, 191, 227, 24),
    2022: Counts(456, None, 201, 244, 11),
    2023: Counts(405, None, 205, 180, 20),
    2024: Counts(338, None, 162, 167, 9),
    2025: Counts(357, None, 160, 188, 9),
}
