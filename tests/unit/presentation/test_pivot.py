"""The pivot table says what it counts, and its shares and orders are those a person would work out."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.result import Result
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.exporting import Audience, ExportWish
from desktop_app.domain.pivot import PivotWish, Shown
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind
from desktop_app.presentation.models import Table
from desktop_app.presentation.reports.preview import NO_TABLES, NOT_PUBLISHED, not_written
from desktop_app.presentation.tables.clip import table_clip
from desktop_app.presentation.view import view_of
from tests.support.datasets import records


def cases(wish: PivotWish, **wishes: object) -> Result:
    """Count 30 notifications: London 12 deaths and 8 of harm, Kent's region 4 and 6; a third each year."""
    regions = ["London"] * 20 + ["South East"] * 10
    natures = ["Child death"] * 12 + ["Serious harm"] * 8 + ["Child death"] * 4 + ["Serious harm"] * 6
    days = [f"{year}-{month:02}-01" for month in (1, 3, 5, 8, 12) for year in (2020, 2021)] * 3
    dataset = records(
        {
            "reference": [str(n) for n in range(30)],
            "date_notified": [*days[:28], "2020-01-01", "2021-12-31"],
            "region": regions,
            "nature": natures,
        }
    )
    state = ViewState(by="region", pivot=wish)
    return compute(dataset, replace(state, **wishes), date(2022, 6, 1))


def table(wish: PivotWish, **wishes: object) -> Table:
    pivot = view_of(cases(wish, **wishes), ()).pivot
    assert pivot is not None
    return pivot


def texts(made: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in made.rows]


def test_numbers_of_two_columns_stand_with_totals() -> None:
    made = table(PivotWish("nature"))
    assert [column.title for column in made.columns] == ["Region", "Child death", "Serious harm", "Total"]
    assert texts(made) == [
        ("London", "12", "8", "20"),
        ("South East", "4", "6", "10"),
        ("Total", "16", "14", "30"),
    ]
    assert made.title == "Notifications by region and nature of notification"
    assert "by date notified" in made.subtitle


def test_the_table_of_two_columns_names_the_periods_that_it_holds_together() -> None:
    made = table(PivotWish("nature"))
    assert "calendar years 2020 to 2021 together, by date notified" in made.subtitle
    copied = "".join(html for _, html in table_clip(made))
    assert "calendar years 2020 to 2021 together" in copied
    years = table(PivotWish("nature"), period=PeriodKind.FINANCIAL_YEAR)
    assert "years to 31 March 2019-20 to 2021-22 together" in years.subtitle
    assert "together" not in table(PivotWish("nature", when=date(2021, 1, 1))).subtitle
    nothing = table(PivotWish("nature"), date_basis=DateBasis.INCIDENT)
    assert "all records shown" in nothing.subtitle


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        (Shown.OF_ROW, ("London", "60% (12)", "40% (8)", "100% (20)")),
        (Shown.OF_COLUMN, ("London", "75% (12)", "57% (8)", "67% (20)")),
        (Shown.OF_ALL, ("London", "40% (12)", "27% (8)", "67% (20)")),
        (Shown.INTERVAL, ("London", "12 (6 to 21)", "8 (3 to 16)", "20 (12 to 31)")),
    ],
)
def test_shares_are_of_the_row_the_column_or_all(shown: Shown, first: tuple[str, ...]) -> None:
    assert texts(table(PivotWish("nature", shown=shown)))[0] == first


def test_a_measure_is_named_in_title_and_subtitle() -> None:
    made = table(PivotWish(measure="deaths"))
    assert made.title == "Child deaths by region"
    assert "child deaths" in made.subtitle
    assert [row[-1] for row in texts(made)] == ["12", "4", "16"]


def test_change_stands_for_every_period_and_not_for_all_together() -> None:
    made = table(PivotWish(shown=Shown.CHANGE))
    london = dict(zip([column.title for column in made.columns], texts(made)[0], strict=True))
    assert london["2020"] == ""
    assert london["2021"] == "the same number"
    together = table(PivotWish("nature", shown=Shown.CHANGE))
    assert texts(together)[0][1] == "12"
    assert any("Choose one period" in note for note in together.notes)


