"""Every sentence for a briefing stands alone, is right, and cannot be taken for more than it says."""

from dataclasses import replace
from datetime import date

from desktop_app.analysis.result import Figure, Result
from desktop_app.domain.filters import BLANK, DateFilter, Filter, ValueFilter
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import DateBasis, PeriodKind, Unit
from desktop_app.presentation.words.sentences import briefing
from tests.support.results import (
    DFE,
    PANEL,
    PANEL_2020,
    PANEL_2021,
    PANEL_BY_CHILDREN,
    Counts,
    result,
    with_state,
)


def first(
    years: dict[int, Counts], unit: Unit = Unit.NOTIFICATIONS, kind: PeriodKind = PeriodKind.CALENDAR_YEAR
) -> str:
    return briefing(result(years, unit, kind))[0]


def filtered(*filters: Filter, search: str = "") -> Result:
    return with_state(result(PANEL), ViewState(filters=filters, search=search))


def test_the_panels_years_by_notifications() -> None:
    assert briefing(result(PANEL)) == (
        "There were 379 notifications in 2021, 21% fewer than in 2020 (482).",
        (
            "Of the 379 notifications in 2021, 156 concerned the death of a child, 24% fewer than in"
            " 2020 (206), and 223"
            " serious harm, 16% fewer (267)."
        ),
        (
            "In 2021, 41% of notifications concerned the death of a child (156 of 379), compared with"
            " 43% in 2020"
            " (206 of 482)."
        ),
    )


def test_the_panels_years_by_children() -> None:
    assert briefing(result(PANEL_BY_CHILDREN, Unit.CHILDREN)) == (
        "398 children were the subject of notifications in 2021, 23% fewer than in 2020 (514).",
        (
            "Of the 398 children concerned in 2021, 156 died, 24% fewer than in 2020 (206), and 242 were"
            " seriously harmed, 19%"
            " fewer (299)."
        ),
        "In 2021, 39% of the children concerned died (156 of 398), compared with 40% in 2020 (206 of 514).",
    )


def test_the_education_departments_years_tell_the_rise_and_the_peak() -> None:
    assert briefing(result(DFE, kind=PeriodKind.FINANCIAL_YEAR)) == (
        "There were 357 notifications in the year to March 2026, 6% more than the year before (338).",
        (
            "Of the 357 notifications in the year to March 2026, 160 concerned the death of a child,"
            " 1% fewer than the"
            " year before (162), and 188 serious harm, 13% more (167); 9 were of another nature."
        ),
        (
            "In the year to March 2026, the number of notifications was 33% below the highest of the 7"
            " years shown"
            " (536 in the year to March 2021)."
        ),
        (
            "In the year to March 2026, 45% of notifications concerned the death of a child (160 of"
            " 357), compared with"
            " 48% the year before (162 of 338)."
        ),
    )


def test_one_period_has_nothing_to_be_compared_with() -> None:
    assert briefing(result({2021: PANEL_2021})) == (
        "There were 379 notifications in 2021.",
        "Of the 379 notifications in 2021, 156 concerned the death of a child and 223 serious harm.",
        "In 2021, 41% of notifications concerned the death of a child (156 of 379).",
    )


def test_zero_one_and_no_change() -> None:
    assert first({2021: Counts(0)}) == "There were no notifications in 2021."
    assert first({2021: Counts(1)}) == "There was 1 notification in 2021."
    assert (
        first({2020: Counts(3), 2021: Counts(0)})
        == "There were no notifications in 2021, down from 3 in 2020."
    )
    assert (
        first({2020: Counts(0), 2021: Counts(4)})
        == "There were 4 notifications in 2021, up from none in 2020."
    )
    assert (
        first({2020: Counts(7), 2021: Counts(7)})
        == "There were 7 notifications in 2021, the same number as in 2020."
    )
    assert (
        first({2020: Counts(7), 2021: Counts(8)})
        == "There were 8 notifications in 2021, 1 more than in 2020 (7)."
    )


def test_zero_and_one_by_children() -> None:
    none, one = {2021: Counts(None, 0)}, {2021: Counts(None, 1)}
    assert first(none, Unit.CHILDREN) == "No children were the subject of a notification in 2021."
    assert first(one, Unit.CHILDREN) == "1 child was the subject of a notification in 2021."


