"""Records are counted in the unit asked for, each notification once, and every gap is said."""

from datetime import date

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.result import Result, ResultRow
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Shape, Unit
from tests.support.datasets import records

TODAY = date(2026, 1, 1)
DEATH, HARM, OTHER = "Child death", "Serious harm", "Other"


def counts(row: ResultRow) -> list[float | None]:
    return [result.figure.value for result in row.measures]


def result_of(dataset: Dataset, **wishes: object) -> Result:
    return compute(dataset, ViewState(**wishes), TODAY)  # type: ignore[arg-type]  # the names are ViewState's


def siblings() -> Dataset:
    """Notification A: one child died, one was harmed. B: one child harmed. C: two children, one harmed."""
    return records(
        {
            "reference": ["A", "A", "B", "C", "C"],
            "date_notified": ["2020-03-01", "2020-03-01", "2020-06-01", "2021-01-10", "2021-01-10"],
            "nature": [HARM, DEATH, HARM, OTHER, HARM],
            "sex": ["Male", "Female", "Male", "Male", "Male"],
        },
        Shape.CHILDREN,
    )


def test_by_notifications_a_reference_counts_once_under_its_gravest_nature() -> None:
    first, second = result_of(siblings()).rows
    assert counts(first) == [2, 3, 1, 1, 0]
    assert counts(second) == [1, 2, 0, 1, 0]


def test_by_children_each_row_counts_by_its_own_nature() -> None:
    first, second = result_of(siblings(), unit=Unit.CHILDREN).rows
    assert counts(first) == [2, 3, 1, 2, 0]
    assert counts(second) == [1, 2, 0, 1, 1]


def test_the_gravest_nature_is_sought_among_the_rows_that_pass_the_filters() -> None:
    kept = result_of(siblings(), filters=(ValueFilter("sex", ("Male",)),))
    assert counts(kept.rows[0]) == [2, 2, 0, 2, 0]


def test_a_notification_counts_under_every_value_of_a_breakdown_and_a_notice_says_so() -> None:
    result = result_of(siblings(), by="sex")
    assert [(row.by, counts(row)[0]) for row in result.breakdown_overall] == [("Male", 3), ("Female", 1)]
    assert any("do not add up" in notice.text for notice in result.notices)
    children = result_of(siblings(), by="sex", unit=Unit.CHILDREN)
    assert not any("do not add up" in notice.text for notice in children.notices)


def test_breakdown_rows_stand_by_period_then_value() -> None:
    result = result_of(siblings(), by="sex")
    assert [(row.period.label, row.by, counts(row)[0]) for row in result.breakdown if row.period] == [
        ("2020", "Male", 2),
        ("2020", "Female", 1),
        ("2021", "Male", 1),
        ("2021", "Female", 0),
    ]


def test_several_values_in_a_cell_each_count() -> None:
    dataset = records(
        {
            "reference": ["A", "B", "C"],
            "date_notified": ["2020-03-01"] * 3,
            "factors": ["Domestic abuse; Neglect", "Neglect", None],
        }
    )
    result = result_of(dataset, by="factors")
    assert [(row.by, counts(row)[0]) for row in result.breakdown_overall] == [
        ("Domestic abuse", 1),
        ("Neglect", 2),
        ("(blank)", 1),
    ]
    assert result.breakdown_of_several


def test_a_row_per_notification_sums_its_number_of_children() -> None:
    dataset = records(
        {
            "reference": ["A", "B", "C"],
            "date_notified": ["2020-03-01", "2020-04-01", "2021-04-01"],
            "nature": [HARM, DEATH, HARM],
            "children": [3, 1, None],
        }
    )
    by_children = result_of(dataset, unit=Unit.CHILDREN)
    assert counts(by_children.rows[0]) == [2, 4, 1, 3, 0]
    short = by_children.rows[1]["children"].figure
    assert (short.value, short.at_least) == (0, True)
    assert by_children.rows[1]["serious_harm"].figure.at_least
    assert not by_children.rows[1]["deaths"].figure.at_least
    assert not by_children.rows[1]["notifications"].figure.at_least
    assert by_children.rows[1]["children"].change is None  # what is short cannot be compared
    assert any("how many children" in notice.text for notice in by_children.notices)


