"""The variation chart says which periods stand out, by how much, and when its limits are only a trial."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.state import ViewState
from desktop_app.presentation.models import Plot, PlotKind
from desktop_app.presentation.plots.control import signalled
from desktop_app.presentation.view import view_of
from desktop_app.presentation.words.sentences import briefing
from tests.support.results import DFE, PANEL, Counts, result

QUIET = (100, 104, 97, 101, 99, 103, 98, 102, 100, 97, 101)


def plot(years: dict[int, Counts]) -> Plot:
    return next(each for each in view_of(result(years), ()).plots if each.key == "control")


def years(*counts: int) -> dict[int, Counts]:
    return {2005 + at: Counts(count) for at, count in enumerate(counts)}


def test_limits_are_lines_and_nothing_stands_out_of_quiet_years() -> None:
    made = plot(DFE)
    assert made.kind is PlotKind.LINES
    assert [line.label for line in made.lines] == ["Upper limit 573", "Mean 426", "Lower limit 279"]
    assert [line.dashed for line in made.lines] == [True, False, True]
    assert made.title == "Notifications: no year stands out from chance variation"
    assert made.source.endswith("Trial limits: there are fewer than 12 complete periods.")
    assert made.alt_text == (
        "Line chart of notifications by year: mean 426, limits 279 and 573. No period stands out."
    )
    assert not any(mark.signal for mark in made.series[0].marks)


def test_a_year_beyond_the_limits_is_marked_and_named() -> None:
    made = plot(years(*QUIET[:6], 160, *QUIET[6:]))
    assert made.title == "Notifications: 2011 stands out from chance variation"
    assert [mark.signal for mark in made.series[0].marks] == [at == 6 for at in range(12)]
    assert made.series[0].marks[6].words == "2011: 160 notifications; above the upper limit"
    assert "2011 (above the upper limit)" in made.alt_text
    assert "Trial limits" not in made.source
    assert made.table.rows[6][-2].text == "Above the upper limit"


def test_an_incomplete_year_is_left_out_of_the_limits() -> None:
    cut = years(*QUIET, 20) | {2016: Counts(20, complete=False)}
    made = plot(cut)
    assert [line.label for line in made.lines] == [line.label for line in plot(years(*QUIET)).lines]
    assert made.series[0].marks[-1].words.endswith("not complete, left out of the limits")
    assert signalled(result(cut)) == ()


def test_too_few_years_say_so_and_show_no_limits() -> None:
    made = plot(PANEL)
    assert made.lines == ()
    assert made.title == "Too few complete years for limits of chance variation"
    assert made.alt_text.endswith("They need 5 complete periods.")
    assert [column.key for column in made.table.columns] == ["period", "total", "complete"]


def test_too_small_counts_have_no_limits_and_the_chart_says_why_and_what_to_do() -> None:
    few = years(0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0)  # together 4, the mean is 0.33
    made = plot(few)
    assert (made.lines, signalled(result(few))) == ((), ())
    assert not any(mark.signal for mark in made.series[0].marks)
    assert made.title == "Too few notifications for limits of chance variation"
    why = (
        "Limits need 5 notifications or more a year on average, and here there are 0.3: chance alone moves"
        " smaller numbers too much. Choose fewer filters."
    )
    assert why in made.source
    assert why in made.table.notes
    assert made.alt_text == f"Line chart of notifications by year, without limits. {why}"
    assert not any("chance variation gives" in sentence for sentence in briefing(result(few)))


def test_the_mean_of_a_small_series_keeps_its_decimal_in_the_sentence() -> None:
    # Together 85 in 14 years: the mean is 6.07, and the last seven are below.
    found = result(years(8, 7, 8, 7, 8, 7, 8, 4, 5, 4, 5, 4, 5, 5))
    said = next(sentence for sentence in briefing(found) if "in a row" in sentence)
    assert "was the last of 7 years in a row below the mean of 6.1, which" in said


def test_six_in_a_row_stand_out_where_that_is_wished_for_and_the_note_says_so() -> None:
    made = result(years(100, 90, 100, 90, 100, 90, 101, 102, 103, 101, 102, 103, 90, 91))

    def signals(run: int) -> tuple[int, bool]:
        state = replace(made.state, run=run)
        shown = view_of(replace(made, resolved=replace(made.resolved, state=state)), ()).plots
        drawn = next(each for each in shown if each.key == "control")
        said = any(f"in a run of {run} on one side" in note for note in drawn.table.notes)
        return sum(mark.signal for mark in drawn.series[0].marks), said

    assert signals(7) == (0, True)
    assert signals(6) == (6, True)


def anew(*counts: int, start: int) -> Plot:
    state = ViewState(rebase=date(2005 + start, 1, 1))
    plots = view_of(result(years(*counts), state=state), ()).plots
    return next(each for each in plots if each.key == "control")


def test_limits_begin_anew_where_a_person_chooses_and_the_chart_says_so() -> None:
    made = anew(10, 12, 11, 13, 9, 30, 34, 32, 31, 33, start=5)
    assert [line.values[4:6] for line in made.lines][1::3] == [(11, None), (None, 32)]
    assert "begin anew at 2010, by choice" in made.source
    assert "newest part mean 32" in made.alt_text
    assert [row[3].text for row in made.table.rows[4:6]] == ["11.0", "32.0"]


def test_new_limits_that_too_few_periods_carry_are_refused_in_words() -> None:
    made = anew(10, 12, 11, 13, 9, 30, 34, start=5)
    assert len(made.lines) == 3
    need = "need 5 complete periods with 5 notifications or more on average on either side: one set is shown."
    assert need in made.source


def test_only_periods_with_enough_on_either_side_are_offered() -> None:
    view = view_of(result(years(10, 12, 11, 13, 9, 30, 34, 32, 31, 33)), ())
    assert view.rebase_choices == ((date(2010, 1, 1), "2010"),)
