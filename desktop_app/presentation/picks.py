"""What clicking a mark, a card or a cell filters by; nothing where the data could not honour it."""

from desktop_app.analysis.result import Result
from desktop_app.domain.filters import DateFilter, Filter, ValueFilter
from desktop_app.domain.periods import Period
from desktop_app.domain.units import Nature


def period_picks(result: Result, period: Period | None) -> tuple[Filter, ...]:
    """Return the filter for one period on the date that periods go by."""
    basis = result.state.date_basis
    if period is None or basis not in result.resolved.date_bases:
        return ()
    return (DateFilter(basis.column, period.start, period.end),)


def value_picks(result: Result, column: str, value: str) -> tuple[Filter, ...]:
    """Return the filter for one value of a column, where the filter panel offers it."""
    offered = any(
        facet.column == column and any(line.value == value for line in facet.values)
        for facet in result.facets
    )
    return (ValueFilter(column, (value,)),) if offered else ()


def nature_picks(result: Result, nature: Nature | None) -> tuple[Filter, ...]:
    """Return the filter for one nature of notification, where the filter panel offers it."""
    return value_picks(result, "nature", nature.value) if nature else ()
