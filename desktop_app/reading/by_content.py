"""Corrects what columns were taken for by their headings where their cells show something else."""

from desktop_app.catalogue.columns import COLUMNS
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import ColumnSpec
from desktop_app.domain.units import Shape
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.headings import key_of
from desktop_app.reading.values.ages import holds_bands, holds_other_bands
from desktop_app.reading.values.kinds import NEARLY_ALL, holds_answers, numbers_children
from desktop_app.reading.values.spelling import record_spelling_in

_AGE_GROUP, _NATURE = (next(spec for spec in COLUMNS if spec.key == key) for key in ("age_group", "nature"))


def by_content(
    specs: tuple[ColumnSpec | None, ...],
    columns: tuple[Cells, ...],
    chosen: Chosen,
    findings: Findings,
) -> tuple[ColumnSpec | None, ...]:
    """Return the columns with what the cells of some show them to be.

    An "age" that holds bands is the age group, and the one column that holds natures of notifications is the
    nature, each where there is no other. An "age" of other bands, a "child" of names, a "SIN" of yes and no
    and a nature of none that is known are not known.
    """
    keys = {spec.key for spec in specs if spec}
    found = list(specs)
    for at, spec in enumerate(specs):
        wished = chosen.correction.column(chosen.labels[at]).meaning is not None
        if spec and spec.key == "age" and _AGE_GROUP.key not in keys and holds_bands(columns[at]):
            found[at] = _AGE_GROUP
        elif spec and not wished and _is_belied(spec, chosen.labels[at], columns[at]):
            found[at] = None
            if spec is _NATURE:
                label = quoted(chosen.labels[at])
                what = f"{label} holds no nature of notifications that is known"
                findings.sheet_wide(ProblemKind.STRUCTURE, what, "Kept as a column of its own.", label)
    keys = {spec.key for spec in found if spec}
    if chosen.family is Shape.NOTIFICATIONS and _NATURE.key not in keys:
        open_to = [
            at for at, label in enumerate(chosen.labels) if chosen.correction.column(label).meaning is None
        ]
        natures = [at for at in open_to if found[at] is None and _holds(columns[at], _NATURE)]
        if len(natures) == 1:
            found[natures[0]] = _NATURE
            label = chosen.labels[natures[0]]
            what = f"{quoted(label)} holds natures of notifications, as its values show"
            findings.sheet_wide(ProblemKind.STRUCTURE, what, f"Taken for {_NATURE.title}.", label)
    return tuple(found)


def _is_belied(spec: ColumnSpec, label: str, cells: Cells) -> bool:
    """Return whether the cells show that a column is not what its heading says."""
    match spec.key:
        case "age":
            return holds_other_bands(cells)
        case "child_number":
            return key_of(label) == "child" and not numbers_children(cells)
        case "reference":
            return holds_answers(cells) or (key_of(label) == "notification" and not _holds_numbers(cells))
        case "nature":
            return cells.share(lambda value: _spelled(value, _NATURE) is not None) == 0
        case _:
            return False


def _holds_numbers(cells: Cells) -> bool:
    """Return whether nearly all filled cells have a digit, as references have."""
    return cells.share(lambda value: any(map(str.isdigit, text_of(value)))) >= NEARLY_ALL


def _holds(cells: Cells, spec: ColumnSpec) -> bool:
    """Return whether nearly all filled cells hold a value of this column, and more than one of them."""
    if cells.share(lambda value: _spelled(value, spec) is not None) < NEARLY_ALL:
        return False
    return len({_spelled(value, spec) for value, _ in cells.filled()} - {None}) > 1


def _spelled(value: Raw, spec: ColumnSpec) -> str | None:
    return record_spelling_in(spec.categories, text_of(value))
