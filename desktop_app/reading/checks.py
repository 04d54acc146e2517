"""Checks with meaning: needed values that are missing, and values that cannot both be true."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.columns import column
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Nature, Shape
from desktop_app.reading.findings import Findings, times
from desktop_app.reading.shapes import repeated_references
from desktop_app.reading.typed import Typed

_NEEDED = ("reference", "date_notified", "date_of_incident", "nature")
_IN_ORDER = (("date_of_incident", "date_notified"), ("date_of_birth", "date_notified"))

Columns = Mapping[str, Typed]


def check_part(columns: Columns, findings: Findings) -> None:
    """Note in one table which needed values are missing and which dates stand in an impossible order."""
    for key in _NEEDED:
        if key in columns:
            _check_missing(key, columns[key], findings)
    for earlier, later in _IN_ORDER:
        if earlier in columns and later in columns:
            _check_order(earlier, later, columns, findings)


def check_records(columns: Columns, shape: Shape, findings: Findings) -> None:
    """Note what only all tables together show: references used twice, deaths of more than one child."""
    reference = columns.get("reference")
    if reference is not None:
        for group in repeated_references(reference):
            name = reference.texts[reference.values[group[0]]]
            for position, what in _duplicates(group, columns, shape, findings):
                done = "Both rows are kept; the reference counts as one notification."
                findings.at(position, (ProblemKind.DUPLICATE, what, done), _title("reference"), name)
    if shape is Shape.NOTIFICATIONS:
        for position in _deaths_of_several(columns):
            what = "A child death is notified for more than one child; a notification of a death concerns one"
            children = f"{columns['children'].values[position]:g}"
            problem = (ProblemKind.INCONSISTENT, what, "Counted as it stands.")
            findings.at(int(position), problem, _title("children"), children)


def _check_missing(key: str, typed: Typed, findings: Findings) -> None:
    missing = int((~typed.known()).sum()) - len(typed.as_written)
    if missing:
        done = "Used all the same" + (", but in no period by this date." if key.startswith("date") else ".")
        what = f"{_title(key)} is blank {times(missing)}"
        findings.sheet_wide(ProblemKind.MISSING, what, done, _title(key))


def _check_order(earlier: str, later: str, columns: Columns, findings: Findings) -> None:
    first, second = columns[earlier].values, columns[later].values
    for position in map(int, np.flatnonzero(second < first)):
        what = (
            f"{_title(later)} ({_day(second[position])}) is before "
            f"{_lower(earlier)} ({_day(first[position])})"
        )
        problem = (ProblemKind.INCONSISTENT, what, "Both dates are used as they stand.")
        findings.at(position, problem, _title(later), _day(second[position]))


def _duplicates(
    group: npt.NDArray[np.intp], columns: Columns, shape: Shape, findings: Findings
) -> Iterator[tuple[int, str]]:
    """Yield the position of each row that should not share its reference with an earlier one, and why."""
    seen: dict[object, int] = {}
    for position in map(int, group):
        earlier = seen.setdefault(_mark(columns, shape, position), position)
        if earlier == position:
            continue
        where = findings.place_of(earlier, position)
        differing = [_lower(key) for key, typed in columns.items() if _differs(typed, position, earlier)]
        with_what = f"another {_listed(differing)}" if differing else "the same values"
        child = "The reference with this child" if shape is Shape.CHILDREN else "The reference"
        yield position, f"{child} also stands in {where}, with {with_what}"


def _mark(columns: Columns, shape: Shape, position: int) -> object:
    """Return what no two rows of one reference may share: anything at all, or the child."""
    if shape is not Shape.CHILDREN:
        return None
    numbers = columns.get("child_number")
    if numbers is not None and numbers.values[position] >= 0:
        return int(numbers.values[position])
    return tuple(str(typed.values[position]) for typed in columns.values())


def _differs(typed: Typed, one: int, other: int) -> bool:
    known = typed.known()
    return bool(known[one] or known[other]) and bool(typed.values[one] != typed.values[other])


def _listed(words: Sequence[str]) -> str:
    shown = [*words[:3], f"{len(words) - 3} more"] if len(words) > 4 else list(words)
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _deaths_of_several(columns: Columns) -> npt.NDArray[np.intp]:
    nature, children = columns.get("nature"), columns.get("children")
    if nature is None or children is None or Nature.DEATH not in nature.texts:
        return np.zeros(0, np.intp)
    died = nature.values == nature.texts.index(Nature.DEATH)
    return np.flatnonzero(died & (children.values > 1))


def _title(key: str) -> str:
    spec = column(key)
    return spec.title if spec else key.replace("_", " ")


def _lower(key: str) -> str:
    title = _title(key)
    return title[:1].lower() + title[1:]


def _day(day: np.datetime64) -> str:
    year, month, of_month = str(day)[:10].split("-")
    return f"{of_month}/{month}/{year}"
