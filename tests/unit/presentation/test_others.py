"""What the filters leave out stands in grey on what they let through, where that helps and is honest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import Result
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Shape, Unit
from desktop_app.presentation.models import Plot, Table
from desktop_app.presentation.view import view_of
from tests.support.datasets import records

TODAY = date(2026, 1, 1)
FEMALE = ValueFilter("sex", ("Female",))


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Give three notifications of 2020 and five of 2021, of which one and two are of girls only.

    The last concerns a girl and a boy.
    """
    return records(
        {
            "reference": ["a", "b", "c", "d", "e", "f", "g", "h", "h"],
            "date_notified": ["2020-03-01"] * 3 + ["2021-03-01"] * 6,
            "nature": ["Child death"] * 3 + ["Serious harm"] * 6,
            "sex": ["Female", "Male", "Male", "Female", "Female", "Male", "Male", "Female", "Male"],
            "region": ["London"] * 4 + ["South East"] * 5,
        },
        Shape.CHILDREN,
    )


def shown(dataset: Dataset, *filters: ValueFilter, **wishes: object) -> Result:
    return compute(dataset, replace(ViewState(filters=filters), **wishes), TODAY)  # type: ignore[arg-type]  # any wish


def nature(made: Result) -> Plot:
    return view_of(made, ()).plots[0]


def bars(made: Result) -> Plot:
    plot = view_of(made, ()).breakdown_plot
    assert plot is not None
    return plot


def values(plot: Plot) -> dict[str, tuple[float | None, ...]]:
    return {series.label: tuple(mark.value for mark in series.marks) for series in plot.series}


def column(table: Table | None, title: str) -> list[float]:
    assert table is not None
    at = [column.title for column in table.columns].index(title)
    return [row[at].value for row in table.rows]  # type: ignore[misc]  # counts


def test_columns_carry_the_others_and_say_how_many_of_how_many(dataset: Dataset) -> None:
    plot = nature(shown(dataset, FEMALE))
    assert values(plot) == {
        "Child death": (1, 0),
        "Serious harm": (0, 3),
        "All other notifications": (2, 2),
    }
    assert plot.totals == ("1 of 3", "3 of 5")
    assert plot.others is True
    assert plot.series[-1].marks[1].words == "2021: 2 other notifications; 5 in all"
    assert "All other notifications stand on them in grey: 2020: 1 of 3; 2021: 3 of 5." in plot.alt_text
    assert column(plot.table, "Notifications, without filters") == [3, 5]


def test_children_are_set_against_children(dataset: Dataset) -> None:
    plot = nature(shown(dataset, FEMALE, unit=Unit.CHILDREN))
    assert values(plot)["All other children concerned"] == (2, 3)
    assert plot.totals == ("1 of 3", "3 of 6")


def test_a_search_leaves_others_out_as_a_filter_does(dataset: Dataset) -> None:
    assert nature(shown(dataset, search="south east")).totals == ("0 of 3", "4 of 5")


def test_bars_carry_the_others_of_their_own_value(dataset: Dataset) -> None:
    made = shown(dataset, FEMALE, by="region")
    plot = bars(made)
    assert dict(zip(plot.positions, plot.totals, strict=True)) == {
        "South East": "2 of 4",
        "London": "1 of 1",
    }
    assert values(plot)["All other notifications"] == (2, 0)
    assert plot.subtitle.endswith("In grey: all other notifications")
    assert column(view_of(made, ()).breakdown, "Without filters, 2021") == [4, 1, 5]


def test_values_that_a_filter_on_the_column_leaves_out_stand_among_the_bars_to_be_added(
    dataset: Dataset,
) -> None:
    london = ValueFilter("region", ("London",))
    plot = bars(shown(dataset, london, FEMALE, by="region"))
    assert plot.positions == ("London", "South East")
    assert plot.totals == ("1 of 1", "0 of 4")
    assert values(plot)["All other notifications"] == (0, 4)
    assert plot.series[-1].marks[1].picks == (ValueFilter("region", ("South East",)),)
    hidden = bars(shown(dataset, london, by="region", others=False))
    assert (hidden.positions, hidden.others) == (("London",), False)
    published = bars(replace(shown(dataset, london, by="region"), disclosure=Disclosure()))
    assert (published.positions, published.others) == (("London",), None)


def test_among_very_many_values_those_left_out_are_no_bars() -> None:
    many = records(
        {
            "reference": [f"{at}" for at in range(14)],
            "date_notified": ["2021-03-01"] * 14,
            "local_authority": [f"Place {chr(65 + at)}" for at in range(14)],
        }
    )
    one = bars(shown(many, ValueFilter("local_authority", ("Place C",)), by="local_authority"))
    assert (one.positions, one.others) == (("Place C",), None)


