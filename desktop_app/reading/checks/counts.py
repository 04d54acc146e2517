"""Checks published counts against each other: totals, parts, percentages, what suppression leaves open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from desktop_app.catalogue.layouts import CHILDREN, LEVELS, LONDON_PARTS, TOTAL
from desktop_app.catalogue.spellings import REGIONS
from desktop_app.domain.periods import day_label
from desktop_app.domain.problems import ProblemKind
from desktop_app.domain.shorthand import Shorthand, shorthand_of
from desktop_app.domain.units import Nature
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.repeats import lower_title
from desktop_app.reading.values.typed import Typed

Columns = Mapping[str, Typed]

_EXCLUSIVE = {
    "sex",
    "age_group",
    "ethnicity",
}  # a child has one of these; factors and plans it may have several
_THREE = {Nature.DEATH.value, Nature.SERIOUS_HARM.value, Nature.OTHER.value}
_TWO = {Nature.DEATH.value, "Serious harm and other"}
_REGIONS = {category.value for category in REGIONS}
_NATIONAL, _REGIONAL, _ = (level.value for level in LEVELS)
_NUMBER = "Number of notifications"
_PERCENTAGE_POINTS = 0.6  # published to one decimal or none
_KEPT = "Both are used as they stand."


@dataclass(frozen=True, slots=True)
class _Row:
    """What one count is about."""

    period: tuple[str, str]
    level: str
    place: str
    topic: str
    breakdown: str
    nature: str

    @property
    def when(self) -> str:
        """Return the period in words."""
        start, end = (day_label(date.fromisoformat(day)) if day != "NaT" else "?" for day in self.period)
        return f"{start} to {end}"


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total and its parts by name, as positions of rows; `by` says what they are parts by, `when` when."""

    by: str
    total: int
    parts: Mapping[str, int]
    when: str


def check_counts(columns: Columns, findings: Findings) -> None:
    """Note where parts do not make their total, and where hidden numbers follow from those shown."""
    rows = _rows(columns)
    number = columns["number"]
    children = columns.get(CHILDREN)
    for one in _sums(rows):
        _check_sum(one, number, children, findings)
    _check_parts_of_london(rows, findings)
    if "percentage" in columns:
        _check_percentages(rows, columns, findings)


def _rows(columns: Columns) -> list[_Row]:
    starts, ends = (
        columns[key].values.astype("datetime64[D]").astype(str) for key in ("period_start", "period_end")
    )
    level, region, authority, topic, breakdown, nature = (
        _texts(columns[key]) for key in ("level", "region", "local_authority", "topic", "breakdown", "nature")
    )
    return [
        _Row((start, end), where, council or area, about, value, kind)
        for start, end, where, area, council, about, value, kind in zip(
            starts, ends, level, region, authority, topic, breakdown, nature, strict=True
        )
    ]


def _texts(typed: Typed) -> list[str]:
    texts = np.array([*typed.texts, ""], dtype=object)
    return list(texts[typed.values])


def _sums(rows: Sequence[_Row]) -> Iterator[_Sum]:
    """Yield every total that stands beside a complete set of its parts; none where a count is given twice."""
    at = {row: position for position, row in enumerate(rows)}
    if len(at) == len(rows):
        yield from _by_nature(at)
        yield from _by_region(at)
        yield from _by_group(at)


def _by_nature(at: Mapping[_Row, int]) -> Iterator[_Sum]:
    found: dict[_Row, dict[str, int]] = {}
    for row, position in at.items():
        found.setdefault(replace(row, nature=""), {})[row.nature] = position
    for about, parts in found.items():
        for complete in (_THREE, _TWO):
            if complete | {TOTAL} <= parts.keys():
                pieces = {name: parts[name] for name in sorted(complete)}
                yield _Sum("nature", parts[TOTAL], pieces, about.when)


def _by_region(at: Mapping[_Row, int]) -> Iterator[_Sum]:
    found: dict[_Row, dict[str, int]] = {}
    for row, position in at.items():
        if row.level in {_NATIONAL, _REGIONAL}:
            name = row.place if row.level == _REGIONAL else TOTAL
            found.setdefault(replace(row, level="", place=""), {})[name] = position
    for about, parts in found.items():
        if _REGIONS | {TOTAL} <= parts.keys():
            yield _Sum("region", parts[TOTAL], {name: parts[name] for name in sorted(_REGIONS)}, about.when)


