"""Decides from the evidence whether a row of records is a notification or a child."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.domain.specs import TableShape
from desktop_app.domain.units import Shape
from desktop_app.reading.values.typed import Typed

_OF_THE_CHILD = tuple(spec.key for spec in COLUMNS if spec.personal)
_OF_THE_NOTIFICATION = ("date_notified", "date_of_incident", "local_authority", "region")
_ENOUGH = 0.5  # of the references that are repeated must show that their rows are different children
_MOST_LOOKED_AT = 2000

Columns = Mapping[str, Typed]


def record_shape(columns: Columns) -> TableShape:
    """Return what one row stands for, and why."""
    if not any(len(typed.values) for typed in columns.values()):
        return TableShape(Shape.NOTIFICATIONS, "there are no records yet that could tell otherwise")
    reference = columns.get("reference")
    if reference is None:
        return _without_references(columns)
    groups = repeated_references(reference)
    if not groups:
        if "child_number" in columns:
            return TableShape(Shape.CHILDREN, "there is a column that numbers the children")
        return TableShape(Shape.NOTIFICATIONS, "each reference stands in one row")
    verb = "stands" if len(groups) == 1 else "stand"
    words = f"{len(groups):,} of {_distinct(reference):,} references {verb} in several rows"
    looked_at = groups[:_MOST_LOOKED_AT]
    siblings = sum(_are_children(rows, columns) for rows in looked_at)
    if siblings >= _ENOUGH * len(looked_at):
        return TableShape(Shape.CHILDREN, f"{words}, and those rows are about different children")
    return TableShape(
        Shape.NOTIFICATIONS, f"{words}, but nothing shows that those rows are different children"
    )


def repeated_references(reference: Typed) -> list[npt.NDArray[np.intp]]:
    """Return the positions of the rows of each reference that stands in more than one row."""
    codes = reference.values
    order = np.argsort(codes, kind="stable")
    order = order[codes[order] >= 0]
    counts = np.bincount(codes[order], minlength=len(reference.texts))
    repeated = counts > 1
    ends = np.cumsum(counts)[repeated]
    return [order[end - count : end] for end, count in zip(ends, counts[repeated], strict=True)]


def _without_references(columns: Columns) -> TableShape:
    if "child_number" in columns:
        return TableShape(
            Shape.CHILDREN, "there is a column that numbers the children, but none with references"
        )
    return TableShape(
        Shape.NOTIFICATIONS, "there is no column with references, so each row is taken for one notification"
    )


def _are_children(rows: npt.NDArray[np.intp], columns: Columns) -> bool:
    """Return whether rows with one reference are about different children of one notification."""
    if "child_number" in columns:
        numbers = columns["child_number"].values[rows]
        return len(np.unique(numbers)) == len(rows)
    children = columns.get("children")
    if children is not None and (children.values[rows] == len(rows)).all():
        return True
    if any(_differ(columns[key], rows) for key in _OF_THE_NOTIFICATION if key in columns):
        return False
    return any(_differ(columns[key], rows) for key in _OF_THE_CHILD if key in columns)


def _differ(typed: Typed, rows: npt.NDArray[np.intp]) -> bool:
    known = rows[typed.known()[rows]]
    return len(np.unique(typed.values[known])) > 1


def _distinct(reference: Typed) -> int:
    return len(np.unique(reference.values[reference.values >= 0]))
