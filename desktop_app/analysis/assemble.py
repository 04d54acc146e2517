"""Assembles the one result: resolve the wishes, filter, count, compare."""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.analysis.counted import Counted
from desktop_app.analysis.crossed import cross_table
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import breakdowns_offered
from desktop_app.analysis.published.ages import ages_beyond_children
from desktop_app.analysis.published.figures import count_published, published_facets
from desktop_app.analysis.published.rows import Table, selected_rows
from desktop_app.analysis.records.everything import everything_of
from desktop_app.analysis.records.facets import facets_of
from desktop_app.analysis.records.figures import count_records
from desktop_app.analysis.records.index import Ints
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.selection import ordered
from desktop_app.analysis.records.so_far import by_month, so_far_of
from desktop_app.analysis.resolve import as_of, resolve
from desktop_app.analysis.result import (
    NO_TIMINGS,
    Everything,
    Facet,
    Resolved,
    Result,
    SoFar,
    Timings,
    YearByMonth,
)
from desktop_app.analysis.rows import breakdown_rows, overall_rows, period_rows
from desktop_app.analysis.statistics.rates import about_rates, place_of
from desktop_app.analysis.statistics.timing import timings_of
from desktop_app.domain.later import Later
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
    found = _found(dataset, resolved, today, progress)
    counted = found.counted
    progress.step("Comparing")
    cross = cross_table(dataset, resolved, counted, found.passing, today)
    place = place_of(dataset, wishes, rated=not found.beyond_children)
    rows, breakdown = period_rows(counted, place, wishes), breakdown_rows(counted, place, wishes)
    overall, breakdown_overall = overall_rows(counted)
    progress.step("Sorting")
    selection = ordered(dataset, found.rows, wishes.sort)
    selection.setflags(write=False)
    by = dataset.column(wishes.by) if wishes.by else None
    return Result(
        resolved=resolved,
        timings=found.timings,
        shape=dataset.shape,
        columns=dataset.columns,
        sources=dataset.sources,
        files=dataset.files,
        rows=rows,
        breakdown=breakdown,
        breakdown_overall=breakdown_overall,
        overall=overall,
        facets=found.facets,
        notices=(*resolved.notices, *counted.notices),
        selection=selection,
        rows_total=len(dataset.frame),
        place=place.words,
        rate_notices=tuple(about_rates(dataset, wishes, place, rows)),
        populations=dataset.populations,
        undated=counted.undated,
        siblings=counted.siblings,
        so_far=found.so_far,
        by_month=found.by_month,
        everything=found.everything,
        breakdowns=breakdowns_offered(dataset),
        beyond_children=found.beyond_children,
        cross=cross,
        breakdown_of_several=by is not None and by.kind is ColumnKind.SEVERAL,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What is counted, by what the rows stand for, and the positions of the rows shown."""

    rows: Ints
    counted: Counted
    facets: tuple[Facet, ...]
    so_far: SoFar | None = None
    by_month: tuple[YearByMonth, ...] = ()
    timings: Later[Timings | None] = field(default=NO_TIMINGS)
    beyond_children: bool = False
    passing: Passing | None = None  # of records
    everything: Everything = field(default_factory=dict)


def _found(dataset: Dataset, resolved: Resolved, today: date, progress: Progress) -> _Found:
    state = resolved.state
    progress.step("Counting")
    if dataset.shape is Shape.AGGREGATE:
        table = Table(dataset)
        counted = count_published(table, resolved, today)
        progress.step("Listing values")
        rows = selected_rows(dataset, table, state, resolved.possible)
        older = bool(ages_beyond_children(table))
        return _Found(rows, counted, published_facets(table, resolved), beyond_children=older)
    passing = Passing(dataset, state.filters, state.search, resolved.possible)
    counted = count_records(dataset, resolved, passing, today)
    progress.step("Listing values")
    return _Found(
        passing.rows,
        counted,
        facets_of(dataset, state, passing),
        so_far_of(dataset, resolved, passing, today),
        by_month(dataset, resolved, passing, today),
        Later(lambda: timings_of(dataset, resolved, passing, today)),
        passing=passing,
        everything=everything_of(dataset, resolved, counted, today),
    )