def test_a_nature_with_none_or_one() -> None:
    sentence = briefing(result({2021: Counts(2, None, 0, 2)}))[1]
    assert (
        sentence == "Of the 2 notifications in 2021, none concerned the death of a child and 2 serious harm."
    )
    sentence = briefing(result({2021: Counts(None, 3, 1, 1, 1)}, Unit.CHILDREN))[1]
    assert sentence == (
        "Of the 3 children concerned in 2021, 1 died and 1 was seriously harmed; 1 was of another nature."
    )


def test_what_the_file_cannot_give_is_not_told() -> None:
    assert briefing(result({2021: Counts(None)})) == (
        "The data do not say how many notifications there were in 2021.",
    )
    assert briefing(result({2020: Counts(482), 2021: Counts(379)})) == (
        "There were 379 notifications in 2021, 21% fewer than in 2020 (482).",
    )


def test_only_serious_harm_known() -> None:
    assert briefing(result({2021: Counts(379, None, None, 223)}))[1] == (
        "Of the 379 notifications in 2021, 223 concerned serious harm."
    )


def test_suppressed_and_lower_limits_are_said() -> None:
    assert first({2021: Counts(Figure(None, "c"))}) == (
        "The number of notifications in 2021 is not shown: suppressed to protect confidentiality."
    )
    least = result({2020: Counts(300), 2021: Counts(Figure(205, at_least=True), None, 100, 105)})
    assert briefing(least) == (
        "There were at least 205 notifications in 2021.",
        "In 2021, 100 concerned the death of a child and 105 serious harm.",
    )


def test_an_incomplete_newest_period_is_said_and_not_compared() -> None:
    years = {**PANEL, 2022: Counts(120, 130, 50, 70, 0, complete=False)}
    sentences = briefing(result(years))
    assert sentences[0] == "There were 379 notifications in 2021, 21% fewer than in 2020 (482)."
    assert sentences[-1] == "The data for 2022 are not complete: they hold 120 notifications."
    assert len(sentences) == 4


def test_an_incomplete_period_alone_is_told_as_a_part() -> None:
    sentences = briefing(result({2022: Counts(120, None, 50, 70, complete=False)}))
    assert sentences[:2] == (
        "There were 120 notifications in the part of 2022 that the data cover.",
        (
            "Of the 120 notifications in the part of 2022 that the data cover, 50 concerned the death"
            " of a child and"
            " 70 serious harm."
        ),
    )


def test_nothing_with_a_date_speaks_of_all_records() -> None:
    assert briefing(result({}, overall=Counts(379))) == (
        "There were 379 notifications in the records shown.",
    )


def test_what_was_not_counted_is_not_told_as_none() -> None:
    made = result({}, overall=Counts())
    assert briefing(replace(made, resolved=replace(made.resolved, possible=False))) == ()
    female = ViewState(filters=(ValueFilter("sex", ("Female",)),))
    none = result({}, overall=Counts(0, 0))
    assert briefing(with_state(none, female)) == ("Where sex is Female, there were no notifications.",)
    assert briefing(result({}, Unit.CHILDREN, overall=Counts(0, 0))) == (
        "No children were the subject of a notification.",
    )


def test_the_highest_and_the_lowest_of_several_years() -> None:
    def third(*counts: float) -> str:
        return briefing(result({2018 + index: Counts(count) for index, count in enumerate(counts)}))[-1]

    assert third(300, 200, 100) == "The number of notifications in 2020 was the lowest of the 3 years shown."
    assert third(100, 200, 300) == "The number of notifications in 2020 was the highest of the 3 years shown."
    assert third(9, 4, 5) == (
        "In 2020, the number of notifications was 4 below the highest of the 3 years shown (9 in 2018)."
    )
    assert third(300, 100, 300).startswith("There were 300")  # a tie is neither


def test_a_filtered_number_says_what_it_is_a_number_of() -> None:
    assert briefing(filtered(ValueFilter("region", ("London",)))) == (
        "In London, there were 379 notifications in 2021, 21% fewer than in 2020 (482).",
        (
            "In London, of the 379 notifications in 2021, 156 concerned the death of a child, 24%"
            " fewer than in 2020"
            " (206), and 223 serious harm, 16% fewer (267)."
        ),
        (
            "In London in 2021, 41% of notifications concerned the death of a child (156 of 379),"
            " compared with 43% in"
            " 2020 (206 of 482)."
        ),
    )


