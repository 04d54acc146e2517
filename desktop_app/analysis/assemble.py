"""Assembles the one result: resolve the wishes, filter, count, compare."""

from datetime import date

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.facets import facets_of
from desktop_app.analysis.figures import count_records
from desktop_app.analysis.masks import Passing
from desktop_app.analysis.rates import about_mid_years, place_of
from desktop_app.analysis.resolve import resolve
from desktop_app.analysis.result import Result
from desktop_app.analysis.rows import breakdown_rows, overall_rows, period_rows
from desktop_app.analysis.selection import ordered
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState


def compute(dataset: Dataset, state: ViewState, today: date, progress: Progress | None = None) -> Result:
    """Return every figure that the wishes ask of the data; `today` tells which periods have ended.

    Raises Cancelled between its steps when the progress was cancelled.
    """
    progress = progress or Progress()
    progress.step("Filtering")
    resolved = resolve(dataset, state)
    wishes = resolved.state
    passing = Passing(dataset, wishes.filters, wishes.search, resolved.possible)
    progress.step("Counting")
    counted = count_records(dataset, resolved, passing, today)
    progress.step("Comparing")
    place = place_of(dataset, wishes)
    rows, breakdown = period_rows(counted, place), breakdown_rows(counted, place, wishes)
    overall, breakdown_overall = overall_rows(counted)
    rated = tuple(row.period for row in rows if row.period and any(m.rate is not None for m in row.measures))
    progress.step("Listing values")
    facets = facets_of(dataset, wishes, passing)
    progress.step("Sorting")
    by = dataset.column(wishes.by) if wishes.by else None
    return Result(
        resolved=resolved,
        shape=dataset.shape,
        columns=dataset.columns,
        sources=dataset.sources,
        rows=rows,
        breakdown=breakdown,
        breakdown_overall=breakdown_overall,
        overall=overall,
        facets=facets,
        notices=(*resolved.notices, *counted.notices, *about_mid_years(rated)),
        selection=ordered(dataset, passing.rows, wishes.sort),
        rows_total=len(dataset.frame),
        place=place.words,
        undated=counted.undated,
        breakdown_of_several=by is not None and by.kind is ColumnKind.SEVERAL,
    )