def test_rows_stand_by_the_column_wished_for_and_the_total_stays_last() -> None:
    by_harm = table(PivotWish("nature", order="value:Serious harm", descending=False))
    assert [row[0] for row in texts(by_harm)] == ["South East", "London", "Total"]
    by_name = table(PivotWish("nature", order="value", descending=True))
    assert [row[0] for row in texts(by_name)] == ["South East", "London", "Total"]
    unknown = table(PivotWish("nature", order="a column that is gone"))
    assert [row[0] for row in texts(unknown)] == ["London", "South East", "Total"]


def test_a_cell_picks_both_of_its_values() -> None:
    cell = table(PivotWish("nature")).rows[0][1]
    assert {chosen.column for chosen in cell.picks} == {"region", "nature"}


def test_the_usual_table_is_no_pivot_and_protected_figures_have_none() -> None:
    assert view_of(cases(PivotWish()), ()).pivot is None
    protected = replace(cases(PivotWish("nature")), disclosure=Disclosure())
    assert view_of(protected, ()).pivot is None


def test_few_cases_behind_a_share_are_said() -> None:
    assert any("fewer than 20" in note for note in table(PivotWish("nature", shown=Shown.OF_ROW)).notes)
    assert not any("fewer than 20" in note for note in table(PivotWish("nature", shown=Shown.OF_ALL)).notes)


def test_a_state_with_a_pivot_comes_back_from_json_and_an_older_one_without() -> None:
    state = ViewState(
        by="region", pivot=PivotWish("nature", "deaths", Shown.OF_ROW, date(2021, 1, 1), "all", False)
    )
    written = state.to_json()
    assert ViewState.from_json(written) == state
    del written["pivot"]
    assert ViewState.from_json(written) == replace(state, pivot=PivotWish())


def test_months_can_be_chosen_as_the_one_period() -> None:
    made = table(PivotWish("nature", when=date(2021, 12, 1)), period=PeriodKind.MONTH)
    assert "December 2021" in made.subtitle


def test_a_person_is_told_that_an_arranged_table_is_not_published() -> None:
    def told(wish: PivotWish, by: str | None = "region", **asked: Any) -> tuple[str, ...]:
        result = cases(wish, by=by)
        return not_written(result.state, ExportWish(**asked), view_of(result, ()))

    public = Audience.PUBLICATION
    assert told(PivotWish("nature"), audience=public) == (NOT_PUBLISHED,)
    assert told(PivotWish(order="all"), audience=public) == ()
    assert told(PivotWish(), by=None, audience=public) == ()
    assert told(PivotWish("nature")) == ()
    assert told(PivotWish("nature"), format="md") == (NO_TABLES,)


def test_a_person_is_told_which_charts_have_nothing_to_show() -> None:
    result = cases(PivotWish())
    wish = ExportWish(format="pptx", charts=("nature", "rate", "timing"))
    (told,) = not_written(result.state, wish, view_of(result, ()))
    assert told.startswith("Some charts have nothing to show in this view and are left out: ")
    assert told.count(",") == 1  # rates and times need more than this file has; the natures are drawn


def test_a_change_says_where_it_is_more_than_chance_would_usually_give() -> None:
    # London 40 in 2020 and 12 in 2021 (exact binomial p below 0.001), the South East 10 and 12 (p 0.83).
    counts = {("London", 2020): 40, ("London", 2021): 12, ("South East", 2020): 10, ("South East", 2021): 12}
    rows = [(region, f"{year}-06-01") for (region, year), count in counts.items() for _ in range(count)]
    ends = [("London", "2020-01-01"), ("London", "2021-12-31")]
    dataset = records(
        {
            "reference": [str(n) for n in range(len(rows) + 2)],
            "date_notified": [day for _, day in (*rows, *ends)],
            "region": [region for region, _ in (*rows, *ends)],
        }
    )
    state = ViewState(by="region", pivot=PivotWish(shown=Shown.CHANGE))
    pivot = view_of(compute(dataset, state, date(2022, 6, 1)), ()).pivot
    assert pivot is not None
    found = {
        row[0].text: row[[column.title for column in pivot.columns].index("2021")].text for row in pivot.rows
    }
    assert found["London"] == "68% fewer (41), beyond chance"
    assert found["South East"] == "2 more (10)"
    assert any("one in twenty is beyond chance by chance alone" in note for note in pivot.notes)
