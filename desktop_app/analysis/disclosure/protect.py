"""Makes the result that may leave: small counts hidden, and everything computed again from what is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.analysis.disclosure.cells import HIDDEN, Place, bonds_of, figures_of
from desktop_app.analysis.disclosure.choose import Reason, choose, shown
from desktop_app.analysis.parts import split_of
from desktop_app.analysis.result import Change, Figure, MeasureResult, Result, ResultRow, Split
from desktop_app.analysis.statistics import intervals
from desktop_app.catalogue.measures import headline
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.periods import Period
from desktop_app.domain.problems import Notice, SourceAccount
from desktop_app.domain.progress import Progress
from desktop_app.domain.units import Unit

_COUNT = re.compile(r"(\d[\d,]*) ")


@dataclass(frozen=True, slots=True)
class Hidden:
    """One count that is hidden, and why."""

    place: Place
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """A result that may leave, what is hidden in it, and how many counts there were to show."""

    result: Result
    settings: Disclosure
    hidden: tuple[Hidden, ...]
    counts: int

    @property
    def small(self) -> int:
        """Return how many counts are hidden because they are small."""
        return sum(each.reason is Reason.SMALL for each in self.hidden)

    @property
    def linked(self) -> int:
        """Return how many counts are hidden because a small one would follow from them."""
        return len(self.hidden) - self.small


def protect(result: Result, settings: Disclosure, progress: Progress | None = None) -> Protected:
    """Return a result without its small counts and without anything from which they could be worked out.

    Totals stay true. Changes, intervals and rates are those of the counts as shown, so they tell nothing
    else; value lists and positions of records are not part of it. Raises UserError where nothing is left.
    """
    if not result.rows_total:
        raise UserError("There are no records, so there is nothing to publish.", "Open a file with records.")
    figures = figures_of(result)
    whole = figures[Place(None, None, headline(result.state.unit).key)]
    if whole.value is not None and settings.hides(whole.value):
        raise UserError(
            "There are too few cases to publish anything about them.",
            "Take out a filter, or write a working copy for colleagues.",
        )
    reasons = choose(figures, bonds_of(result, figures), settings, progress or Progress())
    published = shown(figures, reasons, settings)
    known = [figure for figure in figures.values() if figure.value is not None]
    hidden = tuple(Hidden(place, reason) for place, reason in reasons.items())
    return Protected(rebuilt(result, published, settings), settings, hidden, len(known))


def rebuilt(result: Result, published: Mapping[Place, Figure], settings: Disclosure) -> Result:
    """Return a result of published figures. It is made anew: what is not named here does not leave."""
    nothing = np.empty(0, dtype=np.intp)
    nothing.setflags(write=False)

    def rows(those: tuple[ResultRow, ...]) -> tuple[ResultRow, ...]:
        return tuple(_row(row, published, result.state.per, settings) for row in those)

    return Result(
        resolved=result.resolved,
        shape=result.shape,
        columns=result.columns,
        sources=_accounts(result, published, settings),
        rows=rows(result.rows),
        breakdown=rows(result.breakdown),
        breakdown_overall=rows(result.breakdown_overall),
        overall=_row(result.overall, published, result.state.per, settings),
        facets=(),
        notices=tuple(each for each in result.notices if not _tells_small(each, settings)),
        selection=nothing,
        rows_total=0,
        rate_notices=result.rate_notices,
        populations=result.populations,
        place=result.place,
        undated=result.undated,
        breakdown_of_several=result.breakdown_of_several,
        breakdowns=result.breakdowns,
        beyond_children=result.beyond_children,
        disclosure=settings,
        rows_told=rows_may_be_told(result, published),
    )


def rows_may_be_told(result: Result, published: Mapping[Place, Figure]) -> bool:
    """Return whether the numbers of rows of the sources give nothing away beside what is published.

    Of several files each number would count the part of the cases that the file holds; beside filtered
    figures it would count the rest; beside a suppressed total it would be that total.
    """
    whole = (published[Place(None, None, headline(unit).key)] for unit in Unit)
    filtered = bool(result.state.filters or result.state.search)
    return len(result.sources) == 1 and not filtered and all(figure.marker is None for figure in whole)


def _tells_small(notice: Notice, settings: Disclosure) -> bool:
    """Return whether a notice begins with a small count, e.g. 2 rows shown have no nature that is known."""
    count = _COUNT.match(notice.text)
    return count is not None and settings.hides(float(count.group(1).replace(",", "")))


def _accounts(
    result: Result, published: Mapping[Place, Figure], settings: Disclosure
) -> tuple[SourceAccount, ...]:
    """Return the accounts of rows, rounded as the counts are; without numbers that may not be told."""
    told = rows_may_be_told(result, published)

    def number(rows: int) -> int:
        return int(settings.rounded(rows)) if told else 0

    return tuple(
        replace(each, rows_read=number(each.rows_read), rows_used=number(each.rows_used))
        for each in result.sources
    )


def _row(row: ResultRow, published: Mapping[Place, Figure], per: int, settings: Disclosure) -> ResultRow:
    measures = tuple(recomputed(row, each, published, per, settings) for each in row.measures)
    # From what is published alone, so that a hidden part is not narrowed down by what the parts add up to.
    told = split_of(tuple(each.figure for each in measures)) if row.split else None
    if told is None and row.split in (Split.CHILDREN, Split.NEITHER):
        told = Split.NEITHER  # no share is to be taken of what is no part of the total
    return ResultRow(row.period, row.by, row.complete, measures, row.population, row.base, told)


def recomputed(
    row: ResultRow, true: MeasureResult, published: Mapping[Place, Figure], per: int, settings: Disclosure
) -> MeasureResult:
    """Return a measure of a row with everything that follows from published figures, and nothing else.

    Of the true result only the figure's place, whether it was compared and the row's population are used.
    """
    key = true.measure
    unpublished = true.figure if true.figure.value is None else Figure(None, HIDDEN)
    figure = published.get(Place(row.period, row.by, key), unpublished)
    count = exact(figure)
    if count is None:
        return MeasureResult(key, figure)
    people = row.population if true.rate is not None else None
    rate, around = intervals.rate(count, people, per) if people else (None, None)
    before = row.period.shifted(-1) if row.period else None
    last, base = (_earlier(row, then, key, published) for then in (before, row.base))

    def change(then: float | None) -> Change | None:
        return None if then is None else replace(intervals.change(then, count), rounded=settings.rounding > 0)

    return MeasureResult(
        measure=key,
        figure=figure,
        interval=intervals.count_interval(count),
        change=change(last) if true.change else None,
        change_on_base=change(base) if true.change_on_base else None,
        rate=rate,
        rate_interval=around,
    )


def exact(figure: Figure) -> float | None:
    """Return a count that is shown as it is, or None."""
    return None if figure.at_least else figure.value


def _earlier(
    row: ResultRow, period: Period | None, key: str, published: Mapping[Place, Figure]
) -> float | None:
    """Return the count as published in an earlier period."""
    then = published.get(Place(period, row.by, key)) if period else None
    return exact(then) if then else None
