"""Puts typed tables together into one Dataset: rows one below the other, columns by their meaning."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import Problem
from desktop_app.domain.progress import Progress
from desktop_app.domain.specs import Column, ColumnKind, TableShape
from desktop_app.domain.units import Shape
from desktop_app.reading.aggregate import aggregate_part
from desktop_app.reading.checks import check_records
from desktop_app.reading.findings import Findings
from desktop_app.reading.opening import (
    Sheet,
    chosen_sheet,
    files_of,
    open_sheets,
    other_sheets,
    sheet_problems,
)
from desktop_app.reading.parts import Part, record_part
from desktop_app.reading.shapes import record_shape
from desktop_app.reading.typed import DATES, Typed, TypedColumn, joined

_REASONS = {
    Shape.AGGREGATE: "the headings are those of DfE's published tables",
    Shape.PLAIN: "no column was recognised that says what was notified when",
}


def read_files(paths: Sequence[Path], sheet: str | None, progress: Progress) -> Dataset:
    """Return one table from one or several files (folders: all spreadsheets inside), fully accounted for.

    `sheet` picks a sheet by its name in each file; None takes the one with the records. Raises UserError
    where a file cannot be read or the files do not fit together, and Cancelled when `progress` asks to
    stop.
    """
    chosen: list[tuple[str, Sheet]] = []
    problems: list[Problem] = []
    for path in files_of(paths):
        sheets = open_sheets(path, progress)
        one = chosen_sheet(path, sheets, sheet)
        chosen.append((path.name, one))
        problems += sheet_problems(path.name, one)
        problems += other_sheets(path.name, sheets, one)
    return dataset_of(_typed_parts(chosen, progress), problems, progress)


def part_of(sheet: Sheet, file: str, kinds: dict[str, ColumnKind]) -> Part:
    """Return a sheet's table typed as its headings ask."""
    if sheet.family is Shape.AGGREGATE:
        return aggregate_part(sheet.grid, sheet.region, file, kinds)
    return record_part(sheet.grid, sheet.region, file, kinds)


def dataset_of(parts: Sequence[Part], problems: Sequence[Problem], progress: Progress) -> Dataset:
    """Return the parts as one Dataset."""
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
        typed = {item.column.key: item.typed for item in columns}
        shape = record_shape(typed)
        findings = Findings([(source.file, source.sheet) for source in sources], rows, source_of)
        check_records(typed, shape.shape, findings)
        found += findings.problems
    return Dataset(
        frame=pd.DataFrame({item.column.key: _series(item.typed) for item in columns}),
        columns=tuple(item.column for item in columns),
        shape=shape.shape,
        shape_reason=shape.reason,
        sources=sources,
        problems=tuple(found),
        as_written={item.column.key: item.typed.as_written for item in columns if item.typed.as_written},
        shorthand={item.column.key: item.typed.shorthand for item in columns if item.typed.shorthand},
        row_numbers=_numbers(rows),
        source_of=tuple(source_of.tolist()),
    )


def _typed_parts(chosen: Sequence[tuple[str, Sheet]], progress: Progress) -> list[Part]:
    """Return the tables typed; a column that reads differently from file to file is text in all of them."""
    parts = []
    for file, sheet in chosen:
        progress.step(f"Understanding {file}")
        parts.append(part_of(sheet, file, {}))
    kinds: dict[str, set[ColumnKind]] = {}
    for part in parts:
        for item in part.columns:
            kinds.setdefault(item.column.key, set()).add(item.column.kind)
    settled = {key: ColumnKind.TEXT for key, found in kinds.items() if len(found) > 1}
    if not settled:
        return parts
    return [part_of(sheet, file, settled) for file, sheet in chosen]


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
