"""Whatever is filtered, sorted, clicked, undone and done again: rows, order, value lists and totals agree."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.analysis import compute
from desktop_app.analysis.records.column_values import column_values
from desktop_app.domain.filters import (
    BLANK,
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
from tests.support.datasets import records
from tests.support.oracle import Oracle

TODAY = date(2021, 6, 15)
DAYS = st.integers(0, 900).map(lambda days: date(2019, 3, 1) + timedelta(days))
REGIONS = ("North East", "London", "South West")
FACTORS = ("Neglect", "Domestic abuse; Neglect", "Suicide")
CELLS = {
    "reference": st.sampled_from(["a-1", "B-2", "c-3", "D-4", None]),
    "date_notified": st.none() | DAYS,
    "region": st.sampled_from([*REGIONS, None]),
    "sex": st.sampled_from(["Male", "Female", None]),
    "age": st.sampled_from([0, 1, 2, 10, 17, None]),
    "factors": st.sampled_from([*FACTORS, None]),
    "outline": st.sampled_from(["Found at home", "found HOME alone", "Élan", None]),
}
ENDS = st.none() | st.integers(0, 17)
FILTERS: st.SearchStrategy[Filter] = st.one_of(
    st.builds(ValueFilter, st.just("region"), st.sampled_from([REGIONS[:1], (BLANK, "London"), REGIONS[1:]])),
    st.builds(ValueFilter, st.just("factors"), st.sampled_from([("Neglect",), ("Suicide", BLANK)])),
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
SORTED = ("reference", "date_notified", "region", "sex", "age")
TOGGLED = st.sampled_from(
    [*(("region", name) for name in (*REGIONS, BLANK)), ("sex", "Male"), ("factors", "Neglect")]
)


class Wishes(RuleBasedStateMachine):
    """A person at the window, without the window."""

    @initialize(rows=st.lists(st.tuples(*CELLS.values()), max_size=14))
    def open_a_file(self, rows: list[tuple[object, ...]]) -> None:
        cells = {key: [row[at] for row in rows] for at, key in enumerate(CELLS)}
        self.dataset = records(cells, Shape.CHILDREN)
        self.oracle = Oracle(pd.DataFrame(cells, dtype=object), TODAY, "factors")
        self.session = Session(ViewState(), lambda state: None)

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

    @rule(keys=st.lists(st.sampled_from(SORTED), max_size=3, unique=True), descending=st.booleans())
    def sort(self, keys: list[str], descending: bool) -> None:
        sort = tuple(SortKey(key, descending ^ bool(at)) for at, key in enumerate(keys))
        self.wish(replace(self.session.state, sort=sort))

    @rule(text=st.sampled_from(["", "lon", "HOME", "2020", " mar ", "élan"]))
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
        self.session.undo()

    @invariant()
    def everything_agrees(self) -> None:
        state = self.session.state
        found = compute(self.dataset, state, TODAY)
        assert found.selection.tolist() == self.oracle.rows(state)
        key = "notifications" if state.unit is Unit.NOTIFICATIONS else "children"
        assert found.overall[key].figure.value == self.oracle.total(state)
        for facet in found.facets:
            for value in facet.values:
                assert value.count == self.oracle.facet(state, facet.column, value.value), (
                    facet.column,
                    value,
                )
        menu = column_values(self.dataset, state, "date_notified", "", TODAY)
        for value in menu.values:
            assert value.count == self.oracle.facet(state, "date_notified", value.value), value


Wishes.TestCase.settings = settings(max_examples=30, stateful_step_count=12)
TestWishes = Wishes.TestCase
