"""The table of two columns: the figures of their values together, of records and of published counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

import numpy as np

from desktop_app.analysis.counted import NOTHING, Counted, Figures
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.published.figures import count_published, shown_values
from desktop_app.analysis.published.rows import Table
from desktop_app.analysis.records.counting import Places, places_of, tally
from desktop_app.analysis.records.index import Index, index_of
from desktop_app.analysis.records.masks import Passing
from desktop_app.analysis.records.values import Values, small
from desktop_app.analysis.result import CrossTable, Resolved
from desktop_app.analysis.rows import lone_row
from desktop_app.domain.periods import Period
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape

_BETWEEN = "\x1f"  # in the name of two columns together: no column's key holds it

Grid = list[list[Figures]]  # values of the first column down, of the second across; totals last in both


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    """The values down and across, and what gives their figures in one period or (None) all together."""

    down: tuple[str, ...]
    across: tuple[str, ...]
    grid: Callable[[Period | None], Grid]


def cross_table(
    dataset: Dataset, resolved: Resolved, counted: Counted, passing: Passing | None, today: date
) -> CrossTable | None:
    """Return the table of the two columns wished for, or None where two are not wished for.

    `passing` are the rows of records that pass the filters, None for published counts.
    """
    state = resolved.state
    by, across = state.by, state.pivot.across
    if by is None or across is None or not resolved.possible:
        return None
    if dataset.shape is Shape.AGGREGATE or passing is None:
        sides = _published(Table(dataset), resolved, across, today)
    else:
        sides = _records(dataset, state, passing, across)
    complete = dict(zip(counted.periods, counted.complete, strict=True))
    period = next((each for each in counted.periods if each.start == state.pivot.when), None)
    whole = complete[period] if period else all(counted.complete)
    earlier = state.base_of(period) if period and whole else None
    now = sides.grid(period)
    fair = earlier is not None and period is not None and earlier < period and complete.get(earlier)
    then = sides.grid(earlier) if fair else None
    names = (*sides.down, None)
    return CrossTable(
        across=across,
        period=period,
        down=sides.down,
        columns=sides.across,
        rows=tuple(
            tuple(
                lone_row((period, earlier), name, whole, now[at][place], then[at][place] if then else None)
                for place in range(len(sides.across) + 1)
            )
            for at, name in enumerate(names)
        ),
        several=tuple(
            column.title
            for key in (by, across)
            if (column := dataset.column(key)) and column.kind is ColumnKind.SEVERAL
        ),
    )


def _records(dataset: Dataset, state: ViewState, passing: Passing, across: str) -> _Sides:
    index, by = index_of(dataset), state.by or ""
    places = places_of(index, state.date_basis, state.period)
    pair = paired(index, by, across)
    keys = (pair, by, across, None)
    tallies = [tally(index, passing, places, key) for key in keys]
    altogether = [tallied.merged(places.size) for tallied in tallies]
    down, columns = (_shown(dataset, state, key) for key in (by, across))
    width = len(index.values(across).labels)

    def grid(period: Period | None) -> Grid:
        each, both, downs, acrosses, whole = places.size, *tallies
        if period is None:
            each, (both, downs, acrosses, whole) = 1, altogether
        at = 0 if period is None else _place(places, period)
        unit = state.unit
        cells = [
            [
                *(both.figures((row * width + place) * each + at, unit) for place, _ in columns),
                downs.figures(row * each + at, unit),
            ]
            for row, _ in down
        ]
        totals = [
            *(acrosses.figures(place * each + at, unit) for place, _ in columns),
            whole.figures(at, unit),
        ]
        return [*cells, totals]

    return _Sides(tuple(label for _, label in down), tuple(label for _, label in columns), grid)


def _place(places: Places, period: Period) -> int:
    return period.ordinal - places.first


def _shown(dataset: Dataset, state: ViewState, key: str) -> list[tuple[int, str]]:
    """Return the values of a column with their places, without those that a filter on it leaves out."""
    column, chosen = dataset.column(key), state.filter_on(key)
    several = column is not None and column.kind is ColumnKind.SEVERAL
    labels = enumerate(index_of(dataset).values(key).labels)
    return [(at, label) for at, label in labels if chosen is None or several or label in chosen.values]


def paired(index: Index, first: str, second: str) -> str:
    """Return the key under which the index holds the values of two columns together.

    The label of a pair is at `place in first * number of second's labels + place in second`.
    """
    key = f"{first}{_BETWEEN}{second}"
    index.once(("values", key), lambda: _pair(index.values(first), index.values(second)))
    return key


def _pair(one: Values, two: Values) -> Values:
    width = len(two.labels)
    codes = one.cells.astype(np.int64) * two.size + two.cells
    met, cells = np.unique(codes, return_inverse=True)
    members = [
        [a * width + b for a, b in product(_members(one, code // two.size), _members(two, code % two.size))]
        for code in met.tolist()
    ]
    lengths = [len(each) for each in members]
    labels = [f"{a}{_BETWEEN}{b}" for a, b in product(one.labels, two.labels)]
    return Values(
        labels,
        0,
        small(cells, len(met)),
        np.cumsum(np.r_[0, np.array(lengths, dtype=np.int64)]),
        np.array([place for each in members for place in each], dtype=np.int32),
    )


def _members(values: Values, cell: int) -> list[int]:
    found: list[int] = values.members[values.starts[cell] : values.starts[cell + 1]].tolist()
    return found


def _published(table: Table, resolved: Resolved, across: str, today: date) -> _Sides:
    """Return the sides of published counts: each value across is asked for as a filter would."""
    state = resolved.state
    by = state.by or ""
    down, columns = shown_values(table, state, by), shown_values(table, state, across)

    def asked(wish: ViewState) -> Counted:
        return count_published(table, replace(resolved, state=wish), today)

    asked_for = [asked(state.only(across, value)) for value in columns]
    asked_for.append(asked(state))

    def grid(period: Period | None) -> Grid:
        series = [_of_period(counted, down, period) for counted in asked_for]
        return [list(row) for row in zip(*series, strict=True)]

    return _Sides(down, columns, grid)


def _of_period(counted: Counted, down: Sequence[str], period: Period | None) -> list[Figures]:
    """Return the figures of every value down, and of all, in one column of the table."""
    if len(counted.by_value) != len(down):  # nothing can be given by this date or for such periods
        return [NOTHING] * (len(down) + 1)
    if period is None:
        return [*counted.overall_by_value, counted.overall]
    if period not in counted.periods:
        return [NOTHING] * (len(down) + 1)
    at = counted.periods.index(period)
    return [*(figures[at] for figures in counted.by_value), counted.by_period[at]]
