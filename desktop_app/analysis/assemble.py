"""Assembles the one result: resolve the wishes, filter, count, compare."""

from datetime import date

from desktop_app.analysis import timing
from desktop_app.analysis.counted import Counted
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.facets import facets_of
from desktop_app.analysis.figures import count_records
from desktop_app.analysis.index import Ints
from desktop_app.analysis.masks import Passing
from desktop_app.analysis.offers import breakdowns_offered
from desktop_app.analysis.published import Table, selected_rows
from desktop_app.analysis.published_figures import count_published, published_facets
from desktop_app.analysis.rates import about_mid_years, place_of
from desktop_app.analysis.resolve import as_of, resolve
from desktop_app.analysis.result import Facet, Resolved, Result
from desktop_app.analysis.rows import breakdown_rows, overall_rows, period_rows
from desktop_app.analysis.selection import ordered
from desktop_app.analysis.so_far import by_month, so_far_of
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape


def compute(dataset: Dataset, state: ViewState, today: date, progress: Progress | None = None) -> Result:
    """Return every figure that the wishes ask of the data; `today` tells which periods have ended.

    Raises Cancelled between its steps when the progress was cancelled.
    """
    progress = progress or Progress()
    progress.step("Filtering")
    resolved = resolve(dataset, as_of(state, today))
    wishes = resolved.state
    counted, facets, chosen = _tallied(dataset, resolved, today, progress)
    progress.step("Comparing")
    place = place_of(dataset, wishes)
    rows, breakdown = period_rows(counted, place), breakdown_rows(counted, place, wishes)
    overall, breakdown_overall = overall_rows(counted)
    rated = tuple(row.period for row in rows if row.period and any(m.rate is not None for m in row.measures))
    progress.step("Sorting")
    selection = ordered(dataset, chosen, wishes.sort).copy()
    selection.setflags(write=False)
    by = dataset.column(wishes.by) if wishes.by else None
    dated = dataset.shape is not Shape.AGGREGATE
    return Result(
        resolved=resolved,
        timings=timing.timings_of(dataset, resolved, chosen, today),
        shape=dataset.shape,
        columns=dataset.columns,
        sources=dataset.sources,
        rows=rows,
        breakdown=breakdown,
        breakdown_overall=breakdown_overall,
        overall=overall,
        facets=facets,
        notices=(*resolved.notices, *counted.notices),
        selection=selection,
        rows_total=len(dataset.frame),
        place=place.words,
        rate_notices=tuple(about_mid_years(rated)),
        undated=counted.undated,
        so_far=so_far_of(dataset, resolved, chosen, today) if dated else None,
        by_month=by_month(dataset, resolved, chosen, today) if dated else (),
        breakdowns=breakdowns_offered(dataset),
        breakdown_of_several=by is not None and by.kind is ColumnKind.SEVERAL,
    )


def _tallied(
    dataset: Dataset, resolved: Resolved, today: date, progress: Progress
) -> tuple[Counted, tuple[Facet, ...], Ints]:
    """Return the figures, the value lists and the positions of the rows shown, by what the rows stand for."""
    state = resolved.state
    if dataset.shape is Shape.AGGREGATE:
        table = Table(dataset)
        progress.step("Counting")
        counted = count_published(table, resolved, today)
        progress.step("Listing values")
        return (
            counted,
            published_facets(table, resolved),
            selected_rows(dataset, table, state, resolved.possible),
        )
    passing = Passing(dataset, state.filters, state.search, resolved.possible)
    progress.step("Counting")
    counted = count_records(dataset, resolved, passing, today)
    progress.step("Listing values")
    return counted, facets_of(dataset, state, passing), passing.rows
