"""Natures that count children in one year and notifications in another are told apart, and never compared."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.disclosure import protect
from desktop_app.analysis.parts import split_of
from desktop_app.analysis.result import NOT_AVAILABLE, Figure, Split
from desktop_app.domain.disclosure import Disclosure
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import Shape, Unit
from desktop_app.reading import open_files
from tests.support.datasets import records

Given = tuple[float | None, ...]


def split(*given: float | None) -> Split | None:
    return split_of(tuple(Figure(value) for value in given))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((482, 514, 206, 267, 9), Split.NOTIFICATIONS),  # the Panel's 2020
        ((379, 398, 156, 242, None), Split.CHILDREN),  # the Panel's 2021
        ((379, None, 156, 242, None), Split.NEITHER),  # the same without its children
        ((379, 600, 156, 242, None), Split.CHILDREN),  # beyond the notifications, within the children
        ((482, None, 206, 267, 9), None),
        ((482, 482, 206, 267, 9), None),  # both totals alike
        ((500, 520, 206, 267, 9), None),  # some natures not given
        ((40, None, 20, 20, 10), None),  # all rounded to 10
        ((40, None, 30, 30, 30), Split.NEITHER),  # more than rounding explains
        ((0, None, 0, 0, 0), None),
        ((None, None, 206, 267, 9), None),
        ((None, None, None, None, None), None),
    ],
)
def test_what_the_natures_add_up_to(figures: Given, expected: Split | None) -> None:
    assert split(*figures) is expected


def test_a_part_that_is_at_least_so_much_can_still_be_too_much() -> None:
    whole = (Figure(100), NOT_AVAILABLE)
    assert split_of((*whole, Figure(61, at_least=True), Figure(50), Figure(0))) is Split.NEITHER
    assert split_of((*whole, Figure(40, at_least=True), Figure(50), Figure(0))) is None


def test_a_total_that_is_at_least_so_much_says_nothing() -> None:
    assert split_of((Figure(100, at_least=True), NOT_AVAILABLE, Figure(60), Figure(50), Figure(0))) is None


def test_records_count_their_natures_in_the_unit_wished_for_whatever_they_add_up_to() -> None:
    # Two of the children have no nature: those with one are as many as the notifications.
    columns = {
        "reference": ["A", "B", "B", "B"],
        "date_notified": ["2020-02-01", "2021-02-01", "2021-02-01", "2021-02-01"],
        "nature": ["Serious harm", "Serious harm", None, None],
    }
    made = records(columns, Shape.CHILDREN)
    for unit in Unit:
        rows = compute(made, ViewState(unit=unit), date(2026, 1, 1)).rows
        assert [row.split for row in rows] == [None, None]


@pytest.fixture
def panel(tmp_path: Path) -> Dataset:
    """Return the Panel's own table: its parts of 2020 are notifications, those of 2021 children."""
    file = tmp_path / "panel.csv"
    file.write_text(
        "Year,Notifications,Children,Deaths,Serious harm,Other\n"
        "2020,482,514,206,267,9\n2021,379,398,156,242,\n",
        encoding="utf-8",
    )
    return open_files((file,), Progress(), {}).read(ReadingChoices(), Progress()).dataset


def test_published_natures_of_another_unit_are_not_compared(panel: Dataset) -> None:
    rows = compute(panel, ViewState(), date(2026, 1, 1)).rows
    assert [row.split for row in rows] == [Split.NOTIFICATIONS, Split.CHILDREN]
    changes = {key: rows[1][key].change_on_base for key in ("notifications", "deaths", "serious_harm")}
    assert changes["serious_harm"] is None
    assert changes["deaths"] is not None
    assert changes["deaths"].number == -50


@pytest.mark.parametrize(
    ("nature", "totals"), [("Serious harm", [267, None]), ("Child death", [206, 156]), ("Other", [9, None])]
)
def test_children_of_one_nature_are_not_called_notifications(
    panel: Dataset, nature: str, totals: list[float | None]
) -> None:
    filtered = compute(panel, ViewState(filters=(ValueFilter("nature", (nature,)),)), date(2026, 1, 1))
    assert [row["notifications"].figure.value for row in filtered.rows] == totals
    by_nature = compute(panel, ViewState(by="nature"), date(2026, 1, 1))
    parts = [row["notifications"].figure.value for row in by_nature.breakdown if row.by == nature]
    assert parts == totals
    facet = next(facet for facet in by_nature.facets if facet.column == "nature")
    (listed,) = (value for value in facet.values if value.value == nature)
    assert (listed.count, listed.at_least) == (sum(filter(None, totals)), None in totals)


def test_a_publication_shares_out_no_natures_of_another_unit(panel: Dataset) -> None:
    shown = protect(compute(panel, ViewState(), date(2026, 1, 1)), Disclosure()).result
    assert [row.split for row in shown.rows] == [Split.NOTIFICATIONS, Split.CHILDREN]
