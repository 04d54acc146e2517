"""Laws that hold for any records: parts and totals, filters and counts, periods in periods, row order."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import Result, ResultRow
from desktop_app.domain.filters import BLANK, DateFilter, Filter, ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, Nature, PeriodKind, Shape, Unit
from tests.support.datasets import records

TODAY = date(2030, 1, 1)
FIRST_DAY = date(2019, 1, 1)
NATURES = [*(nature.value for nature in Nature), None]
SEXES = ["Male", "Female", None]
FACTORS = ["Domestic abuse", "Neglect", "Domestic abuse; Neglect", None]
KEYS = ("reference", "date_notified", "nature", "sex", "factors", "children")

Row = tuple[object, ...]


def _row() -> st.SearchStrategy[Row]:
    day = st.integers(0, 900).map(lambda days: FIRST_DAY + timedelta(days))
    return st.tuples(
        st.sampled_from(["A", "B", "C", "D", "E", "F", None]),
        st.one_of(st.none(), day, day, day),
        st.sampled_from(NATURES),
        st.sampled_from(SEXES),
        st.sampled_from(FACTORS),
        st.sampled_from([1, 1, 2, 3]),
    )


ROWS = st.lists(_row(), min_size=1, max_size=30)
SHAPES = st.sampled_from([Shape.NOTIFICATIONS, Shape.CHILDREN])
UNITS = st.sampled_from(list(Unit))
FILTERS: st.SearchStrategy[Filter] = st.one_of(
    st.builds(ValueFilter, st.just("sex"), st.sampled_from([("Male",), ("Female", BLANK), ("Nobody",)])),
    st.builds(ValueFilter, st.just("factors"), st.sampled_from([("Neglect",), (BLANK, "Domestic abuse")])),
    st.builds(ValueFilter, st.just("children"), st.sampled_from([("1",), ("2", "3")])),
    st.just(DateFilter("date_notified", date(2019, 6, 1), date(2020, 12, 31))),
)


def dataset_of(rows: Sequence[Row], shape: Shape) -> Dataset:
    return records({key: [row[at] for row in rows] for at, key in enumerate(KEYS)}, shape)


def counts(row: ResultRow) -> list[float | None]:
    return [result.figure.value for result in row.measures]


def of(dataset: Dataset, state: ViewState) -> Result:
    return compute(dataset, state, TODAY)


@given(ROWS, SHAPES, UNITS, st.sampled_from(list(PeriodKind)))
def test_natures_and_rows_without_one_make_the_total(
    rows: list[Row], shape: Shape, unit: Unit, kind: PeriodKind
) -> None:
    known = [row for row in rows if row[2] is not None]
    if known:
        for row in of(dataset_of(known, shape), ViewState(unit=unit, period=kind)).rows:
            total = counts(row)[0 if unit is Unit.NOTIFICATIONS else 1]
            assert total == sum(count or 0 for count in counts(row)[2:])


@given(ROWS, SHAPES, UNITS, st.sampled_from(list(PeriodKind)))
def test_periods_and_undated_rows_make_the_whole(
    rows: list[Row], shape: Shape, unit: Unit, kind: PeriodKind
) -> None:
    result = of(dataset_of(rows, shape), ViewState(unit=unit, period=kind))
    sums = [sum(column) for column in zip(*(counts(row) for row in result.rows), strict=True)]
    if result.undated == 0:
        assert sums == counts(result.overall)
    else:
        assert all(part <= (whole or 0) for part, whole in zip(sums, counts(result.overall), strict=False))


@settings(max_examples=30)
@given(ROWS, SHAPES, UNITS)
def test_a_financial_year_is_the_sum_of_its_halves_and_of_its_quarters(
    rows: list[Row], shape: Shape, unit: Unit
) -> None:
    dataset = dataset_of(rows, shape)
    years = of(dataset, ViewState(unit=unit, period=PeriodKind.FINANCIAL_YEAR)).rows
    for kind in (PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH):
        finer = of(dataset, ViewState(unit=unit, period=kind)).rows
        for year in years:
            assert year.period is not None
            inside = [r for r in finer if r.period and year.period.start <= r.period.start <= year.period.end]
            assert counts(year) == [sum(column) for column in zip(*map(counts, inside), strict=True)]


@given(
    ROWS, SHAPES, UNITS, st.lists(FILTERS, max_size=3, unique_by=lambda chosen: (type(chosen), chosen.column))
)
def test_filter_then_count_is_count_of_the_filtered_rows(
    rows: list[Row], shape: Shape, unit: Unit, filters: list[Filter]
) -> None:
    dataset = dataset_of(rows, shape)
    kept = of(dataset, ViewState(unit=unit, filters=tuple(filters)))
    assert list(kept.selection) == [
        at for at, row in enumerate(rows) if all(_passes(row, f) for f in filters)
    ]
    alone = of(
        dataset_of([rows[at] for at in kept.selection] or [(None,) * len(KEYS)], shape), ViewState(unit=unit)
    )
    if len(kept.selection):
        assert counts(kept.overall) == counts(alone.overall)


def _passes(row: Row, chosen: Filter) -> bool:
    cell = row[KEYS.index(chosen.column)]
    if isinstance(chosen, DateFilter):
        return isinstance(cell, date) and (chosen.first or cell) <= cell <= (chosen.last or cell)
    held = [BLANK] if cell is None else str(cell).split("; ")
    return any(value in chosen.values for value in held)


@settings(max_examples=15)
@given(ROWS, SHAPES, UNITS)
def test_a_facets_count_is_what_choosing_the_value_gives(rows: list[Row], shape: Shape, unit: Unit) -> None:
    dataset = dataset_of(rows, shape)
    state = ViewState(unit=unit, filters=(ValueFilter("sex", ("Male",)),))
    for facet in of(dataset, state).facets:
        for value in facet.values:
            chosen = of(dataset, state.with_filter(ValueFilter(facet.column, (value.value,)))).overall
            assert value.count == counts(chosen)[0 if unit is Unit.NOTIFICATIONS else 1]


@given(ROWS, SHAPES, UNITS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_figure(
    rows: list[Row], shape: Shape, unit: Unit, random: object
) -> None:
    shuffled = sorted(rows, key=lambda _: random.random())  # type: ignore[attr-defined]  # a random.Random
    state = ViewState(unit=unit, by="factors", period=PeriodKind.HALF_YEAR)
    one, other = of(dataset_of(rows, shape), state), of(dataset_of(shuffled, shape), state)
    assert (one.rows, one.breakdown, one.breakdown_overall) == (
        other.rows,
        other.breakdown,
        other.breakdown_overall,
    )
    assert (one.facets, one.notices, one.overall) == (other.facets, other.notices, other.overall)


@given(ROWS, st.sampled_from(list(PeriodKind)))
def test_children_and_notifications_agree_with_a_plain_data_frame(rows: list[Row], kind: PeriodKind) -> None:
    frame = pd.DataFrame(rows, columns=list(KEYS))
    frame["reference"] = [row[0] or f"row {at}" for at, row in enumerate(rows)]
    frame["day"] = pd.to_datetime(frame["date_notified"]).astype("datetime64[s]")
    frame["day"] = frame.groupby("reference")["day"].transform("min")
    result = of(dataset_of(rows, Shape.CHILDREN), ViewState(period=kind, date_basis=DateBasis.NOTIFIED))
    for row in result.rows:
        assert row.period is not None
        inside = frame[frame["day"].between(pd.Timestamp(row.period.start), pd.Timestamp(row.period.end))]
        gravest = inside.groupby("reference")["nature"].agg(
            lambda natures: min((NATURES.index(None if pd.isna(n) else n) for n in natures), default=3)
        )
        expected = [inside["reference"].nunique(), len(inside)] + [
            int((gravest == code).sum()) for code in range(3)
        ]
        assert counts(row) == expected


@pytest.mark.parametrize("unit", list(Unit))
def test_changes_do_not_depend_on_the_order_of_rows(unit: Unit) -> None:
    rows: list[Row] = [
        (f"R{at}", date(2020 + at % 2, 1 + at % 12, 1), NATURES[at % 3], "Male", None, 1) for at in range(60)
    ]
    results = [of(dataset_of(order, Shape.CHILDREN), ViewState(unit=unit)) for order in (rows, rows[::-1])]
    assert results[0].rows == results[1].rows
    assert results[0].rows[1]["notifications"].change is not None
