"""What `compute` returns: every figure with its period, unit and certainty, frozen. No pandas in here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.population import bundled
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.later import Later
from desktop_app.domain.periods import Period
from desktop_app.domain.population import Populations
from desktop_app.domain.problems import Notice, SourceAccount
from desktop_app.domain.provenance import SourceFile
from desktop_app.domain.specs import Column
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or the reason why there is none.

    `value` None means that the file cannot tell; then `marker` may hold the shorthand that stands in its
    place. `at_least` says that the true value is this or more, because a part was suppressed or missing.
    """

    value: float | None
    marker: str | None = None
    at_least: bool = False


NOT_AVAILABLE = Figure(None)

# The total of all records, whatever the filters, by period and value of the breakdown; None stands for all.
Everything = Mapping[tuple[Period | None, str | None], Figure]


@dataclass(frozen=True, slots=True)
class Change:
    """A count against an earlier one; `percent` is None from zero, its 95% interval and p are exact.

    Of `rounded` counts it is that of the counts as shown: none need not mean that there was none.
    """

    base: float
    number: float
    percent: float | None
    interval_percent: tuple[float, float | None] | None
    p: float | None
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """One measure in one period: the count, its 95% interval, changes and rate per so many aged 0 to 17.

    The rate is for every `state.per` children. `change` compares with the previous period, `change_on_base`
    with the one that is wished for, by default the same period a year before. They are None where either
    count is not available or either period incomplete.
    """

    measure: str
    figure: Figure
    interval: tuple[float, float] | None = None
    change: Change | None = None
    change_on_base: Change | None = None
    rate: float | None = None
    rate_interval: tuple[float, float] | None = None


class Split(StrEnum):
    """What deaths, serious harm and other of one period count, as far as they add up to a total."""

    NOTIFICATIONS = "notifications"
    CHILDREN = "children"
    NEITHER = "neither"  # they are more than every total


SPLIT_IN = {unit: Split(unit.value) for unit in Unit}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """All measures of one period, or of one breakdown value in it; `period` None: the whole selection."""

    period: Period | None
    by: str | None
    complete: bool
    measures: tuple[MeasureResult, ...]
    population: float | None = None  # children aged 0 to 17 that the rates are of
    base: Period | None = None  # what it is compared with, where the data have it whole
    split: Split | None = None  # what its natures count; None: as far as known the unit that is wished for

    def split_in(self, unit: Unit) -> Split:
        """Return what the natures of this period count, where figures are wished for in a unit."""
        return self.split or SPLIT_IN[unit]

    def __getitem__(self, measure: str) -> MeasureResult:
        """Return one measure's result; raise KeyError for a measure that was not counted."""
        for result in self.measures:
            if result.measure == measure:
                return result
        raise KeyError(measure)


@dataclass(frozen=True, slots=True)
class CrossTable:
    """The figures of two columns' values together, in one period or (None) in all that are shown.

    `rows[d][a]` belongs to `down[d]` and `columns[a]`; one further row and column hold the totals, which
    count each notification once. `several` names the columns whose cells hold several values, so that their
    figures do not add up to the totals.
    """

    across: str
    period: Period | None
    down: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[ResultRow, ...], ...]
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SoFar:
    """The newest period as far as the data go, against the same part of the same period a year before."""

    period: Period
    base_period: Period
    last: date
    base_last: date
    now: float
    change: Change


@dataclass(frozen=True, slots=True)
class YearByMonth:
    """The total of a year's months; None where the data do not cover a month to its last day.

    `partial` is what the first month that is not covered holds up to the last day of the data.
    """

    year: Period
    months: tuple[float | None, ...]
    partial: float | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """The days that a step took, for those cases whose dates tell: median and quartiles."""

    known: int
    median: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class OnTime:
    """How many steps were taken within their working days, of those whose dates tell."""

    within: int
    of: int


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks of the notifications of one period, or of all (None): from incident, and the two limits."""

    period: Period | None
    complete: bool
    notifications: int
    delay: Spread | None  # days from the incident to the notification
    notified: OnTime | None
    reviewed: OnTime | None  # rapid reviews; one that is due and was not received is not on time


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way to a published review: how many came to it, and the days since the one before."""

    key: str  # notified, reviewed, decided, published
    count: int
    days: Spread | None


