"""Two columns at once: every cell is what filtering by both of its values would count."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import CrossTable, Result
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape, Unit
from tests.support.datasets import published, records

TODAY = date(2023, 6, 1)
REGIONS, NATURES, FACTORS = (
    ("London", "South East", None),
    ("Child death", "Serious harm"),
    ("A", "B", "A; B", None),
)

ROWS = st.lists(
    st.tuples(
        st.integers(1, 6),  # the notification
        st.sampled_from(["2021-03-01", "2022-05-01", None]),
        st.sampled_from(REGIONS),
        st.sampled_from(NATURES),
        st.sampled_from(FACTORS),
    ),
    min_size=1,
    max_size=14,
)


def made(rows: list[tuple[Any, ...]], shape: Shape) -> Dataset:
    columns = list(zip(*rows, strict=True))
    return records(
        {
            "reference": [f"R{number}" for number in columns[0]],
            "date_notified": columns[1],
            "region": columns[2],
            "nature": columns[3],
            "factors": columns[4],
        },
        shape,
    )


def computed(dataset: Dataset, state: ViewState) -> Result:
    return compute(dataset, state, TODAY)


def crossed(dataset: Dataset, state: ViewState) -> CrossTable:
    cross = computed(dataset, state).cross
    assert cross is not None
    return cross


def numbers(cross: CrossTable, measure: str) -> list[list[float | None]]:
    return [[row[measure].figure.value for row in line] for line in cross.rows]


@given(ROWS, st.sampled_from([Shape.NOTIFICATIONS, Shape.CHILDREN]), st.sampled_from(["nature", "factors"]))
def test_a_cell_is_what_filtering_by_both_values_counts(rows, shape: Shape, across: str) -> None:
    dataset = made(rows, shape)
    state = ViewState(by="region", pivot=PivotWish(across))
    cross = crossed(dataset, state)
    for measure in ("notifications", "deaths"):
        found = numbers(cross, measure)
        for at, value in enumerate(cross.down):
            alone = computed(dataset, state.only("region", value))
            assert found[at][-1] == alone.overall[measure].figure.value
            for place, beside in enumerate(cross.columns):
                both = computed(dataset, state.only("region", value).only(across, beside))
                assert found[at][place] == both.overall[measure].figure.value
        assert found[-1][-1] == computed(dataset, state).overall[measure].figure.value


@given(ROWS)
def test_rows_of_children_add_up_over_both_sides(rows) -> None:
    dataset = made(rows, Shape.CHILDREN)
    cross = crossed(dataset, ViewState(unit=Unit.CHILDREN, by="region", pivot=PivotWish("nature")))
    found = numbers(cross, "children")
    assert [sum(line[:-1]) for line in found] == [line[-1] for line in found]
    assert [sum(column) for column in zip(*found[:-1], strict=True)] == found[-1]


def test_one_period_is_counted_and_compared_with_a_year_before() -> None:
    days = ["2021-01-05"] * 3 + ["2021-12-30"] + ["2022-01-05"] * 2 + ["2022-12-31"]
    regions = ["London", "London", "South East", "London", "London", "South East", "London"]
    dataset = records(
        {
            "reference": [str(n) for n in range(7)],
            "date_notified": days,
            "region": regions,
            "nature": ["Child death"] * 6 + ["Serious harm"],
        }
    )
    wish = PivotWish("nature", when=date(2022, 1, 1))
    cross = crossed(dataset, ViewState(by="region", pivot=wish))
    assert cross.down == ("London", "South East")
    assert cross.columns == ("Child death", "Serious harm")
    assert numbers(cross, "notifications") == [[1, 1, 2], [1, 0, 1], [2, 1, 3]]
    change = cross.rows[0][0]["notifications"].change_on_base
    assert change is not None
    assert (change.base, change.number) == (3, -2)


def test_a_period_that_is_not_shown_counts_all_together() -> None:
    dataset = made([(1, "2021-03-01", "London", "Child death", None)], Shape.NOTIFICATIONS)
    cross = crossed(dataset, ViewState(by="region", pivot=PivotWish("nature", when=date(1999, 1, 1))))
    assert cross.period is None
    assert numbers(cross, "notifications")[-1][-1] == 1


@pytest.mark.parametrize(
    ("by", "across", "words"),
    [
        ("region", "region", "the same as the first"),
        ("region", "sex", "no such column"),
        ("region", "date_notified", "does not hold groups"),
        (None, "region", "needs a first one"),
    ],
)
def test_what_cannot_stand_across_is_said(by: str | None, across: str, words: str) -> None:
    dataset = made([(1, "2021-03-01", "London", "Child death", None)], Shape.NOTIFICATIONS)
    found = computed(dataset, ViewState(by=by, pivot=PivotWish(across)))
    assert found.cross is None
    assert any(words in notice.text for notice in found.notices)


def test_a_measure_that_does_not_exist_is_said() -> None:
    dataset = made([(1, "2021-03-01", "London", "Child death", None)], Shape.NOTIFICATIONS)
    found = computed(dataset, ViewState(by="region", pivot=PivotWish(measure="hares")))
    assert found.state.pivot.measure == ""
    assert any("hares" in notice.text for notice in found.notices)


def count(number: object, **about: object) -> dict[str, object]:
    return {"period_start": "2021-04-01", "period_end": "2022-03-31", "number": number, **about}


def test_published_counts_are_crossed_as_far_as_the_file_has_them() -> None:
    dataset = published(
        [
            count(10),
            count(6, nature="Child death"),
            count(4, nature="Serious harm"),
            *(count(n, topic="sex", breakdown=sex) for sex, n in (("Male", 7), ("Female", 3))),
            count(5, topic="sex", breakdown="Male", nature="Child death"),
            count("c", topic="sex", breakdown="Female", nature="Child death"),
            count(9, topic="age_group", breakdown="Under 1"),
        ]
    )
    state = ViewState(by="sex", pivot=PivotWish("nature"))
    kind = computed(dataset, state).resolved.periods[0]
    cross = crossed(dataset, replace(state, period=kind))
    found = {
        (name, beside): row["notifications"].figure
        for name, line in zip((*cross.down, None), cross.rows, strict=True)
        for beside, row in zip((*cross.columns, None), line, strict=True)
    }
    assert found["Male", "Child death"].value == 5
    assert found["Female", "Child death"].marker == "c"
    assert found["Male", None].value == 7
    assert found[None, "Serious harm"].value == 4
    assert found[None, None].value == 10
    refused = computed(dataset, replace(state, period=kind, pivot=PivotWish("age_group")))
    assert refused.cross is None
    assert any("at once" in notice.text for notice in refused.notices)
