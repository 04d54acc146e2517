"""Types a table in one of the layouts in which DfE publishes counts of notifications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from desktop_app.catalogue.columns import column
from desktop_app.catalogue.layouts import (
    CHILDREN,
    COMPLETE,
    LEVELS,
    LONDON_PARTS,
    PERIOD_STATUS,
    TOPIC_COLUMNS,
    TOTAL,
)
from desktop_app.catalogue.spellings import NATURES, REGIONS
from desktop_app.domain.problems import ProblemKind, SourceAccount
from desktop_app.domain.specs import Category, Column, ColumnKind
from desktop_app.domain.units import Shape
from desktop_app.reading.checks.counts import check_counts
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.quoting import fault
from desktop_app.reading.files.grid import Cells, text_of
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.headings import roles_for
from desktop_app.reading.finding.region import Region
from desktop_app.reading.finding.rows import Table, cut
from desktop_app.reading.parts import Manner, Part, column_keys, report_markers, typed_column
from desktop_app.reading.values.categories import typed_authorities, typed_categories
from desktop_app.reading.values.kinds import kind_of
from desktop_app.reading.values.numbers import typed_counts
from desktop_app.reading.values.periods_text import published_period
from desktop_app.reading.values.spelling import spelling_in
from desktop_app.reading.values.typed import DATES, NO_DATE, Typed, TypedColumn, coded, examples_of

_ROLE_OF_KEY = {"local_authority": "authority"}
_CATEGORIES = {
    "level": LEVELS,
    "region": (*REGIONS, *(Category(name) for name in LONDON_PARTS)),
    # From 2025 most breakdowns are published for the two natures together.
    "nature": (Category(TOTAL), *NATURES, Category("Serious harm and other")),
    PERIOD_STATUS: (Category(COMPLETE), Category("Not complete")),
}
TITLES = {
    "period_start": "Period from",
    "period_end": "Period to",
    "level": "Geographic level",
    "region": "Region",
    "local_authority": "Local authority",
    "topic": "Breakdown topic",
    "breakdown": "Breakdown",
    "nature": "Nature of notification",
    "number": "Number of notifications",
    CHILDREN: "Number of children",
    PERIOD_STATUS: "Period",
}


@dataclass(frozen=True, slots=True, eq=False)
class _Layout:
    """A table of published counts with the cells and headings of each role."""

    table: Table
    region: Region
    roles: dict[str, int]
    cells: dict[str, Cells]
    headings: dict[str, str]

    def column(self, key: str, kind: ColumnKind, typed: Typed, breakdown: bool = False) -> TypedColumn:
        """Return a typed column under one of the keys that published counts have."""
        role = "time_period" if key.startswith("period") else _ROLE_OF_KEY.get(key, key)
        made = Column(key, TITLES[key], self.headings.get(role, ""), kind, True, breakdown)
        if role not in self.roles:
            return TypedColumn(made, typed)
        number = self.region.columns[self.roles[role]]
        return TypedColumn(made, typed, number, examples_of(self.cells[role]))

    def filled(self, text: str | None) -> Typed:
        """Return a column with the same text, or blank, in every row."""
        length = len(self.cells["number"].codes)
        return Typed(np.full(length, -1 if text is None else 0, np.int32), () if text is None else (text,))


def aggregate_part(chosen: Chosen, kinds: Mapping[str, ColumnKind]) -> Part:
    """Return published counts, typed, with the same columns whatever the release's layout.

    `kinds` settles how further columns are read that differ from file to file.
    """
    region, place = chosen.region, (chosen.id.file, chosen.id.sheet)
    roles = roles_for(region.headings)
    cutting = Findings([place])
    table = cut(chosen.grid, region, (), cutting, chosen.hidden_rows)
    findings = Findings([place], table.rows)
    layout = _Layout(
        table,
        region,
        roles,
        {role: table.columns[position] for role, position in roles.items()},
        {role: region.headings[position] for role, position in roles.items()},
    )
    columns = (
        *_periods(layout, findings),
        _category("level", layout, findings),
        _category("region", layout, findings),
        _authority(layout, findings),
        *_breakdowns(layout),
        _category("nature", layout, findings),
        *_numbers(layout, findings),
        *([_category(PERIOD_STATUS, layout, findings)] if PERIOD_STATUS in roles else []),
        *_further(layout, kinds, findings),
    )
    for item in columns:
        report_markers(item.typed, item.column.title, findings)
    check_counts({item.column.key: item.typed for item in columns}, findings)
    hidden = chosen.hidden_among(table.rows.tolist())
    account = SourceAccount(*place, table.rows_read, len(table.rows), hidden=hidden)
    return Part(account, columns, table.rows, Shape.AGGREGATE, (*cutting.problems, *findings.problems))


def _periods(layout: _Layout, findings: Findings) -> tuple[TypedColumn, TypedColumn]:
    """Return the first and last day of each row's period; each distinct combination is read once."""
    parts = [
        layout.cells[role] for role in ("time_period", "time_identifier", "quarter") if role in layout.cells
    ]
    combined = np.column_stack([part.codes for part in parts])
    distinct, first_rows, inverse = np.unique(combined, axis=0, return_index=True, return_inverse=True)
    days = np.full((2, len(distinct)), NO_DATE, DATES)
    kept: dict[int, str] = {}
    for number, codes in enumerate(distinct):
        texts = [text_of(part.values[code]) for part, code in zip(parts, codes, strict=True)]
        period = published_period(*texts)
        if period is not None:
            days[:, number] = np.array(period, DATES)
            continue
        text = kept[number] = " ".join(filter(None, texts))
        problem = (
            ProblemKind.DATE,
            fault(text, "is not a period that is understood"),
            "The row is used but is in no period.",
        )
        findings.at(int(first_rows[number]), problem, layout.headings["time_period"], text)
    rows = inverse.reshape(-1)
    as_written = {int(row): kept[int(rows[row])] for row in np.flatnonzero(np.isin(rows, list(kept)))}
    start, end = (Typed(days[at][rows], as_written=as_written) for at in (0, 1))
    return layout.column("period_start", ColumnKind.DATE, start), layout.column(
        "period_end", ColumnKind.DATE, end
    )


