"""Chooses which tables of a file are read, and applies the person's corrections to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.errors import UserError
from desktop_app.domain.problems import Problem, ProblemKind
from desktop_app.domain.reading_choices import NOT_USED, ReadingChoices, TableId
from desktop_app.domain.units import Shape
from desktop_app.reading.counts.wide import measures_told, wide_layout
from desktop_app.reading.files.grid import excel_column, text_of
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.empty_tables import empty_table
from desktop_app.reading.finding.headings import columns_for, roles_for
from desktop_app.reading.finding.region import Looks, Region
from desktop_app.reading.finding.tables import corrected, filled_rows, label_of, narrowed, whole_sheet
from desktop_app.reading.finding.together import together
from desktop_app.reading.opening import Sheet, Source
from desktop_app.reading.wishes_told import wishes_told

HINT = "Open a sheet with headings in one row and a record in each row below."


def choose(source: Source, choices: ReadingChoices) -> tuple[Chosen, ...]:
    """Return the tables to read of a file: those wished, else the one with the most columns recognised.

    Others that hold more of the same, as with one sheet per year, are read with it. Raises UserError where
    there is no such table.
    """
    wished = [table for table in choices.tables if table.file == source.file]
    if wished:
        return tuple(_wished(source, table, choices) for table in dict.fromkeys(wished))
    tables = _offered(source, choices)
    if not tables:
        raise _no_table(source, choices)
    return together(tables, max(tables, key=_promise))


def not_read(source: Source, chosen: Sequence[Chosen], choices: ReadingChoices) -> tuple[str, ...]:
    """Return the sheets with records, or counts, that are not read although others are; none if wished so."""
    if choices.sheet is not None or any(table.file == source.file for table in choices.tables):
        return ()
    read = {table.id for table in chosen}
    others = [table for table in _offered(source, choices) if table.id not in read]
    kind = chosen[0].family
    names = [table.grid.name for table in others if table.family is kind is not Shape.PLAIN]
    return tuple(dict.fromkeys(names))


def _no_table(source: Source, choices: ReadingChoices) -> UserError:
    """Return the error for a file, or the sheet of it that is asked for, on which nothing can be read."""
    rows, where = 2, source.file
    if choices.sheet is not None:
        (sheet, *_) = _named(source, choices.sheet)
        where = f"Sheet “{sheet.grid.name}” of {source.file}" if sheet.grid.name else source.file
        rows = filled_rows(sheet.grid)
    lack = {0: "is empty", 1: "holds no table: only one of its rows is filled"}.get(rows, "holds no table")
    others = [f"“{sheet.grid.name}”" for sheet in source.sheets if sheet.regions]
    hint = f"Choose {' or '.join(others)}." if others else ""
    return UserError(f"{where} {lack}.", hint or HINT)


def _offered(source: Source, choices: ReadingChoices) -> list[Chosen]:
    sheets = [sheet for sheet in source.sheets if choices.with_hidden or not sheet.grid.look.hidden]
    if choices.sheet is not None:
        sheets = [_with_empty_table(sheet) for sheet in _named(source, choices.sheet)]
    return [
        made(source, sheet, number, choices)
        for sheet in sheets
        for number in range(1, len(sheet.regions) + 1)
    ]


def _with_empty_table(sheet: Sheet) -> Sheet:
    """Return a sheet that is asked for by name with its headings, where it has no records below them."""
    region = None if sheet.regions else empty_table(sheet.grid)
    return sheet if region is None else replace(sheet, looks=Looks.TABLE, regions=(region,))


def made(source: Source, sheet: Sheet, number: int, choices: ReadingChoices) -> Chosen:
    """Return one table of a sheet, by its place from 1, as it is to be read."""
    grid = sheet.grid
    if number <= len(sheet.regions):
        recognised = sheet.regions[number - 1]
    else:
        recognised = empty_table(grid) or whole_sheet(grid)
    table = TableId(source.file, grid.name, number)
    correction = choices.correction(table, recognised.headings)
    region = corrected(grid, recognised, correction)
    unused = {
        column
        for column, heading in zip(region.columns, region.headings, strict=True)
        if correction.column(label_of(column, heading)).meaning == NOT_USED
    }
    rows: tuple[int, ...] = ()
    if not choices.with_hidden:
        unused |= set(grid.look.hidden_columns)
        rows = _hidden_rows(grid.look.hidden_rows, region)
    used = narrowed(grid, region, unused)
    saved = source.origin.modified.date() if source.origin.modified else None
    plain = Chosen(table, grid, recognised, used, correction, rows, saved=saved)
    return _with_layout(plain)


def _with_layout(table: Chosen) -> Chosen:
    """Return the table with the layout of a wide one, where it is one or is wished to be."""
    wished = table.correction.shape is Shape.AGGREGATE
    if table.tidy or not (wished or table.family is Shape.PLAIN):
        return table
    if table.correction.shape is Shape.PLAIN:
        return table
    wide = wide_layout(table.grid, table.region, wished)
    if wide is None and wished:
        raise UserError(
            f"The table on sheet “{table.grid.name}” cannot be read as counts by period.",
            "It needs at least two periods as headings, or a column that names the period of each row.",
        )
    return replace(table, wide=wide)


def remarks(source: Source, chosen: Sequence[Chosen], choices: ReadingChoices) -> Iterator[Problem]:
    """Yield what the chosen tables hide, where they have errors, and which tables are not read."""
    for table in chosen:
        yield from table_remarks(table, choices)
    read = {table.id for table in chosen}
    first = chosen[0].grid.name
    for sheet in source.sheets:
        for number, region in enumerate(sheet.regions, 1):
            if TableId(source.file, sheet.grid.name, number) in read:
                continue
            rows = f"a table in rows {region.first + 1:,} to {region.last + 1:,}"
            if region.last < region.first:
                rows = "headings without records"
            yield Problem(
                ProblemKind.STRUCTURE,
                source.file,
                sheet.grid.name,
                None,
                None,
                "",
                f"The sheet also holds {rows}",
                f"Not read, as “{first}” is; choose it under How it was read.",
            )


def table_remarks(table: Chosen, choices: ReadingChoices) -> Iterator[Problem]:
    """Yield how one table was wished to be read, what it hides, and that formulas in it ended in errors."""
    yield from wishes_told(table)
    yield from _without_records(table)
    grid, region = table.grid, table.region

    def hidden(what: str, done: str, value: str = "") -> Problem:
        return Problem(ProblemKind.HIDDEN, table.id.file, grid.name, None, None, value, what, done)

    def parts(count: int, what: str, shown: str) -> Problem:
        verb = "They are" if count > 1 else "It is"
        done = f"{verb} included." if choices.with_hidden else f"{verb} left out, as you wished."
        return hidden(f"{count:,} hidden {what}{'s' if count > 1 else ''} in the table", done, shown)

    if grid.look.hidden:
        yield hidden("The sheet is hidden", "Its rows are included.")
    if not grid.look.complete:
        yield hidden(
            "The sheet is too large to be searched for hidden rows", "Whatever it hides is included."
        )
    rows = _hidden_rows(grid.look.hidden_rows, region)
    if rows:
        shown = ", ".join(str(row + 1) for row in rows[:10]) + (", …" if len(rows) > 10 else "")
        yield parts(len(rows), "row", shown)
    columns = [column for column in grid.look.hidden_columns if column in table.recognised.columns]
    if columns:
        yield parts(len(columns), "column", ", ".join(map(excel_column, columns)))
    errors = [error for error in grid.look.errors if region.first <= error[0] <= region.last]
    if errors:
        row, column, text = errors[0]
        where = f"{excel_column(column)}{row + 1}"
        what = f"Formulas that ended in an error, such as {text} in {where} ({len(errors):,} in all)"
        kept = "Kept as written, as an error."
        yield Problem(ProblemKind.VALUE, table.id.file, grid.name, row + 1, None, text, what, kept)
    yield from _without_result(table)
    yield from _between(table)


def _without_records(table: Chosen) -> Iterator[Problem]:
    """Yield that the table has headings only."""
    if table.region.last < table.region.first:
        what = "The sheet has headings and no records yet"
        done = "Opened as a table of no rows."
        yield Problem(ProblemKind.STRUCTURE, table.id.file, table.grid.name, None, None, "", what, done)


def _between(table: Chosen) -> Iterator[Problem]:
    """Yield the rows between the headings and the data that hold something, such as units or an example."""
    grid, region = table.grid, table.region
    if not region.header_rows:
        return
    for row in range(region.header_rows[-1] + 1, region.first):
        texts = [text_of(cell) for cell in grid.row(row) if cell is not None]
        if texts:
            what = "The row stands between the headings and the data and is none of either"
            done = "Not read; choose the heading rows under How it was read if it is a record."
            yield Problem(
                ProblemKind.STRUCTURE, table.id.file, grid.name, row + 1, None, texts[0], what, done
            )


def _without_result(table: Chosen) -> Iterator[Problem]:
    """Yield that formulas in the table have no results, where a program wrote them without computing."""
    grid, region = table.grid, table.region
    cells = [cell for cell in grid.look.no_result if region.first <= cell[0] <= region.last]
    if cells:
        row, column = cells[0]
        where = f"{excel_column(column)}{row + 1}"
        what = f"Formulas without a result in the file, such as in {where} ({len(cells):,} in all)"
        done = "Read as blank; open the file in Excel, save it and read it again."
        yield Problem(ProblemKind.VALUE, table.id.file, grid.name, row + 1, None, "", what, done)


def _wished(source: Source, table: TableId, choices: ReadingChoices) -> Chosen:
    (sheet,) = _named(source, table.sheet)[:1]
    if table.table < 1 or table.table > max(1, len(sheet.regions)):
        raise UserError(
            f"Sheet “{table.sheet}” of {source.file} has no table number {table.table}.",
            "Choose another table.",
        )
    return made(source, sheet, table.table, choices)


def _named(source: Source, name: str) -> list[Sheet]:
    wanted = name.strip().casefold()
    named = [sheet for sheet in source.sheets if sheet.grid.name.strip().casefold() == wanted]
    if not named:
        names = ", ".join(f"“{sheet.grid.name}”" for sheet in source.sheets if sheet.grid.name)
        raise UserError(
            f"{source.file} has no sheet “{name}”.", f"It has {names or 'one table without a name'}."
        )
    return named


def _promise(table: Chosen) -> tuple[bool, int, bool, int, int]:
    """Return what is compared of tables; counts of all notifications come before those of groups."""
    headings = table.region.headings
    recognised = max(sum(spec is not None for spec in columns_for(headings)), len(roles_for(headings)))
    rows = table.region.last - table.region.first + 1
    told = measures_told(table.grid, table.region, table.wide) if table.wide else 0
    return table.family is not Shape.PLAIN, recognised, not table.grid.look.hidden, told, rows


def _hidden_rows(rows: Sequence[int], region: Region) -> tuple[int, ...]:
    return tuple(row for row in rows if region.first <= row <= region.last)
