"""Small counts are hidden, so is what would give them away, and totals stay true."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

import pytest

from desktop_app.analysis.disclosure import audit, protect
from desktop_app.analysis.disclosure.cells import Place, figures_of
from desktop_app.analysis.disclosure.choose import Reason, shown
from desktop_app.analysis.disclosure.protect import rebuilt
from desktop_app.analysis.result import Figure, MeasureResult, Result, ResultRow
from desktop_app.analysis.statistics import intervals
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind
from tests.support.results import PANEL, Counts, noticed, result, with_breakdown

USUAL = Disclosure()


def table(values: Mapping[str, Sequence[float]], total: Counts) -> Result:
    """Return one year, 2019, broken down by sex."""
    return with_breakdown(result({2019: total}, overall=total), "sex", values)


def half_year() -> Result:
    """Return the second half of 2019-20 as DfE published it: total 224, male 121, female 98, two hidden.

    The two hidden counts sum to 5; here they are 3 and 2.
    """
    values = {"Male": (121, 121), "Female": (98, 98), "Unknown": (3, 3), "Other": (2, 2)}
    return table(values, Counts(notifications=224))


def place(year: int | None, by: str | None = None, measure: str = "notifications") -> Place:
    return Place(None if year is None else Period(PeriodKind.CALENDAR_YEAR, year), by, measure)


def published(true: Result, hidden: Sequence[Place], settings: Disclosure = USUAL) -> Result:
    """Return a result with just these counts hidden, as somebody careless would publish it."""
    return rebuilt(true, shown(figures_of(true), hidden, settings), settings)


def hidden_in(true: Result, settings: Disclosure = USUAL) -> dict[Place, Reason]:
    return {each.place: each.reason for each in protect(true, settings).hidden}


def in_row(row: ResultRow, key: str = "notifications") -> MeasureResult:
    return row[key]


def test_two_hidden_counts_whose_sum_follows_are_found_by_the_audit() -> None:
    both = [place(year, sex) for year in (2019, None) for sex in ("Unknown", "Other")]
    with pytest.raises(UserError, match=r"Notifications, .*(Unknown|Other) would be 1 to 4"):
        audit(published(half_year(), both), half_year(), USUAL)


def test_one_hidden_count_is_found_exactly() -> None:
    only = table({"Male": (121, 121), "Unknown": (3, 3)}, Counts(notifications=124))
    with pytest.raises(UserError, match="Notifications, 2019, Unknown would be exactly 3"):
        audit(published(only, [place(2019, "Unknown"), place(None, "Unknown")]), only, USUAL)


def test_a_third_count_is_hidden_and_the_totals_stay_true() -> None:
    safe = protect(half_year(), USUAL)
    audit(safe.result, half_year(), USUAL)
    of_year = {each.place.by: each.reason for each in safe.hidden if each.place.period}
    assert of_year == {"Female": Reason.LINKED, "Unknown": Reason.SMALL, "Other": Reason.SMALL}
    assert in_row(safe.result.rows[0]).figure == Figure(224.0)
    assert (safe.small, safe.linked) == (4, 2)


def test_a_small_nature_takes_another_with_it_and_every_number_made_from_them() -> None:
    safe = protect(result(PANEL, overall=Counts(861, 912, 362, 490, 9)), Disclosure(suppress_below=10)).result
    of_2020, of_2021 = safe.rows
    assert of_2020["other"] == MeasureResult("other", Figure(None, "c"))
    assert of_2021["other"].figure == Figure(0.0)  # zeros are shown
    assert of_2020["deaths"] == MeasureResult("deaths", Figure(None, "c"))  # the smaller of the two others
    assert of_2021["deaths"].change_on_base is None  # its base is hidden
    assert of_2021["notifications"].change_on_base == intervals.change(482, 379)


def test_zeros_are_hidden_only_where_that_is_wished() -> None:
    true = result(PANEL, overall=Counts(861, 912, 362, 490, 9))
    assert place(2021, measure="other") not in hidden_in(true)
    assert hidden_in(true, Disclosure(zeros=False))[place(2021, measure="other")] is Reason.SMALL


def test_values_that_overlap_need_no_second_count() -> None:
    """Themes of 30 notifications: 4 with one theme cannot be had from the others, which add up to 40."""
    values = {"Home": (24, 24), "Online": (16, 16), "Gangs": (4, 4)}
    base = result({2019: Counts(notifications=30)}, overall=Counts(notifications=30))
    true = with_breakdown(base, "themes", values, several=True)
    assert hidden_in(true) == {place(when, "Gangs"): Reason.SMALL for when in (2019, None)}
    audit(protect(true, USUAL).result, true, USUAL)


def test_periods_are_protected_by_the_total_over_all_of_them() -> None:
    years = {2020: Counts(notifications=482), 2021: Counts(notifications=379), 2022: Counts(notifications=3)}
    true = result(years, overall=Counts(notifications=864))
    assert hidden_in(true) == {place(2022): Reason.SMALL, place(None): Reason.LINKED}


def test_rounding_is_half_up_and_only_zero_means_zero() -> None:
    tens = Disclosure(suppress_below=3, rounding=10)
    assert [tens.rounded(count) for count in (0, 4, 5, 14, 15, 25)] == [0, 0, 10, 10, 20, 30]
    assert [Disclosure(rounding=5).rounded(count) for count in (2, 3, 7, 8)] == [0, 5, 5, 10]
    assert (tens.meant(20), Disclosure(rounding=5).meant(10)) == ((15, 24), (8, 12))
    years = {2020: Counts(100, None, 4, 96, 0), 2021: Counts(125, None, 44, 81, 0)}
    safe = protect(result(years, overall=Counts(225, None, 48, 177, 0)), tens).result
    assert safe.rows[0]["deaths"].figure == Figure(None, "k")
    assert safe.rows[0]["other"].figure == Figure(0.0)
    assert safe.rows[1]["notifications"].change_on_base == replace(intervals.change(100, 130), rounded=True)
    assert [(source.rows_read, source.rows_used) for source in safe.sources] == [(910, 910)]


def test_rates_are_those_of_the_counts_as_shown() -> None:
    true = result({2020: Counts(482)}, overall=Counts(482))
    rate, around = intervals.rate(482, 11_787_794)
    rated = replace(true.rows[0]["notifications"], rate=rate, rate_interval=around)
    row = replace(true.rows[0], population=11_787_794, measures=(rated, *true.rows[0].measures[1:]))
    safe = protect(replace(true, rows=(row,)), Disclosure(rounding=10)).result
    wanted = intervals.rate(480, 11_787_794)
    assert safe.rows[0]["notifications"].rate == pytest.approx(wanted[0])
    assert safe.rows[0]["notifications"].rate_interval == pytest.approx(wanted[1])


def test_a_breakdown_leaves_in_one_unit_and_without_natures() -> None:
    true = half_year()
    rows = tuple(
        replace(row, measures=tuple(MeasureResult(each.measure, Figure(50.0)) for each in row.measures))
        if row.by == "Male"
        else row
        for row in true.breakdown
    )
    safe = protect(replace(true, breakdown=rows), USUAL).result
    male = next(row for row in safe.breakdown if row.by == "Male")
    assert male["deaths"].figure == male["children"].figure == Figure(None, "c")


def test_records_and_value_lists_never_leave() -> None:
    safe = protect(half_year(), USUAL).result
    assert (len(safe.selection), safe.facets, safe.rows_total) == (0, (), 0)
    assert safe.disclosure == USUAL


def test_notices_that_begin_with_a_small_count_are_left_out() -> None:
    texts = ("2 rows shown have no nature.", "12 rows shown have no nature.", "2021 is incomplete.")
    safe = protect(noticed(half_year(), *texts), USUAL).result
    assert tuple(notice.text for notice in safe.notices) == texts[1:]


def test_what_the_file_hides_stays_hidden_and_is_protected_too() -> None:
    """Of 100 notifications the file hides two natures; with zero shown and 97 of them harm, 3 remain."""
    hidden = Figure(None, "c")
    true = result(
        {2020: Counts(100, None, hidden, 97, hidden)}, overall=Counts(100, None, hidden, 97, hidden)
    )
    safe = protect(true, USUAL)
    assert safe.result.rows[0]["serious_harm"].figure == hidden
    audit(safe.result, true, USUAL)


def test_too_few_cases_are_not_published_at_all() -> None:
    true = result({2020: Counts(notifications=4)}, overall=Counts(notifications=4))
    with pytest.raises(UserError, match="too few cases"):
        protect(true, USUAL)


@pytest.mark.parametrize(
    ("leak", "words"),
    [
        (
            MeasureResult("notifications", Figure(3.0)),
            "small count would be published: Notifications, 2019, Unk",
        ),
        (MeasureResult("notifications", Figure(None, "c"), (0.6, 8.8)), "made from a hidden count"),
        (MeasureResult("notifications", Figure(None, "c"), rate=0.03), "made from a hidden count"),
        (MeasureResult("deaths", Figure(20.0)), "made from a hidden count would be published: Child deaths"),
    ],
)
def test_the_audit_finds_what_was_put_back(leak: MeasureResult, words: str) -> None:
    safe = protect(half_year(), USUAL).result
    rows = tuple(
        replace(row, measures=tuple(leak if each.measure == leak.measure else each for each in row.measures))
        if row.by == "Unknown"
        else row
        for row in safe.breakdown
    )
    with pytest.raises(UserError, match=words):
        audit(replace(safe, breakdown=rows), half_year(), USUAL)


def test_the_same_figures_are_always_protected_alike() -> None:
    assert protect(half_year(), USUAL).hidden == protect(half_year(), USUAL).hidden


@pytest.mark.parametrize("wrong", [{"rounding": 3}, {"suppress_below": 0}, {"least_values": 1}])
def test_settings_without_meaning_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"rounded|range"):
        Disclosure(**wrong)


def test_settings_survive_being_stored() -> None:
    chosen = Disclosure(3, False, 5, 4)
    assert Disclosure.from_json(asdict(chosen)) == chosen
    with pytest.raises(ValueError, match="Not settings"):
        Disclosure.from_json({})
