"""Makes the nature of notifications from columns that tick it, answer yes or no, or count children."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.listed import words
from desktop_app.catalogue.spellings import NATURES, YES_NO
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.specs import Column, ColumnKind
from desktop_app.domain.units import Nature
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells, Raw, text_of
from desktop_app.reading.values.number_texts import read_number
from desktop_app.reading.values.spelling import spelling_in
from desktop_app.reading.values.typed import Typed, TypedColumn

_WORDS_BESIDE = words(
    "did does was were is are the a of no number num count total how many child children childs who y n yn "
    "yes incident notification sin tick if"
)
_NAMES = {
    Nature.DEATH: ("death", "deaths", "died", "die", "fatal", "fatality", "fatalities", "deceased", "dead"),
    Nature.SERIOUS_HARM: (
        *("harm", "harmed", "serious harm", "seriously harmed", "serious injury", "serious injuries"),
        *("injured", "seriously injured", "seriously hurt"),
    ),
    Nature.OTHER: ("other", "other harm"),
}
_TICKS = frozenset({"x", "✓", "✔", "√", "☑", "☒", "✗", "tick", "ticked"})
_NO = frozenset({"-", "–", "☐", "none", "nil", "n/a", "na"})
_MOST_VALUES = 40
_BLANK, _UNCERTAIN = 0, -1


@dataclass(frozen=True, slots=True, eq=False)
class _Flag:
    """A column that says of each row whether it is of a nature: how many children, 0, or not certain (-1)."""

    nature: Nature
    label: str
    said: npt.NDArray[np.int32]


def holds_ticks(cells: Cells) -> bool:
    """Return whether a column holds ticks such as x and nothing else."""
    if len(cells.values) > _MOST_VALUES:
        return False
    ticks = {text_of(value).casefold() for value, _ in cells.filled()}
    return bool(ticks) and ticks <= _TICKS


def says_yes(text: str) -> bool:
    """Return whether a cell is a tick or a yes."""
    return _said(text) == 1


def nature_of(heading: str) -> Nature | None:
    """Return the nature that a heading such as "Died?" or "No. of children seriously harmed" asks for."""
    written = frozenset(re.findall(r"[a-z]+", heading.casefold().replace("'", "").replace("’", "")))
    left = written - _WORDS_BESIDE
    found = [nature for nature, names in _NAMES.items() if any(left == {*name.split()} for name in names)]
    return found[0] if len(found) == 1 else None


def flagged_columns(
    labels: Sequence[str], columns: Sequence[Cells], keys: Collection[str], findings: Findings
) -> tuple[TypedColumn, ...]:
    """Return the nature of each row where columns of their own say of deaths and of serious harm.

    A row for which none says yes, or more than one, has no nature, and the latter is reported. Where these
    columns count, their sum is the number of children. Nothing is added for which the file has one of `keys`.
    """
    if "nature" in keys:
        return ()
    flags = [
        flag
        for label, cells in zip(labels, columns, strict=True)
        if (flag := _flag(label, cells)) is not None
    ]
    natures = [flag.nature for flag in flags]
    if not {Nature.DEATH, Nature.SERIOUS_HARM} <= {*natures} or len({*natures}) < len(natures):
        return ()
    said = np.array([flag.said for flag in flags])
    _report(flags, said > 0, findings)
    named = " and ".join((", ".join(flag.label for flag in flags[:-1]), flags[-1].label))
    column = Column("nature", f"Nature (from {named})", "", ColumnKind.CATEGORY, True, True)
    found = [TypedColumn(column, _natures(natures, said))]
    if said.max() > 1 and "children" not in keys:
        column = Column("children", f"Number of children (from {named})", "", ColumnKind.NUMBER, True)
        told = (said.sum(axis=0) > 0) & ~(said == _UNCERTAIN).any(axis=0)
        found.append(TypedColumn(column, Typed(np.where(told, said.sum(axis=0), np.nan))))
        what, done = (
            "The file counts children in these columns",
            "A column Number of children was added: their sum.",
        )
        findings.sheet_wide(ProblemKind.STRUCTURE, what, done, named)
    return tuple(found)


def _natures(natures: Sequence[Nature], said: npt.NDArray[np.int32]) -> Typed:
    yes = said > 0
    sure = (yes.sum(axis=0) == 1) & ~(said == _UNCERTAIN).any(axis=0)
    order = [category.value for category in NATURES]
    texts = tuple(sorted((str(nature) for nature in natures), key=order.index))
    place = np.array([texts.index(str(nature)) for nature in natures], np.int32)
    return Typed(np.where(sure, place[yes.argmax(axis=0)], -1).astype(np.int32), texts)


def _report(flags: Sequence[_Flag], yes: npt.NDArray[np.bool_], findings: Findings) -> None:
    names = " and ".join(quoted(flag.label) for flag in flags)
    findings.sheet_wide(
        ProblemKind.STRUCTURE,
        f"{names} say of each row what was notified",
        "A column Nature was added from them.",
    )
    for position in map(int, np.flatnonzero(yes.sum(axis=0) > 1)):
        both = " and ".join(
            quoted(flag.label) for flag, said in zip(flags, yes[:, position], strict=True) if said
        )
        problem = (
            ProblemKind.INCONSISTENT,
            f"{both} are both said",
            "Counted, but as no nature that is known.",
        )
        findings.at(position, problem, "Nature", "")


def _flag(label: str, cells: Cells) -> _Flag | None:
    """Return a column as a flag: its heading names a nature, and nearly all of its cells say yes or no."""
    nature = nature_of(label)
    if nature is None or len(cells.values) > _MOST_VALUES:
        return None
    counts = cells.counts()
    table = np.array([_said(value) for value in cells.values], np.int32)
    uncertain = int(counts[table == _UNCERTAIN].sum())
    if not counts[table > 0].sum() or uncertain > 0.1 * counts[1:].sum():
        return None
    return _Flag(nature, label, table[cells.codes])


def _said(value: Raw) -> int:
    """Return of how many children a cell says yes: 0 for no or blank, -1 where it is not certain."""
    text = text_of(value).casefold()
    number = read_number(value)
    if number is not None:
        return int(number) if number >= 0 and number == int(number) else _UNCERTAIN
    if not text or text in _NO:
        return _BLANK
    if text in _TICKS:
        return 1
    return {"Yes": 1, "No": _BLANK}.get(spelling_in(YES_NO, text) or "", _UNCERTAIN)