def _category(key: str, layout: _Layout, findings: Findings) -> TypedColumn:
    """Return a column of categories; without one, the nature is the total and places are blank."""
    if key in layout.cells:
        typed = typed_categories(layout.cells[key], _CATEGORIES[key], TITLES[key], findings)
    else:
        typed = layout.filled(TOTAL if key == "nature" else None)
    return layout.column(key, ColumnKind.CATEGORY, typed, breakdown=key not in {"level", PERIOD_STATUS})


def _numbers(layout: _Layout, findings: Findings) -> list[TypedColumn]:
    """Return the notifications and, where the file counts them too, the children."""
    return [
        layout.column(key, ColumnKind.NUMBER, typed_counts(layout.cells[key], TITLES[key], findings))
        for key in ("number", CHILDREN)
        if key in layout.cells
    ]


def _authority(layout: _Layout, findings: Findings) -> TypedColumn:
    cells = layout.cells.get("authority")
    typed = typed_authorities(cells, TITLES["local_authority"], findings) if cells else layout.filled(None)
    return layout.column("local_authority", ColumnKind.CATEGORY, typed, breakdown=True)


def _breakdowns(layout: _Layout) -> tuple[TypedColumn, TypedColumn]:
    """Return the topics, as keys of the records' columns where they are the same thing, and their values."""
    topic = breakdown = layout.filled(TOTAL)
    if "topic" in layout.cells:
        topics = layout.cells["topic"]
        keys = [_topic(text_of(value)) if value is not None else TOTAL for value in topics.values]
        topic = coded(topics, keys)
        if "breakdown" in layout.cells:
            breakdown = _values_of(layout.cells["breakdown"], topics, keys)
    return layout.column("topic", ColumnKind.CATEGORY, topic), layout.column(
        "breakdown", ColumnKind.CATEGORY, breakdown
    )


def _values_of(values: Cells, topics: Cells, keys: Sequence[str]) -> Typed:
    """Return the breakdown's values, each in the spelling of the column that is its topic."""
    width = len(values.values)
    pairs, codes = np.unique(topics.codes.astype(np.int64) * width + values.codes, return_inverse=True)
    spelled = []
    for pair in pairs:
        spec = column(keys[int(pair) // width])
        text = text_of(values.values[int(pair) % width]) or TOTAL
        spelled.append((spelling_in(spec.categories, text) if spec else None) or text)
    return coded(Cells(codes.astype(np.int32), tuple(spelled)), spelled)


def _further(layout: _Layout, kinds: Mapping[str, ColumnKind], findings: Findings) -> list[TypedColumn]:
    """Return the columns that have no role: percentages, codes, populations."""
    table, taken = layout.table, set(layout.roles.values())
    rest = [position for position in range(len(table.headings)) if position not in taken]
    headings = tuple(table.headings[position] for position in rest)
    keys = column_keys(headings, (None,) * len(rest), frozenset(TITLES))
    found = []
    for position, key in zip(rest, keys, strict=True):
        heading, cells = table.headings[position], table.columns[position]
        kind = kinds.get(key) or kind_of(cells, heading)
        typed = typed_column(cells, Manner(kind), heading, findings)
        made = Column(key, heading or key, heading, kind, False)
        found.append(TypedColumn(made, typed, layout.region.columns[position], examples_of(cells)))
    return found


def _topic(text: str) -> str:
    return _topics().get(text.casefold(), text)


@cache
def _topics() -> dict[str, str]:
    return {TOTAL.casefold(): TOTAL} | {name: key for key, names in TOPIC_COLUMNS.items() for name in names}
