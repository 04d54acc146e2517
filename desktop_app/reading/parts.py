"""Types one table of records, or a plain one: known columns by their kind, others by what they hold."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop_app.catalogue.columns import COLUMNS, MARKED
from desktop_app.domain.how_read import ColumnReading
from desktop_app.domain.problems import Problem, ProblemKind, SourceAccount
from desktop_app.domain.reading_choices import DateOrder
from desktop_app.domain.shorthand import shorthand_of
from desktop_app.domain.specs import Column, ColumnKind, ColumnSpec
from desktop_app.domain.units import Shape
from desktop_app.reading.added import Coarse, with_added
from desktop_app.reading.by_content import by_content
from desktop_app.reading.checks.findings import Findings, times
from desktop_app.reading.checks.quoting import quoted
from desktop_app.reading.files.grid import Cells
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.families import RECORD_DATES
from desktop_app.reading.finding.headings import column_for
from desktop_app.reading.finding.rows import cut
from desktop_app.reading.finding.siblings import with_siblings_filled
from desktop_app.reading.references import typed_references
from desktop_app.reading.values.ages import typed_age_groups
from desktop_app.reading.values.categories import (
    typed_authorities,
    typed_record_categories,
    typed_several,
)
from desktop_app.reading.values.dates import typed_dates
from desktop_app.reading.values.derived import derived_columns
from desktop_app.reading.values.far_dates import without_far_dates
from desktop_app.reading.values.kinds import kind_of
from desktop_app.reading.values.nature_flags import holds_ticks
from desktop_app.reading.values.numbers import typed_ages, typed_children, typed_numbers
from desktop_app.reading.values.typed import Typed, TypedColumn, examples_of, plain_texts

_MOST_IN_A_LIST = 60
_BY_KEY = {
    "reference": typed_references,
    "local_authority": typed_authorities,
    "age": typed_ages,
    "age_group": typed_age_groups,
    "children": typed_children,
}
_HAPPENED = {*RECORD_DATES, "date_aware"}  # by the time a file tells of it
_CATALOGUE_KEYS = frozenset(spec.key for spec in COLUMNS)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One typed table: its account, its columns, each row's number as Excel shows it, and what was found.

    `family` is NOTIFICATIONS for records of either unit (all parts together decide which), AGGREGATE or
    PLAIN. `wished` is the shape of records that the person chose. `in_sheet`
    describes the sheet's columns where they are not those of the part. `siblings` says that rows were taken
    for further children of the notification above; `coarse` are the columns of dates that tell no more than
    periods of a kind.
    """

    account: SourceAccount
    columns: tuple[TypedColumn, ...]
    rows: npt.NDArray[np.intp]
    family: Shape
    problems: tuple[Problem, ...]
    wished: Shape | None = None
    in_sheet: tuple[ColumnReading, ...] = ()
    siblings: bool = False
    coarse: Coarse = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a column is read: its kind, the catalogue's column it is, and what its dates count from.

    `saved` is the day on which the file was saved, for dates that cannot be later.
    """

    kind: ColumnKind
    spec: ColumnSpec | None = None
    epoch_1904: bool = False
    order: DateOrder | None = None
    saved: date | None = None


def record_part(chosen: Chosen, kinds: Mapping[str, ColumnKind]) -> Part:
    """Return a table of records, or a plain one, typed; `kinds` settles columns that are not known."""
    region, specs, family = chosen.region, chosen.specs, chosen.family
    place = (chosen.id.file, chosen.id.sheet)
    identifying = tuple(
        position for position, spec in enumerate(specs) if spec and spec.key in {"reference", *RECORD_DATES}
    )
    cutting = Findings([place])
    records = family is Shape.NOTIFICATIONS
    table = cut(chosen.grid, region, identifying if records else (), cutting, chosen.hidden_rows)
    findings = Findings([place], table.rows)
    specs = by_content(specs, table.columns, chosen, findings)
    filled = with_siblings_filled(table.columns, specs, findings) if records else table.columns
    _report_rivals(region.headings, specs, findings)
    keys = column_keys(region.headings, specs)
    names = zip(keys, specs, chosen.labels, region.headings, region.columns, strict=True)
    columns: Sequence[TypedColumn] = [
        _column(chosen, cells, _Name(*name), kinds, findings)
        for cells, name in zip(filled, names, strict=True)
    ]
    unknown = [
        (label, cells)
        for label, spec, cells in zip(chosen.labels, specs, filled, strict=True)
        if spec is None and chosen.correction.column(label).meaning is None
    ]
    coarse: Coarse = ()
    if records:
        struck = np.flatnonzero(np.isin(table.rows - 1, chosen.grid.look.struck_rows))
        columns, coarse = with_added(columns, unknown, frozenset(struck.tolist()), findings)
    else:
        columns = (*columns, *derived_columns(columns, findings))
    hidden = chosen.hidden_among(table.rows.tolist())
    account = SourceAccount(*place, table.rows_read, len(table.rows), hidden=hidden)
    problems = (*cutting.problems, *findings.problems)
    wished = chosen.correction.shape if records else None
    siblings = filled is not table.columns
    return Part(
        account, tuple(columns), table.rows, family, problems, wished, siblings=siblings, coarse=coarse
    )


@dataclass(frozen=True, slots=True)
class _Name:
    """What a column is called: its key, the catalogue's column, its label, heading and place."""

    key: str
    spec: ColumnSpec | None
    label: str
    heading: str
    number: int


