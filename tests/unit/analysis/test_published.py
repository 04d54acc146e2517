"""Published counts are looked up, added up only where parts make a whole, and never with their totals."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.offers import columns_offered, labels_offered
from desktop_app.analysis.result import Figure, Result
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.filters import BLANK, DateFilter, ValueFilter
from desktop_app.domain.state import SortKey, ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from tests.support.datasets import published, year

TODAY = date(2026, 11, 1)
FINANCIAL, HALF = PeriodKind.FINANCIAL_YEAR, PeriodKind.HALF_YEAR


def result_of(rows: Sequence[Mapping[str, object]] | Dataset, **wishes: object) -> Result:
    dataset = rows if isinstance(rows, Dataset) else published(rows)
    usual = {"period": FINANCIAL}
    return compute(dataset, ViewState(**(usual | wishes)), TODAY)  # type: ignore[arg-type]  # ViewState's names


def half(first: int, number: object, second: bool = False, **more: object) -> dict[str, object]:
    start, end = (
        (date(first, 10, 1), date(first + 1, 3, 31)) if second else (date(first, 4, 1), date(first, 9, 30))
    )
    return {"period_start": start, "period_end": end, "number": number, **more}


def figures(result: Result, measure: str = "notifications") -> list[float | None]:
    return [row[measure].figure.value for row in result.rows]


def broken_down(result: Result) -> list[tuple[str | None, float | None]]:
    return [(row.by, row["notifications"].figure.value) for row in result.breakdown]


HALVES = [
    half(2018, 274),
    half(2018, 224, second=True),
    half(2019, 225),
    half(2019, 224, second=True),
    half(2020, 285),
    *(half(first, 100, topic="sex", breakdown="Male") for first in (2018, 2019, 2020)),
    half(2018, 90, second=True, topic="sex", breakdown="Male"),
    half(2019, "c", second=True, topic="sex", breakdown="Male"),
    half(2018, 150, topic="sex", breakdown="Female"),
]
NATIONAL = [
    year(2024, 338),
    year(2024, 162, nature="Child death"),
    year(2024, 167, nature="Serious harm"),
    year(2024, 9, nature="Other"),
    year(2024, 93, topic="looked_after", breakdown="Yes"),
    year(2024, 120, topic="sex", breakdown="Male"),
]
PLACES = [
    year(2025, 357),
    *(year(2025, 41, level="Regional", region=region.value) for region in REGIONS),
    year(2025, 15, level="Regional", region="Inner London"),
    year(2025, 25, level="Regional", region="Outer London"),
    year(2025, 7, level="Local authority", region="London", local_authority="Camden"),
    year(2025, "c", level="Local authority", region="London", local_authority="Barnet"),
]


def test_totals_are_not_counted_with_their_parts() -> None:
    assert figures(result_of(HALVES, period=HALF)) == [274, 224, 225, 224, 285]


def test_a_year_is_made_of_its_two_halves_and_is_incomplete_with_one() -> None:
    result = result_of(HALVES)
    assert figures(result) == [498, 449, 285]
    assert [row.complete for row in result.rows] == [True, True, False]
    assert result.rows[1]["notifications"].change is not None
    assert result.rows[2]["notifications"].change is None
    assert any("2020-21 is incomplete" in notice.text for notice in result.notices)


def test_figures_are_offered_by_the_periods_that_the_file_can_make() -> None:
    result = result_of(HALVES, period=PeriodKind.CALENDAR_YEAR)
    assert result.resolved.periods == (FINANCIAL, HALF)
    assert result.rows == ()
    assert any("no figures by calendar year" in notice.text for notice in result.notices)


def test_a_sum_with_a_suppressed_part_is_at_least_the_rest() -> None:
    result = result_of(HALVES, by="sex", filters=(ValueFilter("sex", ("Male",)),))
    assert [row["notifications"].figure for row in result.breakdown] == [
        Figure(190),
        Figure(100, at_least=True),
        Figure(100),
    ]
    assert result.breakdown[1]["notifications"].change is None


def test_a_suppressed_figure_is_its_shorthand_and_no_number() -> None:
    result = result_of(HALVES, period=HALF, by="sex", filters=(ValueFilter("sex", ("Male",)),))
    assert result.rows[3]["notifications"].figure == Figure(None, "c")
    assert result.rows[3]["notifications"].interval is None


def test_natures_are_the_measures_and_children_are_not_given() -> None:
    row = result_of(NATIONAL).rows[0]
    assert [measure.figure.value for measure in row.measures] == [338, None, 162, 167, 9]


def test_natures_that_the_file_lacks_are_not_zero() -> None:
    row = result_of(NATIONAL, filters=(ValueFilter("looked_after", ("Yes",)),)).rows[0]
    assert [measure.figure.value for measure in row.measures] == [93, None, None, None, None]


def test_a_filter_on_nature_leaves_the_others_out() -> None:
    row = result_of(NATIONAL, filters=(ValueFilter("nature", ("Serious harm", "Other")),)).rows[0]
    assert [measure.figure.value for measure in row.measures] == [176, None, 0, 167, 9]
    assert broken_down(result_of(NATIONAL, by="nature")) == [
        ("Child death", 162),
        ("Serious harm", 167),
        ("Other", 9),
    ]


def test_two_natures_published_together_are_neither() -> None:
    rows = [year(2024, 338), year(2024, 176, nature="Serious harm and other")]
    row = result_of(rows, filters=(ValueFilter("nature", ("Serious harm and other",)),)).rows[0]
    assert [measure.figure.value for measure in row.measures] == [176, None, None, None, None]


def test_without_a_region_the_national_row_counts_and_by_region_the_regions() -> None:
    result = result_of(PLACES, by="region")
    assert figures(result) == [357]
    assert broken_down(result) == [(region.value, 41) for region in REGIONS]
    assert not any("rounded" in notice.text for notice in result.notices)


def test_halves_of_london_are_neither_added_to_it_nor_offered() -> None:
    result = result_of(PLACES, filters=(ValueFilter("region", ("London", "South East")),))
    assert figures(result) == [82]
    offered = next(facet for facet in result.facets if facet.column == "region")
    assert [value.value for value in offered.values] == [region.value for region in REGIONS]
    refused = result_of(PLACES, filters=(ValueFilter("region", ("Inner London",)),))
    assert figures(refused) == []
    assert any("no “Inner London”" in notice.text for notice in refused.notices)


def test_halves_of_london_stand_where_the_whole_is_missing() -> None:
    halves = [year(2025, 357), *(row for row in PLACES if str(row.get("region")).endswith("r London"))]
    assert broken_down(result_of(halves, by="region")) == [("Inner London", 15), ("Outer London", 25)]


def test_regional_figures_in_tens_are_said_to_be_rounded() -> None:
    rows = [
        year(2025, 357),
        *(year(2025, 10 * at, level="Regional", region=REGIONS[at].value) for at in range(1, 5)),
    ]
    assert any("rounded to the nearest 10" in notice.text for notice in result_of(rows, by="region").notices)


def test_local_authorities_are_counted_by_their_own_rows() -> None:
    result = result_of(PLACES, by="local_authority", filters=(ValueFilter("region", ("London",)),))
    assert broken_down(result) == [("Barnet", None), ("Camden", 7)]
    assert result.breakdown[0]["notifications"].figure.marker == "c"
    assert figures(result) == [41]
    assert result.place == "London"


def test_two_topics_at_once_cannot_be_filtered() -> None:
    both = (ValueFilter("sex", ("Male",)), ValueFilter("looked_after", ("Yes",)))
    result = result_of(NATIONAL, filters=both)
    assert not result.resolved.possible
    assert len(result.selection) == 0
    assert result.overall["notifications"].figure == Figure(None)
    assert any("at once" in notice.text for notice in result.notices)


def test_a_topic_cannot_be_broken_down_by_another() -> None:
    result = result_of(NATIONAL, by="looked_after", filters=(ValueFilter("sex", ("Male",)),))
    assert result.resolved.possible
    assert figures(result) == [120]
    assert result.breakdown == ()
    assert any("at once" in notice.text for notice in result.notices)


def test_a_topic_that_the_file_lacks_selects_nothing() -> None:
    result = result_of(NATIONAL, filters=(ValueFilter("ethnicity", ("White",)),), by="ethnicity")
    assert not result.resolved.possible
    assert len(result.selection) == 0
    assert len([notice for notice in result.notices if "Ethnicity" in notice.text]) == 2


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"unit": Unit.CHILDREN}, "of children there is the total"),
        ({"date_basis": DateBasis.INCIDENT}, "date notified only"),
        ({"search": "London"}, "cannot be counted by a text"),
        ({"sort": (SortKey("colour"),)}, "not sorted by colour"),
        ({"filters": (DateFilter("date_of_incident", date(2020, 1, 1), None),)}, "date notified only"),
    ],
)
def test_what_cannot_be_honoured_is_said(wishes: Mapping[str, object], words: str) -> None:
    assert any(words in notice.text for notice in result_of(NATIONAL, **wishes).notices)


def test_figures_are_not_given_by_another_date_nor_for_a_search() -> None:
    assert result_of(NATIONAL, date_basis=DateBasis.INCIDENT).rows == ()
    searched = result_of(NATIONAL, search="male")
    assert searched.rows == ()
    assert list(searched.selection) == [5]


def test_by_children_only_the_notifications_are_given() -> None:
    row = result_of(NATIONAL, unit=Unit.CHILDREN).rows[0]
    assert [measure.figure.value for measure in row.measures] == [338, None, None, None, None]


def test_a_filter_on_dates_keeps_the_periods_inside() -> None:
    result = result_of(HALVES, filters=(DateFilter("date_notified", date(2019, 4, 1), date(2020, 3, 31)),))
    assert figures(result) == [449]


def test_value_lists_count_what_choosing_gives() -> None:
    lists = {facet.column: [(v.value, v.count) for v in facet.values] for facet in result_of(HALVES).facets}
    assert lists == {"sex": [("Male", 390), ("Female", 150)]}
    assert [value.at_least for facet in result_of(HALVES).facets for value in facet.values] == [True, True]
    natures = result_of(NATIONAL).facets[0]
    assert not any(value.at_least for value in natures.values)
    assert [(value.value, value.count) for value in natures.values] == [
        ("Child death", 162),
        ("Serious harm", 167),
        ("Other", 9),
    ]


def test_a_value_list_says_at_least_only_where_a_part_is_suppressed() -> None:
    rows = [
        year(at, number, topic="sex", breakdown=value)
        for at, value, number in ((2024, "Male", "c"), (2025, "Male", 190), (2024, "Female", 180))
    ]
    rows += [
        year(2025, 140, topic="sex", breakdown="Female"),
        year(2024, "c", topic="sex", breakdown="Unknown"),
    ]
    values = result_of([year(2024, 405), year(2025, 338), *rows]).facets[0].values
    assert [(each.value, each.count, each.at_least) for each in values[:2]] == [
        ("Male", 190, True),
        ("Female", 320, False),
    ]
    assert values[2].count is None


def test_value_lists_of_another_topic_cannot_be_had_under_a_filter() -> None:
    result = result_of(
        [
            *HALVES,
            half(2018, 5, topic="disability", breakdown="Yes"),
            half(2018, 6, topic="disability", breakdown="No"),
        ],
        filters=(ValueFilter("sex", ("Male",)),),
    )
    lists = {facet.column: [(v.value, v.count, v.chosen) for v in facet.values] for facet in result.facets}
    assert lists["disability"] == [("Yes", None, False), ("No", None, False)]
    assert lists["sex"] == [("Male", 390, True), ("Female", 150, False)]


def test_a_period_that_the_file_skips_is_missing_and_not_zero() -> None:
    result = result_of([year(2018, 498), year(2020, 536)])
    assert figures(result) == [498, None, 536]
    assert any("gives no figures for 2019-20" in notice.text for notice in result.notices)
    assert result.overall["notifications"].figure == Figure(1034, at_least=True)


def test_of_a_figure_given_twice_the_later_file_counts() -> None:
    dataset = published([year(2024, 330), year(2024, 338)])
    object.__setattr__(dataset, "source_of", (0, 1))
    result = result_of(dataset)
    assert figures(result) == [338]
    assert any("added last" in notice.text for notice in result.notices)


def test_a_figure_that_one_file_gives_twice_is_not_available() -> None:
    result = result_of([year(2024, 330), year(2024, 338)])
    assert figures(result) == [None]
    assert any("more than once" in notice.text for notice in result.notices)
    assert figures(result_of([year(2024, 338), year(2024, 338)])) == [338]


def test_a_year_that_has_not_ended_is_incomplete() -> None:
    result = compute(published([year(2025, 338), year(2026, 100)]), ViewState(period=FINANCIAL), TODAY)
    assert [row.complete for row in result.rows] == [True, False]
    assert any(
        "2026-27 is incomplete, because the time has not yet passed" in notice.text
        for notice in result.notices
    )


def test_a_file_without_national_rows_has_no_national_figure() -> None:
    result = result_of(
        [year(2025, 40, level="Regional", region=region.value) for region in REGIONS], by="region"
    )
    assert figures(result) == [None]
    assert broken_down(result) == [(region.value, 40) for region in REGIONS]
    missing = next(notice for notice in result.notices if "no total for England" in notice.text)
    assert missing.way_out == "Break the figures down by Region."


def test_a_file_without_places_is_not_to_be_broken_down_by_them() -> None:
    result = result_of([year(2025, 40, topic="sex", breakdown="Male")])
    missing = next(notice for notice in result.notices if "no total for England" in notice.text)
    assert missing.way_out == ""


CARE_LEAVERS = [
    year(2024, 91),
    year(2025, 106),
    year(2025, 63, topic="age_group", breakdown="16 to 21"),
    year(2025, 43, topic="age_group", breakdown="22 to 24"),
]


def test_counts_that_name_ages_above_17_are_said_to_be_no_notifications_about_children() -> None:
    result = result_of(CARE_LEAVERS)
    assert result.beyond_children
    assert "aged above 17 (16 to 21 and 22 to 24): these are not" in result.notices[0].text
    assert [row["notifications"].rate for row in result.rows] == [None, None]


def test_regions_of_counts_that_name_ages_above_17_have_no_rate() -> None:
    london = year(2025, 20, level="Regional", region="London")
    rows = result_of([*CARE_LEAVERS, london], by="region").breakdown
    assert [(row.by, row["notifications"].rate) for row in rows if row["notifications"].figure.value] == [
        ("London", None)
    ]


@pytest.mark.parametrize("label", ["16 to 17", "Under 1", "16 and over", "Unknown"])
def test_ages_of_children_keep_their_rate(label: str) -> None:
    result = result_of([year(2025, 357), year(2025, 60, topic="age_group", breakdown=label)])
    assert not result.beyond_children
    assert result.rows[0]["notifications"].rate is not None


def test_a_number_above_17_that_is_no_age_changes_nothing() -> None:
    rows = [year(2025, 357), year(2025, 60, topic="placement", breakdown="Placed within 20 miles")]
    assert not result_of(rows).beyond_children


def test_combinations_that_the_file_lacks_give_no_figures() -> None:
    both = (ValueFilter("region", ("London",)), ValueFilter("looked_after", ("Yes",)))
    result = result_of([*NATIONAL, *PLACES], filters=both)
    assert result.rows == ()
    assert any("combination" in notice.text for notice in result.notices)


def test_records_without_a_place_are_blank() -> None:
    result = result_of(PLACES, filters=(ValueFilter("region", (BLANK,)),))
    assert any("no blank cells in Region" in notice.text for notice in result.notices)


def test_what_can_be_asked_for_are_the_date_and_the_breakdowns_that_the_file_has() -> None:
    dataset = published([*NATIONAL, *PLACES, year(2024, 9, topic="Agencies", breakdown="Police")])
    offered = columns_offered(dataset)
    assert [(column.key, column.title) for column in offered] == [
        ("date_notified", "Date notified"),
        ("nature", "Nature of notification"),
        ("region", "Region"),
        ("local_authority", "Local authority"),
        ("looked_after", "Looked after"),
        ("sex", "Sex"),
        ("Agencies", "Agencies"),
    ]
    assert labels_offered(dataset, "nature") == ("Child death", "Serious harm", "Other")
    # One value is no breakdown.
    assert [column.key for column in result_of(dataset).breakdowns] == ["nature", "region", "local_authority"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((2000, 2002), "no figures for 2001-02."),
        ((2000, 2003), "no figures for 2001-02 and 2002-03."),
        ((2000, 2009), "no figures for 2001-02 to 2008-09."),
        ((2000, 2002, 2004), "no figures for 2001-02 and 2003-04."),
        (range(2000, 2018, 2), "no figures for 8 periods between 2001-02 and 2015-16."),
    ],
)
def test_missing_periods_are_told_in_one_sentence(given: Sequence[int], words: str) -> None:
    notices = [
        n.text for n in result_of([year(first, 5) for first in given]).notices if "no figures" in n.text
    ]
    assert len(notices) == 1
    assert words in notices[0]
