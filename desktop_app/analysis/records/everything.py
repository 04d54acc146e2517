"""The totals of all records, whatever the filters, to see what is shown against."""

from datetime import date

from desktop_app.analysis.counted import Counted
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.figures import count_records
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.result import Everything, Figure, Resolved
from desktop_app.catalogue.measures import MEASURE_KEYS, headline
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Unit


def everything_of(dataset: Dataset, resolved: Resolved, counted: Counted, today: date) -> Everything:
    """Return the totals without filters and search; nothing where there are none, or where one cannot apply.

    They depend on few of the wishes and are counted once for each. `counted` are the figures shown: without
    filters they are the totals that a later filter is seen against.
    """
    state = resolved.state
    if not resolved.possible:
        return {}
    wished = ViewState(unit=state.unit, date_basis=state.date_basis, period=state.period, by=state.by)
    filtered = bool(state.filters or state.search.strip())

    def totals() -> Everything:
        if not filtered:
            return _totals(counted, state.unit)
        every = Passing(dataset, (), "")
        return _totals(count_records(dataset, Resolved(wished, ()), every, today), state.unit)

    made = index_of(dataset).once(("everything", wished), totals)
    return made if filtered else {}


def _totals(counted: Counted, unit: Unit) -> Everything:
    at = MEASURE_KEYS.index(headline(unit).key)
    values: tuple[str | None, ...] = (None, *counted.values)
    rows = zip(
        values,
        (counted.overall, *counted.overall_by_value),
        (counted.by_period, *counted.by_value),
        strict=True,
    )
    made: dict[tuple[Period | None, str | None], Figure] = {}
    for value, overall, by_period in rows:
        made[None, value] = overall[at]
        made |= {(period, value): each[at] for period, each in zip(counted.periods, by_period, strict=True)}
    return made