def _column(
    chosen: Chosen, cells: Cells, name: _Name, kinds: Mapping[str, ColumnKind], findings: Findings
) -> TypedColumn:
    spec = name.spec
    kind = spec.kind if spec else kinds.get(name.key) or kind_of(cells, name.heading)
    title = spec.title if spec else name.label
    order = chosen.correction.column(name.label).date_order
    saved = chosen.saved if name.key in _HAPPENED else None
    manner = Manner(kind, spec, chosen.grid.look.epoch_1904, order, saved)
    typed = typed_column(cells, manner, title, findings)
    report_markers(typed, title, findings)
    made = Column(name.key, title, name.heading, kind, spec is not None, _breaks_down(spec, kind, typed))
    return TypedColumn(made, typed, name.number, examples_of(cells))


def typed_column(cells: Cells, manner: Manner, title: str, findings: Findings) -> Typed:
    """Return the column's values as its kind asks."""
    spec = manner.spec
    if spec is not None and spec.kind is manner.kind and spec.key in _BY_KEY:
        return _BY_KEY[spec.key](cells, title, findings)
    match manner.kind:
        case ColumnKind.DATE:
            typed = typed_dates(cells, title, findings, manner.epoch_1904, manner.order)
            return without_far_dates(cells, typed, title, findings, manner.saved) if spec else typed
        case ColumnKind.NUMBER:
            return typed_numbers(cells, title, findings)
        case ColumnKind.CATEGORY:
            if spec is None and holds_ticks(cells):
                return plain_texts(cells)
            return typed_record_categories(cells, spec.categories if spec else (), title, findings)
        case ColumnKind.SEVERAL:
            return typed_several(cells)
        case ColumnKind.IDENTIFIER | ColumnKind.TEXT:
            return plain_texts(cells)


def report_markers(typed: Typed, title: str, findings: Findings) -> None:
    """Note each shorthand that stands in a column, with its meaning."""
    for written, count in typed.markers.items():
        marker = shorthand_of(written)
        meaning = marker.meaning if marker else ""
        what = f"{quoted(written)} ({meaning}) stands in place of a value {times(count)}"
        findings.sheet_wide(
            ProblemKind.SHORTHAND, what, "Kept as shorthand: neither zero nor blank.", title, written
        )


def column_keys(
    headings: tuple[str, ...],
    specs: tuple[ColumnSpec | None, ...],
    reserved: frozenset[str] = _CATALOGUE_KEYS,
) -> tuple[str, ...]:
    """Return a key for each column: the catalogue's, else made from the heading; no key comes twice."""
    taken = {"source_file", "source_sheet", MARKED, *reserved}
    keys = []
    for position, (heading, spec) in enumerate(zip(headings, specs, strict=True)):
        if spec:
            keys.append(spec.key)
            continue
        stem = re.sub(r"[^a-z0-9]+", "_", heading.casefold()).strip("_") or f"column_{position + 1}"
        key, number = stem, 2
        while key in taken:
            key, number = f"{stem}_{number}", number + 1
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def _breaks_down(spec: ColumnSpec | None, kind: ColumnKind, typed: Typed) -> bool:
    if spec:
        return spec.breakdown
    return kind in {ColumnKind.CATEGORY, ColumnKind.SEVERAL} and 2 <= len(typed.texts) <= _MOST_IN_A_LIST


def _report_rivals(
    headings: tuple[str, ...], specs: tuple[ColumnSpec | None, ...], findings: Findings
) -> None:
    used = {spec.key for spec in specs if spec}
    for heading, spec in zip(headings, specs, strict=True):
        rival = column_for(heading) if spec is None and heading else None
        if rival is not None and rival.key in used:
            what = f"{quoted(heading)} also reads as {rival.title}, which another column already is"
            findings.sheet_wide(ProblemKind.STRUCTURE, what, "Kept as a further column.", heading)
