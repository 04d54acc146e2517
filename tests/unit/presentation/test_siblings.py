"""Children counted under another child's age or sex are told beside the figures, in every output."""

import json
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.disclosure import protect
from desktop_app.analysis.result import Result
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.pivot import PivotWish
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape, Unit
from desktop_app.presentation.reports.summary import summary_json, summary_text
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.cautions import cautions
from tests.support.datasets import records

ONE_OF_AGE = "whose own age group is not in the file: they are counted under that of the child whom the row"


def counted(shape: Shape = Shape.NOTIFICATIONS, times: int = 1, **wishes: object) -> Result:
    """Count four notifications: about one child, three (entered twice), two, and none that is known."""
    cells = {
        "reference": ["A", "B", "B", "C", "D"],
        "date_notified": ["2021-01-05", "2021-03-01", "2021-03-01", "2021-06-01", "2021-12-30"],
        "age_group": ["Under 1", "1-5", "1-5", "1-5", "Under 1"],
        "sex": ["Male", "Female", "Female", "Male", "Male"],
        "region": ["London"] * 5,
        "children": [1, 3, 3, 2, None],
    }
    many = {key: values * times for key, values in cells.items()}
    many["reference"] = [f"{name}{at // 5}" for at, name in enumerate(many["reference"])]
    state = ViewState(unit=Unit.CHILDREN, date_basis=ViewState().date_basis)
    return compute(records(many, shape), replace(state, **wishes), date(2022, 6, 1))  # type: ignore[arg-type]  # the names are ViewState's


def told(result: Result) -> list[str]:
    return [each.text for each in cautions(result) if "of the children concerned" in each.text]


def test_siblings_are_counted_once_for_a_notification_entered_twice() -> None:
    # B has two more than the child described, C one more, A and D none that is known.
    assert told(counted(by="age_group")) == [
        f"3 of the children concerned are siblings {ONE_OF_AGE} describes."
    ]


@pytest.mark.parametrize(
    ("wishes", "titles"),
    [
        (
            {"filters": (ValueFilter("sex", ("Female",)),)},
            "2 of the children concerned are siblings whose own sex is",
        ),
        (
            {"by": "region", "pivot": PivotWish("age_group")},
            "3 of the children concerned are siblings whose own age group is",
        ),
        (
            {"by": "age_group", "filters": (ValueFilter("sex", ("Male",)),)},
            "1 of the children concerned is a sibling whose own age group and sex are not in the file: it is",
        ),
        (
            {"unit": Unit.NOTIFICATIONS, "by": "sex"},
            "3 of the children concerned are siblings whose own sex is",
        ),
    ],
)
def test_every_way_to_a_characteristic_of_a_child_is_told(wishes: dict[str, object], titles: str) -> None:
    (text,) = told(counted(**wishes))
    assert text.startswith(titles)


@pytest.mark.parametrize(
    "wishes", [{}, {"by": "region"}, {"filters": (ValueFilter("sex", ("Male",)),), "search": "A0"}]
)
def test_where_nothing_is_counted_under_another_child_nothing_is_said(wishes: dict[str, object]) -> None:
    assert told(counted(**wishes)) == []


def test_where_a_row_is_a_child_nothing_is_said() -> None:
    assert told(counted(Shape.CHILDREN, by="age_group")) == []


def test_tables_charts_and_the_command_line_carry_it() -> None:
    result = counted(by="age_group")
    view = view_of(result, ())
    assert view.breakdown is not None
    assert view.breakdown_plot is not None
    assert ONE_OF_AGE in view.breakdown.source
    assert ONE_OF_AGE in view.breakdown_plot.source
    assert "siblings" not in view.trend.source  # which no age has a part in
    assert ONE_OF_AGE in summary_text(result)
    assert ONE_OF_AGE in json.dumps(summary_json(result)["notices"], ensure_ascii=False)
    crossed = view_of(counted(by="region", pivot=PivotWish("age_group")), ())
    assert crossed.pivot is not None
    assert ONE_OF_AGE in crossed.pivot.source


def test_filtered_figures_carry_it_everywhere() -> None:
    view = view_of(counted(filters=(ValueFilter("age_group", ("1-5",)),)), ())
    assert all(ONE_OF_AGE in words for words in (view.trend.source, *(plot.source for plot in view.plots)))


def test_a_publication_tells_it_without_the_number() -> None:
    safe = protect(counted(by="age_group", times=20), Disclosure()).result
    assert told(safe) == [f"Some of the children concerned are siblings {ONE_OF_AGE} describes."]
