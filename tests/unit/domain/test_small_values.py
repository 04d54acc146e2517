"""Progress, problems and errors do what their names say."""

import pytest

from desktop_app.domain.errors import Cancelled, UserError
from desktop_app.domain.problems import SourceAccount
from desktop_app.domain.progress import Progress


def test_progress_tells_each_stage_until_it_is_cancelled() -> None:
    heard: list[tuple[str, int, int]] = []
    progress = Progress(lambda *stage: heard.append(stage))
    progress.step("Reading", 3, 10)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.step("Counting")
    assert heard == [("Reading", 3, 10)]
    assert progress.cancelled


def test_rows_read_are_rows_used_and_rows_left_out() -> None:
    assert SourceAccount("a.xlsx", "Sheet1", 61, 58).rows_left_out == 3


def test_an_error_for_the_person_has_a_title_and_a_hint() -> None:
    error = UserError("The file is empty.", "Choose another file.")
    assert (str(error), error.title, error.hint) == (
        "The file is empty.",
        "The file is empty.",
        "Choose another file.",
    )
