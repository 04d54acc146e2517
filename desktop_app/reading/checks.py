"""Checks with meaning: needed values that are missing, and values that cannot both be true."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.columns import column
from desktop_app.domain.problems import Problem, ProblemKind, SourceAccount
from desktop_app.domain.units import Nature, Shape
from desktop_app.reading.findings import Findings, times
from desktop_app.reading.shapes import repeated_references
from desktop_app.reading.typed import Typed

_NEEDED = ("reference", "date_notified", "date_of_incident", "nature")
_IN_ORDER = (("date_of_incident", "date_notified"), ("date_of_birth", "date_notified"))
_NOT_COMPARED = {"outline", "source_file", "source_sheet"}

Columns = Mapping[str, Typed]


def check_part(columns: Columns, findings: Findings) -> None:
    """Note in one table which needed values are missing and which dates stand in an impossible order."""
    for key in _NEEDED:
        if key in columns:
            typed = columns[key]
            missing = int((~typed.known()).sum()) - len(typed.as_written)
            if missing:
                done = "The rows are used" + ("; they are in no period by this date." if key.startswith("date") else ".")
                findings.sheet_wide(ProblemKind.MISSING, f"{_title(key)} is blank {times(missing)}", done, _title(key))
    for earlier, later in _IN_ORDER:
        if earlier in columns and later in columns:
            for position in np.flatnonzero(columns[later].values < columns[earlier].values):
                what = f"{_title(later)} ({_day(columns[later], position)}) is before {_lower(earlier)} ({_day(columns[earlier], position)})"
                findings.at(
                    int(position), (ProblemKind.INCONSISTENT, what, "Both dates are used as they stand."), _title(later), ""
                )


def check_records(
    columns: Columns, shape: Shape, rows: Sequence[int] | npt.NDArray[np.intp], source_of: npt.NDArray[np.intp], sources: Sequence[SourceAccount]
) -> tuple[Problem, ...]:
    """Return what only all tables together show: references used twice, and children that do not add up."""
    found: list[Problem] = []

    def note(position: int, kind: ProblemKind, key: str, value: str, what: str, done: str) -> None:
        source = sources[int(source_of[position])]
        found.append(Problem(kind, source.file, source.sheet, int(rows[position]), _title(key), value, what, done))

    reference = columns.get("reference")
    groups = repeated_references(reference) if reference is not None else []
    for group in groups if reference is not None else []:
        name = reference.texts[reference.values[group[0]]]
        for position, other, what in _duplicates(group, columns, shape):
            where = f"row {int(rows[other])}"
            done = "Both rows are kept; the reference is counted as one notification."
            note(position, ProblemKind.DUPLICATE, "reference", name, what.format(where=where), done)
    if shape is Shape.NOTIFICATIONS:
        for position in _deaths_of_several(columns):
            what = "A child death is notified for more than one child; a notification of a death concerns one"
            children = f"{columns['children'].values[position]:g}"
            note(int(position), ProblemKind.INCONSISTENT, "children", children, what, "Counted as it stands.")
    return tuple(found)


def _duplicates(group: npt.NDArray[np.intp], columns: Columns, shape: Shape) -> list[tuple[int, int, str]]:
    """Return position, earlier position and words for each row that should not share its reference."""
    numbers = columns.get("child_number")
    found = []
    seen: dict[object, int] = {}
    for at in map(int, group):
        if shape is Shape.CHILDREN:
            mark: object = int(numbers.values[at]) if numbers is not None else _row_key(columns, at)
            words = "The same child of the same notification stands in {where}" if numbers is not None else "The row is the same as {where}"
        else:
            mark, words = 0, ""
        if mark not in seen:
            seen[mark] = at
            continue
        first = seen[mark]
        if not words:
            differing = [_lower(key) for key, typed in columns.items() if key not in _NOT_COMPARED and _differs(typed, at, first)]
            rest = f", with another {_listed(differing)}" if differing else ", with the same values"
            found.append((at, first, f"The reference also stands in {{where}}{rest}"))
        else:
            found.append((at, first, words))
    return found


def _row_key(columns: Columns, at: int) -> tuple[object, ...]:
    return tuple(str(typed.values[at]) for typed in columns.values())


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
    return np.flatnonzero((nature.values == nature.texts.index(Nature.DEATH)) & (children.values > 1))


def _title(key: str) -> str:
    spec = column(key)
    return spec.title if spec else key


def _lower(key: str) -> str:
    title = _title(key)
    return title[:1].lower() + title[1:]


def _day(typed: Typed, position: int) -> str:
    day = typed.values[position].item()
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
