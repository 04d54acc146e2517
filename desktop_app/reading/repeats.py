"""Finds rows that share a reference they should not share, and leaves out those that are not wished."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.columns import column
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.reading_choices import Repeated
from desktop_app.domain.units import Shape
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.finding.shapes import repeated_references
from desktop_app.reading.values.typed import Typed

Columns = Mapping[str, Typed]

_DONE = {
    Repeated.ALL: (ProblemKind.DUPLICATE, "Both rows are kept; the reference counts as one notification."),
    Repeated.FIRST: (ProblemKind.LEFT_OUT, "The row is left out, as you wished: the first one is kept."),
    Repeated.LAST: (ProblemKind.LEFT_OUT, "The row is left out, as you wished: the last one is kept."),
}


def without_repeats(
    columns: Columns, shape: Shape, wish: Repeated, findings: Findings
) -> npt.NDArray[np.bool_] | None:
    """Note the rows whose reference (per child: with its child) another row has; return which to keep.

    None stands for all rows.
    """
    reference = columns.get("reference")
    if reference is None:
        return None
    kind, done = _DONE[wish]
    left_out: list[int] = []
    spec = column("reference")
    for positions in _groups(columns, reference, shape):
        kept = positions[-1] if wish is Repeated.LAST else positions[0]
        for position in positions:
            if position == kept:
                continue
            what = _what(position, kept, columns, shape, findings)
            name = reference.texts[reference.values[position]]
            findings.at(position, (kind, what, done), spec.title if spec else None, name)
            left_out.append(position)
    if wish is Repeated.ALL or not left_out:
        return None
    keep = np.ones(len(reference.values), np.bool_)
    keep[left_out] = False
    return keep


def _groups(columns: Columns, reference: Typed, shape: Shape) -> Iterator[list[int]]:
    """Yield the positions of rows that should be one."""
    for group in repeated_references(reference):
        marks: dict[object, list[int]] = {}
        for position in map(int, group):
            marks.setdefault(_mark(columns, shape, position), []).append(position)
        yield from (positions for positions in marks.values() if len(positions) > 1)


def _mark(columns: Columns, shape: Shape, position: int) -> object:
    """Return what no two rows of one reference may share: anything at all, or the child."""
    if shape is not Shape.CHILDREN:
        return None
    numbers = columns.get("child_number")
    if numbers is not None and numbers.values[position] >= 0:
        return int(numbers.values[position])
    return tuple(str(typed.values[position]) for key, typed in columns.items() if key not in _SOURCES)


def _what(position: int, other: int, columns: Columns, shape: Shape, findings: Findings) -> str:
    where = findings.place_of(other, position)
    differing = [
        lower_title(key)
        for key, typed in columns.items()
        if key not in _SOURCES and _differs(typed, position, other)
    ]
    with_what = f"another {_listed(differing)}" if differing else "the same values"
    child = "The reference with this child" if shape is Shape.CHILDREN else "The reference"
    return f"{child} also stands in {where}, with {with_what}"


def lower_title(key: str) -> str:
    """Return a column's name as it stands inside a sentence."""
    spec = column(key)
    title = spec.title if spec else key.replace("_", " ")
    return title[:1].lower() + title[1:]


_SOURCES = ("source_file", "source_sheet")


def _differs(typed: Typed, one: int, other: int) -> bool:
    values = typed.values[[one, other]]
    if values.dtype.kind in "fM":
        known = ~np.isnan(values) if values.dtype.kind == "f" else ~np.isnat(values)
        return bool(known.any()) and bool(values[0] != values[1])
    return bool(values[0] != values[1])


def _listed(words: Sequence[str]) -> str:
    shown = [*words[:3], f"{len(words) - 3} more"] if len(words) > 4 else list(words)
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
