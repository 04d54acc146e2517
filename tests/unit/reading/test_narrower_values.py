"""A record's narrower value is shown under the one it is part of, and said; published counts keep theirs."""

from pathlib import Path

import pytest

from desktop_app.catalogue.spellings import ETHNICITIES, NATURES, YES_NO
from desktop_app.domain.problems import ProblemKind
from desktop_app.reading.values.categories import record_spelling_in, spelling_in
from tests.unit.reading.books import read, workbook


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("WBRI", "White"),
        ("White - British", "White"),
        ("Mixed – White and Black Caribbean", "Mixed / Multiple ethnic groups"),
        ("Chinese", "Asian / Asian British"),  # as the census of 2021 groups it
        ("BAFR", "Black / African / Caribbean / Black British"),
        ("Any other ethnic background", "Other ethnic group"),
        ("Information not yet obtained", "Unknown"),
    ],
)
def test_detailed_ethnic_groups_and_codes_belong_to_their_group(text: str, group: str) -> None:
    assert record_spelling_in(ETHNICITIES, text) == group


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Death - SUDI", "Child death"),
        ("Child death (suspected suicide)", "Child death"),
        ("Serious harm: physical abuse", "Serious harm"),
        ("NAI", "Serious harm"),
        ("Near miss", None),
        ("Death threats", None),
        ("Deathly ill - recovered", None),
    ],
)
def test_what_stands_behind_a_nature_only_qualifies_it(text: str, nature: str | None) -> None:
    assert record_spelling_in(NATURES, text) == nature


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes - Section 20", "Yes"),
        ("No (referred)", "No"),
        ("Yes - previously", None),
        ("Yes, closed 2019", None),
    ],
)
def test_an_answer_about_the_past_is_not_taken_for_one_about_now(text: str, answer: str | None) -> None:
    assert record_spelling_in(YES_NO, text) == answer


def test_published_counts_keep_their_narrower_groups_apart_from_the_whole() -> None:
    assert spelling_in(ETHNICITIES, "White British") is None
    assert spelling_in(ETHNICITIES, "White") == "White"


def test_every_narrower_value_is_reported_with_what_it_is_shown_as(tmp_path: Path) -> None:
    rows = [
        ("Reference", "Date notified", "Nature"),
        ("A1", "2021-05-01", "Death - SUDI"),
        ("A2", "2021-05-02", "Death - SUDI"),
        ("A3", "2021-05-03", "Serious harm"),
    ]
    dataset = read(workbook(tmp_path / "book.xlsx", rows))
    found = [problem for problem in dataset.problems if problem.kind is ProblemKind.NARROWER]
    assert [(problem.row, problem.value) for problem in found] == [(2, "Death - SUDI")]
    assert "in 2 rows" in found[0].what
    assert list(dataset.frame["nature"]) == ["Child death", "Child death", "Serious harm"]