def test_bands_keep_their_order_with_those_left_out() -> None:
    cells = {
        "reference": ["a", "b", "c", "d"],
        "date_notified": ["2021-03-01"] * 4,
        "width": ["6-10", "11-15", "1-5", "6-10"],
    }
    assert bars(shown(records(cells), by="width")).positions == ("1-5", "6-10", "11-15")
    one = bars(shown(records(cells), ValueFilter("width", ("6-10",)), by="width"))
    assert one.positions == ("1-5", "6-10", "11-15")
    assert one.totals == ("0 of 1", "2 of 2", "0 of 1")


def form(made: Result) -> Plot:
    plot = view_of(made, ()).form_plot
    assert plot is not None
    return plot


def test_small_charts_stand_before_what_there_is_without_filters(dataset: Dataset) -> None:
    plot = form(shown(dataset, FEMALE, by="region", form="multiples"))
    assert plot.others is True
    assert "In grey: without filters" in plot.subtitle
    told = {s.label: [(mark.value, mark.whole, mark.label) for mark in s.marks] for s in plot.series}
    assert told == {
        "London": [(1, 3, "1 of 3"), (1, 1, "1 of 1")],
        "South East": [(0, 0, "0 of 0"), (2, 4, "2 of 4")],
    }
    assert plot.series[0].marks[1].words.endswith("; 4 in all")
    plain = form(shown(dataset, by="region", form="multiples"))
    hidden = form(shown(dataset, FEMALE, by="region", form="multiples", others=False))
    published = form(replace(shown(dataset, FEMALE, by="region", form="multiples"), disclosure=Disclosure()))
    assert [plain.others, hidden.others, published.others] == [None, False, None]
    for other in (plain, hidden, published):
        assert all(mark.whole is None for s in other.series for mark in s.marks)


def test_tables_of_cells_carry_none(dataset: Dataset) -> None:
    plot = form(shown(dataset, FEMALE, by="region", form="heat"))
    assert plot.others is None
    assert "In grey" not in plot.subtitle


@pytest.mark.parametrize(
    "of",
    [
        lambda data: nature(shown(data)),
        lambda data: nature(shown(data, ValueFilter("shoe_size", ("43",)))),
        lambda data: nature(replace(shown(data, FEMALE), disclosure=Disclosure())),
    ],
    ids=["no filter", "a filter that cannot apply", "published"],
)
def test_where_nothing_is_left_out_or_nothing_may_be_told_there_are_no_others(
    dataset: Dataset, of: Callable[[Dataset], Plot]
) -> None:
    assert of(dataset).others is None


def test_beside_far_more_others_only_a_wish_shows_them() -> None:
    many = records(
        {
            "reference": [f"{at}" for at in range(9)],
            "date_notified": ["2021-03-01"] * 9,
            "sex": ["Female"] + ["Male"] * 8,
        }
    )
    few = nature(shown(many, FEMALE))
    assert (few.others, few.totals, len(few.series)) == (False, ("1",), 1)
    assert nature(shown(many, FEMALE, others=True)).totals == ("1 of 9",)
    assert nature(shown(many, ValueFilter("sex", ("Male",)))).totals == ("8 of 9",)
    assert nature(shown(many, ValueFilter("sex", ("Male",)), others=False)).totals == ("8",)


def test_the_wish_is_kept_in_a_stored_view() -> None:
    wished = ViewState(others=False)
    assert ViewState.from_json(wished.to_json()) == wished
    older = ViewState().to_json()
    del older["others"]
    assert ViewState.from_json(older).others is None


@pytest.mark.parametrize("by", [None, "region"])
@pytest.mark.parametrize("kind", [PeriodKind.CALENDAR_YEAR, PeriodKind.QUARTER])
def test_the_totals_are_the_same_whether_all_records_were_looked_at_before_or_not(
    dataset: Dataset, by: str | None, kind: PeriodKind
) -> None:
    at_once = shown(replace(dataset), FEMALE, by=by, period=kind)
    again = replace(dataset)
    assert shown(again, by=by, period=kind).everything == {}
    assert shown(again, FEMALE, by=by, period=kind).everything == at_once.everything != {}


def lines(made: Result) -> Plot:
    return next(plot for plot in view_of(made, ()).plots if plot.key == "lines")


def test_lines_stand_before_the_total_without_filters_in_grey(dataset: Dataset) -> None:
    plot = lines(shown(dataset, FEMALE))
    assert values(plot)["Notifications"] == (1, 3)
    (whole,) = plot.lines
    assert (whole.label, whole.values) == ("All notifications", (3, 5))
    assert plot.others is True
    assert plot.subtitle.endswith("In grey: all notifications, without filters")
    assert plot.alt_text.endswith("In grey, all notifications without filters: 2020: 3; 2021: 5.")


def test_lines_show_no_whole_without_filters_where_it_is_hidden_and_in_what_is_published(
    dataset: Dataset,
) -> None:
    assert (lines(shown(dataset)).lines, lines(shown(dataset)).others) == ((), None)
    hidden = lines(shown(dataset, FEMALE, others=False))
    assert (hidden.lines, hidden.others) == ((), False)
    published = lines(replace(shown(dataset, FEMALE), disclosure=Disclosure()))
    assert (published.lines, published.others) == ((), None)
