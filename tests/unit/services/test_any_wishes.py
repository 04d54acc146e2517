"""Whatever is filtered, sorted, clicked, undone and done again: rows, order, value lists and totals agree."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.column_values import column_values
from desktop_app.catalogue.spellings import REGIONS as REGION_NAMES
from desktop_app.domain.filters import (
    BLANK,
    NOT_UNDERSTOOD,
    DateFilter,
    Filter,
    NumberFilter,
    RelativeDates,
    RelativeSpan,
    TextFilter,
    TextMatch,
    ValueFilter,
)
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import Shape, Unit
from desktop_app.services.session import Session
from desktop_app.ui.wishes import picked, together
from tests.support.datasets import records
from tests.support.oracle import Odd, Oracle

TODAY = date(2021, 6, 15)
DAYS = st.integers(0, 900).map(lambda days: date(2019, 3, 1) + timedelta(days))
REGIONS = ("North East", "London", "South West")
FACTORS = ("Neglect", "Domestic abuse; Neglect", "Suicide")
HIDDEN, LOW, SOON = Odd.called("c", "c"), Odd.called("low", "k"), Odd.called("soon", NOT_UNDERSTOOD)
BANDS = ("Under 1", "1-5", "6-10", "11-15", "Over 15")
ORDERS = {"region": [each.value for each in REGION_NAMES], "sex": ["Male", "Female"], "width": BANDS}
CELLS = {
    "reference": st.sampled_from(["a-1", "B-2", "c-3", "D-4", None]),
    "date_notified": st.none() | DAYS | st.sampled_from([Odd.called("z", "z"), SOON]),
    "region": st.sampled_from([*REGIONS, None]),
    "sex": st.sampled_from(["Male", "Female", HIDDEN, None]),
    "age": st.sampled_from([0, 1, 2, 10, 17, 1250, HIDDEN, LOW, SOON, None]),
    "factors": st.sampled_from([*FACTORS, HIDDEN, None]),
    "outline": st.sampled_from(["Found at home", "found HOME alone", "Élan", None]),
    "width": st.sampled_from([*BANDS, None]),
}
SHORTHAND = {"sex": ("c",), "factors": ("c",)}
ENDS = st.none() | st.integers(0, 17)
FILTERS: st.SearchStrategy[Filter] = st.one_of(
    st.builds(ValueFilter, st.just("region"), st.sampled_from([REGIONS[:1], (BLANK, "London"), REGIONS[1:]])),
    st.builds(ValueFilter, st.just("factors"), st.sampled_from([("Neglect",), ("Suicide", BLANK), ("c",)])),
    st.builds(ValueFilter, st.just("age"), st.sampled_from([("k", "0"), (NOT_UNDERSTOOD,), ("c", BLANK)])),
    st.builds(ValueFilter, st.just("date_notified"), st.sampled_from([("2020",), ("Jan-Mar 2020", BLANK)])),
    st.builds(DateFilter, st.just("date_notified"), st.just(date(2019, 9, 1)), st.none() | DAYS).filter(
        lambda chosen: chosen.last is None or chosen.last >= date(2019, 9, 1)
    ),
    st.builds(RelativeDates, st.just("date_notified"), st.sampled_from(list(RelativeSpan))),
    st.builds(NumberFilter, st.just("age"), ENDS, ENDS).filter(lambda f: (f.low or 0) <= (f.high or 17)),
    st.builds(
        TextFilter,
        st.sampled_from(["outline", "factors", "reference"]),
        st.sampled_from(list(TextMatch)),
        st.sampled_from(["home", "neglect", "B-2", "found"]),
    ),
)
SORTED = tuple(CELLS)
ORDER = st.lists(
    st.builds(SortKey, st.sampled_from(SORTED), st.booleans()),
    min_size=1,
    max_size=3,
    unique_by=lambda key: key.column,
).map(tuple)
ROWS = st.lists(st.tuples(*CELLS.values()), max_size=14)
SEARCHES = st.sampled_from(["", "lon", "HOME", "2020", " mar ", "élan", "1,250", "soon", "c"])
TOGGLED = st.sampled_from(
    [
        *(("region", name) for name in (*REGIONS, BLANK)),
        *(("sex", name) for name in ("Male", "c")),
        *(("factors", name) for name in ("Neglect", "c")),
        *(("width", name) for name in BANDS),
    ]
)
YEARS = st.sampled_from([2019, 2020, 2021]).map(
    lambda year: DateFilter("date_notified", date(year, 1, 1), date(year, 12, 31))
)
MARKS = st.tuples(TOGGLED.map(lambda pair: ValueFilter(pair[0], (pair[1],))), st.none() | YEARS).map(
    lambda both: tuple(pick for pick in both if pick is not None)
)


def both_of(rows: list[tuple[object, ...]]) -> tuple[Dataset, Oracle]:
    """Return the same rows as a dataset and as the plain frame of an oracle."""
    cells = {key: [row[at] for row in rows] for at, key in enumerate(CELLS)}
    typed, written = dict(cells), {}
    for key in ("date_notified", "age"):  # what is no day or number is kept beside them
        written[key] = {at: str(cell) for at, cell in enumerate(cells[key]) if isinstance(cell, Odd)}
        typed[key] = [None if isinstance(cell, Odd) else cell for cell in cells[key]]
    dataset = records(typed, Shape.CHILDREN, shorthand=SHORTHAND, as_written=written)
    return dataset, Oracle(pd.DataFrame(cells, dtype=object), TODAY, "factors", ORDERS)


def agree(dataset: Dataset, oracle: Oracle, state: ViewState) -> None:
    """Compare rows, their order, totals, years and every value list with the oracle's."""
    found = compute(dataset, state, TODAY)
    assert found.selection.tolist() == oracle.rows(state)
    key = "notifications" if state.unit is Unit.NOTIFICATIONS else "children"
    assert found.overall[key].figure.value == oracle.total(state)
    for facet in found.facets:
        for value in facet.values:
            assert value.count == oracle.facet(state, facet.column, value.value), (facet.column, value)
    counted = {row.period.start.year: row[key].figure.value for row in found.rows if row.period}
    assert {year: count for year, count in counted.items() if count} == oracle.years(state)
    for column in CELLS:
        menu = column_values(dataset, state, column, "", TODAY)
        assert {value.value for value in menu.values} == oracle.values(column)
        for value in menu.values:
            assert value.count == oracle.facet(state, column, value.value), (column, value)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(*CELLS.values()), min_size=4, max_size=14),
    st.lists(FILTERS, max_size=2),
    ORDER,
    st.just("") | SEARCHES,
    st.sampled_from(list(Unit)),
)
def test_any_view_agrees_with_a_plain_frame(
    rows: list[tuple[object, ...]],
    filters: list[Filter],
    sort: tuple[SortKey, ...],
    search: str,
    unit: Unit,
) -> None:
    state = ViewState(sort=sort, search=search, unit=unit)
    for chosen in filters:
        state = state.with_filter(chosen)
    agree(*both_of(rows), state)