def _by_group(at: Mapping[_Row, int]) -> Iterator[_Sum]:
    found: dict[_Row, dict[str, int]] = {}
    for row, position in at.items():
        if row.topic in _EXCLUSIVE:
            found.setdefault(replace(row, breakdown=TOTAL), {})[row.breakdown] = position
    for about, parts in found.items():
        own = parts.pop(TOTAL, None)
        total = at.get(replace(about, topic=TOTAL)) if own is None else own
        if total is not None and len(parts) > 1:
            yield _Sum(lower_title(about.topic), total, parts, about.when)


def _check_parts_of_london(rows: Sequence[_Row], findings: Findings) -> None:
    """Note that parts of London stand beside London itself, which is counted alone."""
    regions = {
        row.place: position for position, row in reversed([*enumerate(rows)]) if row.level == _REGIONAL
    }
    for part in LONDON_PARTS if "London" in regions else ():
        if part in regions:
            what = f"“{part}” is a part of London, which the table gives too"
            problem = (ProblemKind.NARROWER, what, "Shown among the records and not counted beside London.")
            findings.at(regions[part], problem, "Region", part)


def _check_sum(one: _Sum, number: Typed, children: Typed | None, findings: Findings) -> None:
    total = number.values[one.total]
    values = {name: number.values[position] for name, position in one.parts.items()}
    unknown = [name for name, value in values.items() if np.isnan(value)]
    if np.isnan(total) or not all(_hidden(number, one.parts[name]) for name in unknown):
        return
    shown = float(sum(value for value in values.values() if not np.isnan(value)))
    rest = float(total) - shown
    if unknown and rest >= 0:
        _report_open(one, unknown, rest, findings)
    elif abs(rest) > _tolerance([float(total), *values.values()]):
        what = f"The parts by {one.by} sum to {shown:g}, but their total is {total:g} ({one.when})"
        if children is not None and children.values[one.total] == shown:
            what += f"; {shown:g} is the number of children, so the parts seem to count children"
        problem = (ProblemKind.INCONSISTENT, what, _KEPT)
        findings.at(one.total, problem, _NUMBER, f"{total:g}")


def _report_open(one: _Sum, unknown: Sequence[str], rest: float, findings: Findings) -> None:
    names = ", ".join(unknown)
    if len(unknown) == 1:
        what = (
            f"The hidden number for {names} follows from its total and the other parts by {one.by} "
            f"({one.when}): {rest:g}"
        )
    elif rest <= 2 * len(unknown) + 1:
        what = f"{len(unknown)} hidden numbers by {one.by} ({names}) sum to {rest:g} ({one.when})"
    else:
        return
    done = "Kept hidden; suppress a further number before this is passed on."
    findings.at(one.parts[unknown[0]], (ProblemKind.DISCLOSED, what, done), _NUMBER, "")


def _hidden(number: Typed, position: int) -> bool:
    return shorthand_of(number.as_written.get(position, "")) is Shorthand.SUPPRESSED


def _tolerance(values: Sequence[float]) -> float:
    """Return by how much a sum may differ: by nothing, or by what rounding to 5 or 10 explains."""
    known = [value for value in values if not np.isnan(value)]
    for base in (10, 5):
        if all(value % base == 0 for value in known) and any(known):
            return base / 2 * len(known)
    return 0.0


def _check_percentages(rows: Sequence[_Row], columns: Columns, findings: Findings) -> None:
    """Note percentages that are not the count's share of its total."""
    shares, numbers = columns["percentage"].values, columns["number"].values
    if shares.dtype.kind != "f" or np.isnan(shares).all():
        return
    scale = 100.0 if np.nanmax(shares) <= 1 else 1.0
    totals = {
        (row.period, row.level, row.place, row.nature): position
        for position, row in enumerate(rows)
        if row.topic == TOTAL
    }
    for position, row in enumerate(rows):
        whole = totals.get((row.period, row.level, row.place, row.nature))
        if whole is None or row.topic not in _EXCLUSIVE or np.isnan(shares[position] + numbers[position]):
            continue
        expected = 100 * numbers[position] / numbers[whole] if numbers[whole] else np.nan
        given = scale * shares[position]
        if abs(given - expected) > _PERCENTAGE_POINTS:
            what = (
                f"{given:g}% is given where {numbers[position]:g} of {numbers[whole]:g} are {expected:.1f}%"
            )
            findings.at(
                position, (ProblemKind.INCONSISTENT, what, _KEPT), "percentage", f"{shares[position]:g}"
            )
