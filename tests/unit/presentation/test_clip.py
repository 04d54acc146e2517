"""Very many cells are copied just as few are, each different one made once."""

from datetime import date

import numpy as np
import pytest

from desktop_app.analysis.dataset import Dataset
from desktop_app.analysis.records.cells import Records
from desktop_app.domain.errors import Cancelled
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import ColumnKind
from desktop_app.presentation.tables import clip
from desktop_app.presentation.tables.clip import cells_clip, records_clip
from desktop_app.presentation.tables.records import records_table
from tests.support.datasets import records

ORDER = np.array([5, 0, 3, 1, 2, 4])


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return records(
        {
            "reference": ["a", "=1+1", None, "a", "b\tc", "d"],
            "date_notified": ["2021-03-05", None, "2021-03-05", None, date(2020, 2, 29), None],
            "age": [0, None, None, 0, 3.5, None],
            "cause": ["Neglect", "c", "Neglect", None, "Suicide", "c"],
        },
        kinds={"age": ColumnKind.NUMBER},
        shorthand={"cause": ("c",)},
        as_written={"age": {1: "about two", 5: "about two"}, "date_notified": {3: "31/02/2021"}},
    )


def together(pieces: clip.Clip) -> tuple[str, str]:
    texts, htmls = zip(*pieces, strict=True)
    return "".join(texts), "".join(htmls)


@pytest.mark.parametrize("rows", [range(6), range(2, 5), [0, 3, 5], range(0)])
@pytest.mark.parametrize("step", [1, 4, 500])
def test_the_same_text_and_html_as_cell_by_cell(
    dataset: Dataset, rows: range, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "STEP", step)
    shown = records_table(Records(dataset, ORDER))
    many, few = records_clip(shown, rows, (3, 0, 1, 2), Progress()), cells_clip(shown, rows, (3, 0, 1, 2))
    assert together(many) == together(few)


def test_of_more_rows_than_can_be_pasted_as_a_table_there_is_text_only(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "MOST_AS_HTML", 5)
    shown = records_table(Records(dataset, ORDER))
    text, html = together(records_clip(shown, range(6), (0, 2), Progress()))
    assert text.split("\n")[1:] == [
        "d\tabout two",
        "a\t0",
        "a\t0",
        "'=1+1\tabout two",
        "\t",
        "b c\t3.5",
    ]
    assert html == ""


def test_one_row_stands_for_all_that_are_alike_but_never_for_what_was_not_understood(
    dataset: Dataset,
) -> None:
    shown = Records(dataset, ORDER)
    firsts, places = shown.alike(range(6), 0)
    assert [firsts[place] for place in places] == [0, 1, 1, 3, 4, 5]
    firsts, places = shown.alike(range(6), 2)
    assert [firsts[place] for place in places] == [0, 1, 1, 3, 4, 5]
    firsts, places = shown.alike([0, 2, 1, 4], 1)  # blank, not understood, a day, the same day
    assert [firsts[place] for place in places] == [0, 2, 1, 1]


def test_copying_can_be_stopped(dataset: Dataset) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        together(records_clip(records_table(Records(dataset, ORDER)), range(6), (0,), progress))
