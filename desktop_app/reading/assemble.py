"""Puts typed tables together into one Dataset: rows one below the other, columns by their meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.analysis.dataset import Dataset, Spellings
from desktop_app.domain.errors import UserError
from desktop_app.domain.how_read import FileReading
from desktop_app.domain.problems import Problem
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices, Repeated, TableId
from desktop_app.domain.specs import Column, ColumnKind, TableShape
from desktop_app.domain.units import PeriodKind, Shape
from desktop_app.reading.checks.findings import Findings
from desktop_app.reading.checks.records import check_records
from desktop_app.reading.counts.tidy import aggregate_part
from desktop_app.reading.counts.wide_part import wide_part
from desktop_app.reading.files.grid import text_of
from desktop_app.reading.finding.choosing import choose, not_read, remarks
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.shapes import record_shape
from desktop_app.reading.opening import Source, open_sources
from desktop_app.reading.parts import Part, record_part
from desktop_app.reading.readings import file_reading
from desktop_app.reading.references import told_apart
from desktop_app.reading.repeats import without_repeats
from desktop_app.reading.values.typed import DATES, Typed, TypedColumn, joined, kept_rows

_REASONS = {
    Shape.AGGREGATE: "its cells are counts for periods, places and groups",
    Shape.PLAIN: "no column was recognised that says what was notified when",
}


@dataclass(frozen=True, slots=True, eq=False)
class ReadOut:
    """What reading gives: the table, and for a view how each file was read."""

    dataset: Dataset
    readings: tuple[FileReading, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OpenFiles:
    """Files whose cells are in memory, to be read in one way or another."""

    sources: tuple[Source, ...]

    def read(self, choices: ReadingChoices, progress: Progress) -> ReadOut:
        """Return one table from all files, fully accounted for, and how each file was read.

        Raises UserError where a wish cannot be honoured or the files do not fit together, and Cancelled when
        `progress` asks to stop.
        """
        chosen: list[Chosen] = []
        problems: list[Problem] = []
        others: dict[TableId, tuple[str, ...]] = {}
        for source in self.sources:
            tables = choose(source, choices)
            chosen += tables
            others[tables[0].id] = not_read(source, tables, choices)
            problems += remarks(source, tables, choices)
        parts = [
            replace(part, account=replace(part.account, not_read=others.get(table.id, ())))
            for table, part in zip(chosen, _typed_parts(chosen, progress), strict=True)
        ]
        origins = tuple(source.origin for source in self.sources)
        dataset = replace(
            dataset_of(parts, problems, progress, choices.repeated), files=origins, choices=choices
        )
        read = list(zip(chosen, parts, strict=True))
        return ReadOut(dataset, tuple(file_reading(source, read, dataset) for source in self.sources))


def open_files(
    paths: Sequence[Path], progress: Progress, passwords: Mapping[Path, str] | None = None
) -> OpenFiles:
    """Return one or several files (folders: all spreadsheets inside) with their cells in memory.

    Raises UserError where a file cannot be read, PasswordNeeded where it opens only with (another) password,
    and Cancelled when `progress` asks to stop.
    """
    return OpenFiles(open_sources(paths, progress, passwords or {}))


def read_files(
    paths: Sequence[Path],
    choices: ReadingChoices,
    progress: Progress,
    passwords: Mapping[Path, str] | None = None,
) -> Dataset:
    """Return one table from files as `open_files` and `OpenFiles.read` do."""
    return open_files(paths, progress, passwords).read(choices, progress).dataset


def part_of(chosen: Chosen, kinds: Mapping[str, ColumnKind]) -> Part:
    """Return a table typed as its headings, or the person, ask."""
    if chosen.wide is not None:
        return wide_part(chosen, chosen.wide)
    return aggregate_part(chosen, kinds) if chosen.tidy else record_part(chosen, kinds)


def dataset_of(
    parts: Sequence[Part],
    problems: Sequence[Problem],
    progress: Progress,
    repeated: Repeated = Repeated.ALL,
) -> Dataset:
    """Return the parts as one Dataset, with the rows of a repeated reference that are wished."""
    progress.step("Putting the table together")
    family = _common_family(parts)
    columns = _union(parts)
    source_of = np.repeat(np.arange(len(parts)), [len(part.rows) for part in parts])
    if len(parts) > 1:
        columns += _source_columns(parts, source_of)
    rows = np.concatenate([part.rows for part in parts])
    sources = tuple(part.account for part in parts)
    found = [*problems, *(problem for part in parts for problem in part.problems)]
    shape = TableShape(family, _REASONS.get(family, ""))
    if family is Shape.NOTIFICATIONS:
        findings = Findings([(source.file, source.sheet) for source in sources], rows, source_of)
        columns = told_apart(columns, findings)
        typed = {item.column.key: item.typed for item in columns}
        shape = _shape_of(parts, typed)
        keep = without_repeats(typed, shape.shape, repeated, findings)
        check_records(typed, shape.shape, findings)
        found += findings.problems
        if keep is not None:
            kept = np.flatnonzero(keep)
            columns = [replace(item, typed=kept_rows(item.typed, kept)) for item in columns]
            rows, source_of = rows[kept], source_of[kept]
            used = np.bincount(source_of, minlength=len(sources))
            sources = tuple(
                replace(source, rows_used=int(count)) for source, count in zip(sources, used, strict=True)
            )
    return Dataset(
        frame=pd.DataFrame({item.column.key: _series(item.typed) for item in columns}),
        columns=tuple(item.column for item in columns),
        shape=shape.shape,
        shape_reason=shape.reason,
        sources=sources,
        problems=tuple(found),
        as_written={item.column.key: item.typed.as_written for item in columns if item.typed.as_written},
        shorthand={item.column.key: item.typed.shorthand for item in columns if item.typed.shorthand},
        coarse=_coarse(parts),
        spellings=_spellings(columns),
        row_numbers=_numbers(rows),
        source_of=tuple(source_of.tolist()),
    )


def _spellings(columns: Sequence[TypedColumn]) -> dict[str, Spellings]:
    return {
        item.column.key: Spellings(cells.codes, tuple(map(text_of, cells.values)))
        for item in columns
        if (cells := item.typed.spelled) is not None
    }


def _coarse(parts: Sequence[Part]) -> dict[str, tuple[PeriodKind, ...]]:
    """Return, by column of dates, the kinds of period that are all it tells of some records."""
    found: dict[str, tuple[PeriodKind, ...]] = {}
    for key, kind in (pair for part in parts for pair in part.coarse):
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), kind)))
    return found


def _shape_of(parts: Sequence[Part], typed: Mapping[str, Typed]) -> TableShape:
    wished = next((part.wished for part in parts if part.wished), None)
    if wished:
        return TableShape(wished, "you chose so")
    if any(part.siblings for part in parts):
        return TableShape(Shape.CHILDREN, "rows below a notification tell of its further children")
    return record_shape(typed)


def _typed_parts(chosen: Sequence[Chosen], progress: Progress) -> list[Part]:
    """Return the tables typed; a column that reads differently from file to file is text in all of them."""
    parts = []
    for table in chosen:
        progress.step(f"Understanding {table.id.file}")
        parts.append(part_of(table, {}))
    kinds: dict[str, set[ColumnKind]] = {}
    for part in parts:
        for item in part.columns:
            kinds.setdefault(item.column.key, set()).add(item.column.kind)
    settled = {key: ColumnKind.TEXT for key, found in kinds.items() if len(found) > 1}
    if not settled:
        return parts
    return [part_of(table, settled) for table in chosen]


def _common_family(parts: Sequence[Part]) -> Shape:
    first = parts[0]
    for part in parts[1:]:
        if part.family is not first.family:
            raise UserError(
                f"{first.account.file} and {part.account.file} cannot be put together: "
                f"{_words(first.family)} and {_words(part.family)}.",
                "Open them one after the other.",
            )
    return first.family


def _words(family: Shape) -> str:
    return "records" if family is Shape.NOTIFICATIONS else family.value


def _union(parts: Sequence[Part]) -> list[TypedColumn]:
    lengths = [len(part.rows) for part in parts]
    by_key = [{item.column.key: item for item in part.columns} for part in parts]
    keys = dict.fromkeys(key for columns in by_key for key in columns)
    united = []
    for key in keys:
        items = [columns.get(key) for columns in by_key]
        column = next(item.column for item in items if item)
        typed = [item.typed if item else None for item in items]
        united.append(TypedColumn(column, joined(typed, lengths, column.kind)))
    return united


def _source_columns(parts: Sequence[Part], source_of: npt.NDArray[np.intp]) -> list[TypedColumn]:
    def made(key: str, title: str, names: list[str]) -> TypedColumn:
        texts = tuple(dict.fromkeys(filter(None, names)))
        lookup = np.array([texts.index(name) if name else -1 for name in names], np.int32)
        column = Column(key, title, "", ColumnKind.CATEGORY, True, True)
        return TypedColumn(column, Typed(lookup[source_of], texts))

    return [
        made("source_file", "Source file", [part.account.file for part in parts]),
        made("source_sheet", "Source sheet", [part.account.sheet for part in parts]),
    ]


def _series(typed: Typed) -> pd.Series | pd.Categorical:
    if typed.values.dtype == DATES or typed.values.dtype.kind == "f":
        return pd.Series(typed.values)
    return pd.Categorical.from_codes(typed.values, categories=pd.Index(typed.texts, dtype="str"))


def _numbers(rows: npt.NDArray[np.intp]) -> tuple[int, ...] | range:
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1 and (np.diff(rows) == 1).all():
        return range(int(rows[0]), int(rows[-1]) + 1)
    return tuple(rows.tolist())
