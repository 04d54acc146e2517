"""The briefing on the bundled samples: the published figures, in the words that people will paste."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.analysis import compute
from desktop_app.analysis.dataset import Dataset
from desktop_app.catalogue.resources import sample
from desktop_app.domain.filters import ValueFilter
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.state import ViewState
from desktop_app.domain.units import PeriodKind, Unit
from desktop_app.presentation.models import View
from desktop_app.presentation.view import view_of
from desktop_app.reading import read_files

TODAY = date(2026, 11, 22)


def read(path: Path) -> Dataset:
    return read_files([path], ReadingChoices(), Progress())


@pytest.fixture(scope="module")
def panel() -> Dataset:
    return read(sample("panel_notifications_2020_2021.xlsx"))


@pytest.fixture(scope="module")
def dfe() -> Dataset:
    return read(sample("dfe_notifications_2019-20_to_2025-26.xlsx"))


def view(dataset: Dataset, state: ViewState) -> View:
    return view_of(compute(dataset, state, TODAY), dataset.problems)


def test_the_panels_years(panel: Dataset) -> None:
    by_notification, by_child = (view(panel, ViewState(unit=unit)) for unit in Unit)
    assert by_notification.sentences == (
        "There were 379 notifications in 2021, 21% fewer than in 2020 (482).",
        (
            "Of the 379 notifications in 2021, 156 concerned the death of a child, 24% fewer than in"
            " 2020 (206),"
            " and 223 serious harm, 16% fewer (267)."
        ),
        (
            "In 2021, 41% of notifications concerned the death of a child (156 of 379), compared with"
            " 43% in 2020"
            " (206 of 482)."
        ),
    )
    assert by_child.sentences[:2] == (
        "398 children were the subject of notifications in 2021, 23% fewer than in 2020 (514).",
        (
            "Of the 398 children concerned in 2021, 156 died, 24% fewer than in 2020 (206), and 242"
            " were seriously"
            " harmed, 19% fewer (299)."
        ),
    )
    assert by_notification.cautions[0].text == (
        "The fall of 103 in the number of notifications is more than chance variation would usually give"
        " (95% interval: 10% to 31% fewer)."
    )
    assert [card.certainty for card in by_notification.cards] == [
        "More than chance variation would usually give",
        "More than chance variation would usually give",
        "Within what chance variation gives",
        "A notification can concern several",
    ]


def test_the_education_departments_years(dfe: Dataset) -> None:
    shown = view(dfe, ViewState(period=PeriodKind.FINANCIAL_YEAR))
    assert shown.sentences[0] == (
        "There were 357 notifications in the year to March 2026, 6% more than the year before (338)."
    )
    assert shown.plot.title == "Notifications rose 6% in 2025-26 after two years of falls"
    assert shown.plot.totals == ("449", "536", "442", "456", "405", "338", "357")
    assert shown.cautions[0].text == (
        "The rise of 19 in the number of notifications is within what chance variation gives"
        " (95% interval: 9% fewer to 23% more)."
    )


def test_calendar_years_of_the_same_file_are_cut_off_at_both_ends(dfe: Dataset) -> None:
    shown = view(dfe, ViewState())
    assert shown.sentences[0].startswith("There were 379 notifications in 2025, 6% more than in 2024")
    assert shown.sentences[-1] == (
        "From 1 January to 31 March 2026 there were 64 notifications, 26% fewer than in the same part of 2025"
        " (86); this is provisional."
    )
    provisional = [mark.provisional for mark in shown.plot.series[0].marks]
    assert provisional == [True, *[False] * 6, True]


def test_a_filter_is_part_of_every_sentence(dfe: Dataset) -> None:
    state = ViewState(period=PeriodKind.FINANCIAL_YEAR, filters=(ValueFilter("region", ("London",)),))
    assert all(sentence.startswith("In London") for sentence in view(dfe, state).sentences)


def test_the_published_totals_speak_like_the_records(dfe: Dataset) -> None:
    published = view(read(sample("dfe_published_national.csv")), ViewState(period=PeriodKind.FINANCIAL_YEAR))
    records = view(dfe, ViewState(period=PeriodKind.FINANCIAL_YEAR))
    assert published.sentences[:2] == records.sentences[:2]
    assert published.cards[3].figure == "Not available"
    assert published.plot.title == records.plot.title


def test_a_return_of_nine_months_is_not_passed_off_as_a_year() -> None:
    shown = view(read(sample("messy_returns.xlsx")), ViewState())
    assert shown.sentences[0] == "There were 57 notifications in the part of 2021 that the data cover."
    assert shown.cards[0].title == "Notifications, 2021 (not complete)"
    assert shown.cards[0].change == "The period is not complete"
