"""The values of any column, found by a text and counted under all other filters."""

from datetime import date

import pytest

from desktop_app.analysis.records.column_values import MOST_LISTED, column_values
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.specs import ColumnKind
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape
from desktop_app.presentation.column_menu import column_menu
from tests.support.datasets import records

TODAY = date(2026, 1, 1)
LONDON, DEVON = "London", "Devon"


def made():
    return records(
        {
            "reference": ("a", "b", "c", "d"),
            "date_notified": ("2021-03-05",) * 4,
            "place": (LONDON, DEVON, LONDON, None),
            "sex": ("Female", "Female", "Male", "Male"),
        }
    )


def counted(state: ViewState, key: str, sought: str = "") -> dict[str, int | None]:
    found = column_values(made(), state, key, sought, TODAY)
    return {value.value: value.count for value in found.values}


def test_values_are_counted_under_the_other_filters_and_stay_with_zero():
    men = ViewState().with_filter(ValueFilter("sex", ("Male",))).only("place", DEVON)
    assert counted(men, "place") == {DEVON: 0, LONDON: 1, "(blank)": 1}
    assert counted(men, "sex") == {"Female": 1, "Male": 0}


def test_a_text_finds_values_whatever_its_case():
    found = column_values(made(), ViewState().only("place", LONDON), "place", "LON", TODAY)
    assert [(value.value, value.chosen) for value in found.values] == [(LONDON, True)]
    assert (found.found, found.total) == (1, 3)
    assert found.chosen == (ValueFilter("place", (LONDON,)),)


def test_of_very_many_values_the_first_are_listed_and_all_are_found():
    many = records(
        {"reference": [f"SIN-{at:05d}" for at in range(2 * MOST_LISTED)]},
        kinds={"reference": ColumnKind.IDENTIFIER},
    )
    found = column_values(many, ViewState(), "reference", "", TODAY)
    assert (len(found.values), found.found) == (MOST_LISTED, 2 * MOST_LISTED)
    last = f"SIN-{2 * MOST_LISTED - 1:05d}"
    assert [v.value for v in column_values(many, ViewState(), "reference", last, TODAY).values] == [last]


def test_numbers_are_found_as_the_records_show_them_and_shorthand_in_any_spelling():
    cells = records(
        {"reference": ("a", "b", "c"), "cost": (1250.5, 12.0, None)},
        kinds={"cost": ColumnKind.NUMBER},
        as_written={"cost": {2: "low"}},
    )
    for sought, found in (
        ("1,250", ["1250.5"]),
        ("125", ["1250.5"]),
        ("LOW", ["k"]),
        ("k", ["k"]),
        ("1,2", ["1250.5"]),
    ):
        assert [v.value for v in column_values(cells, ViewState(), "cost", sought, TODAY).values] == found


def test_a_column_that_the_file_lacks_is_an_error():
    with pytest.raises(KeyError):
        column_values(made(), ViewState(), "shoe_size", "", TODAY)


def test_dates_are_offered_as_years_quarters_and_months():
    days = records({"date_notified": ("2020-12-31", "2021-01-01", "2021-03-05", None)}, Shape.PLAIN)
    menu = column_menu(column_values(days, ViewState(), "date_notified", "", TODAY), ViewState())
    assert [(line.value, line.text) for line in menu.lines] == [
        ("2020", "1"),
        ("2021", "2"),
        ("(blank)", "1"),
    ]
    (quarter,) = menu.lines[1].parts
    assert quarter.value == "Jan-Mar 2021"
    assert [part.value for part in quarter.parts] == ["Jan 2021", "Mar 2021"]
    march = column_menu(column_values(days, ViewState(), "date_notified", "mar 2021", TODAY), ViewState())
    assert [line.value for line in march.lines] == ["Jan-Mar 2021"]
    assert [part.value for part in march.lines[0].parts] == ["Mar 2021"]


@pytest.mark.parametrize(("cells", "ends"), [((12, None, 2.5), ("2.5", "12")), ((None, None), ("", ""))])
def test_numbers_have_a_least_and_a_greatest_where_some_are_known(cells, ends):
    numbers = records({"number": cells}, Shape.PLAIN, {"number": ColumnKind.NUMBER})
    assert column_menu(column_values(numbers, ViewState(), "number", "", TODAY), ViewState()).ends == ends
