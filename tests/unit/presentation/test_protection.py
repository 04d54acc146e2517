"""What was done to protect small counts is said in short, in full, and as what it cost."""

import pytest

from desktop_app.analysis.disclosure import protect
from desktop_app.domain.disclosure import Disclosure
from desktop_app.presentation.plots.offered import trend_plot
from desktop_app.presentation.reports.protection import hidden_words, protection_lines, protection_words
from desktop_app.presentation.tables.trend import trend_table
from tests.support.results import PANEL, Counts, result

OVERALL = Counts(861, 912, 362, 490, 9)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (None, ""),
        (Disclosure(), "Counts of 1 to 5 are suppressed."),
        (Disclosure(suppress_below=2, zeros=False), "Counts of 1 and zeros are suppressed."),
        (Disclosure(suppress_below=1, rounding=5), "Counts are rounded to the nearest 5."),
        (Disclosure(suppress_below=1, zeros=False), "Zeros are suppressed."),
    ],
)
def test_in_short(settings: Disclosure | None, words: str) -> None:
    assert protection_words(settings) == words


def test_in_full_rounding_warns_of_sums() -> None:
    assert not any("add up" in line for line in protection_lines(Disclosure()))
    assert any("add up" in line for line in protection_lines(Disclosure(rounding=10)))


def test_the_cost_is_counted() -> None:
    true = result(PANEL, overall=OVERALL)
    assert hidden_words(protect(true, Disclosure())) == "None of 15 counts had to be hidden."
    words = hidden_words(protect(true, Disclosure(suppress_below=10)))
    assert words == "4 of 15 counts are hidden: 2 are small, 2 would give others away."


def test_a_column_is_as_high_as_its_total_and_says_what_of_it_is_suppressed() -> None:
    safe = protect(result(PANEL, overall=OVERALL), Disclosure(suppress_below=10)).result
    columns = trend_plot(safe, "nature", trend_table(safe))
    rest = columns.series[-1]
    assert (rest.label, rest.marks[0].value) == ("Suppressed or not given", 482 - 267)
    assert "suppressed" in rest.marks[0].words


def test_rounded_natures_leave_nothing_that_could_be_called_not_given() -> None:
    years = {2020: Counts(106, None, 44, 62, 0), 2021: Counts(106, None, 44, 62, 0)}
    safe = protect(result(years, overall=Counts(212, None, 88, 124, 0)), Disclosure(rounding=10)).result
    columns = trend_plot(safe, "nature", trend_table(safe))
    assert [series.label for series in columns.series] == ["Child death", "Serious harm"]