@dataclass(frozen=True, slots=True)
class Timings:
    """All clocks. `clock` is the column that the time to notify runs from."""

    clock: str
    by_period: tuple[Timing, ...]
    overall: Timing
    delays: tuple[int, ...]  # notifications by days since the incident, in the groups of analysis.timing
    without_delay: int  # notifications whose dates are missing or out of order
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a column and how many, in the counting unit, choosing it would give; None: cannot tell.

    `at_least`: the count lacks a part that is suppressed or not given.
    """

    value: str
    count: int | None
    chosen: bool
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The value list of one column, counted under all other filters."""

    column: str
    title: str
    values: tuple[FacetValue, ...]


NO_TIMINGS: Later[Timings | None] = Later(lambda: None)  # of published counts and without dates notified


@dataclass(frozen=True, slots=True)
class Resolved:
    """The wishes that the data at hand can honour, and a notice for every one that they cannot.

    `units`, `date_bases` and `periods` are what the data offer: choices outside them give no figures.
    """

    state: ViewState
    notices: tuple[Notice, ...]
    possible: bool = True  # False: a filter cannot apply, so no rows are shown rather than unfiltered ones
    units: tuple[Unit, ...] = tuple(Unit)
    date_bases: tuple[DateBasis, ...] = tuple(DateBasis)
    periods: tuple[PeriodKind, ...] = tuple(PeriodKind)


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """Everything that the views, the command line and the exports show, from one Dataset and one ViewState.

    `rows` are the periods in time order; `breakdown` the same per value of `state.by`, ordered by period,
    then value; `overall` is the whole selection, undated rows too, and `breakdown_overall` the same per
    value. `notices` hold those of `resolved` first. `selection` are the positions of the rows shown, in the
    order asked for.
    """

    resolved: Resolved
    shape: Shape
    columns: tuple[Column, ...]
    sources: tuple[SourceAccount, ...]
    rows: tuple[ResultRow, ...]
    breakdown: tuple[ResultRow, ...]
    breakdown_overall: tuple[ResultRow, ...]
    overall: ResultRow
    facets: tuple[Facet, ...]
    notices: tuple[Notice, ...]
    selection: npt.NDArray[np.intp]
    rows_total: int
    populations: Populations = field(default_factory=bundled)  # the children that rates are of
    rate_notices: tuple[Notice, ...] = ()  # what must be said wherever a rate is shown
    timings: Later[Timings | None] = field(default=NO_TIMINGS)  # which few charts ask for
    so_far: SoFar | None = None  # None where the newest period is complete or has nothing to compare with
    by_month: tuple[YearByMonth, ...] = ()  # the newest years in time order; none of published counts
    place: str = ""  # the area that the figures cover in words, e.g. England, London; empty where unknown
    undated: int = 0  # rows shown whose date by the date basis is missing: they are in no period
    siblings: int = 0  # children shown beyond the one whom the row of their notification describes
    breakdown_of_several: bool = field(default=False)  # the breakdown column holds several values per cell
    breakdowns: tuple[Column, ...] = ()  # what figures can be broken down by; of published counts topics too
    beyond_children: bool = False  # published counts of people aged above 17: no notifications about children
    cross: CrossTable | None = None  # where a second column is wished for; never of protected figures
    everything: Everything = field(default_factory=dict)  # empty without filters, and of published counts
    disclosure: Disclosure | None = None  # how small counts were protected; None: they were not
    files: tuple[SourceFile, ...] = ()  # the sources on the disk; none once small counts are protected
    rows_told: bool = True  # False: the numbers of rows of the sources would give something away

    @property
    def state(self) -> ViewState:
        """Return the state that made this result."""
        return self.resolved.state