def test_every_kind_of_filter_opens_the_sentence() -> None:
    def opening(*filters: Filter, search: str = "") -> str:
        return briefing(filtered(*filters, search=search))[0].partition(" there were")[0]

    sex, region = ValueFilter("sex", ("Female",)), ValueFilter("region", ("North East", "London"))
    assert opening(sex) == "Where sex is Female,"
    assert opening(ValueFilter("sex", (BLANK,))) == "Where sex is blank,"
    assert opening(region, sex) == "In the North East and London, where sex is Female,"
    assert (
        opening(ValueFilter("themes", ("Racism", "Poverty")))
        == "Where practice themes include Racism or Poverty,"
    )
    assert opening(DateFilter("date_notified", date(2021, 1, 5), None)) == (
        "Where date notified is from 5 January 2021 on,"
    )
    assert opening(search="dog") == "Where the record contains “dog”,"
    many = ValueFilter("local_authority", ("Kent", "Essex", "Devon", "Surrey"))
    assert opening(many) == "Where local authority is one of 4 values,"
    assert opening(ValueFilter("local_authority", ("Kent",)), region) == (
        "In Kent, where region is North East or London,"
    )


def test_a_filter_on_exactly_the_period_spoken_of_narrows_nothing() -> None:
    year = DateFilter("date_notified", date(2021, 1, 1), date(2021, 12, 31))
    assert briefing(filtered(year))[0].startswith("There were 379 notifications in 2021")


def test_a_file_about_one_area_names_it_and_england_goes_without_saying() -> None:
    made = result(PANEL)
    assert briefing(replace(made, place="England"))[0].startswith("There were")
    assert briefing(replace(made, place="South West"))[0].startswith("In the South West, there were")


def test_a_filter_on_nature_tells_no_parts_of_it() -> None:
    deaths = ValueFilter("nature", ("Child death",))
    years = {2020: Counts(206, None, 206, 0, 0), 2021: Counts(156, None, 156, 0, 0)}
    assert briefing(with_state(result(years), ViewState(filters=(deaths,)))) == (
        (
            "Where nature of notification is Child death, there were 156 notifications in 2021, 24%"
            " fewer than in 2020"
            " (206)."
        ),
    )


def test_half_years_and_quarters_are_named_by_their_months() -> None:
    assert first({2020: Counts(285), 2021: Counts(251)}, kind=PeriodKind.HALF_YEAR) == (
        "There were 251 notifications from April to September 2021, 12% fewer than in April to"
        " September 2020 (285)."
    )
    assert first({2021: Counts(91)}, kind=PeriodKind.QUARTER) == (
        "There were 91 notifications from January to March 2021."
    )


def test_the_date_of_incident_is_named_because_date_notified_is_what_people_expect() -> None:
    state = ViewState(date_basis=DateBasis.INCIDENT)
    sentences = briefing(with_state(result(PANEL), state))
    assert sentences[0] == (
        "By date of incident, there were 379 notifications in 2021, 21% fewer than in 2020 (482)."
    )
    assert sentences[2].startswith("By date of incident, in 2021, 41% of notifications")
    london = ViewState(date_basis=DateBasis.INCIDENT, filters=(ValueFilter("region", ("London",)),))
    assert briefing(with_state(result(PANEL), london))[2].startswith(
        "By date of incident, in London in 2021, 41%"
    )


def test_the_same_share_of_deaths_is_said_to_be_the_same() -> None:
    years = {2020: Counts(100, None, 40, 60, 0), 2021: Counts(200, None, 80, 120, 0)}
    assert briefing(result(years))[2] == (
        "In 2021, 40% of notifications concerned the death of a child (80 of 200), the same share as in 2020"
        " (40 of 100)."
    )


def test_only_complete_years_are_ranked_and_said_to_be() -> None:
    years = {2018: Counts(1, complete=False), 2019: Counts(300), 2020: Counts(200), 2021: Counts(100)}
    assert briefing(result(years))[1] == (
        "The number of notifications in 2021 was the lowest of the 3 complete years shown."
    )


def test_nothing_says_the_panel_and_nothing_has_a_bare_minus_sign() -> None:
    for made in (result(PANEL), result({2020: PANEL_2021, 2021: PANEL_2020})):
        text = " ".join(briefing(made))
        assert "Panel" not in text
        assert " -" not in text
        assert "more than in 2020 (379)" in text or "fewer than in 2020 (482)" in text
