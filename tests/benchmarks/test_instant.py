"""How fast wishes are answered at Excel's full size, beside a bare pass of numpy over the same columns.

`ratio` is the answer's median against one plain count of every column's codes in the same run: it says more
than seconds where the machine is busy. `p95_ms` is the slowest but one answer in twenty.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.index import index_of
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import PeriodKind
from desktop_app.services.usecases import show
from tests.support.large import large

ROWS = 1_048_575
SMALL = ROWS // 8
ROUNDS = 40

Bare = Callable[[], None]


@pytest.fixture(scope="module")
def dataset() -> Iterator[Dataset]:
    made = large(ROWS)
    show(made, ViewState())  # what is made once, when a file is opened
    gc.freeze()  # as the program does
    yield made
    gc.unfreeze()


@pytest.fixture(scope="module")
def bare(dataset: Dataset) -> Bare:
    index = index_of(dataset)
    codes = [index.values(column.key).cells.astype(np.intp) for column in dataset.columns if column.breakdown]

    def count() -> None:
        for each in codes:
            np.bincount(each)

    return count


def toggles(dataset: Dataset, start: ViewState) -> Iterator[ViewState]:
    """Yield what a person clicks: value after value in any list, some filters at a time, then all cleared."""
    chance, state = random.Random(4), start
    lists = {c.key: index_of(dataset).values(c.key).labels for c in dataset.columns if c.breakdown}
    while True:
        key = chance.choice(sorted(lists))
        state = (start if len(state.filters) > 4 else state).toggled(key, chance.choice(lists[key]))
        yield state


def measure(benchmark: BenchmarkFixture, dataset: Dataset, states: list[ViewState], bare: Bare) -> None:
    following = iter(states)
    benchmark.pedantic(partial(show, dataset), setup=lambda: ((next(following),), {}), rounds=len(states))
    if benchmark.stats is None:  # the suite runs benchmarks once, without measuring
        return
    passes = sorted(_seconds(bare) for _ in range(9))
    answers = sorted(benchmark.stats.stats.data)
    benchmark.extra_info["ratio"] = round(answers[len(answers) // 2] / passes[4], 1)
    benchmark.extra_info["p95_ms"] = round(1000 * answers[int(0.95 * len(answers))], 1)


def _seconds(work: Bare) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_toggling_a_value(benchmark: BenchmarkFixture, dataset: Dataset, bare: Bare) -> None:
    measure(benchmark, dataset, list(islice(toggles(dataset, ViewState()), ROUNDS)), bare)


def test_toggling_a_value_by_month(benchmark: BenchmarkFixture, dataset: Dataset, bare: Bare) -> None:
    start = ViewState(period=PeriodKind.MONTH)
    measure(benchmark, dataset, list(islice(toggles(dataset, start), ROUNDS)), bare)


def test_toggling_a_value_of_a_breakdown(benchmark: BenchmarkFixture, dataset: Dataset, bare: Bare) -> None:
    measure(benchmark, dataset, list(islice(toggles(dataset, ViewState(by="region")), ROUNDS)), bare)


def test_searching(benchmark: BenchmarkFixture, dataset: Dataset, bare: Bare) -> None:
    texts = ("a", "au", "authority 01", "sin-00", "sin-0012345", "2019", "zzz", "placement 1", "neglect")
    show(dataset, ViewState(search="nothing"))  # the texts are laid end to end once
    measure(benchmark, dataset, [ViewState(search=text) for text in texts], bare)


def test_sorting(benchmark: BenchmarkFixture, dataset: Dataset, bare: Bare) -> None:
    keys = [c.key for c in dataset.columns]
    for key in keys:
        show(dataset, ViewState(sort=(SortKey(key),)))  # the rank of every value is found once
    start = ViewState()
    sorts = [replace(start, sort=(SortKey(key, True), SortKey("date_notified"))) for key in keys]
    measure(benchmark, dataset, sorts, bare)


def test_toggling_a_value_of_an_eighth_of_the_rows(benchmark: BenchmarkFixture) -> None:
    eighth = large(SMALL)
    show(eighth, ViewState())
    following = toggles(eighth, ViewState())
    benchmark.pedantic(partial(show, eighth), setup=lambda: ((next(following),), {}), rounds=ROUNDS)
