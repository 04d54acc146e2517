"""The totals of all records, whatever the filters, to see what is shown against."""

from datetime import date

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.figures import count_records
from desktop_app.analysis.records.index import index_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.result import Everything, Figure, Resolved
from desktop_app.catalogue.measures import MEASURE_KEYS, headline
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState


def everything_of(dataset: Dataset, resolved: Resolved, today: date) -> Everything:
    """Return the totals without filters and search; nothing where there are none, or where one cannot apply.

    They depend on few of the wishes and are counted once for each.
    """
    state = resolved.state
    if not resolved.possible or not (state.filters or state.search.strip()):
        return {}
    wished = ViewState(unit=state.unit, date_basis=state.date_basis, period=state.period, by=state.by)
    return index_of(dataset).once(("everything", wished), lambda: _counted(dataset, wished, today))


def _counted(dataset: Dataset, state: ViewState, today: date) -> Everything:
    counted = count_records(dataset, Resolved(state, ()), Passing(dataset, (), ""), today)
    at = MEASURE_KEYS.index(headline(state.unit).key)
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
