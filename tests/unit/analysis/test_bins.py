"""Answers by code, looked up for every row at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.records.bins import look_up


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.uint16, np.int16, np.int32])
@given(st.data(), st.lists(st.booleans(), min_size=1, max_size=100))
def test_every_row_has_the_answer_of_its_code(kind: type, data: st.DataObject, answers: list[bool]) -> None:
    lowest = -1 if np.issubdtype(kind, np.signedinteger) else 0
    codes = data.draw(st.lists(st.integers(lowest, len(answers) - 1), max_size=50))
    found = look_up(np.array(answers), np.array(codes, dtype=kind))
    assert found.tolist() == [answers[code] for code in codes]


def test_no_rows_need_no_answers() -> None:
    assert look_up(np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.uint8)).tolist() == []