def test_a_notification_entered_twice_counts_once_with_its_children() -> None:
    dataset = records(
        {"reference": ["A", "A", "B"], "date_notified": ["2020-03-01"] * 3, "children": [2, 2, 1]}
    )
    result = result_of(dataset)
    assert counts(result.overall)[:2] == [2, 3]
    assert any("more than one row" in notice.text for notice in result.notices)


def test_children_are_not_available_where_the_file_does_not_tell() -> None:
    dataset = records({"reference": ["A"], "date_notified": ["2020-03-01"], "nature": [DEATH]})
    result = result_of(dataset, unit=Unit.CHILDREN)
    assert counts(result.rows[0]) == [1, None, None, None, None]
    assert result.resolved.units == (Unit.NOTIFICATIONS,)
    assert any("cannot be counted in children" in notice.text for notice in result.notices)


def test_notifications_are_not_available_where_children_have_no_reference() -> None:
    dataset = records({"date_notified": ["2020-03-01", "2020-03-01"]}, Shape.CHILDREN)
    result = result_of(dataset)
    assert counts(result.rows[0]) == [None, 2, None, None, None]
    assert any("cannot be counted in notifications" in notice.text for notice in result.notices)


def test_rows_without_reference_each_count_and_are_told() -> None:
    dataset = records({"reference": [None, None, "A"], "date_notified": ["2020-03-01"] * 3})
    result = result_of(dataset)
    assert counts(result.overall)[0] == 3
    assert any(notice.text.startswith("2 rows shown have no reference") for notice in result.notices)


def test_a_file_without_references_says_what_is_counted_as_a_notification() -> None:
    result = result_of(records({"date_notified": ["2020-03-01", "2020-06-01"]}, Shape.NOTIFICATIONS))
    assert counts(result.rows[0])[0] == 2
    told = "The file has no references: each row is counted as one notification."
    assert [notice.text for notice in result.notices].count(told) == 1
    assert told not in [notice.text for notice in result_of(siblings()).notices]


def test_shorthand_for_a_reference_tells_no_notifications_apart() -> None:
    dataset = records(
        {"reference": ["x", "x"], "date_notified": ["2020-03-01"] * 2}, shorthand={"reference": ("x",)}
    )
    assert counts(result_of(dataset).overall)[0] == 2


def test_rows_without_nature_are_in_the_total_and_in_no_part() -> None:
    dataset = records(
        {"reference": ["A", "B", "C"], "date_notified": ["2020-03-01"] * 3, "nature": [DEATH, None, "c"]},
        shorthand={"nature": ("c",)},
    )
    result = result_of(dataset)
    assert counts(result.overall) == [3, None, 1, 0, 0]
    assert any("2 rows shown have no nature" in notice.text for notice in result.notices)


def test_the_earliest_date_of_a_notification_holds_for_all_its_rows() -> None:
    dataset = records(
        {
            "reference": ["A", "A", "B", "B"],
            "date_notified": ["2021-01-02", "2020-12-30", None, "2021-05-01"],
            "sex": ["Male", "Female", "Male", "Female"],
        },
        Shape.CHILDREN,
    )
    whole = result_of(dataset)
    assert [counts(row)[:2] for row in whole.rows] == [[1, 2], [1, 2]]
    assert whole.undated == 0
    assert any("earliest" in notice.text for notice in whole.notices)
    # A filter does not move a notification to another year.
    boys = result_of(dataset, filters=(ValueFilter("sex", ("Male",)),))
    assert [counts(row)[0] for row in boys.rows] == [1, 1]


def test_undated_rows_are_in_the_total_but_in_no_period() -> None:
    dataset = records({"reference": ["A", "B"], "date_notified": ["2020-03-01", None]})
    result = result_of(dataset)
    assert [counts(row)[0] for row in result.rows] == [1]
    assert counts(result.overall)[0] == 2
    assert result.undated == 1
    assert any("no date notified" in notice.text for notice in result.notices)


def test_periods_without_records_are_zero_and_present() -> None:
    dataset = records({"reference": ["A", "B"], "date_notified": ["2020-01-15", "2020-04-15"]})
    result = result_of(dataset, period=PeriodKind.MONTH)
    assert [(row.period.label, counts(row)[0]) for row in result.rows if row.period] == [
        ("Jan 2020", 1),
        ("Feb 2020", 0),
        ("Mar 2020", 0),
        ("Apr 2020", 1),
    ]


