"""Reports how a file is read, sheet by sheet: what `check` prints and what the person can look up."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.problems import Problem
from desktop_app.domain.progress import Progress
from desktop_app.domain.reading_choices import ReadingChoices
from desktop_app.domain.units import Shape
from desktop_app.reading.assemble import dataset_of, part_of
from desktop_app.reading.finding.choosing import made, table_remarks
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.opening import open_source
from desktop_app.reading.parts import Part
from desktop_app.reading.values.periods_text import is_period

_AS_RECOGNISED = ReadingChoices()


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """One column: its heading as written, the catalogue's column it was taken for (or None), and its kind.

    `taken_for` says in words what a column of a wide table gives.
    """

    heading: str
    column: str | None
    type: str
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """One table of a sheet, or a sheet without any; rows are numbered as Excel shows them.

    `kind` is records, aggregate, wide, text or empty; `table` counts the tables down the sheet.
    """

    name: str
    kind: str
    table: int = 1
    header_rows: tuple[int, ...] = ()
    first_data_row: int | None = None
    last_data_row: int | None = None
    columns: tuple[ColumnReport, ...] = ()
    shape: str = ""
    shape_reason: str = ""
    rows_read: int = 0
    rows_used: int = 0
    rows_left_out: int = 0
    markers: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReport:
    """A file with all its sheets."""

    file: str
    sheets: tuple[SheetReport, ...]


def inspect_file(path: Path, progress: Progress, password: str | None = None) -> FileReport:
    """Return how each table of a file is read; raise UserError where the file cannot be read at all."""
    source = open_source(path, path.name, progress, password)
    reports: list[SheetReport] = []
    for sheet in source.sheets:
        if not sheet.regions:
            reports.append(SheetReport(sheet.grid.name, sheet.looks.value))
        for number in range(1, len(sheet.regions) + 1):
            progress.step(f"Understanding sheet {sheet.grid.name}")
            reports.append(_table_report(made(source, sheet, number, _AS_RECOGNISED), progress))
    return FileReport(path.name, tuple(reports))


def _table_report(chosen: Chosen, progress: Progress) -> SheetReport:
    region, part = chosen.region, part_of(chosen, {})
    dataset = dataset_of([part], tuple(table_remarks(chosen, _AS_RECOGNISED)), progress)
    return SheetReport(
        name=chosen.id.sheet,
        kind=_kind(chosen),
        table=chosen.id.table,
        header_rows=tuple(row + 1 for row in region.header_rows),
        first_data_row=region.first + 1 if region.first <= region.last else None,
        last_data_row=region.last + 1 if region.first <= region.last else None,
        columns=_columns(part),
        shape=dataset.shape.value,
        shape_reason=dataset.shape_reason,
        rows_read=part.account.rows_read,
        rows_used=part.account.rows_used,
        rows_left_out=part.account.rows_left_out,
        markers=_markers(part),
        problems=dataset.problems,
    )


def _kind(chosen: Chosen) -> str:
    """Return the kind of table: wide where periods are headings; any other list of rows counts as records."""
    if chosen.wide is not None:
        return "wide"
    if chosen.tidy:
        return "aggregate"
    periods = sum(is_period(heading.rpartition(" – ")[2]) for heading in chosen.region.headings)
    return "wide" if chosen.family is Shape.PLAIN and periods >= 2 else "records"


def _columns(part: Part) -> tuple[ColumnReport, ...]:
    """Return the columns that stand in the file, not those that were added."""
    if part.in_sheet:
        return tuple(
            ColumnReport(item.heading, None, item.kind.value, item.taken_for) for item in part.in_sheet
        )
    return tuple(
        ColumnReport(
            item.column.heading, item.column.key if item.column.known else None, item.column.kind.value
        )
        for item in part.columns
        if item.column.heading or not item.column.known
    )


def _markers(part: Part) -> tuple[tuple[str, int], ...]:
    """Return how often each shorthand stands in place of a value, as the file spells it."""
    counts: dict[str, int] = {}
    for item in part.columns:
        for marker, count in item.typed.markers.items():
            counts[marker] = counts.get(marker, 0) + count
    return tuple(sorted(counts.items()))
