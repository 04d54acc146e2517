"""Puts figures into result rows: with interval, change on earlier periods, and rate."""

from collections.abc import Sequence

from desktop_app.analysis.counted import Counted, Figures
from desktop_app.analysis.parts import NOT_ALIKE
from desktop_app.analysis.result import SPLIT_IN, Change, Figure, MeasureResult, ResultRow, Split
from desktop_app.analysis.statistics import intervals
from desktop_app.analysis.statistics.rates import Place, place_of_value
from desktop_app.catalogue.measures import MEASURES
from desktop_app.domain.periods import Period
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import USUAL_RATE


def period_rows(counted: Counted, place: Place, state: ViewState) -> tuple[ResultRow, ...]:
    """Return one row per period, in time order."""
    return _series(counted, (counted.by_period, counted.splits), (None, place), state)


def breakdown_rows(counted: Counted, place: Place, state: ViewState) -> tuple[ResultRow, ...]:
    """Return one row per period and value, ordered by period, then value."""
    all_splits = counted.splits_by_value or ((),) * len(counted.values)
    series = [
        _series(counted, (figures, splits), (value, place_of_value(place, state, value)), state)
        for value, figures, splits in zip(counted.values, counted.by_value, all_splits, strict=True)
    ]
    return tuple(row for of_period in zip(*series, strict=True) for row in of_period)


def overall_rows(counted: Counted) -> tuple[ResultRow, tuple[ResultRow, ...]]:
    """Return the row of everything and one per value of the breakdown; without changes and rates."""
    complete = all(counted.complete)
    by_value = tuple(
        ResultRow(None, value, complete, tuple(_result(*pair) for pair in _named(figures)))
        for value, figures in zip(counted.values, counted.overall_by_value, strict=True)
    )
    return ResultRow(
        None, None, complete, tuple(_result(*pair) for pair in _named(counted.overall))
    ), by_value


def lone_row(
    when: tuple[Period | None, Period | None],
    by: str | None,
    complete: bool,
    now: Figures,
    then: Figures | None,
) -> ResultRow:
    """Return the row of figures that are compared with those of one earlier period alone; without rates.

    `when` is the period and what it is compared with.
    """
    period, base = when
    pairs = zip(_named(now), then or (None,) * len(now), strict=True)
    results = (_result(key, figure, None, _change(base, figure)) for (key, figure), base in pairs)
    return ResultRow(period, by, complete, tuple(results), base=base if then else None)


def _named(figures: Figures) -> list[tuple[str, Figure]]:
    return [(spec.key, figure) for spec, figure in zip(MEASURES, figures, strict=True)]


def _series(
    counted: Counted,
    given: tuple[Sequence[Figures], Sequence[Split | None]],
    of: tuple[str | None, Place],
    state: ViewState,
) -> tuple[ResultRow, ...]:
    """Return the rows of the whole (None) or of one value, each compared with earlier ones."""
    (by, place), figures = of, given[0]
    at_period = {period: at for at, period in enumerate(counted.periods)}
    splits = given[1] or (None,) * len(figures)  # natures counted from records are in the unit wished for
    rows = []
    for at, period in enumerate(counted.periods):
        complete = counted.complete[at]
        population = place.population(period) if complete else None
        base = state.base_of(period)
        places = (at - 1, at_period.get(base, -1))
        earlier = [_comparable(counted, figures, at, then) for then in places]
        alike = [_same_split(splits, at, then, state) for then in places]
        results = []
        for position, (key, figure) in enumerate(_named(figures[at])):
            on_last, on_base = (
                _change(then[position], figure) if then and (same or key not in NOT_ALIKE) else None
                for then, same in zip(earlier, alike, strict=True)
            )
            results.append(_result(key, figure, on_last, on_base, (population, state.per)))
        known = base if earlier[1] is not None else None
        rows.append(ResultRow(period, by, complete, tuple(results), population, known, splits[at]))
    return tuple(rows)


def _same_split(splits: Sequence[Split | None], at: int, then: int, state: ViewState) -> bool:
    """Return whether the natures of two periods count the same, so that serious harm can be compared."""
    usual = SPLIT_IN[state.unit]
    return (splits[at] or usual) is (splits[then] or usual)


def _comparable(counted: Counted, figures: Sequence[Figures], at: int, then: int) -> Figures | None:
    """Return the figures of an earlier place, if it is one and both periods are complete."""
    fair = 0 <= then < at and counted.complete[at] and counted.complete[then]
    return figures[then] if fair else None


def _known(figure: Figure | None) -> float | None:
    return None if figure is None or figure.at_least else figure.value


def _change(then: Figure | None, now: Figure) -> Change | None:
    before, after = _known(then), _known(now)
    return None if before is None or after is None else intervals.change(before, after)


def _result(
    key: str,
    figure: Figure,
    on_last: Change | None = None,
    on_base: Change | None = None,
    rated: tuple[float | None, int] = (None, USUAL_RATE),
) -> MeasureResult:
    """Return a measure with all that follows from its count; `rated`: among whom, and per how many."""
    count = _known(figure)
    if count is None:
        return MeasureResult(key, figure)
    population, per = rated
    rate, around = intervals.rate(count, population, per) if population else (None, None)
    return MeasureResult(key, figure, intervals.count_interval(count), on_last, on_base, rate, around)
