"""The view's state: everything the person has asked for, in one immutable record of wishes."""

from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.domain.extent import Extent
from desktop_app.domain.filters import (
    DateFilter,
    Filter,
    RelativeDates,
    ValueFilter,
    asks_nothing,
    filter_from_json,
    filter_to_json,
    kind_of,
)
from desktop_app.domain.layout import ColumnLayout
from desktop_app.domain.own_words import OwnWords
from desktop_app.domain.periods import Period
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.units import RATES, USUAL_RATE, Against, DateBasis, PeriodKind, Unit

STATE_VERSION = 1
USUAL_RUN, RUNS = 7, (7, 6)


@dataclass(frozen=True, slots=True)
class SortKey:
    """One column that the records are ordered by."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ViewState:
    """What to count, by which date and period, which rows, broken down by what, drawn how.

    It holds wishes only. Whether the data at hand can honour them is decided by `analysis.resolve`.
    """

    unit: Unit = Unit.NOTIFICATIONS
    date_basis: DateBasis = DateBasis.NOTIFIED
    period: PeriodKind = PeriodKind.CALENDAR_YEAR
    filters: tuple[Filter, ...] = field(default=())
    search: str = ""
    by: str | None = None
    chart: str = "nature"
    form: str = "bars"  # of the breakdown's chart
    others: bool | None = None  # whether charts show what the filters leave out; None: where that helps
    run: int = USUAL_RUN  # how many periods in a row stand out from chance variation
    against: Against = Against.YEAR_BEFORE
    base: date | None = None  # a day of the one period that all later ones are compared with
    per: int = USUAL_RATE  # children that a rate is for every so many of
    rebase: date | None = None  # the first day of the period from which the limits of chance begin anew
    whole: Extent = field(default=Extent())  # for which days nothing is missing, where the person says so
    sort: tuple[SortKey, ...] = field(default=())
    layout: ColumnLayout = field(default=ColumnLayout())
    own: OwnWords = field(default=OwnWords())
    pivot: PivotWish = field(default=PivotWish())

    def filter_on(self, column: str) -> ValueFilter | None:
        """Return the value filter on a column, or None."""
        for chosen in self.filters:
            if isinstance(chosen, ValueFilter) and chosen.column == column:
                return chosen
        return None

    def dates_on(self, column: str) -> DateFilter | None:
        """Return the days that a date filter on a column lets through, fixed or relative, or None."""
        for chosen in self.filters:
            if isinstance(chosen, DateFilter | RelativeDates) and chosen.column == column:
                return chosen.meant if isinstance(chosen, RelativeDates) else chosen
        return None

    def base_of(self, period: Period) -> Period:
        """Return the period that a period is compared with."""
        if self.base is not None:
            return Period.containing(self.base, period.kind)
        return period.shifted(-1 if self.against is Against.PERIOD_BEFORE else -period.kind.per_year)

    def filters_on(self, column: str) -> tuple[Filter, ...]:
        """Return every filter on a column."""
        return tuple(chosen for chosen in self.filters if chosen.column == column)

    def with_filter(self, chosen: Filter) -> "ViewState":
        """Return the state with this filter in place of one of the same kind on the same column.

        A filter that asks for nothing, such as one without values, is taken out.
        """
        others = tuple(f for f in self.filters if (kind_of(f), f.column) != (kind_of(chosen), chosen.column))
        return replace(self, filters=others if asks_nothing(chosen) else (*others, chosen))

    def without_filter(self, chosen: Filter) -> "ViewState":
        """Return the state with one filter taken out."""
        return replace(self, filters=tuple(kept for kept in self.filters if kept != chosen))

    def toggled(self, column: str, value: str) -> "ViewState":
        """Return the state with one value of a column's filter switched on or off."""
        return self.with_filter((self.filter_on(column) or ValueFilter(column, ())).toggled(value))

    def only(self, column: str, value: str) -> "ViewState":
        """Return the state with this value alone in a column's filter."""
        return self.with_filter(ValueFilter(column, (value,)))

    def without_column(self, column: str) -> "ViewState":
        """Return the state with every filter on a column taken out."""
        return replace(self, filters=tuple(kept for kept in self.filters if kept.column != column))

    def cleared(self) -> "ViewState":
        """Return the state with no filters and no search."""
        return replace(self, filters=(), search="")

    def to_json(self) -> dict[str, object]:
        """Return the state as JSON values, with the version of their layout."""
        return {
            "version": STATE_VERSION,
            "unit": self.unit.value,
            "date_basis": self.date_basis.value,
            "period": self.period.value,
            "filters": [filter_to_json(chosen) for chosen in self.filters],
            "search": self.search,
            "by": self.by,
            "chart": self.chart,
            "form": self.form,
            "others": self.others,
            "run": self.run,
            "against": self.against.value,
            "base": self.base.isoformat() if self.base else None,
            "per": self.per,
            "rebase": self.rebase.isoformat() if self.rebase else None,
            "whole": self.whole.to_json(),
            "sort": [[key.column, key.descending] for key in self.sort],
            "layout": self.layout.to_json(),
            "own": self.own.to_json(),
            "pivot": self.pivot.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, object]) -> "ViewState":
        """Return the state that `to_json` wrote; raise ValueError for another version or broken values."""
        if data.get("version") != STATE_VERSION:
            raise ValueError(f"Not a view of version {STATE_VERSION}")
        filters, sort, by = data.get("filters"), data.get("sort"), data.get("by")
        search = data.get("search")
        if not isinstance(search, str):
            raise ValueError("The search must be text")
        if not isinstance(filters, list) or not isinstance(sort, list):
            raise ValueError("Filters and sort must be lists")
        return cls(
            unit=Unit(str(data.get("unit"))),
            date_basis=DateBasis(str(data.get("date_basis"))),
            period=PeriodKind(str(data.get("period"))),
            filters=tuple(filter_from_json(item) for item in filters),
            search=search,
            by=None if by is None else str(by),
            chart=str(data.get("chart")),
            form=str(data.get("form", "bars")),
            others=None if data.get("others") is None else bool(data["others"]),
            run=_run(data.get("run", USUAL_RUN)),
            against=Against(str(data.get("against", Against.YEAR_BEFORE.value))),
            base=_day(data.get("base")),
            per=_per(data.get("per", USUAL_RATE)),
            rebase=_day(data.get("rebase")),
            whole=Extent.from_json(data.get("whole", {})),
            sort=tuple(SortKey(str(column), bool(descending)) for column, descending in sort),
            layout=ColumnLayout.from_json(data.get("layout", {})),
            own=OwnWords.from_json(data.get("own", {})),
            pivot=PivotWish.from_json(data.get("pivot", {})),
        )


def _day(data: object) -> date | None:
    return None if data is None else date.fromisoformat(str(data))


def _per(data: object) -> int:
    if data not in RATES:
        raise ValueError(f"A rate is per {' or '.join(map(str, RATES))} children")
    return int(str(data))


def _run(data: object) -> int:
    if data not in RUNS:
        raise ValueError(f"A run is of {' or '.join(map(str, RUNS))} periods")
    return int(str(data))
