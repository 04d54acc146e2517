"""Children that published counts hold beside the notifications."""

from desktop_app.analysis.result import Figure
from desktop_app.domain.filters import ValueFilter
from tests.support.datasets import year
from tests.unit.analysis.test_published import NATIONAL, figures, half, result_of


def test_children_are_given_where_the_table_counts_them_and_never_added_to_notifications() -> None:
    rows = [
        year(2019, 449, number_of_children=470),
        year(2020, 536, number_of_children="c"),
        year(2021, 442),
        year(2021, 191, nature="Child death", number_of_children=191),
    ]
    result = result_of(rows)
    assert figures(result) == [449, 536, 442]
    assert figures(result, "children") == [470, None, None]
    assert result.rows[1]["children"].figure.marker == "c"
    deaths = result_of(rows, filters=(ValueFilter("nature", ("Child death",)),))
    assert figures(deaths, "children")[-1] == 191


def test_children_of_halves_add_up_to_the_year_and_a_missing_half_is_told() -> None:
    rows = [
        half(2018, 274, number_of_children=280),
        half(2018, 224, second=True, number_of_children=230),
        half(2019, 225, number_of_children=240),
        half(2019, 224, second=True, number_of_children="c"),
    ]
    first, second = (row["children"].figure for row in result_of(rows).rows)
    assert first == Figure(510)
    assert second == Figure(240, at_least=True)


def test_no_children_are_made_up_where_the_table_has_none() -> None:
    assert figures(result_of(NATIONAL), "children") == [None]
