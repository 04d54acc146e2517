"""Records give what stands in the file, by position as shown."""

from datetime import date

import numpy as np

from desktop_app.analysis.records.cells import Records
from desktop_app.domain.shorthand import Shorthand
from desktop_app.domain.units import Shape
from tests.support.datasets import records


def test_cells_are_given_as_values_or_as_written() -> None:
    dataset = records(
        {
            "reference": ["00123", None, "B"],
            "date_notified": ["2021-03-05", None, None],
            "children": [2, None, None],
            "sex": ["Male", "c", "x"],
        },
        shorthand={"sex": ("c",)},
        as_written={"date_notified": {1: "31/02/2021"}, "children": {1: "[x]", 2: "two"}},
    )
    shown = Records(dataset, np.array([2, 1, 0]))
    assert shown.row_count == 3
    assert [column.key for column in shown.columns] == ["reference", "date_notified", "children", "sex"]
    assert [shown.value(2, column) for column in range(4)] == ["00123", date(2021, 3, 5), 2.0, "Male"]
    assert [shown.value(1, column) for column in range(4)] == [None, None, None, "c"]
    assert [shown.written(1, column) for column in range(4)] == [None, "31/02/2021", "[x]", None]
    assert [shown.shorthand(1, column) for column in range(4)] == [
        None,
        None,
        Shorthand.NOT_AVAILABLE,
        Shorthand.SUPPRESSED,
    ]
    assert shown.written(0, 2) == "two"
    assert shown.shorthand(0, 3) is None  # a value of the column that merely looks like shorthand
    assert [shown.row_number(row) for row in range(3)] == [4, 3, 2]
    assert shown.source(0).file == "made.xlsx"


def test_other_rows_of_a_notification_are_found_filtered_out_or_not():
    dataset = records({"reference": ("a", "b", "a", None), "age": (1, 2, 3, 4)}, Shape.CHILDREN)
    shown = Records(dataset, np.array([3, 2]))
    others = shown.others(1)
    assert [others.value(row, 1) for row in range(others.row_count)] == [1]
    assert shown.others(0).row_count == 0


def test_filled_cells_are_counted_and_numbers_added_up_over_spans_of_rows():
    dataset = records(
        {"reference": ("a", "b", None, "d"), "children": (1, 2, None, None)},
        as_written={"children": {3: "several"}},
    )
    shown = Records(dataset, np.array([3, 2, 1, 0]))
    assert shown.amounts([(0, 2), (3, 4)], 0) == (2, None)
    assert shown.amounts([(0, 2), (3, 4)], 1) == (2, 1.0)
    assert shown.amounts([], 1) == (0, 0.0)
