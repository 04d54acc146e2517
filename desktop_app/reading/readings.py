"""Describes how a file was read, for a view to show: its grid as text, its tables and their columns."""

from collections.abc import Sequence

from desktop_app.analysis.dataset import Dataset
from desktop_app.domain.how_read import (
    ColumnReading,
    FileReading,
    SheetKind,
    SheetReading,
    TableReading,
)
from desktop_app.domain.reading_choices import NOT_USED, TableId
from desktop_app.domain.specs import ColumnKind
from desktop_app.reading.files.grid import Grid, excel_column, text_of
from desktop_app.reading.finding.chosen import Chosen
from desktop_app.reading.finding.tables import label_of
from desktop_app.reading.opening import Sheet, Source
from desktop_app.reading.parts import Part
from desktop_app.reading.values.typed import TypedColumn, examples_of

MOST_COLUMNS = 200  # that a view shows
_LONGEST = 200  # characters of a cell that a view has room for

Read = Sequence[tuple[Chosen, Part]]


def file_reading(source: Source, read: Read, dataset: Dataset) -> FileReading:
    """Return how a file was read; `read` holds the tables that became the dataset, of any file."""
    by_id = {chosen.id: (chosen, part) for chosen, part in read}
    return FileReading(
        source.file, tuple(_sheet(source.file, sheet, by_id, dataset) for sheet in source.sheets)
    )


def _sheet(
    file: str, sheet: Sheet, by_id: dict[TableId, tuple[Chosen, Part]], dataset: Dataset
) -> SheetReading:
    grid = sheet.grid
    ids = [TableId(file, grid.name, number) for number in range(1, max(1, len(sheet.regions)) + 1)]
    tables = [
        _table_read(*by_id[table], dataset) if table in by_id else _table_offered(table, sheet)
        for table in ids
        if table in by_id or sheet.regions
    ]
    return SheetReading(
        name=grid.name,
        kind=SheetKind(sheet.looks.value),
        hidden=grid.look.hidden,
        height=grid.height,
        width=grid.width,
        tables=tuple(tables),
        letters=tuple(excel_column(number) for number in range(min(grid.width, MOST_COLUMNS))),
        hidden_columns=tuple(map(excel_column, grid.look.hidden_columns)),
        cells=_Cells(grid),
    )


def _table_offered(table: TableId, sheet: Sheet) -> TableReading:
    region = sheet.regions[table.table - 1]
    return TableReading(
        table, False, _numbers(region.header_rows), region.first + 1, region.last + 1, region.headings
    )


def _table_read(chosen: Chosen, part: Part, dataset: Dataset) -> TableReading:
    region = chosen.region
    place = (chosen.id.file, chosen.id.sheet)
    account = part.account
    for source in dataset.sources:
        if (source.file, source.sheet) == place and source.rows_read == account.rows_read:
            account = source
    return TableReading(
        id=chosen.id,
        chosen=True,
        header_rows=_numbers(region.header_rows),
        first_row=region.first + 1,
        last_row=region.last + 1,
        headings=chosen.recognised.headings,
        shape=dataset.shape.value,
        shape_reason=dataset.shape_reason,
        rows_read=account.rows_read,
        rows_used=account.rows_used,
        columns=_columns(chosen, part),
    )


def _columns(chosen: Chosen, part: Part) -> tuple[ColumnReading, ...]:
    """Return the columns in the sheet's order, those that are not used among them."""
    if part.in_sheet:
        return part.in_sheet
    found = {item.number: _column(item) for item in part.columns if item.number is not None}
    for number, heading in zip(chosen.recognised.columns, chosen.recognised.headings, strict=True):
        label = label_of(number, heading)
        letters = excel_column(number)
        if number not in found and chosen.correction.column(label).meaning == NOT_USED:
            found[number] = ColumnReading(letters, label, NOT_USED, "Not used", ColumnKind.TEXT)
        elif number not in found and chosen.tidy:
            cells = chosen.grid.columns[number].part(chosen.region.first, chosen.region.last)
            words, kind = "Read together with another column", ColumnKind.CATEGORY
            found[number] = ColumnReading(letters, label, None, words, kind, examples_of(cells))
    return tuple(found[number] for number in sorted(found))


def _column(item: TypedColumn) -> ColumnReading:
    column, order = item.column, item.typed.order
    number = item.number or 0
    return ColumnReading(
        letters=excel_column(number),
        heading=label_of(number, column.heading),
        meaning=column.key if column.known else None,
        title=column.title,
        kind=column.kind,
        examples=tuple(example[:_LONGEST] for example in item.examples),
        date_order=order.order if order else None,
        certain=order.certain if order else True,
        why_order=order.why if order else "",
    )


class _Cells:
    """The cells of a grid as text."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._hidden = frozenset(grid.look.hidden_rows)

    def text(self, row: int, column: int) -> str:
        """Return a cell as text, a long one cut."""
        return text_of(self._grid.columns[column][row - 1])[:_LONGEST]

    def hidden(self, row: int) -> bool:
        """Return whether a row is hidden."""
        return row - 1 in self._hidden


def _numbers(rows: Sequence[int]) -> tuple[int, ...]:
    return tuple(row + 1 for row in rows)
