"""The command `check`: what is recognised in a file, sheet by sheet, as text or JSON."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from desktop_app.cli.wishes import given_password
from desktop_app.domain.harmless import shortened
from desktop_app.domain.problems import Problem
from desktop_app.domain.progress import Progress
from desktop_app.reading import ColumnReport, FileReport, SheetReport, inspect_file

MOST_OF_HEADING = 60  # characters; the window shows whole headings
MOST_PROBLEMS = 20  # as many are listed for a person; JSON holds all


def run(arguments: Namespace) -> int:
    """Print what is recognised; raise UserError where the file cannot be read at all."""
    report = inspect_file(arguments.file, Progress(), given_password(arguments))
    if arguments.format == "json":
        print(json.dumps(check_json(report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(report)))
    return 0


def check_json(report: FileReport) -> dict[str, object]:
    """Return the report as JSON values; markers as a table of how often each stands in place of a value."""
    sheets = [
        {
            **asdict(sheet),
            "markers": dict(sheet.markers),
            "columns": [_column(each) for each in sheet.columns],
        }
        for sheet in report.sheets
    ]
    return {"file": report.file, "sheets": sheets}


def _lines(report: FileReport) -> Iterator[str]:
    yield report.file
    for sheet in report.sheets:
        yield ""
        yield from _sheet_lines(sheet)


def _column(column: ColumnReport) -> dict[str, str | None]:
    return {"heading": column.heading, "column": column.column, "type": column.type}


def _sheet_lines(sheet: SheetReport) -> Iterator[str]:
    number = f", table {sheet.table}" if sheet.table > 1 else ""
    yield f"Sheet {sheet.name}{number}: {sheet.kind}" if sheet.name else f"Table: {sheet.kind}"
    if not sheet.columns:
        return
    yield f"  Taken as {sheet.shape}: {sheet.shape_reason}"
    numbers = ", ".join(map(str, sheet.header_rows))
    headers = (
        f"Headings in row{'s' if len(sheet.header_rows) > 1 else ''} {numbers}" if numbers else "No headings"
    )
    data = f"data in rows {sheet.first_data_row} to {sheet.last_data_row}"
    yield f"  {headers}, {'no records yet' if sheet.first_data_row is None else data}"
    yield f"  {sheet.rows_read:,} rows read, {sheet.rows_used:,} used, {sheet.rows_left_out:,} left out"
    for marker, count in sheet.markers:
        yield f"  {marker} stands in place of a value in {count:,} {'cell' if count == 1 else 'cells'}"
    yield "  Columns:"
    headings = [shortened(column.heading or "(no heading)", MOST_OF_HEADING) for column in sheet.columns]
    width = max(map(len, headings))
    for heading, column in zip(headings, sheet.columns, strict=True):
        meant = column.column or column.taken_for or "not known, kept as it is"
        yield f"    {heading:<{width}}  {meant} ({column.type})"
    yield from _problem_lines(sheet.problems)


def _problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    if not problems:
        return
    yield f"  Findings ({len(problems):,}):"
    for problem in problems[:MOST_PROBLEMS]:
        place = f"row {problem.row}, " if problem.row is not None else ""
        column = f"{problem.column}: " if problem.column else ""
        value = f" ({problem.value})" if problem.value not in problem.what else ""
        yield f"    {place}{column}{problem.what.rstrip('.')}{value}. {problem.done}"
    if len(problems) > MOST_PROBLEMS:
        yield f"    and {len(problems) - MOST_PROBLEMS:,} more; --format json lists them all"