class Wishes(RuleBasedStateMachine):
    """A person at the window, without the window."""

    @initialize(rows=ROWS, sort=ORDER)
    def open_a_file(self, rows: list[tuple[object, ...]], sort: tuple[SortKey, ...]) -> None:
        self.dataset, self.oracle = both_of(rows)
        self.session = Session(ViewState(sort=sort), lambda state: None)

    def wish(self, state: ViewState) -> None:
        self.session.update(state)

    @rule(chosen=FILTERS)
    def choose_a_filter(self, chosen: Filter) -> None:
        self.wish(self.session.state.with_filter(chosen))

    @rule(place=st.integers(0, 5))
    def take_a_filter_out(self, place: int) -> None:
        filters = self.session.state.filters
        if filters:
            self.wish(self.session.state.without_filter(filters[place % len(filters)]))

    @rule(pair=TOGGLED)
    def click_a_value(self, pair: tuple[str, str]) -> None:
        self.wish(self.session.state.toggled(*pair))

    @rule(picks=MARKS, add=st.booleans())
    def click_a_mark_or_a_cell(self, picks: tuple[Filter, ...], add: bool) -> None:
        self.wish(picked(self.session.state, picks, add))

    @rule(many=st.lists(MARKS, min_size=1, max_size=3), add=st.booleans())
    def draw_over_several(self, many: list[tuple[Filter, ...]], add: bool) -> None:
        self.wish(picked(self.session.state, together(many), add))

    @rule(picks=MARKS)
    def click_twice_where_nothing_is_filtered(self, picks: tuple[Filter, ...]) -> None:
        self.wish(self.session.state.cleared())
        before = self.session.state
        self.wish(picked(before, picks, add=False))
        self.wish(picked(self.session.state, picks, add=False))
        assert self.session.state == before

    @rule(sort=ORDER)
    def sort(self, sort: tuple[SortKey, ...]) -> None:
        self.wish(replace(self.session.state, sort=sort))

    @rule(text=SEARCHES)
    def search(self, text: str) -> None:
        self.wish(replace(self.session.state, search=text))

    @rule(unit=st.sampled_from(list(Unit)))
    def count_in(self, unit: Unit) -> None:
        self.wish(replace(self.session.state, unit=unit))

    @rule()
    def clear(self) -> None:
        self.wish(self.session.state.cleared())

    @rule()
    def undo_and_redo(self) -> None:
        before, steps = self.session.state, 0
        while self.session.undo_change and steps < 2:
            self.session.undo()
            steps += 1
        for _ in range(steps):
            self.session.redo()
        assert self.session.state == before

    @rule()
    def undo(self) -> None:
        change = self.session.undo_change
        self.session.undo()
        assert change is None or self.session.state == change[0] != change[1]

    @rule()
    def redo(self) -> None:
        change = self.session.redo_change
        self.session.redo()
        assert change is None or self.session.state == change[1] != change[0]

    @invariant()
    def everything_agrees(self) -> None:
        agree(self.dataset, self.oracle, self.session.state)


Wishes.TestCase.settings = settings(max_examples=30, stateful_step_count=12)
TestWishes = Wishes.TestCase
