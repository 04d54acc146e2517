"""Opens files whatever their format, and chooses the sheet that holds the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.progress import Progress
from desktop_app.domain.units import Shape
from desktop_app.reading.aggregate import is_aggregate
from desktop_app.reading.grid import Grid, excel_column
from desktop_app.reading.headings import columns_for, roles_for
from desktop_app.reading.parts import family_of
from desktop_app.reading.sniff import Format, sniff
from desktop_app.reading.table_finder import Looks, Region, find_table
from desktop_app.reading.text_reader import read_text
from desktop_app.reading.workbook_reader import read_workbook

_ENDINGS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet and the table found on it."""

    grid: Grid
    region: Region

    @property
    def family(self) -> Shape:
        """Return NOTIFICATIONS for records of either unit, AGGREGATE or PLAIN."""
        return Shape.AGGREGATE if is_aggregate(self.region.headings) else family_of(self.region.headings)


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files, for a folder the spreadsheets inside it; raise UserError where there are none."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() in _ENDINGS and not file.name.startswith(("~$", ".", "._"))
        )
        if not inside:
            raise UserError(
                f"The folder {path.name} holds no spreadsheets.",
                "Choose a file, or a folder of .xlsx or .csv files.",
            )
        files += inside
    if not files:
        raise UserError("No file was given.", "Choose a spreadsheet to open.")
    return tuple(dict.fromkeys(files))


def open_sheets(path: Path, progress: Progress) -> tuple[Sheet, ...]:
    """Return every sheet of a file with its table; raise UserError where the file cannot be read."""
    kind = sniff(path)
    grids = (read_text(path, progress),) if kind is Format.TEXT else read_workbook(path, kind, progress)
    progress.step(f"Finding the table in {path.name}")
    return tuple(Sheet(grid, find_table(grid)) for grid in grids)


def chosen_sheet(path: Path, sheets: Sequence[Sheet], name: str | None) -> Sheet:
    """Return the sheet of that name, or the one whose table has the most columns that are recognised."""
    if name is not None:
        named = [sheet for sheet in sheets if sheet.grid.name.casefold() == name.strip().casefold()]
        if not named:
            names = (
                ", ".join(f"“{sheet.grid.name}”" for sheet in sheets if sheet.grid.name)
                or "one table without a name"
            )
            raise UserError(f"{path.name} has no sheet “{name}”.", f"It has {names}.")
        sheets = named
    tables = [sheet for sheet in sheets if sheet.region.looks is Looks.TABLE]
    if not tables:
        where = f"Sheet “{name}” of {path.name}" if name is not None else path.name
        raise UserError(
            f"{where} holds no table.",
            "Open a sheet with headings in one row and a record in each row below.",
        )
    return max(tables, key=_promise)


def _promise(sheet: Sheet) -> tuple[bool, int, bool, int]:
    headings = sheet.region.headings
    recognised = max(sum(spec is not None for spec in columns_for(headings)), len(roles_for(headings)))
    rows = sheet.region.last - sheet.region.first + 1
    return sheet.family is not Shape.PLAIN, recognised, not sheet.grid.look.hidden, rows


def sheet_problems(file: str, sheet: Sheet) -> tuple[Problem, ...]:
    """Return what the sheet hides and where it has error cells inside the table."""
    grid, region = sheet.grid, sheet.region
    rows = [row for row in grid.look.hidden_rows if region.first <= row <= region.last]
    columns = [column for column in grid.look.hidden_columns if column in region.columns]
    found = []

    def note(what: str, done: str, value: str = "") -> None:
        found.append(Problem(ProblemKind.HIDDEN, file, grid.name, None, None, value, what, done))

    if grid.look.hidden:
        note("The sheet is hidden", "Its rows are included.")
    if rows:
        shown = ", ".join(str(row + 1) for row in rows[:10]) + (", …" if len(rows) > 10 else "")
        note(
            f"{len(rows):,} hidden row{'s' if len(rows) > 1 else ''} in the table",
            "They are included.",
            shown,
        )
    if columns:
        note(
            f"{len(columns)} hidden column{'s' if len(columns) > 1 else ''} in the table",
            "They are included.",
            ", ".join(map(excel_column, columns)),
        )
    if region.further is not None:
        what = f"Another table begins below, in row {region.further + 1}"
        done = "It is not read; put it on a sheet of its own to read it."
        found.append(Problem(ProblemKind.STRUCTURE, file, grid.name, None, None, "", what, done))
    errors = [error for error in grid.look.errors if region.first <= error[0] <= region.last]
    if errors:
        row, column, text = errors[0]
        where = f"{excel_column(column)}{row + 1}"
        what = f"Formulas that ended in an error, such as {text} in {where} ({len(errors):,} in all)"
        found.append(
            Problem(
                ProblemKind.VALUE, file, grid.name, row + 1, None, text, what, "Kept as written, as an error."
            )
        )
    return tuple(found)


def other_sheets(file: str, sheets: Sequence[Sheet], chosen: Sheet) -> tuple[Problem, ...]:
    """Return a line for each further sheet that holds a table, which is not read."""
    return tuple(
        Problem(
            ProblemKind.STRUCTURE,
            file,
            sheet.grid.name,
            None,
            None,
            "",
            f"The sheet also holds a table of {sheet.region.last - sheet.region.first + 1:,} rows",
            f"Not read, as “{chosen.grid.name}” is; choose the sheet by its name to read it.",
        )
        for sheet in sheets
        if sheet is not chosen and sheet.region.looks is Looks.TABLE
    )
