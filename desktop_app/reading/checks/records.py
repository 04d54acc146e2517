"""Checks with meaning: needed values that are missing, and values that cannot both be true."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.records.plausible import MANY_CHILDREN, impossible_children
from desktop_app.catalogue.columns import column
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.units import Nature, Shape
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.repeats import lower_title
from desktop_app.reading.values.derived import completed_years
from desktop_app.reading.values.places import authority_of
from desktop_app.reading.values.typed import Typed

_NEEDED = ("reference", "date_notified", "date_of_incident", "nature")
_OLDEST = 25  # care leavers are notified up to this age
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
    _check_age(columns, findings)
    _check_region(columns, findings)


def check_records(columns: Columns, shape: Shape, findings: Findings) -> None:
    """Note what only all tables together show: unlikely numbers of children, deaths of several."""
    if shape is Shape.NOTIFICATIONS:
        _check_children(columns, findings)
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


def _check_children(columns: Columns, findings: Findings) -> None:
    if "children" not in columns:
        return
    given = columns["children"].values
    for position in map(int, np.flatnonzero(impossible_children(given))):
        number = f"{given[position]:g}"
        what = f"{number} is no number of children that a notification can concern"
        problem = (ProblemKind.INCONSISTENT, what, "Counted as if the number were not given.")
        findings.at(position, problem, _title("children"), number)
    odd = ~impossible_children(given) & ((given == 0) | (given > MANY_CHILDREN))
    for position in map(int, np.flatnonzero(odd)):
        number = f"{given[position]:g}"
        what = f"{number} children are given for one notification, which is more than {MANY_CHILDREN}"
        if number == "0":
            what = "0 children are given for a notification, which concerns one child at least"
        problem = (ProblemKind.INCONSISTENT, what, "Counted as it stands.")
        findings.at(position, problem, _title("children"), number)


def _check_order(earlier: str, later: str, columns: Columns, findings: Findings) -> None:
    first, second = columns[earlier].values, columns[later].values
    for position in map(int, np.flatnonzero(second < first)):
        what = (
            f"{_title(later)} ({_day(second[position])}) is before "
            f"{lower_title(earlier)} ({_day(first[position])})"
        )
        problem = (ProblemKind.INCONSISTENT, what, "Both dates are used as they stand.")
        findings.at(position, problem, _title(later), _day(second[position]))


def _check_age(columns: Columns, findings: Findings) -> None:
    """Note ages that no young person has, and those more than a year off the date of birth."""
    ages = columns["age"].values if "age" in columns else np.zeros(0)
    for position in map(int, np.flatnonzero((ages < 0) | (ages > _OLDEST))):
        what = f"{ages[position]:g} is no age of a child or young person"
        problem = (ProblemKind.INCONSISTENT, what, "Used as it stands, in no age group of children.")
        findings.at(position, problem, _title("age"), f"{ages[position]:g}")
    if not {"age", "date_of_birth", "date_of_incident"} <= columns.keys():
        return
    given = columns["age"].values
    reckoned = completed_years(columns["date_of_birth"].values, columns["date_of_incident"].values)
    for position in map(int, np.flatnonzero(np.abs(given - reckoned) > 1)):
        born = _day(columns["date_of_birth"].values[position])
        what = f"Age is {given[position]:g}, but a child born on {born} was {reckoned[position]:g}"
        problem = (ProblemKind.INCONSISTENT, what, "Both are used as they stand.")
        findings.at(position, problem, _title("age"), f"{given[position]:g}")


def _check_region(columns: Columns, findings: Findings) -> None:
    """Note local authorities that stand beside another region than the one they are in."""
    authority, region = columns.get("local_authority"), columns.get("region")
    if authority is None or region is None or not region.texts:
        return
    names = {category.value for category in REGIONS}
    places = [authority_of(text) for text in authority.texts]
    own = np.array([*(place.region if place else "" for place in places), ""], dtype=object)
    given = np.array([*(text if text in names else "" for text in region.texts), ""], dtype=object)
    expected, written = own[authority.values], given[region.values]
    wrong = (expected != "") & (written != "") & (expected != written)
    for position in map(int, np.flatnonzero(wrong)):
        name = authority.texts[authority.values[position]]
        what = f"{name} is in {expected[position]}, not in {written[position]}"
        problem = (ProblemKind.INCONSISTENT, what, "Both are used as they stand.")
        findings.at(position, problem, _title("region"), str(written[position]))


def _deaths_of_several(columns: Columns) -> npt.NDArray[np.intp]:
    nature, children = columns.get("nature"), columns.get("children")
    if nature is None or children is None or Nature.DEATH not in nature.texts:
        return np.zeros(0, np.intp)
    died = nature.values == nature.texts.index(Nature.DEATH)
    return np.flatnonzero(died & (children.values > 1) & ~impossible_children(children.values))


def _title(key: str) -> str:
    spec = column(key)
    return spec.title if spec else key.replace("_", " ")


def _day(day: np.datetime64) -> str:
    year, month, of_month = str(day)[:10].split("-")
    return f"{of_month}/{month}/{year}"