def test_filters_do_not_shorten_the_time_shown() -> None:
    dataset = records(
        {
            "reference": ["A", "B"],
            "date_notified": ["2020-01-15", "2021-04-15"],
            "region": ["London", "South East"],
        }
    )
    result = result_of(dataset, filters=(ValueFilter("region", ("London",)),))
    assert [counts(row)[0] for row in result.rows] == [1, 0]


def test_without_the_date_basis_there_is_a_total_and_no_period() -> None:
    dataset = records({"reference": ["A", "B"], "date_notified": ["2020-03-01", "2021-03-01"]})
    result = result_of(dataset, date_basis=DateBasis.INCIDENT)
    assert result.rows == ()
    assert counts(result.overall)[0] == 2
    assert any("no date of incident" in notice.text for notice in result.notices)


def test_a_table_that_is_not_of_notifications_is_not_counted_but_its_values_are() -> None:
    dataset = records({"colour": ["red", "blue", "red"]}, Shape.PLAIN)
    result = result_of(dataset)
    assert counts(result.overall) == [None] * 5
    assert [(value.value, value.count) for value in result.facets[0].values] == [("red", 2), ("blue", 1)]
    assert list(result.selection) == [0, 1, 2]


def test_an_empty_table_has_no_figures_and_breaks_nothing() -> None:
    dataset = records({"reference": [], "date_notified": [], "nature": [], "factors": []})
    result = result_of(dataset, by="nature", search="x")
    assert result.rows == ()
    assert counts(result.overall)[0] == 0
    assert len(result.selection) == 0


def test_records_marked_as_withdrawn_and_dates_after_today_are_counted_and_told() -> None:
    dataset = records(
        {
            "reference": ["A", "B", "C"],
            "date_notified": ["2020-03-01", "2026-01-02", "2025-12-31"],
            "marked": ["Withdrawn", None, "Duplicate"],
        }
    )
    told = [f"{notice.text} {notice.way_out}" for notice in result_of(dataset).notices]
    assert any(text.startswith("2 rows shown are marked in the file as withdrawn") for text in told)
    assert any(text.startswith("1 row shown has a date notified after today") for text in told)
    kept = result_of(dataset, filters=(ValueFilter("marked", ("Duplicate",)),))
    assert [notice.text for notice in kept.notices if "withdrawn" in notice.text] == [
        "1 row shown is marked in the file as withdrawn, a duplicate or the like: it is counted."
    ]
    assert not any("after today" in notice.text for notice in kept.notices)


def test_a_notice_leads_to_the_very_rows_it_speaks_of() -> None:
    dataset = records(
        {
            "reference": ["A", "B", "C", "D", "E"],
            "date_notified": ["2020-03-01", None, "2026-01-02", "2020-03-01", None],
            "nature": [DEATH, None, "c", HARM, DEATH],
            "children": [1, None, 2, 1, 1],
            "marked": ["Withdrawn", None, None, None, None],
        },
        shorthand={"nature": ("c",)},
    )
    led = {each.text[:40]: each.shows for each in result_of(dataset).notices if each.shows}
    rows = {text: result_of(dataset, filters=shows).selection.tolist() for text, shows in led.items()}
    assert rows == {
        "2 rows shown have no date notified: they": [1, 4],
        "2 rows shown have no nature that is know": [1, 2],
        "1 row shown does not say how many childr": [1],
        "1 row shown is marked in the file as wit": [0],
        "1 row shown has a date notified after to": [2],
    }
    (shown,) = led["2 rows shown have no date notified: they"]
    there = result_of(dataset, filters=(shown,)).notices
    assert not any(each.shows for each in there if "no date notified" in each.text)


def test_a_notice_of_rows_that_no_filter_leaves_leads_nowhere() -> None:
    dataset = records({"reference": ["A", "A", "B"], "date_notified": [None, "2020-03-01", None]})
    (notice,) = (each for each in result_of(dataset).notices if "no date notified" in each.text)
    assert notice.text.startswith("1 row shown has no date notified")  # A has its other row's date
    assert notice.shows == ()
