"""Whatever the hidden counts are, a publication is the same to the last word: so it cannot tell them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.disclosure import Protected, Reason, protect
from desktop_app.analysis.disclosure.cells import Place, figures_of
from desktop_app.analysis.disclosure.protect import Hidden, rebuilt
from desktop_app.analysis.result import Figure, Result, ResultRow
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.errors import UserError
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.problems import SourceAccount
from desktop_app.presentation.models import Plot, Report, Table
from desktop_app.presentation.reports.publication import publication_of
from desktop_app.presentation.reports.report import report_of
from desktop_app.services.publishing import published_view
from tests.support.results import PANEL, Counts, result, with_breakdown, with_state

MADE = datetime(2026, 1, 2, 3, 4)


def small_table(seed: int) -> Result:
    """Return three years by region with many small counts that add up, made from a seed."""
    chance = np.random.default_rng(seed)
    cells = chance.integers(0, chance.choice([8, 40]), (3, 4))
    years = {}
    for at, total in enumerate(cells.sum(axis=1)):
        deaths = int(chance.integers(0, total + 1))
        other = int(chance.integers(0, min(5, total - deaths) + 1))
        years[2019 + at] = Counts(int(total), int(total) + 2, deaths, int(total) - deaths - other, other)
    sums = [
        sum(getattr(each, key) for each in years.values())
        for key in ("notifications", "children", "deaths", "serious_harm", "other")
    ]
    values = {f"Region {at}": [*map(int, cells[:, at]), int(cells[:, at].sum())] for at in range(4)}
    return with_breakdown(result(years, overall=Counts(*sums)), "region", values)


def otherwise(true: Result, safe: Protected, seed: int) -> tuple[Result, Protected]:
    """Return the same table with other counts where they are hidden, published with the same ones shown."""
    chance = np.random.default_rng(seed)
    hidden = {each.place for each in safe.hidden}

    def changed(row: ResultRow) -> ResultRow:
        return replace(
            row,
            measures=tuple(
                replace(each, figure=Figure(float(chance.integers(1, 90))))
                if Place(row.period, row.by, each.measure) in hidden
                else each
                for each in row.measures
            ),
        )

    parts = {
        name: tuple(map(changed, getattr(true, name))) for name in ("rows", "breakdown", "breakdown_overall")
    }
    other = replace(true, overall=changed(true.overall), **parts)
    shown = {place: figure for place, figure in figures_of(safe.result).items() if place in figures_of(true)}
    reasons = tuple(Hidden(each.place, chance.choice([*Reason])) for each in safe.hidden)
    rows = rebuilt(other, shown, safe.settings)
    return other, replace(safe, result=rows, hidden=reasons)


def told(safe: Protected) -> tuple[Report, tuple[Plot, ...], object]:
    """Return everything that a publication can be drawn from."""
    view = published_view(safe)
    return publication_of(safe, view, "9.9", MADE), view.plots, replace(view, plots=())


@given(st.integers(0, 10**6), st.sampled_from([0, 5, 10]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_other_hidden_counts_make_no_difference(seed: int, rounding: int, zeros: bool) -> None:
    true = small_table(seed)
    try:
        safe = protect(true, Disclosure(rounding=rounding, zeros=zeros))
    except UserError:
        return  # too few to publish anything
    _, other = otherwise(true, safe, seed)
    assert told(other) == told(safe)


def test_the_comparison_finds_a_word_that_tells() -> None:
    true = small_table(7)
    safe = protect(true, Disclosure())
    assert safe.hidden
    other, _ = otherwise(true, safe, 8)

    def open_report(of: Result) -> Report:
        return report_of(of, published_view(replace(safe, result=of)), None, "9.9", MADE)

    assert open_report(true) != open_report(other)


def tables_of(safe: Protected) -> Iterator[Table]:
    yield from publication_of(safe, published_view(safe), "9.9", MADE).tables


def cover(safe: Protected) -> str:
    return " ".join(text for _, text in publication_of(safe, published_view(safe), "9.9", MADE).cover)


OVERALL = Counts(861, 912, 362, 490, 9)


def test_the_cover_does_not_say_how_many_of_the_hidden_counts_are_small() -> None:
    safe = protect(result(PANEL, overall=OVERALL), Disclosure(suppress_below=10))
    assert "4 of 15 counts are hidden." in cover(safe)
    assert "small, " not in cover(safe)


def test_numbers_of_rows_do_not_count_what_a_filter_leaves_out() -> None:
    true = result(PANEL, overall=OVERALL)
    assert "912 rows read" in cover(protect(true, Disclosure()))
    filtered = with_state(true, replace(true.state, filters=(ValueFilter("region", ("London",)),)))
    assert "numbers of rows are suppressed" in cover(protect(filtered, Disclosure()))


def test_numbers_of_rows_of_a_file_per_year_or_authority_are_not_told() -> None:
    sources = (SourceAccount("rutland.xlsx", "A", 3, 3), SourceAccount("others.xlsx", "A", 909, 906))
    safe = protect(replace(result(PANEL, overall=OVERALL), sources=sources), Disclosure())
    assert "909" not in cover(safe)
    assert all(source.rows_read == 0 for source in safe.result.sources)


@pytest.mark.parametrize("seed", range(40))
def test_two_publications_of_one_view_hide_the_same_totals(seed: int) -> None:
    broken_down = small_table(seed)
    plain = replace(broken_down, breakdown=(), breakdown_overall=())
    try:
        first, second = protect(plain, Disclosure()), protect(broken_down, Disclosure())
    except UserError:
        return
    assert {each.place for each in first.hidden} <= {each.place for each in second.hidden}


def test_a_small_number_of_rows_without_a_date_is_not_told() -> None:
    some = replace(result(PANEL, overall=OVERALL), undated=2)
    texts = [
        " ".join(publication_of(safe, published_view(safe), "9.9", MADE).notes)
        for safe in (protect(some, Disclosure()), protect(replace(some, undated=20), Disclosure()))
    ]
    assert "Some rows have no date" in texts[0]
    assert "20 rows have no date" in texts[1]
