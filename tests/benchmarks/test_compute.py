"""How long it takes to answer a wish over a million rows and sixteen columns."""

from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.filters import DateFilter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import PeriodKind, Unit
from tests.support.large import large

WISHES = {
    "everything": ViewState(),
    "children": ViewState(unit=Unit.CHILDREN),
    "one region": ViewState(filters=(ValueFilter("region", ("London",)),)),
    "three filters": ViewState(
        filters=(
            ValueFilter("sex", ("Male", "Female")),
            ValueFilter("factors", ("Neglect",)),
            DateFilter("date_notified", date(2018, 4, 1), None),
        )
    ),
    "by region and month": ViewState(by="region", period=PeriodKind.MONTH),
    "by authority": ViewState(by="local_authority"),
    "search": ViewState(search="authority 01"),
    "sort": ViewState(sort=(SortKey("region"), SortKey("date_notified", True))),
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    made = large()
    compute(made, ViewState(), date(2026, 1, 1))  # the index is made once, when a file is opened
    return made


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES.keys())
def test_answering_a_wish(benchmark: BenchmarkFixture, dataset: Dataset, wish: ViewState) -> None:
    result = benchmark(compute, dataset, wish, date(2026, 1, 1))
    assert len(result.selection) > 0
