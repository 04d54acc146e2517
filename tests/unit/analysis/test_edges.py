"""Ctrl with an arrow key goes along rows and columns from block to block, as in a spreadsheet program."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.records.cells import Records, edge
from desktop_app.domain.specs import ColumnKind
from tests.support.datasets import records


def line(cells: str) -> np.ndarray:
    return np.array([cell == "x" for cell in cells])


@pytest.mark.parametrize(
    ("cells", "at", "on", "back"),
    [
        ("xxx", 0, 2, 0),
        ("xx.x", 0, 1, 0),
        ("xx.x", 1, 3, 0),
        ("x..x", 0, 3, 0),
        ("...x", 1, 3, 0),
        (".x..", 2, 3, 1),
        ("x.xx.", 3, 4, 2),
        ("....", 1, 3, 0),
        (".", 0, 0, 0),
    ],
)
def test_the_end_of_a_block_the_next_block_or_the_end(cells: str, at: int, on: int, back: int) -> None:
    assert (edge(line(cells), at, 1), edge(line(cells), at, -1)) == (on, back)


@given(st.lists(st.booleans(), min_size=1), st.data())
def test_backwards_is_forwards_in_a_mirror(cells: list[bool], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(cells) - 1))
    mirrored = len(cells) - 1 - edge(np.array(cells[::-1]), len(cells) - 1 - at, 1)
    assert edge(np.array(cells), at, -1) == mirrored


def test_zero_shorthand_and_what_was_not_understood_are_content_in_the_order_shown() -> None:
    made = records(
        {"age": [0, None, None, 3], "cause": [None, "c", None, "Neglect"], "sex": ["Male", None, None, None]},
        kinds={"age": ColumnKind.NUMBER},
        as_written={"age": {1: "about two"}},
    )
    shown = Records(made, np.array([3, 2, 1, 0]))
    assert [shown.edge_down(0, column, 1) for column in range(3)] == [2, 2, 3]
    assert shown.edge_down(2, 0, 1) == 3  # 0 is a number like any other
    assert shown.edge_across(0, (0, 1, 2), 0, 1) == 1
    assert shown.edge_across(2, (2, 1, 0), 0, 1) == 1
    assert shown.edge_across(3, (0, 1, 2), 0, 1) == 2
