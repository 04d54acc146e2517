"""The charts of clocks and stages carry their counts, their limits and what was left out."""

from dataclasses import replace

from desktop_app.analysis.result import OnTime, Result, Spread, Stage, Timing, Timings
from desktop_app.domain.later import Later
from desktop_app.domain.periods import Period
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.presentation.models import Plot
from desktop_app.presentation.view import view_of
from tests.support.results import PANEL, PANEL_BY_CHILDREN, result


def timing(year: int, notified: OnTime | None, complete: bool = True) -> Timing:
    period = Period(PeriodKind.CALENDAR_YEAR, year)
    return Timing(period, complete, 100, Spread(90, 7.5, 3, 14), notified, OnTime(60, 95))


TIMINGS = Timings(
    clock="date_aware",
    by_period=(timing(2020, OnTime(66, 80)), timing(2021, OnTime(72, 90))),
    overall=Timing(None, True, 200, Spread(180, 7, 3, 14), OnTime(138, 170), OnTime(120, 190)),
    delays=(40, 60, 30, 20, 15, 10, 5),
    without_delay=20,
    stages=(
        Stage("notified", 200, None),
        Stage("reviewed", 190, Spread(190, 21, 19, 24)),
        Stage("decided", 50, None),
        Stage("published", 40, Spread(40, 278.5, 199, 386)),
    ),
)


def timed(timings: Timings | None = TIMINGS) -> Result:
    return replace(result(PANEL), timings=Later(lambda: timings))


def plot(made: Result, key: str) -> Plot:
    return next(each for each in view_of(made, ()).plots if each.key == key)


def test_the_share_on_time_names_its_limit_its_counts_and_its_interval() -> None:
    # 72 of 90 = 80%; Wilson's interval 70.6% to 87.0%.
    made = plot(timed(), "timing")
    assert made.series[0].marks[1].words == (
        "2021: 80% notified within 5 working days of becoming aware (72 of 90); 95% interval 71% to 87%"
    )
    assert made.title == "81% were notified within 5 working days"
    assert made.alt_text.endswith(
        "In 2021: 80% of notifications (72 of 90) and 63% of rapid reviews (60 of 95)."
    )
    assert [cell.text for cell in made.table.rows[-1]][:5] == ["All shown", "200", "7", "3", "14"]


def test_a_clock_that_the_file_cannot_give_is_not_drawn() -> None:
    shown = replace(TIMINGS, by_period=(timing(2020, None), timing(2021, None)))
    assert [series.label for series in plot(timed(shown), "timing").series] == ["Rapid review"]
    without = replace(TIMINGS, clock="date_of_incident")
    assert "the file has no date aware" in plot(timed(without), "timing").subtitle


def test_few_are_told_in_counts() -> None:
    few = replace(TIMINGS, overall=replace(TIMINGS.overall, notified=OnTime(3, 7)))
    assert plot(timed(few), "timing").title == "3 of 7 notified within 5 working days"


def test_bars_of_the_delay_name_their_days() -> None:
    made = plot(timed(), "delay")
    assert made.positions[:3] == ("The same or the next day", "2 to 7 days", "8 to 14 days")
    assert made.positions[-1] == "More than 91 days"
    assert made.title == "Half were notified within 7 days of the incident"
    assert [cell.text for cell in made.table.rows[1]] == ["2 to 7 days", "60", "33%"]
    assert [cell.text for cell in made.table.rows[-1]] == ["Dates missing or out of order", "20", ""]


def test_stages_carry_the_days_between_them() -> None:
    made = plot(timed(), "reviews")
    assert made.title == "25% of notifications led to a local review"
    assert [cell.text for cell in made.table.rows[3]] == [
        "Local review published", "40", "20%", "278.5", "199", "386",
    ]  # fmt: skip


def test_clocks_count_notifications_whatever_the_unit() -> None:
    by_children = replace(result(PANEL_BY_CHILDREN, Unit.CHILDREN), timings=Later(lambda: TIMINGS))
    assert plot(by_children, "delay").subtitle.startswith("Serious incident notifications, days")


def test_without_dates_the_charts_say_what_they_need() -> None:
    for key in ("timing", "delay", "reviews"):
        made = plot(timed(None), key)
        assert made.empty
        assert made.absence.startswith("These clocks need records")
        assert made.alt_text.endswith(".")
