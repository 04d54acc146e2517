"""A record's narrower value is shown under the one it is part of, and said; published counts keep theirs."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.analysis.records.cells import Records
from desktop_app.catalogue.spellings import ETHNICITIES, NATURES, YES_NO
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices, Repeated
from desktop_app.presentation.tables.records import records_table
from desktop_app.reading import read_files
from desktop_app.reading.values.spelling import record_spelling_in, spelling_in
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


def test_what_the_file_has_is_kept_beside_what_is_shown(tmp_path: Path) -> None:
    headings = ("Reference", "Date notified", "Ethnicity", "Local authority")
    first = workbook(tmp_path / "a.xlsx", [headings, ("A1", "2021-05-13", "WBRI", "Leeds City Council")])
    second = workbook(
        tmp_path / "b.xlsx",
        [headings, ("B1", "2021-06-13", "White", "Leeds"), ("B2", "2021-06-14", None, "Kent")],
    )
    dataset = read(first, second)
    records = records_table(Records(dataset, np.arange(3)))
    shown = {column.key: place for place, column in enumerate(records.columns)}
    texts = [
        (records.cell(row, shown["ethnicity"]).text, records.tooltip(row, shown["ethnicity"]))
        for row in range(3)
    ]
    assert texts == [("White", "In the file: “WBRI”"), ("White", ""), ("", "")]
    assert records.tooltip(0, shown["local_authority"]) == "In the file: “Leeds City Council”"
    assert records.tooltip(1, shown["local_authority"]) == ""


def test_what_the_file_has_stays_with_its_row_when_repeated_references_go(tmp_path: Path) -> None:
    headings = ("Reference", "Date notified", "Nature", "Local authority")
    rows = [
        ("A1", "2021-05-13", "Death", "Kent"),
        ("A1", "2021-05-14", "Harm", "Leeds"),
        ("A2", "2021-05-15", "SH", "Kent"),
    ]
    file = workbook(tmp_path / "a.xlsx", [headings, *rows])
    dataset = read_files([file], ReadingChoices(repeated=Repeated.LAST), Progress())
    spellings = dataset.spellings["nature"]
    assert [spellings.texts[code] for code in spellings.codes] == ["Harm", "SH"]
